"""Purging takes a person's details out of the record and makes them unreadable in all of its history."""

import pytest

from models import engine, history, store
from models.delegations import Delegation
from models.errors import Closed


def _told(visit: Delegation) -> str:
    return str(history.read("delegation", visit.id))


def test_a_passport_is_gone_from_record_and_history(visit: Delegation) -> None:
    store.save(visit)
    assert "P1234567" in _told(visit)
    assert store.purge_personal(visit) == 1
    assert "P1234567" not in _told(visit)
    assert engine.rows("SELECT passport FROM member WHERE passport IS NOT NULL") == []


def test_a_passport_emptied_by_hand_before_is_purged_from_history_too(visit: Delegation) -> None:
    store.save(visit)
    visit.members[0].passport = None
    store.save(visit)
    store.purge_personal(visit)
    assert "P1234567" not in _told(visit)


def test_a_member_taken_out_before_is_purged_from_history_too(visit: Delegation) -> None:
    store.save(visit)
    visit.members = visit.members[1:]
    store.save(visit)
    store.purge_personal(visit)
    assert "P1234567" not in _told(visit)
    assert history.read("delegation", visit.id)[0].deed == "purge"


def test_where_nothing_is_left_to_purge_nothing_is_written(visit: Delegation) -> None:
    store.save(visit)
    store.purge_personal(visit)
    before = len(history.read("delegation", visit.id))
    assert store.purge_personal(visit) == 0
    assert len(history.read("delegation", visit.id)) == before


def test_an_office_open_for_reading_purges_nothing(visit: Delegation) -> None:
    store.save(visit)
    path = store.current().path  # type: ignore[union-attr]
    with store.session(path, read_only=True):
        found = store.load("delegation", visit.id)
        with pytest.raises(Closed):
            store.purge_personal(found)
        assert found.members[0].passport == "P1234567"  # type: ignore[attr-defined]
