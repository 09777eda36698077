"""The status of a gate: proposed, surveyed, agreed, open, suspended, being restored."""

from typing import Any

from models import days
from models.checks import Complaint
from models.record import Lifecycle, Step
from models.states import GateState as State
from models.text import mark


def _told(state: State) -> Any:
    """Make the rule that the history of the gate must tell of the new status: day, basis, source."""

    def rule(gate: Any) -> list[Complaint]:
        rows = [row for row in gate.changes if row.to_state == state]
        dated = [row for row in gate.changes if row.changed_on]
        last_day = max((days.last(row.changed_on) for row in dated), default=None)  # "2025" may be after "2025-04"
        if any(row.basis and row.source and days.last(row.changed_on) == last_day for row in rows if row in dated):
            return []
        words = mark("Add the change to the history of the status: day, status, basis and source.")
        return [Complaint("changes", words)]

    return rule


_WAYS = (
    (State.PROPOSED, State.SURVEY),
    (State.SURVEY, State.AGREED),
    (State.AGREED, State.OPEN),
    (State.OPEN, State.SUSPENDED),
    (State.SUSPENDED, State.RESTORING),
    (State.RESTORING, State.OPEN),
)

GATE = Lifecycle(
    states=State,
    first=State.PROPOSED,
    late_entry=(State.OPEN, State.SUSPENDED, State.RESTORING),
    steps=tuple(Step(start, end, (), _told(end)) for start, end in _WAYS),
)
