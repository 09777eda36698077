"""The plain lives: of what is held once (exchange, conference, class) and of what stands for years."""

from typing import Any

from models.checks import Complaint
from models.record import Lifecycle, Noted, Step, not_in_future
from models.states import EventState, IncidentState, PlanState, StandingState


def _begun(event: Any) -> list[Complaint]:
    return not_in_future(event, "starts")


EVENT = Lifecycle(
    states=EventState,
    first=EventState.PLANNED,
    late_entry=(EventState.HELD, EventState.REPORTED),
    late_needs={EventState.HELD: ("starts",), EventState.REPORTED: ("starts", "report_number", "report_date")},
    steps=(
        Step(EventState.PLANNED, EventState.HELD, ("starts",), _begun),
        Step(EventState.HELD, EventState.REPORTED, ("report_number", "report_date")),
        Step(EventState.PLANNED, EventState.POSTPONED, reason=True),
        Step(EventState.PLANNED, EventState.CANCELLED, reason=True),
        Step(EventState.POSTPONED, EventState.PLANNED, ("starts",)),
        Step(EventState.POSTPONED, EventState.CANCELLED, reason=True),
    ),
)


class Event(Noted):
    """Something held once, which each kind says with its own fields; ``starts`` is its first day."""

    starts: Any

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of an event."""
        return EVENT

    def first_event(self) -> str | None:
        """Give its first day."""
        return self.starts


STANDING_ORDER = Lifecycle(
    states=StandingState,
    first=StandingState.ACTIVE,
    late_entry=(StandingState.DORMANT, StandingState.ENDED),
    steps=(
        Step(StandingState.ACTIVE, StandingState.DORMANT, reason=True),
        Step(StandingState.DORMANT, StandingState.ACTIVE),
        Step(StandingState.ACTIVE, StandingState.ENDED, reason=True),
        Step(StandingState.DORMANT, StandingState.ENDED, reason=True),
    ),
)

INCIDENT = Lifecycle(
    states=IncidentState,
    first=IncidentState.OPEN,
    late_entry=(IncidentState.SETTLED,),
    late_needs={IncidentState.SETTLED: ("settlement", "settled_on")},
    steps=(Step(IncidentState.OPEN, IncidentState.SETTLED, ("settlement", "settled_on")),),
)

PLAN = Lifecycle(
    states=PlanState,
    first=PlanState.PLANNED,
    late_entry=(PlanState.DONE, PlanState.CHANGED, PlanState.DROPPED),
    late_needs={PlanState.DONE: ("carried_out",)},
    steps=(
        Step(PlanState.PLANNED, PlanState.DONE, ("carried_out",)),
        Step(PlanState.PLANNED, PlanState.CHANGED, ("change",), reason=True),
        Step(PlanState.CHANGED, PlanState.DONE, ("carried_out",)),
        Step(PlanState.PLANNED, PlanState.DROPPED, reason=True),
        Step(PlanState.CHANGED, PlanState.DROPPED, reason=True),
    ),
)
