"""Checklists: a template makes the actions of a visit, and offers to move the open ones when the visit moves."""

from dataclasses import replace
from typing import Any

import pytest

from models import checklists, engine, history, store
from models.checklists import Item, Template, carry_out, due_day, plan, shifts
from models.checklists.planning import NO_DAY, PAST, THERE, fields_of
from models.checklists.stock import STOCK
from models.delegations import Delegation
from models.errors import Refused
from models.kinds import PAGES
from models.text import speak
from models.units import Unit

TWO = Template("own_1", "inbound", "Đoàn thử", (
    Item("Gửi danh sách", "starts", -7, True, "host_units"), Item("Báo cáo kết quả", "ends", 10),
))  # fmt: skip


@pytest.fixture
def coming(visit: Delegation) -> Delegation:
    """A visit in January, two months ahead."""
    visit.starts, visit.ends = "2027-01-12", "2027-01-14"
    store.save(visit)
    return visit


def actions(record: Any) -> list[Any]:
    return [store.load("action", number) for kind, number in store.hanging(record) if kind == "action"]


# The templates


def test_every_shipped_template_counts_from_days_that_its_records_have() -> None:
    for template in STOCK:
        record = PAGES[template.page].blank()
        asked = {field.name for field in record.asked()}
        for item in template.items:
            assert item.anchor in checklists.ANCHORS[template.page], item
            assert item.anchor in asked, item
            assert not item.lead or item.lead in asked, item


@pytest.mark.parametrize("page", sorted(checklists.ANCHORS))
def test_the_days_and_units_offered_in_settings_are_fields_of_the_record(page: str) -> None:
    asked = {field.name for field in PAGES[page].blank().asked()}
    assert set(checklists.ANCHORS[page]) <= asked
    assert set(checklists.LEADS.get(page, ())) <= asked


def test_a_shipped_template_speaks_the_language_in_use(office: object) -> None:
    speak("en")
    assert checklists.offered("session")[0].title == "Session of a mechanism"


def test_the_office_changes_removes_and_restores_templates(office: object) -> None:
    first = checklists.templates()[0]
    checklists.keep(replace(first, title="Đoàn vào", items=first.items[:2]))
    assert (checklists.templates()[0].title, len(checklists.templates()[0].items)) == ("Đoàn vào", 2)
    checklists.forget(first.code)
    assert first.code not in [each.code for each in checklists.templates()]
    checklists.keep(TWO)
    checklists.restore()
    assert checklists.templates()[0] == first
    assert checklists.templates()[-1] == TWO
    assert checklists.new_code() == "own_2"
    checklists.forget("own_1")
    assert len(checklists.templates()) == len(STOCK)


# The plan


@pytest.mark.parametrize(
    ("anchor", "distance", "working", "due"),
    [
        ("2027-01-12", -7, False, "2027-01-05"), ("2027-01-12", -7, True, "2026-12-31"),
        ("2027-01-14", 10, False, "2027-01-24"),
        ("2027-01-15", 1, True, "2027-01-18"), ("2027-01-12", 0, False, "2027-01-12"), ("2027-01", 5, False, None),
        ("2027", 5, False, None), (None, 5, False, None),
    ],
)  # fmt: skip
def test_a_task_is_due_so_many_days_or_working_days_from_its_day(
    office: object, anchor: str | None, distance: int, working: bool, due: str | None
) -> None:
    assert due_day(anchor, distance, working) == due


def test_the_plan_shows_days_and_lead_units(coming: Delegation, unit: Unit) -> None:
    told = [(task.words, task.due, task.lead, task.wanted, task.remark) for task in plan(TWO, coming)]
    assert told == [
        ("Gửi danh sách", "2026-12-31", unit.id, True, ""),
        ("Báo cáo kết quả", "2027-01-24", unit.id, True, ""),
    ]


def test_what_is_past_there_or_without_a_day_is_said(visit: Delegation) -> None:
    visit.ends = "2027-01"
    store.save(visit)
    assert [(task.wanted, task.remark) for task in plan(TWO, visit)] == [(False, PAST), (True, NO_DAY)]
    carry_out(visit, plan(TWO, visit)[1:], ["y_te"])
    assert plan(TWO, visit)[1].remark == THERE
    assert not plan(TWO, visit)[1].wanted


def test_a_session_takes_the_fields_of_its_mechanism(office: object) -> None:
    session: Any = PAGES["session"].blank()
    assert fields_of(session) == []
    mechanism: Any = PAGES["mechanism"].blank()
    mechanism.fields = ["bien_gioi"]
    session.mechanism = mechanism
    assert fields_of(session) == ["bien_gioi"]


# The actions


def test_the_ticked_tasks_become_actions_of_the_visit(coming: Delegation, unit: Unit) -> None:
    first, second = plan(TWO, coming)
    made = carry_out(coming, [first, replace(second, wanted=False)], ["y_te"])
    assert [each.id for each in made] == [each.id for each in actions(coming)]
    (action,) = actions(coming)
    assert (action.name, action.due_on, action.value("lead"), action.source) == (
        "Gửi danh sách", "2026-12-31", unit.id, [coming.reference],
    )  # fmt: skip
    assert (action.anchor, action.anchor_days, action.anchor_working) == ("starts", -7, True)


def test_all_are_made_or_none(coming: Delegation) -> None:
    first, second = plan(TWO, coming)
    with pytest.raises(Refused):
        carry_out(coming, [first, replace(second, lead=None)], ["y_te"])
    assert actions(coming) == []
    assert engine.rows("SELECT count(*) FROM change WHERE kind = 'action'")[0][0] == 0


def test_many_actions_are_one_piece_of_news(coming: Delegation) -> None:
    heard: list[set[str]] = []
    stop = store.on_change(heard.append)
    carry_out(coming, plan(TWO, coming), ["y_te"])
    stop()
    assert heard == [{"action"}]


def test_a_task_whose_day_is_past_may_be_made_all_the_same(visit: Delegation) -> None:
    store.save(visit)
    late = replace(plan(TWO, visit)[0], wanted=True)
    (made,) = carry_out(visit, [late], ["y_te"])
    assert made.assigned_on == made.due_on == "2026-02-24"


# The visit moves


@pytest.fixture
def planned(coming: Delegation) -> Delegation:
    """The visit with its two actions."""
    carry_out(coming, plan(TWO, coming), ["y_te"])
    return coming


def moved(visit: Delegation, **values: Any) -> list[checklists.Shift]:
    since = visit.version
    for name, value in values.items():
        setattr(visit, name, value)
    store.save(visit)
    return shifts(visit, since)


def test_open_actions_are_offered_to_move_with_the_visit(planned: Delegation) -> None:
    found = moved(planned, starts="2027-01-19", ends="2027-01-22")
    assert [(each.name, each.old, each.new, each.own) for each in found] == [
        ("Gửi danh sách", "2026-12-31", "2027-01-08", False),
        ("Báo cáo kết quả", "2027-01-24", "2027-02-01", False),
    ]
    assert [each.due_on for each in actions(planned)] == ["2026-12-31", "2027-01-24"], "nothing moves in silence"


def test_only_what_hangs_on_the_moved_day_is_offered(planned: Delegation) -> None:
    assert [each.name for each in moved(planned, ends="2027-01-15")] == ["Báo cáo kết quả"]
    assert moved(planned, name="Tên khác") == []
    assert shifts(planned, planned.version) == []


@pytest.mark.parametrize("state", ["DONE", "CANCELLED", "CARRIED"])
def test_what_is_over_stays(planned: Delegation, state: str) -> None:
    engine.execute("UPDATE follow_up SET state = ?", (state,))
    assert moved(planned, starts="2027-01-19", ends="2027-01-22") == []


def test_a_day_that_a_person_chose_is_moved_as_far_as_the_visit_and_marked(planned: Delegation) -> None:
    report = actions(planned)[1]
    report.due_on = "2027-01-30"
    store.save(report)
    (found,) = moved(planned, ends="2027-01-16")
    assert (found.old, found.new, found.own) == ("2027-01-30", "2027-02-01", True)


def test_a_day_that_becomes_known_gives_its_actions_theirs(visit: Delegation) -> None:
    visit.starts, visit.ends = "2027-01", "2027-01"
    store.save(visit)
    carry_out(visit, plan(TWO, visit), ["y_te"])
    found = moved(visit, starts="2027-01-12", ends="2027-01-14")
    assert [(each.old, each.new) for each in found] == [(None, "2026-12-31"), (None, "2027-01-24")]


def test_a_day_that_is_no_longer_known_moves_nothing(planned: Delegation) -> None:
    assert moved(planned, starts="2027-02", ends="2027-02") == []


def test_the_chosen_ones_move_by_a_save_that_says_why(planned: Delegation) -> None:
    found = moved(planned, starts="2027-01-19", ends="2027-01-22")
    checklists.move(planned, found[:1])
    first, second = actions(planned)
    assert (first.due_on, second.due_on) == ("2027-01-08", "2027-01-24")
    newest = history.read("action", first.id)[0]
    assert newest.note == f"Moved with “{planned.name}”: 19/01/2027 instead of 12/01/2027."
    assert shifts(planned, planned.version) == []


def test_a_visit_that_comes_earlier_than_its_task_was_given_moves_it_all_the_same(planned: Delegation) -> None:
    found = moved(planned, starts="2026-11-24", ends="2026-11-25")
    checklists.move(planned, found)
    assert [each.due_on for each in actions(planned)] == ["2026-11-13", "2026-12-05"]


def test_days_that_move_in_a_step_are_seen_too(planned: Delegation) -> None:
    engine.execute("UPDATE delegation SET state = 'POSTPONED' WHERE id = ?", (planned.id,))
    late: Any = store.load("delegation", planned.id)
    since = late.version
    late.starts, late.ends = "2027-01-13", "2027-01-15"
    late.permit_number, late.permit_date, late.permit_issuer = "1/QĐ", "2026-11-01", "UBND tỉnh"
    late.submission_number, late.submission_date, late.programme = "2/TTr", "2026-10-01", "…"
    late.request_number, late.request_date, late.request_issuer = "3/CV", "2026-09-01", "Sở"
    step = next(each for each in late.steps() if each.end in ("SUBMITTED", "APPROVED"))
    store.move(late, step.end, note="Bạn đề nghị lùi")
    assert len(shifts(late, since)) == 2


def test_a_proposed_day_off_is_remarked_on() -> None:
    assert checklists.remark("2026-03-20") == ""
    assert checklists.remark("2026-03-22") == "Sun: not a working day"
    assert checklists.remark("2026-09-02").startswith("Quốc khánh")
    assert checklists.remark(None) == ""
