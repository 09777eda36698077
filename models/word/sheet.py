"""A paper with sections as Word text: facts two in a row, running text, small tables."""

from models.paper.frame import FITS
from models.paper.markup import arranged, labelled
from models.paper.sheet import Grid, Item, Line, Paper, Paragraph, Section, annex_reference
from models.word.draft import HEAD_FILL, Cell, Draft, Look, TableRow
from models.word.frame import add_closing, add_letterhead, add_titles

_FIT = FITS[1]
_INDENT = 28.5
"""Points by which running text is indented: the Decree's centimetre."""


def add_paper(draft: Draft, paper: Paper, room: float) -> None:
    """Add a paper without its annexes, as wide as the room in points."""
    add_letterhead(draft, paper.letterhead, room)
    add_titles(draft, paper.title, paper.subtitle, room, ruled=True)
    number = 0
    for section in paper.sections:
        number += bool(section.title)
        _add_section(draft, paper, section, number, room)
    add_closing(draft, paper.signature, paper.recipients, room)


def _add_section(draft: Draft, paper: Paper, section: Section, number: int, room: float) -> None:
    if section.title:
        draft.add(f"{number}. {section.title}", Look(_FIT.line, bold=True, before=6, after=2, stays=True))
    for row in arranged(section.items):
        pair = [line for line in row if isinstance(line, Line)]
        if len(pair) == 2:
            draft.add("\t".join(map(labelled, pair)), Look(_FIT.line, after=2, tab=room / 2))
        else:
            _add_item(draft, row[0], paper, room)


def _add_item(draft: Draft, item: Item, paper: Paper, room: float) -> None:
    match item:
        case Line():
            draft.add(labelled(item), Look(_FIT.line, place="both", after=2))
        case Paragraph():
            announces = item.text.endswith(":")  # what comes must not stand alone on the next page
            draft.add(item.text, Look(_FIT.text, place="both", first=_INDENT, after=6, stays=announces))
        case Grid() if item.goes_to_annex:
            draft.add(annex_reference(paper, item), Look(_FIT.line, italic=True, after=2))
        case Grid():
            _add_grid(draft, item, room)


def _add_grid(draft: Draft, grid: Grid, room: float) -> None:
    widths = [room * width / sum(grid.widths) for width in grid.widths]
    head, looks = (
        Look(_FIT.grid, bold=True, place="center"),
        [Look(_FIT.grid, place=grid.align(column)) for column in range(len(widths))],
    )
    rows = [TableRow([Cell(((words, head),), fill=HEAD_FILL) for words in grid.headers], head=True)]
    rows = rows if grid.headers else []
    rows += [TableRow([Cell((told,)) for told in zip(cells, looks, strict=True)]) for cells in grid.rows]
    draft.add_table(widths, rows)
    draft.add("", Look(3))
