"""A hidden line of the start page: it leaves the counts until its day, and the time limit does not move."""

from datetime import date

import pytest

from models import days, engine, store
from models.actions import FollowUp
from models.errors import Closed
from models.kinds import PAGES
from models.store import Question
from models.units import Unit

ACTIONS = PAGES["action"]


@pytest.fixture
def late(unit: Unit) -> FollowUp:
    """An overdue action."""
    made = FollowUp.blank(
        name="Gửi công hàm", source_words="Biên bản", fields=["y_te"], lead=unit.id, assigned_on="2026-10-01",
        due_on="2026-11-01",
    )  # fmt: skip
    store.save(made)
    return made


def counts(concern: str = "overdue") -> tuple[int, int, int]:
    """Count what shows, what is hidden, and both."""
    return tuple(store.count(ACTIONS, Question(concern=concern, snoozed=each)) for each in (False, True, None))  # type: ignore[return-value]


def test_a_hidden_line_leaves_the_count_and_comes_back_on_its_day(late: FollowUp) -> None:
    assert counts() == (1, 0, 1)
    store.snooze("overdue", "action", late.id, "2026-11-24")
    assert counts() == (0, 1, 1)
    with days.as_of(date(2026, 11, 23)):
        assert counts() == (0, 1, 1)
    with days.as_of(date(2026, 11, 24)):
        assert counts() == (1, 0, 1)


def test_hiding_moves_no_time_limit_and_changes_no_record(late: FollowUp) -> None:
    store.snooze("overdue", "action", late.id, "2026-12-01")
    read = store.load("action", late.id)
    assert (read.due_on, read.version) == ("2026-11-01", 1)  # type: ignore[attr-defined]


def test_only_the_line_of_one_list_is_hidden(late: FollowUp) -> None:
    store.snooze("soon", "action", late.id, "2026-12-01")
    assert counts() == (1, 0, 1)


def test_hiding_again_moves_the_day_and_waking_shows_the_line(late: FollowUp) -> None:
    store.snooze("overdue", "action", late.id, "2026-12-01")
    store.snooze("overdue", "action", late.id, "2026-12-24")
    assert [(each.record, each.until) for each in store.snoozed("overdue")] == [(late.id, "2026-12-24")]
    assert store.snoozed("soon") == []
    store.wake("overdue", "action", late.id)
    assert counts() == (1, 0, 1)
    assert store.snoozed() == []


def test_what_is_hidden_is_left_out_by_the_database_through_the_key_of_its_book(late: FollowUp) -> None:
    from models.store.finding import conditions

    where, values = conditions(ACTIONS, Question(concern="overdue", snoozed=False))
    plan = engine.rows(f"EXPLAIN QUERY PLAN SELECT count(*) FROM follow_up t WHERE {where}", values)
    assert any("SEARCH z USING" in str(row) for row in plan), plan


def test_nothing_is_hidden_in_an_office_open_for_reading(late: FollowUp, monkeypatch: pytest.MonkeyPatch) -> None:
    session = store.current()
    assert session
    monkeypatch.setattr(session, "read_only", True)
    with pytest.raises(Closed):
        store.snooze("overdue", "action", late.id, "2026-12-01")
