"""Text that was typed and not saved: kept while one types, offered after a crash, had back after a form was closed."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui import messages
from gui.forms.keeping import Keeping
from gui.minutes.keeping import MINUTES
from gui.widgets import button, label
from models import store
from models.errors import Closed, SaveFailed
from models.kinds import PAGES
from models.record import Record
from models.store import unfinished
from models.store.unfinished import Unfinished
from models.text import mark, say, say_n

if TYPE_CHECKING:
    from gui.forms import FormPage
    from gui.shell.workplace import Workplace

TITLE = mark("Forms that were not saved")
_CHANGED = mark("The record was changed after this was typed. Compare before you save: what is typed here would win.")
_GONE = mark("The record is no longer there. What was typed is in a new form.")
_NO_SESSION = mark("The session is no longer there. The text of its minutes is below and can be copied.")
_CLOSED = mark("Closed without saving: {name}")
_ONLY_HERE = mark("Closed without saving, and the disk took nothing of it; only this note has it still: {name}")


def dress(form: "FormPage") -> None:
    """Keep what is typed in a form."""
    Keeping(form)


def keeping_of(form: "FormPage") -> Keeping:
    """Give what looks after a form's text."""
    found = form.findChild(Keeping)
    assert found is not None, "every form is looked after"
    return found


def dismiss(form: "FormPage", work: "Workplace") -> None:
    """Keep the text of a form that is closed without saving, and offer it back."""
    text, kept = keeping_of(form).keep(by_hand=True)
    if text is not None:
        told = say(_CLOSED if kept else _ONLY_HERE).format(name=text.title)
        work.toast.note(told, lambda: reopen(work, text), mark("Open again"), about=text.key)


def keep_all(work: "Workplace") -> None:
    """Keep the text of all open forms now: the program is about to end."""
    for form in work.forms():
        keeping_of(form).keep()


def _open_keys(work: "Workplace") -> set[str]:
    """Give the keys of the texts that stand in open forms: a second form of one would take the text from the first."""
    return {keeping_of(each).key for each in work.forms()}


def reopen(work: "Workplace", kept: Unfinished) -> None:
    """Open a form with the text that is kept of it."""
    work.toast.forget(kept.key)
    if kept.key in _open_keys(work):
        return
    if MINUTES in kept.content:
        _reopen_minutes(work, kept)
        return
    record, trouble = _record(kept)
    form = work.open_form(record)
    keeping_of(form).take_over(kept)
    if trouble:
        form.trouble.tell(say(trouble), "warn")


def _reopen_minutes(work: "Workplace", kept: Unfinished) -> None:
    from gui.minutes import split_minutes

    record = _record(kept)[0]
    if not record.id:
        messages.tell(work.window(), kept.title, say(_NO_SESSION), kept.content[MINUTES], kind="warning")
        return
    work.open_record("session", record.id)
    split_minutes(work.window(), record, kept)


def _record(kept: Unfinished) -> tuple[Record, str]:
    page = PAGES[kept.page]
    if not kept.record:
        return page.blank(), ""
    try:
        record = store.load(kept.kind, kept.record)
    except LookupError:
        return page.blank(), _GONE
    if record.removed_at:  # a form on it would save into the bin
        return page.blank(), _GONE
    return record, _CHANGED if record.version != kept.version else ""


def offer(work: "Workplace") -> None:
    """Offer what a program that died was being told, once its office is open again; drop what is long forgotten."""
    session = store.current()
    if session is None or session.read_only:
        return
    try:
        unfinished.drop_old(datetime.now())
    except (SaveFailed, Closed):
        return
    there = _open_keys(work)
    left = [each for each in unfinished.unfinished() if not each.left_by_hand and each.key not in there]
    if not left:
        return
    n = len(left)
    told = say_n("The program ended while a form was open. ", "The program ended while {n} forms were open. ", n)
    names = "\n".join(f"• {each.title} ({_moment(each)})" for each in left)
    words = told.format(n=n) + say(mark("What was typed is kept:")) + f"\n\n{names}"
    buttons = {"open": say(mark("&Open again")), "later": say(mark("&Later"))}
    if messages.ask(work.window(), say(TITLE), words, buttons) == "open":
        for each in reversed(left):
            reopen(work, each)


def _moment(kept: Unfinished) -> str:
    return f"{datetime.fromisoformat(kept.at):%d/%m/%Y %H:%M}"


def choose(work: "Workplace") -> None:
    """Show the forms that were closed without saving; one can be opened again."""
    shown = Drafts(work.window(), _open_keys(work))
    shown.exec()
    chosen = shown.chosen
    for key in shown.dropped:
        work.toast.forget(key)
    shown.deleteLater()
    if chosen:
        reopen(work, chosen)


class Drafts(QDialog):
    """A list of kept texts, newest first."""

    def __init__(self, parent: QWidget | None, leave_out: Collection[str] = ()) -> None:
        """List what is kept now; ``leave_out`` are the keys of texts that stand in open forms."""
        super().__init__(parent)
        self._leave_out = leave_out
        self.chosen: Unfinished | None = None
        self.dropped: list[str] = []  # the keys of texts that were deleted here
        self.setWindowTitle(say(TITLE))
        self.setMinimumSize(560, 320)
        self.list = QListWidget()
        self.list.setAccessibleName(say(TITLE))
        self.empty = label(mark("No text of a form is kept here now."), "muted")
        self.again = button(mark("&Open again"), "pencil", "primary")
        self.drop = button(mark("&Delete"), "trash-2")
        leave = button(mark("&Close"), "")
        self.again.clicked.connect(self._open)
        self.drop.clicked.connect(self._drop)
        leave.clicked.connect(self.reject)
        self.list.itemActivated.connect(lambda _item: self._open())
        foot = QHBoxLayout()
        foot.addWidget(self.drop)
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(self.again)
        words = mark("What was typed in a form and not saved stays here for thirty days.")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(words, "small"))
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        for each in unfinished.unfinished():
            if each.key in self._leave_out:
                continue
            item = QListWidgetItem(f"{each.title}\n{say(PAGES[each.page].title)} · {_moment(each)}")
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        there = self.list.count() > 0
        self.empty.setVisible(not there)
        for part in (self.list, self.again, self.drop):
            part.setVisible(there)
        if there:
            QTimer.singleShot(0, self.list, self.list.setFocus)

    def _open(self) -> None:
        item = self.list.currentItem()
        if item:
            self.chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()

    def _drop(self) -> None:
        item = self.list.currentItem()
        if not item:
            return
        kept: Unfinished = item.data(Qt.ItemDataRole.UserRole)
        words = mark("Delete what was typed in “{name}”? It was never saved, and cannot be brought back.")
        buttons = {"delete": say(mark("&Delete")), "keep": say(mark("&Keep it"))}
        asked = messages.ask(self, say(TITLE), say(words).format(name=kept.title), buttons, danger="delete")
        if asked == "delete" and messages.attempt(self, lambda: unfinished.give_up(kept.key)):
            self.dropped.append(kept.key)
            self._fill()
