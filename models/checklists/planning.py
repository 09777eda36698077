"""From a template to actions: which tasks, due when, led by whom; then all of them in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from models import days, engine, store, working_days
from models.actions import FollowUp
from models.checklists.template import Template
from models.fold import fold
from models.record import Record, day_of
from models.text import mark, say

NO_DAY = mark("the day is not known yet")
PAST = mark("this day is past")
THERE = mark("is there already")


@dataclass(frozen=True)
class Task:
    """One action to be made; ``remark`` says why it is not ticked, or why it has no day."""

    words: str
    anchor: str
    days: int
    working: bool
    due: str | None
    lead: int | None
    wanted: bool = True
    remark: str = ""


def due_day(anchor: str | None, distance: int, working: bool) -> str | None:
    """Give the day so far from a whole day; None where the day is not wholly known."""
    day = day_of(anchor)
    if day is None:
        return None
    return (working_days.add(day, distance) if working else day + timedelta(days=distance)).isoformat()


def remark(day: str | None) -> str:
    """Say beside a proposed day that the office does not work on it; nothing where it does, or the day is not known."""
    when = day_of(day)
    if when is None or working_days.is_working(when):
        return ""
    name = say(days.WEEKDAYS[when.weekday()] if when.weekday() > 4 else mark("day off of the office"))
    why = working_days.holidays_of(when.year).get(when, name)
    return say(mark("{day}: not a working day")).format(day=why)


def plan(template: Template, record: Record) -> list[Task]:
    """Give the tasks of a template for a record; what is past or there already is left unticked."""
    there = _names_of(record)
    leads = {lead: _unit(record, lead) for lead in {each.lead for each in template.items}}
    today = days.today().isoformat()
    found = []
    for each in template.items:
        due = due_day(record.value(each.anchor), each.days, each.working)
        task = Task(each.words, each.anchor, each.days, each.working, due, leads[each.lead])
        if fold(each.words) in there:
            task = replace(task, wanted=False, remark=THERE)
        elif due and due < today:
            task = replace(task, wanted=False, remark=PAST)
        elif due is None:
            task = replace(task, remark=NO_DAY)
        found.append(task)
    return found


def carry_out(record: Record, tasks: Sequence[Task], fields: Sequence[str]) -> list[FollowUp]:
    """Make the ticked tasks into actions of a record, all in one transaction or none.

    Raises what ``store.save`` raises; ``Refused`` names the first task that could not be saved.
    """
    today = days.today().isoformat()
    made = []
    wanted = [each for each in tasks if each.wanted]
    with store.together(mark("Actions from a template: {n}"), n=len(wanted)):
        for task in wanted:
            action = FollowUp.blank(name=task.words, fields=list(fields), pillar=getattr(record, "pillar", None))
            action.source, action.lead, action.due_on = [record.reference], task.lead, task.due
            action.assigned_on = min(today, task.due or today)
            action.anchor, action.anchor_days, action.anchor_working = task.anchor, task.days, task.working or None
            store.save(action)
            made.append(action)
    return made


def fields_of(record: Record) -> list[str]:
    """Give the fields of cooperation of a record, or those of the mechanism to which a session belongs."""
    mechanism = getattr(record, "mechanism", None)
    return list(getattr(record, "fields", None) or getattr(mechanism, "fields", None) or [])


def _unit(record: Record, lead: str) -> int | None:
    if lead.startswith("unit:"):
        number = int(lead.removeprefix("unit:"))
        return number if store.names("unit", [number]) else None
    value: Any = record.value(lead) if lead else _own_unit()
    if isinstance(value, list):
        value = int(value[0].partition(":")[2]) if value else None
    return value


def _own_unit() -> int | None:
    """Find the office itself among the units."""
    name = fold(store.office().name or "Sở Ngoại vụ")
    units = engine.rows("SELECT id, name FROM unit WHERE removed_at IS NULL ORDER BY id")
    return next((number for number, words in units if fold(words or "").startswith(name)), None)


def _names_of(record: Record) -> set[str]:
    asked = (
        "SELECT f.name FROM link JOIN follow_up f ON f.id = link.from_id AND f.removed_at IS NULL "
        "WHERE from_kind = 'action' AND field = 'source' AND to_kind = ? AND to_id = ?"
    )
    return {fold(name or "") for (name,) in engine.rows(asked, (record.kind, record.id))}
