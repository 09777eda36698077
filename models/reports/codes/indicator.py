"""An indicator: what its code means, what it counts and by which rule."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from models import choices
from models.options import ConferencePart, Pillar, SignedAs
from models.reports.facts import all_of
from models.reports.periods import Period
from models.states import GateState
from models.text import mark

Measure = Literal["count", "sum", "people", "mean"]
Source = Literal["counted", "entered", "both"]
Item = tuple[str | type[StrEnum], str]

# Which list or enum an item of a split belongs to.
LISTS: dict[str, str | type[StrEnum]] = {
    "countries": choices.COUNTRY,
    "purpose": "purpose",
    "signed_as": SignedAs,
    "mechanism_kind": "mechanism_kind",
    "currency": "currency",
    "donor_kind": "donor_kind",
    "sectors": "aid_sector",
    "scope": "scope",
    "pillar": Pillar,
    "part": ConferencePart,
    "gate_state": GateState,
    "works_state": "works_state",
}
# How people write the units in which a figure is counted; what is entered in another unit stands apart.
UNITS: dict[str, frozenset[str]] = {
    "VND": frozenset({"", "vnd", "vnđ", "đ", "đồng", "dong", "đồng việt nam"}),
    "ha": frozenset({"", "ha", "héc-ta", "hecta", "héc ta"}),
}


@dataclass(frozen=True)
class Indicator:
    """A code: the records of these pages of which all facts hold, counted or with ``of`` added up.

    ``split`` divides it into a code for each item. ``source`` says whether the figure is counted, entered or both;
    ``level`` is a figure of a moment, of which the latest entered one counts and never a sum over periods. A mean is
    ``of`` divided by ``by``, or by the number of records.
    """

    code: str
    words: str
    rule: str
    pages: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    measure: Measure = "count"
    of: str | None = None
    by: str | None = None
    split: str | None = None
    source: Source = "both"
    level: bool = False
    unit: str | None = None
    hedged: bool = False

    def condition(self, page: str, period: Period) -> str:
        """Give the SQL condition that a record of a page counts."""
        return all_of(page, self.facts, period)

    @property
    def adds_entered(self) -> bool:
        """Tell whether an opening balance may be added to what is counted."""
        return self.source == "both" and self.measure != "mean"


SOURCES: dict[str, str] = {
    "counted": mark("counted"),
    "entered": mark("entered"),
    "both": mark("counted and entered"),
}
