"""The mark of a restricted record is a step like any other: named, undone, done again, and told by its history."""

import pytest

from models import discretion, engine, history, store
from models.delegations import Delegation
from models.states import ActionState
from models.store import NotUndone
from models.units import Unit
from tests.models.store.undoing.picture import differences, picture
from tests.whole import fresh


def same(before: object) -> None:
    assert differences(before, picture()) == []  # type: ignore[arg-type]


def test_a_mark_is_undone_and_done_again(visit: Delegation, unit: Unit) -> None:
    store.save(visit)
    discretion.mark_restricted(unit)
    before = picture()
    discretion.mark_restricted(visit)
    assert store.deeds(1)[0].text() == f"Marked inbound delegation “{visit.heading}” as restricted"
    after = picture()
    assert store.undo().text() == f"Undid: Marked inbound delegation “{visit.heading}” as restricted"
    assert not discretion.is_marked(visit)
    assert discretion.is_marked(unit)
    same(before)
    store.redo()
    assert discretion.is_marked(visit)
    same(after)
    discretion.mark_restricted(visit, False)
    assert store.deeds(1)[0].text() == f"Took the mark “restricted” off inbound delegation “{visit.heading}”"
    same(before)
    store.undo()
    same(after)
    assert [entry.deed for entry in history.read("delegation", visit.id)][:2] == ["undo", "edit"]


def test_a_mark_that_stands_already_is_no_step(unit: Unit) -> None:
    discretion.mark_restricted(unit)
    last = store.deeds(1)[0].id
    discretion.mark_restricted(unit)
    assert store.deeds(1)[0].id == last


def test_a_mark_that_was_changed_since_is_left_in_words(unit: Unit) -> None:
    discretion.mark_restricted(unit)
    number = store.deeds(1)[0].id
    discretion.mark_restricted(unit, False)
    with pytest.raises(NotUndone, match=r"was changed since, by .*: Restricted"):
        store.undo(number)
    assert not discretion.is_marked(unit)


@pytest.mark.parametrize("ending", ["closed", "removed"])
def test_a_mark_is_taken_back_whatever_became_of_its_record(office: object, ending: str) -> None:
    task = store.save(fresh("action"))
    discretion.mark_restricted(task)
    number = store.deeds(1)[0].id
    if ending == "closed":
        store.move(task, ActionState.CANCELLED, note="theo ý kiến")  # type: ignore[arg-type]
    else:
        store.remove(task)
    store.undo(number)
    assert not discretion.is_marked(task)


def test_a_mark_and_a_change_in_one_go_are_one_step(unit: Unit) -> None:
    before = picture()
    with store.together():
        unit.name = "Sở Y tế"
        store.save(unit)
        discretion.mark_restricted(unit)
    store.undo()
    same(before)
    store.redo()
    assert discretion.is_marked(unit)


def test_a_record_that_is_marked_is_not_taken_for_altered(unit: Unit) -> None:
    discretion.mark_restricted(unit)
    assert store.prove_history()[1] == []
    discretion.mark_restricted(unit, False)
    assert store.prove_history()[1] == []
    discretion.mark_restricted(unit)
    store.undo()
    assert store.prove_history()[1] == []
    engine.execute("INSERT OR REPLACE INTO setting VALUES ('restricted', ?)", (f'["{unit.reference}"]',))
    assert store.prove_history()[1] == [
        f"{unit.reference}: “Restricted” is not what history tells: it was altered behind its back."
    ]


def test_a_mark_set_from_an_older_reading_tells_the_version_of_the_record(unit: Unit) -> None:
    older = store.load("unit", unit.id)
    unit.name = "Sở Y tế"
    store.save(unit)
    discretion.mark_restricted(older)
    assert store.prove_history()[1] == []
