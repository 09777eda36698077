"""The reports of the program itself by name: what each is called, and how it is made for a period."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from models.reports.annexes import ANNEXES
from models.reports.annexes.making import annex
from models.reports.annual import annual
from models.reports.annual_parts import TITLE, laid_out
from models.reports.compared import COMPARED, compared
from models.reports.names import ANNUAL, MECHANISM, STATISTICS
from models.reports.periods import Period
from models.reports.report import Report
from models.reports.tongues import of_cells
from models.text import say

if TYPE_CHECKING:
    from models.reports.built import Built

Make = Callable[[Period, str | None, date | None], Report]


@dataclass(frozen=True)
class Entry:
    """A report: its name on the command line, its title, how it is made.

    The title is marked words; that of a report that the office put together stands as it was typed, and ``about`` is
    its description.
    """

    name: str
    title: str
    make: Make
    about: "Built | None" = None

    @property
    def own(self) -> bool:
        """Tell whether the office put it together."""
        return self.about is not None

    def heading(self, language: str | None = None) -> str:
        """Give the title as it is read."""
        return self.title if self.own else say(self.title, language)


def _annual(period: Period, language: str | None, today: date | None) -> Report:
    return laid_out(annual(period, of_cells(language), today))


SUMMARY = Entry(ANNUAL, TITLE, _annual)


REPORTS: dict[str, Entry] = {
    entry.name: entry
    for entry in (
        *(Entry(each.name, each.title, partial(annex, each)) for each in ANNEXES),
        *(Entry(STATISTICS + each.name, each.title, partial(compared, each)) for each in COMPARED),
    )
}

RESERVED = frozenset({ANNUAL, MECHANISM, *REPORTS})
