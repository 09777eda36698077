"""How a sheet comes out of the printer: A4, fit to the width, its page and the foot of it."""

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.cells import Tally, clean_line, pieces
from models.excel.styles import LINE_HEIGHT
from models.text import say

_LONGEST_FOOT = 120  # the three parts together may have 255
_ROOM = {"portrait": 700.0, "landscape": 460.0}  # points of height on a page of A4
_ACROSS = {"portrait": 480.0, "landscape": 770.0}  # points of width between the margins
_POINTS_OF_WIDTH = 5.7  # of one character of a column's width


def break_page(sheet: Worksheet, first: int, last: int) -> None:
    """Begin a new page before a block of rows that would be torn, when one page can hold it.

    A page that is less than half full goes on: a torn table reads better than an empty page.
    """
    begun = max((int(found.id) for found in sheet.row_breaks.brk), default=0) + 1
    room = _ROOM[sheet.page_setup.orientation] / _scale(sheet)
    above = _height(sheet, begun, first - 1) % room  # what is longer than a page was torn by the printer itself
    tall = _height(sheet, first, last)
    if first > begun and above > room / 2 and above + tall > room >= tall:
        sheet.row_breaks.append(Break(id=first - 1))


def _scale(sheet: Worksheet) -> float:
    """Guess how much a sheet is made smaller to fit the width of its page."""
    wide = sum(column.width for column in sheet.column_dimensions.values()) * _POINTS_OF_WIDTH
    return min(1.0, _ACROSS[sheet.page_setup.orientation] / wide) if wide else 1.0


def _height(sheet: Worksheet, first: int, last: int) -> float:
    return sum(sheet.row_dimensions[row].height or LINE_HEIGHT for row in range(first, last + 1))


def set_up_page(sheet: Worksheet, *, landscape: bool, footer: str, tally: Tally) -> None:
    """Set paper, margins (inches) and foot; 0.75 inch below, or LibreOffice clips the foot."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
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
