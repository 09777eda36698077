"""When a visit moves: which of its open actions would move with it, offered to a person and never done in silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models import days, engine, history, store
from models.actions import FollowUp
from models.checklists.planning import due_day
from models.checklists.template import ANCHORS
from models.record import Record, day_of
from models.states import ActionState as State
from models.text import mark, say

OPEN = (State.NEW, State.DOING, State.WAIT_CONFIRM, State.PAUSED)
_DAYS = {name for names in ANCHORS.values() for name in names}
NOTE = mark("Moved with “{name}”: {day} instead of {before}.")
NO_DAY = mark("no day")


@dataclass(frozen=True)
class Shift:
    """An open action, the day it is due and the one it would be; ``own`` where a person had chosen its day."""

    action: int
    code: str
    name: str
    old: str | None
    new: str
    own: bool
    day: str
    before: str | None


def shifts(record: Record, since: int) -> list[Shift]:
    """Give the open actions whose day hangs on one that changed after version ``since`` of the record."""
    moved = _moved(record, since)
    if not moved:
        return []
    marks, states = ", ".join("?" * len(moved)), ", ".join(f"'{state}'" for state in OPEN)
    asked = (
        "SELECT f.id, f.code, f.name, f.due_on, f.anchor, f.anchor_days, f.anchor_working FROM link "
        f"JOIN follow_up f ON f.id = link.from_id AND f.removed_at IS NULL AND f.state IN ({states}) "
        "WHERE from_kind = 'action' AND field = 'source' AND to_kind = ? AND to_id = ? "
        f"AND f.anchor IN ({marks}) AND f.anchor_days IS NOT NULL ORDER BY f.due_on, f.id"
    )
    found = []
    for number, code, name, due, anchor, distance, working in engine.rows(asked, (record.kind, record.id, *moved)):
        before, day = moved[anchor], record.value(anchor)
        first, new = due_day(before, distance, bool(working)), due_day(day, distance, bool(working))
        own = due != first
        if own and due and before and day:
            new = _as_far(due, before, day)
        if new and new != due:
            found.append(Shift(number, code or "", name or "", due, new, own, day, before))
    return found


def move(record: Record, chosen: Sequence[Shift]) -> list[FollowUp]:
    """Move the chosen actions in one transaction; history says with what they moved."""
    made = []
    with store.together(mark("Actions moved with their day: {n}"), n=len(chosen)):
        for each in chosen:
            action = store.load("action", each.action)
            assert isinstance(action, FollowUp)
            action.due_on = each.new
            action.assigned_on = min(action.assigned_on or each.new, each.new)
            before = days.text(each.before) or say(NO_DAY)
            words = say(NOTE).format(name=record.heading, day=days.text(each.day), before=before)
            made.append(store.save(action, note=words))
    return made  # type: ignore[return-value]


def _moved(record: Record, since: int) -> dict[str, str | None]:
    """Give the days of a record that changed since, with what they were."""
    found: dict[str, str | None] = {}
    for entry in history.read(record.kind, record.id):  # newest first: the oldest value of each wins
        if entry.version <= since:
            break
        found |= {change.path: change.old for change in entry.changes if "/" not in change.path}
    known = {name for name, old in found.items() if name in _DAYS and day_of(record.value(name))}
    return {name: found[name] for name in known if record.value(name) != found[name]}


def _as_far(due: str, before: str, day: str) -> str | None:
    """Move a day that a person chose by as much as the visit moved."""
    old, new = day_of(before), day_of(day)
    return (date.fromisoformat(due) + (new - old)).isoformat() if old and new else None
