"""Backups: complete, checked, restored whole, and no number is given twice afterwards."""

from pathlib import Path

import pytest

from models import backup, engine, soundness, store
from models.attachments import blobs
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


@pytest.mark.parametrize("damaged", [False, True])
def test_row_15_a_stale_log_is_not_played_into_the_restored_office(
    visit: Delegation, office: Path, damaged: bool
) -> None:
    """Row 15: a whole log with saves in it that the file never got, left by a program that died."""
    store.save(visit)
    kept, copy = visit.name, backup.keep(office, "work").copy
    engine.checkpoint()
    visit.name = "Đoàn khác"
    store.save(visit)
    log = office.with_name("office.db-wal")
    left = log.read_bytes()
    store.close_office()
    if damaged:
        office.write_bytes(office.read_bytes()[:5000])
    log.write_bytes(left)
    store.restore_office(copy, office)
    with store.session(office):
        assert soundness.faults() == []
        assert engine.rows("SELECT name FROM delegation") == [(kept,)]


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


def test_attached_files_come_back_with_the_backup(visit: Delegation, office: Path, tmp_path: Path) -> None:
    store.save(visit)
    paper = tmp_path / "Báo cáo.pdf"
    paper.write_bytes(b"%PDF-1.7 report")
    file = store.attach(visit, paper, "report")
    copy = backup.keep(office, "work").copy
    place = blobs.place_of(store.store_folder(), file.digest)
    store.close_office()
    place.unlink()
    store.restore_office(copy, office)
    with store.session(office):
        assert store.attaching.prove() == (1, 0, [])


@pytest.mark.parametrize("step", ["returned.tell", "backup.swap_in", "session"])
def test_row_88_a_restore_cut_off_at_any_step_leaves_the_old_office_or_the_restored_one_whole(
    visit: Delegation, office: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Also whole: the numbers given since, which must never be given again."""

    class CutOff(BaseException):
        """The program ends here."""

    store.save(visit)
    copy = backup.keep(office, "work").copy
    assert _another(visit).code == "2026-002-DV"
    store.close_office()

    def cut(*_: object) -> None:
        raise CutOff

    with monkeypatch.context() as patch:
        patch.setattr(f"models.store.restoring.{step}", cut)
        with pytest.raises(CutOff):
            store.restore_office(copy, office)
    with store.session(office):
        assert soundness.faults() == []
        codes = [code for (code,) in engine.rows("SELECT code FROM delegation ORDER BY id")]
        assert codes == (["2026-001-DV"] if step == "session" else ["2026-001-DV", "2026-002-DV"])
        assert _another(visit).code == "2026-003-DV"
        assert store.prove_history()[1] == []


def test_a_damaged_office_is_there_until_the_backup_takes_its_place(
    visit: Delegation, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(visit)
    copy = backup.keep(office, "work").copy
    store.close_office()
    office.write_bytes(b"not a database at all")
    seen: list[bool] = []
    swap_in = backup.swap_in

    def look(draft: Path, path: Path) -> None:
        seen.append(path.exists())
        swap_in(draft, path)

    monkeypatch.setattr("models.backup.swap_in", look)
    kept = store.restore_office(copy, office)
    assert seen == [True]
    assert kept
    assert kept.read_bytes() == b"not a database at all"
