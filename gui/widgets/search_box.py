"""The box one searches in: it waits a moment, and never touches what is being typed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui import look
from gui.widgets.words import follow_language, say_on
from models.text import mark, say

PAUSE = 60  # milliseconds between the last key and the question
CLEAR = mark("Clear the search")


class SearchBox(QLineEdit):
    """Sends ``asked`` when typing pauses; Esc empties it first and only then goes to the window."""

    asked = Signal(str)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Show marked words as the hint and as the accessible name."""
        super().__init__(parent)
        self.addAction(look.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(look.icon("x", "muted", 16), "", self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(self._wait)
        self._last = ""
        say_on(self, placeholder_text=words, accessible_name=words)
        follow_language(self, lambda: self._clear.setText(say(CLEAR)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _wait(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._timer.start()

    def _ask(self) -> None:
        """Send the question, once for the same words."""
        self._timer.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.asked.emit(self._last)
