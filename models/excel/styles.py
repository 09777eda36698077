"""How cells look: the office's type, thin borders, days and numbers as they are written in Vietnam."""

import math
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook as Book

from models.excel.cells import Kind, Settled

FONT = "Times New Roman"
LINE_HEIGHT = 15.0
TALLEST = 409.0  # Excel's limit for a row, in points
Tone = Literal["plain", "head", "helper", "total", "section"]

_THIN = Side(style="thin", color="FF8A929C")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FILLS = {
    "head": PatternFill("solid", fgColor="FFE8EDF3"),
    "total": PatternFill("solid", fgColor="FFF4F6F9"),
    "section": PatternFill("solid", fgColor="FFF4F6F9"),
}
_WHOLE: dict[str, str] = {"percent": "0%_)", "text": "General", "identifier": "General", "day": "0"}
_FRACTION: dict[str, str] = {"percent": "0.0%_)", "money": "#,##0.00_)"}
_FIRST_WIDE = "\u2e80"  # above all letters of Vietnamese, so that most texts are not searched
_WIDE = re.compile("[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U0001f000-\U0003ffff]")


def number_format(kind: Kind, value: Settled) -> str:
    """Choose how a settled value is shown, so that what a number holds after the comma is never hidden.

    ``_)`` keeps figures off the border.
    """
    if isinstance(value, datetime):
        return "dd/mm/yyyy hh:mm"
    if isinstance(value, date):
        return "dd/mm/yyyy"
    if isinstance(value, str):
        return "@" if kind == "identifier" else "General"
    shown = value * 100 if kind == "percent" and value else value
    if shown is None or math.isclose(shown, round(shown), abs_tol=1e-9):
        return _WHOLE.get(kind, "#,##0_)")
    return _FRACTION.get(kind, "#,##0.0#_)")


def dress(cell: Cell, kind: Kind, value: Settled, *, quote: bool = False, tone: Tone = "plain") -> None:
    """Give a cell of a table its type, format, alignment and border."""
    cell.font = Font(
        name=FONT, size=11, bold=tone in {"head", "total", "section"}, color="FF6B7280" if tone == "helper" else None
    )
    cell.border = BOX
    if tone in _FILLS:
        cell.fill = _FILLS[tone]
    across = "right" if isinstance(value, int | float) else None
    if tone == "head" or kind in {"day", "yesno"}:
        across = "center"
    cell.alignment = Alignment(
        horizontal=across, vertical="center", wrap_text=not isinstance(value, int | float | date)
    )
    cell.number_format = number_format(kind, value)
    cell.quotePrefix = quote


def face(size: float = 11, *, bold: bool = False, italic: bool = False, underline: bool = False) -> Font:
    """Make the type of a text outside the tables."""
    return Font(name=FONT, size=size, bold=bold, italic=italic, underline="single" if underline else None)


def lay(across: str = "left", down: str = "center") -> Alignment:
    """Place a text outside the tables; long ones go on in the next line."""
    return Alignment(horizontal=across, vertical=down, wrap_text=True)


def plain_book() -> Book:
    """Start a workbook whose everyday type is the office's, so that widths are counted in its digits."""
    book = Book()
    book._fonts.clear()  # openpyxl starts with Calibri as font 0, which is Excel's unit of width
    book._fonts.add(face())
    book._named_styles["Normal"].font = face()
    book.remove(book.active)
    return book


def room_of(width: float) -> float:
    """Guess how many letters a line holds: they are narrower than digits, and the end of a line stays empty."""
    return max(1.0, width * 1.12 - 1.5)


def lines_of(text: str, room: float) -> int:
    """Guess on how many lines a text stands."""
    if "\n" in text:
        return sum(lines_of(line, room) for line in text.split("\n"))
    length: float = len(text)
    if length * 2 <= room:
        return 1
    if max(text) >= _FIRST_WIDE:
        length += len(_WIDE.findall(text))
    if text.isupper():
        length *= 1.3
    return 1 if length <= room else math.ceil(length / room)


def height_of(texts: Iterable[tuple[object, float]], size: float = 11) -> float:
    """Guess the height in points of a row of (value, width); LibreOffice does not find it by itself."""
    lines = max(
        (lines_of(text, room_of(width * 11 / size)) for text, width in texts if isinstance(text, str)), default=1
    )
    return row_height(lines, size)


def row_height(lines: int, size: float = 11) -> float:
    """Turn lines into points."""
    return min(TALLEST, lines * LINE_HEIGHT * size / 11 + 3)
