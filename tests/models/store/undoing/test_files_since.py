"""Files of a record that was put away since stay with it: undoing says so and changes nothing."""

import pytest

from models import store
from models.actions import FollowUp
from models.states import ActionState
from models.store import NotUndone
from models.units import Unit
from tests.models.store.undoing.picture import differences, picture


@pytest.fixture
def task(unit: Unit) -> FollowUp:
    told = {"name": "Gửi báo cáo", "fields": ["y_te"], "lead": unit.id, "assigned_on": "2026-03-01"}
    return store.save(FollowUp.blank(**told, source_words="Biên bản", due_on="2026-03-10"))  # type: ignore[return-value]


def attach(task: FollowUp) -> int:
    store.attach(store.load("action", task.id), b"noi dung", "other", name="tep.txt")
    return store.deeds(1)[0].id


def test_a_file_of_a_record_in_the_bin_is_not_taken_out(task: FollowUp) -> None:
    attached = attach(task)
    store.remove(store.load("action", task.id))
    with pytest.raises(NotUndone, match="in the bin since"):
        store.undo(attached)
    store.undo()
    assert [file.name for file in store.attachments("action", task.id)] == ["tep.txt"]


def test_a_file_of_a_record_that_was_closed_since_is_not_taken_out(task: FollowUp) -> None:
    attached = attach(task)
    store.move(store.load("action", task.id), ActionState.CANCELLED, note="theo ý kiến")  # type: ignore[arg-type]
    before = picture()
    with pytest.raises(NotUndone, match="closed since"):
        store.undo(attached)
    assert differences(before, picture()) == []


def test_a_file_attached_to_what_was_closed_already_is_taken_out_again(task: FollowUp) -> None:
    store.move(task, ActionState.CANCELLED, note="theo ý kiến")
    before = picture()
    attached = attach(task)
    store.undo(attached)
    assert differences(before, picture()) == []
