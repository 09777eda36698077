"""How a record stands today, beside its state: what it owes by when, the most urgent first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models import days, engine, rules
from models.kinds import page_of
from models.record import Record
from models.rules import RULES, Rule, Unit
from models.text import mark, say

_RANK = ("bad", "warn", "info", "neutral", "ok")


@dataclass(frozen=True)
class Standing:
    """A sentence with its tone; ``due`` is the day it speaks of, ``concern`` the list of the start page it is for."""

    words: str
    tone: str
    values: tuple[tuple[str, Any], ...] = ()
    due: date | None = None
    concern: str = ""

    def text(self, language: str | None = None) -> str:
        """Give the sentence."""
        return say(self.words, language).format(**dict(self.values))

    @property
    def urgency(self) -> tuple[int, date]:
        """Order what is late before what is due, the longest late first."""
        return _RANK.index(self.tone), self.due or date.max


def standing(record: Record, concern: str | None = None) -> Standing | None:
    """Tell how a record stands today, on one list of the start page or most urgently; None where nothing is to say."""
    found = standings(record)
    return next((each for each in found if each.concern == concern), found[0] if found else None)


def standings(record: Record) -> list[Standing]:
    """Give everything that a record owes today, the most urgent first."""
    if record.draft:
        return []
    judge = _JUDGES.get(record.kind)
    found = [*_generic(record), *(judge(record) if judge else ())]
    return sorted(found, key=lambda each: each.urgency)


def _generic(record: Record) -> Iterator[Standing]:
    for rule in _BY_PAGE.get(page_of(record).name, ()):
        told = _yearly(rule, record) if rule.unit == Unit.DATE else _counted(rule, record)
        if told:
            yield told


def begun(rule: Rule, record: Any) -> date | None:
    """Give the day from which a rule counts for a record; None where the record owes nothing by it."""
    told = next((value for name in rule.trigger if (value := record.value(name))), None)
    if not told or not rules.is_on(rule.key) or not concerned(rule, record) or (rule.whole and len(told) < 10):
        return None
    done = [value for name in rule.settled if (value := record.value(name))]
    return None if any(not rule.renewed or day >= told for day in done) else days.last(told)


def concerned(rule: Rule, record: Any) -> bool:
    """Tell whether a record is of the sort that owes something by a rule: its state and what it is."""
    if rule.states and record.state not in rule.states:
        return False
    wanted = all(record.value(name) in values for name, values in rule.needs.items())
    return wanted and not any(record.value(name) in values for name, values in rule.unless.items())


def _counted(rule: Rule, record: Record) -> Standing | None:
    start = begun(rule, record)
    # What had to be done before a day cannot be done after it.
    if start is None or (rule.before and not rule.notice and start < days.today()):
        return None
    day = start if rule.notice else rules.due(rule.key, start)
    if rule.notice:
        shown = rules.due(rule.key, start) <= days.today()
    else:
        shown = rule.ahead is None or day - timedelta(days=rule.ahead) <= days.today()
    return _told(rule, day) if shown or day < days.today() else None


def _yearly(rule: Rule, record: Any) -> Standing | None:
    day = rules.yearly(rule.key) if rules.is_on(rule.key) and concerned(rule, record) else None
    if day is None or (record.value(rule.year_field) or 0) >= day.year + rule.year_ahead:
        return None
    told = next((value for name in rule.trigger if (value := record.value(name))), None)
    return _told(rule, day) if not told or days.last(told) <= day else None


def _told(rule: Rule, day: date, **values: Any) -> Standing:
    left = (day - days.today()).days
    words, tone = (rule.late, "bad") if left < 0 else (rule.soon, "warn")
    return Standing(words, tone, (("n", abs(left)), *values.items()), day, rule.name)


# What no single rule can tell


def _action(action: Any) -> Iterator[Standing]:
    if action.state == "DONE" and not action.due_on:
        yield Standing(mark("Done, no time limit"), "ok")
    elif action.state == "DONE":
        late = action.done_on and action.done_on > action.due_on
        yield Standing(mark("Done late"), "warn") if late else Standing(mark("Done in time"), "ok")
    elif action.state in rules.OPEN_ACTIONS and not action.due_on:
        yield Standing(mark("No time limit"), "neutral")
    elif action.state in rules.OPEN_ACTIONS:
        rule, due = RULES["act.due_soon"], date.fromisoformat(action.due_on)
        if due < days.today():
            told = _told(rule, due)
            yield Standing(told.words, told.tone, told.values, due, "overdue")
        elif rules.is_on(rule.key) and rules.due(rule.key, due) <= days.today():
            told = _told(rule, due)
            yield Standing(told.words, told.tone, told.values, due, "soon")
        else:
            yield Standing(mark("In time"), "ok", (), due)


LAST_NOTICE = "agr.expiry_close"
EXPIRY = ((LAST_NOTICE, "bad"), ("agr.expiry_near", "warn"), ("agr.expiry_far", "info"))


def _agreement(agreement: Any) -> Iterator[Standing]:
    yield from _expiry(agreement)
    yield from _opinions(agreement)


def _expiry(agreement: Any) -> Iterator[Standing]:
    if agreement.state != "IN_FORCE" or not agreement.valid_until or agreement.renews:
        return
    end, today = days.last(agreement.valid_until), days.today()
    left: tuple[str, Any] = ("n", abs((end - today).days))
    if end < today:
        yield Standing(mark("Past its end by {n} days"), "bad", (left,), end, "expired")
        return
    tone = next((tone for key, tone in EXPIRY if rules.is_on(key) and rules.due(key, end) <= today), "")
    decide, words = end - timedelta(days=agreement.notice_days or 0), mark("Expires in {n} days")
    if agreement.notice_days:
        words = mark("Expires in {n} days; decide by {day}")
        if tone in ("", "info") and len(agreement.valid_until) == 10 and _last_notice(decide):
            tone = "warn"
        tone = "bad" if tone and decide < today else tone
    if tone:
        yield Standing(words, tone, (left, ("day", f"{decide:%d/%m/%Y}")), min(end, decide), "expiring")


def _last_notice(decide: date) -> bool:
    """Tell whether the day of decision is near: with a long notice it may come before the first one of the end."""
    return rules.is_on(LAST_NOTICE) and rules.due(LAST_NOTICE, decide) <= days.today()


def _opinions(agreement: Any) -> Iterator[Standing]:
    """Ask the rows of the few agreements under consultation: a list reads its records without them."""
    rule = RULES["agr.opinion"]
    if agreement.state != "CONSULTING" or not agreement.id or not rules.is_on(rule.key):
        return
    asked = (
        "SELECT body, asked_on, due_on FROM opinion_row WHERE owner_id = ? AND asked_on IS NOT NULL "
        "AND (answer IS NULL OR answer = 'PENDING')"
    )
    for body, asked_on, due_on in engine.rows(asked, (agreement.id,)):
        due = date.fromisoformat(due_on) if due_on else rules.due(rule.key, date.fromisoformat(asked_on))
        told = _told(rule, due, body=body or "")
        yield Standing(told.words, told.tone, told.values, due, "opinions")


_JUDGES: dict[str, Callable[[Any], Iterator[Standing]]] = {"action": _action, "agreement": _agreement}
_BY_PAGE: dict[str, list[Rule]] = {}
for _rule in RULES.values():
    if _rule.title and _rule.page:
        _BY_PAGE.setdefault(_rule.page, []).append(_rule)


def report_due(delegation: Any) -> date | None:
    """Give the day by which the report on an ended delegation is owed; None where none is owed."""
    rule = RULES["out.report" if delegation.direction == "out" else "in.report"]
    start = begun(rule, delegation)
    return rules.due(rule.key, start) if start else None


def copy_due(agreement: Any) -> date | None:
    """Give the day by which the copy goes to the ministry; None where none is owed or it was sent."""
    rule = RULES["agr.copy_mofa"]
    start = begun(rule, agreement)
    return rules.due(rule.key, start) if start else None


def _needed() -> dict[str, frozenset[str]]:
    found = {
        "action": frozenset({"due_on", "done_on"}),
        "agreement": frozenset({"valid_until", "renews", "notice_days"}),
    }
    for page, owed in _BY_PAGE.items():
        kind = {"inbound": "delegation", "outbound": "delegation"}.get(page, page)
        found[kind] = found.get(kind, frozenset()).union(*(rule.fields() for rule in owed))
    return found


# What is looked at, so that a list need not read whole records.
NEEDED = _needed()
