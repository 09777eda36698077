"""The states of delegations, agreements and actions."""

from enum import StrEnum

from models.text import mark


class InboundState(StrEnum):
    """The life of a delegation that comes."""

    PLANNED = "PLANNED"
    RECEIVED = "RECEIVED"
    SUPPLEMENT = "SUPPLEMENT"
    SUBMITTED = "SUBMITTED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    ONGOING = "ONGOING"
    ENDED = "ENDED"
    REPORTED = "REPORTED"
    CLOSED = "CLOSED"
    POSTPONED = "POSTPONED"
    CANCELLED = "CANCELLED"


class OutboundState(StrEnum):
    """The life of a delegation that goes."""

    PLANNED = "PLANNED"
    PROPOSED = "PROPOSED"
    RECEIVED = "RECEIVED"
    SUPPLEMENT = "SUPPLEMENT"
    SUBMITTED = "SUBMITTED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    DEPARTED = "DEPARTED"
    RETURNED = "RETURNED"
    REPORTED = "REPORTED"
    CLOSED = "CLOSED"
    POSTPONED = "POSTPONED"
    CANCELLED = "CANCELLED"


class AgreementState(StrEnum):
    """The life of an agreement."""

    IDEA = "IDEA"
    NEGOTIATING = "NEGOTIATING"
    CONSULTING = "CONSULTING"
    OBJECTED = "OBJECTED"
    APPROVED = "APPROVED"
    SIGNED = "SIGNED"
    IN_FORCE = "IN_FORCE"
    SUSPENDED = "SUSPENDED"
    EXPIRED = "EXPIRED"
    TERMINATED = "TERMINATED"
    WITHDRAWN = "WITHDRAWN"
    REPLACED = "REPLACED"
    DROPPED = "DROPPED"


class ActionState(StrEnum):
    """The life of a follow-up action."""

    NEW = "NEW"
    DOING = "DOING"
    WAIT_CONFIRM = "WAIT_CONFIRM"
    DONE = "DONE"
    PAUSED = "PAUSED"
    CARRIED = "CARRIED"
    CANCELLED = "CANCELLED"


LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    InboundState: {
        InboundState.PLANNED: mark("Planned", "state"),
        InboundState.RECEIVED: mark("Request received", "state"),
        InboundState.SUPPLEMENT: mark("Awaiting supplement", "state"),
        InboundState.SUBMITTED: mark("Submitted to the People's Committee", "state"),
        InboundState.APPROVED: mark("Approved", "state"),
        InboundState.REJECTED: mark("Not approved", "state"),
        InboundState.ONGOING: mark("In progress", "state"),
        InboundState.ENDED: mark("Ended, report pending", "state"),
        InboundState.REPORTED: mark("Reported", "state"),
        InboundState.CLOSED: mark("Closed", "state"),
        InboundState.POSTPONED: mark("Postponed", "state"),
        InboundState.CANCELLED: mark("Cancelled", "state"),
    },
    OutboundState: {
        OutboundState.PLANNED: mark("Planned", "state"),
        OutboundState.PROPOSED: mark("Approval in principle requested", "state"),
        OutboundState.RECEIVED: mark("Request received", "state"),
        OutboundState.SUPPLEMENT: mark("Awaiting supplement", "state"),
        OutboundState.SUBMITTED: mark("Submitted to the People's Committee", "state"),
        OutboundState.APPROVED: mark("Approved", "state"),
        OutboundState.REJECTED: mark("Not approved", "state"),
        OutboundState.DEPARTED: mark("Abroad", "state"),
        OutboundState.RETURNED: mark("Returned, report pending", "state"),
        OutboundState.REPORTED: mark("Reported", "state"),
        OutboundState.CLOSED: mark("Closed", "state"),
        OutboundState.POSTPONED: mark("Postponed", "state"),
        OutboundState.CANCELLED: mark("Cancelled", "state"),
    },
    AgreementState: {
        AgreementState.IDEA: mark("Proposed", "state"),
        AgreementState.NEGOTIATING: mark("Negotiating", "state"),
        AgreementState.CONSULTING: mark("Consulting", "state"),
        AgreementState.OBJECTED: mark("Objection, Prime Minister asked", "state"),
        AgreementState.APPROVED: mark("Approved for signing", "state"),
        AgreementState.SIGNED: mark("Signed", "state"),
        AgreementState.IN_FORCE: mark("In force", "state"),
        AgreementState.SUSPENDED: mark("Suspended", "state"),
        AgreementState.EXPIRED: mark("Expired", "state"),
        AgreementState.TERMINATED: mark("Terminated", "state"),
        AgreementState.WITHDRAWN: mark("Withdrawn from", "state"),
        AgreementState.REPLACED: mark("Replaced", "state"),
        AgreementState.DROPPED: mark("Not signed", "state"),
    },
    ActionState: {
        ActionState.NEW: mark("Not started", "state"),
        ActionState.DOING: mark("Under way", "state"),
        ActionState.WAIT_CONFIRM: mark("Awaiting confirmation", "state"),
        ActionState.DONE: mark("Done", "state"),
        ActionState.PAUSED: mark("On hold", "state"),
        ActionState.CARRIED: mark("Carried over to the next session", "state"),
        ActionState.CANCELLED: mark("Will not be done", "state"),
    },
}

# How a state is coloured wherever it shows; the word always stands beside the colour.
TONES: dict[type[StrEnum], dict[StrEnum, str]] = {
    InboundState: {
        InboundState.PLANNED: "neutral",
        InboundState.RECEIVED: "info",
        InboundState.SUPPLEMENT: "warn",
        InboundState.SUBMITTED: "info",
        InboundState.APPROVED: "ok",
        InboundState.REJECTED: "bad",
        InboundState.ONGOING: "info",
        InboundState.ENDED: "warn",
        InboundState.REPORTED: "ok",
        InboundState.CLOSED: "neutral",
        InboundState.POSTPONED: "warn",
        InboundState.CANCELLED: "neutral",
    },
    OutboundState: {
        OutboundState.PLANNED: "neutral",
        OutboundState.PROPOSED: "info",
        OutboundState.RECEIVED: "info",
        OutboundState.SUPPLEMENT: "warn",
        OutboundState.SUBMITTED: "info",
        OutboundState.APPROVED: "ok",
        OutboundState.REJECTED: "bad",
        OutboundState.DEPARTED: "info",
        OutboundState.RETURNED: "warn",
        OutboundState.REPORTED: "ok",
        OutboundState.CLOSED: "neutral",
        OutboundState.POSTPONED: "warn",
        OutboundState.CANCELLED: "neutral",
    },
    AgreementState: {
        AgreementState.IDEA: "neutral",
        AgreementState.NEGOTIATING: "info",
        AgreementState.CONSULTING: "info",
        AgreementState.OBJECTED: "bad",
        AgreementState.APPROVED: "ok",
        AgreementState.SIGNED: "ok",
        AgreementState.IN_FORCE: "ok",
        AgreementState.SUSPENDED: "warn",
        AgreementState.EXPIRED: "neutral",
        AgreementState.TERMINATED: "neutral",
        AgreementState.WITHDRAWN: "neutral",
        AgreementState.REPLACED: "neutral",
        AgreementState.DROPPED: "neutral",
    },
    ActionState: {
        ActionState.NEW: "neutral",
        ActionState.DOING: "info",
        ActionState.WAIT_CONFIRM: "warn",
        ActionState.DONE: "ok",
        ActionState.PAUSED: "warn",
        ActionState.CARRIED: "neutral",
        ActionState.CANCELLED: "neutral",
    },
}
