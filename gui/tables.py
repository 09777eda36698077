"""One table for every kind: it knows all ids and reads only the lines that are looked at."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from gui import tasks
from gui.tasks import Task
from models import store
from models.attached import Attached
from models.fields import Amount, Count, Described
from models.kinds import Page
from models.rules import RULES
from models.store import Question, Row
from models.text import mark, say

PAGE = 128  # lines read at once
PAGES_KEPT = 24
SOON = 30  # milliseconds
SMALL = 2_000  # lists up to this length are read anew at once
STATE, STANDING = "state", "standing"
DISPLAY, TOOL_TIP, ALIGNMENT, SPOKEN, TONE = 0, 3, 7, 11, 256
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


@dataclass(frozen=True)
class Column:
    """A column that a list can show; ``width`` in device-independent pixels."""

    name: str
    label: str
    width: int
    align: int = LEFT
    sortable: bool = True
    field: Described | None = None


def columns_of(page: Page) -> dict[str, Column]:
    """Give every column that a page can show, by name: state and standing, then its fields."""
    made = [_column(page, each) for each in page.fields() if not each.personal]
    if page.numbered:
        made.append(Column(STATE, mark("State"), 150))
    if _has_limits(page):
        made.append(Column(STANDING, mark("Deadline status"), 174, sortable=False))
    return {column.name: column for column in made}


def _has_limits(page: Page) -> bool:
    return page.numbered and any(rule.page in (page.name, page.record.kind) for rule in RULES.values())


def main_column(page: Page) -> str:
    """Give the column that names a record: a name made of others stands in the first of them."""
    listed = [each.name for each in page.columns() if each.name != "code"]
    return page.record.named_by if page.record.named_by in listed else listed[0]


def _column(page: Page, each: Described) -> Column:
    align = RIGHT if isinstance(each, Count | Amount) else LEFT
    wide = 180  # of a long text its beginning tells enough; the name takes the room that is left
    headed = min(170, round(len(say(page.label(each))) * 7.4) + 26)  # the label, and the arrow of the order
    width = max(84, headed, min(wide, round(each.width * 7.2) + 14))
    return Column(each.name, page.label(each), width, align, not isinstance(each, Attached), each)


def usual_columns(page: Page) -> list[str]:
    """Give the columns shown at first: code, name and state lead, and the most asked for fit a screen of 1366."""
    listed = [each.name for each in page.columns()]
    leading = [name for name in ("code", main_column(page)) if name in listed]
    rest = [name for name in listed if name not in leading]
    if not page.numbered:
        return [*leading, *rest]
    if page.record.kind == "delegation":
        # Of a trip one asks first where, with whom, when and how many; who led it and its report come after.
        return [*leading, STATE, *(name for name in rest if name != "head"), STANDING, "head"]
    return [*leading, STATE, *([STANDING] if _has_limits(page) else []), *rest]


@dataclass(frozen=True)
class _Line:
    """What one row shows, ready for painting."""

    texts: tuple[str, ...]
    tones: tuple[str, ...]


class TableModel(QAbstractTableModel):
    """The rows of one question about one page."""

    counted = Signal()

    def __init__(self, page: Page, parent: QObject | None = None) -> None:
        """Show nothing until ``ask`` is called."""
        super().__init__(parent)
        self.page = page
        self.known = columns_of(page)
        self.question = Question()
        self.complete = True
        self.ids = array("q")
        self._cache: OrderedDict[int, list[_Line]] = OrderedDict()
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._read_ids)
        self._none = _Line((), ())
        self.columns: list[Column] = []
        self.choose_columns(usual_columns(page))

    def choose_columns(self, names: Iterable[str]) -> None:
        """Show these columns, in this order; names that no longer exist are left out."""
        self.beginResetModel()
        self.columns = [self.known[name] for name in names if name in self.known]
        self._none = _Line(("",) * len(self.columns), ("",) * len(self.columns))
        self._cache.clear()
        self.endResetModel()

    def ask(self, question: Question) -> None:
        """Show the answer to another question: the first lines at once, the rest as soon as it is known."""
        self.stop()
        self.question = question
        found = array("q", store.find(self.page, question, PAGE))
        self.complete = len(found) < PAGE
        self._replace(found)
        if not self.complete:
            self._soon.start()  # once the first lines are painted: the rest would take the processor from them
        self.counted.emit()

    def refresh(self) -> None:
        """Ask the same question again; what is shown stays in place until the answer is there."""
        self.stop()
        if len(self.ids) <= SMALL:
            self.complete = True
            self._take(array("q", store.find(self.page, self.question)))
        else:
            self.renew()
            self._read_ids()

    def renew(self) -> None:
        """Read the lines that are shown again: they changed, or the language did."""
        self._cache.clear()
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1))

    def stop(self) -> None:
        """Give up reading ids."""
        self._soon.stop()
        if self._task:
            self._task.cancel()
            self._task = None

    def _read_ids(self) -> None:
        page, question = self.page, self.question
        self._task = tasks.start(self, lambda: array("q", store.find(page, question)), self._arrived)

    def _arrived(self, ids: "array[int]") -> None:
        self._task, self.complete = None, True
        self._take(ids)

    def _take(self, ids: "array[int]") -> None:
        known = len(self.ids)
        if ids == self.ids:
            self.renew()
        elif known and ids[:known] == self.ids:
            self.beginInsertRows(TOP, known, len(ids) - 1)
            self._forget_page(known // PAGE)
            self.ids = ids
            self.endInsertRows()
        else:
            self._replace(ids)
        self.counted.emit()

    def _forget_page(self, number: int) -> None:
        self._cache.pop(number, None)

    def _replace(self, ids: "array[int]") -> None:
        self.beginResetModel()
        self.ids = ids
        self._cache.clear()
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """Give the row of a record, -1 where it is not in the list."""
        try:
            return self.ids.index(number)
        except ValueError:
            return -1

    def texts(self, rows: Iterable[int]) -> list[tuple[str, ...]]:
        """Give the words of some rows, as shown."""
        return [self._line(row).texts for row in rows]

    def _line(self, row: int) -> _Line:
        number, place = divmod(row, PAGE)
        lines = self._cache.get(number)
        if lines is None:
            lines = self._cache[number] = self._read(self.ids[number * PAGE : (number + 1) * PAGE])
            if len(self._cache) > PAGES_KEPT:
                self._cache.popitem(last=False)
        else:
            self._cache.move_to_end(number)
        return lines[place]

    def _read(self, ids: Sequence[int]) -> list[_Line]:
        fields = [column.field for column in self.columns if column.field]
        found = {row.id: row for row in store.rows(self.page, list(ids), fields)}
        return [self._shown(found[number]) if number in found else self._none for number in ids]

    def _shown(self, row: Row) -> _Line:
        cells = [self._cell(row, column) for column in self.columns]
        return _Line(tuple(text for text, _ in cells), tuple(tone for _, tone in cells))

    def _cell(self, row: Row, column: Column) -> tuple[str, str]:
        if column.field is None:
            return (row.state if column.name == STATE else row.standing) or ("", "")
        return " ".join(row.texts[column.name].split()), ""

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role in (DISPLAY, TOOL_TIP):
            return self._line(index.row()).texts[index.column()]
        if role == ALIGNMENT:
            return self.columns[index.column()].align
        if role == TONE:
            return self._line(index.row()).tones[index.column()]
        if role == SPOKEN:
            column = index.column()
            return f"{say(self.columns[column].label)}: {self._line(index.row()).texts[column]}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role in (DISPLAY, TOOL_TIP):
            return say(self.columns[section].label)
        return self.columns[section].align if role == ALIGNMENT else None
