"""Actions that come again: the day of the next term, and the action that is made for it."""

from calendar import monthrange
from datetime import date
from typing import Any

from models import days, engine
from models.actions import FollowUp
from models.options import Repeats, RepeatsFrom
from models.record import Record

MONTHS: dict[str, int] = {
    Repeats.MONTHLY: 1,
    Repeats.QUARTERLY: 3,
    Repeats.HALF_YEARLY: 6,
    Repeats.YEARLY: 12,
}
# What the next action takes over; its result, progress and papers are its own.
TAKEN = (
    *("name", "fields", "pillar", "lead", "officer", "cooperating", "counterpart", "source", "source_words"),
    *("repeats", "repeats_from"),
)


def next_term(action: FollowUp) -> tuple[date, int]:
    """Give the day on which the next action of a series is due, and the day of the month that the series keeps."""
    done = date.fromisoformat(action.done_on) if action.done_on else days.today()
    if action.repeats_from == RepeatsFrom.DONE or not action.due_on:
        return days.months_later(done, MONTHS[action.repeats]), done.day
    due = date.fromisoformat(action.due_on)
    kept = action.term_day or 0
    cut = due.day == monthrange(due.year, due.month)[1] and kept > due.day
    wanted = kept if cut else due.day
    return days.months_later(due, MONTHS[action.repeats], wanted), wanted


def following(record: Record) -> FollowUp | None:
    """Make the next action of a series, unsaved; None where there is none to make, or it was made before."""
    if not isinstance(record, FollowUp) or record.state != "DONE" or not record.repeats or next_of(record):
        return None
    due, wanted = next_term(record)
    made = FollowUp.blank(**{name: _own(record.value(name)) for name in TAKEN})
    made.earlier = record.id
    made.due_on, made.term_day = due.isoformat(), wanted
    # Its term begins where the former one ended, however late the work was done.
    made.assigned_on = min(each for each in (record.done_on, record.due_on, days.today().isoformat()) if each)
    return made


# One in the bin counts as made, for a person put it there; not so where it went with its step being undone.
_NEXT = """
SELECT max(id) FROM follow_up WHERE earlier_id = ? AND (removed_at IS NULL OR 'undo' <>
    (SELECT c.deed FROM change c WHERE c.kind = 'action' AND c.record = follow_up.id ORDER BY c.id DESC LIMIT 1))
"""


def next_of(action: Record) -> int | None:
    """Give the action that continues this one, also one in the bin; None where there is none yet."""
    if action.kind != FollowUp.kind:
        return None
    found = engine.rows(_NEXT, (action.id,))
    return found[0][0] if found else None


def _own(value: Any) -> Any:
    return list(value) if isinstance(value, list) else value
