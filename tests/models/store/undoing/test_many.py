"""A deed of very many records is taken back in seconds, tells how far it is, and can be stopped."""

from typing import Any

import pytest

from models import engine, store
from models.attachments import Stopped
from models.kinds import PAGES
from models.store import Question
from models.units import Unit
from tests.models.store.undoing.picture import differences, picture
from tests.whole import fresh

ASKED = 16  # statements for each record: read, checked, written with its history, its number in the chain and its words


def enter(kind: str, count: int) -> int:
    """Enter several records in one go; give the number of the deed."""
    with store.together():
        for n in range(count):
            store.save(fresh(kind, f"Sông {n}"))
    return store.deeds(1)[0].id


def statements(number: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Take a deed back and count what was asked of the database."""
    asked: list[str] = []
    execute = engine.database.execute_sql

    def counted(sql: str, *values: Any) -> Any:
        asked.append(sql)
        return execute(sql, *values)

    with monkeypatch.context() as patch:
        patch.setattr(engine.database, "execute_sql", counted)
        store.undo(number)
    return len(asked)


@pytest.mark.parametrize("kind", ["delegation", "action"])
def test_each_further_record_of_a_deed_costs_few_questions(
    office: object, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(kind, 1)  # with what it links to
    few, many = statements(enter(kind, 5), monkeypatch), statements(enter(kind, 25), monkeypatch)
    assert (many - few) / 20 <= ASKED


def test_undoing_tells_how_far_it_is_and_stops_whole(unit: Unit) -> None:
    number = enter("unit", 4)
    before = picture()
    told: list[tuple[int, int]] = []

    def going(done: int, whole: int) -> bool:
        told.append((done, whole))
        return done < 2

    with pytest.raises(Stopped):
        store.undo(number, going)
    assert told == [(0, 4), (1, 4), (2, 4)]
    assert differences(before, picture()) == []
    assert store.size(number) == 4
    assert store.next_undo().id == number  # type: ignore[union-attr]
    undone = store.undo(number)
    assert undone.undoes == number
    assert store.redo(lambda _done, _whole: True).undoes == undone.id


def test_going_back_over_several_deeds_that_is_stopped_changes_nothing(unit: Unit) -> None:
    first, second = enter("unit", 2), enter("unit", 2)
    before = picture()
    told: list[tuple[int, int]] = []
    assert store.size(first, onward=True) == 4

    def going(done: int, whole: int) -> bool:
        told.append((done, whole))
        return done < 3

    with pytest.raises(Stopped):
        store.back_to(first, going)
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert differences(before, picture()) == []
    assert store.next_undo().id == second  # type: ignore[union-attr]


def test_many_are_removed_and_brought_back_as_one_step_that_stops_whole(unit: Unit) -> None:
    enter("unit", 3)
    before, last = picture(), store.deeds(1)[0].id
    numbers = store.find(PAGES["unit"], Question())
    told: list[tuple[int, int]] = []

    def going(done: int, whole: int) -> bool:
        told.append((done, whole))
        return done < 2

    with pytest.raises(Stopped):
        store.remove_all([store.load("unit", each) for each in numbers], going)
    assert told == [(0, 4), (1, 4), (2, 4)]
    assert differences(before, picture()) == []
    assert store.deeds(1)[0].id == last
    store.remove_all([store.load("unit", each) for each in numbers])
    assert store.deeds(1)[0].text() == "Removed 4 records"
    with pytest.raises(Stopped):
        store.restore_all([("unit", each) for each in numbers], going)
    assert store.count(PAGES["unit"]) == 0
    store.restore_all([("unit", each) for each in numbers])
    assert store.deeds(1)[0].text() == "Brought back 4 records"
    assert differences(before, picture()) == []
