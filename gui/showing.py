"""Covered details: shown on purpose and for a moment, written down each time, and gone from the clipboard soon."""

from functools import cache

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from gui.messages import attempt
from models import privacy
from models.record import Entity

MOMENT = 30_000  # milliseconds that a detail stays uncovered
CLIPBOARD = 20_000  # milliseconds that a copied detail stays on the clipboard
_SECRET = "secret"


class _News(QObject):
    """Tells that history has one line more, although no record changed."""

    noted = Signal()


_news = _News()
noted = _news.noted


def may_show(parent: QWidget, row: Entity | None, field: str) -> bool:
    """Write down that a detail of a record or row is shown; say why where it cannot be, and then it stays covered."""
    if row is None:
        return True
    may = attempt(parent.window(), lambda: privacy.note_shown(row, field))
    noted.emit()
    return may


def guard(widget: QWidget) -> None:
    """Let what is copied out of a widget leave the clipboard after a while."""
    widget.setProperty(_SECRET, True)
    _clipboard()


class _Clipboard(QObject):
    """Empties the clipboard of what was copied out of a guarded widget, unless something else was copied since."""

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__(clipboard)
        self.clipboard, self._held = clipboard, ""
        self.later = QTimer(self, singleShot=True, interval=CLIPBOARD)
        self.later.timeout.connect(self.empty)
        clipboard.dataChanged.connect(self._look)

    def _look(self) -> None:
        focused, copied = QApplication.focusWidget(), self.clipboard.text()
        if not isinstance(focused, QLabel | QLineEdit) or not focused.property(_SECRET):
            return
        if copied and copied in focused.text():
            self._held = copied
            self.later.start()

    def empty(self) -> None:
        if self._held and self.clipboard.text() == self._held:
            self.clipboard.clear()
        self._held = ""
        self.later.stop()


@cache
def _clipboard() -> _Clipboard:
    made = _Clipboard(QGuiApplication.clipboard())
    app = QApplication.instance()
    assert app is not None
    app.aboutToQuit.connect(made.empty)
    return made
