"""Columns of annexes that are asked for apart: opinions, sides, linked records, payments, statuses."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from models import choices, days, engine
from models.kinds import PAGES
from models.options import Opinion, Qualifier
from models.reading import show_number
from models.reports.facts import ALIVE, SOURCES, all_of
from models.reports.facts.visits import HELD
from models.reports.listing import Ask
from models.reports.periods import Period
from models.states import GateState

_HELD = ("in_period", "held")


def _among(ids: Sequence[int]) -> str:
    return f"({', '.join(map(str, ids))})"


def _texts(rows: Iterable[tuple[int, str]], between: str = "; ") -> dict[int, str]:
    found: dict[int, dict[str, None]] = {}
    for owner, words in rows:
        if words:
            found.setdefault(owner, {})[words] = None
    return {owner: between.join(several) for owner, several in found.items()}


def opinions(ids: Sequence[int], period: Period, language: str | None) -> dict[int, str]:
    """Give body, day asked, day answered and answer of each opinion on an agreement."""
    asked = (
        "SELECT owner_id, body, asked_on, answered_on, answer FROM opinion_row "
        f"WHERE owner_id IN {_among(ids)} ORDER BY owner_id, rank"
    )

    def words(body: str, asked_on: str, answered_on: str | None, answer: str | None) -> str:
        span = "–".join(days.text(day) for day in (asked_on, answered_on) if day)
        told = choices.label(Opinion, answer, language) if answer else ""
        return ", ".join(part for part in (body, span, told) if part)

    return _texts((owner, words(*rest)) for owner, *rest in engine.rows(asked))


def our_side(ids: Sequence[int], period: Period, language: str | None) -> dict[int, str]:
    """Give our parties of an agreement."""
    asked = f"SELECT owner_id, name FROM party WHERE side <> 'THEIRS' AND owner_id IN {_among(ids)} ORDER BY rank"
    return _texts(engine.rows(asked))


def participants(ids: Sequence[int], period: Period, language: str | None) -> dict[int, str]:
    """Give who took part in a session, with the title held then."""
    asked = (
        f"SELECT owner_id, name, position FROM participant WHERE owner_id IN {_among(ids)} "
        "ORDER BY owner_id, side = 'THEIRS', rank"
    )
    return _texts((owner, ", ".join(part for part in told if part)) for owner, *told in engine.rows(asked))


def proposals(ids: Sequence[int], period: Period, language: str | None) -> dict[int, str]:
    """Give what the sides proposed at a session, ours first."""
    asked = (
        f"SELECT owner_id, content FROM proposal WHERE owner_id IN {_among(ids)} "
        "ORDER BY owner_id, side = 'THEIRS', rank"
    )
    return _texts(engine.rows(asked), "\n")


def paid(*, up_to_the_end: bool) -> Ask:
    """Give what was paid out of an aid, in dong: in the period, or all up to its last day."""

    def ask(ids: Sequence[int], period: Period, language: str | None) -> dict[int, Any]:
        when = period.before_end("d.paid_on") if up_to_the_end else period.contains("d.paid_on")
        asked = (
            "SELECT d.owner_id, sum(d.amount_vnd) FROM disbursement d "
            f"WHERE d.owner_id IN {_among(ids)} AND {when} GROUP BY d.owner_id"
        )
        return {owner: amount for owner, amount in engine.rows(asked) if amount is not None}

    return ask


def gate_status(ids: Sequence[int], period: Period, language: str | None) -> dict[int, str]:
    """Give the status of a gate on the last day of the period."""
    status = SOURCES["gate"].keys(period)["gate_state"]
    found = engine.rows(f'SELECT t.id, {status} FROM "gate" t WHERE t.id IN {_among(ids)}')
    return {gate: choices.label(GateState, state, language) for gate, state in found if state}


def gate_history(ids: Sequence[int], period: Period, language: str | None) -> dict[int, str]:
    """Give the history of a gate up to the last day of the period: day, status, basis."""
    asked = (
        f"SELECT d.owner_id, d.changed_on, d.to_state, d.basis FROM gate_change d WHERE d.owner_id IN {_among(ids)} "
        f"AND {period.before_end('d.changed_on')} ORDER BY d.owner_id, d.changed_on, d.rank"
    )

    def words(day: str, state: str, basis: str | None) -> str:
        return ", ".join(p for p in (days.text(day), choices.label(GateState, state, language), basis) if p)

    return _texts((owner, words(*rest)) for owner, *rest in engine.rows(asked))


def _linked(kind: str, ids: Sequence[int], page: str, condition: str, column: str) -> list[tuple[Any, ...]]:
    """Give (owner, id, column) of the records of a page that are linked to these, from either end."""
    table, other = PAGES[page].record._meta.table_name, PAGES[page].record.kind
    asked = []
    for near, far in (("from", "to"), ("to", "from")):
        asked.append(
            f'SELECT l.{near}_id, t.id, {column} FROM link l JOIN "{table}" t ON t.id = l.{far}_id '
            f"WHERE l.{near}_kind = '{kind}' AND l.{far}_kind = '{other}' AND l.{near}_id IN {_among(ids)} "
            f"AND {ALIVE} AND {SOURCES[page].where if page in SOURCES else '1 = 1'} AND ({condition})"
        )
    return engine.rows(" UNION ".join(asked))


def number_of(kind: str, pages: tuple[str, ...], facts: tuple[str, ...] = _HELD) -> Ask:
    """Give how many records of some pages are linked to a record and count in the period."""

    def ask(ids: Sequence[int], period: Period, language: str | None) -> dict[int, int]:
        found: dict[int, set[int]] = {}
        for page in pages:
            for owner, number, _ in _linked(kind, ids, page, all_of(page, facts, period), "0"):
                found.setdefault(owner, set()).add(number)
        return {owner: len(found.get(owner, ())) for owner in ids}

    return ask


def latest(kind: str, pages: tuple[str, ...]) -> Ask:
    """Give the last activity linked to a record that took place by the last day of the period."""

    def ask(ids: Sequence[int], period: Period, language: str | None) -> dict[int, str]:
        found: dict[int, tuple[str, str]] = {}
        for page in pages:
            condition = f"{all_of(page, ('held',), period)} AND {period.before_end('t.starts')}"
            for owner, _, day, name in _linked(kind, ids, page, condition, "t.starts, t.name"):
                found[owner] = max(found.get(owner, ("", "")), (day, name or ""))
        return {owner: f"{days.text(day)}: {name}" for owner, (day, name) in found.items()}

    return ask


def obstacles(ids: Sequence[int], period: Period, language: str | None) -> dict[int, str]:
    """Give the difficulties that the tasks of an agreement tell of."""
    condition = "t.obstacles IS NOT NULL"
    rows = _linked("agreement", ids, "action", condition, "t.obstacles")
    return _texts((owner, words) for owner, _, words in rows)


def entered(ids: Sequence[int], period: Period, language: str | None) -> dict[int, str]:
    """Give the entered figures of the period that are linked to an agreement, each with its qualifier."""
    condition = f"t.starts >= '{period.first}' AND t.ends <= '{period.last}'"
    columns = "COALESCE(t.words, t.indicator), t.qualifier, t.amount, t.unit_of_measure"

    def words(told: str, qualifier: str | None, amount: float | None, unit: str | None) -> str:
        hedge = choices.label(Qualifier, qualifier, language) if qualifier not in (None, Qualifier.EXACT) else ""
        number = show_number(amount) if amount is not None else ""
        return f"{told}: {' '.join(part for part in (hedge, number, unit) if part)}"

    rows = _linked("agreement", ids, "statistic", condition, columns)
    return _texts((owner, words(*told)) for owner, _, *told in rows)


def carried_out(what: Callable[[tuple[Any, ...]], Any], column: str) -> Ask:
    """Give something of the delegations that carried out a planned activity by the last day of the period."""

    def ask(ids: Sequence[int], period: Period, language: str | None) -> dict[int, Any]:
        asked = (
            f"SELECT l.from_id, {column} FROM link l JOIN delegation t ON t.id = l.to_id WHERE {ALIVE} "
            f"AND t.state IN {HELD} AND {period.before_end('t.starts')} "
            "AND l.from_kind = 'programme' AND l.field = 'carried_out' AND l.to_kind = 'delegation' "
            f"AND l.from_id IN {_among(ids)} ORDER BY l.from_id, t.starts"
        )
        found: dict[int, list[Any]] = {}
        for owner, value in engine.rows(asked):
            found.setdefault(owner, []).append(value)
        return {owner: what(tuple(values)) for owner, values in found.items()}

    return ask


def days_of(values: tuple[Any, ...]) -> str:
    """Put several days together."""
    return "; ".join(days.text(day) for day in values if day)


def sum_of(values: tuple[Any, ...]) -> int | None:
    """Add up what is known."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None
