"""The bar that says what is the matter with the file of the office, and what to do; quiet where nothing is urgent."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui import look
from gui.widgets import button, follow_language, label
from models import drives, store
from models.store import locking
from models.store.transaction import Session
from models.text import mark, say

OFTEN = 10_000  # milliseconds between two looks whether the file is still in its place
_READING = mark(
    "Open for reading only: {holder}. You can read, search and print; to change something, wait until "
    "the other one closes the office, then try again."
)
_READING_FOR_ITSELF = mark("Open for reading only: {holder}. You can read, search and print.")
_PLACES = {
    drives.NETWORK: mark(
        "The office lies on a network drive. It works, more slowly; keep it rather on this computer's own disk and let "
        "the network drive be the second place for backups."
    ),
    drives.SENT: mark(
        "The office lies in a folder that another program sends to the cloud by itself. That can mix up two states of "
        "it: keep it rather outside, and let that folder be the second place for backups."
    ),
}


class Notice(QFrame):
    """Hidden as long as nothing is the matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Look at the open office."""
        super().__init__(parent)
        look.as_part(self, "bar")
        self._sign = QLabel()
        self.text = label("", "")
        self.text.setWordWrap(True)
        self.rescue = button(mark("Save a copy…"), "save")
        self.take = button(mark("Take over…"))
        self.again = button(mark("Try again"), "refresh-cw")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        for each in (self.rescue, self.take, self.again):
            row.addWidget(each)
        session = store.current()
        self._left = bool(session and session.read_only and locking.is_left_elsewhere(session.path))
        self._watch = QTimer(self, interval=OFTEN)
        self._watch.timeout.connect(self._tell)
        self._watch.start()
        follow_language(self, self._tell)
        look.changed.connect(self._tell)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again whenever a person comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate:
            self._tell()
        return False

    def _tell(self) -> None:
        session = store.current()
        trouble = session.trouble() if session else ""
        read_only = bool(session and session.read_only)
        words = say(trouble) or (_of_place(session) if session else "")
        self.setVisible(bool(words))
        self.text.setText(words)
        icon, tone = ("triangle-alert", "bad") if trouble else ("lock", "warn") if read_only else ("info", "muted")
        self._sign.setPixmap(look.icon(icon, tone).pixmap(18, 18))
        self.text.setProperty("part", "" if trouble or read_only else "muted")
        self.rescue.setVisible(bool(trouble))
        self.take.setVisible(self._left and not trouble)
        self.again.setVisible(bool(trouble) or read_only)


def _of_place(session: Session) -> str:
    if not session.read_only:
        return say(_PLACES[session.place]) if session.place in _PLACES else ""
    held = locking.file_of(session.path).exists()
    return say(_READING if held else _READING_FOR_ITSELF).format(holder=say(session.holder))
