"""The proposed points as a table: which are wanted, their number, field, content and who is responsible."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui import look
from gui.widgets import say_on
from models import minutes
from models.conclusions import Conclusion
from models.fields import Choice
from models.minutes import Point
from models.text import mark, say

NUMBER, FIELD, SIDE, CONTENT = range(4)
HEADS = (mark("Item"), mark("Field"), mark("Responsible side"), mark("Content"))
WIDTHS = {NUMBER: 84, FIELD: 170, SIDE: 158}
LINES = 2
UNCHOSEN = mark("Choose a field")
Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
ROLE = Qt.ItemDataRole


def field_of(column: int) -> Choice:
    """Give the field of a conclusion that a column stands for."""
    found = Conclusion.field("responsible" if column == SIDE else "field_of")
    assert isinstance(found, Choice)
    return found


class PointsModel(QAbstractTableModel):
    """The points one works on; ``edited`` tells that a person changed something."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a point."""
        super().__init__(parent)
        self.points: list[Point] = []
        self.asked = False  # whether fields that are missing are shown in the colour of errors

    def take(self, points: Sequence[Point]) -> None:
        """Show other points."""
        self.beginResetModel()
        self.points = list(points)
        self.endResetModel()

    def chosen(self) -> list[Point]:
        """Give the ticked points."""
        return [point for point in self.points if point.proposed]

    def put(self, row: int, **values: Any) -> None:
        """Change a point."""
        self.points[row] = replace(self.points[row], **values)
        self.dataChanged.emit(self.index(row, 0), self.index(row, CONTENT))
        self.edited.emit()

    def join(self, rows: Sequence[int]) -> int:
        """Make one point of neighbours; gives its row."""
        first, last = min(rows), max(rows)
        joined = minutes.join(self.points[first : last + 1])
        self.take([*self.points[:first], replace(joined, proposed=True), *self.points[last + 1 :]])
        self.edited.emit()
        return first

    def part(self, row: int, place: int) -> None:
        """Make two points of one, cut at a place in its content."""
        self.take([*self.points[:row], *minutes.part(self.points[row], place), *self.points[row + 1 :]])
        self.edited.emit()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.points)

    def columnCount(self, parent: Index = TOP) -> int:
        return len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return say(HEADS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NUMBER:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags if index.column() == CONTENT else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        point, column = self.points[index.row()], index.column()
        lacking = column == FIELD and point.proposed and not point.field
        if role in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return say(UNCHOSEN) if lacking else self._text(point, column)
        if role == ROLE.EditRole:
            return {NUMBER: point.number, FIELD: point.field, SIDE: point.responsible}.get(column, point.content)
        if role == ROLE.CheckStateRole and column == NUMBER:
            return Qt.CheckState.Checked if point.proposed else Qt.CheckState.Unchecked
        if role == ROLE.ForegroundRole and (lacking or not point.proposed):
            return look.color("bad" if lacking and self.asked else "muted")
        if role == ROLE.ToolTipRole and column == CONTENT:
            return "\n".join(part for part in (point.under, point.content) if part)
        return None

    @staticmethod
    def _text(point: Point, column: int) -> str:
        if column in (FIELD, SIDE):
            return field_of(column).text(point.field if column == FIELD else point.responsible)
        return point.number if column == NUMBER else point.content

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        if role == ROLE.CheckStateRole:
            self.put(index.row(), proposed=Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == ROLE.EditRole:
            name = {NUMBER: "number", FIELD: "field", SIDE: "responsible", CONTENT: "content"}[index.column()]
            self.put(index.row(), **{name: (value or "").strip() if index.column() == NUMBER else value})
        return True


class _Choices(QStyledItemDelegate):
    """Lets a field or a side be chosen in its cell, from a list that opens at once."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == NUMBER:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        fill(box, index.column())
        say_on(box, accessible_name=HEADS[index.column()])
        box.activated.connect(lambda: self._close(box))
        return box

    def _close(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(index.data(ROLE.EditRole)), 0))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)


def fill(box: QComboBox, column: int) -> None:
    """Put the items of a column's list into a box, an empty one first."""
    field = field_of(column)
    box.clear()
    box.addItem("", None)
    for code in field.codes():
        box.addItem(field.label_of(code), code)


class PointsView(QTableView):
    """The table of points: Space ticks, F2 or Enter chooses."""

    def __init__(self, model: PointsModel) -> None:
        """Show ``model``."""
        super().__init__()
        self.points = model
        self.setModel(model)
        self.setItemDelegate(_Choices(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked | trigger.SelectedClicked)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(LINES * self.fontMetrics().lineSpacing() + 12)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(CONTENT, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        say_on(self, accessible_name=mark("Proposed conclusions"))

    def rows(self) -> list[int]:
        """Give the selected rows, or the one of the cursor."""
        found = sorted({index.row() for index in self.selectedIndexes()})
        return found or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])

    def stand_on(self, row: int, column: int = NUMBER) -> None:
        """Stand on a row, which is then the only one selected."""
        if 0 <= row < self.points.rowCount():
            self.setCurrentIndex(self.points.index(row, column))
