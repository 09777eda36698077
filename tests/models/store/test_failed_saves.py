"""A save that fails can be repeated when the cause is gone: same number, same rows, nothing half-taken."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest

from models import engine, history, store
from models.delegations import Delegation, Member
from models.errors import SaveFailed, Stale
from models.store import unfinished
from models.store.unfinished import Unfinished

Full = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Full:
    """Give a block in which the disk takes everything but the last rows of a save."""

    @contextmanager
    def full() -> Iterator[None]:
        def refuse(*_: Any) -> None:
            raise engine.DatabaseError("database or disk is full")

        with monkeypatch.context() as patch:
            patch.setattr(history, "write", refuse)
            with pytest.raises(SaveFailed):
                yield

    return full


def test_a_new_record_is_saved_by_the_second_try(visit: Delegation, full_disk: Full) -> None:
    """Row 6: a full disk while saving; the second try works."""
    with full_disk():
        store.save(visit)
    assert (visit.id, visit.code, visit.version) == (None, None, 0)
    store.save(visit)
    assert engine.rows("SELECT code FROM delegation") == [("2026-001-DV",)]
    assert len(store.load("delegation", visit.id).members) == 2  # type: ignore[attr-defined]


def test_a_row_added_before_the_failure_is_not_lost(visit: Delegation, full_disk: Full) -> None:
    store.save(visit)
    visit.members = [*visit.members, Member(name="Bounmy")]
    with full_disk():
        store.save(visit)
    store.save(visit)
    again = store.load("delegation", visit.id)
    assert [member.name for member in again.members] == ["Khamphoy Vannasane", "Bounthavy", "Bounmy"]  # type: ignore[attr-defined]


def test_a_number_that_was_taken_back_is_given_once(visit: Delegation, full_disk: Full) -> None:
    store.save(visit, draft=True)
    with full_disk():
        store.save(visit)
    assert (visit.draft, visit.code) == (True, None)
    store.save(visit)
    twin = Delegation.blank(**{name: value for name, value in visit.__data__.items() if name not in _OWN})
    twin.host_units = visit.host_units
    store.save(twin)
    assert (visit.code, twin.code) == ("2026-001-DV", "2026-002-DV")


_OWN = {"id", "uuid", "code", "version", "head"}


def test_a_removal_that_failed_did_not_happen(visit: Delegation, full_disk: Full) -> None:
    store.save(visit)
    with full_disk():
        store.remove(visit)
    assert visit.removed_at is None
    store.save(visit)
    assert engine.rows("SELECT removed_at FROM delegation") == [(None,)]


def test_what_was_saved_stays_saved_when_a_listener_fails(visit: Delegation) -> None:
    def fail(_: set[str]) -> None:
        raise RuntimeError("the list is gone")

    end = store.on_change(fail)
    with pytest.raises(RuntimeError):
        store.save(visit)
    end()
    assert (visit.code, visit.version) == ("2026-001-DV", 1)


def test_the_text_typed_survives_a_stale_save(visit: Delegation) -> None:
    store.save(visit)
    other = store.load("delegation", visit.id)
    other.content = "Của đồng nghiệp"  # type: ignore[attr-defined]
    store.save(other)
    visit.content = "Của tôi"
    with pytest.raises(Stale):
        store.save(visit)
    assert visit.content == "Của tôi"


def test_text_is_cleaned_at_the_door_whichever_way_it_came(visit: Delegation) -> None:
    visit.name, visit.content = "Đoàn\x00 của\u202e bạn\ud800", "Dòng một\r\ndòng hai\x07"
    visit.members = [Member(name="  Khamphoy\tVannasane ", is_head=True)]
    store.save(visit)
    again = store.load("delegation", visit.id)
    assert (again.value("name"), again.value("content")) == ("Đoàn của bạn", "Dòng một\ndòng hai")
    assert again.members[0].name == "Khamphoy Vannasane"  # type: ignore[attr-defined]
    store.remove(again, note="nhập\x00 trùng")
    assert history.read("delegation", again.id)[0].note == "nhập trùng"


def test_history_names_the_person_and_the_account(visit: Delegation, monkeypatch: pytest.MonkeyPatch) -> None:
    from models import preferences

    monkeypatch.setattr(preferences.getpass, "getuser", lambda: "lan01")
    store.save(visit)
    preferences.put("who", "Trần Thị Lan")
    store.remove(visit)
    assert [entry.who for entry in history.read("delegation", visit.id)] == ["Trần Thị Lan (lan01)", "lan01"]


def test_an_account_without_a_name_does_not_stop_the_work(visit: Delegation, monkeypatch: pytest.MonkeyPatch) -> None:
    from models import preferences

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4242")

    monkeypatch.setattr(preferences.getpass, "getuser", nobody)
    store.save(visit)
    assert visit.created_by == "?"


def keep_text(visit: Delegation) -> None:
    unfinished.keep(Unfinished("k", "inbound", "delegation", visit.id, visit.version, "Đoàn", {}, "", False))


def test_row_96_kept_text_goes_in_the_transaction_of_its_save_or_not_at_all(visit: Delegation, full_disk: Full) -> None:
    keep_text(visit)
    with full_disk():
        store.save(visit, typed="k")
    assert [each.key for each in unfinished.unfinished()] == ["k"]
    seen: list[int] = []
    end = store.on_change(lambda _kinds: seen.append(len(unfinished.unfinished())))
    store.save(visit, typed="k")
    end()
    assert seen == [0], "a program that dies as soon as the save stands offers nothing a second time"


def test_kept_text_goes_where_there_was_nothing_to_save(visit: Delegation) -> None:
    store.save(visit)
    keep_text(visit)
    store.save(visit, typed="k")
    assert (visit.version, unfinished.unfinished()) == (1, [])
