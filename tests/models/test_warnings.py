"""What looks wrong is said in words, never put right in silence; a warning does not stop a save."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models import engine, store
from models.agreements import Agreement
from models.aid import Aid, Disbursement
from models.checks import Complaint
from models.classified import CONCERNED, stamp_in
from models.conclusions import Conclusion
from models.delegations import Delegation, Member
from models.documents import Document
from models.incidents import Incident
from models.kinds import PAGES
from models.ngos import Ngo
from models.partners import Partner
from models.people import Person
from models.record import Record
from models.sessions import Proposal, Session


def warned(record: Record, field: str) -> list[str]:
    return [each.text("en") for each in record.complaints() if each.warning and each.field == field]


def refused(record: Record, field: str) -> list[Complaint]:
    return [each for each in record.complaints() if not each.warning and each.field == field]


def another(visit: Delegation, page: str = "inbound", **values: Any) -> Any:
    """Make one more delegation on the days of the first."""
    made: Any = PAGES[page].blank()
    left = ("id", "uuid", "code", "version", "head", "direction", "state")
    for name, value in visit.__data__.items():
        if name not in left:
            setattr(made, name, value)
    made.host_units, made.members = visit.host_units, [Member(name="Khamphoy Vannasane", is_head=True)]
    for name, value in values.items():
        setattr(made, name, value)
    return made


# One leader in two delegations


def test_a_head_of_two_delegations_on_the_same_days_is_told(visit: Delegation) -> None:
    store.save(visit)
    other = another(visit, name="Đoàn Luông Nậm Thà", starts="2026-03-07", ends="2026-03-09")
    assert warned(other, "members") == [
        f"Khamphoy Vannasane is with another delegation then: {visit.code} {visit.name} (05/03/2026 – 07/03/2026)."
    ]
    store.save(other)
    assert len(warned(visit, "members")) == 1, "the first one says it too"


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        ("2026-03-01", "2026-03-04", 0), ("2026-03-01", "2026-03-05", 1), ("2026-03-06", "2026-03-06", 1),
        ("2026-03-01", "2026-03-31", 1), ("2026-03-08", "2026-03-09", 0), ("2026-03", "2026-03", 0),
        ("2025-03-05", "2025-03-07", 0),
    ],
)  # fmt: skip
def test_only_days_that_overlap_count(visit: Delegation, starts: str, ends: str, told: int) -> None:
    store.save(visit)
    assert len(warned(another(visit, starts=starts, ends=ends), "members")) == told


@pytest.mark.parametrize("changes", [{"removed_at": "2026-01-01"}, {"state": "CANCELLED"}, {"draft": 1}])
def test_a_delegation_that_does_not_come_is_no_clash(visit: Delegation, changes: dict[str, Any]) -> None:
    store.save(visit)
    for name, value in changes.items():
        engine.execute(f"UPDATE delegation SET {name} = ? WHERE id = ?", (value, visit.id))
    assert warned(another(visit), "members") == []


def test_a_host_who_leads_a_trip_on_the_same_days_is_told(visit: Delegation) -> None:
    visit.host_leader = "Đ/c Lê Văn Lương, Phó Chủ tịch UBND tỉnh; ông Trần Tiến Dũng (Bí thư)"
    store.save(visit)
    trip = another(visit, "outbound", members=[Member(name="LÊ VĂN LƯƠNG", is_head=True)])
    assert len(warned(trip, "members")) == 1
    host = another(visit, members=[], host_leader="Đồng chí Trần Tiến Dũng")
    assert len(warned(host, "host_leader")) == 1


def test_a_linked_person_is_known_under_any_name_and_a_namesake_who_only_comes_along_is_not(visit: Delegation) -> None:
    person = store.save(Person.blank(name="Bounthavy Sisouphanthong", country="LA"))
    visit.members = [Member(name="Bounthavy", person=person.id)]
    store.save(visit)
    linked = another(visit, members=[Member(name="Ngài Bounthavy S.", person=person.id)])
    assert len(warned(linked, "members")) == 1
    assert warned(another(visit, members=[Member(name="Khác", is_head=False)]), "members") == []


def test_one_question_that_walks_an_index_finds_the_clashes(visit: Delegation, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(visit)
    other, asked = another(visit), []
    ask = engine.rows

    def listen(sql: str, values: Any = ()) -> Any:
        asked.append((sql, values))
        return ask(sql, values)

    monkeypatch.setattr(engine, "rows", listen)
    other.complaints()
    (question,) = asked
    plan = " ".join(str(row) for row in ask(f"EXPLAIN QUERY PLAN {question[0]}", question[1]))
    assert "SEARCH d USING INDEX delegation_starts" in plan, plan
    assert "SEARCH m USING INDEX" in plan, plan


# Counts, heads, titles, aid


def test_fewer_persons_than_members_and_two_heads_are_refused(visit: Delegation) -> None:
    visit.persons = 1
    assert refused(visit, "persons")
    visit.persons, visit.members[1].is_head = 12, True
    assert refused(visit, "members")


@pytest.mark.parametrize("title", ["Hiệp định về vận tải", "HIỆP ƯỚC", "Công ước biên giới", "Định ước"])
def test_a_title_kept_for_treaties_is_told(office: Path, title: str) -> None:
    assert warned(Agreement.blank(name=title), "name")


def test_aid_paid_out_before_its_approval_is_refused(office: Path) -> None:
    paid = Aid.blank(disbursements=[Disbursement(paid_on="2026-03-01", amount=1, currency="VND")])
    assert refused(paid, "disbursements")
    paid.approval_date = "2026-03-02"
    assert refused(paid, "disbursements")
    paid.approval_date = "2026-03-01"
    assert not refused(paid, "disbursements")


def test_aid_that_was_approved_while_its_state_says_otherwise_is_told(office: Path) -> None:
    aid = Aid.blank(approval_date="2026-03-01")
    (told,) = warned(aid, "approval_date")
    assert "its state is still “Being sought”" in told
    aid.state = "APPROVED"
    assert warned(aid, "approval_date") == []


def test_the_ngo_is_asked_of_its_kind_of_donor_only_and_nothing_filled_is_hidden(office: Path) -> None:
    def asked(aid: Aid) -> set[str]:
        return {"ngo", "recipients"} & {field.name for field in aid.asked()}

    assert asked(Aid.blank(direction="IN", donor_kind="pcpnn")) == {"ngo"}
    assert asked(Aid.blank(direction="OUT", donor_kind="chinh_phu")) == {"recipients"}
    assert asked(Aid.blank(direction="IN", recipients=["partner:1"])) == {"recipients"}


def test_the_partner_that_a_foreign_ngo_is_is_proposed_as_donor(office: Path) -> None:
    partner = Partner.blank(name="Plan International", type="pcpnn", country="GB")
    store.save(partner)
    ngo = Ngo.blank(name="Plan", content="x", area="y", licensed=True, partner=partner.id)
    store.save(ngo)
    assert Aid.blank(ngo=ngo.id).proposed() == {"donor": partner.id}
    assert Aid.blank().proposed() == {}


def test_emergency_aid_without_the_day_of_the_disaster_is_told(office: Path) -> None:
    urgent = Aid.blank(emergency=True)
    assert warned(urgent, "disaster_on")
    urgent.disaster_on = "2026-09-10"
    assert not warned(urgent, "disaster_on")


def test_of_an_old_aid_the_day_of_approval_may_be_unknown(office: Path) -> None:
    old = Aid.blank(state="FINISHED", unknown="approval_number approval_date")
    old.disbursements = [Disbursement(paid_on="2016-03-01", amount=1, currency="VND")]
    assert not refused(old, "disbursements")
    old.state = "MOBILISING"
    assert refused(old, "disbursements"), "only late entry may leave it unknown"


def test_a_payment_that_was_changed_does_not_keep_its_old_value_in_dong(office: Path) -> None:
    paid = Aid.blank(approval_date="2026-01-01", currency="USD")
    paid.disbursements = [Disbursement(paid_on="2026-03-01", amount=Decimal(5), currency="USD", rate=Decimal(25_000))]
    paid.complete()
    assert (paid.paid_vnd, refused(paid, "disbursements")) == (125_000, [])
    paid.disbursements[0].amount = Decimal(50)
    (told,) = refused(paid, "disbursements")
    assert "not the amount times the rate" in told.text("en")
    paid.disbursements[0].amount_vnd = None
    paid.complete()
    assert (paid.paid_vnd, refused(paid, "disbursements")) == (1_250_000, [])


def test_a_sum_that_leaves_a_payment_out_says_so(office: Path) -> None:
    paid = Aid.blank(approval_date="2026-01-01")
    paid.disbursements = [Disbursement(paid_on="2026-03-01", amount=Decimal(5), currency="VND")]
    paid.disbursements.append(Disbursement(paid_on="2026-03-02", amount=Decimal(5), currency="USD"))
    paid.complete()
    assert (paid.paid_vnd, len(warned(paid, "disbursements"))) == (5, 1)


# Classified matters

STAMPS = [
    ("TUYỆT MẬT", "TUYỆT MẬT"), ("Tài liệu tối mật của Bộ", "TỐI MẬT"), ("(MẬT) Phương án hiệp thương", "MẬT"),
    ("Độ MẬT: 12/PA-BCH", "MẬT"), ("Văn bản MẬT số 15", "MẬT"), ("ĐỘ MẬT CAO", "MẬT"),
    ("mật ong Sì Choang", ""), ("HỢP TÁC XÃ MẬT ONG", ""), ("Mật độ dân số", ""), ("MẬT ĐỘ DÂN SỐ", ""), ("bí mật", ""),
    ("", ""), ("mật thiết", ""), ("AMẬT", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stamp"), STAMPS)
def test_the_mark_of_a_state_secret_is_known_from_a_common_word(text: str, stamp: str) -> None:
    assert stamp_in(text) == stamp


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Incident, "content"),
        (Session, "agenda"),
        (Conclusion, "content"),
        (Document, "subject"),
        (Delegation, "programme"),
    ],
)
def test_a_text_that_bears_the_mark_is_told(office: Path, record: type[Record], field: str) -> None:
    assert warned(record.blank(**{field: "Phương án đàm phán (TUYỆT MẬT)"}), field) == [
        "“TUYỆT MẬT” is the mark of a state secret. Classified content must not be kept here."
    ]
    assert warned(record.blank(**{field: "Phương án đón đoàn"}), field) == []


def test_a_row_that_bears_the_mark_is_told(office: Path) -> None:
    session = Session.blank(proposals=[Proposal(side="OURS", content="TỐI MẬT: …")])
    assert [each.startswith("Row 1: ") for each in warned(session, "proposals")] == [True]


def test_the_sentence_concerns_the_papers_of_the_border() -> None:
    assert {"incident", "session", "conclusion", "document"} == CONCERNED
