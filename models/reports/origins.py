"""What stands behind the cells of a report: the records of a row, the records that a figure counts."""

from array import array
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from models import engine
from models.kinds import KINDS, PAGES, page_named
from models.record import Numbered
from models.reports.cells import NUMBER, Counted, Key, OfFigure
from models.reports.indicators import behind, opens
from models.reports.registers import Register
from models.reports.report import Page, Report, Table

Row = tuple[Any, ...]
Index = dict[Row, "array[int]"]  # the numbers of the rows, of which a large office has many
Found = list[tuple[str, list[int]]]  # pages and the numbers of their records


class Counting:
    """The rows of a register, found by what their columns hold, each with its record."""

    def __init__(self, register: Register) -> None:
        """Find the records of the rows once."""
        self._register = register
        self._indexes: dict[tuple[tuple[str, bool], ...], Index] = {}
        self.records = _records(register)

    def of(self, cell: Counted, row: Row) -> dict[str, frozenset[int]]:
        """Give the records of the rows that a cell of a table's row counts."""
        columns = tuple((name, value == NUMBER) for name, value in cell.wanted)
        wanted = tuple(True if value == NUMBER else _key(value, row) for _, value in cell.wanted)
        if columns not in self._indexes:
            self._indexes[columns] = self._index(columns)
        found: dict[str, set[int]] = {}
        for place in self._indexes[columns].get(wanted, ()):
            kind, number = self.records[place]
            if number:
                found.setdefault(kind, set()).add(number)
        return {kind: frozenset(numbers) for kind, numbers in found.items()}

    def _index(self, columns: tuple[tuple[str, bool], ...]) -> Index:
        places = [(self._register.place(name), any_number) for name, any_number in columns]
        found: Index = {}
        for number, row in enumerate(self._register.rows):
            key = tuple(_counts(row[place]) if any_number else row[place] for place, any_number in places)
            found.setdefault(key, array("q")).append(number)
        return found


def _counts(value: Any) -> bool:
    """Tell whether a cell holds an amount, as the criterion ``NUMBER`` has it."""
    return isinstance(value, int | float | Decimal) and value >= 0


def _key(value: Any, row: Row) -> Any:
    if not isinstance(value, Key):
        return value
    return row[0] + value.more if value.more else row[0]


def _records(register: Register) -> list[tuple[str, int]]:
    """Give the record of each row: by its number, or by the file code that the row tells."""
    if register.ids:
        kind = page_named(_listed_in(register)).record.kind
        return [(kind, number) for number in register.ids]
    names = [column.name for column in register.columns]
    if "code" not in names:
        return [("", 0)] * len(register.rows)
    place = names.index("code")
    known = _coded({row[place] for row in register.rows if row[place]})
    return [known.get(row[place], ("", 0)) for row in register.rows]


def _listed_in(register: Register) -> str:
    """Name the list that shows the records of a register."""
    return register.page or register.name


def _coded(codes: set[str]) -> dict[str, tuple[str, int]]:
    """Find records by their file codes; the letters of a code tell the kind no better than asking."""
    found: dict[str, tuple[str, int]] = {}
    for kind, record in KINDS.items():
        if issubclass(record, Numbered):
            asked = f'SELECT code, id FROM "{record._meta.table_name}" WHERE code IS NOT NULL AND removed_at IS NULL'
            found |= {code: (kind, number) for code, number in engine.rows(asked) if code in codes}
    return found


class Origin:
    """What stands behind a table that ``content`` gives; rows count from 0, the total comes after them."""

    def __init__(self, report: Report, shown: Table | Register, countings: dict[str, Counting]) -> None:
        """Belong to a table of figures or to a register of a report; ``countings`` are shared by all its tables."""
        self._report, self._shown, self._countings = report, shown, countings

    @cached_property
    def _counted(self) -> frozenset[str]:
        return frozenset(each.name for each in self._report.registers)

    def opens(self, row: int, column: int) -> bool:
        """Tell whether something stands behind a cell; of a register, behind each of its rows."""
        if isinstance(self._shown, Register):
            return row < len(self._shown.ids)
        cell = self._cell(self._shown, row, column)
        if isinstance(cell, OfFigure):
            return opens(cell.figure)
        return isinstance(cell, Counted) and bool(cell.value) and cell.register in self._counted

    def behind(self, row: int, column: int) -> Found:
        """Give the pages and records behind a cell; nothing where it stands on none."""
        if not self.opens(row, column):
            return []
        if isinstance(self._shown, Register):
            return [(_listed_in(self._shown), [self._shown.ids[row]])]
        cell = self._cell(self._shown, row, column)
        if isinstance(cell, OfFigure):
            return behind(cell.figure, self._report.period)
        if cell.register not in self._countings:
            self._countings[cell.register] = Counting(self._report.register(cell.register))
        found = self._countings[cell.register].of(cell, self._line(self._shown, row))
        return [(self._page(kind, cell), sorted(numbers)) for kind, numbers in found.items()]

    def _page(self, kind: str, cell: Counted) -> str:
        """Name the list that shows the records: that of one direction where the cell counts only one."""
        narrow = {cell.register, *(value for _, value in cell.wanted if isinstance(value, str))}
        pages = [name for name in narrow if name in PAGES and PAGES[name].record.kind == kind]
        return pages[0] if pages else page_named(kind).name

    @staticmethod
    def _line(table: Table, row: int) -> Row:
        told = table.rows[row] if row < len(table.rows) else table.total
        return () if told is None or isinstance(told, str) else told

    def _cell(self, table: Table, row: int, column: int) -> Any:
        line = self._line(table, row)
        return line[column] if column < len(line) else None


def origins(report: Report) -> Iterator[Origin]:
    """Give what stands behind each table that ``content`` gives, in the same order."""
    countings: dict[str, Counting] = {}
    for part in report.parts:
        if isinstance(part, Page):
            yield from (Origin(report, table, countings) for table in part.tables)
        elif part.main:
            yield Origin(report, part.register, countings)
