"""Days as the office writes them: whole or partial, typed in a hurry, shown as dd/MM/yyyy."""

import os
import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from models.text import mark

TODAY_WORDS = frozenset({"hn", "hom nay", "today", "h"})
_chosen: date | None = None


class Misread(ValueError):
    """What was typed cannot be read; its text is a marked sentence for the person."""


def set_today(day: date | None) -> None:
    """Set the day that the program takes for today (``--today``, tests); None means the clock."""
    global _chosen
    _chosen = day


@contextmanager
def as_of(day: date) -> Iterator[None]:
    """Take another day for today, for as long as the block lasts."""
    before = _chosen
    set_today(day)
    try:
        yield
    finally:
        set_today(before)


def today() -> date:
    """Give the program's day, which deadlines, derived states and reports go by."""
    if _chosen is not None:
        return _chosen
    told = os.environ.get("BANG_GIAO_TODAY")
    return date.fromisoformat(told) if told else date.today()


def text(day: str | None) -> str:
    """Show a stored day: 17/05/2024, 05/2024 or 2024."""
    return "/".join(reversed(day.split("-"))) if day else ""


def read(words: str, *, partial: bool = False) -> str | None:
    """Read a typed day into yyyy-mm-dd (or yyyy-mm, yyyy where ``partial``); raise ``Misread``.

    Understood: 5/3/25, 05032025, 5-3-2025, 5/3 (this year), hn, +7, -3; 05/2024, tháng 5/2024 and 2019 where partial.
    """
    from models.fold import fold

    told = re.sub(r"^(ngay|thang|nam) (?=\d)", "", fold(words))
    if not told:
        return None
    if told in TODAY_WORDS:
        return today().isoformat()
    if re.fullmatch(r"[+-]\d{1,4}", told):
        return (today() + timedelta(days=int(told))).isoformat()
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", told):
        year, month, day = map(int, told.split("-"))
        return _whole(year, month, day)
    if re.fullmatch(r"\d{6}|\d{8}", told):
        return _whole(_year(told[4:]), int(told[2:4]), int(told[:2]))
    return _read_parts(re.split(r"[/.\- ]+", told), partial)


def _read_parts(parts: list[str], partial: bool) -> str:
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        raise Misread(mark("This is not a day. Write it like 05/03/2025."))
    if len(parts) == 3:
        return _whole(_year(parts[2]), int(parts[1]), int(parts[0]))
    if len(parts) == 2 and len(parts[1]) == 4:
        if not partial:
            raise Misread(mark("The day is missing. Write it like 05/03/2025."))
        _whole(int(parts[1]), int(parts[0]), 1)
        return f"{int(parts[1]):04d}-{int(parts[0]):02d}"
    if len(parts) == 2:
        return _whole(today().year, int(parts[1]), int(parts[0]))
    if len(parts) == 1 and len(parts[0]) == 4:
        if not partial:
            raise Misread(mark("The day and month are missing. Write them like 05/03/2025."))
        _whole(int(parts[0]), 1, 1)
        return f"{int(parts[0]):04d}"
    raise Misread(mark("This is not a day. Write it like 05/03/2025."))


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    if len(digits) == 2:
        # 5/3/70 is a birth date, not a day to come.
        century = 2000 if int(digits) <= today().year % 100 + 20 else 1900
        return century + int(digits)
    raise Misread(mark("The year needs two or four digits."))


def _whole(year: int, month: int, day: int) -> str:
    if not 1800 <= year <= 2200:
        raise Misread(mark("The year must lie between 1800 and 2200."))
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise Misread(mark("There is no such day in the calendar.")) from None


def written(day: date) -> str:
    """Write a day as people read it, 05/03/2025; a year has four digits on every system."""
    return f"{day:%d/%m/}{day.year:04d}"


def in_a_letter(day: date, language: str) -> dict[str, str]:
    """Give day, month and year as documents write them: in Vietnamese days below 10 and months 1 and 2 take a zero.

    So wants Decree 30/2020; in English the month is a word.
    """
    if language == "vi":
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
        return {"day": f"{day.day:02d}", "month": month, "year": str(day.year)}
    from babel.dates import format_date  # only papers in English need it

    return {"day": str(day.day), "month": format_date(day, "LLLL", "en"), "year": str(day.year)}


def first(day: str) -> date:
    """Give the first day of a whole or partial day."""
    return date.fromisoformat(day + "-01-01"[len(day) - 4 :])


def last(day: str) -> date:
    """Give the last day of a whole or partial day."""
    if len(day) == 10:
        return date.fromisoformat(day)
    year, month = (int(day), 12) if len(day) == 4 else (int(day[:4]), int(day[5:]))
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def months_later(day: date, months: int, wanted: int = 0) -> date:
    """Give the same day so many months on; where the month is too short, its last day.

    ``wanted`` is the day of the month (1 to 31) where a short month before has cut it: 28/02 with 31 leads to 31/03.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(wanted or day.day, monthrange(year, month + 1)[1]))


WEEKDAYS = (
    mark("Mon"),
    mark("Tue"),
    mark("Wed"),
    mark("Thu"),
    mark("Fri"),
    mark("Sat"),
    mark("Sun"),
)


def moment(at: str) -> str:
    """Show a stored moment: 12/03/2026 14:05."""
    day, _, time = at.partition("T")
    return f"{'/'.join(reversed(day.split('-')))} {time[:5]}".strip()
