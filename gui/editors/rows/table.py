"""The model of detail rows: a column per field, and an empty last row that becomes a row when it is typed into."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui import look
from gui.editors.rows.refusals import Refusals
from gui.editors.suggestions import names_of
from models.fields import Amount, Count, Described, Link, YesNo
from models.record import Detail
from models.store.past import COVER
from models.text import say

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TOP = QModelIndex()
NAME = 24  # letters of a name that stand before its row


class RowsTable(QAbstractTableModel):
    """Detail rows of one kind."""

    edited = Signal()

    def __init__(self, kind: type[Detail], parent: QObject) -> None:
        super().__init__(parent)
        self.kind = kind
        self.fields: Sequence[Described] = [each for each in kind.described() if not each.computed]
        self.rows: list[Detail] = []
        self._names: dict[str, str] = {}
        self.refusals = Refusals()
        self._named = False
        self._past: list[list[tuple[Detail, dict[str, Any]]]] = []

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows) + 1

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def take(self, rows: Sequence[Detail]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.refusals.clear()
        self._past.clear()
        self.endResetModel()

    @contextmanager
    def deed(self) -> Iterator[None]:
        """Remember the rows as they are, so that what is done inside can be taken back as one."""
        before = self._as_they_are()
        yield
        if before != self._as_they_are():
            self._past.append(before)

    def _as_they_are(self) -> list[tuple[Detail, dict[str, Any]]]:
        return [(row, {each.name: row.value(each.name) for each in self.fields}) for row in self.rows]

    def take_back(self) -> None:
        """Undo the last deed."""
        if not self._past:
            return
        before = self._past.pop()
        self.beginResetModel()
        for row, values in before:
            for name, value in values.items():
                setattr(row, name, value)
        self.rows = [row for row, _ in before]
        self.refusals.clear()
        self.endResetModel()
        self.edited.emit()

    def forget(self) -> None:
        """Take the rows as they are for what is stored: no deed before can be taken back."""
        self._past.clear()

    def value(self, row: int, column: int) -> Any:
        """Give the plain value of a cell; None in the empty last row."""
        return self.rows[row].value(self.fields[column].name) if row < len(self.rows) else None

    def detail(self, row: int) -> Detail | None:
        """Give a row, None for the empty last one."""
        return self.rows[row] if row < len(self.rows) else None

    def put(self, row: int, column: int, value: Any) -> None:
        """Set a cell; typing into the empty last row makes a row of it."""
        each = self.fields[column]
        if row >= len(self.rows):
            if each.empty(value) or value is False:
                return
            # The row one stands on becomes the new one, and an empty row comes after it.
            self.beginInsertRows(QModelIndex(), row + 1, row + 1)
            self.rows.append(self.kind())
            self.refusals.give(self.rows[-1])
            self.endInsertRows()
        if self.value(row, column) == value:
            return
        setattr(self.rows[row], each.name, value)
        self.refusals.forgive(self.rows[row], each.name)
        self.dataChanged.emit(self.index(row, column), self.index(row, column))
        self.edited.emit()

    def clear(self, row: int, column: int) -> None:
        """Empty a cell, and forget the words that it did not take."""
        self.put(row, column, None)
        if self.refusals.holds(self.detail(row), self.fields[column].name):
            self.refusals.forgive(self.detail(row), self.fields[column].name)
            self.dataChanged.emit(self.index(row, column), self.index(row, column))
            self.edited.emit()

    def fill(self, at: int, rows: Sequence[dict[str, Any]]) -> list[Detail | None]:
        """Put values into the rows from ``at`` on; past the end each that holds something becomes a row.

        Gives the row into which each went.
        """
        here = max(len(self.rows) - at, 0)
        for place, values in enumerate(rows[:here], at):
            for name, value in values.items():
                self.put(place, [each.name for each in self.fields].index(name), value)
        new = [self._row(values) if values else None for values in rows[here:]]
        filled = [*self.rows[at : at + min(here, len(rows))], *new]
        made = [row for row in new if row is not None]
        if made:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(made) - 1)
            self.rows += made
            self.endInsertRows()
            self.edited.emit()
        return filled

    def _row(self, values: dict[str, Any]) -> Detail:
        made = self.kind()
        for name, value in values.items():
            setattr(made, name, value)
        return made

    def remove(self, places: Sequence[int]) -> None:
        """Take rows out."""
        for place in sorted(set(places), reverse=True):
            if place < len(self.rows):
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.rows[place]
                self.endRemoveRows()
                self.refusals.keep(self.rows)
                self.edited.emit()

    def shift(self, place: int, by: int) -> bool:
        """Move a row up (-1) or down (1)."""
        if not (0 <= place < len(self.rows) and 0 <= place + by < len(self.rows)):
            return False
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), place + (2 if by > 0 else -1))
        self.rows.insert(place + by, self.rows.pop(place))
        self.endMoveRows()
        self.edited.emit()
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        each = self.fields[index.column()]
        if role == Role.TextAlignmentRole:
            right = isinstance(each, Count | Amount)
            return int(
                Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
            )
        if role == Role.BackgroundRole:
            wrong = self.refusals.holds(self.detail(index.row()), each.name)
            return look.color("bad_soft") if wrong else None
        value = self.value(index.row(), index.column())
        if isinstance(each, YesNo):
            if role == Role.CheckStateRole:
                return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
            return each.text(bool(value)) if role == Role.AccessibleTextRole else None
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            row = self.detail(index.row())
            return self._text(each, value, stored=row is not None and row.id is not None)
        return None

    def _text(self, each: Described, value: Any, *, stored: bool) -> str:
        """Say a value in words; what is being entered is read over by who enters it, and covered once it is stored."""
        if isinstance(each, Link):
            reference = f"{each.rel_model.kind}:{value}"
            if value and reference not in self._names:
                self._names |= names_of([reference])
            return self._names.get(reference, "")
        if each.personal and stored and not each.empty(value):
            return COVER
        return each.text(value)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole:
            return False
        with self.deed():
            self.put(index.row(), index.column(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(self.fields[index.column()], YesNo):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role != Role.DisplayRole:
            return None
        if way == Qt.Orientation.Vertical:
            return self._head(section) if section < len(self.rows) else "+"
        each = self.fields[section]
        return say(each.label) + (" *" if each.required else "")

    def name_rows(self, on: bool) -> bool:
        """Say before each row what its first cell holds, or only its number; tell whether that is new."""
        if on == self._named:
            return False
        self._named = on
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows))
        return True

    def _head(self, row: int) -> str:
        words = self._text(self.fields[0], self.value(row, 0), stored=True) if self._named else ""
        cut = words if len(words) <= NAME else words[: NAME - 1] + "…"
        return f"{row + 1}  {cut}".strip()
