"""What frames a paper in Word as Decree 30/2020 wants it: letterhead, titles, who signs, who receives."""

from models.paper.frame import evened, foot_shares, number_of, place_and_day
from models.paper.sheet import Letterhead, Signature
from models.text import say
from models.word.draft import Cell, Draft, Look, TableRow, Words
from models.word.measure import width_of

BOLD = Look(bold=True, place="center")
_ROOM_TO_SIGN = 54
_LEFT = 0.45
"""The share of the width that the office has above a paper, beside the state."""


def add_letterhead(draft: Draft, letterhead: Letterhead, room: float) -> None:
    """Add the two columns above a paper: the office to the left, the state to the right."""
    left, right = room * _LEFT, room * (1 - _LEFT)
    middle, small = Look(12, place="center"), Look(12, bold=True, place="center")
    office, motto = letterhead.office.upper(), say("Independence - Freedom - Happiness")
    above = TableRow(
        (
            Cell(((letterhead.superior.upper(), middle), (office, small), _rule(office, small, left, 0.45))),
            Cell(((say("SOCIALIST REPUBLIC OF VIET NAM"), small), (motto, BOLD), _rule(motto, BOLD, right, 1.0))),
        )
    )
    below = TableRow(
        (
            Cell(((number_of(letterhead), Look(place="center", before=6)),)),
            Cell(((place_and_day(letterhead), Look(italic=True, place="center", before=6)),)),
        )
    )
    draft.add_table((left, right), (above, below), bordered=False)


def _rule(words: str, look: Look, room: float, share: float) -> Words:
    """Draw a line in the middle below a text, as long as a share of it; in a column as wide as ``room``."""
    long = min(width_of(words, look.size, bold=look.bold), room) * share
    return "", Look(2, sides=(room - long) / 2, ruled=True)


def add_titles(draft: Draft, title: str, subtitle: str, room: float, *, ruled: bool) -> None:
    """Add the title in capitals and what it is about; a ``ruled`` one has a line below."""
    draft.add(title.upper(), Look(14, bold=True, place="center", before=12, after=0 if subtitle else 6, stays=True))
    if subtitle:
        look = Look(bold=ruled, italic=not ruled, place="center", after=0 if ruled else 6, stays=True)
        draft.add(subtitle, look)
        if ruled:
            draft.add(*_rule(subtitle.splitlines()[-1], look, room, 0.35))
            draft.add("", Look(6, stays=True))


def add_closing(
    draft: Draft,
    signature: Signature | None,
    recipients: tuple[str, ...],
    room: float,
    beside: tuple[Signature, ...] = (),
) -> None:
    """Add the foot: who receives the paper to the left, who signs to the right, who signs beside them between."""
    if signature is None and not recipients:
        return
    signers = evened((*beside, *([signature] if signature else [])))
    draft.add("", Look(6, stays=True))
    widths = [room * share for share in foot_shares(len(signers))]
    cells = [Cell(tuple(_received(recipients))), *(Cell(_signing(each)) for each in signers)]
    cells += [] if signers else [Cell((("", Look()),))]
    draft.add_table(widths, (TableRow(cells),), bordered=False)


def _signing(signer: Signature) -> tuple[Words, ...]:
    return (signer.kind.upper(), BOLD), (signer.name, Look(bold=True, place="center", before=_ROOM_TO_SIGN))


def _received(recipients: tuple[str, ...]) -> list[Words]:
    if not recipients:
        return [("", Look())]
    return [(say("Recipients:"), Look(12, bold=True, italic=True)), *((line, Look(11)) for line in recipients)]
