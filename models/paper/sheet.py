"""The parts of a printed paper: letterhead, sections, tables, registers, signature."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.text import mark, say

Align = Literal["left", "center", "right"]

LONGEST_GRID = 12
"""Rows a table may have inside a one-page paper; a longer one goes to an annex."""


@dataclass(frozen=True)
class Letterhead:
    """The head of an official paper: who issues it, its number, the place and day."""

    superior: str
    office: str
    symbol: str = ""
    number: str = ""
    place: str = ""
    day: date | None = None
    numbered: bool = True


@dataclass(frozen=True)
class Signature:
    """Who signs and how ("KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC" are two lines of ``kind``)."""

    kind: str
    name: str = ""


@dataclass(frozen=True)
class Line:
    """One fact with its label; short ones stand two in a row."""

    label: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text, justified, first line indented."""

    text: str


@dataclass(frozen=True)
class Grid:
    """A small table with borders; without headers it is a sheet of labels and values.

    ``widths`` are shares of the page's width. A table of more than LONGEST_GRID rows is printed
    on pages of its own, titled ``annex`` or like its section.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    aligns: tuple[Align, ...] = ()
    annex: str = ""

    @property
    def goes_to_annex(self) -> bool:
        """Tell whether the grid is too long for the paper itself."""
        return bool(self.headers) and len(self.rows) > LONGEST_GRID

    def align(self, column: int) -> Align:
        """Tell how a column stands; left when nothing is said."""
        return self.aligns[column] if column < len(self.aligns) else "left"


Item = Line | Paragraph | Grid


@dataclass(frozen=True)
class Section:
    """A headed part of a paper."""

    title: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Paper:
    """An official paper, one page where its content allows."""

    letterhead: Letterhead
    title: str
    subtitle: str = ""
    sections: tuple[Section, ...] = ()
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()

    def annexed(self) -> list[tuple[str, Grid]]:
        """Collect the tables that are too long for the paper, each with its title, in their order."""
        items = ((section.title, item) for section in self.sections for item in section.items)
        return [(item.annex or title, item) for title, item in items if isinstance(item, Grid) and item.goes_to_annex]


@dataclass(frozen=True)
class Column:
    """A column of a register; ``weight`` is its share of the width.

    ``above`` are the heads that it shares with its neighbours, from the top. Equal cells of a column that ``merges``
    are painted as one.
    """

    title: str
    weight: float
    align: Align = "left"
    above: tuple[str, ...] = ()
    merges: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a register; bold where the eye must stop (overdue); one that ``leads`` stays with the row below."""

    cells: tuple[str, ...]
    bold: bool = False
    leads: bool = False


@dataclass(frozen=True)
class Group:
    """A heading over the rows that follow (a lead agency, a session)."""

    title: str


@dataclass(frozen=True)
class Register:
    """A long list over many pages: head on each page, no row cut in two.

    ``unit`` stands above the table, ``notes`` below it, ``footer`` at the foot of each page. ``beside`` sign to the
    left of who signs; columns that are ``counted`` bear the numbers (1), (2), (3) under their heads.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]
    subtitle: str = ""
    totals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    footer: str = ""
    landscape: bool = True
    letterhead: Letterhead | None = None
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()
    unit: str = ""
    counted: bool = False
    beside: tuple[Signature, ...] = ()


@dataclass(frozen=True)
class Folder:
    """Registers one after the other in one file, each from a new page."""

    title: str
    registers: tuple[Register, ...]
    landscape: bool = True


ANNEX = mark("Annex")


def annex_reference(paper: Paper, grid: Grid) -> str:
    """Write where a long table is to be found."""
    place = [long for _, long in paper.annexed()].index(grid)
    title = paper.annexed()[place][0]
    words = say("See {annex}: {title} ({n} rows).")
    return words.format(annex=_annex_name(paper, place), title=title, n=len(grid.rows))


def _annex_name(paper: Paper, place: int) -> str:
    """Name an annex: "Annex", or "Annex 2" when there are several."""
    return say(ANNEX) if len(paper.annexed()) == 1 else f"{say(ANNEX)} {place + 1}"


def annexes(paper: Paper) -> tuple[Register, ...]:
    """Make the pages that hold the paper's long tables."""
    return tuple(
        Register(
            title=f"{_annex_name(paper, place)}\n{title}",
            subtitle="(" + say("Attached to: {title}").format(title=paper.title) + ")",
            columns=tuple(
                Column(head, width, grid.align(column))
                for column, (head, width) in enumerate(zip(grid.headers, grid.widths, strict=True))
            ),
            rows=tuple(Row(cells) for cells in grid.rows),
            landscape=False,
        )
        for place, (title, grid) in enumerate(paper.annexed())
    )
