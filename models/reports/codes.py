"""The indicators of the annual report, each declared once: its code, what it counts, and by which facts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from models import choices
from models.options import SignedAs
from models.reports.facts import all_of
from models.reports.periods import Period
from models.text import mark

Measure = Literal["count", "persons", "people", "progress"]


@dataclass(frozen=True)
class Indicator:
    """What a code counts: records of these pages of which all facts hold, split by a field where it is named."""

    code: str
    words: str
    pages: tuple[str, ...]
    facts: tuple[str, ...]
    measure: Measure = "count"
    split: str | None = None

    @property
    def group(self) -> str:
        """Name the section of the report."""
        return "by_item" if len(self.pages) > 1 else self.pages[0]

    def condition(self, period: Period) -> str:
        """Give the SQL condition that a record counts."""
        ways = [f"({all_of(page, self.facts, period)})" for page in self.pages]
        return f"({' OR '.join(ways)})"


_VISIT = ("in_period", "held")
_OPEN = ("in_period", "!done", "!dropped")
_BOTH = ("inbound", "outbound")
_IN, _OUT, _DEAL, _TASK = ("inbound",), ("outbound",), ("agreement",), ("action",)

INDICATORS: tuple[Indicator, ...] = (
    Indicator("I01", mark("Inbound delegations"), _IN, _VISIT),
    Indicator("I02", mark("Visitors of inbound delegations"), _IN, _VISIT, "persons"),
    Indicator("I03", mark("Foreign press delegations among them"), _IN, (*_VISIT, "press")),
    Indicator("I04", mark("Outbound delegations"), _OUT, _VISIT),
    Indicator("I05", mark("Trips of persons in outbound delegations"), _OUT, _VISIT, "persons"),
    Indicator("I06", mark("Different persons in outbound delegations"), _OUT, _VISIT, "people"),
    Indicator("I07", mark("Delegations by country"), _BOTH, _VISIT, split="countries"),
    Indicator("I08", mark("Delegations by purpose"), _BOTH, _VISIT, split="purpose"),
    Indicator("I10", mark("Agreements signed in the period"), _DEAL, ("signed_in_period", "own")),
    Indicator("I11", mark("Agreements in force at the end of the period"), _DEAL, ("in_force", "own")),
    Indicator("I12", mark("Agreements in force by country"), _DEAL, ("in_force", "own"), split="countries"),
    Indicator("I13", mark("Agreements in force by signing body"), _DEAL, ("in_force", "own"), split="signed_as"),
    Indicator("I14", mark("Twinnings of districts and communes in force"), _DEAL, ("in_force", "own", "twinning")),
    Indicator("I15", mark("Village twinnings in force"), _DEAL, ("in_force", "village")),
    Indicator("I16", mark("Agreements that expire soon"), _DEAL, ("expiring", "own")),
    Indicator("I17", mark("Agreements with a late copy to the ministry"), _DEAL, ("copy_late", "own")),
    Indicator("I30", mark("Tasks assigned in the period"), _TASK, ("in_period",)),
    Indicator("I31", mark("Tasks done in time"), _TASK, ("in_period", "done", "!late")),
    Indicator("I32", mark("Tasks done late"), _TASK, ("in_period", "done", "late")),
    Indicator("I33", mark("Tasks open, in time"), _TASK, (*_OPEN, "!overdue")),
    Indicator("I34", mark("Tasks open, overdue"), _TASK, (*_OPEN, "overdue")),
    Indicator("I30:CARRIED", mark("Tasks carried over"), _TASK, ("in_period", "dropped", "carried")),
    Indicator("I30:CANCELLED", mark("Tasks cancelled"), _TASK, ("in_period", "dropped", "!carried")),
    Indicator("I35", mark("Mean progress of tasks (%)"), _TASK, ("in_period", "!dropped"), "progress"),
)

# Which list or enum an item of a split belongs to.
LISTS: dict[str, str | type[StrEnum]] = {"countries": choices.COUNTRY, "purpose": "purpose", "signed_as": SignedAs}


def indicator(code: str) -> tuple[Indicator | None, str | None]:
    """Find what a code such as I01 or I07:CN stands for, and the item in it."""
    whole = next((each for each in INDICATORS if each.code == code and not each.split), None)
    base, _, item = code.partition(":")
    split = next((each for each in INDICATORS if each.code == base and each.split and item), None)
    return (whole, None) if whole else (split, item if split else None)


# The codes that are entered only, until records carry them.
ENTERED: dict[str, str] = {
    "I20": mark("Sessions and talks"),
    "I21": mark("Minutes signed"),
    "I22": mark("Mechanisms at work"),
    "I40": mark("Aid received: projects and grants"),
    "I41": mark("Aid received: value committed"),
    "I42": mark("Aid received: value disbursed"),
    "I43": mark("Aid received by kind of donor"),
    "I44": mark("Aid received by sector"),
    "I45": mark("Support given to neighbours: value"),
    "I46": mark("Support given to neighbours: area, models"),
    "I50": mark("Exchange activities"),
    "I51": mark("Exchange activities by pillar or country"),
    "I52": mark("Annual exchange events"),
    "I55": mark("International conferences and workshops"),
    "I56": mark("Delegates at international conferences"),
    "I60": mark("Scholarships for neighbours"),
    "I61": mark("Training classes"),
    "I62": mark("Learners in training classes"),
    "I63": mark("Officials sent to training abroad"),
    "I65": mark("Seasonal work: mean monthly income"),
    "I70": mark("Turnover of foreign trade"),
    "I71": mark("Imports"),
    "I72": mark("Exports"),
    "I73": mark("Area of agricultural cooperation"),
    "I80": mark("Border gates and crossings by state"),
    "I81": mark("Crossings restored in the period"),
    "I82": mark("Works across the border"),
    "I83": mark("Length of the border"),
    "I90": mark("Foreign enterprises helped with surveys"),
}
UNKNOWN = mark("Entered figure")
