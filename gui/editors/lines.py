"""Editors of one line: text and numbers."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from gui.editors.editor import Editor, beside
from models.days import Misread
from models.fields import Described

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYED = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Line(QLineEdit):
    """A line where Enter goes on to the next field and nothing is rewritten while one types."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYED:
            self.deselect()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.focusNextChild()
            event.accept()
        else:
            super().keyPressEvent(event)


class TextEditor(Editor):
    """A line of text, kept as it was typed."""

    def __init__(self, field: Described, label: str = "", compact: bool = False, line: Line | None = None) -> None:
        super().__init__(field, label, compact)
        self.line = line or Line()
        self.line.textChanged.connect(self.changed)
        self.line.left.connect(self.leave)
        self.start(self.line)

    def words(self) -> str:
        return self.line.text()

    def show_words(self, words: str) -> None:
        if words != self.line.text():
            self.line.setText(words)
            self.line.setCursorPosition(0)

    def read(self) -> Any:
        return self.field.read(self.line.text())

    def set_value(self, value: Any) -> None:
        self.show_words(self.field.text(value))


class NumberEditor(TextEditor):
    """A number with dots between thousands; what was read stands beside it while one types."""

    def __init__(self, field: Described, label: str = "", compact: bool = False) -> None:
        super().__init__(field, label, compact)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.beside = beside(self.line, right=False)
        self.line.textChanged.connect(self._tell)

    def settle(self, value: Any) -> None:
        self.show_words(self.field.text(value))

    def _tell(self) -> None:
        try:
            told = self.field.text(self.value())
        except Misread:
            told = ""
        self.beside.setText(f"= {told}" if told and told != self.words() else "")
