"""The field of a passphrase: hidden unless asked to show, and it says when Caps Lock is on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui import look
from gui.widgets import label, say_on, tool
from models.text import mark

SHOW = mark("Show what is typed")
CAPS = mark("Caps Lock is on.")


class _Line(QLineEdit):
    """Notices by the letters themselves whether Caps Lock is on: Qt does not tell."""

    def __init__(self, hint: QWidget) -> None:
        super().__init__()
        self._hint = hint
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._hint.setVisible(letter.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self._hint.hide()  # it was changed; the next letter tells
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hint.hide()
        super().focusOutEvent(event)


class Secret(QWidget):
    """One passphrase; ``line`` is the field itself."""

    def __init__(self, words: str) -> None:
        """Name the field with marked words, shown above it."""
        super().__init__()
        self.caps = label(CAPS, "error")
        self.caps.hide()
        self.line = _Line(self.caps)
        say_on(self.line, accessible_name=words)
        head = label(words, "small")
        head.setBuddy(self.line)
        self.eye = tool("eye", SHOW)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(head)
        column.addLayout(row)
        column.addWidget(self.caps)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Give what is typed."""
        return self.line.text()

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setIcon(look.icon("eye-off" if shown else "eye", "muted"))
