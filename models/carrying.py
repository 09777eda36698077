"""Actions carried over to another session: the work goes on there as a new action that continues the old one."""

from typing import Any

from models import days, engine
from models.actions import FollowUp
from models.record import Record
from models.states import ActionState

# What the new action takes over; what was said of the old one stays with the old one.
TAKEN = (
    *("name", "fields", "pillar", "lead", "officer", "cooperating", "counterpart", "progress", "obstacles"),
    *("repeats", "repeats_from", "term_day"),
)


def carried(record: Record) -> FollowUp | None:
    """Make the action that goes on in the next session, unsaved; None where there is none to make, or it was made."""
    if not isinstance(record, FollowUp) or record.state != ActionState.CARRIED or _goes_on(record):
        return None
    taken: dict[str, Any] = {name: record.value(name) for name in TAKEN}
    made = FollowUp.blank(**taken | {"fields": list(record.fields or []), "cooperating": list(record.cooperating)})
    made.state = ActionState.DOING
    made.earlier = record.id
    made.assigned_on = days.today().isoformat()
    session = record.value("carried_session")
    made.source = [f"session:{session}"] if session else []
    made.source_words = None if session else record.carried_to
    if record.due_on and record.due_on >= made.assigned_on:
        made.due_on = record.due_on
    return made


def _goes_on(action: Record) -> bool:
    """Tell whether an action continues this one; one in the bin does not: the work would be nowhere."""
    return bool(engine.rows("SELECT 1 FROM follow_up WHERE earlier_id = ? AND removed_at IS NULL", (action.id,)))
