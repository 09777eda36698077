"""What makes a page official, from the office's own facts: its head, and who signs and receives it."""

from datetime import date

from babel.dates import format_date

from models.excel.workbook import Letterhead, Signature
from models.reports.head import Head
from models.text import mark, say, spoken


def letterhead(head: Head, today: date, language: str | None) -> Letterhead:
    """Make the head of an official paper from the office's facts."""
    number = say(mark("No. {number}"), language).format(number="      " + ("/" + head.symbol if head.symbol else ""))
    return Letterhead(
        head.superior.upper(),
        head.office.upper(),
        say(mark("SOCIALIST REPUBLIC OF VIET NAM"), language),
        say(mark("Independence - Freedom - Happiness"), language),
        _place_and_day(head.place, today, language),
        number,
    )


def _place_and_day(place: str, day: date, language: str | None) -> str:
    """Write the line as documents do: days below 10 and months 1 and 2 take a zero (Decree 30/2020)."""
    if (language or spoken()) == "vi":
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    else:
        month = format_date(day, "LLLL", "en")
    words = say(mark("{place}, {day} {month} {year}"), language)
    number = f"{day.day:02d}" if (language or spoken()) == "vi" else str(day.day)
    return words.format(place=place, day=number, month=month, year=day.year)


def signature(head: Head, language: str | None) -> Signature:
    """Make its foot."""
    return Signature(
        say(head.form, language).split("\n"),
        head.signer,
        say(mark("Recipients:"), language),
        head.recipients,
    )
