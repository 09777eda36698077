"""The life of delegations: every step of the practice, what it asks for, and what is never allowed."""

from datetime import date
from typing import Any

import pytest

from models import days, engine, history, store
from models.actions import FollowUp
from models.delegations import Delegation, Member
from models.errors import Closed, Refused
from models.partners import Partner
from models.text import say
from models.units import Unit
from tests.models.every_life import (
    DECISION,
    INBOUND,
    OUTBOUND,
    PERMIT,
    REPORT,
    REQUEST,
    SUPPLEMENT,
    SUPPLEMENTED,
)
from tests.models.every_life import headed as one_head
from tests.models.life import Way, complaints, fill, forward, put, told

SUBMISSION = {"submission_number": "7/TTr", "submission_date": "2026-02-05"}
PROGRAMME = {"programme": "Sáng hội đàm, chiều thăm cửa khẩu"}
CHANGES = {"plan_changes": "Rút ngắn một ngày do thời tiết"}
RESULT = {"result": "Thống nhất ba nội dung"}
KEPT = {"retention": "Y10"}
PAPERS = {**REQUEST, **PERMIT, **DECISION, **REPORT, **RESULT, **SUPPLEMENT, **SUPPLEMENTED, **SUBMISSION, **KEPT}


@pytest.fixture
def coming(visit: Delegation) -> Delegation:
    """A saved inbound delegation with everything a step may ask for, but no passports."""
    visit.members = one_head()
    fill(visit, {**PAPERS, **PROGRAMME, "admin_level": "so"})
    store.save(visit)
    return visit


@pytest.fixture
def going(partner: Partner, unit: Unit, visit: Delegation) -> Delegation:
    """A saved outbound delegation with everything a step may ask for."""
    kept = {name: value for name, value in visit.__data__.items() if name not in ("id", "uuid", "state", "direction")}
    made = Delegation.blank(direction="out", **kept)
    made.members = one_head()
    fill(made, {**PAPERS, **CHANGES, "decided_by": "UBND"})
    fill(made, {"requesting_unit": unit.id, "inviter": partner.id, "invitation_number": "3/TM", "cost": 1000})
    fill(made, {"cost_currency": "USD", "nothing_to_follow": True})
    store.save(made)
    return made


def walk(record: Any, way: Way) -> None:
    """Take one step with each needed thing missing in turn, then with everything there."""
    for name, good in way.needs.items():
        tried = put(record, way.start)
        empty: Any = [] if name in ("countries", "members", "host_units") else None
        fill(tried, {name: empty, "head": None})
        assert name in complaints(tried, way.end), f"{way} does not ask for {name}"
        assert tried.state == way.start
        fill(tried, {name: good})
        assert complaints(tried, way.end) == []
    tried = put(record, way.start)
    if way.reason:
        assert complaints(tried, way.end, note=None) == ["note"]
    assert complaints(tried, way.end) == []
    assert store.load(record.kind, record.id).state == way.end  # type: ignore[attr-defined]


@pytest.mark.parametrize("way", INBOUND, ids=str)
def test_each_step_of_a_visit_asks_for_what_the_practice_names(coming: Delegation, way: Way) -> None:
    walk(coming, way)


@pytest.mark.parametrize("way", OUTBOUND, ids=str)
def test_each_step_of_a_trip_asks_for_what_the_practice_names(going: Delegation, way: Way) -> None:
    walk(going, way)


def test_there_are_no_other_steps_forward() -> None:
    assert forward(Delegation.blank(direction="in")) == told(INBOUND)
    assert forward(Delegation.blank(direction="out")) == told(OUTBOUND)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("PLANNED", "APPROVED"),
        ("PLANNED", "CLOSED"),
        ("RECEIVED", "ONGOING"),
        ("SUBMITTED", "ENDED"),
        ("APPROVED", "REPORTED"),
        ("ONGOING", "CANCELLED"),
        ("ONGOING", "POSTPONED"),
        ("ENDED", "CLOSED"),
        ("REJECTED", "APPROVED"),
        ("CLOSED", "ENDED"),
        ("PLANNED", "DEPARTED"),
        ("PLANNED", "nonsense"),
    ],
)
def test_a_step_that_skips_the_order_is_refused(coming: Delegation, start: str, end: str) -> None:
    tried = put(coming, start)
    assert complaints(tried, end) == ["state"]
    assert store.load("delegation", coming.id).state == start  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("start", "end"),
    [("RECEIVED", "PLANNED"), ("APPROVED", "SUBMITTED"), ("ENDED", "ONGOING"), ("CANCELLED", "PLANNED")],
)
def test_a_step_back_needs_a_reason_and_no_fields(coming: Delegation, start: str, end: str) -> None:
    tried = put(coming, start)
    tried.request_number = None  # type: ignore[attr-defined]
    assert complaints(tried, end, note=None) == ["note"]
    assert complaints(tried, end) == []


def test_a_closed_visit_is_read_only_until_it_is_reopened_with_a_reason(coming: Delegation) -> None:
    closed = put(coming, "CLOSED")
    closed.content = "Sửa lén"  # type: ignore[attr-defined]
    with pytest.raises(Closed):
        store.save(closed)
    closed = put(coming, "CLOSED")
    assert complaints(closed, "REPORTED", note=None) == ["note"]
    assert complaints(closed, "REPORTED", note="Bổ sung kết quả") == []
    closed.content = "Sửa có lý do"  # type: ignore[attr-defined]
    store.save(closed)
    assert store.load("delegation", coming.id).value("content") == "Sửa có lý do"


def test_only_what_the_host_unit_manages_is_approved_without_submission(coming: Delegation) -> None:
    tried = put(coming, "RECEIVED")
    fill(tried, {"admin_level": "tinh"})
    assert complaints(tried, "APPROVED") == ["admin_level"]
    fill(tried, {"admin_level": "xa"})
    assert complaints(tried, "APPROVED") == []


def test_the_history_of_states_tells_from_to_day_who_and_why(coming: Delegation) -> None:
    store.move(coming, "RECEIVED", on_day="2026-02-01")
    store.move(coming, "CANCELLED", note="Phía bạn hoãn")
    read = [(row[0], row[1], row[2], row[4]) for row in rows_of_steps(coming)]
    assert read == [
        ("RECEIVED", "CANCELLED", "2026-11-21", "Phía bạn hoãn"),
        ("PLANNED", "RECEIVED", "2026-02-01", None),
        (None, "PLANNED", "2026-11-21", None),
    ]
    assert all(row[3] for row in rows_of_steps(coming))
    assert coming.state_since == "2026-11-21"


def rows_of_steps(record: Delegation) -> list[tuple[Any, ...]]:
    return engine.rows(
        'SELECT start, "end", on_day, who, note FROM state_change WHERE kind = ? AND record = ? ORDER BY id DESC',
        (record.kind, record.id),
    )


def test_a_refused_step_leaves_no_trace(coming: Delegation) -> None:
    before = len(history.read("delegation", coming.id)), len(rows_of_steps(coming))
    with pytest.raises(Refused):
        store.move(coming, "CLOSED")
    assert coming.state == "PLANNED"
    assert (len(history.read("delegation", coming.id)), len(rows_of_steps(coming))) == before


def test_a_visit_begins_on_its_day_and_ends_on_its_day(coming: Delegation) -> None:
    tried = put(coming, "APPROVED")
    days.set_today(date(2026, 3, 4))
    assert complaints(tried, "ONGOING") == ["starts"]
    days.set_today(date(2026, 3, 5))
    assert complaints(tried, "ONGOING") == []
    days.set_today(date(2026, 3, 6))
    assert complaints(tried, "ENDED") == ["ends"]
    days.set_today(date(2026, 3, 7))
    assert complaints(tried, "ENDED") == []


@pytest.mark.parametrize("heads", [0, 2])
def test_a_submission_needs_exactly_one_head(coming: Delegation, heads: int) -> None:
    tried = put(coming, "RECEIVED")
    assert isinstance(tried, Delegation)
    tried.members = [Member(name=f"Người {n}", is_head=n < heads) for n in range(3)]
    assert "members" in complaints(tried, "SUBMITTED")


def test_a_past_visit_may_be_entered_late_as_reported_with_all_required_fields(visit: Delegation) -> None:
    visit.state = "REPORTED"
    visit.purpose = None
    with pytest.raises(Refused):
        store.save(visit)
    visit.purpose = "khao_sat"
    store.save(visit)
    assert (visit.state, visit.code) == ("REPORTED", "2026-001-DV")


def test_late_entry_accepts_unknown_for_what_the_source_does_not_say(visit: Delegation) -> None:
    visit.state, visit.unknown, visit.partner, visit.ends = "REPORTED", "partner ends", None, None
    store.save(visit)
    again = store.load("delegation", visit.id)
    assert again.value("unknown") == "partner ends"


def test_unknown_is_no_excuse_in_a_new_request(visit: Delegation) -> None:
    visit.unknown, visit.partner = "partner", None
    with pytest.raises(Refused) as refused:
        store.save(visit)
    assert [each.field for each in refused.value.complaints] == ["partner"]


@pytest.mark.parametrize("state", ["CLOSED", "ENDED", "APPROVED", "nonsense"])
def test_no_other_state_can_be_entered_without_its_steps(visit: Delegation, state: str) -> None:
    visit.state = state
    store.save(visit)
    assert visit.state == "PLANNED"


def test_passports_are_purged_or_dated_before_a_file_is_closed(coming: Delegation) -> None:
    tried = put(coming, "REPORTED")
    assert isinstance(tried, Delegation)
    tried.members[0].passport = "P1234567"
    assert complaints(tried, "CLOSED") == ["purge_on"]
    tried.purge_on = "2027-03-07"
    assert complaints(tried, "CLOSED") == []


def test_a_trip_is_closed_with_its_actions_or_the_word_that_there_are_none(going: Delegation, unit: Unit) -> None:
    tried = put(going, "REPORTED")
    assert isinstance(tried, Delegation)
    tried.nothing_to_follow = None
    assert complaints(tried, "CLOSED") == ["nothing_to_follow"]
    task = FollowUp.blank(name="Gửi công hàm", lead=unit.id, assigned_on="2026-03-10", fields=["y_te"])
    task.source = [going.reference]
    store.save(task)
    store.remove(task)
    assert complaints(tried, "CLOSED") == ["nothing_to_follow"]
    store.restore(task)
    assert complaints(tried, "CLOSED") == []


def test_a_trip_decided_by_the_party_committee_needs_its_document_too(going: Delegation) -> None:
    tried = put(going, "SUBMITTED")
    fill(tried, {"decided_by": "TINH_UY"})
    assert complaints(tried, "APPROVED") == ["second_permit_number"]
    fill(tried, {"second_permit_number": "8/TB-TU"})
    assert complaints(tried, "APPROVED") == []


def test_each_state_has_words_and_a_colour() -> None:
    for direction in ("in", "out"):
        record = Delegation.blank(direction=direction)
        for state in record.lifecycle().states:
            record.state = state
            assert record.state_text("en") != state
            assert say(record.state_text("en"))
