"""Rows put into a sheet of the office's own workbook: merges, heights, rules, names and formulas follow."""

from collections.abc import Iterator
from copy import copy

from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.dimensions import DimensionHolder, RowDimension
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.gap import Gap


def insert_rows(book: Book, sheet: Worksheet, row: int, more: int) -> None:
    """Put ``more`` copies of the look of a row below it; nothing that the template holds is lost or left behind."""
    gap = Gap(sheet.title, row, more)
    for each in book.worksheets:
        _shift_formulas(each, gap)
        _shift_rules(each, gap)
        for name in each.defined_names.values():
            name.attr_text = gap.formula(name.attr_text, each.title)
    for name in book.defined_names.values():
        name.attr_text = gap.formula(name.attr_text, "")
    _shift_page(sheet, gap)
    merges = _merges(sheet, gap)
    sheet.insert_rows(row + 1, more)
    _shift_heights(sheet, gap)
    _put_merges(sheet, merges)
    for cell in list(sheet[row]):
        for place in range(row + 1, row + more + 1):
            sheet.cell(place, cell.column)._style = copy(cell._style)
    _merge_alike(sheet, gap)
    for cell in sheet._cells.values():
        if cell.hyperlink:
            cell.hyperlink.ref = cell.coordinate


def copied(value: object, origin: str, place: str) -> object:
    """Give what a cell of the marked row holds in a copy of it; formulas look at their own row."""
    if isinstance(value, str) and value.startswith("="):
        return Translator(value, origin).translate_formula(place)
    return value


def _shift_formulas(sheet: Worksheet, gap: Gap) -> None:
    own = sheet.title == gap.sheet
    for cell in sheet._cells.values():
        inside = own and cell.row == gap.row
        if isinstance(cell.value, ArrayFormula):
            cell.value.text = gap.formula(cell.value.text or "", sheet.title, inside=inside)
            if own:
                cell.value.ref = gap.span(cell.value.ref, inside=inside)
        elif cell.data_type == "f" and isinstance(cell.value, str):
            cell.value = gap.formula(cell.value, sheet.title, inside=inside)


def _shift_rules(sheet: Worksheet, gap: Gap) -> None:
    """Let conditional formats and validations follow."""
    own = sheet.title == gap.sheet
    rules = ConditionalFormattingList()
    for each in sheet.conditional_formatting:
        inside = own and any(part.min_row <= gap.row <= part.max_row for part in each.sqref.ranges)
        for rule in each.rules:
            rule.formula = [gap.formula(told, sheet.title, inside=inside) for told in rule.formula]
            rules.add(gap.spans(str(each.sqref)) if own else str(each.sqref), rule)
    sheet.conditional_formatting = rules
    for check in sheet.data_validations.dataValidation:
        for name in ("formula1", "formula2"):
            told = getattr(check, name)
            if told:
                setattr(check, name, gap.formula(told, sheet.title, inside=own))
        if own:
            check.sqref = MultiCellRange(gap.spans(str(check.sqref)))


def _shift_page(sheet: Worksheet, gap: Gap) -> None:
    """Let print set-up, filter, tables, page breaks and frozen panes follow."""
    if sheet.print_area:
        areas = [part.rpartition("!")[2] for part in str(sheet.print_area).split(",")]
        sheet.print_area = ",".join(gap.span(part) for part in areas)
    if sheet.print_title_rows:
        sheet.print_title_rows = gap.span(sheet.print_title_rows.replace("$", ""), inside=True)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = gap.span(sheet.auto_filter.ref)
    for table in sheet.tables.values():
        table.ref = gap.span(table.ref)
        if table.autoFilter:
            table.autoFilter.ref = gap.span(table.autoFilter.ref)
    for each in sheet.row_breaks.brk:
        each.id = gap.follow(each.id)
    if sheet.freeze_panes:
        sheet.freeze_panes = gap.span(sheet.freeze_panes)


def _merges(sheet: Worksheet, gap: Gap) -> list[str]:
    return [gap.span(each.coord, inside=each.min_row == each.max_row == gap.row) for each in sheet.merged_cells.ranges]


def _put_merges(sheet: Worksheet, merges: list[str]) -> None:
    sheet.merged_cells = MultiCellRange()
    for told in merges:
        sheet.merged_cells.add(told)


def _merge_alike(sheet: Worksheet, gap: Gap) -> None:
    """Merge in each new row what is merged in the marked one."""
    alike = [each for each in sheet.merged_cells.ranges if each.min_row == each.max_row == gap.row]
    for each in alike:
        for place in _new(gap):
            first, last = get_column_letter(each.min_col), get_column_letter(each.max_col)
            sheet.merged_cells.add(CellRange(f"{first}{place}:{last}{place}").coord)


def _shift_heights(sheet: Worksheet, gap: Gap) -> None:
    """Let heights and hidden rows follow; new rows are as high as the marked one."""
    old = dict(sheet.row_dimensions)
    made = DimensionHolder(worksheet=sheet, default_factory=sheet.row_dimensions.default_factory)
    for number, each in sorted(old.items()):
        made[gap.follow(number)] = _moved(each, sheet, gap.follow(number))
    if gap.row in old:
        for place in _new(gap):
            made[place] = _moved(old[gap.row], sheet, place)
    sheet.row_dimensions = made


def _moved(each: RowDimension, sheet: Worksheet, place: int) -> RowDimension:
    made = RowDimension(
        sheet,
        index=place,
        ht=each.ht,
        hidden=each.hidden,
        outlineLevel=each.outlineLevel,
        collapsed=each.collapsed,
        thickBot=each.thickBot,
        thickTop=each.thickTop,
    )
    made._style = copy(each._style)
    return made


def _new(gap: Gap) -> Iterator[int]:
    return iter(range(gap.row + 1, gap.row + gap.more + 1))
