"""The life of follow-up actions: one lead, one source, dates in order, and the steps of the practice."""

from typing import Any

import pytest

from models import engine, history, store
from models.actions import FollowUp
from models.delegations import Delegation
from models.errors import Closed, Refused
from models.mechanisms import Mechanism
from models.sessions import Session, SessionParty
from models.units import Unit
from tests.models.every_life import ACTION as WAYS
from tests.models.life import Way, complaints, fill, forward, put, told


@pytest.fixture
def session(unit: Unit) -> Session:
    """Session 12 of a mechanism, planned."""
    series = Mechanism.blank(name="Nhóm công tác liên hợp", type="ncth", countries=["CN"])
    store.save(series)
    made = Session.blank(mechanism=series.id, ordinal=12, parties=[SessionParty(side="OURS", name="Lai Châu")])
    store.save(made)
    return made


@pytest.fixture
def task(unit: Unit, session: Session) -> FollowUp:
    """A saved action with everything a step may ask for."""
    made = FollowUp.blank(
        name="Gửi công hàm cảm ơn",
        source_words="Biên bản phiên 11, mục 3",
        fields=["y_te"],
        lead=unit.id,
        assigned_on="2026-10-01",
        due_on="2026-12-31",
        result="Đã gửi",
        done_on="2026-11-01",
        evidence="5/CV",
        confirmed_by="Trần Thị Lan",
        review_on="2026-12-01",
        carried_session=session.id,
    )
    store.save(made)
    return made


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_each_step_asks_for_what_the_practice_names(task: FollowUp, way: Way) -> None:
    for name in way.needs:
        tried = put(task, way.start)
        fill(tried, {name: None})
        assert name in complaints(tried, way.end), f"{way} does not ask for {name}"
        assert tried.state == way.start
    tried = put(task, way.start)
    if way.reason:
        assert complaints(tried, way.end, note=None) == ["note"]
    assert complaints(tried, way.end) == []


def test_there_are_no_other_steps_forward(task: FollowUp) -> None:
    assert forward(task) == told(WAYS)


@pytest.mark.parametrize(
    ("start", "end"),
    [("NEW", "DONE"), ("NEW", "WAIT_CONFIRM"), ("DOING", "DONE"), ("PAUSED", "DONE"), ("NEW", "CARRIED")],
)
def test_a_step_that_skips_the_order_is_refused(task: FollowUp, start: str, end: str) -> None:
    assert complaints(put(task, start), end) == ["state"]


def test_what_was_not_done_well_goes_back_with_a_reason(task: FollowUp) -> None:
    tried = put(task, "WAIT_CONFIRM")
    assert complaints(tried, "DOING", note=None) == ["note"]
    assert complaints(tried, "DOING", note="Thiếu bản dịch") == []


@pytest.mark.parametrize(("state", "back"), [("DONE", "WAIT_CONFIRM"), ("CANCELLED", "DOING"), ("CARRIED", "DOING")])
def test_what_is_over_is_read_only_until_reopened_with_a_reason(task: FollowUp, state: str, back: str) -> None:
    over = put(task, state)
    over.note = "Sửa lén"  # type: ignore[attr-defined]
    with pytest.raises(Closed):
        store.save(over)
    over = put(task, state)
    assert complaints(over, back, note=None) == ["note"]
    assert complaints(over, back) == []


def test_a_result_does_not_lie_in_the_future(task: FollowUp) -> None:
    tried = put(task, "DOING")
    fill(tried, {"done_on": "2026-11-22"})
    assert complaints(tried, "WAIT_CONFIRM") == ["done_on"]
    fill(tried, {"done_on": "2026-11-21"})
    assert complaints(tried, "WAIT_CONFIRM") == []


def test_an_action_has_exactly_one_lead(task: FollowUp, unit: Unit) -> None:
    task.lead = None
    with pytest.raises(Refused) as refused:
        store.save(task)
    assert [each.field for each in refused.value.complaints] == ["lead"]
    assert not isinstance(task.value("lead"), list)
    task.lead = unit.id
    task.cooperating = [unit.reference]
    store.save(task)


def test_the_source_is_one_record_or_words(task: FollowUp, visit: Delegation) -> None:
    store.save(visit)
    task.source_words = None
    with pytest.raises(Refused) as refused:
        store.save(task)
    assert [each.field for each in refused.value.complaints] == ["source"]
    task.source = [visit.reference]
    store.save(task)
    assert ("action", task.id) in [(kind, number) for kind, number, *_ in store.linked(visit)]
    task.source = [visit.reference, "agreement:1"]
    with pytest.raises(Refused):
        store.save(task)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"due_on": "2026-09-30"}, "due_on"),
        ({"done_on": "2026-09-30"}, "done_on"),
        ({"progress": 101}, "progress"),
        ({"progress": -1}, "progress"),
    ],
)
def test_dates_stand_in_order_and_progress_is_a_share(task: FollowUp, values: dict[str, Any], field: str) -> None:
    fill(task, values)
    with pytest.raises(Refused) as refused:
        store.save(task)
    assert [each.field for each in refused.value.complaints] == [field]


@pytest.mark.parametrize(
    "values", [{"due_on": "2026-10-01", "done_on": "2026-10-01"}, {"progress": 0}, {"progress": 100}]
)
def test_the_very_day_and_the_ends_of_the_share_are_good(task: FollowUp, values: dict[str, Any]) -> None:
    fill(task, values)
    store.save(task)


def test_a_task_may_have_no_time_limit(task: FollowUp) -> None:
    task.due_on = None
    store.save(task)


def test_a_new_time_limit_leaves_the_old_one_in_history(task: FollowUp) -> None:
    task.due_on = "2027-01-31"
    store.save(task, note="Chờ phía bạn trả lời")
    newest = history.read("action", task.id)[0]
    assert newest.note == "Chờ phía bạn trả lời"
    assert [(each.path, each.old, each.new) for each in newest.changes if each.path == "due_on"] == [
        ("due_on", "2026-12-31", "2027-01-31")
    ]


@pytest.mark.parametrize("state", ["DOING", "DONE"])
def test_what_was_at_work_before_the_program_came_is_entered_as_it_is(task: FollowUp, state: str) -> None:
    values = {name: value for name, value in task.__data__.items() if name not in ("id", "uuid", "code", "state")}
    late = FollowUp.blank(**values, state=state)
    store.save(late)
    assert (late.state, late.code) == (state, "2026-002-VB")


def test_every_step_is_kept_in_the_history_of_states(task: FollowUp) -> None:
    store.move(task, "DOING", on_day="2026-10-02")
    store.move(task, "PAUSED", note="Chờ kinh phí")
    asked = 'SELECT start, "end", on_day, note FROM state_change WHERE kind = ? AND record = ? ORDER BY id'
    assert engine.rows(asked, ("action", task.id))[1:] == [
        ("NEW", "DOING", "2026-10-02", None),
        ("DOING", "PAUSED", "2026-11-21", "Chờ kinh phí"),
    ]


COLUMNS = """name source source_words fields pillar lead cooperating counterpart assigned_on due_on progress result
    evidence done_on obstacles note code"""


def test_the_register_has_the_columns_of_the_practice() -> None:
    assert set(COLUMNS.split()) <= {field.name for field in FollowUp.described()}
    assert {field.name for field in FollowUp.described() if field.required} == {"name", "fields", "lead", "assigned_on"}
