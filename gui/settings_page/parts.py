"""What the sections of the settings share: a card with a heading, and rows of a label beside its box."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui import messages
from gui.widgets import Card, label
from models import store
from models.store import Closed, Refused, SaveFailed, Stale
from models.text import say

LABELS = 230  # device-independent pixels for the labels at the left
BOXES = 420  # the widest a box grows


class Rows(QGridLayout):
    """Labels at the left, boxes beside them, a remark below where there is one."""

    def __init__(self, card: Card) -> None:
        """Fill a card."""
        super().__init__()
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self.setColumnMinimumWidth(0, LABELS)
        # A box takes two thirds of what the labels leave, so that a narrow window cuts nothing off.
        self.setColumnStretch(1, 2)
        self.setColumnStretch(2, 1)
        card.body.addLayout(self)

    def add(self, words: str, box: QWidget, remark: str = "") -> QLabel:
        """Add a box under a marked label."""
        row = self.rowCount()
        head = label(words)
        head.setBuddy(box)
        box.setMaximumWidth(BOXES)
        top = Qt.AlignmentFlag.AlignTop
        head.setContentsMargins(0, 7, 0, 0)
        self.addWidget(head, row, 0, top)
        self.addWidget(box, row, 1)
        if remark:
            self.addWidget(told(remark), row + 1, 1, 1, 2)
        return head


def told(words: str = "") -> QLabel:
    """Make a remark that wraps."""
    made = label(words, "small")
    made.setWordWrap(True)
    return made


def writable() -> bool:
    """Tell whether the open office may be changed here."""
    session = store.current()
    return session is not None and not session.read_only


def attempt(parent: QWidget, deed: Callable[[], object]) -> bool:
    """Keep a setting; say why where the office does not take it, and tell whether it did."""
    try:
        deed()
    except (Closed, SaveFailed, Refused, Stale) as error:
        messages.tell(parent.window(), say("Not saved"), str(error), kind="warning")
        return False
    return True
