"""A register as a Word table: its head on every page, groups, totals, notes and who signs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.paper.frame import unit_of
from models.paper.layout import Wide, fit, head_cells, kept_with_end
from models.paper.sheet import Align, Group, Register, Row
from models.word.draft import GROUP_FILL, HEAD_FILL, PAD, Cell, Draft, Look, TableRow, stay
from models.word.frame import add_closing, add_letterhead, add_titles
from models.word.measure import width_of

MOST_LINES = 20
"""Lines up to which a row is kept on one page; a taller one may go over two."""


def add_register(draft: Draft, register: Register, room: float) -> None:
    """Add a register, as wide as the room in points."""
    if register.letterhead:
        add_letterhead(draft, register.letterhead, room)
    add_titles(draft, register.title, register.subtitle, room, ruled=False)
    if unit := unit_of(register):
        draft.add(unit, Look(12, italic=True, place="right", after=2, stays=True))
    size, widths = fit(register, room, _measured_in)
    draft.add_table(widths, _Rows(register, size, widths).all())
    for place, note in enumerate(register.notes):
        draft.add(note, Look(11, before=0 if place else 6, stays=register.signature is not None))
    add_closing(draft, register.signature, register.recipients, room, register.beside)


def _measured_in(size: float) -> Wide:
    return lambda word, bold: width_of(word, size, bold=bold) + 2 * PAD + 1


class _Rows:
    """The rows of one register in letters of one size."""

    def __init__(self, register: Register, size: float, widths: Sequence[float]) -> None:
        self.register, self.widths = register, widths
        aligns: tuple[Align, ...] = tuple(column.align for column in register.columns)
        self.looks = {bold: [Look(size, bold, place=align) for align in aligns] for bold in (False, True)}
        self.middle = {bold: Look(size, bold, place="center") for bold in (False, True)}
        self.left = Look(size, bold=True, stays=True)

    def all(self) -> list[TableRow]:
        """Give all rows; the last of them stay with what closes the paper."""
        rows = [*self._body()]
        if self.register.totals:
            rows.append(self._row(Row(self.register.totals, bold=True), fill=HEAD_FILL))
        if self.register.signature:
            last = kept_with_end(self.register)
            rows[-last:] = stay(rows[-last:])
        return [*self._head(), *rows]

    def _head(self) -> Iterator[TableRow]:
        cells = head_cells(self.register.columns)
        for level in range(max(cell[3] for cell in cells)):
            row = sorted(cell for cell in cells if cell[2] <= level < cell[3])
            yield TableRow([self._head_cell(cell, level) for cell in row], head=True)
        if self.register.counted:
            numbers = range(1, len(self.widths) + 1)
            yield TableRow([Cell(((f"({number})", self.middle[False]),)) for number in numbers], head=True)

    def _head_cell(self, cell: tuple[int, int, int, int, str], level: int) -> Cell:
        first, end, top, bottom, words = cell
        told = words if level == top else ""
        made = Cell(((told, self.middle[True]),), end - first, fill=HEAD_FILL)
        return made if bottom - top == 1 else replace(made, joins="restart" if level == top else "continue")

    def _body(self) -> Iterator[TableRow]:
        before: Row | None = None
        rows = self.register.rows
        for place, row in enumerate(rows):
            if isinstance(row, Group):
                yield TableRow([Cell(((row.title, self.left),), len(self.widths), fill=GROUP_FILL)])
                before = None
                continue
            after = rows[place + 1] if place + 1 < len(rows) else None
            made = self._row(row, before, after if isinstance(after, Row) else None)
            yield stay([made])[0] if row.leads else made
            before = row

    def _row(self, row: Row, before: Row | None = None, after: Row | None = None, fill: str = "") -> TableRow:
        cells = []
        for place, (words, look) in enumerate(zip(row.cells, self.looks[row.bold], strict=True)):
            joined = self._same(before, row, place)
            begins = self._same(row, after, place)
            made = Cell((("" if joined else words, look),), fill=fill)
            cells.append(replace(made, joins="continue" if joined else "restart") if joined or begins else made)
        return TableRow(cells, whole=self._lines(row) <= MOST_LINES)

    def _same(self, one: Row | None, other: Row | None, place: int) -> bool:
        """Tell whether a column's cells in two rows are one; what stands to the left divides too."""
        columns = self.register.columns
        if one is None or other is None or not columns[place].merges:
            return False
        return all(one.cells[n] == other.cells[n] for n in range(place + 1) if columns[n].merges)

    def _lines(self, row: Row) -> float:
        size = self.left.size
        return max(
            cell.count("\n") + len(cell) * size / 2 / max(width - 2 * PAD, size)
            for cell, width in zip(row.cells, self.widths, strict=True)
        )
