"""The small tables beside the registers: members, record × country, × field, × unit, opening balances."""

from collections.abc import Sequence
from typing import Any

from models import engine
from models.attached import Links
from models.delegations import Member
from models.kinds import PAGES
from models.reports import openings
from models.reports.columns import Column, column, plain, titled
from models.reports.facts import ALIVE, all_of, listed, true
from models.reports.figures import OWN_SCOPE
from models.reports.periods import Period
from models.reports.registers import Register
from models.reports.statistics import counted, keys, labels
from models.text import mark, say

_OF_MEMBERS = ("name", "is_head", "position", "role", "country")
_PASSPORT = ("passport_kind", "passport", "passport_until")
BOTH = ("inbound", "outbound")


def members(period: Period, language: str | None = None, *, with_passports: bool = False) -> Register:
    """Give the named members of the listed delegations; passports only where they were asked for."""
    fields = [Member.field(name) for name in (*_OF_MEMBERS, *(_PASSPORT if with_passports else ()))]
    where = " OR ".join(f"({listed(page, period)})" for page in BOTH)
    asked = (
        f"SELECT t.code, t.name, t.direction, {true(counted(period))}, m.same_person, "
        f"{', '.join(f'm.{field.name}' for field in fields)} "
        f"FROM member m JOIN delegation t ON t.id = m.owner_id WHERE {ALIVE} AND ({where}) "
        "ORDER BY t.direction, t.starts, t.id, m.rank"
    )
    seen: set[tuple[str, str]] = set()
    rows = []
    for code, title, way, counts, person, *values in engine.rows(asked):
        first = int(bool(counts and person and (way, person) not in seen))
        if first:
            seen.add((way, person))
        cells = [plain(field, value, language) for field, value in zip(fields, values, strict=True)]
        rows.append((code, title, *cells, way, counts, first))
    columns = [
        Column("code", say(mark("File code"), language), "identifier", 15),
        Column("delegation", say(mark("Delegation"), language), "text", 36),
        *(column(None, field, language) for field in fields),
        Column("way", say(mark("Direction"), language), "text", 9, True),
        Column("counts", say(mark("Delegation counts"), language), "whole", 9, True),
        Column("first", say(mark("First time of the person"), language), "whole", 9, True),
    ]
    return Register("member", say(mark("Members of delegations"), language), tuple(titled(columns)), tuple(rows))


_TITLES = {
    "country": (mark("Records by country"), mark("Country")),
    "field": (mark("Records by field"), mark("Field")),
    "unit": (mark("Records by unit"), mark("Host or requesting unit")),
}


def split(axis: str, period: Period, language: str | None = None) -> Register:
    """Give one row for each record and item of an axis, because a formula cannot look into "Laos; China"."""
    found = _delegations(axis, period) + (_agreements(period) if axis == "country" else [])
    label = labels(axis, sorted({row[-1] for row in found if row[-1] is not None}), language)
    kinds = {name: say(PAGES[name].title, language) for name in (*BOTH, "agreement")}
    rows = [
        (kinds[kind], code, name, label(item), persons, kind, item, counts)
        for kind, code, name, persons, counts, item in found
    ]
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
    )
    return Register(axis, title, columns, tuple(rows))


_KEYS: dict[str, Any] = {"country": "text", "field": "text", "unit": "whole"}


def _delegations(axis: str, period: Period) -> list[tuple[Any, ...]]:
    key, join = keys(axis, period)
    where = " OR ".join(f"({listed(page, period)})" for page in BOTH)
    inner = (
        f"SELECT DISTINCT CASE WHEN t.direction = 'in' THEN 'inbound' ELSE 'outbound' END AS way, t.starts, t.id, "
        f"t.code, t.name, t.persons, {true(counted(period))} AS counts, {key} AS item "
        f"FROM delegation t {join} WHERE {ALIVE} AND ({where})"
    )
    asked = f"SELECT way, code, name, persons, counts, item FROM ({inner}) x ORDER BY way, starts, id, item"
    return engine.rows(asked)


def _agreements(period: Period) -> list[tuple[Any, ...]]:
    key, join = keys("country", period)
    inner = (
        f"SELECT DISTINCT t.signed_on, t.id, t.code, t.name, "
        f"{true(all_of('agreement', ('in_force', 'own'), period))} AS counts, {key} AS item "
        f"FROM agreement t {join} WHERE {ALIVE} AND {listed('agreement', period)}"
    )
    asked = f"SELECT 'agreement', code, name, NULL, counts, item FROM ({inner}) x ORDER BY signed_on, id, item"
    return engine.rows(asked)


def balances(period: Period, language: str | None = None) -> Register:
    """Give the opening balances, with 1 for those whose whole period lies inside."""
    page = PAGES["opening"]
    fields = [field for field in page.fields() if not isinstance(field, Links)]
    rows = [
        (
            *(plain(field, each.value(field.name), language) for field in fields),
            each.scope or OWN_SCOPE,
            counts,
        )
        for each, counts in openings.lines(period)
    ]
    columns: Sequence[Column] = [
        *(column(page, field, language) for field in fields),
        Column("scope:code", say(mark("Scope: code"), language), "text", 11, True),
        Column("counts", say(mark("Counts"), language), "whole", 9, True),
    ]
    return Register("opening", say(page.title, language), tuple(titled(columns)), tuple(rows))
