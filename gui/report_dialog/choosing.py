"""What may be chosen in the window of reports: the reports in their groups, the periods; and what was chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from models.reports import periods
from models.reports.names import ANNUAL
from models.reports.periods import Period
from models.reports.tongues import BOTH
from models.text import LANGUAGES, mark, say

Words = tuple[str, dict[str, int]]
YEARS = 1900, 2200
KINDS: tuple[tuple[Words, Callable[[int], Period]], ...] = (
    ((mark("Year to date"), {}), periods.year_to_date),
    ((mark("Calendar year"), {}), periods.calendar_year),
    ((mark("Reporting year (15/12 – 14/12)"), {}), periods.cut_off_year),
    ((mark("First half"), {}), lambda year: periods.half(year, 1)),
    ((mark("Second half"), {}), lambda year: periods.half(year, 2)),
    ((mark("First six months (15/12 – 14/06)"), {}), periods.cut_off_half),
    *(((mark("Quarter {n}"), {"n": n}), lambda year, n=n: periods.quarter(year, n)) for n in range(1, 5)),
    *(((mark("Month {n}"), {"n": n}), lambda year, n=n: periods.month(year, n)) for n in range(1, 13)),
)
SPAN = mark("From … to …")


@dataclass(frozen=True)
class Chosen:
    """What stood in the window: the boxes of the period, the report, its language."""

    kind: int
    year: int
    first: str
    last: str
    report: str = ANNUAL
    language: str = ""


def tongues() -> list[tuple[str, str]]:
    """Give the languages in which a report may be made, each with its own name."""
    return [*LANGUAGES.items(), (BOTH, say(mark("Vietnamese and English")))]
