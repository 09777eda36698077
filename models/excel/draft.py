"""The workbook as openpyxl holds it while it is drawn, and what it needs to know to be finished."""

from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.cells import Kind, Settled, Tally, clean, escape, fit, needs_quote, settle
from models.excel.styles import Tone, dress, height_of, plain_book
from models.excel.workbook import Formula

Value = int | float | str | None
_BOLD = 0.9  # bold letters need more room


@dataclass
class Draft:
    """The drawn workbook; ``values`` are our own values of its formulas, by sheet and cell."""

    tally: Tally
    book: Book = field(default_factory=plain_book)
    values: dict[str, dict[str, Value]] = field(default_factory=dict)

    def add_sheet(self, title: str) -> Worksheet:
        """Add an empty sheet with a title that was made fit before."""
        self.values[title] = {}
        return self.book.create_sheet(title)

    def put_text(self, sheet: Worksheet, place: tuple[int, int], text: str) -> Cell:
        """Write words; whatever they begin with, they are never a formula."""
        cell = sheet.cell(*place)
        cell.value = escape(fit(clean(text, self.tally), sheet.title, cell.coordinate, self.tally)) or None
        if cell.value is not None:
            cell.data_type = "s"
        return cell

    def put_value(
        self, sheet: Worksheet, place: tuple[int, int], value: object, kind: Kind, tone: Tone = "plain"
    ) -> Cell:
        """Write the value of one cell of a table, or a formula with our value for it."""
        if isinstance(value, Formula):
            return self._put_formula(sheet, place, value, value.kind or kind, tone)
        settled = settle(value, self.tally)
        if isinstance(settled, str):
            cell = self.put_text(sheet, place, settled)
            dress(cell, kind, settled, quote=needs_quote(settled), tone=tone)
            return cell
        cell = sheet.cell(*place)
        cell.value = settled
        dress(cell, kind, settled, tone=tone)
        return cell

    def _put_formula(self, sheet: Worksheet, place: tuple[int, int], formula: Formula, kind: Kind, tone: Tone) -> Cell:
        cell = sheet.cell(*place)
        text = clean(formula.text, self.tally).lstrip("=").replace("{row}", str(place[0]))
        cell.value = f"={text}"
        settled = settle(formula.value, self.tally)
        if settled is not None and not isinstance(settled, str | int | float):
            raise TypeError("a formula's own value is a number or a text")
        self.values[sheet.title][cell.coordinate] = settled
        dress(cell, kind, settled if settled is not None else 0, tone=tone)
        return cell

    def put_line(
        self, sheet: Worksheet, place: tuple[int, int], text: str, last: int, look: tuple[Font, Alignment]
    ) -> Cell:
        """Write words across the columns up to ``last`` (merged), outside any table; the row grows with them."""
        cell = self.put_text(sheet, place, text)
        cell.font, cell.alignment = look
        row, column = place
        if last > column:
            sheet.merge_cells(start_row=row, start_column=column, end_row=row, end_column=last)
        wide = sum(width_of(sheet, number) for number in range(column, last + 1))
        height = height_of([(cell.value, wide * _BOLD if cell.font.b else wide)], cell.font.size)
        sheet.row_dimensions[row].height = max(height, sheet.row_dimensions[row].height or 0)
        return cell


def width_of(sheet: Worksheet, number: int) -> float:
    """The width of a column, in characters; a hidden one has none."""
    about = sheet.column_dimensions[get_column_letter(number)]
    return 0 if about.hidden else about.width


def plain(value: Settled | Decimal) -> Value:
    """Give back a sum as Excel keeps it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError("a day is not summed")
