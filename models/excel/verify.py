"""A written workbook is read again before it takes the place of the old one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell

from models.excel.cells import Tally, fit, settle, unescape
from models.excel.draft import Value
from models.files import WriteRefused
from models.text import mark, say

CELLWISE = 5_000  # rows; longer registers are only counted
_WRONG = mark(
    "The workbook could not be read back as it was meant ({where}). "
    "The old file is unchanged. Try again, or save to another disk."
)


class WrittenWrong(WriteRefused):
    """A finished file does not hold what it should; the text says what a person can do."""


@dataclass(frozen=True)
class Expected:
    """What one sheet must hold: its formulas with our values, and the rows of a register."""

    title: str
    values: Mapping[str, Value]
    header_row: int = 0
    count: int | None = None
    rows: Sequence[Sequence[object]] | None = None

    @property
    def table_rows(self) -> int:
        """The rows of the table; an empty one has an empty row, a page with figures has none of these."""
        return 0 if self.count is None else max(1, self.count)


def look_over(path: Path, sheets: Mapping[str, Expected], language: str | None = None) -> None:
    """Check the zip's sums, count rows and formulas, and compare the cells of short registers.

    Raises WrittenWrong.
    """
    with ZipFile(path) as archive:
        if broken := archive.testzip():
            raise _wrong(broken, language)
        for name, about in sheets.items():
            try:
                rows, formulas = _count(archive, name, about)
            except expat.ExpatError as problem:
                raise _wrong(f"{name}: {problem}", language) from problem
            if (rows, formulas) != (about.table_rows, len(about.values)):
                raise _wrong(name, language)
    _compare(path, sheets, language)


def _wrong(where: str, language: str | None) -> WrittenWrong:
    return WrittenWrong(say(_WRONG, language).format(where=where))


def _count(archive: ZipFile, name: str, about: Expected) -> tuple[int, int]:
    """Count the rows of the table and the formulas of the sheet."""
    rows = formulas = 0
    table = range(about.header_row + 1, about.header_row + 1 + about.table_rows)

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal rows, formulas
        if tag == "row":
            rows += int(attributes["r"]) in table
        elif tag == "f":
            formulas += 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    with archive.open(name) as sheet:
        parser.ParseFile(sheet)
    return rows, formulas


def _compare(path: Path, sheets: Mapping[str, Expected], language: str | None) -> None:
    """Read the cells of short registers, and the values of all formulas on the pages, with openpyxl."""
    with path.open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=True)
        try:
            for name, place in zip(sorted(sheets, key=_number), book.worksheets, strict=True):
                about = sheets[name]
                if about.count is not None and about.rows is None:
                    continue
                for row in place.iter_rows():
                    for cell in row:
                        if not _same(cell, about, language):
                            raise _wrong(f"{place.title} {cell.coordinate}", language)
        finally:
            book.close()


def _number(name: str) -> int:
    return int("".join(filter(str.isdigit, name)))


def _same(cell: Any, about: Expected, language: str | None) -> bool:
    """Compare a cell with the value that was given for it, if one was."""
    if isinstance(cell, EmptyCell):
        return True
    if cell.coordinate in about.values:
        wanted: object = about.values[cell.coordinate]
    elif about.rows and 0 <= (place := cell.row - about.header_row - 1) < len(about.rows):
        wanted = _as_read(about.rows[place][cell.column - 1], about.title, language)
    else:
        return True
    found = unescape(cell.value) if isinstance(cell.value, str) else cell.value
    if isinstance(wanted, datetime) and isinstance(found, datetime):
        return abs(found - wanted) < timedelta(milliseconds=2)  # Excel keeps milliseconds
    return found == wanted or (found is None and wanted == "")


def _as_read(value: object, title: str, language: str | None) -> object:
    """Turn a given value into what openpyxl reads for it."""
    tally = Tally(language)
    settled = settle(value, tally)
    if isinstance(settled, str):
        return fit(settled, title, "", tally)
    if isinstance(settled, date) and not isinstance(settled, datetime):
        return datetime(settled.year, settled.month, settled.day)
    return settled
