"""The small tables beside the registers: members, record × country, × field, × unit, × sector, entered figures."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from models import discretion, engine
from models.attached import Links
from models.delegations import Member
from models.kinds import PAGES
from models.reports import entered
from models.reports.codes import COUNTED, LISTS, Indicator
from models.reports.columns import Column, column, plain, titled
from models.reports.counting import amount, divided
from models.reports.delegations import SHOWN, in_order
from models.reports.facts import ALIVE, DIRECTIONS, SOURCES, listed, true
from models.reports.figures import Figure, item_label
from models.reports.kept import keep
from models.reports.listing import Listing
from models.reports.periods import Period
from models.reports.registers import Register
from models.reports.statistics import counted, keys, labels
from models.text import mark, say

_OF_MEMBERS = ("name", "is_head", "position", "role", "country")
_PASSPORT = ("passport_kind", "passport", "passport_until")
BOTH = ("inbound", "outbound")


MEMBERS = mark("Members of delegations")


def members(
    period: Period, language: str | None = None, *, with_passports: bool = False, listing: Listing | None = None
) -> Register:
    """Give the named members of the listed delegations, or of those of one list; passports only where asked for."""
    with_passports = with_passports or discretion.ticked().personal
    fields = [Member.field(name) for name in (*_OF_MEMBERS, *(_PASSPORT if with_passports else ()))]
    where = " OR ".join(f"({listed(page, period)})" for page in ([listing.page] if listing else BOTH))
    if listing:
        where = f"({where}) AND {listing.condition(period)}"
    asked = (
        f"SELECT t.code, t.name, t.direction, {true(counted(period))}, m.same_person, "
        f"{', '.join(f'm.{field.name}' for field in fields)} FROM member m JOIN delegation t ON t.id = m.owner_id "
    )

    def rows() -> Iterator[tuple[Any, ...]]:
        seen: set[tuple[str, str]] = set()
        for part in in_order(where):
            found = f"{asked} WHERE t.id IN {part} ORDER BY t.direction, t.starts, t.id, m.rank"
            for code, title, way, counts, person, *values in engine.rows(found):
                first = int(bool(counts and person and (way, person) not in seen))
                if first:
                    seen.add((way, person))
                cells = [plain(field, value, language) for field, value in zip(fields, values, strict=True)]
                yield (code, title, *cells, way, counts, first)

    columns = [
        Column("code", say(mark("File code"), language), "identifier", 15),
        Column("delegation", say(mark("Delegation"), language), "text", 36),
        *(column(None, field, language) for field in fields),
        Column("way", say(mark("Direction"), language), "text", 9, True),
        Column("counts", say(mark("Delegation counts"), language), "whole", 9, True),
        Column("first", say(mark("First time of the person"), language), "whole", 9, True),
    ]
    return Register("member", say(MEMBERS, language), tuple(titled(columns)), keep(rows()))


_TITLES = {
    "country": (mark("Records by country"), mark("Country")),
    "field": (mark("Records by field"), mark("Field")),
    "unit": (mark("Records by unit"), mark("Host or requesting unit")),
    "sector": (mark("Aid by sector"), mark("Sector")),
}


_AXES = {"country": "countries", "sector": "sectors"}  # the splits whose items stand in a sheet of their own


def split(axis: str, period: Period, language: str | None = None) -> Register:
    """Give one row for each record and item of an axis, because a formula cannot look into "Laos; China"."""
    found = chain(_delegations(axis, period), _others(axis, period) if axis in _AXES else ())
    return _split(axis, found, labels(axis, (), language), language)


def sectors(period: Period, language: str | None = None) -> list[Register]:
    """Give one row for each aid and sector; no register where there is no aid."""

    def label(item: Any) -> str:
        return item_label((LISTS["sectors"], item), language)

    found = _split("sector", _others("sector", period), label, language)
    return [found] if len(found.rows) else []


def _split(axis: str, found: Iterable[tuple[Any, ...]], label: Callable[[Any], str], language: str | None) -> Register:
    kinds = {name: say(page.title, language) for name, page in PAGES.items()}
    rows = keep(
        (kinds[page], code, name, label(item), persons, page, item, counts, number)
        for page, code, name, persons, counts, number, item in found
    )
    title, head = (say(words, language) for words in _TITLES[axis])
    columns = (
        Column("kind", say(mark("Register"), language), "text", 20),
        Column("code", say(mark("File code"), language), "identifier", 15),
        Column("name", say(mark("Record"), language), "text", 46),
        Column("item", head, "text", 28),
        Column("persons", say(mark("Persons"), language), "whole", 10),
        Column("way", say(mark("Register: code"), language), "text", 11, True),
        Column("key", say(mark("{column}: code"), language).format(column=head), _KEYS[axis], 11, True),
        Column("counts", say(mark("Counts"), language), "whole", 9, True),
        Column("number", say(mark("Counted number"), language), "number", 9, True),
    )
    return Register(axis, title, columns, rows)


_KEYS: dict[str, Any] = {"country": "text", "field": "text", "unit": "whole", "sector": "text"}


def _delegations(axis: str, period: Period) -> Iterator[tuple[Any, ...]]:
    key, join = keys(axis, period)
    shown = f"SELECT DISTINCT {SHOWN}, {true(counted(period))} AS counts, {key} AS item FROM delegation t {join}"
    for part in in_order(" OR ".join(f"({listed(page, period)})" for page in BOTH)):
        asked = f"SELECT way, code, name, persons, counts, 1, item FROM ({shown} WHERE t.id IN {part}) x"
        yield from engine.rows(f"{asked} ORDER BY way, starts, id, item")


def _others(axis: str, period: Period) -> Iterator[tuple[Any, ...]]:
    """Give the rows of all records but delegations, as the indicator that is split by this axis counts them."""
    for about in COUNTED:
        if about.split == _AXES[axis]:
            for page in about.pages:
                yield from () if page in DIRECTIONS else _of_page(about, page, period)


def _of_page(about: Indicator, page: str, period: Period) -> Iterator[tuple[Any, ...]]:
    source = SOURCES[page]
    key, join = divided(about, page, period)
    inner = (
        f"SELECT DISTINCT {source.order} AS at, t.id, t.code, t.name, {true(about.condition(page, period))} AS counts, "
        f"{amount(about.of, page, period)} AS number, {key} AS item "
        f"FROM {source.table} LEFT {join} WHERE {ALIVE} AND {listed(page, period)}"
    )
    asked = f"SELECT '{page}', code, name, NULL, counts, number, item FROM ({inner}) x ORDER BY at, id, item"
    return engine.stream(asked)


def entered_figures(figures: Sequence[Figure], language: str | None = None) -> Register:
    """Give the entered statistics, each with the code of the figure that it counts in."""
    page = PAGES["statistic"]
    fields = [field for field in page.fields() if not isinstance(field, Links)]
    rows = [
        (*(plain(field, each.value(field.name), language) for field in fields), each.most or each.amount, code)
        for each, code in entered.counts(figures)
    ]
    columns: Sequence[Column] = [
        *(column(page, field, language) for field in fields),
        Column("upper", say(mark("Upper end, counted"), language), "number", 11, True),
        Column("figure", say(mark("Counts in the figure"), language), "text", 14, True),
    ]
    return Register("statistic", say(page.title, language), tuple(titled(columns)), tuple(rows))
