"""The lives as the practice of the office tells them, written down by hand: never taken from the program."""

from collections.abc import Callable
from dataclasses import dataclass

from models.actions import FollowUp
from models.agreements import Agreement, OpinionRow, Party
from models.aid import Aid
from models.delegations import Delegation, Member
from models.exchanges import Exchange
from models.gates import Gate, GateChange
from models.incidents import Incident
from models.mechanisms import Mechanism
from models.programme import PlannedActivity
from models.record import Numbered
from models.sessions import Participant, Session, SessionParty
from tests.models.life import Way

REQUEST = {"request_number": "12/SNgV", "request_date": "2026-02-01", "request_issuer": "Sở Y tế"}
PERMIT = {"permit_number": "99/UBND", "permit_date": "2026-02-10", "permit_issuer": "UBND tỉnh"}
DECISION = {"permit_number": "99/QĐ", "permit_date": "2026-02-10", "permit_signer": "Lê Thành Đô"}
DATES = {"starts": "2026-03-05", "ends": "2026-03-07"}
SUPPLEMENT = {"supplement": "Danh sách đoàn", "supplement_due": "2026-02-20"}
SUPPLEMENTED = {"supplement_date": "2026-02-18"}
REPORT = {"report_number": "5/BC", "report_date": "2026-03-12"}


def headed() -> list[Member]:
    return [Member(name="Khamphoy", is_head=True), Member(name="Bounthavy")]


def set_aside(*starts: str) -> list[Way]:
    return [Way(start, end, reason=True) for start in starts for end in ("POSTPONED", "CANCELLED")]


# §3.1 of the practice
INBOUND = [
    Way("PLANNED", "RECEIVED", {**REQUEST, "name": "Đoàn", "countries": ["LA"], "starts": "2026-03-05"}),
    Way("RECEIVED", "SUPPLEMENT", SUPPLEMENT),
    Way("SUPPLEMENT", "RECEIVED", SUPPLEMENTED),
    Way(
        "RECEIVED",
        "SUBMITTED",
        {
            "submission_number": "7/TTr",
            "submission_date": "2026-02-05",
            "programme": "Sáng hội đàm",
            "members": headed,
            "persons": 12,
            "host_units": ["unit:1"],
        },
    ),
    Way("SUBMITTED", "APPROVED", PERMIT),
    Way("SUBMITTED", "REJECTED", PERMIT, reason=True),
    Way("APPROVED", "ONGOING", {"starts": "2026-03-05"}),
    Way("ONGOING", "ENDED", {"ends": "2026-03-07", "persons": 12}),
    Way("ENDED", "REPORTED", {**REPORT, "result": "Thống nhất ba nội dung"}),
    Way("REPORTED", "CLOSED", {"retention": "Y10"}),
    *set_aside("PLANNED", "RECEIVED", "SUPPLEMENT", "SUBMITTED", "APPROVED"),
    Way("POSTPONED", "SUBMITTED", DATES),
    Way("POSTPONED", "APPROVED", {**DATES, **PERMIT}),  # the permit of the visit, given before or now
    Way("POSTPONED", "CANCELLED", reason=True),
    Way("RECEIVED", "APPROVED", PERMIT),  # decided by the host unit itself: for the province see test_delegation_life
]
# §3.2
OUTBOUND = [
    Way(
        "PLANNED",
        "PROPOSED",
        {
            "purpose": "khao_sat",
            "countries": ["LA"],
            "inviter": 1,
            "invitation_number": "3/TM",
            "cost": 1000,
            "funding": "ns_tinh",
            "in_plan": False,
        },
    ),
    Way("PROPOSED", "RECEIVED", {**REQUEST, "name": "Đoàn", "countries": ["LA"], "starts": "2026-03-05"}),
    Way("RECEIVED", "SUPPLEMENT", SUPPLEMENT),
    Way("SUPPLEMENT", "RECEIVED", SUPPLEMENTED),
    Way("RECEIVED", "SUBMITTED", {**DATES, "members": headed, "decided_by": "UBND"}),
    Way("SUBMITTED", "APPROVED", DECISION),
    Way("SUBMITTED", "REJECTED", DECISION, reason=True),
    Way("APPROVED", "DEPARTED", {"starts": "2026-03-05"}),
    Way("DEPARTED", "RETURNED", {"ends": "2026-03-07"}),
    Way("RETURNED", "REPORTED", {**REPORT, "plan_changes": "Rút ngắn một ngày do thời tiết"}),
    Way("REPORTED", "CLOSED", {"retention": "Y10", "nothing_to_follow": True}),
    *set_aside("PLANNED", "PROPOSED", "RECEIVED", "SUPPLEMENT", "SUBMITTED", "APPROVED"),
    Way("POSTPONED", "SUBMITTED", DATES),
    Way("POSTPONED", "APPROVED", {**DATES, **DECISION}),
    Way("POSTPONED", "CANCELLED", reason=True),
]


def parties() -> list[Party]:
    return [
        Party(side="OURS", name="UBND tỉnh Điện Biên", signatory="Lê Thành Đô"),
        Party(side="THEIRS", name="Chính quyền Phông Sa Lỳ", signatory="Khamphoy"),
    ]


def opinions(answer: str) -> Callable[[], list[OpinionRow]]:
    return lambda: [OpinionRow(body="Bộ Ngoại giao", asked_on="2026-02-01", due_on="2026-02-10", answer=answer)]


END = {"end_number": "4/QĐ", "end_date": "2026-09-01"}
SIGNING = {"decision_number": "77/QĐ", "decision_date": "2026-02-20"}
# §3.3; a renewal or amendment is a row of an agreement in force, no change of its state
AGREEMENT = [
    Way("IDEA", "NEGOTIATING", {"parties": parties, "type": "ban_ghi_nho", "signed_as": "UBND_TINH", "proposer": 1}),
    Way(
        "NEGOTIATING",
        "CONSULTING",
        {"draft_ready": True, "opinion_asked_on": "2026-02-01", "opinions": opinions("PENDING")},
    ),
    Way("CONSULTING", "APPROVED", {**SIGNING, "approved_by": "CT_UBND"}),
    Way("CONSULTING", "OBJECTED", {"opinions": opinions("OBJECT")}),
    # a state called "decision to sign" has its decision, after the consent of the Prime Minister too
    Way("OBJECTED", "APPROVED", {"consent_number": "1/TTg", "consent_date": "2026-03-01", **SIGNING}),
    *(Way(start, "DROPPED", reason=True) for start in ("IDEA", "NEGOTIATING", "CONSULTING", "OBJECTED", "APPROVED")),
    Way(
        "APPROVED",
        "SIGNED",
        {"signed_on": "2026-03-05", "signed_at": "Điện Biên Phủ", "parties": parties, "authorised": False},
    ),
    Way("SIGNED", "IN_FORCE", {"effective_on": "2026-03-05", "valid_until": "2031-03-05"}),
    Way("IN_FORCE", "SUSPENDED", {**END, "suspended_from": "2026-09-01", "suspended_until": "2026-12-31"}),
    Way("SUSPENDED", "IN_FORCE"),
    Way("IN_FORCE", "EXPIRED", {"valid_until": "2026-03-05"}),
    *(Way(start, end, END) for start in ("IN_FORCE", "SUSPENDED") for end in ("TERMINATED", "WITHDRAWN")),
    Way("IN_FORCE", "REPLACED", {**END, "replaced_by": 1}),
]
# §3.4
ACTION = [
    Way("NEW", "DOING", {"lead": 1, "assigned_on": "2026-10-01"}),
    Way("DOING", "WAIT_CONFIRM", {"result": "Đã gửi", "done_on": "2026-11-01", "evidence": "5/CV"}),
    Way("WAIT_CONFIRM", "DONE", {"confirmed_by": "Trần Thị Lan", "done_on": "2026-11-01", "result": "Đã gửi"}),
    *(Way(start, "PAUSED", {"review_on": "2026-12-01"}, True) for start in ("NEW", "DOING", "WAIT_CONFIRM")),
    Way("PAUSED", "DOING"),
    Way("DOING", "CARRIED", {"carried_session": 1}),
    *(Way(start, "CANCELLED", reason=True) for start in ("NEW", "DOING", "WAIT_CONFIRM", "PAUSED")),
]
# §3.5
AID = [
    Way("MOBILISING", "DOSSIER"),
    Way(
        "DOSSIER",
        "APPRAISAL",
        {"charter_ready": True, "consent_number": "2/CV", "consent_date": "2026-01-05", "owner_unit": 1},
    ),
    Way(
        "APPRAISAL",
        "APPROVED",
        {
            "approval_number": "9/QĐ",
            "approval_date": "2026-02-01",
            "approval_signer": "Lê Thành Đô",
            "committed_vnd": 2_490_000_000,
        },
    ),
    Way("APPRAISAL", "REJECTED", reason=True),
    Way("APPROVED", "IMPLEMENTING", {"starts": "2026-03-01"}),
    Way("IMPLEMENTING", "FINISHED", {"ends": "2026-10-01"}),
    Way("FINISHED", "SETTLED", {"settlement_number": "3/BB", "settlement_date": "2026-11-01"}),
    Way("SETTLED", "CLOSED"),
    Way("APPROVED", "SUSPENDED", reason=True),
    Way("IMPLEMENTING", "SUSPENDED", reason=True),
    Way("SUSPENDED", "IMPLEMENTING", {"starts": "2026-03-01"}),
    *(Way(start, "TERMINATED", reason=True) for start in ("APPROVED", "IMPLEMENTING", "SUSPENDED")),
]


def changed(state: str) -> dict[str, Callable[[], list[GateChange]]]:
    row = {"changed_on": "2025-04-10", "to_state": state, "basis": "Công hàm", "source": "Biên bản"}
    return {"changes": lambda: [GateChange(**row)]}


# §3.6: each change has day, basis and source
GATE = [
    Way(start, end, changed(end))
    for start, end in (
        ("PROPOSED", "SURVEY"),
        ("SURVEY", "AGREED"),
        ("AGREED", "OPEN"),
        ("OPEN", "SUSPENDED"),
        ("SUSPENDED", "RESTORING"),
        ("RESTORING", "OPEN"),
    )
]


def co_chairs() -> list[Participant]:
    return [
        Participant(side="OURS", name="Giàng A Tính", role="CO_CHAIR"),
        Participant(side="THEIRS", name="Lưu Dũng", role="CO_CHAIR"),
    ]


def signers() -> list[SessionParty]:
    return [
        SessionParty(side="OURS", name="Tỉnh Lai Châu", signatory="Giàng A Tính"),
        SessionParty(side="THEIRS", name="Tỉnh Vân Nam", signatory="Lưu Dũng"),
    ]


# §3.7; that the plan also needs an action is tried in test_session_life
SESSION = [
    Way("PLANNED", "INVITED"),
    Way("INVITED", "CONFIRMED"),
    Way("CONFIRMED", "HELD", {**DATES, "place": "Côn Minh", "participants": co_chairs}),
    Way(
        "HELD",
        "MINUTES_SIGNED",
        {"minutes_signed_on": "2026-03-07", "minutes_number": "Biên bản phiên 11", "parties": signers},
    ),
    Way("MINUTES_SIGNED", "PLAN_ISSUED", {"plan_number": "45/KH", "plan_date": "2026-04-01"}),
    Way("PLAN_ISSUED", "CLOSED"),
    Way("HELD", "CLOSED", reason=True),  # beyond the practice: talks that end without minutes
    *set_aside("PLANNED", "INVITED", "CONFIRMED"),
    Way("POSTPONED", "CONFIRMED", {**DATES, "place": "Côn Minh"}),
    Way("POSTPONED", "CANCELLED", reason=True),
]
# What has no table of its own in the practice: events, what stands for years, incidents, plans
EVENT = [
    Way("PLANNED", "HELD", {"starts": "2026-03-05"}),
    Way("HELD", "REPORTED", REPORT),
    *set_aside("PLANNED"),
    Way("POSTPONED", "PLANNED", {"starts": "2026-03-05"}),
    Way("POSTPONED", "CANCELLED", reason=True),
]
STANDING = [
    Way("ACTIVE", "DORMANT", reason=True),
    Way("DORMANT", "ACTIVE"),
    Way("ACTIVE", "ENDED", reason=True),
    Way("DORMANT", "ENDED", reason=True),
]
INCIDENT = [Way("OPEN", "SETTLED", {"settlement": "Đã hội đàm", "settled_on": "2026-03-09"})]
PLAN = [
    Way("PLANNED", "DONE", {"carried_out": ["exchange:1"]}),
    Way("PLANNED", "CHANGED", {"change": "Lùi sang quý IV"}, reason=True),
    Way("CHANGED", "DONE", {"carried_out": ["exchange:1"]}),
    Way("PLANNED", "DROPPED", reason=True),
    Way("CHANGED", "DROPPED", reason=True),
]


@dataclass(frozen=True)
class Life:
    """One life: how a bare record of it is made, every state, and the steps that the practice allows."""

    name: str
    blank: Callable[[], Numbered]
    states: str
    ways: list[Way]

    def __str__(self) -> str:
        return self.name


LIVES = (
    Life(
        "inbound",
        lambda: Delegation.blank(direction="in", admin_level="so"),
        "PLANNED RECEIVED SUPPLEMENT SUBMITTED APPROVED REJECTED ONGOING ENDED REPORTED CLOSED POSTPONED CANCELLED",
        INBOUND,
    ),
    Life(
        "outbound",
        lambda: Delegation.blank(direction="out"),
        "PLANNED PROPOSED RECEIVED SUPPLEMENT SUBMITTED APPROVED REJECTED DEPARTED RETURNED REPORTED CLOSED POSTPONED "
        "CANCELLED",
        OUTBOUND,
    ),
    Life(
        "agreement",
        Agreement.blank,
        "IDEA NEGOTIATING CONSULTING OBJECTED APPROVED SIGNED IN_FORCE SUSPENDED EXPIRED TERMINATED WITHDRAWN REPLACED "
        "DROPPED",
        AGREEMENT,
    ),
    Life("action", FollowUp.blank, "NEW DOING WAIT_CONFIRM DONE PAUSED CARRIED CANCELLED", ACTION),
    Life(
        "session",
        Session.blank,
        "PLANNED INVITED CONFIRMED HELD MINUTES_SIGNED PLAN_ISSUED CLOSED POSTPONED CANCELLED",
        SESSION,
    ),
    Life(
        "aid",
        Aid.blank,
        "MOBILISING DOSSIER APPRAISAL APPROVED IMPLEMENTING FINISHED SETTLED CLOSED REJECTED SUSPENDED TERMINATED",
        AID,
    ),
    Life("gate", Gate.blank, "PROPOSED SURVEY AGREED OPEN SUSPENDED RESTORING", GATE),
    Life("event", Exchange.blank, "PLANNED HELD REPORTED POSTPONED CANCELLED", EVENT),
    Life("standing", Mechanism.blank, "ACTIVE DORMANT ENDED", STANDING),
    Life("incident", Incident.blank, "OPEN SETTLED", INCIDENT),
    Life("plan", PlannedActivity.blank, "PLANNED DONE CHANGED DROPPED", PLAN),
)
