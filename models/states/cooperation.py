"""The states of sessions, events, aid, gates and plans."""

from enum import StrEnum

from models.text import mark


class SessionState(StrEnum):
    """The life of a session."""

    PLANNED = "PLANNED"
    INVITED = "INVITED"
    CONFIRMED = "CONFIRMED"
    HELD = "HELD"
    MINUTES_SIGNED = "MINUTES_SIGNED"
    PLAN_ISSUED = "PLAN_ISSUED"
    CLOSED = "CLOSED"
    POSTPONED = "POSTPONED"
    CANCELLED = "CANCELLED"


class AidState(StrEnum):
    """The life of an aid."""

    MOBILISING = "MOBILISING"
    DOSSIER = "DOSSIER"
    APPRAISAL = "APPRAISAL"
    APPROVED = "APPROVED"
    IMPLEMENTING = "IMPLEMENTING"
    FINISHED = "FINISHED"
    SETTLED = "SETTLED"
    CLOSED = "CLOSED"
    REJECTED = "REJECTED"
    SUSPENDED = "SUSPENDED"
    TERMINATED = "TERMINATED"


class GateState(StrEnum):
    """The status of a border gate or crossing."""

    PROPOSED = "PROPOSED"
    SURVEY = "SURVEY"
    AGREED = "AGREED"
    OPEN = "OPEN"
    SUSPENDED = "SUSPENDED"
    RESTORING = "RESTORING"


class EventState(StrEnum):
    """The life of an event."""

    PLANNED = "PLANNED"
    HELD = "HELD"
    REPORTED = "REPORTED"
    POSTPONED = "POSTPONED"
    CANCELLED = "CANCELLED"


class StandingState(StrEnum):
    """Whether something that stands for years is at work."""

    ACTIVE = "ACTIVE"
    DORMANT = "DORMANT"
    ENDED = "ENDED"


class IncidentState(StrEnum):
    """Whether an incident is settled."""

    OPEN = "OPEN"
    SETTLED = "SETTLED"


class PlanState(StrEnum):
    """What became of a planned activity."""

    PLANNED = "PLANNED"
    DONE = "DONE"
    CHANGED = "CHANGED"
    DROPPED = "DROPPED"


LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    SessionState: {
        SessionState.PLANNED: mark("Planned", "state"),
        SessionState.INVITED: mark("Invitation sent", "state"),
        SessionState.CONFIRMED: mark("Confirmed", "state"),
        SessionState.HELD: mark("Held, minutes not signed", "state"),
        SessionState.MINUTES_SIGNED: mark("Minutes signed", "state"),
        SessionState.PLAN_ISSUED: mark("Plan of implementation issued", "state"),
        SessionState.CLOSED: mark("Closed", "state"),
        SessionState.POSTPONED: mark("Postponed", "state"),
        SessionState.CANCELLED: mark("Cancelled", "state"),
    },
    AidState: {
        AidState.MOBILISING: mark("Being sought", "state"),
        AidState.DOSSIER: mark("File in preparation", "state"),
        AidState.APPRAISAL: mark("Under appraisal", "state"),
        AidState.APPROVED: mark("Approved", "aid"),
        AidState.IMPLEMENTING: mark("Being carried out", "state"),
        AidState.FINISHED: mark("Work finished", "state"),
        AidState.SETTLED: mark("Handed over, settled", "state"),
        AidState.CLOSED: mark("Closed", "state"),
        AidState.REJECTED: mark("Not approved", "state"),
        AidState.SUSPENDED: mark("Suspended", "state"),
        AidState.TERMINATED: mark("Terminated", "state"),
    },
    GateState: {
        GateState.PROPOSED: mark("Opening proposed", "state"),
        GateState.SURVEY: mark("Survey and talks", "state"),
        GateState.AGREED: mark("Agreed by both sides", "state"),
        GateState.OPEN: mark("Open", "state"),
        GateState.SUSPENDED: mark("Closed for the time being", "state"),
        GateState.RESTORING: mark("Reopening under way", "state"),
    },
    EventState: {
        EventState.PLANNED: mark("Planned", "state"),
        EventState.HELD: mark("Held", "state"),
        EventState.REPORTED: mark("Reported", "state"),
        EventState.POSTPONED: mark("Postponed", "state"),
        EventState.CANCELLED: mark("Cancelled", "state"),
    },
    StandingState: {
        StandingState.ACTIVE: mark("At work", "state"),
        StandingState.DORMANT: mark("Dormant", "state"),
        StandingState.ENDED: mark("Ended", "state"),
    },
    IncidentState: {
        IncidentState.OPEN: mark("Being settled", "state"),
        IncidentState.SETTLED: mark("Settled", "state"),
    },
    PlanState: {
        PlanState.PLANNED: mark("Planned", "state"),
        PlanState.DONE: mark("Carried out", "state"),
        PlanState.CHANGED: mark("Changed", "state"),
        PlanState.DROPPED: mark("Not carried out", "state"),
    },
}

# How a state is coloured wherever it shows; the word always stands beside the colour.
TONES: dict[type[StrEnum], dict[StrEnum, str]] = {
    SessionState: {
        SessionState.PLANNED: "neutral",
        SessionState.INVITED: "info",
        SessionState.CONFIRMED: "ok",
        SessionState.HELD: "warn",
        SessionState.MINUTES_SIGNED: "ok",
        SessionState.PLAN_ISSUED: "ok",
        SessionState.CLOSED: "neutral",
        SessionState.POSTPONED: "warn",
        SessionState.CANCELLED: "neutral",
    },
    AidState: {
        AidState.MOBILISING: "neutral",
        AidState.DOSSIER: "info",
        AidState.APPRAISAL: "info",
        AidState.APPROVED: "ok",
        AidState.IMPLEMENTING: "info",
        AidState.FINISHED: "ok",
        AidState.SETTLED: "ok",
        AidState.CLOSED: "neutral",
        AidState.REJECTED: "bad",
        AidState.SUSPENDED: "warn",
        AidState.TERMINATED: "neutral",
    },
    GateState: {
        GateState.PROPOSED: "neutral",
        GateState.SURVEY: "info",
        GateState.AGREED: "info",
        GateState.OPEN: "ok",
        GateState.SUSPENDED: "bad",
        GateState.RESTORING: "warn",
    },
    EventState: {
        EventState.PLANNED: "neutral",
        EventState.HELD: "ok",
        EventState.REPORTED: "ok",
        EventState.POSTPONED: "warn",
        EventState.CANCELLED: "neutral",
    },
    StandingState: {
        StandingState.ACTIVE: "ok",
        StandingState.DORMANT: "warn",
        StandingState.ENDED: "neutral",
    },
    IncidentState: {
        IncidentState.OPEN: "warn",
        IncidentState.SETTLED: "ok",
    },
    PlanState: {
        PlanState.PLANNED: "neutral",
        PlanState.DONE: "ok",
        PlanState.CHANGED: "warn",
        PlanState.DROPPED: "neutral",
    },
}
