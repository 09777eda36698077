"""The fixed lists of the office's practice."""

from enum import StrEnum

from models.options import cooperation, files, papers
from models.options.cooperation import (
    AidMode,
    AidWay,
    ConferencePart,
    Cycle,
    Form,
    Hosted,
    PermittedBy,
    Registration,
    Responsible,
    SessionRole,
    TrainingWay,
)
from models.options.files import (
    SIDE_ALSO,
    ApprovedBy,
    DecidedBy,
    Direction,
    Inheritance,
    Opinion,
    PassportKind,
    Pillar,
    Retention,
    Role,
    Sex,
    Side,
    SignedAs,
)
from models.options.papers import (
    DocumentWay,
    PlanGroup,
    Qualifier,
    Repeats,
    RepeatsFrom,
    SignsAs,
    StatisticNature,
    Urgency,
)

LABELS: dict[type[StrEnum], dict[StrEnum, str]] = files.LABELS | cooperation.LABELS | papers.LABELS

__all__ = [
    "LABELS",
    "SIDE_ALSO",
    "AidMode",
    "AidWay",
    "ApprovedBy",
    "ConferencePart",
    "Cycle",
    "DecidedBy",
    "Direction",
    "DocumentWay",
    "Form",
    "Hosted",
    "Inheritance",
    "Opinion",
    "PassportKind",
    "PermittedBy",
    "Pillar",
    "PlanGroup",
    "Qualifier",
    "Registration",
    "Repeats",
    "RepeatsFrom",
    "Responsible",
    "Retention",
    "Role",
    "SessionRole",
    "Sex",
    "Side",
    "SignedAs",
    "SignsAs",
    "StatisticNature",
    "TrainingWay",
    "Urgency",
]
