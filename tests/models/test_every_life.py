"""Every pair of states of every life: what is allowed asks for exactly what the practice lists, the rest is refused."""

from typing import Any

import pytest

from models import engine, kinds, store
from models.checks import Complaint
from models.errors import Refused
from models.record import Numbered
from tests.models.every_life import LIVES, Life
from tests.models.life import Way, fill

pytestmark = pytest.mark.usefixtures("office")
# What is asked for besides fields, and tried in the tests of the life itself.
TRIED_ELSEWHERE = {("session", "MINUTES_SIGNED", "PLAN_ISSUED"): "follow-up action"}


def standing(life: Life, state: str, **values: Any) -> Numbered:
    """Make an unsaved record that stands in a state and holds nothing but these values."""
    record = life.blank()
    record.state = state
    fill(record, values)
    return record


def hindrances(life: Life, way: Way, **values: Any) -> list[Complaint]:
    record = standing(life, way.start, **values)
    step = record.lifecycle().step(way.start, way.end)
    assert step is not None, f"{life}: {way} is not allowed"
    told = TRIED_ELSEWHERE.get((life.name, way.start, way.end), "\0")
    return [each for each in record.step_complaints(step) if told not in each.text("en")]


def pairs(life: Life) -> list[tuple[str, str]]:
    states = life.states.split()
    return [(start, end) for start in states for end in states]


@pytest.mark.parametrize("life", LIVES, ids=str)
def test_the_states_are_those_of_the_practice(life: Life) -> None:
    assert set(life.states.split()) == {str(state) for state in life.blank().lifecycle().states}


def test_no_life_of_the_program_is_left_out() -> None:
    made = [life.blank() for life in LIVES]
    tried = {id(record.lifecycle()) for record in made}
    for kind in kinds.PAGES.values():
        record = kind.blank()
        if isinstance(record, Numbered):
            assert id(record.lifecycle()) in tried, f"{kind.name} has a life that nobody tries"


@pytest.mark.parametrize("life", LIVES, ids=str)
def test_an_allowed_step_asks_for_exactly_the_fields_listed(life: Life) -> None:
    for way in life.ways:
        assert hindrances(life, way, **way.needs) == [], f"{way} asks for more than the practice does"
        for name in way.needs:
            rest = {each: value for each, value in way.needs.items() if each != name}
            asked = {complaint.field for complaint in hindrances(life, way, **rest)}
            assert name in asked, f"{way} does not ask for {name}"


@pytest.mark.parametrize("life", LIVES, ids=str)
def test_a_reason_is_asked_where_the_practice_says_so_and_only_there(life: Life) -> None:
    for way in life.ways:
        step = life.blank().lifecycle().step(way.start, way.end)
        assert step is not None
        assert step.reason == way.reason, way


@pytest.mark.parametrize("life", LIVES, ids=str)
def test_every_way_back_needs_a_reason_and_no_fields(life: Life) -> None:
    allowed = {(way.start, way.end) for way in life.ways}
    for start, end in pairs(life):
        if (start, end) in allowed or (end, start) not in allowed:
            continue
        step = life.blank().lifecycle().step(start, end)
        assert step is not None, f"{start} does not lead back to {end}"
        assert (step.reason, step.needs, step.rule) == (True, (), None), f"{start} back to {end}"


@pytest.mark.parametrize("life", LIVES, ids=str)
def test_every_other_pair_is_refused_in_words(life: Life) -> None:
    allowed = {(way.start, way.end) for way in life.ways}
    tried = 0
    for start, end in pairs(life):
        if (start, end) in allowed or (end, start) in allowed:
            continue
        record = standing(life, start)
        with pytest.raises(Refused) as refused:
            store.move(record, end, note="vì lý do khác")
        sentences = [complaint.text("vi") for complaint in refused.value.complaints]
        assert [complaint.field for complaint in refused.value.complaints] == ["state"], (start, end)
        assert all(len(sentence.split()) > 2 for sentence in sentences), (start, end)
        assert record.state == start
        tried += 1
    assert tried == len(pairs(life)) - len(allowed | {(end, start) for start, end in allowed})


def test_a_refused_step_writes_nothing(office: object) -> None:
    before = engine.rows("SELECT count(*) FROM state_change")
    for life in LIVES:
        with pytest.raises(Refused):
            store.move(standing(life, life.states.split()[0]), "nonsense")
    assert engine.rows("SELECT count(*) FROM state_change") == before
