"""The page on which a record is entered and edited, from the first blank field to the saved record."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import look
from gui.forms.body import FormBody, line_of
from gui.forms.following import Following, next_of
from gui.forms.header import FormHeader
from gui.forms.leaving import may_leave
from gui.forms.notices import Notice
from gui.forms.reasons import reason_for
from gui.forms.state_choice import StateChoice
from gui.forms.steps import take_step
from gui.forms.twins import TWIN_FIELDS, likely_twins, told_of
from models import choices, store
from models.checks import Complaint
from models.kinds import Page
from models.record import Numbered, Record
from models.store import Closed, Refused, SaveFailed, Stale
from models.text import mark, say, say_n

PAUSE = 400  # milliseconds of quiet before duplicates are looked for
_SAVED = mark("Saved: {name}")
_SAVED_NEXT = mark("Saved: {name}. The choices stay for the next one.")
_FAULT = mark("Not saved: the program met a fault of its own. What you typed is still here; try to save it as a draft.")
_CORRECTED = mark("Every place is corrected. Not saved yet.")
_OPEN_TWIN = mark("Open: {words}")


class FormPage(QWidget):
    """A form over the whole content area; the window listens to its signals and gives it back its focus."""

    saved = Signal(object)
    left = Signal()
    wanted = Signal(str, str, object)
    open_record = Signal(str, int)
    typed = Signal()
    parting = Signal()
    body: FormBody
    kept_as = ""  # the key of the text that is kept of it

    def __init__(self, page: Page, record: Record, parent: QWidget | None = None) -> None:
        """Edit ``record``, new or stored, under the words of ``page``."""
        super().__init__(parent)
        look.as_part(self, "page")
        self.page = page
        self.header = FormHeader(self)
        self.header.asked.connect(self.do)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.consider)
        self.begin(record)

    def begin(self, record: Record) -> None:
        """Show another record."""
        self._pause.stop()
        former = self.__dict__.get("body")
        if former is not None:
            former.hide()
            former.deleteLater()
        self.record = record
        self.reason = ""  # for a change that asks for one, as far as it was written
        self._complaints: list[Complaint] = []
        self._twins: list[tuple[str, int, str]] = []
        self._twins_of: tuple[Any, ...] = ()
        self.body = FormBody(self.page, record)
        self.errors, self.trouble, self.hints = Notice(), Notice(), Notice()
        self.states = StateChoice(record)
        for part in (self.trouble, self.errors, self.hints, self.states):
            self.body.top.addWidget(part)
        self.errors.chosen.connect(self.body.go_to)
        self.trouble.chosen.connect(self._after_trouble)
        self.hints.chosen.connect(self._open_twin)
        self.states.changed.connect(self._state_chosen)
        self.body.wanted.connect(self.wanted)
        self.body.changed.connect(self._typed)
        self.body.left.connect(self.consider)
        for each in (self.body.changed, self.states.changed):
            each.connect(self.typed)
        self._column.addWidget(self.body)
        self._following = Following(self.body)
        self.body.let_unknown(self._late())
        self._show_head()
        self._say_locked()
        if self.isVisible():
            self.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.body.isAncestorOf(self.focusWidget() or self):
            self.focus_first()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus_first()

    def focus_first(self) -> None:
        """Stand on the first field."""
        first = next(iter(self.body.editors.values()), None)
        if first:
            first.setFocus()

    def do(self, what: str) -> None:
        """Do what a button says: save, close, new, draft or cancel."""
        if what == "cancel":
            if self.ask_to_leave():
                self.left.emit()
        elif self.save(draft=what == "draft"):
            if what == "close":
                self.left.emit()
            elif what == "new":
                self._begin_next()

    def save(self, draft: bool = False) -> bool:
        """Save what is typed; where that cannot be, say why beside the fields and keep every word."""
        self._pause.stop()
        self.body.end_typing()
        try:
            return self._save(draft)
        except Exception:  # the box about a fault of the program opens once, this is said each time
            self._say_trouble(say(_FAULT))
            raise

    def _save(self, draft: bool) -> bool:
        self._following.fill(self.body.sketch())
        unread = self.body.read_into(self.record)
        self.states.read_into(self.record)
        if unread:
            missing = [] if draft else self.record.missing()
            named = {each.field for each in unread}
            self._refuse([*unread, *(each for each in missing if each.field not in named)])
            return False
        agreed, reason = (True, None) if draft else reason_for(self)
        if not agreed:
            self.header.tell(say(mark("Not saved.")))
            return False
        try:
            store.save(self.record, draft=draft, note=reason, typed=self.kept_as)
        except Refused as refused:
            self._refuse(refused.complaints)
        except Stale as stale:
            lines = [("reload", say(mark("Show the newest version; my text is kept among the unsaved forms"))),
                     ("keep", say(mark("Keep my text open, to copy from it")))]  # fmt: skip
            self._say_trouble(str(stale), lines)
        except (SaveFailed, Closed) as failed:
            self._say_trouble(str(failed))
        else:
            self._after_save()
            return True
        return False

    def is_changed(self) -> bool:
        """Tell whether something was typed that is not saved."""
        return bool(self.body.changed_fields()) or self.states.is_changed()

    def ask_to_leave(self) -> bool:
        """Tell whether the form may be closed: at once where nothing changed, else as the person answers."""
        return may_leave(self)

    def title(self) -> str:
        """Give the words at the head of the form."""
        parts = [part for part in (getattr(self.record, "code", None), self.record.heading) if part]
        return " · ".join(parts) if self.record.id and parts else say(self.page.new)

    def consider(self) -> None:
        """Fill in what follows from the rest, and say what to think of: warnings, likely duplicates."""
        self._pause.stop()
        if self._locked():
            return
        sketch = self.body.sketch()
        self._following.fill(sketch)
        lines = [("", each.text()) for each in sketch.complaints() if each.warning]
        asked = (sketch.heading, *(sketch.value(each.name) for each in sketch.asked() if each.name in TWIN_FIELDS))
        if asked != self._twins_of:
            self._twins_of, self._twins = asked, likely_twins(sketch, self.record.id)
        twins = self._twins
        lines += [(f"{kind}:{number}", say(_OPEN_TWIN).format(words=words)) for kind, number, words in twins]
        told = say(mark("Please check.")) if lines else ""
        self.hints.tell(told_of(twins) if twins else told, "warn", lines)

    def _after_save(self) -> None:
        self._complaints, self.reason = [], ""
        self.body.complain([])
        self.body.settle()
        self.states.settle(self.record)
        self.errors.tell("")
        self.trouble.tell("")
        self._show_head()
        self.header.tell(say(_SAVED).format(name=self.title()))
        self.saved.emit(self.record)

    def _begin_next(self) -> None:
        before, name = self.record, self.title()
        self.begin(next_of(self.page, before))
        self.header.tell(say(_SAVED_NEXT).format(name=name))

    def _refuse(self, complaints: list[Complaint]) -> None:
        """Show the complaints at the top and beside their fields, and stand on the first."""
        order = [each.name for each in self.record.asked()]
        complaints = sorted(complaints, key=lambda each: order.index(each.field) if each.field in order else -1)
        self._complaints = complaints
        self.trouble.tell("")
        self.body.complain(complaints)
        self._sum_up()
        self.header.tell("")
        self.body.go_to(next((each.field for each in complaints if each.field in self.body.editors), ""))

    def _sum_up(self, held: bool = False) -> None:
        """Say at the top what is still wrong; a corrected field leaves the list."""
        editors = self.body.editors
        self._complaints = [e for e in self._complaints if e.field not in editors or editors[e.field].complaint()]
        n = len(self._complaints)
        told = say_n("Not saved: {n} place needs your attention.", "Not saved: {n} places need your attention.", n)
        lines = [(each.field, line_of(self.record, each)) for each in self._complaints]
        self.errors.tell(told.format(n=n) if n else say(_CORRECTED), "bad" if n else "ok", lines, held)

    def _typed(self) -> None:
        if self._complaints:
            self._sum_up(held=True)
        self.body.stay()
        self._pause.start()

    def _say_trouble(self, sentence: str, lines: Any = ()) -> None:
        self.header.tell("")
        self.trouble.tell(sentence, "bad", lines)
        self.body.verticalScrollBar().setValue(0)

    def _after_trouble(self, answer: str) -> None:
        if answer == "reload":
            self.parting.emit()
            self.begin(store.load(self.record.kind, self.record.id))
        elif answer == "keep":
            self.trouble.tell("")
        elif answer == "reopen" and isinstance(self.record, Numbered) and take_step(self, self.record):
            self.begin(store.load(self.record.kind, self.record.id))
            self.saved.emit(self.record)

    def _open_twin(self, reference: str) -> None:
        kind, _, number = reference.partition(":")
        self.open_record.emit(kind, int(number))

    def _late(self) -> bool:
        return isinstance(self.record, Numbered) and self.states.state() in self.record.lifecycle().late_entry

    def _state_chosen(self) -> None:
        self.body.let_unknown(self._late())
        self._show_head()

    def _locked(self) -> bool:
        session = store.current()
        read_only = session is None or session.read_only
        return read_only or (isinstance(self.record, Numbered) and self.record.closed() and bool(self.record.id))

    def _say_locked(self) -> None:
        """Say why a record cannot be changed now, and what to do."""
        locked = self._locked()
        for name in ("save", "close", "new", "draft"):
            self.header.buttons[name].setEnabled(not locked)
        for card in self.body.cards:
            card.body.setEnabled(not locked)
        session = store.current()
        if session and session.read_only:
            words = mark("This office is open for reading only: {holder}.")
            self.trouble.tell(say(words).format(holder=say(session.holder)), "info")
        elif locked:
            words = say(mark("The record is closed. Reopen it with a reason before you change it."))
            self.trouble.tell(words, "info", [("reopen", say(mark("Reopen the record")))])

    def _show_head(self) -> None:
        state, tone = "", "neutral"
        if self.record.draft and self.record.id:
            state = say(mark("Draft", "state"))
        elif isinstance(self.record, Numbered):
            chosen, states = self.states.state(), self.record.lifecycle().states
            state, tone = choices.label(states, chosen), choices.tone(states, chosen)
        self.header.show_record(self.title(), state, tone, bool(self.record.id))
        self.header.buttons["draft"].setVisible(not self.record.id or self.record.draft)
        self.header.buttons["new"].setVisible(not self.record.id or self.record.version <= 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.do("cancel")
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and "body" in self.__dict__:
            self._show_head()
            if self._complaints:
                self.body.complain(self._complaints)
                self._sum_up()
            self._say_locked()
            self._pause.start()
        super().changeEvent(event)
