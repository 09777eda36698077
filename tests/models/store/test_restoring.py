"""Backups: complete, checked, restored whole, and no number is given twice afterwards."""

from pathlib import Path

import pytest

from models import backup, engine, store
from models.delegations import Delegation
from models.errors import OfficeRefused


def _another(visit: Delegation) -> Delegation:
    left_out = {"id", "uuid", "code", "version", "head"}
    twin = Delegation.blank(**{name: value for name, value in visit.__data__.items() if name not in left_out})
    twin.host_units = visit.host_units
    store.save(twin)
    return twin


def test_a_restored_office_is_as_it_was_and_goes_on_with_new_numbers(visit: Delegation, office: Path) -> None:
    store.save(visit)
    copy = office.with_name("copy.db")
    backup.make(copy)
    assert _another(visit).code == "2026-002-DV"
    kept = store.restore_office(copy, office)
    store.open_office(office)
    assert engine.rows("SELECT code FROM delegation") == [("2026-001-DV",)]
    assert _another(visit).code == "2026-003-DV"
    assert kept is not None
    assert backup.check(kept)["delegation"] == 2


def test_a_stale_log_is_not_played_into_the_restored_office(visit: Delegation, office: Path) -> None:
    store.save(visit)
    copy = office.with_name("copy.db")
    backup.make(copy)
    store.close_office()
    office.with_name("office.db-wal").write_bytes(b"old pages" * 1000)
    store.restore_office(copy, office)
    with store.session(office):
        assert engine.faults() == []
        assert engine.rows("SELECT code FROM delegation") == [("2026-001-DV",)]


def test_a_damaged_backup_is_refused_and_the_office_is_untouched(visit: Delegation, office: Path) -> None:
    store.save(visit)
    copy = office.with_name("copy.db")
    backup.make(copy)
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])
    store.close_office()
    before = office.read_bytes()
    with pytest.raises(OfficeRefused):
        store.restore_office(copy, office)
    assert office.read_bytes() == before


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(visit: Delegation, tmp_path: Path) -> None:
    store.save(visit)
    target = tmp_path / "no such folder" / "copy.db"
    with pytest.raises(backup.BackupFailed):
        backup.make(target)
    assert not target.parent.exists()


def test_a_damaged_office_gives_way_to_the_backup_and_is_kept(visit: Delegation, office: Path) -> None:
    store.save(visit)
    copy = office.with_name("copy.db")
    backup.make(copy)
    store.close_office()
    office.write_bytes(b"not a database at all")
    kept = store.restore_office(copy, office)
    assert kept is not None
    assert kept.read_bytes() == b"not a database at all"
    with store.session(office):
        assert _another(visit).code == "2026-1002-DV"


def test_many_closes_in_one_day_do_not_push_out_the_copies_of_other_days(visit: Delegation, office: Path) -> None:
    store.save(visit)
    first = backup.at_close(office)
    old = first.with_name(first.name.replace(first.name.split("-")[1], "20251231"))
    first.rename(old)
    for _ in range(backup.KEPT_AT_CLOSE + 3):
        newest = backup.at_close(office)
    copies = sorted(newest.parent.glob("*-close.db"))
    assert old in copies
    assert newest in copies
    assert len(copies) == backup.KEPT_AT_CLOSE + 1
