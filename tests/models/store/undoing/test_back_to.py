"""Back to a point: all steps since or none, said which one bars the way, and all of them done again together."""

import pytest

from models import store
from models.store import NotUndone
from models.store.settings import keep_item
from tests.models.store.undoing.picture import differences, picture
from tests.whole import fresh


def enter(name: str) -> int:
    """Enter a partner; give the number of the deed."""
    store.save(fresh("partner", name))
    return store.deeds(1)[0].id


def erase(number: int) -> None:
    """Remove a partner and erase it for good."""
    store.remove(store.load("partner", number))
    store.erase([each for each in store.binned() if each.id == number])


def test_all_steps_since_a_point_are_taken_back_and_done_again_together(office: object) -> None:
    before = picture()
    first, _, last = enter("Sông Đà"), enter("Sông Mã"), enter("Sông Nậm Na")
    after = picture()
    done = store.back_to(first)
    assert [each.id for each in done] == [last, last - 1, first]
    assert differences(before, picture()) == []
    assert store.next_undo() is None
    store.again(done)
    assert differences(after, picture()) == []
    assert [each.undone_by for each in store.deeds(3)] == [None] * 3
    assert store.next_undo().id == last  # type: ignore[union-attr]


def test_each_of_them_can_be_done_again_alone(office: object) -> None:
    first = enter("Sông Đà")
    enter("Sông Mã")
    store.back_to(first)
    assert store.redo().text() == "Did again: Entered partner “Sông Đà”"
    assert store.redo().text() == "Did again: Entered partner “Sông Mã”"


def test_a_step_whose_record_was_erased_bars_the_way_and_nothing_is_undone(office: object) -> None:
    first = enter("Sông Đà")
    enter("Sông Mã")
    erase(2)
    enter("Sông Nậm Na")
    before = picture()
    with pytest.raises(NotUndone, match=r"“Removed partner “deleted for good”” .* bars the way") as refused:
        store.back_to(first)
    assert "Not one of these steps was undone" in str(refused.value)
    assert differences(before, picture()) == []
    assert store.deeds(1)[0].undone_by is None


def test_a_step_that_is_refused_on_the_way_takes_the_others_with_it(visit: object) -> None:
    keep_item("field", "y_te", "Y tế cộng đồng", "Public health", False)
    first = store.deeds(1)[0].id
    store.save(visit)  # type: ignore[arg-type]
    store.purge_personal(visit)  # type: ignore[arg-type]
    enter("Sông Mã")
    before = picture()
    with pytest.raises(NotUndone, match=r"“Purged personal details of .*” .* bars the way"):
        store.back_to(first)
    assert differences(before, picture()) == []


def test_steps_of_what_was_erased_for_good_are_passed_over(office: object) -> None:
    kept = enter("Sông Đà")
    made = enter("Sông Mã")
    erase(2)
    assert store.erased(store.deeds()) == {made, made + 1}
    assert store.next_undo().id == kept  # type: ignore[union-attr]
    store.undo()
    erased = store.next_redo()
    assert erased
    store.erase(store.binned())
    assert store.next_redo() is None
    assert store.next_undo() is None


def test_a_step_tells_whether_it_brought_a_record(office: object) -> None:
    assert store.brings(enter("Sông Đà"))
    store.remove(store.load("partner", 1))
    assert not store.brings(store.deeds(1)[0].id)
