"""What frames a paper in the layout of Decree 30/2020: letterhead, titles, signature; all texts stay plain."""

import html as markup
import unicodedata
from dataclasses import dataclass

from babel.dates import format_date

from models.paper.sheet import Letterhead, Register, Signature
from models.text import say, spoken

TYPEFACE = "Times New Roman"


@dataclass(frozen=True)
class Fit:
    """How closely a paper is set; sizes in points, gaps in pixels of 1/96 inch."""

    text: float
    line: float
    grid: float
    leading: int
    gap: int
    cell: int
    room_to_sign: int
    run_in: bool = False


FITS = (
    Fit(text=13, line=13, grid=12, leading=112, gap=8, cell=3, room_to_sign=76),
    Fit(text=13, line=13, grid=12, leading=100, gap=4, cell=2, room_to_sign=64),
    Fit(text=13, line=12, grid=11, leading=100, gap=4, cell=1, room_to_sign=56),
    Fit(text=13, line=12, grid=11, leading=100, gap=2, cell=0, room_to_sign=48),
    Fit(text=13, line=12, grid=11, leading=100, gap=0, cell=0, room_to_sign=44),
    Fit(text=13, line=12, grid=11, leading=100, gap=0, cell=0, room_to_sign=44, run_in=True),
)
"""From airy to close. Running text keeps the Decree's 13 points; the rows of a form shrink like a table."""


def head_html(register: Register, typeface: str = TYPEFACE) -> str:
    """Write what stands above the table of a register."""
    head = letterhead_html(register.letterhead) if register.letterhead else ""
    return page_html(head + titles_html(register.title, register.subtitle, ruled=False), typeface)


def tail_html(register: Register, typeface: str = TYPEFACE) -> str:
    """Write what stands below the table of a register."""
    notes = "".join(block(plain(note), size=11) for note in register.notes)
    closing = closing_html(register.signature, register.recipients, FITS[1])
    return page_html(notes + closing, typeface) if notes or closing else ""


def page_html(body: str, typeface: str, size: float = 13) -> str:
    """Wrap parts into one document."""
    return f"<html><body style=\"font-family:'{typeface}'; font-size:{size}pt\">{body}</body></html>"


def plain(text: str) -> str:
    """Escape a text so that nothing in it is read as HTML; its line breaks stay."""
    kept = (_printable(letter) for letter in text.replace("\r\n", "\n"))
    return markup.escape("".join(kept)).replace("\n", "<br>")


def _printable(letter: str) -> str:
    if letter in "\r\n\v\f\x85\u2028\u2029":
        return "\n"
    # Qt's documents keep their own marks among the control and unassigned characters
    return " " if unicodedata.category(letter) in ("Cc", "Cn", "Co", "Cs") or letter == "\ufffc" else letter


def block(inside: str, *, size: float, align: str = "left", style: str = "", rule: int = 0) -> str:
    """Write a paragraph of escaped text; ``rule`` asks for a centred line below, in per cent of the text."""
    ruled = anchor(f"rule:{rule}") if rule else ""
    return f'<p align="{align}" style="margin:0; font-size:{size}pt; {style}">{ruled}{inside}</p>'


def anchor(name: str) -> str:
    """Leave an invisible mark in a paragraph for whoever paints it ("rule:40", "heading")."""
    return f'<a name="{name}"></a>'


def letterhead_html(letterhead: Letterhead) -> str:
    """Write the two columns above a paper: the office to the left, the state to the right."""
    office = block(plain(letterhead.superior.upper()), size=12, align="center") + block(
        plain(letterhead.office.upper()), size=12, align="center", style="font-weight:bold", rule=45
    )
    state = block(say("SOCIALIST REPUBLIC OF VIET NAM"), size=12, align="center", style="font-weight:bold") + block(
        say("Independence - Freedom - Happiness"), size=13, align="center", style="font-weight:bold", rule=100
    )
    number = block(_number(letterhead), size=13, align="center")
    day = block(_place_and_day(letterhead), size=13, align="center", style="font-style:italic")
    left, right = 'width="45%" style="padding:0', 'width="55%" style="padding:0'
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" border="0">'
        f'<tr><td {left}">{office}</td><td {right}">{state}</td></tr>'
        f'<tr><td {left}; padding-top:10px">{number}</td><td {right}; padding-top:10px">{day}</td></tr></table>'
    )


def _number(letterhead: Letterhead) -> str:
    """Leave room for a number that is not given yet, to be written by hand."""
    given = plain(letterhead.number) or "&nbsp;" * 8
    symbol = letterhead.symbol if "/" not in letterhead.number else ""
    return say("No. {number}").format(number=given + ("/" + plain(symbol) if symbol else ""))


def _place_and_day(letterhead: Letterhead) -> str:
    """Write place and day as documents do: days below 10 and months 1 and 2 take a zero (Decree 30/2020)."""
    day = letterhead.day
    if day is None:
        words = {"day": "&nbsp;" * 6, "month": "&nbsp;" * 6, "year": "&nbsp;" * 8}
    elif spoken() == "vi":
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
        words = {"day": f"{day.day:02d}", "month": month, "year": str(day.year)}
    else:
        words = {"day": str(day.day), "month": format_date(day, "LLLL", "en"), "year": str(day.year)}
    return say("{place}, {day} {month} {year}").format(place=plain(letterhead.place), **words)


def titles_html(title: str, subtitle: str, *, ruled: bool = True) -> str:
    """Write the title in capitals and what it is about below."""
    head = block(plain(title.upper()), size=14, align="center", style="margin-top:12px; font-weight:bold")
    if not subtitle:
        return head + block("", size=4)
    style = "font-weight:bold" if ruled else "font-style:italic"
    below = block(plain(subtitle), size=13, align="center", style=style, rule=35 if ruled else 0)
    return head + below + (block("&nbsp;", size=5) if ruled else "")


def closing_html(signature: Signature | None, recipients: tuple[str, ...], fit: Fit) -> str:
    """Write the foot: who receives the paper to the left, who signs to the right."""
    if signature is None and not recipients:
        return ""
    left = ""
    if recipients:
        left = block(say("Recipients:"), size=12, style="font-weight:bold; font-style:italic") + "".join(
            block(plain(line), size=11) for line in recipients
        )
    right = ""
    if signature is not None:
        right = block(plain(signature.kind.upper()), size=13, align="center", style="font-weight:bold") + block(
            plain(signature.name) or "&nbsp;",
            size=13,
            align="center",
            style=f"font-weight:bold; margin-top:{fit.room_to_sign}px",
        )
    top = f"padding:0; padding-top:{fit.gap + 6}px"
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" border="0"><tr>'
        f'<td width="48%" style="{top}">{left}</td><td width="52%" style="{top}">{right}</td></tr></table>'
    )
