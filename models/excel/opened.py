"""A template's workbook, opened: what would keep the reader busy for ever is refused before."""

import warnings
from io import BytesIO
from pathlib import Path
from xml.parsers import expat
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook import Workbook as Book

from models.excel.drawings import sheets_of
from models.filling import TemplateRefused
from models.text import mark, say

MOST_MERGED, MOST_ROWS = 200_000, 1_048_576

_UNREAD = mark("“{name}” cannot be read as a workbook ({reason}). Open it in Excel, save it anew, and choose it again.")
_REACHING, _PLACED = ("mergeCell", "hyperlink"), ("row", "c")


def unread(template: Path, reason: object) -> TemplateRefused:
    """Make the refusal of a workbook that the reader does not understand."""
    return TemplateRefused(say(_UNREAD).format(name=template.name, reason=reason))


def read_book(content: bytes, template: Path) -> Book:
    """Open a workbook with its formatted texts; whatever goes wrong inside the reader is one refusal."""
    try:
        _measure_sheets(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it leaves out is put back afterwards
            book = load_workbook(BytesIO(content), rich_text=True, keep_links=False)
    except Exception as error:
        raise unread(template, error if isinstance(error, _Reaching) else type(error).__name__) from error
    if not book.worksheets:
        raise unread(template, "0")
    for sheet in book.worksheets:
        sheet._charts, sheet._images = [], []
    return book


class _Reaching(ValueError):
    """A sheet whose merges or rows would keep the reader busy for ever."""


def _measure_sheets(content: bytes) -> None:
    """Measure what the reader will take for a sheet, wherever it lies; raise ``ValueError`` or ``KeyError``."""
    with ZipFile(BytesIO(content)) as archive:
        for part in sheets_of(archive).values():
            if not part.endswith(".xml"):  # it was not looked over
                raise _Reaching(part)
            _measure(archive.read(part))


def _measure(sheet: bytes) -> None:
    area = 0

    def start(tag: str, told: dict[str, str]) -> None:
        nonlocal area
        name, row = tag.rpartition(":")[2], 0
        if name in _REACHING:
            first_column, first, last_column, last = range_boundaries(told.get("ref", "").replace("$", ""))
            area += ((last or MOST_ROWS) - (first or 1) + 1) * ((last_column or 1) - (first_column or 1) + 1)
        elif name in _PLACED:
            row = int("".join(filter(str.isdigit, told.get("r", ""))) or 0)
        if area > MOST_MERGED or row > MOST_ROWS:
            raise _Reaching("XFD1048576")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(sheet, True)
