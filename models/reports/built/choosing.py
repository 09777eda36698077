"""What may be chosen for a report of the office's own: columns and groupings of each page, none of them personal."""

from dataclasses import dataclass
from typing import Any

from models.attached import Links
from models.fields import Choice, Described, Link, Many, Year, YesNo
from models.kinds import Page
from models.reports.columns import Column, column
from models.reports.registers import source_of
from models.reports.shown import DAYS, DOCUMENTS, SHOWN, SIGNERS, STANDING, STATE, SUMMED
from models.text import mark

MONTH, YEAR = "(month)", "(year)"

# An amount of money stands with its currency and its value in dong, which alone adds up over currencies.
MONEY: dict[str, tuple[str, str]] = {"cost": ("cost_currency", "cost_vnd"), "committed": ("currency", "committed_vnd")}
# Numbers that add up over records; places in an order, rates, terms in days and percentages do not.
_ADDED = frozenset(
    {
        *SUMMED,
        *("vietnamese", "foreign_here", "foreign_abroad", "ours", "theirs", "classes", "places_a_year"),
        *("counterpart_vnd", "beneficiaries", "models_count", "length_km"),
    }
)
_WORKED_OUT: dict[str, tuple[str, tuple[str, ...]]] = {
    STATE: (mark("State"), ()),
    STANDING: (mark("Standing on the last day"), ("agreement", "action")),
    DAYS: (mark("Days"), ("inbound", "outbound", "delegation")),
    SIGNERS: (mark("Signed by (both sides)"), ("agreement",)),
}


@dataclass(frozen=True)
class Offered:
    """A column or grouping that may be chosen: its name, its title as marked words.

    A ``usual`` column stands in the office's own register; of ``several`` items a record counts in each.
    """

    name: str
    title: str
    usual: bool = False
    several: bool = False


def columns_of(page: Page) -> list[Offered]:
    """Give the columns of a page, those of the office's own register first and in its order."""
    usual = SHOWN["outbound" if page.name == "delegation" else page.name] if _has_register(page) else ()
    labels = {each.name: page.label(each) for each in page.fields() if not each.personal}
    labels |= {name: words for name, (words, pages) in _WORKED_OUT.items() if _worked_out(page, name, pages)}
    labels |= {name: DOCUMENTS[name][0] for name in usual if name in DOCUMENTS}
    standing = [name for name in usual if name in labels] or [each.name for each in page.columns()]
    rest = [name for name in labels if name not in standing]
    return [Offered(name, labels[name], name in standing) for name in (*standing, *rest)]


def _has_register(page: Page) -> bool:
    return page.name in SHOWN or page.name == "delegation"


def _worked_out(page: Page, name: str, pages: tuple[str, ...]) -> bool:
    return page.numbered if name == STATE else page.name in pages


def groupings_of(page: Page) -> list[Offered]:
    """Give what the records of a page can be grouped by."""
    found = [
        Offered(each.name, page.label(each), several=isinstance(each, Many | Links))
        for each in page.fields()
        if not each.personal and _groups(each)
    ]
    if page.numbered:
        found.append(Offered(STATE, mark("State")))
    if day_of(page):
        found += [Offered(MONTH, mark("Month")), Offered(YEAR, mark("Year"))]
    return found


def _groups(each: Described) -> bool:
    """Tell whether the values of a field come from a list or name other records of one kind."""
    if isinstance(each, Links):
        return each.kind is not None
    return isinstance(each, Choice | Link | YesNo | Year)


# Registers whose source names no day for its rows, although they are listed by one.
_DAYS = {"agreement": "t.signed_on", "action": "t.assigned_on"}
_DATED = {"conclusion", "incident", "document", "statistic"}


def day_of(page: Page) -> str | None:
    """Give the SQL of the day by which a report takes the records of a page, or None."""
    source = source_of(page.name)
    return _DAYS.get(page.name) or source.day or (source.order if page.name in _DATED else None)


def adds_up(each: Column) -> bool:
    """Tell whether the numbers of a column may be added up over records."""
    return each.name in _ADDED and each.kind in ("whole", "number", "money")


def added(page: Page) -> frozenset[str]:
    """Give the fields of a page whose numbers add up."""
    return frozenset(each.name for each in page.fields() if adds_up(column(page, each)))


def field_of(page: Page, name: str) -> Any:
    """Give the field of a column or grouping, or None where it is worked out."""
    return next((each for each in page.fields() if each.name == name), None)
