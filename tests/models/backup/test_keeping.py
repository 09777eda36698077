"""Routine copies: with their files, proved, thinned, in a second place too; good ones never give way to bad ones."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models import attachments, backup, engine, store
from models.attachments import blobs
from models.backup import keeping, thinning
from models.delegations import Delegation


@pytest.fixture
def saved(visit: Delegation) -> Delegation:
    store.save(visit)
    return visit


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "Báo cáo.pdf"
    file.write_bytes(b"%PDF-1.7 " + os.urandom(3000))
    return file


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.glob("*/*"))


def test_a_copy_holds_the_attached_files_and_says_what_is_in_it(saved: Delegation, report: Path, office: Path) -> None:
    file = store.attach(saved, report, "report")
    copy = backup.keep(office, "work").copy
    place = blobs.place_of(backup.files_of(copy), file.digest)
    assert place.read_bytes() == report.read_bytes()
    account = backup.account_of(copy)
    assert account is not None
    assert account.why == "work"
    assert account.counts["delegation"] == 1
    assert account.files == (place.name,)
    assert account.lacking == 0
    assert backup.prove(copy) == account


def test_a_copy_made_elsewhere_is_an_office_with_its_files(saved: Delegation, report: Path, tmp_path: Path) -> None:
    file = store.attach(saved, report, "report")
    stick = tmp_path / "usb"
    stick.mkdir()
    backup.make(stick / "sao-luu.db")
    store.close_office()
    with store.session(stick / "sao-luu.db"):
        assert store.attaching.prove() == (1, 0, [])
        assert blobs.proof(attachments.folder_of(stick / "sao-luu.db"), file.digest) == ""


def test_contents_are_copied_once_for_all_copies(saved: Delegation, report: Path, office: Path) -> None:
    store.attach(saved, report, "report")
    first = backup.keep(office, "work").copy
    place = next(backup.files_of(first).glob("*/*"))
    before = place.stat().st_ino
    second = backup.keep(office, "work").copy
    assert backup.files_of(second) == backup.files_of(first)
    assert [each.stat().st_ino for each in backup.files_of(second).glob("*/*")] == [before]


def test_a_content_that_is_lost_in_the_office_is_told_and_does_not_spoil_the_copy(
    saved: Delegation, report: Path, office: Path
) -> None:
    file = store.attach(saved, report, "report")
    blobs.place_of(store.store_folder(), file.digest).write_bytes(b"something else")
    copy = backup.keep(office, "work").copy
    account = backup.account_of(copy)
    assert account is not None
    assert (account.files, account.lacking) == ((), 1)
    assert names(backup.files_of(copy)) == []


def test_row_86_a_copy_that_was_altered_afterwards_is_found(saved: Delegation, office: Path) -> None:
    copy = backup.keep(office, "work").copy
    with copy.open("r+b") as file:
        file.seek(20_000)
        file.write(b"?")
    with pytest.raises(backup.BackupFailed, match="no longer what was made"):
        backup.prove(copy)


def moments(start: datetime, step: timedelta, times: int) -> list[datetime]:
    return [start - step * place for place in range(times)]


def test_seven_days_four_weeks_and_twelve_months_stay() -> None:
    now = datetime(2026, 11, 20, 17)  # a Friday
    kept = thinning.kept(moments(now, timedelta(hours=8), 3 * 500))
    days = {each.date() for each in kept}
    assert {(now - timedelta(days=n)).date() for n in range(7)} <= days
    # Of each week the last day: today, and the three Sundays before; of each month its last day.
    assert {datetime(2026, 11, day).date() for day in (15, 8, 1)} <= days
    ends = [(2026, 10, 31), (2026, 9, 30), (2026, 8, 31), (2026, 7, 31), (2026, 6, 30), (2026, 5, 31), (2026, 4, 30),
            (2026, 3, 31), (2026, 2, 28), (2026, 1, 31), (2025, 12, 31)]  # fmt: skip
    assert {datetime(*end).date() for end in ends} <= days
    # The newest three (two of today), seven days, two further Sundays (15/11 is one of the seven), eleven months.
    assert len(kept) == 2 + 1 + 6 + 2 + 11


def test_copies_made_for_a_reason_stay_ninety_days(saved: Delegation, office: Path) -> None:
    special = backup.copy_beside(office, "before-restore")
    other = [backup.copy_beside(office, "work") for _ in range(5)]
    backup.thin(special.parent, datetime.now())
    assert special.exists()
    assert [each.exists() for each in other] == [False, False, True, True, True]
    backup.thin(special.parent, datetime.now() + timedelta(days=91))
    assert not special.exists()
    assert not special.with_name(special.name + ".json").exists()


def test_contents_that_no_copy_names_any_more_go_and_others_stay(
    saved: Delegation, report: Path, tmp_path: Path, office: Path
) -> None:
    """Row 74: sweeping never takes what a copy still names."""
    file = store.attach(saved, report, "report")
    old = backup.copy_beside(office, "before-restore")
    with store.transaction.writing():
        engine.execute("DELETE FROM attachment")
    other = tmp_path / "other.pdf"
    other.write_bytes(b"another file")
    newer = store.attach(saved, other, "report")
    copy = backup.keep(office, "work").copy
    pool = backup.files_of(copy)
    assert len(names(pool)) == 2
    backup.remove(old)
    place = blobs.place_of(pool, file.digest)
    backup.keep(office, "work")
    assert place.exists()  # just brought: a copy that is being made may name it
    long_ago = datetime.now().timestamp() - 2 * 3600
    os.utime(place, (long_ago, long_ago))
    backup.keep(office, "work")
    assert blobs.state_of(pool, file.digest) == "missing"
    assert blobs.proof(pool, newer.digest) == ""


def test_row_87_a_damaged_office_never_pushes_out_good_copies(
    saved: Delegation, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = [backup.copy_beside(office, "work") for _ in range(thinning.NEWEST + 2)]

    def damaged(_copy: Path) -> dict[str, int]:
        raise backup.BackupFailed("The copy is damaged.")

    monkeypatch.setattr("models.backup.copies.check", damaged)
    with pytest.raises(backup.BackupFailed):
        backup.keep(office, "work")
    assert sorted(good) == backup.copies_of(office)


def test_the_second_place_gets_the_copy_with_its_files(
    saved: Delegation, report: Path, office: Path, tmp_path: Path
) -> None:
    file = store.attach(saved, report, "report")
    stick = tmp_path / "usb"
    stick.mkdir()
    kept = backup.keep(office, "day", stick)
    assert kept.elsewhere is None
    there = stick / kept.copy.parent.name / kept.copy.name
    assert backup.prove(there) == backup.account_of(kept.copy)
    assert blobs.proof(backup.files_of(there), file.digest) == ""
    store.close_office()
    store.restore_office(there, office)


def test_row_89_a_second_place_that_is_not_there_is_told_and_the_first_copy_is_good(
    saved: Delegation, office: Path, tmp_path: Path
) -> None:
    kept = backup.keep(office, "day", tmp_path / "unplugged")
    assert isinstance(kept.elsewhere, keeping.SecondPlaceFailed)
    assert "unplugged" in str(kept.elsewhere)
    assert backup.prove(kept.copy)


def test_row_90_a_restore_is_tried_and_what_is_lost_is_found(saved: Delegation, report: Path, office: Path) -> None:
    file = store.attach(saved, report, "report")
    copy = backup.keep(office, "work").copy
    assert backup.rehearse(copy) == 1
    for store_of in (backup.files_of(copy), store.store_folder()):
        blobs.place_of(store_of, file.digest).write_bytes(b"rot")
    with pytest.raises(backup.BackupFailed, match="1 attached file"):
        backup.rehearse(copy)


def test_a_content_that_rotted_in_the_backups_is_laid_there_anew_from_the_office(
    saved: Delegation, report: Path, office: Path
) -> None:
    """Row 86: of the same size, no later backup would notice it, and all of them share it."""
    file = store.attach(saved, report, "report")
    copy = backup.keep(office, "work").copy
    place = blobs.place_of(backup.files_of(copy), file.digest)
    place.write_bytes(b"rot" + report.read_bytes()[3:])
    assert backup.rehearse(copy) == 1
    assert place.read_bytes() == report.read_bytes()


def test_row_7_a_full_disk_leaves_the_older_copies_and_nothing_half(
    saved: Delegation, report: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = backup.keep(office, "work").copy
    store.attach(saved, report, "report")

    def full(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("models.backup.files.write_whole", full)
    with pytest.raises(backup.BackupFailed, match="could not be written"):
        backup.keep(office, "work")
    assert backup.copies_of(office) == [good]
    assert [each.name for each in good.parent.rglob("*") if "part" in each.name] == []


def test_the_newest_good_copy_is_known(saved: Delegation, office: Path) -> None:
    assert backup.newest(backup.folder_of(office)) is None
    backup.keep(office, "work")
    last = backup.keep(office, "close").copy
    found = backup.newest(backup.folder_of(office))
    assert found is not None
    assert found[0] == last
    assert datetime.now() - found[1].moment < timedelta(minutes=1)


def test_copies_that_a_program_left_half_written_go_and_one_that_is_being_written_stays(
    saved: Delegation, office: Path
) -> None:
    copy = backup.keep(office, "work").copy
    left, now_written = copy.with_name("old.db.part"), copy.with_name("new.db.part")
    for each in (left, now_written):
        each.write_bytes(b"half")
    long_ago = datetime.now().timestamp() - 2 * 3600
    os.utime(left, (long_ago, long_ago))
    backup.keep(office, "work")
    assert not left.exists()
    assert now_written.exists()
