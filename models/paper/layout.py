"""How a paper lies on its sheet: size, margins, the width of each column, the cells of a head of several rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.paper.sheet import Column, Folder, Paper, Register, Row

WIDEST = 16
"""Columns that a page of A4 holds legibly; offices print what has more on A3."""
SIZES_LYING, SIZES_STANDING = (10.5, 9.5, 8.5, 7.5), (12.0, 11.0, 10.0)
"""The largest in which every short word has room in its column, and running text some more."""
EASE = 1.25
LOOKED_AT = 200
"""Rows whose words are measured."""
EMPTY = 0.5
"""The weight of a column in which nothing stands; its head has room all the same."""
ROOMY = 10
"""Columns up to which one in which nothing stands keeps its room, to be written in by hand."""
LAST = 2
"""Rows that are never left behind by who signs below them."""
LINES = 4
"""Lines over which the longest text of a column may be spread before the column asks for more room."""
SHORT_WORD = 12
"""Letters of a word, a day or a code that a column must hold in one line."""

Wide = Callable[[str, bool], float]
"""Measures a word, plain or bold, with the room around it."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper in millimetres as it lies; its margins are left, top, right, bottom."""

    wide: bool
    lying: bool
    margins: tuple[int, int, int, int]

    @property
    def size(self) -> tuple[int, int]:
        """Give width and height."""
        short, long = (297, 420) if self.wide else (210, 297)
        return (long, short) if self.lying else (short, long)


def sheet_of(thing: Paper | Register | Folder) -> Sheet:
    """Lay out A4: the Decree's margins for a paper, closer ones for a landscape register; A3 for very wide ones."""
    lying = isinstance(thing, Register | Folder) and thing.landscape
    return Sheet(_columns(thing) > WIDEST, lying, (15, 15, 15, 18) if lying else (30, 20, 15, 20))


def _columns(thing: Paper | Register | Folder) -> int:
    registers = thing.registers if isinstance(thing, Folder) else [thing] if isinstance(thing, Register) else []
    return max((len(each.columns) for each in registers), default=0)


def fit(register: Register, room: float, measured_in: Callable[[float], Wide]) -> tuple[float, list[float]]:
    """Choose the size of the letters in points, and the columns' widths that fill the room.

    ``measured_in`` gives what measures words in a size; the size it is asked for last is the one chosen.
    """
    for size in SIZES_LYING if register.landscape else SIZES_STANDING:
        needed = needed_of(register, measured_in(size))
        if sum(needed) * EASE <= room:
            break
    return size, widths_of(register, room, needed)


def widths_of(register: Register, room: float, needed: Sequence[float]) -> list[float]:
    """Share the room out by the columns' weights, but leave no column narrower than it needs if all can have that."""
    longest = [0 for _ in register.columns]
    for row in _looked_at(register):
        longest = [max(most, len(cell)) for most, cell in zip(longest, row.cells, strict=True)]
    crowded = len(longest) > ROOMY and any(longest)
    pairs = zip(register.columns, longest, strict=True)
    weights = [_weight(column.weight, most, crowded=crowded) for column, most in pairs]
    scale = min(1.0, room / sum(needed)) if sum(needed) else 1.0
    needed = [width * scale for width in needed]
    tight: set[int] = set()
    while True:
        free = room - sum(needed[place] for place in tight)
        shared = sum(weight for place, weight in enumerate(weights) if place not in tight) or 1
        widths = [needed[n] if n in tight else free * weight / shared for n, weight in enumerate(weights)]
        more = {place for place, width in enumerate(widths) if width < needed[place]} - tight
        if not more:
            return widths
        tight |= more


def _weight(given: float, longest: int, *, crowded: bool) -> float:
    """Give more room to a column of long texts; in a crowd, less to one of short words, hardly any to an empty one."""
    if crowded and not longest:
        return EMPTY
    least = min(given, longest) if crowded else given
    return min(max(least, longest / LINES), 3 * given)


def needed_of(register: Register, wide: Wide) -> list[float]:
    """Give how wide each column must be for the words of its head and its short words; long ones may be broken."""
    told = {(place, word, True) for place, column in enumerate(register.columns) for word in column.title.split()}
    for row in _looked_at(register):
        for place, cell in enumerate(row.cells):
            told |= {(place, word, row.bold) for word in cell.split() if len(word) <= SHORT_WORD}
    needed = [0.0 for _ in register.columns]
    for place, word, bold in told:
        needed[place] = max(needed[place], wide(word, bold))
    return needed


def _looked_at(register: Register) -> list[Row]:
    rows = [each for each in register.rows if isinstance(each, Row)][:LOOKED_AT]
    return [*rows, *([Row(register.totals, bold=True)] if register.totals else [])]


def kept_with_end(register: Register) -> int:
    """Tell how many of the last rows stay with the signature: some of a table, and its totals."""
    return LAST + bool(register.totals)


def head_cells(columns: Sequence[Column]) -> list[tuple[int, int, int, int, str]]:
    """Give the cells of a head as (first column, end, first row, end, words)."""
    paths = [(*column.above, column.title) for column in columns]
    depth = max(map(len, paths))
    found = []
    for row in range(depth):
        place = 0
        while place < len(paths):
            path, end = paths[place], place + 1
            if row < len(path) - 1:
                while end < len(paths) and paths[end][: row + 1] == path[: row + 1] and row < len(paths[end]) - 1:
                    end += 1
                found.append((place, end, row, row + 1, path[row]))
            elif row == len(path) - 1:
                found.append((place, end, row, depth, path[row]))
            place = end
    return found
