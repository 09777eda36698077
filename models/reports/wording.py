"""The cells of a table as people read them: words, numbers with the word before them, totals."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from models import choices, days
from models.options import Qualifier
from models.reading import show_number
from models.reports.cells import plain
from models.reports.columns import Column, is_number
from models.reports.figures import together
from models.reports.tongues import of_cells, told
from models.text import mark, say

QUALIFIER = "qualifier"
"""The column with the word before a number: more than, nearly."""
_QUALIFIED = ("value", "amount", "delegates", "activities", "learners", "places_a_year", "committed", "committed_vnd")
_TOTAL = mark("Total")


class Wording:
    """Words the rows of one table; a number and the word before it come into one cell."""

    def __init__(self, columns: Sequence[Column], language: str | None) -> None:
        """Find the columns that belong together."""
        self._given, self._language = columns, language
        names = [each.name for each in columns]
        self._numbers = [names.index(each) for each in _QUALIFIED if each in names]
        self._word = names.index(QUALIFIER) if QUALIFIER in names and self._numbers else -1
        self._labels = {choices.label(Qualifier, each, of_cells(language)): each for each in Qualifier}

    @property
    def columns(self) -> tuple[Column, ...]:
        """Give the columns; the one with the word before a number needs no printing of its own."""
        made = list(self._given)
        if self._word >= 0:
            made[self._word] = replace(made[self._word], printed=False)
        return tuple(made)

    def row(self, row: Any) -> tuple[str, ...]:
        """Word a row; one given as a text is a heading of those below it."""
        if isinstance(row, str):
            return (row, *("" for _ in self._given[1:]))
        cells = [plain(cell) for cell in row]
        words = [_word(each, cell, of_cells(self._language)) for each, cell in zip(self._given, cells, strict=True)]
        place = self._qualified(cells)
        if place is not None:
            words[place] = f"{words[self._word]} {words[place]}"
        return tuple(words)

    def _qualified(self, cells: Sequence[Any]) -> int | None:
        """Find the number that the word of a row stands before."""
        told_ = cells[self._word] if self._word >= 0 else None
        if not told_ or self._labels.get(told_) == Qualifier.EXACT:
            return None
        return next((place for place in self._numbers if is_number(cells[place])), None)

    def totals(self, rows: Iterable[Any]) -> tuple[str, ...]:
        """Add up the columns with a total; what is not known is no 0: such a column has none."""
        added = {place: _Sum() for place, each in enumerate(self._given) if each.total}
        if not added:
            return ()
        for row in rows:
            if isinstance(row, str):
                continue
            cells = [plain(cell) for cell in row]
            hedged = self._qualified(cells)
            for place, total in added.items():
                total.add(cells[place], self._labels.get(cells[self._word], "") if place == hedged else "")
        shown = [self._shown(added[place]) if place in added else "" for place in range(len(self._given))]
        free = next((n for n, each in enumerate(self.columns) if self._labels_total(each)), None)
        if free is not None:
            shown[free] = told(_TOTAL, self._language)
        return tuple(shown)

    @staticmethod
    def _labels_total(each: Column) -> bool:
        return each.printed and not each.total and each.width > len(_TOTAL)

    def _shown(self, total: "_Sum") -> str:
        qualifier = together(total.qualifiers)
        before = "" if qualifier == Qualifier.EXACT else choices.label(Qualifier, qualifier, of_cells(self._language))
        return f"{before} {total.told()}".strip() if total.told() else ""


class _Sum:
    """What is known of a total."""

    def __init__(self) -> None:
        self.sum, self.count, self.known, self.lacking = Decimal(0), 0, 0, False
        self.qualifiers: set[str] = set()

    def add(self, value: Any, qualifier: str) -> None:
        """Add a cell, with the word before it."""
        self.count += 1
        if is_number(value):
            self.known += 1
            self.sum += Decimal(str(value))
            self.qualifiers |= {qualifier} if qualifier else set()
        else:
            self.lacking = self.lacking or value not in (None, "")

    def told(self) -> str:
        """Give the sum; nothing where a cell says that it is not known, or none says anything."""
        return "" if self.lacking or (self.count and not self.known) else show_number(self.sum)


def _word(column: Column, value: Any, language: str | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return say(mark("Yes") if value else mark("No"), language)
    if isinstance(value, date):
        return days.written(value)
    if column.kind == "percent":
        return show_number(round(value * 100, 1)) + " %"
    return str(value) if column.kind == "identifier" else show_number(value)
