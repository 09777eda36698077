"""Fixed lists of meetings, events, training and aid."""

from enum import StrEnum

from models.text import mark


class Cycle(StrEnum):
    """How often a mechanism meets."""

    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    HALF_YEARLY = "HALF_YEARLY"
    YEARLY = "YEARLY"
    TWO_YEARLY = "TWO_YEARLY"
    AS_NEEDED = "AS_NEEDED"


class Form(StrEnum):
    """How people met."""

    IN_PERSON = "IN_PERSON"
    ONLINE = "ONLINE"
    MIXED = "MIXED"


class SessionRole(StrEnum):
    """The role of a participant in a session."""

    CO_CHAIR = "CO_CHAIR"
    GROUP_HEAD = "GROUP_HEAD"
    CENTRAL_GUEST = "CENTRAL_GUEST"
    MISSION = "MISSION"
    MEMBER = "MEMBER"
    SECRETARY = "SECRETARY"
    INTERPRETER = "INTERPRETER"


class Responsible(StrEnum):
    """Who is to carry out a conclusion."""

    OURS = "OURS"
    THEIRS = "THEIRS"
    BOTH = "BOTH"


class Hosted(StrEnum):
    """Where an exchange took place."""

    OURS = "OURS"
    THEIRS = "THEIRS"
    IN_TURN = "IN_TURN"


class ConferencePart(StrEnum):
    """Whether the province organises a conference or attends it."""

    ORGANISE = "ORGANISE"
    ATTEND = "ATTEND"


class PermittedBy(StrEnum):
    """The authority that permits a conference."""

    TTG = "TTG"
    UBND = "UBND"
    TINH_UY = "TINH_UY"
    BO_NGANH = "BO_NGANH"


class TrainingWay(StrEnum):
    """Who goes to whom to learn; a class for the province's own people here is neither sent nor received."""

    SENT = "SENT"
    RECEIVED = "RECEIVED"
    AT_HOME = "AT_HOME"


class Registration(StrEnum):
    """The kind of registration of a foreign NGO (Decree 58/2022)."""

    ACTIVITY = "ACTIVITY"
    OFFICE = "OFFICE"


class AidWay(StrEnum):
    """Whether aid comes or is given."""

    IN = "IN"
    OUT = "OUT"


class AidMode(StrEnum):
    """The mode of aid."""

    PROGRAMME = "PROGRAMME"
    PROJECT = "PROJECT"
    NON_PROJECT = "NON_PROJECT"


LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Cycle: {
        Cycle.MONTHLY: mark("Every month"),
        Cycle.QUARTERLY: mark("Every quarter"),
        Cycle.HALF_YEARLY: mark("Every half year"),
        Cycle.YEARLY: mark("Every year"),
        Cycle.TWO_YEARLY: mark("Every two years"),
        Cycle.AS_NEEDED: mark("As needed"),
    },
    Form: {
        Form.IN_PERSON: mark("In person"),
        Form.ONLINE: mark("Online", "meeting"),
        Form.MIXED: mark("In person and online"),
    },
    SessionRole: {
        SessionRole.CO_CHAIR: mark("Co-chair"),
        SessionRole.GROUP_HEAD: mark("Head of the working group"),
        SessionRole.CENTRAL_GUEST: mark("Guest from the central level"),
        SessionRole.MISSION: mark("Representative mission"),
        SessionRole.MEMBER: mark("Member", "name"),
        SessionRole.SECRETARY: mark("Secretary"),
        SessionRole.INTERPRETER: mark("Interpreter", "name"),
    },
    Responsible: {
        Responsible.OURS: mark("Vietnamese side"),
        Responsible.THEIRS: mark("Foreign side"),
        Responsible.BOTH: mark("Both sides"),
    },
    Hosted: {
        Hosted.OURS: mark("On our side"),
        Hosted.THEIRS: mark("On the other side"),
        Hosted.IN_TURN: mark("In turn"),
    },
    ConferencePart: {
        ConferencePart.ORGANISE: mark("Organised"),
        ConferencePart.ATTEND: mark("Attended"),
    },
    PermittedBy: {
        PermittedBy.TTG: mark("Prime Minister"),
        PermittedBy.UBND: mark("Provincial People's Committee"),
        PermittedBy.TINH_UY: mark("Provincial Party Committee"),
        PermittedBy.BO_NGANH: mark("Ministry or sector"),
    },
    TrainingWay: {
        TrainingWay.SENT: mark("We send"),
        TrainingWay.RECEIVED: mark("We receive"),
        TrainingWay.AT_HOME: mark("For our own people, here"),
    },
    Registration: {
        Registration.ACTIVITY: mark("Activity (up to 3 years)"),
        Registration.OFFICE: mark("Representative office (up to 5 years)"),
    },
    AidWay: {
        AidWay.IN: mark("Received"),
        AidWay.OUT: mark("Given to neighbours"),
    },
    AidMode: {
        AidMode.PROGRAMME: mark("Programme", "aid"),
        AidMode.PROJECT: mark("Project"),
        AidMode.NON_PROJECT: mark("Non-project"),
    },
}
