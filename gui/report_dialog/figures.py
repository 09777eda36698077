"""The figures of a period as the rows of a table."""

from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from gui import look
from models.reports.codes import SOURCES
from models.reports.figures import Figure
from models.reports.indicators import opens, rule
from models.text import mark, say

HEADS = (mark("Code"), mark("Figure"), mark("Value"), mark("Source"))
CODE, FIGURE, VALUE, SOURCE = range(4)
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class FigureModel(QAbstractTableModel):
    """The figures of a period: code, what is counted, value with its qualifier, where it comes from."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without figures."""
        super().__init__(parent)
        self.figures: list[Figure] = []

    def show(self, figures: list[Figure]) -> None:
        """Show other figures."""
        self.beginResetModel()
        self.figures = figures
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.figures)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == VALUE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        wanted = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return say(HEADS[section]) if wanted else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        figure, column = self.figures[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(figure, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == VALUE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return look.color("accent") if column == VALUE and opens(figure) else self._quiet(figure, column)
        if role == Qt.ItemDataRole.FontRole and column == VALUE:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ToolTipRole:
            return _about(figure) if column != VALUE or not opens(figure) else say(_OPENS)
        return None

    def _text(self, figure: Figure, column: int) -> str:
        if column == CODE:
            return "" if figure.item else figure.base  # which part of it, the words say
        if column == FIGURE:
            return ("      " if figure.item else "") + figure.label()
        if column == VALUE:
            return f"{figure.hedge()} {figure.shown()}".strip()
        return say(SOURCES[figure.source])

    def _quiet(self, figure: Figure, column: int) -> object:
        return look.color("muted") if figure.item or column in (CODE, SOURCE) else None


def _about(figure: Figure) -> str:
    """Say in full what a figure is of and by which rule; written as HTML, because tips of plain text do not wrap."""
    return f"<p><b>{escape(figure.label())}</b></p><p>{escape(say(rule(figure)))}</p>"


_OPENS = mark("Click to open what stands behind this figure")
