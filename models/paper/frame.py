"""What frames a paper in the layout of Decree 30/2020: letterhead, titles, signature; all texts stay plain."""

import html as markup
import unicodedata
from dataclasses import dataclass, replace

from models import days
from models.paper.sheet import Letterhead, Register, Signature
from models.text import say, spoken

TYPEFACE = "Times New Roman"
BLANK = "\u00a0"
"""Room to write by hand; does not break or shrink."""


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
    unit = plain(unit_of(register))
    measured = block(unit, size=12, align="right", style="font-style:italic; margin-top:4px") if unit else ""
    return page_html(head + titles_html(register.title, register.subtitle, ruled=False) + measured, typeface)


def unit_of(register: Register) -> str:
    """Say in what the figures of a table are counted."""
    return say("Unit of measure: {unit}").format(unit=register.unit) if register.unit else ""


def tail_html(register: Register, typeface: str = TYPEFACE) -> str:
    """Write what stands below the table of a register."""
    notes = "".join(block(plain(note), size=11) for note in register.notes)
    closing = closing_html(register.signature, register.recipients, FITS[1], register.beside)
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
    number = block(plain(number_of(letterhead)), size=13, align="center")
    day = block(plain(place_and_day(letterhead)), size=13, align="center", style="font-style:italic")
    left, right = 'width="45%" style="padding:0', 'width="55%" style="padding:0'
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" border="0">'
        f'<tr><td {left}">{office}</td><td {right}">{state}</td></tr>'
        f'<tr><td {left}; padding-top:10px">{number}</td><td {right}; padding-top:10px">{day}</td></tr></table>'
    )


def number_of(letterhead: Letterhead) -> str:
    """Leave room for a number that is not given yet, to be written by hand; nothing where the paper bears none."""
    if not letterhead.numbered:
        return ""
    given = letterhead.number or BLANK * 8
    symbol = letterhead.symbol if "/" not in letterhead.number else ""
    return say("No. {number}").format(number=given + ("/" + symbol if symbol else ""))


def place_and_day(letterhead: Letterhead) -> str:
    """Write place and day as documents do, or leave room for a day that is not known yet."""
    room = {"day": BLANK * 6, "month": BLANK * 6, "year": BLANK * 8}
    words = days.in_a_letter(letterhead.day, spoken()) if letterhead.day else room
    return say("{place}, {day} {month} {year}").format(place=letterhead.place, **words)


def titles_html(title: str, subtitle: str, *, ruled: bool = True) -> str:
    """Write the title in capitals and what it is about below."""
    head = block(plain(title.upper()), size=14, align="center", style="margin-top:12px; font-weight:bold")
    if not subtitle:
        return head + block("", size=4)
    style = "font-weight:bold" if ruled else "font-style:italic"
    below = block(plain(subtitle), size=13, align="center", style=style, rule=35 if ruled else 0)
    return head + below + (block("&nbsp;", size=5) if ruled else "")


def closing_html(
    signature: Signature | None, recipients: tuple[str, ...], fit: Fit, beside: tuple[Signature, ...] = ()
) -> str:
    """Write the foot: who receives the paper to the left, who signs to the right, who signs beside them between."""
    if signature is None and not recipients:
        return ""
    signers = evened((*beside, *([signature] if signature else [])))
    signed = ["".join(_signed(each, fit)) for each in signers]
    cells = [_received(recipients), *(signed or [""])]
    widths = [round(100 * share) for share in foot_shares(len(signers))]
    style = f"padding:0; padding-top:{fit.gap + 6}px"
    pairs = zip(widths, cells, strict=True)
    made = "".join(f'<td width="{width}%" style="{style}">{cell}</td>' for width, cell in pairs)
    return f'<table width="100%" cellspacing="0" cellpadding="0" border="0"><tr>{made}</tr></table>'


def foot_shares(signers: int) -> tuple[float, ...]:
    """Share the width of a foot out among who receives the paper and who signs it."""
    if signers < 2:
        return (0.48, 0.52)
    return (0.28, *(0.72 / signers,) * signers)


def evened(signers: tuple[Signature, ...]) -> tuple[Signature, ...]:
    """Give the posts of those who sign the same number of lines, so that their names stand in one row."""
    most = max((each.kind.count("\n") for each in signers), default=0)
    return tuple(replace(each, kind=each.kind + "\n" * (most - each.kind.count("\n"))) for each in signers)


def _received(recipients: tuple[str, ...]) -> str:
    if not recipients:
        return ""
    title = block(say("Recipients:"), size=12, style="font-weight:bold; font-style:italic")
    return title + "".join(block(plain(line), size=11) for line in recipients)


def _signed(signer: Signature, fit: Fit) -> tuple[str, str]:
    bold = "font-weight:bold"
    kind = block(plain(signer.kind.upper()), size=13, align="center", style=bold)
    name = plain(signer.name) or "&nbsp;"
    return kind, block(name, size=13, align="center", style=f"{bold}; margin-top:{fit.room_to_sign}px")
