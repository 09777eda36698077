"""A short note at the foot of the window that something is done, with a way to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import look
from gui.widgets.buttons import tool
from gui.widgets.texts import Elided
from gui.widgets.words import say_on
from models.text import mark, say

STAYS = 10_000  # milliseconds; at least eight seconds to read and to reach the button
FRESH = 700  # milliseconds: a page shown so soon after belongs to what the note tells
UNDO, HIDE = mark("Undo"), mark("Hide this note")


def note(widget: QWidget, text: str) -> None:
    """Say a short note at the foot of the window that a widget stands in."""
    toast = widget.window().findChild(Toast)
    if toast is not None:
        toast.note(text)


class Toast(QFrame):
    """One note in a strip of its own, so that it covers nothing; a new note takes the place of the old one."""

    def __init__(self, parent: QWidget) -> None:
        """Wait, hidden, until there is something to say."""
        super().__init__(parent)
        look.as_part(self, "toast")
        self._undo: Callable[[], None] | None = None
        self._about = ""
        self.text = Elided()
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._take_back)
        say_on(self.button, text=UNDO, accessible_name=UNDO)
        close = tool("x", HIDE, token="on_toast")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        for part in (self.text, self.button, close):
            row.addWidget(part)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._leave)
        self._age = QElapsedTimer()
        self.hide()

    def strip(self, margin: int = 16) -> QHBoxLayout:
        """Give the strip for the foot of a window; it takes no room while there is nothing to say."""
        made = QHBoxLayout()
        made.setContentsMargins(margin, 0, margin, margin // 2)
        made.addWidget(self)
        made.addStretch()
        return made

    def stand_in(self, window: QWidget) -> None:
        """Take a strip of a window: above the other note or the row of buttons that it ends in.

        A window that lays itself out otherwise than in a column gives the strip its place itself.
        """
        others = (each for each in window.findChildren(Toast) if each.window() is window and each is not self)
        other = next(others, None)
        host = (other and other.parentWidget()) or window
        column = host.layout()
        if column is None:
            column = QVBoxLayout(host)
            column.addStretch()
        assert isinstance(column, QVBoxLayout), host
        last = column.itemAt(column.count() - 1)
        column.insertLayout(column.count() - bool(last and last.layout()), self.strip(16 if other else 0))

    def go_with_page(self) -> None:
        """Hide as another page is shown, unless the note was just made by what led there."""
        if self._age.isValid() and self._age.elapsed() > FRESH:
            self.hide()

    def note(self, text: str, undo: Callable[[], None] | None = None, words: str = UNDO, about: str = "") -> None:
        """Show a text already translated; ``undo`` is called by the button, which is hidden without it.

        ``words`` are the marked ones on the button; ``about`` names what the button needs: see ``forget``.
        """
        self._undo, self._about = undo, about
        self.text.setText(text)
        self.button.setText(say(words))
        self.button.setAccessibleName(say(words))
        self.setAccessibleName(text)
        self.button.setVisible(undo is not None)
        self.show()
        self._age.start()
        self._timer.start()

    def forget(self, about: str) -> None:
        """Hide the note that offers what is there no more."""
        if about == self._about:
            self.hide()

    def _leave(self) -> None:
        # Whoever is on the button or over the note is still reading it.
        if self.isAncestorOf(self.window().focusWidget() or self.window()) or self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo:
            undo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
