"""The life of agreements under Law 70/2020/QH14: every step, what it asks for, dates in order, reserved names."""

from datetime import date

import pytest

from models import days, engine, store
from models.agreements import Agreement, Amendment, OpinionRow, Party
from models.errors import Refused
from models.partners import Partner
from models.units import Unit
from tests.models.agreed import DECISION, END, opinions, parties, whole
from tests.models.life import Way, complaints, fill, forward, put, told

WAYS = [
    Way("IDEA", "NEGOTIATING", {"type": "ban_ghi_nho", "signed_as": "UBND_TINH", "proposer": 1, "parties": parties}),
    Way("NEGOTIATING", "CONSULTING", {"draft_ready": True, "opinion_asked_on": "2026-02-01", "opinions": opinions}),
    Way("CONSULTING", "APPROVED", {**DECISION, "approved_by": "CT_UBND"}),
    Way("CONSULTING", "OBJECTED", {"opinions": lambda: opinions("OBJECT")}),
    Way("OBJECTED", "APPROVED", {"consent_number": "1/TTg", "consent_date": "2026-03-01", **DECISION}),
    *(Way(start, "DROPPED", reason=True) for start in ("IDEA", "NEGOTIATING", "CONSULTING", "OBJECTED", "APPROVED")),
    Way("APPROVED", "SIGNED", {"signed_on": "2026-03-05", "signed_at": "Điện Biên Phủ", "authorised": False}),
    Way("SIGNED", "IN_FORCE", {"effective_on": "2026-03-05", "valid_until": "2031-03-05"}),
    Way("IN_FORCE", "SUSPENDED", {**END, "suspended_from": "2026-09-01", "suspended_until": "2026-12-31"}),
    Way("SUSPENDED", "IN_FORCE"),
    Way("IN_FORCE", "EXPIRED", {"valid_until": "2026-11-20"}),
    *(Way(start, end, END) for start in ("IN_FORCE", "SUSPENDED") for end in ("TERMINATED", "WITHDRAWN")),
    Way("IN_FORCE", "REPLACED", {**END, "replaced_by": 1}),
]


@pytest.fixture
def made(partner: Partner, unit: Unit) -> Agreement:
    return whole(partner, unit)


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_each_step_asks_for_what_the_practice_names(made: Agreement, way: Way) -> None:
    for name in way.needs:
        tried = put(made, way.start)
        fill(tried, way.needs)
        fill(tried, {name: [] if name in ("parties", "opinions") else None})
        assert name in complaints(tried, way.end), f"{way} does not ask for {name}"
        assert tried.state == way.start
    tried = put(made, way.start)
    fill(tried, way.needs)
    if way.reason:
        assert complaints(tried, way.end, note=None) == ["note"]
    assert complaints(tried, way.end) == []
    assert store.load("agreement", made.id).state == way.end  # type: ignore[attr-defined]


def test_there_are_no_other_steps_forward(made: Agreement) -> None:
    assert forward(made) == told(WAYS)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("IDEA", "SIGNED"),
        ("IDEA", "IN_FORCE"),
        ("NEGOTIATING", "APPROVED"),
        ("CONSULTING", "SIGNED"),
        ("APPROVED", "IN_FORCE"),
        ("SIGNED", "EXPIRED"),
        ("SIGNED", "DROPPED"),
        ("TERMINATED", "REPLACED"),
        ("EXPIRED", "SUSPENDED"),
        ("IN_FORCE", "IN_FORCE"),
    ],
)
def test_a_step_that_skips_the_order_is_refused(made: Agreement, start: str, end: str) -> None:
    assert complaints(put(made, start), end) == ["state"]


@pytest.mark.parametrize(("start", "end"), [("SIGNED", "APPROVED"), ("DROPPED", "IDEA"), ("EXPIRED", "IN_FORCE")])
def test_a_step_back_needs_a_reason(made: Agreement, start: str, end: str) -> None:
    tried = put(made, start)
    assert complaints(tried, end, note=None) == ["note"]
    assert complaints(tried, end) == []


def test_the_drafts_must_be_there_a_no_is_not_enough(made: Agreement) -> None:
    tried = put(made, "NEGOTIATING")
    fill(tried, {"draft_ready": False})
    assert complaints(tried, "CONSULTING") == ["draft_ready"]


@pytest.mark.parametrize(
    ("signed_as", "body", "asked"),
    [
        ("UBND_TINH", "Sở Tư pháp", False),
        ("HDND_TINH", "Sở Tư pháp", False),
        ("UBND_TINH", "BỘ NGOẠI GIAO (Vụ Luật pháp và Điều ước quốc tế)", True),
        ("UBND_TINH", "Ministry of Foreign Affairs", True),
        ("UBND_XA_BG", "Sở Ngoại vụ", True),
    ],
)
def test_a_province_must_ask_the_ministry_of_foreign_affairs(
    made: Agreement, signed_as: str, body: str, asked: bool
) -> None:
    tried = put(made, "NEGOTIATING")
    rows = [OpinionRow(body=body, asked_on="2026-02-01", answer="PENDING")]
    fill(tried, {"signed_as": signed_as, "opinions": lambda: rows})
    assert complaints(tried, "CONSULTING") == ([] if asked else ["opinions"])


def test_approval_waits_for_every_answer_or_the_end_of_its_time(made: Agreement) -> None:
    tried = put(made, "CONSULTING")
    assert isinstance(tried, Agreement)
    tried.opinions[0].answer = "PENDING"
    days.set_today(date(2026, 2, 10))
    assert complaints(tried, "APPROVED") == ["opinions"]
    days.set_today(date(2026, 2, 11))
    assert complaints(tried, "APPROVED") == []


def test_without_a_set_time_approval_waits_seven_working_days_for_the_answer(made: Agreement) -> None:
    tried = put(made, "CONSULTING")
    assert isinstance(tried, Agreement)
    tried.opinions[0].answer, tried.opinions[0].due_on = "PENDING", None
    days.set_today(date(2026, 2, 10))  # asked on Sunday 1 February: the seventh working day
    assert complaints(tried, "APPROVED") == ["opinions"]
    days.set_today(date(2026, 2, 11))
    assert complaints(tried, "APPROVED") == []


def test_an_objection_leads_to_the_prime_minister_and_only_an_objection(made: Agreement) -> None:
    tried = put(made, "CONSULTING")
    assert complaints(tried, "OBJECTED") == ["opinions"]
    assert isinstance(tried, Agreement)
    tried.opinions[0].answer = "OBJECT"
    assert complaints(tried, "APPROVED") == ["opinions"]
    assert complaints(tried, "OBJECTED") == []


def test_both_sides_sign_each_with_a_name(made: Agreement) -> None:
    tried = put(made, "APPROVED")
    assert isinstance(tried, Agreement)
    tried.parties[1].signatory = None
    assert complaints(tried, "SIGNED") == ["parties"]
    tried.parties = parties()[:1]
    assert complaints(tried, "SIGNED") == ["parties"]
    tried.parties = parties()[1:]
    assert complaints(tried, "SIGNED") == ["parties"]


def test_five_parties_sign_one_agreement(made: Agreement) -> None:
    tried = put(made, "APPROVED")
    assert isinstance(tried, Agreement)
    names = ("Lào Cai", "Tuyên Quang", "Lai Châu")
    tried.parties = [*parties(), *(Party(side="OURS", name=name, signatory=f"Ông {name}") for name in names)]
    assert complaints(tried, "SIGNED") == []
    assert len(store.load("agreement", made.id).parties) == 5  # type: ignore[attr-defined]
    assert store.load("agreement", made.id).value("partners") == "Chính quyền Phông Sa Lỳ"


def test_a_signature_by_authorisation_needs_its_paper(made: Agreement) -> None:
    tried = put(made, "APPROVED")
    fill(tried, {"authorised": True})
    assert complaints(tried, "SIGNED") == ["authorisation_number"]
    fill(tried, {"authorisation_number": "2/GUQ"})
    assert complaints(tried, "SIGNED") == []


def test_nothing_is_signed_or_in_force_before_its_day(made: Agreement) -> None:
    days.set_today(date(2026, 3, 4))
    assert complaints(put(made, "APPROVED"), "SIGNED") == ["signed_on"]
    assert complaints(put(made, "SIGNED"), "IN_FORCE") == ["effective_on"]
    days.set_today(date(2026, 3, 5))
    assert complaints(put(made, "APPROVED"), "SIGNED") == []
    assert complaints(put(made, "SIGNED"), "IN_FORCE") == []


def test_an_agreement_without_end_may_come_into_force(made: Agreement) -> None:
    tried = put(made, "SIGNED")
    fill(tried, {"valid_until": None, "unlimited": True})
    assert complaints(tried, "IN_FORCE") == []


@pytest.mark.parametrize(
    ("valid_until", "renews", "over"),
    [
        ("2026-11-20", False, True),
        ("2026-11-21", False, False),
        ("2026-11-20", True, False),
        ("2026-10", False, True),
        ("2026-11", False, False),
        ("2026", False, False),
    ],
)
def test_an_agreement_expires_after_its_last_day_unless_it_renews(
    made: Agreement, valid_until: str, renews: bool, over: bool
) -> None:
    tried = put(made, "IN_FORCE")
    fill(tried, {"valid_until": valid_until, "renews": renews, "suspended_from": None, "suspended_until": None})
    assert complaints(tried, "EXPIRED") == ([] if over else ["valid_until"])


def test_an_extension_is_a_row_of_its_own_with_number_and_date(made: Agreement) -> None:
    tried = put(made, "IN_FORCE")
    assert isinstance(tried, Agreement)
    tried.amendments = [Amendment(content="Gia hạn 5 năm", valid_until="2036-03-05")]
    with pytest.raises(Refused) as refused:
        store.save(tried)
    assert [each.field for each in refused.value.complaints] == ["amendments", "amendments", "valid_until"]
    assert refused.value.complaints[0].text("en") == "Row 1: Fill in: Document number."
    fill(tried.amendments[0], {"number": "9/PL", "dated": "2026-09-01"})
    fill(tried, {"valid_until": "2036-03-05"})
    store.save(tried)
    assert (tried.state, len(store.load("agreement", made.id).amendments)) == ("IN_FORCE", 1)  # type: ignore[attr-defined]


def test_every_step_is_kept_in_the_history_of_states(made: Agreement) -> None:
    store.move(made, "NEGOTIATING")
    store.move(made, "DROPPED", note="Phía bạn rút")
    asked = 'SELECT start, "end", note FROM state_change WHERE kind = ? AND record = ? ORDER BY id'
    assert engine.rows(asked, ("agreement", made.id)) == [
        (None, "IDEA", None),
        ("IDEA", "NEGOTIATING", None),
        ("NEGOTIATING", "DROPPED", "Phía bạn rút"),
    ]
