"""One value on its way into a cell: cleaned, typed, and never taken for a formula."""

import math
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import PurePath
from typing import Literal
from uuid import UUID

from models import letters
from models.text import say

Kind = Literal["text", "number", "whole", "day", "money", "percent", "yesno", "identifier"]
Settled = None | str | int | float | date  # what a cell holds; datetime is a date too

LONGEST_TEXT = 32_767  # Excel counts UTF-16 units
FIRST_YEAR = 1901  # Excel's calendar is wrong before March 1900
_EXACT_DIGITS = 15  # Excel rounds what is longer
_DAY_ZERO = datetime(1899, 12, 30)
_SMALLEST = 2.3e-308  # Excel turns anything nearer to nothing into 0

_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_FORMULA_SIGN = re.compile("[\t\r\n]|\\s*[-=+@#'＝＋－＠]")


@dataclass
class Tally:
    """What had to be changed so that the values could go into cells."""

    language: str | None = None
    cleaned: int = 0
    kept_as_text: int = 0
    long_texts: list[tuple[str, str, int, str]] = field(default_factory=list)  # sheet, cell, part, text


def clean(text: str, tally: Tally) -> str:
    """Take out the characters that make a workbook unreadable, and count them; line ends become LF."""
    text, changed = letters.clean(text)
    tally.cleaned += changed
    return text


def clean_line(text: str, tally: Tally) -> str:
    """Clean a text that must stay on one line, such as a title."""
    return " ".join(clean(text, tally).split())


def escape(text: str) -> str:
    """Write ``_x0041_`` so that Excel shows it and not the letter that it names (ST_Xstring, ECMA-376)."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def unescape(text: str) -> str:
    """Undo ``escape``, and read what Excel escaped."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def needs_quote(text: str) -> bool:
    """Tell whether Excel would take the text for something else when a person edits the cell."""
    return _FORMULA_SIGN.match(text) is not None


def settle(value: object, tally: Tally) -> Settled:
    """Turn any value into what its cell holds: nothing, text, a number, or a day.

    What Excel would round, show as ##### or not hold at all becomes text. Raises TypeError for what is no value
    of a cell (bytes, lists).
    """
    match value:
        case None:
            return None
        case str():
            return clean(str.__str__(value), tally) or None
        case bool():
            return say("Yes", tally.language) if value else say("No", tally.language)
        case int() | float() | Decimal():
            return _number(value, tally)
        case date() | time():
            return _day(value, tally)
        case UUID() | PurePath():
            return clean(str(value), tally)
    raise TypeError(f"a cell cannot hold a {type(value).__name__}")


def _number(value: int | float | Decimal, tally: Tally) -> int | float | str:
    if isinstance(value, int) and abs(value) < 10**_EXACT_DIGITS:
        return int(value)
    if isinstance(value, float) and (value == 0 or (math.isfinite(value) and abs(value) > _SMALLEST)):
        return float(value)
    if isinstance(value, Decimal) and value.is_finite() and len(value.normalize().as_tuple().digits) <= _EXACT_DIGITS:
        if value == value.to_integral_value() and abs(value) < 10**_EXACT_DIGITS:
            return int(value)
        if value.adjusted() in range(-300, 300):
            return float(value)
    tally.kept_as_text += 1
    return str(value)


def _day(value: date | time, tally: Tally) -> date | str:
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone().replace(tzinfo=None)  # the office's own time
    if isinstance(value, date) and value.year >= FIRST_YEAR:
        return value
    tally.kept_as_text += 1
    return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()


def serial(day: date) -> int | float:
    """Count the days since 30 December 1899, as Excel does; the time of day is the fraction."""
    if not isinstance(day, datetime):
        return day.toordinal() - _DAY_ZERO.toordinal()
    gone = day - _DAY_ZERO
    return gone.days + (gone.seconds + gone.microseconds / 1e6) / 86400


def units(text: str) -> int:
    """Count a text as Excel does, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def pieces(text: str, longest: int = LONGEST_TEXT) -> list[str]:
    """Cut a text into pieces of at most ``longest`` UTF-16 units, between characters."""
    if units(text) <= longest:
        return [text]
    found, start, used = [], 0, 0
    for place, character in enumerate(text):
        size = 2 if character > "\uffff" else 1
        if used + size > longest:
            found.append(text[start:place])
            start, used = place, 0
        used += size
    return [*found, text[start:]]


def fit(text: str, sheet: str, cell: str, tally: Tally) -> str:
    """Give back the text, or its beginning when a cell cannot hold it; the rest goes to the appendix."""
    if len(text) * 2 <= LONGEST_TEXT or units(text) <= LONGEST_TEXT:
        return text
    note = say(" … [continued on the sheet “{sheet}”]", tally.language).format(sheet=appendix_title(tally))
    first, *_ = pieces(text, LONGEST_TEXT - units(note))
    rest = pieces(text[len(first) :])
    tally.long_texts += [(sheet, cell, part, piece) for part, piece in enumerate(rest, 2)]
    return first + note


def appendix_title(tally: Tally) -> str:
    """Name the sheet on which long texts go on."""
    return say("Long texts", tally.language)
