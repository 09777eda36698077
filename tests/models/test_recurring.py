"""Actions that come again: the next term by a table worked out by hand, made once, in the step that ends the last."""

from datetime import date
from typing import Any

import pytest

from models import days, engine, recurring, store
from models.actions import FollowUp
from models.errors import SaveFailed
from models.units import Unit

# From the day it was due, how often, the days of the five next terms; worked out on a paper calendar.
TERMS = [
    ("2026-01-31", "MONTHLY", "2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30"),
    ("2027-12-31", "MONTHLY", "2028-01-31 2028-02-29 2028-03-31 2028-04-30 2028-05-31"),
    ("2026-01-30", "MONTHLY", "2026-02-28 2026-03-30 2026-04-30 2026-05-30 2026-06-30"),
    ("2026-01-29", "MONTHLY", "2026-02-28 2026-03-29 2026-04-29 2026-05-29 2026-06-29"),
    ("2026-02-28", "MONTHLY", "2026-03-28 2026-04-28 2026-05-28 2026-06-28 2026-07-28"),
    ("2026-12-15", "MONTHLY", "2027-01-15 2027-02-15 2027-03-15 2027-04-15 2027-05-15"),
    ("2025-11-30", "QUARTERLY", "2026-02-28 2026-05-30 2026-08-30 2026-11-30 2027-02-28"),
    ("2026-03-31", "QUARTERLY", "2026-06-30 2026-09-30 2026-12-31 2027-03-31 2027-06-30"),
    ("2026-08-31", "HALF_YEARLY", "2027-02-28 2027-08-31 2028-02-29 2028-08-31 2029-02-28"),
    ("2026-06-14", "HALF_YEARLY", "2026-12-14 2027-06-14 2027-12-14 2028-06-14 2028-12-14"),
    ("2024-02-29", "YEARLY", "2025-02-28 2026-02-28 2027-02-28 2028-02-29 2029-02-28"),
    ("2026-12-14", "YEARLY", "2027-12-14 2028-12-14 2029-12-14 2030-12-14 2031-12-14"),
]


@pytest.fixture
def report(unit: Unit) -> FollowUp:
    """A monthly report, due at the end of October and ready to be confirmed."""
    made = FollowUp.blank(
        name="Báo cáo công tác đối ngoại tháng", source_words="Chương trình công tác năm", fields=["khac"],
        lead=unit.id, assigned_on="2026-10-01", due_on="2026-10-31", repeats="MONTHLY", repeats_from="DUE",
        result="Đã gửi", done_on="2026-11-05", evidence="5/BC", confirmed_by="Trần Thị Lan", progress=100,
    )  # fmt: skip
    made.cooperating = [unit.reference]
    store.save(made)
    return finish(made)


def finish(action: Any) -> Any:
    """Bring an action up to the step before its end."""
    engine.execute("UPDATE follow_up SET state = 'WAIT_CONFIRM' WHERE id = ?", (action.id,))
    return store.load("action", action.id)


def end(action: Any) -> Any:
    """Confirm an action and give the next one."""
    store.move(action, "DONE")
    number = recurring.next_of(action)
    return store.load("action", number) if number else None


@pytest.mark.parametrize(("due", "repeats", "terms"), TERMS)
def test_the_terms_of_a_series_are_those_worked_out_by_hand(due: str, repeats: str, terms: str) -> None:
    action, found = FollowUp(due_on=due, repeats=repeats, done_on="2026-01-01"), []
    for _ in range(5):
        day, wanted = recurring.next_term(action)
        action = FollowUp(due_on=day.isoformat(), repeats=repeats, done_on="2026-01-01", term_day=wanted)
        found.append(day.isoformat())
    assert found == terms.split()


@pytest.mark.parametrize(
    ("done", "repeats", "due"),
    [
        ("2026-11-05", "MONTHLY", "2026-12-05"),
        ("2026-01-31", "MONTHLY", "2026-02-28"),
        ("2026-11-30", "QUARTERLY", "2027-02-28"),
    ],
)
def test_a_term_may_run_from_the_day_the_work_was_done(done: str, repeats: str, due: str) -> None:
    action = FollowUp(due_on="2026-10-31", repeats=repeats, repeats_from="DONE", done_on=done)
    assert recurring.next_term(action)[0].isoformat() == due


def test_a_day_that_a_person_chose_is_the_new_day_of_the_series() -> None:
    moved = FollowUp(due_on="2026-02-20", repeats="MONTHLY", term_day=31)
    assert recurring.next_term(moved)[0] == date(2026, 3, 20)


def test_what_is_done_is_followed_by_the_next_term(report: FollowUp) -> None:
    made = end(report)
    assert (made.due_on, made.assigned_on, made.state) == ("2026-11-30", "2026-10-31", "NEW")
    assert (made.value("earlier"), made.name, made.value("lead")) == (report.id, report.name, report.value("lead"))
    assert (made.repeats, made.repeats_from, made.cooperating) == ("MONTHLY", "DUE", report.cooperating)
    assert (made.result, made.done_on, made.progress, made.code) == (None, None, None, "2026-002-VB")
    assert ("action", made.id) in store.hanging(report)


def test_the_thirty_first_comes_back_after_a_short_month(report: FollowUp) -> None:
    november = end(report)
    november.done_on, november.result, november.evidence = "2026-11-20", "Đã gửi", "6/BC"
    november.confirmed_by, november.lead = "Trần Thị Lan", report.value("lead")
    store.save(november)
    december = end(finish(november))
    assert december.due_on == "2026-12-31"


def test_an_action_that_is_reopened_and_done_again_is_followed_once(report: FollowUp) -> None:
    made = end(report)
    store.move(report, "WAIT_CONFIRM", note="Thiếu phụ lục")
    assert end(report).id == made.id
    store.remove(made)
    store.move(report, "WAIT_CONFIRM", note="Thiếu phụ lục")
    assert end(report).id == made.id
    assert engine.rows("SELECT count(*) FROM follow_up")[0][0] == 2


def test_a_series_ends_where_it_no_longer_repeats(report: FollowUp) -> None:
    report.repeats = None
    store.save(report)
    assert end(report) is None


def test_nothing_follows_what_is_given_up(report: FollowUp) -> None:
    store.move(report, "CANCELLED", note="Không còn cần")
    assert recurring.next_of(report) is None


def test_the_step_and_the_next_action_are_saved_together_or_not_at_all(
    report: FollowUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.store import saving

    whole = saving.tables.write

    def full(record: Any, *rest: Any) -> None:
        if record.id != report.id:
            raise SaveFailed("full")
        whole(record, *rest)

    monkeypatch.setattr(saving.tables, "write", full)
    with pytest.raises(SaveFailed):
        store.move(report, "DONE")
    assert report.state == "WAIT_CONFIRM"
    assert store.load("action", report.id).state == "WAIT_CONFIRM"  # type: ignore[attr-defined]


def test_both_are_announced_once_and_after_the_commit(report: FollowUp) -> None:
    heard: list[tuple[set[str], bool]] = []
    stop = store.on_change(lambda kinds: heard.append((kinds, engine.in_transaction())))
    store.move(report, "DONE")
    stop()
    assert heard == [({"action"}, False)]


def test_an_action_without_time_limit_runs_from_the_day_it_was_done(report: FollowUp) -> None:
    report.due_on = None
    store.save(report)
    assert end(report).due_on == "2026-12-05"
    assert days.today() == date(2026, 11, 21)
