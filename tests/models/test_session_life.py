"""The life of a session: every pair of states, and what a held session, signed minutes and an issued plan stand for."""

from datetime import date
from typing import Any

import pytest

from models import days, engine, sequel, store
from models.errors import Closed, Refused
from models.sessions import Participant, Session
from models.states import SessionState
from models.units import Unit
from tests.models.every_life import SESSION
from tests.models.life import complaints, fill, put
from tests.models.meeting import concluded, mechanism, session_eleven

STATES = [str(state) for state in SessionState]
ALLOWED = {(way.start, way.end): way for way in SESSION}
WHOLE = {"place": "Côn Minh", "minutes_number": "Biên bản phiên 11", "plan_number": "45/KH", "plan_date": "2026-11-15"}


@pytest.fixture
def session(unit: Unit) -> Session:
    """Session 11 with everything a step may ask for, one action among it."""
    made = session_eleven(mechanism(unit))
    sequel.assign(concluded(made, 1), unit.id, [], "2026-12-31")
    fill(made, WHOLE)
    store.save(made)
    return made


@pytest.mark.parametrize("start", STATES)
def test_every_pair_of_states(session: Session, start: str) -> None:
    for end in STATES:
        tried = put(session, start)
        way = ALLOWED.get((start, end))
        if way is None and (end, start) not in ALLOWED:
            with pytest.raises(Refused) as refused:
                store.move(tried, end, note="vì lý do khác")
            assert [each.field for each in refused.value.complaints] == ["state"], end
            assert str(refused.value).strip()
            assert store.load("session", session.id).value("state") == start
            continue
        if way is None or way.reason:
            assert complaints(tried, end, note=None) == ["note"], end
        assert complaints(tried, end) == [], end
        assert store.load("session", session.id).value("state") == end


@pytest.mark.parametrize("way", [way for way in SESSION if way.needs], ids=str)
def test_each_listed_field_is_asked_for_and_then_the_step_is_taken(session: Session, way: Any) -> None:
    for name in way.needs:
        tried = put(session, way.start)
        kept = tried.value(name)
        fill(tried, {name: [] if isinstance(kept, list) else None})
        assert name in complaints(tried, way.end)
        assert tried.state == way.start
        fill(tried, {name: kept})
    assert complaints(tried, way.end) == []


def test_a_session_is_held_on_its_day_and_not_before(session: Session) -> None:
    tried = put(session, "CONFIRMED")
    days.set_today(date(2026, 10, 29))
    assert complaints(tried, "HELD") == ["ends"]
    days.set_today(date(2026, 10, 30))
    assert complaints(tried, "HELD") == []


def test_both_sides_have_their_chair(session: Session) -> None:
    tried = put(session, "CONFIRMED")
    assert isinstance(tried, Session)
    tried.participants = [Participant(side="OURS", name="Giàng A Tính", role="CO_CHAIR")]
    assert complaints(tried, "HELD") == ["participants"]


def test_minutes_are_signed_by_every_party(session: Session) -> None:
    tried = put(session, "HELD")
    assert isinstance(tried, Session)
    tried.parties[2].signatory = None
    with pytest.raises(Refused) as refused:
        store.move(tried, "MINUTES_SIGNED")
    assert "Lào Cai" in str(refused.value)


def test_a_plan_assigns_at_least_one_task(session: Session) -> None:
    task = store.load("action", 1)
    store.remove(task)
    tried = put(session, "MINUTES_SIGNED")
    assert complaints(tried, "PLAN_ISSUED") == ["plan_number"]
    store.restore(task)
    engine.execute("UPDATE follow_up SET draft = 1")
    assert complaints(tried, "PLAN_ISSUED") == ["plan_number"], "a draft assigns nothing yet"
    engine.execute("UPDATE follow_up SET draft = 0")
    assert complaints(tried, "PLAN_ISSUED") == []


def test_a_closed_session_is_read_only_until_reopened_with_a_reason(session: Session) -> None:
    closed = put(session, "CLOSED")
    fill(closed, {"result": "Sửa lén"})
    with pytest.raises(Closed):
        store.save(closed)
    closed = put(session, "CLOSED")
    assert complaints(closed, "PLAN_ISSUED", note=None) == ["note"]
    assert complaints(closed, "PLAN_ISSUED", note="Bổ sung tài liệu") == []


def test_a_number_is_given_once_in_a_series(session: Session) -> None:
    twin = Session.blank(mechanism=session.value("mechanism"), ordinal=11)
    twin.parties = sequel.next_session(session).parties
    with pytest.raises(Refused) as refused:
        store.save(twin)
    assert [each.field for each in refused.value.complaints] == ["ordinal"]
