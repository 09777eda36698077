"""The indicators of the annual report, each declared once, in the order in which the report tells them."""

from enum import StrEnum

from models import choices
from models.reports.codes.casework import ACTIONS, AGREEMENTS, MEETINGS
from models.reports.codes.events import EVENTS, TRAINING
from models.reports.codes.help import AID
from models.reports.codes.indicator import LISTS, SOURCES, UNITS, Indicator, Item
from models.reports.codes.place import BORDER, GATES, INCOME, TRADE
from models.reports.codes.visits import SURVEYS, VISITS
from models.text import mark

INDICATORS: tuple[Indicator, ...] = (
    *(*VISITS, *AGREEMENTS, *MEETINGS, *ACTIONS, *AID, *EVENTS, *TRAINING),
    *(INCOME, *TRADE, *GATES, BORDER, SURVEYS),
)
COUNTED: tuple[Indicator, ...] = tuple(each for each in INDICATORS if each.pages)
UNKNOWN = mark("Entered figure")

# The sections of the report: each begins with the figure named.
_SECTIONS: dict[str, str] = {
    "I01": mark("Inbound delegations"),
    "I04": mark("Outbound delegations"),
    "I07": mark("Delegations by country and purpose"),
    "I10": mark("Agreements"),
    "I20": mark("Mechanisms, sessions, minutes"),
    "I30": mark("Follow-up actions"),
    "I40": mark("Aid"),
    "I50": mark("Exchange activities"),
    "I55": mark("International conferences and workshops"),
    "I60": mark("Training and scholarships"),
    "I65": mark("Labour, trade, agriculture"),
    "I80": mark("Border and border gates"),
    "I90": mark("Foreign enterprises"),
}


def section(base: str) -> str:
    """Give the title of the section in which a figure stands."""
    known = {each.code.partition(":")[0] for each in INDICATORS}
    return _SECTIONS[max(first for first in _SECTIONS if first <= base)] if base in known else mark("Entered figures")


def indicator(code: str) -> tuple[Indicator | None, str | None]:
    """Find what a code such as I01 or I07:CN stands for, and the item in it."""
    whole = next((each for each in INDICATORS if each.code == code and not each.split), None)
    if whole:
        return whole, None
    base, _, item = code.partition(":")
    splits = [each for each in INDICATORS if each.code == base and each.split and item]
    if len(splits) > 1:  # by pillar and by country: the item tells
        splits.sort(key=lambda each: not _belongs(item, LISTS[each.split or ""]))
    return (splits[0], item) if splits else (None, None)


def about_of(base: str) -> Indicator | None:
    """Find the indicator of a figure that nothing is counted for."""
    return next((each for each in INDICATORS if each.code == base), None)


def _belongs(item: str, kind: str | type[StrEnum]) -> bool:
    known = choices.every_code(kind) if isinstance(kind, str) else list(kind)
    return item.casefold() in {code.casefold() for code in known}


__all__ = [
    "COUNTED",
    "INDICATORS",
    "LISTS",
    "SOURCES",
    "UNITS",
    "UNKNOWN",
    "Indicator",
    "Item",
    "about_of",
    "indicator",
    "section",
]
