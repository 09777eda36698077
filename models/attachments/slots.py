"""The kinds of papers a record has, declared once: what each is called, where its number stands, when it is owed."""

from dataclasses import dataclass

from models.fold import fold
from models.record import Numbered, Record
from models.states import AgreementState, AidState, EventState, InboundState, OutboundState, SessionState
from models.text import mark


@dataclass(frozen=True)
class Slot:
    """One kind of paper; ``number``, ``dated`` and ``signer`` name the record's own fields that speak of it.

    ``words`` are folded words by which a file's name tells what it is; ``lacking`` says that the paper is missing in
    the states ``owed``.
    """

    name: str
    label: str
    words: tuple[str, ...] = ()
    number: str = ""
    dated: str = ""
    signer: str = ""
    owed: tuple[str, ...] = ()
    lacking: str = ""


_REPORT_WORDS = ("bao cao", "report", "bc")
_MINUTES_WORDS = ("bien ban", "minutes", "memorandum")
_PERMIT_WORDS = ("cho phep", "giay phep", "permit", "chap thuan")
_REQUEST_WORDS = ("xin phep", "de nghi", "request", "don ")
_PLAN_WORDS = ("ke hoach", "plan")
_NO_REPORT = mark("No report yet")
_ENDED = (InboundState.ENDED, InboundState.REPORTED, OutboundState.RETURNED)
_BOUND = (
    AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.SUSPENDED, AgreementState.EXPIRED,
    AgreementState.TERMINATED, AgreementState.REPLACED,
)  # fmt: skip
_CONCLUDED = (SessionState.MINUTES_SIGNED, SessionState.PLAN_ISSUED)
_CARRIED_OUT = (AidState.FINISHED, AidState.SETTLED)

PROGRAMME = Slot("programme", mark("Programme", "paper"), ("chuong trinh", "lich trinh", "programme", "program"))
PHOTOS = Slot("photos", mark("Photographs", "paper"), ("anh", "hinh", "photo", "img ", "dsc"))
DECISION = Slot("decision", mark("Decision", "paper"), ("quyet dinh", "decision", "qd"))
PLAN = Slot("plan", mark("Plan", "paper"), _PLAN_WORDS)
OTHER = Slot("other", mark("Other papers", "paper"))


def _reported(*owed: str) -> Slot:
    label = mark("Report", "paper")
    return Slot("report", label, _REPORT_WORDS, "report_number", "report_date", owed=owed, lacking=_NO_REPORT)


def _permitted() -> Slot:
    return Slot("permit", mark("Permit", "paper"), _PERMIT_WORDS, "permit_number", "permit_date")


def _asked(number: str = "", dated: str = "") -> Slot:
    return Slot("request", mark("Request", "paper"), _REQUEST_WORDS, number, dated)


SLOTS: dict[str, tuple[Slot, ...]] = {
    "delegation": (
        _asked("request_number", "request_date"),
        Slot("invitation", mark("Invitation", "paper"), ("thu moi", "giay moi", "invit"), "invitation_number",
             "invitation_date"),
        Slot("members", mark("List of members", "paper"), ("danh sach", "list", "ds ")),
        Slot("submission", mark("Submission", "paper"), ("to trinh",), "submission_number", "submission_date"),
        _permitted(),
        Slot("second_permit", mark("Second decision", "paper"), (), "second_permit_number", "second_permit_date"),
        PROGRAMME,
        Slot("minutes", mark("Minutes", "paper"), _MINUTES_WORDS),
        _reported(*_ENDED),
        PHOTOS,
    ),
    "agreement": (
        Slot("draft", mark("Draft", "paper"), ("du thao", "draft")),
        Slot("opinions", mark("Opinions of other bodies", "paper"), ("gop y", "y kien", "opinion")),
        Slot("authorisation", mark("Authorisation", "paper"), ("uy quyen",), "authorisation_number"),
        Slot("consent", mark("Prime Minister's consent", "paper"), ("dong y", "thu tuong"), "consent_number",
             "consent_date"),
        Slot("decision", mark("Decision", "paper"), DECISION.words, "decision_number", "decision_date"),
        Slot("text", mark("Text of the agreement", "paper"), ("thoa thuan", "ghi nho", "mou", "agreement"), "",
             "signed_on", owed=_BOUND, lacking=mark("No signed text yet")),
        Slot("copy", mark("Copy to the ministry", "paper"), ("ban sao", "cong van"), "copy_number", "copy_date"),
        PLAN,
        Slot("end", mark("Decision on suspension or end", "paper"), ("cham dut",), "end_number", "end_date"),
    ),
    "action": (
        Slot("result", mark("Paper that shows the result", "paper"), ("ket qua", *_REPORT_WORDS), "evidence",
             "done_on"),
    ),
    "mechanism": (Slot("text", mark("Founding text", "paper"), ("quy che", "thoa thuan")), DECISION, PLAN),
    "session": (
        PROGRAMME,
        Slot("minutes", mark("Minutes", "paper"), _MINUTES_WORDS, "minutes_number", "minutes_signed_on",
             owed=_CONCLUDED, lacking=mark("No minutes yet")),
        Slot("plan", mark("Plan", "paper"), _PLAN_WORDS, "plan_number", "plan_date"),
        Slot("report", mark("Report", "paper"), _REPORT_WORDS),
        PHOTOS,
    ),
    "exchange": (PLAN, PROGRAMME, _reported(EventState.HELD, EventState.REPORTED), PHOTOS),
    "conference": (
        _asked("", "file_date"),
        _permitted(),
        PROGRAMME,
        _reported(EventState.HELD, EventState.REPORTED),
        PHOTOS,
    ),
    "training": (PLAN, PROGRAMME, DECISION, _reported(EventState.HELD, EventState.REPORTED)),
    "ngo": (
        Slot("registration", mark("Registration", "paper"), ("dang ky", "giay phep", "registration"), "registration",
             "issued_on"),
        Slot("plan", mark("Plan", "paper"), _PLAN_WORDS, "", "plan_received_on"),
        Slot("report", mark("Report", "paper"), _REPORT_WORDS),
    ),
    "aid": (
        Slot("consent", mark("Donor's consent", "paper"), ("dong y", "cam ket"), "consent_number", "consent_date"),
        Slot("text", mark("Document of the aid", "paper"), ("van kien", "du an", "project")),
        Slot("approval", mark("Approval", "paper"), ("phe duyet", *DECISION.words), "approval_number",
             "approval_date", "approval_signer"),
        Slot("settlement", mark("Handover or settlement", "paper"), ("ban giao", "quyet toan"), "settlement_number",
             "settlement_date"),
        _reported(*_CARRIED_OUT),
    ),
    "gate": (DECISION, Slot("minutes", mark("Minutes", "paper"), _MINUTES_WORDS), PHOTOS),
    "incident": (Slot("minutes", mark("Minutes", "paper"), _MINUTES_WORDS), PHOTOS),
    "document": (
        Slot("text", mark("Text of the document", "paper"), (), "number", "dated", "signer"),
        Slot("annex", mark("Annex", "paper"), ("phu luc", "annex")),
    ),
    "programme": (PLAN, DECISION),
    "statistic": (Slot("source", mark("Source of the figure", "paper"), _REPORT_WORDS),),
    "person": (PHOTOS,),
    "partner": (PHOTOS,),
}  # fmt: skip


def slots_of(kind: str) -> tuple[Slot, ...]:
    """Give the papers that records of a kind have, other papers last."""
    return (*SLOTS.get(kind, ()), OTHER)


def slot_of(kind: str, name: str) -> Slot:
    """Give one of them; a name that is not known (of a later program) counts as other papers."""
    return next((slot for slot in slots_of(kind) if slot.name == name), OTHER)


def own_facts(record: Record, slot: Slot) -> tuple[str | None, str | None, str | None]:
    """Give number, day and signer of a paper as the record's own fields tell them."""
    asked = {field.name for field in record.asked()}
    number, dated, signer = (
        (record.value(name) or None) if name in asked else None for name in (slot.number, slot.dated, slot.signer)
    )
    return number, dated, signer


def is_owed(record: Record, slot: Slot) -> bool:
    """Tell whether the record has come to where this paper must be there."""
    return isinstance(record, Numbered) and not record.draft and record.state in slot.owed


def guess(kind: str, name: str) -> Slot:
    """Guess from a file's name what paper it is."""
    told = f" {fold(name).replace('_', ' ').replace('-', ' ').replace('.', ' ')} "
    return next((slot for slot in slots_of(kind) if any(f" {word}" in told for word in slot.words)), OTHER)
