"""The reason for a change that the history has to explain: a new time limit of a task that was given."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.editors import unbound
from gui.editors.long_text import LongTextEditor
from gui.forms.block import FieldBlock
from gui.widgets import button, label
from gui.widgets.sizes import resize_within
from models import days, store
from models.actions import FollowUp
from models.fields import LongText
from models.record import Record
from models.text import mark, say

if TYPE_CHECKING:
    from gui.forms.page import FormPage

TITLE = mark("New time limit")
MOVED = mark("The time limit moves from {before} to {after}. The old day and the reason stay in the history.")
NONE = mark("no time limit")


class ReasonDialog(QDialog):
    """Asks why; accepted once there is a reason."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Show a sentence that is translated already."""
        super().__init__(parent)
        self.setWindowTitle(say(TITLE))
        self.note = LongTextEditor(unbound(LongText(mark("Reason"), required=True), "note"))
        told = label()
        told.setText(words)
        told.setWordWrap(True)
        self.leave, self.go = button(mark("Cancel", "dialog")), button(mark("Save"), "check", "primary")
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.leave)
        feet.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 14)
        whole.setSpacing(12)
        whole.addWidget(told)
        whole.addWidget(FieldBlock(self.note, True))
        whole.addStretch(1)
        whole.addLayout(feet)
        self.leave.clicked.connect(self.reject)
        self.go.clicked.connect(self.take)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.go.click)
        resize_within(self, 520, 280)
        self.note.setFocus()

    def reason(self) -> str:
        """Give what was written."""
        return (self.note.value() or "").strip()

    def take(self) -> None:
        """Accept a reason."""
        if self.reason():
            self.accept()
        else:
            self.note.complain(say(mark("Give the reason.")))


def moved(record: Record) -> str | None:
    """Say how the time limit of a stored task moves, in words; None where nothing asks for a reason."""
    if not isinstance(record, FollowUp) or not record.id or record.draft:
        return None
    before = store.load("action", record.id).value("due_on")
    if not before or before == record.due_on:
        return None
    return say(MOVED).format(before=days.text(before), after=days.text(record.due_on) or say(NONE))


def reason_for(form: "FormPage") -> tuple[bool, str | None]:
    """Tell whether the record of a form may be saved, and with which reason; without one it stays in the form.

    What is written is a part of what is typed in the form: kept like it, and there again when it is asked once more.
    """
    words = moved(form.record)
    if words is None:
        return True, None
    dialog = ReasonDialog(words, form)
    dialog.note.show_words(form.reason)

    def typed() -> None:
        form.reason = dialog.note.words()
        form.typed.emit()

    dialog.note.changed.connect(typed)
    given = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return given, dialog.reason()
