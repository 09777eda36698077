"""Two small dialogs of the start page: a new time limit with its reason, and the day until which a line is hidden."""

from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.editors import Editor, unbound
from gui.editors.day import DayEditor
from gui.editors.long_text import LongTextEditor
from gui.editors.typing_dialog import TypingDialog
from gui.widgets import button, label
from gui.widgets.sizes import resize_within
from models import days, store
from models.days import Misread
from models.errors import Closed, Refused, SaveFailed, Stale
from models.fields import Day, LongText
from models.text import mark, say

_LATER = mark("Choose a day after today.")
_REASON = mark("Give the reason.")
_SAME = mark("This is the day on which it is due already.")


class AskDialog(TypingDialog):
    """Asks for a day, and for a reason where one is needed."""

    def __init__(self, title: str, name: str, day: str, deed: str, reason: bool, parent: QWidget | None = None) -> None:
        """Show marked words; ``name`` is that of the line, already translated."""
        super().__init__(parent)
        self.setWindowTitle(say(title))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 14)
        self.column.setSpacing(8)
        heading = label("", "heading")
        heading.setText(name)
        heading.setWordWrap(True)
        self.column.addWidget(heading)
        self.day = DayEditor(unbound(Day(day, required=True), "day"))
        self.note = LongTextEditor(unbound(LongText(mark("Reason")), "note"))
        self._ask(day, self.day)
        if reason:
            self._ask(mark("Reason"), self.note)
        self.wrong = label("", "error")
        self.wrong.setWordWrap(True)
        self.column.addWidget(self.wrong)
        self.column.addStretch(1)
        self.leave, self.go = button(mark("Cancel", "dialog")), button(deed, "check", "primary")
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.leave)
        feet.addWidget(self.go)
        self.column.addLayout(feet)
        self.leave.clicked.connect(self.reject)
        self.go.clicked.connect(self.take)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.go.click)
        resize_within(self, 520, 340 if reason else 220)
        self.day.setFocus()

    def _ask(self, words: str, editor: Editor) -> None:
        head = label(words, "small")
        head.setBuddy(editor.entry)
        self.column.addWidget(head)
        self.column.addWidget(editor)

    def chosen(self) -> str | None:
        """Give the day, or None where it cannot be read or has come; then the dialog says so."""
        try:
            day: str | None = self.day.value()
        except Misread as misread:
            self.wrong.setText(say(misread.args[0]))
            return None
        if not day or day <= days.today().isoformat():
            self.wrong.setText(say(_LATER))
            return None
        return day

    def take(self) -> None:
        """Accept a day that lies ahead."""
        if self.chosen():
            self.accept()


class PostponeDialog(AskDialog):
    """Gives an action a new time limit; the old one and the reason stay in its history."""

    def __init__(self, action: Any, parent: QWidget | None = None) -> None:
        super().__init__(mark("Put off"), action.heading, mark("New time limit"), mark("Put off"), True, parent)
        self.action = action
        told = label("", "muted")
        told.setText(say(mark("Due on {day}. The old day stays in the history.")).format(day=days.text(action.due_on)))
        told.setWordWrap(True)
        self.column.insertWidget(1, told)

    def take(self) -> None:
        """Save the new day with its reason, or say what stands in the way."""
        day, note = self.chosen(), (self.note.value() or "").strip()
        if day is None:
            return
        if day == self.action.due_on or not note:
            self.wrong.setText(say(_SAME if day == self.action.due_on else _REASON))
            return
        before, self.action.due_on = self.action.due_on, day
        try:
            store.save(self.action, note=note)
        except (Refused, Stale, Closed, SaveFailed) as trouble:
            self.action.due_on = before
            self.wrong.setText(str(trouble))
        else:
            self.accept()


def postpone(parent: QWidget, action: Any) -> bool:
    """Let the person put off an action; tell whether it was."""
    return _run(PostponeDialog(action, parent)) is not None


def choose_day(parent: QWidget, name: str) -> str | None:
    """Ask until which day a line is hidden."""
    words = mark("Hide until")
    return _run(AskDialog(words, name, words, mark("Hide", "line"), False, parent))


def _run(dialog: AskDialog) -> str | None:
    done = dialog.exec() == QDialog.DialogCode.Accepted
    day = dialog.day.value() if done else None
    dialog.deleteLater()
    return day
