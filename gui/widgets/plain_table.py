"""A table of words that is read, not written."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from gui import look
from gui.widgets.words import say_on
from models.text import say

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlainTable(QTableWidget):
    """A table that is read, not written; each row stands for one thing."""

    def __init__(
        self,
        name: str,
        heads: Sequence[str],
        widths: Sequence[int],
        wide: int,
        numbers: Sequence[int] = (),
        *,
        several: bool = False,
    ) -> None:
        """Name it and its columns with marked words; ``wide`` takes the room that is left, ``numbers`` stand right.

        ``several`` rows may be chosen at once.
        """
        super().__init__(0, len(heads))
        self._heads, self._numbers, self.things = heads, numbers, list[Any]()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.row_height() - 6)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        say_on(self, accessible_name=name)

    def show_lines(self, things: Sequence[Any], lines: Sequence[Sequence[str]]) -> None:
        """Show other lines, one for each thing."""
        self.things = list(things)
        self.setHorizontalHeaderLabels([say(head) for head in self._heads])
        self.drop_choice()
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for place, words in enumerate(line):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if place in self._numbers:
                    item.setTextAlignment(_RIGHT)
                self.setItem(row, place, item)
        for place in self._numbers:
            head = self.horizontalHeaderItem(place)
            if head:
                head.setTextAlignment(_RIGHT)

    def drop_choice(self) -> None:
        """Choose nothing."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def chosen(self) -> Any:
        """Give the thing whose row is chosen, or None."""
        return next(iter(self.all_chosen()), None)

    def all_chosen(self) -> list[Any]:
        """Give the things whose rows are chosen, from top to bottom."""
        return [self.things[row] for row in sorted({index.row() for index in self.selectedIndexes()})]
