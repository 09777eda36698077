"""The editor of several lines: Tab leaves it, Ctrl+Tab types a tab, it grows with its text."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from gui.editors.editor import Editor
from models.fields import Described

LEAST, MOST = 3, 10  # lines seen at once


class Lines(QPlainTextEdit):
    """Several lines of plain text."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._height = 0
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grow())
        self.grow()

    def grow(self) -> None:
        """Be as high as the text, within reason."""
        lines = min(max(int(self.document().size().height()), LEAST), MOST)
        height = int(lines * self.fontMetrics().lineSpacing()) + 22
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.insertPlainText("\t")
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class LongTextEditor(Editor):
    """Text of several lines."""

    def __init__(self, field: Described, label: str = "") -> None:
        super().__init__(field, label)
        self.lines = Lines()
        self.lines.textChanged.connect(self.changed)
        self.lines.left.connect(self.leave)
        self.start(self.lines)

    def words(self) -> str:
        return self.lines.toPlainText()

    def show_words(self, words: str) -> None:
        if words != self.words():
            self.lines.setPlainText(words)

    def read(self) -> Any:
        return self.field.read(self.words())

    def set_value(self, value: Any) -> None:
        self.show_words(self.field.text(value))
