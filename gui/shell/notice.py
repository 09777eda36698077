"""The bar that says why an office is open for reading only, and what to do."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui import look
from gui.widgets import button, follow_language, label
from models import store
from models.text import mark, say


class Notice(QFrame):
    """Hidden as long as the office can be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Look at the open office."""
        super().__init__(parent)
        look.as_part(self, "bar")
        self._sign = QLabel()
        self.text = label("", "")
        self.text.setWordWrap(True)
        self.again = button(mark("Try again"), "refresh-cw")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.again)
        follow_language(self, self._tell)
        look.changed.connect(self._tell)

    def _tell(self) -> None:
        session = store.current()
        self.setVisible(bool(session and session.read_only))
        self._sign.setPixmap(look.icon("lock", "warn").pixmap(18, 18))
        holder = say(session.holder) if session else ""
        told = mark("Open for reading only: {holder}. You can read, search and print; to change something, wait until "
                    "the other one closes the office, then try again.")  # fmt: skip
        self.text.setText(say(told).format(holder=holder))
