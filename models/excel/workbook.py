"""What a workbook is: registers of records, and pages with figures, before any file exists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from models.excel.cells import Kind
from models.excel.names import quoted, sheet_title

MOST_ROWS = 1_000_000  # of one sheet; what is more goes on the next


class Rows(Protocol):
    """The rows of a register: their number is known before they are read, and they are read once."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Sequence[object]]: ...


@dataclass(frozen=True)
class Formula:
    """What Excel computes, with the program's own value for readers that do not compute.

    ``{row}`` in the text stands for the row that the formula stands in; ``kind`` is for a figure that is shown
    otherwise than the rest of its column.
    """

    text: str
    value: int | float | Decimal | str | None = None
    kind: Kind | None = None


@dataclass(frozen=True)
class Column:
    """A column of a register or of a table; its width in characters.

    ``groups`` are the heads that it shares with its neighbours, from the top. Percentages are given as ratios (0.25 is
    shown as 25 %). A helper column holds what formulas count and people seldom read: in a register it stands at
    the right, grey and folded away, and is not printed; on a page of figures it is hidden where it stands.
    """

    title: str
    kind: Kind = "text"
    width: float = 12
    helper: bool = False
    total: Literal["sum", "count"] | None = None
    groups: tuple[str, ...] = ()

    @property
    def whole_title(self) -> str:
        """Give the title with the heads above it."""
        return ": ".join((*self.groups, self.title))


def depth(columns: Sequence[Column]) -> int:
    """Tell how many heads stand above each other at most; 1 where no column has another above it."""
    return max((len(column.groups) for column in columns), default=0) + 1


@dataclass(frozen=True)
class DataSheet:
    """A register: heading lines, one table with a row for each record, and notes under it.

    Where columns share heads, these stand merged above the table, whose own header must stay one plain row: it then
    bears the columns' numbers with their names, so that a PivotTable still finds them. Its letterhead is printed above
    its first page and stands in no cell.
    """

    title: str
    columns: Sequence[Column]
    rows: Rows
    heading: Sequence[str] = ()
    table_name: str = ""
    notes: Sequence[str] = ()
    letterhead: "Letterhead | None" = None
    signature: "Signature | None" = None

    def __post_init__(self) -> None:
        """Refuse a register without columns, or with helper columns among the others."""
        helpers = [column.helper for column in self.columns]
        if not 0 < len(helpers) <= 16_384 or helpers != sorted(helpers) or all(helpers):
            raise ValueError("a register has 1 to 16,384 columns, and its helper columns stand last")

    @property
    def head_row(self) -> int:
        """The first row with titles of columns."""
        return len(self.heading) + 2 if self.heading else 1

    @property
    def header_row(self) -> int:
        """The header of the table, below the heads that stand over several columns."""
        levels = depth(self.columns)
        return self.head_row + (levels if levels > 1 else 0)

    def last_row(self, count: int | None = None) -> int:
        """The last row of the table; an empty table has one empty row."""
        return self.header_row + max(1, len(self.rows) if count is None else count)


@dataclass(frozen=True)
class Chart:
    """A native chart of the table that it belongs to; columns are named by their whole titles.

    It shows the ``most`` first rows, or all of them.
    """

    title: str
    labels: str
    values: Sequence[str]
    lying: bool = False
    most: int = 0


@dataclass(frozen=True)
class Table:
    """A small table on a page with figures; a row given as one text is a subheading.

    ``total`` is a last row that is no sum of those above it.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[object] | str]
    title: str = ""
    chart: Chart | None = None
    total: Sequence[object] | None = None


@dataclass(frozen=True)
class Letterhead:
    """The head of an official paper (Decree 30/2020/ND-CP): the body and its office left, nation and motto right."""

    superior: str
    office: str
    nation: str
    motto: str
    place_and_date: str
    number: str = ""


@dataclass(frozen=True)
class Signature:
    """The foot of an official paper: who receives it at the left, who signs it at the right."""

    capacity: Sequence[str]
    name: str = ""
    recipients_title: str = ""
    recipients: Sequence[str] = ()


@dataclass(frozen=True)
class SummarySheet:
    """A page with figures: letterhead, title, tables, notes and a place to sign."""

    title: str
    tables: Sequence[Table]
    letterhead: Letterhead | None = None
    heading: str = ""
    subtitle: str = ""
    notes: Sequence[str] = ()
    signature: Signature | None = None
    landscape: bool = False


@dataclass(frozen=True)
class Workbook:
    """Sheets in their order, with the words for the file's properties and the foot of each page."""

    sheets: Sequence[DataSheet | SummarySheet]
    title: str = ""
    author: str = ""
    footer: str = ""
    language: str | None = None


def area(sheet: DataSheet, title: str) -> str:
    """Name the cells of a register's column for a formula: ``'Đoàn vào'!$N$6:$N$105``.

    The column has the title given; raises ValueError when there is none, or when the register needs several sheets.
    """
    if len(sheet.rows) > MOST_ROWS:
        raise ValueError("a register on several sheets has no single area")
    place = [column.title for column in sheet.columns].index(title)
    letter = column_letter(place + 1)
    return f"{quoted(sheet_title(sheet.title))}!${letter}${sheet.header_row + 1}:${letter}${sheet.last_row()}"


def column_letter(number: int) -> str:
    """Name a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
