"""The states that records pass through."""

from enum import StrEnum

from models.states import cooperation, files
from models.states.cooperation import (
    AidState,
    EventState,
    GateState,
    IncidentState,
    PlanState,
    SessionState,
    StandingState,
)
from models.states.files import (
    ActionState,
    AgreementState,
    InboundState,
    OutboundState,
)

LABELS: dict[type[StrEnum], dict[StrEnum, str]] = files.LABELS | cooperation.LABELS

TONES: dict[type[StrEnum], dict[StrEnum, str]] = files.TONES | cooperation.TONES

__all__ = [
    "LABELS",
    "TONES",
    "ActionState",
    "AgreementState",
    "AidState",
    "EventState",
    "GateState",
    "InboundState",
    "IncidentState",
    "OutboundState",
    "PlanState",
    "SessionState",
    "StandingState",
]
