"""The office's own workbook, filled: {{names}} in cells, named cells, and one marked row for each list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.cells import (
    Settled,
    Tally,
    appendix_title,
    clean,
    escape,
    fit,
    needs_quote,
    settle,
    unescape,
)
from models.excel.drawings import keep_drawings
from models.excel.inserting import copied, insert_rows
from models.excel.opened import MOST_ROWS, read_book, unread
from models.excel.styles import height_of, number_format
from models.excel.verify import WrittenWrong
from models.files import atomic_write
from models.filling import FIELD, Filled, Gathered, Listing, Names, TemplateRefused, Value, open_safely
from models.text import mark, say

_TWO_LISTS = mark("{cell}: one row can repeat one list only; “{other}” was left empty there.")
_IN_FORMULA = mark("{cell}: names inside a formula are not filled; write the name into a cell of its own.")
_TOO_MANY = mark("“{list}” has more rows than a sheet can hold. Nothing was saved. Choose a shorter period.")
_LONG = mark("{cell}: the text is longer than a cell can hold; its end stands on the sheet “{sheet}”.")
_WRONG = mark(
    "The filled workbook could not be read back as it was meant ({where}). The old file is unchanged. Try again, or "
    "save to another disk."
)


@dataclass
class _Filling:
    """One workbook on its way; ``put`` remembers what each cell was given, to be read again."""

    book: Book
    gathered: Gathered
    tally: Tally
    put: dict[int, tuple[Cell, Settled]] = field(default_factory=dict)


def fill_workbook(template: Path, path: Path, names: Names) -> Filled:
    """Fill a workbook into a new file; raise ``TemplateRefused`` or ``WriteRefused``, and then nothing is written."""
    content = open_safely(template)
    book = read_book(content, template)
    filling = _Filling(book, Gathered(names), Tally(names.language))
    shifts: dict[str, list[tuple[int, int]]] = {}
    try:
        _fill_named(filling)
        for sheet in book.worksheets:
            marked = _marked(sheet, names)
            _fill_singles(filling, sheet, {row for row, _ in marked})
            for row, listing in sorted(marked, key=lambda each: -each[0]):
                more = max(1, len(listing.rows)) - 1
                _fill_rows(filling, sheet, row, listing, more)
                shifts.setdefault(sheet.title, []).append((row, more))
            _fill_page(filling, sheet)
        _add_long_texts(filling)
        book.calculation.fullCalcOnLoad = True
        saved = keep_drawings(content, _saved(book), shifts)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise unread(template, error) from error

    def write(out: BinaryIO) -> None:
        out.write(saved)

    atomic_write(path, write, lambda made: _look_over(made, filling))
    return filling.gathered.outcome(path)


def _saved(book: Book) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _texts(sheet: Worksheet) -> Iterator[tuple[Cell, str]]:
    """Give the cells that hold a field, with their text."""
    for cell in list(sheet._cells.values()):
        if (
            not isinstance(cell, MergedCell)
            and isinstance(cell.value, str | list)
            and "{{" in (told := str(cell.value))
        ):
            yield cell, told


def _marked(sheet: Worksheet, names: Names) -> list[tuple[int, Listing]]:
    """Find the rows that name a list, each with the first list that it names."""
    found: dict[int, Listing] = {}
    for cell, told in sorted(_texts(sheet), key=lambda each: (each[0].row, each[0].column)):
        for name in FIELD.findall(told) if cell.data_type != "f" else ():
            column = names.column(name)
            if column:
                found.setdefault(cell.row, column[0])
    return list(found.items())


def _fill_named(filling: _Filling) -> None:
    """Fill the cells that have a name of ours; a blank cell with an unknown name was meant to be filled."""
    book, gathered = filling.book, filling.gathered
    named = [(name, each) for name, each in book.defined_names.items()]
    named += [(name, each) for sheet in book.worksheets for name, each in sheet.defined_names.items()]
    for name, each in named:
        if name.startswith("_xlnm") or each.hidden or each.type != "RANGE":
            continue
        for title, span in each.destinations:
            cell = _named_cell(book, title, span)
            if cell is None or (isinstance(cell.value, str) and "{{" in cell.value):
                continue
            if gathered.names.value(name) is not None or gathered.names.is_withheld(name) or cell.value is None:
                value = gathered.value(name)
                if value is not None:
                    _put(filling, cell, value)


def _named_cell(book: Book, title: str, span: str) -> Cell | None:
    """Give the one cell that a name stands for, or the first of a merge; None where it stands for more."""
    if title not in book.sheetnames:
        return None
    sheet, plain = book[title], span.replace("$", "")
    if ":" in plain and plain not in {each.coord for each in sheet.merged_cells.ranges}:
        return None
    first_column, first, _, _ = range_boundaries(plain)
    if not first or not first_column:
        return None
    cell = sheet.cell(first, first_column)
    return None if isinstance(cell, MergedCell) else cell


def _fill_singles(filling: _Filling, sheet: Worksheet, marked: set[int]) -> None:
    for cell, told in _texts(sheet):
        if cell.data_type == "f":
            _note(filling, _IN_FORMULA, cell)
        elif cell.row not in marked:
            _fill_cell(filling, cell, told, None)


def _fill_rows(filling: _Filling, sheet: Worksheet, row: int, listing: Listing, more: int) -> None:
    """Make the marked row one row for each item, from its own cells; without items it stays, empty."""
    if sheet.max_row + more > MOST_ROWS:
        raise TemplateRefused(say(_TOO_MANY).format(list=listing.name.words))
    for cell in filter(_own, sheet[row]):
        for name in FIELD.findall(str(cell.value)) if cell.data_type != "f" else ():
            other = filling.gathered.names.column(name)
            if other and other[0] is not listing:
                _note(filling, _TWO_LISTS, cell, other=name)
    if more:
        insert_rows(filling.book, sheet, row, more)
    pattern = [(cell.column, cell.value, cell.data_type, cell.coordinate) for cell in sheet[row] if _own(cell)]
    for place in range(more + 1):
        for column, value, kind, coordinate in pattern:
            cell = sheet.cell(row + place, column)
            if kind == "f":
                cell.value = copied(value, coordinate, cell.coordinate)
            elif isinstance(value, str | list) and "{{" in str(value):
                _fill_cell(filling, cell, str(value), (listing, place))
            elif place:
                cell.value = value
        _raise_row(sheet, row + place)


def _own(cell: Any) -> bool:
    return not isinstance(cell, MergedCell) and cell.value is not None


def _raise_row(sheet: Worksheet, row: int) -> None:
    """Make a row as high as its texts need, never lower than the template has it."""
    wide = {each.min_col: each for each in sheet.merged_cells.ranges if each.min_row == row}
    texts = []
    for cell in sheet[row]:
        if isinstance(cell.value, str) and cell.data_type == "s" and cell.alignment.wrap_text:
            last = wide[cell.column].max_col if cell.column in wide else cell.column
            texts.append((cell.value, sum(_width(sheet, column) for column in range(cell.column, last + 1))))
    needed = height_of(texts) if texts else 0
    if needed > (sheet.row_dimensions[row].height or sheet.sheet_format.defaultRowHeight or 15):
        sheet.row_dimensions[row].height = needed


def _width(sheet: Worksheet, column: int) -> float:
    for each in sheet.column_dimensions.values():
        if (each.min or 0) <= column <= (each.max or 0):
            return float(each.width)
    return float(sheet.sheet_format.defaultColWidth or 8.43)


def _fill_cell(filling: _Filling, cell: Cell, told: str, row: tuple[Listing, int] | None) -> None:
    """Fill the fields of a cell; one that is the whole cell keeps its kind, others become text."""
    gathered = filling.gathered
    whole = FIELD.fullmatch(told.strip())
    if whole:
        value = gathered.value(whole[1], row)
        if value is not None:
            _put(filling, cell, value)
        elif row:
            _put(filling, cell, Value(told, told))
        return

    def words(found: re.Match[str]) -> str:
        value = gathered.value(found[1], row)
        return found[0] if value is None else value.words

    text = FIELD.sub(words, told)
    if text != told or row:
        _put(filling, cell, Value(text, text))


def _put(filling: _Filling, cell: Cell, value: Value) -> None:
    """Write a value as what it is; text stays text whatever it begins with."""
    tally, look = filling.tally, cell.number_format
    settled = settle(value.plain, tally)
    if isinstance(settled, str):
        settled = _fit(filling, cell, settled)
        cell.value = escape(settled)
        cell.data_type = "s"
        cell.quotePrefix = needs_quote(settled)
    else:
        cell.value = settled
    if isinstance(settled, date):
        cell.number_format = look if is_date_format(look) else number_format("day", settled)
    elif isinstance(settled, int | float):
        plain = number_format("number", settled) if look == "General" and abs(settled) >= 1000 else look
        cell.number_format = f'"{value.hedge} "{plain}' if value.hedge else plain
    filling.put[id(cell)] = (cell, settled)


def _fit(filling: _Filling, cell: Cell, text: str) -> str:
    """Give what a cell can hold of a text; the rest goes to the sheet of long texts, and a note says so."""
    kept = fit(text, cell.parent.title, cell.coordinate, filling.tally)
    if kept != text:
        _note(filling, _LONG, cell, sheet=appendix_title(filling.tally))
    return kept


def _note(filling: _Filling, words: str, cell: Cell, **more: str) -> None:
    told = say(words, filling.tally.language).format(cell=f"{cell.parent.title}!{cell.coordinate}", **more)
    filling.gathered.notes[told] = None


def _fill_page(filling: _Filling, sheet: Worksheet) -> None:
    """Fill the printed head and foot of a sheet; Excel reads & there as an order."""
    for page in (sheet.oddHeader, sheet.oddFooter, sheet.evenHeader, sheet.evenFooter, sheet.firstHeader,
                 sheet.firstFooter):  # fmt: skip
        for part in (page.left, page.center, page.right):
            if part.text and "{{" in part.text:
                part.text = FIELD.sub(lambda found: _on_page(filling, found), part.text)


def _on_page(filling: _Filling, found: re.Match[str]) -> str:
    value = filling.gathered.value(found[1])
    return found[0] if value is None else clean(value.words, filling.tally).replace("&", "&&").replace("\n", " ")


def _add_long_texts(filling: _Filling) -> None:
    if not filling.tally.long_texts:
        return
    sheet = filling.book.create_sheet(appendix_title(filling.tally))
    for place, (title, where, part, text) in enumerate(filling.tally.long_texts, 1):
        for column, told in enumerate((title, where, str(part), text), 1):
            cell = sheet.cell(place, column)
            cell.value = escape(told)
            cell.data_type = "s"


def _look_over(made: Path, filling: _Filling) -> None:
    """Open the finished file and compare each cell that was given something."""
    wrong = say(_WRONG, filling.tally.language)
    with made.open("rb") as file:
        with ZipFile(file) as archive:
            broken = archive.testzip()
        if broken:
            raise WrittenWrong(wrong.format(where=broken))
        book = load_workbook(file, keep_links=False)
    for cell, settled in filling.put.values():
        found = book[cell.parent.title][cell.coordinate]
        told = unescape(found.value) if isinstance(found.value, str) else found.value
        if isinstance(settled, date) and hasattr(told, "date") and not hasattr(settled, "hour"):
            told = told.date()
        if found.data_type == "f" or (told != settled and not (told is None and settled in (None, ""))):
            raise WrittenWrong(wrong.format(where=f"{cell.parent.title} {cell.coordinate}"))
