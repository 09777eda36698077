"""The bin: what was removed, by whom and when; brought back, or erased for good when somebody says so."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui import look, messages
from gui.long_work import do_to_many
from gui.widgets import Card, EmptyState, PlainTable, button, follow_language, label, note, say_on
from models import store
from models.days import moment
from models.kinds import page_named, page_of
from models.store import Binned, Held, Question
from models.store.bin import KEPT_DAYS
from models.text import mark, say, say_n

HEADS = (
    *(mark("Kind"), mark("File code"), mark("Name")),
    *(mark("Removed", "heading"), mark("By", "removed"), mark("90 days are over on")),
)
NAMED = 10  # so many records are named in a question
_TOLD = mark(
    "Removed records stay here, with their links and files, until somebody erases them; nothing goes by itself. “Erase "
    "for good…” takes away the chosen ones at any time, “Erase what is older than {n} days…” all that have lain here "
    "longer than that."
)
_OLD = mark("Erase what is older than {n} days…")
_ERASED = mark(
    "They go for good, with their rows, links and attached files. This cannot be undone; only a line in the history "
    "stays. Backups made before still hold them."
)
_BRINGING, _ERASING = mark("Bringing back"), mark("Erasing for good")
_STAY = mark("Not erased, because other records still name them:")
_NOT_OLD = mark("Nothing here is older than {n} days.")


def bring_back(
    parent: QWidget, references: Sequence[tuple[str, int]], ended: Callable[[bool], None] = lambda _done: None
) -> None:
    """Bring records back from the bin by kind and number, all or none; ``ended`` is told whether it was done."""
    n = len(references)
    words = say_n("Bringing back {n} record", "Bringing back {n} records", n).format(n=n)
    do_to_many(parent, _BRINGING, words, n, partial(store.restore_all, references), ended)


class BinPage(QWidget):
    """All removed records of the office; ``open_list`` shows one of them in its list."""

    open_list = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show what is in the bin."""
        super().__init__(parent)
        look.as_part(self, "page")
        say_on(self, accessible_name=mark("Bin"))
        self.table = PlainTable(mark("Removed records"), HEADS, (150, 120, 320, 150, 170, 150), 2, several=True)
        self.nothing = EmptyState("trash-2", mark("The bin is empty."))
        self.restore_button = button(mark("Bring back"), "archive-restore", "primary")
        self.open_button = button(mark("Read", "a record"), "eye")
        self.erase_button = button(mark("Erase for good…"), "x", "danger")
        self.empty_button = button("", "trash-2", "danger")
        self.told = label("", "small")
        self.told.setWordWrap(True)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._allow)
        self.table.cellActivated.connect(lambda *_: self.read())
        self.restore_button.clicked.connect(self.restore)
        self.open_button.clicked.connect(self.read)
        self.erase_button.clicked.connect(lambda: self.erase(self.table.all_chosen()))
        self.empty_button.clicked.connect(self.empty)
        QShortcut(QKeySequence("F5"), self, self.fill)
        follow_language(self, self.fill)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(mark("Bin"), "title"))
        row.addStretch()
        for each in (self.restore_button, self.open_button, self.erase_button, self.empty_button):
            row.addWidget(each)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self._stack)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(14)
        outer.addLayout(row)
        outer.addWidget(self.told)
        outer.addWidget(card, 1)

    def fill(self) -> None:
        """Read the bin again."""
        if store.current() is None:
            return
        found = store.binned()
        self.table.show_lines(found, [_line(each) for each in found])
        self._stack.setCurrentWidget(self.table if found else self.nothing)
        self.told.setText(say(_TOLD).format(n=KEPT_DAYS))
        self.empty_button.setText(say(_OLD).format(n=KEPT_DAYS))
        if self.window().focusWidget() is self.table:
            self.take_focus()
        self._allow()

    def _allow(self) -> None:
        session = store.current()
        chosen = bool(self.table.all_chosen())
        may = bool(session and not session.read_only)
        self.open_button.setEnabled(len(self.table.all_chosen()) == 1)
        for each in (self.restore_button, self.erase_button):
            each.setEnabled(chosen and may)
        old = any(each.is_old() for each in self.table.things)
        self.empty_button.setEnabled(may and old)
        self.empty_button.setToolTip("" if old else say(_NOT_OLD).format(n=KEPT_DAYS))

    def read(self) -> None:
        """Show the chosen record in the list of its kind."""
        chosen: Binned | None = self.table.chosen()
        if chosen:
            page = page_of(store.load(chosen.kind, chosen.id))
            self.open_list.emit(page.name, Question(only=(chosen.id,), removed=True))

    def restore(self) -> None:
        """Bring the chosen records back, all or none."""
        chosen: list[Binned] = self.table.all_chosen()

        bring_back(self, [(each.kind, each.id) for each in chosen], lambda _done: self.fill())

    def empty(self) -> None:
        """Erase what was kept long enough, once the person has agreed."""
        self.erase([each for each in self.table.things if each.is_old()])

    def erase(self, chosen: Sequence[Binned]) -> None:
        """Erase records for good, once the person has agreed; what others still name stays and is told."""
        held = store.held(chosen)
        stay = {(each.record.kind, each.record.id) for each in held}
        going = [each for each in chosen if (each.kind, each.id) not in stay]
        title = say(mark("Erase for good"))
        if not going:
            messages.tell(self, title, _held_words(held), kind="warning")
        elif self._agreed(title, going, held):
            n = len(going)
            words = say_n("Erasing {n} record", "Erasing {n} records", n).format(n=n)
            do_to_many(self, _ERASING, words, n, partial(store.erase, going), partial(self._erased, going))

    def _erased(self, going: Sequence[Binned], done: bool) -> None:
        self.fill()
        if done:
            one = f"{going[0].code} {going[0].name}".strip()
            words = say(mark("Erased for good: {name}") if len(going) == 1 else mark("Erased {n} records for good."))
            note(self, words.format(n=len(going), name=one))

    def _agreed(self, title: str, going: Sequence[Binned], held: Sequence[Held]) -> bool:
        n = len(going)
        lines = [say_n("Erase {n} record for good?", "Erase {n} records for good?", n).format(n=n), "", *_named(going)]
        lines += ["", say(_ERASED), *(["", _held_words(held)] if held else [])]
        words = say_n("&Erase", "&Erase {n} records", n).format(n=n)
        buttons = {"erase": words, "keep": say(mark("&Keep"))}
        return messages.ask(self, title, "\n".join(lines), buttons, kind="warning", danger="erase") == "erase"

    def take_focus(self) -> None:
        """Take the keyboard into the list, where its first line is chosen."""
        if self.table.rowCount() and not self.table.all_chosen():
            self.table.selectRow(0)
        self.table.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.take_focus()

    def panes(self) -> list[QWidget]:
        """Give the parts between which F6 goes."""
        return [self.table]


def _line(each: Binned) -> tuple[str, ...]:
    until = f"{each.until:%d/%m/%Y}"
    one = say(page_named(each.page).one)
    return (one[:1].upper() + one[1:], each.code, each.name, moment(each.at), each.who, until)


def _named(records: Sequence[Binned]) -> list[str]:
    told = [f"• {say(page_named(each.page).one)}: {each.code} {each.name}".rstrip() for each in records[:NAMED]]
    more = len(records) - NAMED
    return told + (["• " + say_n("and {n} more", "and {n} more", more).format(n=more)] if more > 0 else [])


def _held_words(held: Sequence[Held]) -> str:
    words = mark("{name} (named by: {others})")
    told = [
        "• " + say(words).format(name=f"{each.record.code} {each.record.name}".strip(), others="; ".join(each.by[:3]))
        for each in held[:NAMED]
    ]
    return "\n".join([say(_STAY), *told])
