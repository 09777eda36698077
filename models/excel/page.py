"""A page with figures as openpyxl draws it: letterhead, title, tables, charts, notes and signatures."""

from collections.abc import Sequence
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.chart import draw_chart
from models.excel.draft import Draft, plain
from models.excel.foot import draw_letterhead, draw_signature
from models.excel.heads import draw_heads
from models.excel.printed import LAST, break_page, keep_foot, set_up_page
from models.excel.styles import Tone, face, height_of, lay
from models.excel.workbook import Column, Formula, SummarySheet, Table
from models.text import say


def draw_page(draft: Draft, page: SummarySheet, title: str, footer: str) -> None:
    """Draw the sheet from top to bottom."""
    sheet = draft.add_sheet(title)
    set_up_page(sheet, landscape=page.landscape, footer=footer, tally=draft.tally)
    columns = max((len(table.columns) for table in page.tables), default=6)
    for number in range(1, columns + 1):
        several = [table.columns[number - 1] for table in page.tables if len(table.columns) >= number]
        about = sheet.column_dimensions[get_column_letter(number)]
        about.width = max((each.width for each in several), default=14)
        about.hidden = bool(several) and all(each.helper for each in several)
    row = draw_letterhead(draft, sheet, page.letterhead, columns) if page.letterhead else 1
    last = row
    for text, look in ((page.heading, face(14, bold=True)), (page.subtitle, face(13, italic=True))):
        if text:
            draft.put_line(sheet, (row, 1), text, columns, (look, lay("center")))
            row += 1
    row += row > 1
    for table in page.tables:
        row = _draw_table(draft, sheet, table, row, columns)
        last = row if table.chart else row - 1 - LAST  # a signature takes these rows along
    for note in page.notes:
        draft.put_line(sheet, (row, 1), note, columns, (face(11, italic=True), lay()))
        row += 1
    if page.signature:
        row = draw_signature(draft, sheet, page.signature, row + 1, columns)
        keep_foot(sheet, last, row - 1)
    sheet.print_area = f"A1:{get_column_letter(columns)}{max(row - 1, 1)}"
    sheet.sheet_view.showGridLines = False


def _draw_table(draft: Draft, sheet: Worksheet, table: Table, row: int, columns: int) -> int:
    """Draw a table, its totals and its chart from a row on; tell the row after it."""
    start = row
    if table.title:
        draft.put_line(sheet, (row, 1), table.title, columns, (face(12, bold=True), lay()))
        row += 1
    header = draw_heads(draft, sheet, table.columns, row)
    row = header
    for line in table.rows:
        row += 1
        _draw_row(draft, sheet, table, line, row)
    last = row
    if table.total is not None:
        row += 1
        _draw_row(draft, sheet, table, table.total, row, "total")
    if any(column.total for column in table.columns):
        row += 1
        _draw_sums(draft, sheet, table, header + 1, row)
    if table.chart and last > header:
        row = draw_chart(draft.tally, sheet, table, (header, last), row + 2)
    break_page(sheet, start, row)
    return row + 2


def _draw_row(
    draft: Draft, sheet: Worksheet, table: Table, line: Sequence[object] | str, row: int, tone: Tone = "plain"
) -> None:
    columns = table.columns
    if isinstance(line, str):
        for number in range(1, len(columns) + 1):
            draft.put_value(sheet, (row, number), line if number == 1 else None, "text", "section")
        draft.put_line(sheet, (row, 1), line, len(columns), (face(bold=True), lay()))
        return
    for number, (column, value) in enumerate(zip(columns, line, strict=True), 1):
        draft.put_value(sheet, (row, number), value, column.kind, tone)
    shown = [value.value if isinstance(value, Formula) else value for value in line]
    sheet.row_dimensions[row].height = height_of((value, c.width) for value, c in zip(shown, columns, strict=True))


def _draw_sums(draft: Draft, sheet: Worksheet, table: Table, first: int, row: int) -> None:
    free = [number for number, column in enumerate(table.columns) if not column.total and not column.helper]
    words = say("Total", draft.tally.language)
    label = next((n for n in free if table.columns[n].width >= len(words) + 2), free[0] if free else -1)
    for number, column in enumerate(table.columns):
        value: object = words if number == label else None
        if column.total:
            letter = get_column_letter(number + 1)
            verb = "SUM" if column.total == "sum" else "COUNTA"
            # an empty table has its sum right under the header, and a sum must not count itself
            text = f"{verb}({letter}{first}:{letter}{row - 1})" if row > first else "0"
            value = Formula(text, _total(table, number, column))
        kind = "whole" if column.total == "count" else column.kind
        draft.put_value(sheet, (row, number + 1), value, kind, "total")


def _total(table: Table, place: int, column: Column) -> int | float | str | None:
    """Add up as Excel does: words and empty cells count nothing in a sum."""
    total = Decimal(0)
    for row in table.rows:
        if isinstance(row, str):
            continue
        cell = row[place]
        value = cell.value if isinstance(cell, Formula) else cell
        if column.total == "count":
            total += value not in {None, ""}
        elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            total += Decimal(str(value))
    return plain(total)
