"""Sessions of a mechanism and what happened after one: visits, exchanges, events, agreements, entered figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models import choices, engine, options, store
from models.kinds import PAGES
from models.mechanisms import Mechanism
from models.reading import show_number
from models.reports.entered import inside
from models.reports.facts import ALIVE, all_of
from models.reports.periods import Period
from models.store.relations import read

_PART = 500
# What may have happened: the facts that must hold, the column of the unit that led.
_EVENTS: dict[str, tuple[tuple[str, ...], str]] = {
    "inbound": (("in_period", "held"), "NULL"),
    "outbound": (("in_period", "held"), "t.requesting_unit_id"),
    "exchange": (("in_period", "held"), "t.lead_id"),
    "conference": (("in_period", "held"), "t.organiser_id"),
    "training": (("in_period", "held"), "NULL"),
}
# Fields of cooperation of what names none itself.
_USUAL = {"exchange": "giao_luu", "training": "gddt"}
_FIGURES = {
    **dict.fromkeys(("I70", "I71", "I72"), "kinh_te_tm"),
    **dict.fromkeys(("I80", "I81", "I82"), "cua_khau"),
    **dict.fromkeys(("I60", "I61", "I62", "I63", "I64"), "gddt"),
    "I50": "giao_luu",
    "I65": "lao_dong",
    "I73": "nong_nghiep",
    "I83": "bien_gioi",
}


@dataclass(frozen=True)
class Held:
    """A session by its number and first day."""

    id: int
    ordinal: int | None
    day: str
    name: str


@dataclass(frozen=True)
class Happened:
    """A record that tells of something done or signed, with its fields of cooperation."""

    kind: str
    id: int
    words: str
    code: str
    day: str
    by: str
    fields: tuple[str, ...]


def sessions(mechanism: int) -> list[Held]:
    """Give the sessions of a mechanism in their order."""
    asked = (
        "SELECT id, ordinal, COALESCE(starts, ''), COALESCE(name, '') FROM session t WHERE t.mechanism_id = ? "
        f"AND {ALIVE} AND t.state NOT IN ('POSTPONED', 'CANCELLED') ORDER BY starts IS NULL, starts, ordinal, id"
    )
    return [Held(*row) for row in engine.rows(asked, (mechanism,))]


def states_of(actions: Sequence[int]) -> dict[int, str]:
    """Give the states of actions."""
    found: dict[int, str] = {}
    for part in _parts(actions):
        found |= dict(engine.rows(f"SELECT id, state FROM follow_up WHERE id IN ({_marks(part)})", part))
    return found


def fields_of(page: str, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Give the codes of the fields of cooperation of records."""
    shown = PAGES[page]
    if "fields" not in shown.record._meta.fields or not ids:
        return {}
    wanted = [each for each in shown.fields() if each.name == "fields"]
    rows = [row for part in _parts(ids) for row in store.rows(shown, part, wanted)]
    return {row.id: tuple(row.values["fields"] or ()) for row in rows}


def documents(sessions_: Sequence[int]) -> list[Happened]:
    """Give the agreements and minutes signed at sessions."""
    asked = (
        "SELECT DISTINCT t.id FROM link l JOIN agreement t ON t.id = l.to_id WHERE l.from_kind = 'session' "
        f"AND l.field = 'documents' AND l.from_id IN ({_marks(sessions_)}) AND {ALIVE} ORDER BY t.signed_on, t.id"
    )
    return _agreements([number for (number,) in engine.rows(asked, list(sessions_))])


def happened(
    mechanism: Mechanism, sessions_: Sequence[int], period: Period, known: set[tuple[str, int]]
) -> list[Happened]:
    """Give what took place in the period with the partners of a mechanism, in its series or as linked with it."""
    linked = _linked(mechanism, sessions_)
    found: list[Happened] = []
    for page, (facts, led) in _EVENTS.items():
        ids = [number for kind, number in linked if kind == PAGES[page].record.kind]
        found += _events(page, ids, facts, led, period)
    signed = [number for kind, number in linked if kind == "agreement" and (kind, number) not in known]
    return found + [each for each in _agreements(signed) if period.holds(each.day or "", each.day or "9999")]


def _linked(mechanism: Mechanism, sessions_: Sequence[int]) -> list[tuple[str, int]]:
    """Collect what names the mechanism, one of these sessions, or one of its partners and the bodies below them."""
    found = dict.fromkeys(store.hanging(mechanism))
    asked = f"SELECT to_kind, to_id FROM link WHERE from_kind = 'session' AND from_id IN ({_marks(sessions_)})"
    found |= dict.fromkeys((kind, number) for kind, number in engine.rows(asked, list(sessions_)))
    for reference in mechanism.partners:
        events = read("partner", int(reference.partition(":")[2]), below=True).events
        found |= dict.fromkeys((event.kind, event.id) for event in events if event.direct)
    return list(found)


def _events(page: str, ids: Sequence[int], facts: Sequence[str], led: str, period: Period) -> list[Happened]:
    shown = PAGES[page]
    held = [
        row
        for part in _parts(ids)
        for row in engine.rows(
            f"SELECT t.id, t.name, COALESCE(t.code, ''), t.starts, u.name FROM \"{shown.record._meta.table_name}\" t "
            f"LEFT JOIN unit u ON u.id = {led} WHERE t.id IN ({_marks(part)}) AND {ALIVE} "
            f"AND {all_of(page, facts, period)} ORDER BY t.starts, t.id",
            part,
        )
    ]
    fields = fields_of(page, [number for number, *_ in held])
    usual = (_USUAL[page],) if page in _USUAL else ()
    kind = shown.record.kind
    return [
        Happened(kind, number, name or "", code, day or "", unit or "", fields.get(number) or usual)
        for number, name, code, day, unit in held
    ]


def _agreements(ids: Sequence[int]) -> list[Happened]:
    fields = fields_of("agreement", ids)
    found = [
        row
        for part in _parts(ids)
        for row in engine.rows(
            "SELECT t.id, t.name, COALESCE(t.code, ''), COALESCE(t.signed_on, '') FROM agreement t "
            f"WHERE t.id IN ({_marks(part)}) AND {ALIVE} AND t.signed_on IS NOT NULL ORDER BY t.signed_on, t.id",
            part,
        )
    ]
    return [
        Happened("agreement", number, name or "", code, day, "", fields.get(number, ()))
        for number, name, code, day in found
    ]


def entered(period: Period, fields: Sequence[str]) -> list[Happened]:
    """Give the figures entered for days since then that belong to the fields of a mechanism; to any if it has none."""
    found = []
    for each in inside(period):
        code = (each.indicator or "").partition(":")[0].upper()
        if code in _FIGURES and (not fields or _FIGURES[code] in fields):
            told = [choices.label(options.Qualifier, each.qualifier) if each.qualifier not in (None, "EXACT") else ""]
            told += [show_number(each.amount), each.unit_of_measure or ""]
            words = f"{each.words or each.indicator}: {' '.join(part for part in told if part)}"
            day = each.ends or ""
            found.append(Happened("statistic", each.id, words, each.indicator or "", day, "", (_FIGURES[code],)))
    return found


def _parts(numbers: Sequence[int]) -> list[list[int]]:
    return [list(numbers[start : start + _PART]) for start in range(0, len(numbers), _PART)]


def _marks(numbers: Sequence[Any]) -> str:
    return ", ".join("?" * len(numbers))
