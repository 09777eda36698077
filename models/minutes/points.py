"""Points: what a piece of the minutes proposes as a conclusion, and how a person joins and parts them."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.minutes.naming import LONGEST_HEADING, field_in, is_heading, responsible
from models.minutes.pieces import HEADED, Piece, depths, ended, pieces


@dataclass(frozen=True)
class Point:
    """A proposed conclusion.

    ``heading`` are the headings right above it, ``under`` all that it stands under; ``proposed`` is False for what
    stands before the first number, such as the title of the minutes.
    """

    content: str
    number: str = ""
    field: str | None = None
    responsible: str | None = None
    heading: str = ""
    under: str = ""
    proposed: bool = True

    def words(self) -> list[str]:
        """Give every word of the text that this point carries."""
        return f"{self.heading} {self.content}".split()


def split(text: str, named: Mapping[str, str] | None = None) -> list[Point]:
    """Split minutes into points; what cannot be split stays one point.

    ``named`` says which side is meant by a name ("Vân Nam" → THEIRS), besides the words every office uses.
    """
    found = [piece for piece in pieces(unicodedata.normalize("NFC", text)) if any(piece.paragraphs)]
    numbered = any(piece.style for piece in found)
    if not numbered:
        found = [Piece(paragraphs=[lines]) for piece in found for lines in piece.paragraphs if lines]
    return list(_points(found, numbered, named or {}))


@dataclass(frozen=True)
class _Above:
    """What a point stands under."""

    depth: int
    number: str
    heading: str
    field: str | None


def _points(found: Sequence[Piece], numbered: bool, named: Mapping[str, str]) -> Iterator[Point]:
    above: list[_Above] = []
    waiting: list[str] = []  # headings whose first point is still to come
    deep = depths(found)
    for place, (depth, piece) in enumerate(zip(deep, found, strict=True)):
        above = [each for each in above if each.depth < depth]
        number = _number(above, piece)
        heading, content = _parted(piece)
        has_inner = place + 1 < len(found) and deep[place + 1] > depth
        if not content and _leads(piece, heading, has_inner):
            above.append(_Above(depth, number, heading, field_in(heading)))
            waiting.append(heading)
            continue
        if not content:
            heading, content = "", heading
        own = field_in(heading or (content.partition(":")[0] if ":" in content else ""))
        over = [each.heading for each in above if each.heading] + ([heading] if heading else [])
        sides = (responsible(words, named) for words in (content, *reversed(over)))
        yield Point(
            content,
            number,
            own or next((each.field for each in reversed(above) if each.field), None),
            next((side for side in sides if side), None),
            " ".join([*waiting, *([heading] if heading else [])]),
            "\n".join(over),
            bool(piece.style) or not numbered,
        )
        above.append(_Above(depth, number, heading, own))
        waiting = []


def join(points: Sequence[Point]) -> Point:
    """Make one point of several; the first gives the number and, where it has none, the next their field and side."""
    first, *rest = points
    parts = [first.content, *(" ".join([*point.heading.split("\n"), point.content]).strip() for point in rest)]
    return replace(
        first,
        content="\n".join(parts),
        field=next((point.field for point in points if point.field), None),
        responsible=next((point.responsible for point in points if point.responsible), None),
    )


def part(point: Point, place: int) -> list[Point]:
    """Make two points of one, where its content is cut at a place; a cut at an end changes nothing."""
    first, second = point.content[:place].strip(), point.content[place:].strip()
    if not first or not second:
        return [point]
    return [replace(point, content=first), replace(point, content=second, heading="")]


def _number(over: Sequence[_Above], piece: Piece) -> str:
    """Give the number as one cites it: "II.3a", "1.2", "Điều 4"; a bullet bears that of what it stands under."""
    above = next((each.number for each in reversed(over) if each.number), "")
    if not piece.token or piece.style.startswith("deep"):
        return piece.token or above
    if not above or piece.style.startswith("word"):
        return piece.token
    return f"{above}{piece.token}" if piece.style == "letter" else f"{above}.{piece.token}"


def _parted(piece: Piece) -> tuple[str, str]:
    """Part the heading of a piece from what stands below it; a piece of one piece is all heading."""
    first, *rest = (lines for lines in piece.paragraphs if lines)
    if (len(first) > 1 or rest) and is_heading(first[0]):
        below = [first[1:], *rest]
        return first[0], "\n".join(" ".join(lines) for lines in below if lines)
    if rest and is_heading(" ".join(first)):
        return " ".join(first), "\n".join(" ".join(lines) for lines in rest)
    return piece.text(), ""


def _leads(piece: Piece, words: str, has_inner: bool) -> bool:
    """Tell whether a piece only leads to those inside it."""
    if not piece.style or not has_inner:
        return False
    return words.endswith(":") or piece.style == HEADED or (len(words.split()) <= LONGEST_HEADING and not ended(words))
