"""What the two dialogs share: lines in a grid that scrolls, a sentence above, buttons below."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.widgets import button, label
from models.errors import Closed, Refused, SaveFailed, Stale
from models.text import say

TROUBLES = (Refused, Stale, Closed, SaveFailed)


class ListDialog(QDialog):
    """Lines to tick, and one button that does something with the ticked ones."""

    def __init__(self, title: str, deed: str, leave: str, icon: str, parent: QWidget | None = None) -> None:
        """Show marked words as title and on the two buttons; call ``order`` once the lines are there."""
        super().__init__(parent)
        self.setWindowTitle(say(title))
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.wrong = label("", "error")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.below = QVBoxLayout()
        self.told = label("", "small")
        self.leave, self.deed = button(leave), button(deed, icon, "primary")
        self.leave.clicked.connect(self.reject)
        self.deed.clicked.connect(self.go)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.deed.click)
        self._lay()

    def _lay(self) -> None:
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.addLayout(self.grid)
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        feet = QHBoxLayout()
        feet.addWidget(self.told, 1)
        feet.addWidget(self.leave)
        feet.addWidget(self.deed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 14)
        whole.setSpacing(12)
        whole.addLayout(self.top)
        whole.addWidget(self.wrong)
        whole.addWidget(area, 1)
        whole.addLayout(self.below)
        whole.addLayout(feet)

    def head(self, *words: str) -> None:
        """Write marked words above the columns, the first of which has the ticks."""
        for column, each in enumerate(words, 1):
            self.grid.addWidget(label(each, "small"), 0, column)

    def tick(self, row: int, name: str, ticked: bool) -> QCheckBox:
        """Begin a line with a box to tick, known to screen readers by its name."""
        made = QCheckBox()
        made.setAccessibleName(name)
        made.setChecked(ticked)
        self.grid.addWidget(made, row, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def complain(self, sentence: str) -> None:
        """Say what stands in the way, or nothing."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def order(self, *parts: QWidget) -> None:
        """Let Tab go as one reads, the buttons last, and begin at the first part."""
        for one, following in pairwise((*parts, self.leave, self.deed)):
            QWidget.setTabOrder(one, following)
        parts[0].setFocus()

    def go(self) -> None:
        """Do it; the dialog closes where it was done."""
        raise NotImplementedError


def plain(text: str, part: str = "") -> QLabel:
    """Make a label of words that are not translated; they wrap."""
    made = label("", part)
    made.setText(text)
    made.setWordWrap(True)
    return made
