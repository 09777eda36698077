"""Fixed lists of delegations, agreements and their people."""

from enum import StrEnum

from models.text import mark


class Direction(StrEnum):
    """Whether guests come or our people go."""

    IN = "in"
    OUT = "out"


class Pillar(StrEnum):
    """The three pillars of foreign affairs."""

    DANG = "DANG"
    NHA_NUOC = "NHA_NUOC"
    NHAN_DAN = "NHAN_DAN"


class SignedAs(StrEnum):
    """In whose name an agreement is signed."""

    UBND_TINH = "UBND_TINH"
    HDND_TINH = "HDND_TINH"
    TINH_UY = "TINH_UY"
    SO_NGANH = "SO_NGANH"
    UBND_HUYEN = "UBND_HUYEN"
    UBND_XA_BG = "UBND_XA_BG"
    TO_CHUC_TINH = "TO_CHUC_TINH"
    NHIEU_BEN = "NHIEU_BEN"
    TRUNG_UONG = "TRUNG_UONG"


class ApprovedBy(StrEnum):
    """The authority that approves an agreement."""

    CT_UBND = "CT_UBND"
    CT_HDND = "CT_HDND"
    TINH_UY = "TINH_UY"
    THU_TUONG = "THU_TUONG"


class Inheritance(StrEnum):
    """What became of an agreement when its signer was reorganised (Decree 177/2025)."""

    GIU_NGUYEN = "GIU_NGUYEN"
    DOI_TEN = "DOI_TEN"
    SUA_DOI = "SUA_DOI"
    THAY_THE = "THAY_THE"
    CHAM_DUT = "CHAM_DUT"
    DINH_CHI = "DINH_CHI"


class Opinion(StrEnum):
    """What a consulted body answered."""

    PENDING = "PENDING"
    AGREE = "AGREE"
    AGREE_NOTES = "AGREE_NOTES"
    OBJECT = "OBJECT"


class Side(StrEnum):
    """The side that a party of an agreement stands on."""

    OURS = "OURS"
    THEIRS = "THEIRS"


# How office papers also call a side, without marks; only words that can mean no other.
SIDE_ALSO = {
    Side.OURS: ("viet nam", "ta", "phia ta", "ben ta"),
    Side.THEIRS: (
        "nuoc ngoai", "ban", "phia ban", "ben ban", "trung quoc", "phia trung quoc", "lao", "phia lao",
    ),
}  # fmt: skip


class Role(StrEnum):
    """The role of a member in a delegation."""

    HEAD = "HEAD"
    DEPUTY = "DEPUTY"
    MEMBER = "MEMBER"
    INTERPRETER = "INTERPRETER"
    STAFF = "STAFF"
    PRESS = "PRESS"


class Sex(StrEnum):
    """As the passport says."""

    M = "M"
    F = "F"


class PassportKind(StrEnum):
    """The kind of passport."""

    PT = "PT"
    NG = "NG"
    CV = "CV"


class DecidedBy(StrEnum):
    """The level that decides on a delegation abroad."""

    TINH_UY = "TINH_UY"
    UBND = "UBND"
    SO = "SO"


class Retention(StrEnum):
    """How long the file is kept."""

    VV = "VV"
    Y20 = "Y20"
    Y10 = "Y10"
    Y5 = "Y5"


LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Direction: {
        Direction.IN: mark("Inbound"),
        Direction.OUT: mark("Outbound"),
    },
    Pillar: {
        Pillar.DANG: mark("Party diplomacy"),
        Pillar.NHA_NUOC: mark("State diplomacy"),
        Pillar.NHAN_DAN: mark("People-to-people diplomacy"),
    },
    SignedAs: {
        SignedAs.UBND_TINH: mark("Provincial People's Committee"),
        SignedAs.HDND_TINH: mark("Provincial People's Council"),
        SignedAs.TINH_UY: mark("Provincial Party Committee"),
        SignedAs.SO_NGANH: mark("Department of the province"),
        SignedAs.UBND_HUYEN: mark("District People's Committee (historical)"),
        SignedAs.UBND_XA_BG: mark("Border commune People's Committee"),
        SignedAs.TO_CHUC_TINH: mark("Provincial organisation"),
        SignedAs.NHIEU_BEN: mark("Several parties"),
        SignedAs.TRUNG_UONG: mark("Central level (for reference)"),
    },
    ApprovedBy: {
        ApprovedBy.CT_UBND: mark("Chairman of the provincial People's Committee"),
        ApprovedBy.CT_HDND: mark("Chairman of the provincial People's Council"),
        ApprovedBy.TINH_UY: mark("Standing Board of the provincial Party Committee"),
        ApprovedBy.THU_TUONG: mark("Prime Minister (where there was an objection)"),
    },
    Inheritance: {
        Inheritance.GIU_NGUYEN: mark("Kept as it is"),
        Inheritance.DOI_TEN: mark("Name of the party changed"),
        Inheritance.SUA_DOI: mark("Amended"),
        Inheritance.THAY_THE: mark("Replaced by a new one"),
        Inheritance.CHAM_DUT: mark("Terminated"),
        Inheritance.DINH_CHI: mark("Suspended"),
    },
    Opinion: {
        Opinion.PENDING: mark("Not answered yet"),
        Opinion.AGREE: mark("Agrees"),
        Opinion.AGREE_NOTES: mark("Agrees with remarks"),
        Opinion.OBJECT: mark("Objects"),
    },
    Side: {
        Side.OURS: mark("Vietnamese side"),
        Side.THEIRS: mark("Foreign side"),
    },
    Role: {
        Role.HEAD: mark("Head", "name"),
        Role.DEPUTY: mark("Deputy head", "name"),
        Role.MEMBER: mark("Member", "name"),
        Role.INTERPRETER: mark("Interpreter", "name"),
        Role.STAFF: mark("Accompanying staff", "name"),
        Role.PRESS: mark("Press", "name"),
    },
    Sex: {
        Sex.M: mark("Male", "name"),
        Sex.F: mark("Female", "name"),
    },
    PassportKind: {
        PassportKind.PT: mark("Ordinary"),
        PassportKind.NG: mark("Diplomatic"),
        PassportKind.CV: mark("Official"),
    },
    DecidedBy: {
        DecidedBy.TINH_UY: mark("Provincial Party Committee"),
        DecidedBy.UBND: mark("Provincial People's Committee"),
        DecidedBy.SO: mark("Department", "other"),
    },
    Retention: {
        Retention.VV: mark("Permanently"),
        Retention.Y20: mark("20 years"),
        Retention.Y10: mark("10 years"),
        Retention.Y5: mark("5 years"),
    },
}
