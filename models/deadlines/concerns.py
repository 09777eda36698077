"""The lists of the start page: which records need attention, as conditions that the database answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from models import days, engine, rules
from models.conclusions import UNASSIGNED
from models.deadlines.standing import EXPIRY, LAST_NOTICE
from models.rules import NO_COPY, OPEN_ACTIONS, RULES, Rule, Unit
from models.text import mark

_EVER, _NEVER = "9999-12-31", ""


@dataclass(frozen=True)
class Concern:
    """A list on the start page: which records of a page need attention, most urgent first by ``order``.

    ``condition`` speaks of the record's table (``t``), with ``values()`` of today; ``rule`` is the key of its rule.
    """

    name: str
    title: str
    page: str
    tone: str
    condition: str
    values: Callable[[], tuple[str | int, ...]]
    order: str
    rule: str = ""


def _of(rule: Rule) -> Concern:
    """Make the list of a rule: it counts as far as its limit lies, turned round to the last day of its trigger."""
    parts = [_among("state", rule.states)] if rule.states else []
    parts += [_among(name, values) for name, values in rule.needs.items()]
    parts += [f"COALESCE(t.{name}, '') NOT IN ({_quoted(values)})" for name, values in rule.unless.items()]
    trigger = _first_of(rule.trigger)
    for name in rule.settled:
        parts.append(f"(t.{name} IS NULL OR t.{name} < {trigger})" if rule.renewed else f"t.{name} IS NULL")
    values = _after
    if rule.unit == Unit.DATE:
        parts += [f"COALESCE(t.{rule.year_field}, 0) < ?", f"({trigger} IS NULL OR {_until(trigger)})"]
        values = _year_values
    else:
        parts.append(f"(length({trigger}) = 10 AND {trigger} < ?)" if rule.whole else _until(trigger))
    if rule.before and not rule.notice:
        parts.append(f"{trigger} >= ?")
        values = _still_before
    condition, order = " AND ".join(parts), rule.trigger[0]
    return Concern(rule.name, rule.title, rule.page, "warn", condition, partial(values, rule), order, rule.key)


def _first_of(names: tuple[str, ...]) -> str:
    told = ", ".join(f"t.{name}" for name in names)
    return f"COALESCE({told})" if len(names) > 1 else told


def _until(day: str) -> str:
    """Say that the last day of a whole or partial day lies before a parameter."""
    return f"{day} < substr(?, 1, length({day}))"


def _among(name: str, values: Sequence[str | bool]) -> str:
    return f"t.{name} IN ({_quoted(values)})"


def _quoted(values: Sequence[str | bool]) -> str:
    return ", ".join("1" if value is True else f"'{value}'" for value in values)


def _after(rule: Rule) -> tuple[str | int, ...]:
    """Give the day before which the trigger lies where something is owed today."""
    if not rules.is_on(rule.key):
        return (_NEVER,)
    if rule.notice:
        return (_day_after(rules.latest(rule.key, days.today())),)
    if rule.ahead is None:
        return (_EVER,)
    return (_day_after(rules.latest(rule.key, days.today() + timedelta(days=rule.ahead))),)


def _still_before(rule: Rule) -> tuple[str | int, ...]:
    """What had to be done before a day cannot be done after it: the trigger lies ahead."""
    return (*_after(rule), _today())


def _year_values(rule: Rule) -> tuple[str | int, ...]:
    day = rules.yearly(rule.key) if rules.is_on(rule.key) else None
    return (day.year + rule.year_ahead, _day_after(day)) if day else (-1, _NEVER)


def _day_after(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()


def _today() -> str:
    return days.today().isoformat()


def _soon() -> tuple[str, str]:
    on = rules.is_on("act.due_soon")
    return _today(), rules.latest("act.due_soon", days.today()).isoformat() if on else _NEVER


def _expiring() -> tuple[str, str, str]:
    """Give today, and the days before which an end or a day of decision lies that is named today."""
    reached = {key: _day_after(rules.latest(key, days.today())) for key, _tone in EXPIRY if rules.is_on(key)}
    return _today(), max(reached.values(), default=_NEVER), reached.get(LAST_NOTICE, _NEVER)


def _opinions() -> tuple[str]:
    return (_EVER if rules.is_on("agr.opinion") else _NEVER,)


_OPEN = _among("state", OPEN_ACTIONS)
_ENDING = "t.state = 'IN_FORCE' AND t.valid_until IS NOT NULL AND COALESCE(t.renews, 0) = 0"
_DECIDE = engine.days_before("t.valid_until", "t.notice_days")
_WAITING = (
    "t.state = 'CONSULTING' AND EXISTS (SELECT 1 FROM opinion_row o WHERE o.owner_id = t.id "
    "AND (o.answer IS NULL OR o.answer = 'PENDING') AND o.asked_on < ?)"
)
# Where the day of what is linked with an agreement stands.
_HAPPENED = {
    "delegation": "delegation.starts",
    "session": "session.starts",
    "exchange": "exchange.starts",
    "conference": "conference.starts",
    "training": "training.starts",
    "aid": "aid.starts",
    "document": "document.dated",
    "action": "follow_up.assigned_on",
}


def _active() -> str:
    """Ask for the agreements with which something of the last months is linked, from either end."""
    asked = ["SELECT owner_id FROM amendment WHERE dated >= ?"]
    for kind, column in _HAPPENED.items():
        table = column.split(".")[0]
        for side, other in (("from", "to"), ("to", "from")):
            # A cross join begins with the few that are recent, not with the many links.
            asked.append(
                f"SELECT l.{other}_id FROM {table} CROSS JOIN link l WHERE {column} >= ? "
                f"AND {table}.removed_at IS NULL AND l.{side}_kind = '{kind}' AND l.{side}_id = {table}.id "
                f"AND l.{other}_kind = 'agreement'"
            )
    return " UNION ALL ".join(asked)


SILENT_MONTHS = 12
_SILENT = (
    f"t.state = 'IN_FORCE' AND COALESCE(t.type, '') NOT IN ({_quoted(NO_COPY)}) "
    "AND COALESCE(t.signed_as, '') <> 'TRUNG_UONG' "
    f"AND COALESCE(t.effective_on, t.signed_on, '') < ? AND t.id NOT IN ({_active()})"
)


def _silent() -> tuple[str, ...]:
    now = days.today()
    since = now.replace(year=now.year - 1, day=min(now.day, 28)).isoformat()
    return (since,) * (1 + _active().count("?"))


_LISTS = (
    Concern(
        "overdue",
        mark("Overdue actions"),
        "action",
        "bad",
        f"{_OPEN} AND t.due_on < ?",
        lambda: (_today(),),
        "due_on",
    ),
    Concern(
        "soon",
        mark("Actions due soon"),
        "action",
        "warn",
        f"{_OPEN} AND t.due_on BETWEEN ? AND ?",
        _soon,
        "due_on",
        "act.due_soon",
    ),
    Concern(
        "expired",
        mark("Agreements past their end"),
        "agreement",
        "bad",
        f"{_ENDING} AND {_until('t.valid_until')}",
        lambda: (_today(),),
        "valid_until",
    ),
    Concern(
        "expiring",
        mark("Agreements that expire soon"),
        "agreement",
        "warn",
        f"{_ENDING} AND t.valid_until >= substr(?, 1, length(t.valid_until)) AND ({_until('t.valid_until')} OR "
        f"(t.notice_days > 0 AND length(t.valid_until) = 10 AND {_DECIDE} < ?))",
        _expiring,
        "valid_until",
        "agr.expiry_far",
    ),
    Concern(
        "opinions",
        mark("Agreements that wait for opinions"),
        "agreement",
        "warn",
        _WAITING,
        _opinions,
        "opinion_asked_on",
        "agr.opinion",
    ),
)
_UNASSIGNED = Concern(
    "unassigned",
    mark("Conclusions not assigned yet"),
    "conclusion",
    "warn",
    f"{UNASSIGNED} AND EXISTS (SELECT 1 FROM session s WHERE s.id = t.session_id AND s.removed_at IS NULL "
    "AND s.state IN ('MINUTES_SIGNED', 'PLAN_ISSUED'))",
    tuple,
    "-id",
)
_QUIET = Concern(
    "silent",
    mark("Agreements without activity for 12 months"),
    "agreement",
    "info",
    _SILENT,
    _silent,
    "signed_on",
)
CONCERNS: tuple[Concern, ...] = (
    *_LISTS[:2],
    _UNASSIGNED,
    *(_of(rule) for rule in RULES.values() if rule.title and rule.page and rule.page != "agreement"),
    *_LISTS[2:],
    *(_of(rule) for rule in RULES.values() if rule.title and rule.page == "agreement"),
    _QUIET,
)
