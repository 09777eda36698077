"""The three tables of handed-in reports: which there are, figures then and now, records that changed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from gui import look
from gui.widgets import say_on
from models.frozen import Comparison, Difference, Frozen, Touched
from models.frozen.words import GONE, HOW, code_of, kind_of, moment, reason, why
from models.reading import show_number
from models.text import mark, say

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AIR = 8  # pixels more than the words of a row need
SIGNS = {"added": "+", "removed": "−", "corrected": "~"}


class PlainTable(QTableWidget):
    """A table that is read, not written; each row stands for one thing."""

    def __init__(
        self, name: str, heads: Sequence[str], widths: Sequence[int], wide: int, numbers: Sequence[int]
    ) -> None:
        """Name it and its columns with marked words; ``wide`` takes the room that is left."""
        super().__init__(0, len(heads))
        self._heads, self._numbers, self.things = heads, numbers, list[Any]()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
        rows = {index.row() for index in self.selectedIndexes()}
        return self.things[rows.pop()] if rows else None


class ReportTable(PlainTable):
    """The reports that were handed in."""

    def __init__(self) -> None:
        """Begin empty."""
        heads = (
            *(mark("No."), mark("Handed in"), mark("By", "person")),
            *(mark("Report"), mark("Note")),
        )
        super().__init__(mark("Handed-in reports"), heads, (56, 150, 140, 300, 280), 3, (0,))

    def show_reports(self, found: Sequence[Frozen]) -> None:
        """Show them, the newest first."""
        lines = [(str(each.id), moment(each.at), each.who, each.title, each.note or "") for each in found]
        self.show_lines(found, lines)


class DifferenceTable(PlainTable):
    """Figures then and now, with how many records came, went and were corrected."""

    def __init__(self) -> None:
        """Begin empty."""
        heads = (
            *(mark("Code"), mark("Figure"), mark("Then", "figure"), mark("Now", "figure")),
            *(mark("Difference"), mark("Records changed")),
        )
        super().__init__(mark("Figures then and now"), heads, (70, 350, 120, 120, 100, 210), 1, (2, 3, 4))

    def show_differences(self, told: Comparison, *, changed_only: bool) -> None:
        """Show the figures that changed, or all of them."""
        shown = told.changed() if changed_only else list(told.figures)
        self.show_lines(shown, [_difference(each) for each in shown])
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for row, each in enumerate(shown):
            if each.changed:
                for item in (self.item(row, place) for place in (2, 3, 4)):
                    item.setFont(bold)  # type: ignore[union-attr]


def _difference(each: Difference) -> tuple[str, ...]:
    then, now = (side.shown() if side else "0" for side in (each.then, each.now))
    sign = "+" if each.difference > 0 else ""
    difference = f"{sign}{show_number(each.difference)}".replace("-", "−") if each.difference else ""
    records = "   ".join(f"{SIGNS[how]}{n}" for how in HOW if (n := sum(one.how == how for one in each.records)))
    return (code_of(each), each.label, then, now, difference, records or reason(each))


class RecordTable(PlainTable):
    """The records that were added, removed or corrected since, with what happened to each."""

    def __init__(self) -> None:
        """Begin empty."""
        heads = (
            mark("Change", "of a record"),
            mark("Kind"),
            mark("File code"),
            mark("Record"),
            mark("What was changed"),
        )
        super().__init__(mark("Records that changed"), heads, (190, 120, 110, 260, 300), 4, ())
        self.setWordWrap(True)

    def show_records(self, records: Sequence[Touched]) -> None:
        """Show these; each row is as high as what it says."""
        self.show_lines(records, [_record(each) for each in records])
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + _AIR)


def _record(each: Touched) -> tuple[str, ...]:
    how = say(HOW[each.how]) + (f"\n({say(GONE)})" if each.gone else "")
    return (how, kind_of(each), each.code, each.name, why(each))
