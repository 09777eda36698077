"""Chosen items as chips above a line; each goes away by a click, the last one by Backspace."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui import look
from gui.widgets import FlowLayout
from models.text import mark, say

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
        self.hide()

    def show_items(self, items: Iterable[tuple[Any, str]]) -> None:
        """Show a chip for each (key, words)."""
        while (item := self._flow.takeAt(0)) is not None:
            gone = item.widget()
            gone.hide()
            gone.deleteLater()
        items = list(items)
        for key, words in items:
            self._flow.addWidget(self._chip(key, words))
        self.setVisible(bool(items))
        self.updateGeometry()

    def _chip(self, key: Any, words: str) -> QPushButton:
        chip = QPushButton(words if len(words) <= 60 else words[:59] + "…")
        chip.setIcon(look.icon("x", "muted", 14))
        chip.setIconSize(look.BESIDE_TEXT)
        # Tab goes past the chips: the line below removes them by Backspace.
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setToolTip(words)
        chip.setAccessibleName(say(REMOVE).format(name=words))
        chip.clicked.connect(lambda: self.removed.emit(key))
        return chip
