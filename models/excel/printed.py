"""How a sheet comes out of the printer: its paper, fit to the width, its letterhead, its page and the foot of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.cells import Tally, clean, clean_line, pieces
from models.excel.styles import LINE_HEIGHT
from models.excel.workbook import Column, Letterhead
from models.text import say

LAST = 2
"""Rows of a table that go along with the signature below it."""
_LONGEST_FOOT = 120  # the three parts together may have 255
_LONGEST_HEAD = 38  # letters of one line; six lines and their looks share 255
_A4, _A3 = 9, 8  # Excel's numbers of the sheets
# Points of a page between the margins, across and down.
_ROOM = {
    ("portrait", _A4): (480.0, 700.0),
    ("landscape", _A4): (770.0, 460.0),
    ("landscape", _A3): (1118.0, 700.0),
}
_POINTS_OF_WIDTH = 5.7  # of one character of a column's width
_READABLE = 0.65  # 11 points become 7.2
_SHRUNK = 1.3  # a page that is by so much too long is made smaller rather than torn
_LEAST, _NARROWED = 8.0, 0.6


def fitted(columns: Sequence[Column]) -> list[Column]:
    """Narrow the columns with words of a very wide register, so that A3 holds it in letters that can be read."""
    shown = [each for each in columns if not each.helper]
    words = sum(each.width for each in shown if each.kind == "text")
    others = sum(each.width for each in shown) - words
    room = _ROOM["landscape", _A3][0] / _POINTS_OF_WIDTH / _READABLE
    share = max(_NARROWED, (room - others) / words) if words else 1.0
    if share >= 1:
        return list(columns)
    return [
        replace(each, width=max(min(_LEAST, each.width), round(each.width * share, 1)))
        if each.kind == "text" and not each.helper
        else each
        for each in columns
    ]


def break_page(sheet: Worksheet, first: int, last: int) -> None:
    """Begin a new page before a block of rows that would be torn, when one page can hold it.

    A page that is less than half full goes on: a torn table reads better than an empty page.
    """
    begun, above, room = _so_far(sheet, first)
    tall = _height(sheet, first, last)
    if first > begun and above > room / 2 and above + tall > room >= tall:
        sheet.row_breaks.append(Break(id=first - 1))


def keep_foot(sheet: Worksheet, first: int, last: int, heights: Mapping[int, float] | None = None) -> None:
    """Keep who signs with the rows from ``first`` on: on a page made smaller, or else on the next one.

    ``heights`` are those of rows that the sheet does not have yet.
    """
    begun, above, room = _so_far(sheet, first, heights)
    tall = _height(sheet, first, last, heights)
    if above + tall <= room or tall > room:
        return
    if begun == 1 and _height(sheet, 1, last, heights) <= room * _SHRUNK:
        sheet.page_setup.fitToHeight = 1
    elif first > begun:
        sheet.row_breaks.append(Break(id=first - 1))


def _so_far(sheet: Worksheet, first: int, heights: Mapping[int, float] | None = None) -> tuple[int, float, float]:
    """Give the first row of the page on which a row stands, how much stands above it there, and the page's room."""
    begun = max((int(found.id) for found in sheet.row_breaks.brk), default=0) + 1
    room = _room(sheet)[1] / _scale(sheet)
    above = _height(sheet, begun, first - 1, heights) % room  # what is longer than a page is torn by the printer
    return begun, above, room


def _room(sheet: Worksheet) -> tuple[float, float]:
    return _ROOM[sheet.page_setup.orientation, int(sheet.page_setup.paperSize)]


def _width(sheet: Worksheet) -> float:
    return sum(column.width for column in sheet.column_dimensions.values() if not column.hidden) * _POINTS_OF_WIDTH


def _scale(sheet: Worksheet) -> float:
    """Guess how much a sheet is made smaller to fit the width of its page."""
    wide = _width(sheet)
    return min(1.0, _room(sheet)[0] / wide) if wide else 1.0


def _height(sheet: Worksheet, first: int, last: int, heights: Mapping[int, float] | None = None) -> float:
    told = heights or {}
    return sum(told.get(row) or sheet.row_dimensions[row].height or LINE_HEIGHT for row in range(first, last + 1))


def set_up_page(sheet: Worksheet, *, landscape: bool, footer: str, tally: Tally) -> None:
    """Set paper, margins (inches) and foot; 0.75 inch below, or LibreOffice clips the foot."""
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    if landscape and _scale(sheet) < _READABLE:
        sheet.page_setup.paperSize = _A3
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left, margins.right = (0.5, 0.5) if landscape else (1.0, 0.6)
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.75, 0.3, 0.35
    sheet.oddFooter.left.text = pieces(clean_line(footer, tally), _LONGEST_FOOT)[0].replace("&", "&&")
    sheet.oddFooter.right.text = say("Page {page} of {pages}", tally.language).format(page="&P", pages="&N")
    for part in (sheet.oddFooter.left, sheet.oddFooter.right):
        part.font, part.size = "Times New Roman,Regular", 10


def print_letterhead(sheet: Worksheet, head: Letterhead, tally: Tally) -> None:
    """Print the head of an official paper above the first page; it stands in no cell, and that page has no number."""
    superior, office, number, nation, motto, day = (
        pieces(clean(each, tally).replace("\n", " "), _LONGEST_HEAD)[0].replace("&", "&&")
        for each in (head.superior, head.office, head.number, head.nation, head.motto, head.place_and_date)
    )
    about = sheet.HeaderFooter
    about.differentFirst, about.scaleWithDoc = True, False
    about.firstHeader.left.text = f"{superior}\n&B{office}&B\n{number}"
    about.firstHeader.right.text = f"&B{nation}\n{motto}&B\n{day}"
    for part in (about.firstHeader.left, about.firstHeader.right):
        part.size = 12  # in the typeface of the book; its name would take up the room that Excel leaves
    mine, other = about.firstFooter.left, about.oddFooter.left
    mine.text, mine.font, mine.size = other.text, other.font, other.size
    sheet.page_margins.top = 1.1
