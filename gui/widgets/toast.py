"""A short note at the bottom left that something is done, with a way to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from gui import look
from gui.widgets.buttons import tool
from gui.widgets.texts import label
from gui.widgets.words import say_on
from models.text import mark

STAYS = 10_000  # milliseconds; at least eight seconds to read and to reach the button
MARGIN = 16
UNDO, HIDE = mark("Undo"), mark("Hide this note")


class Toast(QFrame):
    """One note over the bottom left of a window; a new note takes the place of the old one."""

    def __init__(self, parent: QWidget) -> None:
        """Wait, hidden, over ``parent``."""
        super().__init__(parent)
        look.as_part(self, "toast")
        self._over = parent
        self._undo: Callable[[], None] | None = None
        self.text = label()
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
        parent.installEventFilter(self)
        self.hide()

    def note(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a text already translated; ``undo`` is called by the button, which is hidden without it."""
        self._undo = undo
        self.text.setText(text)
        self.setAccessibleName(text)
        self.button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

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

    def _place(self) -> None:
        room = self._over.rect()
        self.setMaximumWidth(max(200, room.width() - 2 * MARGIN))
        self.adjustSize()
        self.move(QPoint(MARGIN, room.bottom() - self.height() - MARGIN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
