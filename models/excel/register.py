"""A register as openpyxl draws it: everything but the rows, which are streamed into it later."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.cells import Settled, escape
from models.excel.draft import Draft
from models.excel.foot import draw_signature
from models.excel.heads import draw_heads
from models.excel.names import column_names
from models.excel.printed import LAST, keep_foot, print_letterhead, set_up_page
from models.excel.styles import dress, face, height_of, lay
from models.excel.workbook import MOST_ROWS, Column, DataSheet, Formula
from models.text import say

SAMPLES: dict[str, Settled] = {
    "text": "a",
    "quoted": "=",
    "whole": 1,
    "fraction": 1.239,
    "day": date(2025, 1, 1),
    "moment": datetime(2025, 1, 1, 1),
}

_ESCAPED_IN_BRACKETS = re.compile(r"([\[\]#'@])")
_AFTER_QUOTE = r"'\1"


@dataclass
class Part:
    """The rows of a register that go on one sheet; the parts of one register share its rows."""

    sheet: DataSheet
    title: str
    rows: Iterator[Sequence[object]]
    count: int
    table_name: str
    styles: list[dict[str, int]] = field(default_factory=list)

    @property
    def last_row(self) -> int:
        """The last row of the table on this sheet."""
        return self.sheet.last_row(self.count)


def counts(sheet: DataSheet) -> list[int]:
    """Tell how many rows go on each sheet of the register."""
    whole, rest = divmod(len(sheet.rows), MOST_ROWS)
    return [MOST_ROWS] * whole + [rest] * (rest > 0 or not whole)


def draw_register(draft: Draft, part: Part, footer: str) -> None:
    """Draw the sheet with a first row that stands for all others."""
    register, sheet = part.sheet, draft.add_sheet(part.title)
    _set_widths(sheet, register.columns)
    shown = sum(not column.helper for column in register.columns)
    _draw_heading(draft, sheet, register, shown)
    names = column_names((column.title for column in register.columns), draft.tally)
    header = register.header_row
    grouped = header > register.head_row
    if grouped:
        draw_heads(draft, sheet, register.columns[:shown], register.head_row)
        names = column_names(_numbered(register.columns), draft.tally)
    for number, (name, column) in enumerate(zip(names, register.columns, strict=True), 1):
        cell = draft.put_text(sheet, (header, number), name)
        dress(cell, "text", name, tone="helper" if column.helper else "head")
        if grouped:
            cell.font = face(8, italic=True)
        part.styles.append(_styles(sheet, (header + 1, number), column))
    sheet.row_dimensions[header].height = height_of(
        ((name, c.width - 2) for name, c in zip(names, register.columns, strict=True) if not c.helper),
        8 if grouped else 11,
    )
    label = _draw_totals(draft, sheet, part, names)
    _add_table(sheet, part, names, label, say("Total", draft.tally.language))
    below = part.last_row + bool(label) + 1
    for place, note in enumerate(register.notes, below):
        draft.put_line(sheet, (place, 1), note, shown, (face(10, italic=True), lay()))
    sheet.freeze_panes = f"A{header + 1}"
    sheet.print_title_rows = f"{register.head_row}:{header}"
    set_up_page(sheet, landscape=True, footer=footer, tally=draft.tally)
    end = _frame(draft, sheet, part, below + len(register.notes), shown)
    sheet.print_area = f"A1:{get_column_letter(shown)}{end - 1}"


def _frame(draft: Draft, sheet: Worksheet, part: Part, row: int, shown: int) -> int:
    """Draw who signs from a row on, and have the letterhead printed; tell the row after it."""
    register = part.sheet
    if register.letterhead:
        print_letterhead(sheet, register.letterhead, draft.tally)
    if not register.signature:
        return row
    end = draw_signature(draft, sheet, register.signature, row + 1, shown)
    if isinstance(register.rows, tuple):  # few enough to be looked at before they are streamed
        heights = {register.header_row + n: _tall(register.columns, cells) for n, cells in enumerate(register.rows, 1)}
        keep_foot(sheet, part.last_row + 1 - LAST, end - 1, heights)
    return end


def _tall(columns: Sequence[Column], cells: Sequence[object]) -> float:
    return height_of([(str(cell), each.width) for cell, each in zip(cells, columns, strict=True) if not each.helper])


def _numbered(columns: Sequence[Column]) -> list[str]:
    """Name the columns below heads that several share, each with its number as official forms have it."""
    return [each.title if each.helper else f"({number}) {each.title}" for number, each in enumerate(columns, 1)]


def _set_widths(sheet: Worksheet, columns: Sequence[Column]) -> None:
    for number, column in enumerate(columns, 1):
        about = sheet.column_dimensions[get_column_letter(number)]
        about.width = column.width
        if column.helper:
            about.outlineLevel, about.hidden = 1, True
    if columns[-1].helper:
        sheet.column_dimensions[get_column_letter(len(columns) + 1)].collapsed = True


def _draw_heading(draft: Draft, sheet: Worksheet, register: DataSheet, shown: int) -> None:
    for row, line in enumerate(register.heading, 1):
        look = face(14, bold=True) if row == 1 else face(12, italic=True)
        draft.put_line(sheet, (row, 1), line, shown, (look, lay("center")))


def _styles(sheet: Worksheet, place: tuple[int, int], column: Column) -> dict[str, int]:
    """Find the numbers of the styles that a cell of this column may need; the row itself is replaced later."""
    found = {}
    sheet.cell(*place)
    for name, sample in SAMPLES.items():
        cell = Cell(sheet, *place)  # a new one each time: the workbook keeps the very style that the cell has
        dress(cell, column.kind, sample, quote=name == "quoted", tone="helper" if column.helper else "plain")
        found[name] = cell.style_id
    return found


def _draw_totals(draft: Draft, sheet: Worksheet, part: Part, names: Sequence[str]) -> int:
    """Draw the row of totals, which follow the table's filter; tell the column with its label (0: no row)."""
    columns = part.sheet.columns
    if not any(column.total for column in columns):
        return 0
    words = say("Total", draft.tally.language)
    free = [number for number, column in enumerate(columns, 1) if not column.total and not column.helper] or [1]
    label = next((number for number in free if columns[number - 1].width >= len(words) + 2), free[0])
    for number, (name, column) in enumerate(zip(names, columns, strict=True), 1):
        value: object = words if number == label else None
        if column.total:
            code = 109 if column.total == "sum" else 103
            value = Formula(f"SUBTOTAL({code},{part.table_name}[{_ESCAPED_IN_BRACKETS.sub(_AFTER_QUOTE, name)}])", 0)
        kind = "whole" if column.total == "count" else column.kind
        draft.put_value(sheet, (part.last_row + 1, number), value, kind, "total")
    return label


def _add_table(sheet: Worksheet, part: Part, names: Sequence[str], label: int, words: str) -> None:
    """Make the rows an Excel table with its own filter; a second filter on the same cells would damage the file."""
    first, last = f"A{part.sheet.header_row}", get_column_letter(len(names))
    table = Table(displayName=part.table_name, ref=f"{first}:{last}{part.last_row + bool(label)}")
    table.autoFilter = AutoFilter(ref=f"{first}:{last}{part.last_row}")
    table.totalsRowCount = 1 if label else None
    for number, (name, column) in enumerate(zip(names, part.sheet.columns, strict=True), 1):
        made = TableColumn(id=number, name=escape(name))
        if column.total:
            made.totalsRowFunction = column.total
        elif number == label:
            made.totalsRowLabel = words
        table.tableColumns.append(made)
    sheet.add_table(table)
