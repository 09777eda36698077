"""What can be done with a line of the start page: open it, settle it, put it off, hide it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui import look, messages
from models import days, store
from models.deadlines import Concern, Duty
from models.errors import Closed, SaveFailed
from models.kinds import PAGES
from models.record import Numbered
from models.rules import RULES
from models.rules.rule import Basis
from models.store.settings import mark_duty
from models.text import mark, say, say_n

HIDE_FOR = (1, 3, 7)  # days
# Lists that are settled in a field although their rule names none.
FIELDS = {"opinions": "opinions", "expiring": "valid_until", "ngo_reg_expiry": "valid_until"}
_LAW = mark("This day is set by law ({source}): it does not move. You can hide the line for a while.")
_HABIT = mark("This day follows from a rule of the office and does not move for one record alone. You can change the rule in Settings, under Deadlines, or hide the line for a while.")  # fmt: skip # noqa: E501
_END = mark("This is the day on which it ends: it moves only with an extension. You can hide the line for a while.")


@dataclass(frozen=True)
class Spot:
    """One line of the start page: a record on a list, or a duty of the office."""

    concern: Concern | None
    number: int
    name: str
    duty: Duty | None = None
    hidden: bool = False

    @property
    def list(self) -> str:
        """Name the list or the duty, as hiding knows it."""
        return self.concern.name if self.concern else self.duty.name if self.duty else ""

    @property
    def kind(self) -> str:
        """Give the kind of the record, nothing for a duty."""
        return PAGES[self.concern.page].record.kind if self.concern else ""


class Deeds(QObject):
    """Does what the menu of a line offers; what concerns the whole window goes out as a signal."""

    open_record = Signal(str, int)
    settle = Signal(str, int, str)
    noted = Signal(str, object)
    changed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def offer(self, spot: Spot, place: QPoint) -> None:
        """Show the menu of a line."""
        menu = self.menu(spot)
        menu.setActiveAction(menu.actions()[0])
        menu.exec(place)
        menu.deleteLater()

    def menu(self, spot: Spot) -> QMenu:
        """Make the menu of a line."""
        menu = QMenu(self._page)
        session = store.current()
        writable = session is not None and not session.read_only

        def add(words: str, icon: str, deed: Callable[[], Any], to: QMenu = menu, write: bool = True) -> None:
            act = to.addAction(look.icon(icon), words) if icon else to.addAction(words)
            act.triggered.connect(lambda _on=False: deed())
            act.setEnabled(writable or not write)

        if spot.concern:
            add(say(mark("&Open")), "eye", lambda: self.open(spot), write=False)
            if spot.list != "silent":
                add(self._settling(spot), "check", lambda: self.finish(spot))
        else:
            add(say(mark("&Done", "duty")), "check", lambda: self.finish(spot))
        add(say(mark("&Put off…")), "calendar-clock", lambda: self.put_off(spot))
        if spot.hidden:
            add(say(mark("&Show again")), "bell", lambda: self.show(spot))
            return menu
        hide = menu.addMenu(look.icon("bell-off"), say(mark("&Hide for a while")))
        for count in HIDE_FOR:
            until = days.today() + timedelta(days=count)
            words = say_n("{n} day, until {day}", "{n} days, until {day}", count)
            add(words.format(n=count, day=f"{until:%d/%m/%Y}"), "", lambda until=until: self.hide(spot, until.isoformat()), hide)  # type: ignore[misc]  # fmt: skip # noqa: E501
        add(say(mark("&Until a day…")), "", lambda: self.hide_until(spot), hide)
        return menu

    @staticmethod
    def _settling(spot: Spot) -> str:
        if spot.kind == "conclusion":
            return say(mark("&Give as a task…"))
        return say(mark("Write down what &settles it…") if field_of(spot) else mark("&Done: take the step…"))

    def open(self, spot: Spot) -> None:
        """Show the record on its page."""
        if spot.concern:
            self.open_record.emit(spot.concern.page, spot.number)

    def finish(self, spot: Spot) -> None:
        """Take the step that ends it, open the field that settles it, or mark a duty as done."""
        if spot.duty:
            self._attempt(lambda: mark_duty(spot.list))
            return
        field = field_of(spot)
        if field:
            self.settle.emit(spot.kind, spot.number, field)
            return
        from gui.forms import take_step

        record = self._load(spot)
        if isinstance(record, Numbered):
            take_step(self._page, record)
        elif record is not None:
            from gui.minutes import give_task

            give_task(self._page, [record])

    def put_off(self, spot: Spot) -> None:
        """Ask for a new time limit and a reason; where the day is not the office's to move, say so."""
        record = self._load(spot) if spot.kind == "action" else None
        if record is not None:
            from gui.home.postponing import postpone  # the editors come when somebody asks for one

            if postpone(self._page, record):
                self.noted.emit(say(mark("Put off: {name}")).format(name=spot.name), None)
            return
        buttons = {"hide": say(mark("Hide for a week")), "leave": say(mark("Leave it as it is"))}
        title = say(mark("Put off?"))
        if messages.ask(self._page.window(), title, why_not(spot), buttons) == "hide":
            self.hide(spot, (days.today() + timedelta(days=7)).isoformat())

    def hide_until(self, spot: Spot) -> None:
        """Hide a line until a day that is asked for."""
        from gui.home.postponing import choose_day

        day = choose_day(self._page, spot.name)
        if day:
            self.hide(spot, day)

    def hide(self, spot: Spot, until: str) -> None:
        """Hide a line; the day on which it is due stays."""
        if self._attempt(lambda: store.snooze(spot.list, spot.kind, spot.number, until)):
            told = say(mark("Hidden until {day}; the day it is due has not moved.")).format(day=days.text(until))
            self.noted.emit(told, lambda: self.show(spot))

    def show(self, spot: Spot) -> None:
        """Show a hidden line again."""
        self._attempt(lambda: store.wake(spot.list, spot.kind, spot.number))

    def _load(self, spot: Spot) -> Any:
        try:
            return store.load(spot.kind, spot.number)
        except LookupError:
            self.noted.emit(say(mark("This record is no longer there.")), None)
            self.changed.emit()
            return None

    def _attempt(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except (Closed, SaveFailed) as error:
            messages.tell(self._page.window(), say(mark("Not done")), str(error), kind="warning")
            return False
        self.changed.emit()
        return True


def field_of(spot: Spot) -> str:
    """Give the field that settles what a line is about; nothing where a step does."""
    rule = RULES.get(spot.concern.rule) if spot.concern else None
    told = (*rule.settled, rule.year_field) if rule else ()
    return FIELDS.get(spot.list, "") or next((name for name in told if name), "")


def why_not(spot: Spot) -> str:
    """Say why the day of a line does not move."""
    rule = RULES.get(spot.duty.rule if spot.duty else spot.concern.rule if spot.concern else "")
    if spot.list in ("expired", "expiring") or (rule and rule.notice):
        return say(_END)
    if rule and rule.basis == Basis.LAW:
        return say(_LAW).format(source=say(rule.source))
    return say(_HABIT)
