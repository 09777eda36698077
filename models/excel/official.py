"""What makes a page official, from the office's own facts: its head, and who signs and receives it."""

from datetime import date

from models import days
from models.excel.workbook import Letterhead, Signature
from models.reports.head import Head
from models.text import mark, say, spoken


def letterhead(head: Head, today: date, language: str | None) -> Letterhead:
    """Make the head of an official paper from the office's facts."""
    number = say(mark("No. {number}"), language).format(number="      " + ("/" + head.symbol if head.symbol else ""))
    day = say(mark("{place}, {day} {month} {year}"), language)
    return Letterhead(
        head.superior.upper(),
        head.office.upper(),
        say(mark("SOCIALIST REPUBLIC OF VIET NAM"), language),
        say(mark("Independence - Freedom - Happiness"), language),
        day.format(place=head.place, **days.in_a_letter(today, language or spoken())),
        number,
    )


def signature(head: Head, language: str | None) -> Signature:
    """Make its foot."""
    return Signature(
        say(head.form, language).split("\n"),
        head.signer,
        say(mark("Recipients:"), language),
        head.recipients,
    )
