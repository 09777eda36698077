"""Where records name a partner, a person or a unit, as one question over all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.attached import Links, Rows
from models.fields import Link
from models.kinds import KINDS, page_named, rows_of
from models.record import Record
from models.store.finding import year_field
from models.text import mark

LOOSE = "related"  # a link that says only that two records have something to do with each other
_NOT_TOLD = frozenset({"partner", "person", "unit", "office", "statistic"})
# What a body has to do with a record of which it is not named itself: (kind, by way of this field, in these words).
_BY_WAY = (
    ("incident", "gate", mark("at the gate opposite", "role")),
    ("aid", "ngo", mark("through its registration as an NGO", "role")),
)
# What somebody or some body was in a record where the label of the field does not say it of one alone.
_ROLES = {
    ("Member", "person"): mark("member", "role"),
    ("Participant", "person"): mark("participant", "role"),
    ("Party", "person"): mark("signatory", "role"),
    ("Party", "partner"): mark("party", "role"),
    ("Party", "unit"): mark("party", "role"),
    ("SessionParty", "partner"): mark("party", "role"),
    ("SessionParty", "unit"): mark("party", "role"),
}
HEAD = mark("head of delegation", "role")
# The day on which a kind is told, where it is not that of the list's year.
_DAYS = {
    "agreement": "COALESCE(t.signed_on, t.effective_on, t.opinion_asked_on)",
    "action": "COALESCE(t.assigned_on, t.done_on)",
    "mechanism": "t.since",
    "gate": "(SELECT min(g.changed_on) FROM gate_change g WHERE g.owner_id = t.id)",
    "conclusion": "(SELECT s.starts FROM session s WHERE s.id = t.session_id)",
    "programme": "COALESCE(t.planned_for, CAST(t.year AS TEXT))",
}
_CODES = {"document": "t.number", "conclusion": "t.number"}


@dataclass(frozen=True)
class Source:
    """One way in which a record of a kind names a body: its role, and the question's parts."""

    kind: str
    role: str
    column: str
    tables: str
    words: str = "NULL"
    also: str = ""
    loose: bool = False


@cache
def sources(body: type[Record]) -> tuple[Source, ...]:
    """Give every way in which records name a partner, a person or a unit."""
    found: list[Source] = []
    for kind, model in KINDS.items():
        if kind in _NOT_TOLD:
            continue
        for field in model.described():
            if isinstance(field, Link) and field.rel_model is body:
                found.append(Source(kind, field.label, f"t.{field.column_name}", _table(model)))
            elif isinstance(field, Links) and field.kind in (body, None):
                found.append(_of_links(kind, field, body))
            elif isinstance(field, Rows):
                found += _of_rows(kind, field, body)
    return (*found, *_by_way(body))


def _table(model: type[Record]) -> str:
    return f'"{model._meta.table_name}" t'


def _of_links(kind: str, field: Links, body: type[Record]) -> Source:
    tables = f"link l JOIN {_table(KINDS[kind])} ON t.id = l.from_id"
    also = f"AND l.to_kind = '{body.kind}' AND l.from_kind = '{kind}' AND l.field = '{field.name}'"
    return Source(kind, field.label, "l.to_id", tables, also=also, loose=field.name == LOOSE)


def _of_rows(kind: str, field: Rows, body: type[Record]) -> Iterator[Source]:
    detail = rows_of(field)
    tables = f'"{detail._meta.table_name}" d JOIN {_table(KINDS[kind])} ON t.id = d.owner_id'
    titled = body.kind == "person" and "position" in detail._meta.fields
    for column in detail.described():
        if not (isinstance(column, Link) and column.rel_model is body):
            continue
        role = _ROLES.get((detail.__name__, column.name), field.label)
        made = (kind, f"d.{column.column_name}", tables, "d.position" if titled else "NULL")
        if detail.__name__ == "Member":
            yield _named(made, HEAD, "AND d.is_head")
            yield _named(made, role, "AND d.is_head IS NOT 1")
        else:
            yield _named(made, role, "")


def _named(made: tuple[str, str, str, str], role: str, also: str) -> Source:
    kind, column, tables, words = made
    return Source(kind, role, column, tables, words, also)


def _by_way(body: type[Record]) -> Iterator[Source]:
    for kind, name, role in _BY_WAY:
        field = KINDS[kind].field(name)
        assert isinstance(field, Link)
        for column in field.rel_model.described():
            if isinstance(column, Link) and column.rel_model is body and column.name == body.kind == "partner":
                way = f'"{field.rel_model._meta.table_name}" w'
                tables = f"{way} JOIN {_table(KINDS[kind])} ON t.{field.column_name} = w.id"
                yield Source(kind, role, f"w.{column.column_name}", tables, also="AND w.removed_at IS NULL")


def question(body: type[Record], circle: str) -> str:
    """Give the question for every record that names a body of ``circle`` (a common table expression ``body``)."""
    parts = (_part(place, source) for place, source in enumerate(sources(body)))
    return f"{circle} {' UNION ALL '.join(parts)}"


def _part(place: int, source: Source) -> str:
    known = KINDS[source.kind]._meta.fields
    day = _DAYS.get(source.kind) or f"t.{year_field(page_named(source.kind))}"
    last = _column(known, "ends")
    code = _CODES.get(source.kind) or _column(known, "code")
    rest = (_column(known, name) for name in ("direction", "persons", "level", "state"))
    columns = (
        f"{place}, {source.column}, {source.words}, t.id, {day}, {last}, {code}, t.{KINDS[source.kind].named_by}, "
        f"t.draft, {', '.join(rest)}"
    )
    return (
        f"SELECT {columns} FROM {source.tables} "
        f"WHERE {source.column} IN (SELECT id FROM body) {source.also} AND t.removed_at IS NULL"
    )


def _column(known: dict[str, object], name: str) -> str:
    return f"t.{name}" if name in known else "NULL"


def circle(body: type[Record], as_now: bool, below: bool) -> str:
    """Give the bodies that count: this one alone, with those before it, with those that belong to it."""
    ways = [f"t.{name}_id = body.id" for name, wanted in (("successor", as_now), ("parent", below)) if wanted]
    if not ways or "successor" not in body._meta.fields:
        return "WITH body(id) AS (SELECT ?)"
    more = " UNION ".join(
        f'SELECT t.id FROM "{body._meta.table_name}" t JOIN body ON {way} WHERE t.removed_at IS NULL' for way in ways
    )
    return f"WITH RECURSIVE body(id) AS (SELECT ? UNION {more})"
