"""One table of a report as the rows of a view: the very words that its workbook, paper and letter have."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from gui import look
from models.reports.columns import KEY, Column
from models.reports.origins import Origin
from models.reports.report import Content
from models.reports.wording import QUALIFIER

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_NUMBERS = ("number", "whole", "money", "percent")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LONG = 24  # letters from which a cell may be cut, so that a tip shows it whole


class ContentModel(QAbstractTableModel):
    """Shows the rows of a table and its totals; knows which cells open what they count."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without a table."""
        super().__init__(parent)
        self.content: Content | None = None
        self.origin: Origin | None = None
        self._link = 0
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    def show(self, content: Content | None, origin: Origin | None) -> None:
        """Show another table."""
        self.beginResetModel()
        self.content, self.origin = content, origin
        names = [each.name for each in content.columns] if content else []
        self._link = next((names.index(each) for each in ("code", "name", "title") if each in names), 0)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid() or self.content is None:
            return 0
        return len(self.content.rows) + bool(self.content.rows and self.content.totals)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.content is None else len(self.content.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.content is None or orientation != Qt.Orientation.Horizontal:
            return None
        column = self.content.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.whole_title
        return alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            label = self.is_heading(row) or (self.is_total(row) and column == self.label_of_totals())
            return _LEFT if label else alignment(self._column(column))
        if role == Qt.ItemDataRole.ForegroundRole:
            return look.color("accent") if self._is_link(row, column) else None
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if self.is_heading(row) or self.is_total(row) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self.words(row, column)
            return words if len(words) > _LONG else None
        return None

    def words(self, row: int, column: int) -> str:
        """Give what a cell says."""
        assert self.content is not None
        return self.content.totals[column] if self.is_total(row) else self.content.rows[row][column]

    def is_total(self, row: int) -> bool:
        """Tell whether a row is that of the totals."""
        return self.content is not None and row == len(self.content.rows)

    def label_of_totals(self) -> int | None:
        """Give the place of the word before the totals."""
        totals = self.content.totals if self.content else ()
        first = next((place for place, words in enumerate(totals) if words), None)
        return None if first is None or self._column(first).total else first

    def is_heading(self, row: int) -> bool:
        """Tell whether a row has words in its first cell alone, over those below it."""
        if self.content is None or self.is_total(row) or len(self.content.columns) < 2:
            return False
        first, *others = self.content.rows[row]
        return bool(first) and not any(others)

    def opens(self, row: int, column: int) -> bool:
        """Tell whether something stands behind a cell."""
        return self.origin is not None and self.origin.opens(row, column)

    def hidden(self) -> list[int]:
        """Give the columns that only formulas need, and the words that stand before their numbers."""
        columns = self.content.columns if self.content else ()
        return [
            n for n, each in enumerate(columns) if each.name == KEY or (each.name == QUALIFIER and not each.printed)
        ]

    def by_rows(self) -> bool:
        """Tell whether a whole row is one thing: that of a register, which opens its record."""
        return self.opens(0, 0)

    def _is_link(self, row: int, column: int) -> bool:
        return self.opens(row, column) and (not self.by_rows() or column == self._link)

    def _column(self, place: int) -> Column:
        assert self.content is not None
        return self.content.columns[place]


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Give the side on which the words of a column stand."""
    return _RIGHT if column.kind in _NUMBERS else _LEFT
