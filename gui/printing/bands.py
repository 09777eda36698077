"""The rows of a painted register: a head of several rows, bands of cells, cells that are one with those below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from models.paper.layout import head_cells
from models.paper.sheet import Align, Register

Lines = tuple[str, ...]
Box = tuple[QRectF, Lines]


@dataclass(frozen=True)
class Band:
    """One painted row: the broken lines of its cells, its height and how it looks."""

    cells: tuple[Lines, ...]
    height: float
    bold: bool = False
    fill: QColor | None = None
    aligns: tuple[Align, ...] = ()
    group: str = ""
    leads: bool = False

    @property
    def spans(self) -> bool:
        """Tell whether the band is a group's heading over all columns."""
        return bool(self.group)


class Head:
    """The head of a table: cells that stand over several columns, then the titles, then the columns' numbers."""

    def __init__(
        self,
        register: Register,
        widths: Sequence[float],
        broken: Callable[[str, float], Lines],
        tall: Callable[[int], float],
    ) -> None:
        """Lay the cells out from the left top corner; ``broken`` breaks words, ``tall`` measures lines."""
        cells = head_cells(register.columns)
        depth = max(cell[3] for cell in cells)
        self._heights = [0.0] * depth
        found = [(*cell, broken(cell[4], sum(widths[cell[0] : cell[1]]))) for cell in cells]
        for first, end in sorted({(cell[2], cell[3]) for cell in found}, key=lambda rows: rows[1] - rows[0]):
            needed = max(tall(len(lines)) for *_, top, bottom, _, lines in found if (top, bottom) == (first, end))
            self._heights[end - 1] += max(0.0, needed - sum(self._heights[first:end]))
        lefts = [sum(widths[:place]) for place in range(len(widths) + 1)]
        tops = [sum(self._heights[:row]) for row in range(depth + 1)]
        self.cells: list[Box] = [
            (QRectF(lefts[left], tops[top], lefts[right] - lefts[left], tops[bottom] - tops[top]), lines)
            for left, right, top, bottom, _, lines in found
        ]
        self.height = tops[-1]
        self.numbers: list[Box] = []
        if register.counted:
            for place, width in enumerate(widths):
                self.numbers.append((QRectF(lefts[place], self.height, width, tall(1)), (f"({place + 1})",)))
            self.height += tall(1)


def joined(register: Register, bands: Sequence[Band]) -> list[dict[int, float]]:
    """Tell of each band on a page how tall its merged cells are: the sum of those that are one, 0 below the first."""
    found: list[dict[int, float]] = [{} for _ in bands]
    merging = [place for place, column in enumerate(register.columns) if column.merges]
    for depth, place in enumerate(merging):
        known = merging[: depth + 1]  # what stands to the left divides too
        first = 0
        for number, band in enumerate(bands):
            if band.spans or len(band.cells) <= place:
                continue
            same = (
                number > first
                and not bands[first].spans
                and all(band.cells[each] == bands[first].cells[each] for each in known)
            )
            if number and same and not any(each.spans for each in bands[first:number]):
                found[first][place] = found[first].get(place, bands[first].height) + band.height
                found[number][place] = 0.0
            else:
                first = number
    return found
