"""The body of a Word document on its way: paragraphs and tables as WordprocessingML, and what must be read again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal
from xml.sax.saxutils import escape

from models import letters

Place = Literal["left", "center", "right", "both"]
HEAD_FILL, GROUP_FILL, BORDER = "E8EDF3", "F4F6F9", "444444"
PAD = 3.0
"""Points to the left and right of the words in a cell with borders."""
_LONGEST = 1_000_000  # letters in one piece; a parser of XML refuses ten millions
# Word asks the font for complex scripts only where a piece says that it is of one.
_PIECES = re.compile("([\n\t])|([\u0e80-\u0eff]+)")


@dataclass(frozen=True)
class Look:
    """How a paragraph looks; all measures in points. One that ``stays`` is on one page with what follows."""

    size: float = 13
    bold: bool = False
    italic: bool = False
    place: Place = "left"
    before: float = 0
    after: float = 0
    first: float = 0
    sides: float = 0
    leading: float = 1.0
    stays: bool = False
    ruled: bool = False
    tab: float = 0


Words = tuple[str, Look]


@dataclass(frozen=True)
class Cell:
    """A cell: its paragraphs, over how many columns it stands, whether it begins or continues one over several rows."""

    words: tuple[Words, ...]
    span: int = 1
    joins: Literal["", "restart", "continue"] = ""
    fill: str = ""


@dataclass(frozen=True)
class TableRow:
    """A row of a table; one of the ``head`` is repeated on every page, a ``whole`` one is not cut in two."""

    cells: Sequence[Cell]
    head: bool = False
    whole: bool = True


class Draft:
    """Gathers the parts of a body in their order, and the text of every paragraph as it must be read again."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.parts: list[str] = []
        self.said: list[str] = []
        self.changed = 0
        """How many characters no document can hold."""

    def add(self, words: str, look: Look | None = None) -> None:
        """Add a paragraph."""
        self.parts.append(self._paragraph(words, look or Look()))

    def add_table(self, widths: Sequence[float], rows: Iterable[TableRow], *, bordered: bool = True) -> None:
        """Add a table whose columns have these widths in points."""
        twips = [round(width * 20) for width in widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
        made = "".join(self._row(row, twips) for row in rows)
        self.parts.append(f"<w:tbl>{_table_look(sum(twips), bordered)}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>")

    def _row(self, row: TableRow, twips: Sequence[int]) -> str:
        told = ("<w:cantSplit/>" if row.whole else "") + ("<w:tblHeader/>" if row.head else "")
        place, cells = 0, []
        for cell in row.cells:
            cells.append(self._cell(cell, sum(twips[place : place + cell.span])))
            place += cell.span
        return f"<w:tr>{f'<w:trPr>{told}</w:trPr>' if told else ''}{''.join(cells)}</w:tr>"

    def _cell(self, cell: Cell, width: int) -> str:
        told = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        told += f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        told += f'<w:vMerge w:val="{cell.joins}"/>' if cell.joins else ""
        told += f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
        told += '<w:vAlign w:val="center"/>' if cell.fill or cell.joins else ""
        inside = "".join(self._paragraph(words, look) for words, look in cell.words)
        return f"<w:tc><w:tcPr>{told}</w:tcPr>{inside}</w:tc>"

    def _paragraph(self, words: str, look: Look) -> str:
        words, changed = letters.clean(words)
        self.changed += changed
        self.said.append(words)
        return f"<w:p>{_paragraph_look(look)}{''.join(runs(words, look))}</w:p>"


def runs(words: str, look: Look) -> Iterator[str]:
    """Write clean words as pieces of a paragraph; line ends and tabs as Word's own."""
    for piece in filter(None, _PIECES.split(words)):
        if piece in "\n\t":
            yield f"<w:r>{'<w:br/>' if piece == chr(10) else '<w:tab/>'}</w:r>"
            continue
        lao = "\u0e80" <= piece[0] <= "\u0eff"
        for start in range(0, len(piece), _LONGEST):
            text = escape(piece[start : start + _LONGEST])
            yield f'<w:r>{run_look(look, lao)}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, look: Look) -> str:
    """Write a field that Word computes, such as the number of the page."""
    return f'<w:fldSimple w:instr=" {code} "><w:r>{run_look(look, False)}<w:t>1</w:t></w:r></w:fldSimple>'


def stay(rows: Sequence[TableRow]) -> list[TableRow]:
    """Keep rows on one page with what follows."""
    return [replace(row, cells=[replace(cell, words=_stay(cell.words)) for cell in row.cells]) for row in rows]


def _stay(words: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple((each, replace(look, stays=True)) for each, look in words)


@cache
def run_look(look: Look, lao: bool) -> str:
    """Write how letters look; those of complex scripts like the others."""
    told = "<w:b/><w:bCs/>" if look.bold else ""
    told += "<w:i/><w:iCs/>" if look.italic else ""
    half = round(look.size * 2)
    return f'<w:rPr>{told}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{"<w:cs/>" if lao else ""}</w:rPr>'


@cache
def _paragraph_look(look: Look) -> str:
    told = "<w:keepNext/>" if look.stays else ""
    told += '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' if look.ruled else ""
    told += f'<w:tabs><w:tab w:val="left" w:pos="{_twips(look.tab)}"/></w:tabs>' if look.tab else ""
    line = f'w:line="{round(240 * look.leading)}" w:lineRule="auto"'
    if look.size < 4:  # an empty line that takes no room
        line = f'w:line="{_twips(look.size)}" w:lineRule="exact"'
    told += f'<w:spacing w:before="{_twips(look.before)}" w:after="{_twips(look.after)}" {line}/>'
    if look.first or look.sides:
        sides = _twips(look.sides)
        told += f'<w:ind w:left="{sides}" w:right="{sides}" w:firstLine="{_twips(look.first)}"/>'
    mark = run_look(look, False)
    return f'<w:pPr>{told}<w:jc w:val="{look.place}"/>{mark}</w:pPr>'


def _twips(points: float) -> int:
    return round(points * 20)


def _table_look(width: int, bordered: bool) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    kind = f'w:val="single" w:sz="4" w:space="0" w:color="{BORDER}"' if bordered else 'w:val="nil"'
    borders = "".join(f"<w:{side} {kind}/>" for side in sides)
    pads = {"top": 2 * bordered, "left": PAD * bordered, "bottom": 2 * bordered, "right": PAD * bordered}
    padded = "".join(f'<w:{side} w:w="{_twips(pad)}" w:type="dxa"/>' for side, pad in pads.items())
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{padded}</w:tblCellMar></w:tblPr>"
    )
