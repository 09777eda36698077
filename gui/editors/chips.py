"""Chosen items as chips under a line; each goes away by a click, the last one by Backspace."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui import look
from gui.editors.clearing import clear
from gui.widgets import FlowLayout
from models.text import mark, say

LONGEST = 60  # letters of a name that a chip shows
REMOVE = mark("Remove {name}")


class Chips(QWidget):
    """A row of chips that goes on in the next line."""

    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._colour)
        self._colour()
        self.hide()

    def show_items(self, items: Iterable[tuple[Any, str]]) -> None:
        """Show a chip for each (key, words)."""
        clear(self._flow)
        items = list(items)
        for key, words in items:
            self._flow.addWidget(self._chip(key, words))
        self.setVisible(bool(items))
        self.updateGeometry()

    def _colour(self) -> None:
        ground, over = look.color("accent_soft").name(), look.color("sel").name()
        self.setStyleSheet(
            f"QPushButton {{ background: {ground}; border: 1px solid transparent; border-radius: 12px;"
            f" padding: 2px 10px; }} QPushButton:hover {{ background: {over}; }}"
        )

    def _chip(self, key: Any, words: str) -> QPushButton:
        chip = QPushButton((words if len(words) <= LONGEST else words[: LONGEST - 1] + "…").replace("&", "&&"))
        chip.setIcon(look.icon("x", "muted", 14))
        chip.setIconSize(QSize(14, 14))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the words
        # Tab goes past the chips: the line below removes them by Backspace.
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setToolTip(words)
        chip.setAccessibleName(say(REMOVE).format(name=words))
        chip.clicked.connect(lambda: self.removed.emit(key))
        return chip
