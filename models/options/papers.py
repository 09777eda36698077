"""Fixed lists of papers, plans, figures and returning work."""

from enum import StrEnum

from models.text import mark


class DocumentWay(StrEnum):
    """Whether a document came or went."""

    IN = "IN"
    OUT = "OUT"
    INNER = "INNER"


class Urgency(StrEnum):
    """How urgent a document is (Decree 30/2020)."""

    NORMAL = "NORMAL"
    URGENT = "URGENT"
    VERY_URGENT = "VERY_URGENT"
    EXPRESS = "EXPRESS"


class PlanGroup(StrEnum):
    """The groups of the annual programme."""

    OUTBOUND = "OUTBOUND"
    INBOUND = "INBOUND"
    AGREEMENT = "AGREEMENT"
    CONFERENCE = "CONFERENCE"
    TRAINING = "TRAINING"
    EXCHANGE = "EXCHANGE"
    OTHER = "OTHER"


class StatisticNature(StrEnum):
    """Whether a figure arose in its period or was carried over."""

    PERIOD = "PERIOD"
    OPENING = "OPENING"


class Repeats(StrEnum):
    """How often an action comes again."""

    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    HALF_YEARLY = "HALF_YEARLY"
    YEARLY = "YEARLY"


class RepeatsFrom(StrEnum):
    """From which day the next term of a recurring action runs."""

    DUE = "DUE"
    DONE = "DONE"


class Qualifier(StrEnum):
    """What an article or report puts before a figure."""

    EXACT = "EXACT"
    HON = "HON"
    TREN = "TREN"
    GAN = "GAN"
    KHOANG = "KHOANG"
    DUOI = "DUOI"


class SignsAs(StrEnum):
    """In which form the paper is signed."""

    GD = "GD"
    KT = "KT"
    TL = "TL"


LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    DocumentWay: {
        DocumentWay.IN: mark("Incoming"),
        DocumentWay.OUT: mark("Outgoing"),
        DocumentWay.INNER: mark("Internal"),
    },
    Urgency: {
        Urgency.NORMAL: mark("Ordinary", "urgency"),
        Urgency.URGENT: mark("Urgent"),
        Urgency.VERY_URGENT: mark("Very urgent"),
        Urgency.EXPRESS: mark("Express"),
    },
    PlanGroup: {
        PlanGroup.OUTBOUND: mark("Outbound delegations"),
        PlanGroup.INBOUND: mark("Inbound delegations"),
        PlanGroup.AGREEMENT: mark("Signing of agreements"),
        PlanGroup.CONFERENCE: mark("International conferences and workshops"),
        PlanGroup.TRAINING: mark("Training"),
        PlanGroup.EXCHANGE: mark("Exchange activities"),
        PlanGroup.OTHER: mark("Other"),
    },
    StatisticNature: {
        StatisticNature.PERIOD: mark("Figure of the period"),
        StatisticNature.OPENING: mark("Opening balance"),
    },
    Repeats: {
        Repeats.MONTHLY: mark("Every month"),
        Repeats.QUARTERLY: mark("Every quarter"),
        Repeats.HALF_YEARLY: mark("Every half year"),
        Repeats.YEARLY: mark("Every year"),
    },
    RepeatsFrom: {
        RepeatsFrom.DUE: mark("From the day it was due"),
        RepeatsFrom.DONE: mark("From the day it was done"),
    },
    Qualifier: {
        Qualifier.EXACT: mark("exactly", "name"),
        Qualifier.HON: mark("more than", "name"),
        Qualifier.TREN: mark("over", "name"),
        Qualifier.GAN: mark("nearly", "name"),
        Qualifier.KHOANG: mark("about", "name"),
        Qualifier.DUOI: mark("under", "name"),
    },
    SignsAs: {
        SignsAs.GD: mark("Director", "signature"),
        SignsAs.KT: mark("Deputy Director for the Director", "signature"),
        SignsAs.TL: mark("By order of the Director", "signature"),
    },
}
