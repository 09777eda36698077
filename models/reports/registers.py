"""The registers behind a report: records as rows, in the order of the office's own lists, with helper columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models import choices, days
from models.fields import Amount
from models.kinds import ALL_DELEGATIONS, PAGES, Page, page_named
from models.reports.columns import Column, Kind, column, titled
from models.reports.facts import ALIVE, DIRECTIONS, SOURCES, Source, true
from models.reports.kept import Rows, keep, numbers
from models.reports.listing import Listing
from models.reports.periods import Period
from models.reports.reading import Reading
from models.reports.shown import (
    DAYS,
    DOCUMENTS,
    NARROW,
    OPTIONAL,
    SHOWN,
    SIGNERS,
    STANDING,
    STATE,
    SUMMED,
    UNPRINTED,
    WIDE,
)
from models.reports.statistics import keys
from models.reports.tongues import of_cells, of_heads, together, told
from models.text import mark, say


@dataclass(frozen=True)
class Register:
    """A table of records with their helper columns, which stand last; ``ids`` are the records of the rows.

    ``page`` is the page of these records where it is not the register's own name.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Rows
    ids: Sequence[int] = ()
    page: str = ""

    def place(self, name: str) -> int:
        """Find a column by its name."""
        return [each.name for each in self.columns].index(name)


def register(name: str, period: Period, language: str | None = None, listing: Listing | None = None) -> Register:
    """Give the records of a page that a report lists, with what each of them counts."""
    page, source, listing = page_named(name), source_of(name), listing or Listing(name)
    names = listing.columns or SHOWN[name]
    helpers = _helpers(name, period, names, listing)
    where = f"{ALIVE} AND {source.listed(period)} AND {source.where} AND {listing.condition(period)}"
    order = ", ".join((*listing.order, source.order, "t.id"))
    asked = f"SELECT t.id FROM {source.table} WHERE {where} ORDER BY {order}"
    ids = numbers(asked, listing.values)
    columns = both([_columns(page, listing, names, helpers, period, each) for each in of_heads(language)])
    spoken = of_cells(language)
    facts = list(source.facts(period))
    reading = Reading(page, listing, names, helpers, facts, state_labels(page, spoken), period, spoken)
    rows = keep(reading.rows(source.table, ids))
    return Register(name, told(listing.title or page.title, spoken), tuple(titled(columns)), rows, ids)


def _columns(
    page: Page,
    listing: Listing,
    names: Sequence[str],
    helpers: Sequence[tuple[Column, str]],
    period: Period,
    language: str | None,
) -> list[Column]:
    """Make the columns in one language."""
    shown = [_numbered(language), *(_shown(page, each, listing, period, language) for each in names)]
    return shown + [Column(each.name, _head(each, page, language), each.kind, 11, True) for each, _ in helpers]


def both(tongues: Sequence[Sequence[Column]]) -> list[Column]:
    """Put the titles of the same columns in several languages together."""
    made = []
    for several in zip(*tongues, strict=True):
        groups = tuple(together(each) for each in zip(*(one.groups for one in several), strict=True))
        made.append(replace(several[0], title=together(one.title for one in several), groups=groups))
    return made


def optional(period: Period, language: str | None = None) -> list[Register]:
    """Give the registers that a report has only where something is in them."""
    found = [register(name, period, language) for name in OPTIONAL]
    return [each for each in found if len(each.rows)]


# Registers that nothing is counted in, with the day by which they are listed; without one all records are.
_PLAIN: dict[str, str | None] = {
    "conclusion": "(SELECT s.starts FROM session s WHERE s.id = t.session_id)",
    "ngo": None,
    "incident": "t.happened_on",
    "document": "t.dated",
    "statistic": "t.starts",
    **dict.fromkeys(("partner", "person", "unit")),
}


def source_of(name: str) -> Source:
    """Give how the records of a page are asked for."""
    if name in SOURCES:
        return SOURCES[name]
    if name == ALL_DELEGATIONS.name:
        return replace(SOURCES["outbound"], where="1 = 1")
    table, day = PAGES[name].record._meta.table_name, _PLAIN[name]

    def inside(period: Period) -> str:
        return period.touches(day) if day else "1 = 1"

    return Source(f'"{table}" t', inside, order=day or "t.name_key")


def _numbered(language: str | None) -> Column:
    return Column("(number)", say(mark("No."), language), "whole", 6)


def _shown(page: Page, name: str, listing: Listing, period: Period, language: str | None) -> Column:
    made = _plain_column(page, name, listing, period, language)
    if name in listing.titles:
        made = replace(made, title=say(listing.titles[name], language))
    if listing.summed is not None:
        made = replace(made, total=name in listing.summed)
    groups = tuple(say(each, language) for each in listing.groups.get(name, ()))
    return replace(made, groups=groups, printed=listing.chosen or name not in UNPRINTED.get(listing.page, ()))


def _plain_column(page: Page, name: str, listing: Listing, period: Period, language: str | None) -> Column:
    if name in listing.told:
        apart = listing.told[name]
        return Column(name, say(apart.title, language), apart.kind, apart.width, total=apart.total)
    if name in DOCUMENTS:
        return Column(name, say(DOCUMENTS[name][0], language), "text", NARROW)
    if name in _EXTRA:
        title = say(_EXTRA[name], language).format(day=days.text(period.last.isoformat()))
        kind: Kind = "whole" if name == DAYS else "text"
        return Column(name, title, kind, 7 if name == DAYS else WIDE.get(name, NARROW))
    field = page.record.field(name)
    made = column(page, field, language, total=name in SUMMED)
    if isinstance(field, Amount):
        return made  # thousands of millions need their room
    return replace(made, width=min(made.width, WIDE.get(name, NARROW)))


_EXTRA: dict[str, str] = {
    STATE: mark("State"),
    STANDING: mark("As of {day}"),
    DAYS: mark("Days"),
    SIGNERS: mark("Signed by (both sides)"),
}


def _helpers(name: str, period: Period, shown: Sequence[str], listing: Listing) -> list[tuple[Column, str]]:
    """Give the helper columns of a page with their SQL."""
    found: list[tuple[Column, str]] = []
    source = source_of(name)
    if source.day:
        day = f"{source.day} || substr('-01-01', length({source.day}) - 3)"
        found.append((Column("counted_on", mark("Counted on"), "day"), day))
    found += helpers_of(source, period, shown)
    if name in DIRECTIONS:
        month, _ = keys("month", period)
        plan, _ = keys("plan", period)
        found.append((Column("month", mark("Counted in month"), "whole"), month))
        found.append((Column("plan", mark("In the programme (1/0)"), "whole"), plan))
    known = {each.name for each, _ in found}
    own = [(Column(f"{key}:code", title), sql) for key, (title, sql) in listing.keys.items()]
    return found + [each for each in own if each[0].name not in known]


def helpers_of(source: Source, period: Period, shown: Sequence[str]) -> list[tuple[Column, str]]:
    """Give what formulas need of a source: facts as 1 and 0, what is added up and not shown, keys as codes."""
    words = source.words
    found = [(Column(each, words[each], "whole"), true(sql)) for each, sql in source.facts(period).items()]
    for each, sql in source.amounts(period).items():
        if each not in shown:
            found.append((Column(each, words.get(each, each), "number"), sql))
    return found + [(Column(f"{each}:code", words.get(each, each)), sql) for each, sql in source.keys(period).items()]


def _head(each: Column, page: Page, language: str | None) -> str:
    labels = {field.name: page.label(field) for field in page.record.described()}
    if not each.name.endswith(":code"):
        return say(labels.get(each.title, each.title), language)
    return code_head(each, labels, language)


def code_head(each: Column, labels: Mapping[str, str], language: str | None) -> str:
    """Head the column with the codes of a field, or of what the source names itself."""
    label = labels.get(each.title, each.title)
    return say(mark("{column}: code"), language).format(column=say(label, language))


def state_labels(page: Page, language: str | None) -> dict[str, str]:
    """Word the states of a page; delegations of both directions pass through those of either."""
    pages = [PAGES[name] for name in DIRECTIONS] if page is ALL_DELEGATIONS else [page] if page.numbered else []
    lives = [each.blank().lifecycle().states for each in pages]  # type: ignore[attr-defined]
    return {state.value: choices.label(kind, state, language) for kind in lives for state in kind}
