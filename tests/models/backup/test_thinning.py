"""Thinning and the second place under what the world does: a wrong clock, a held file, two offices of one name."""

from datetime import datetime
from pathlib import Path

import pytest

from models import backup, store
from models.backup import accounts, copies
from models.units import Unit


def made_on(moment: datetime, office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return moment

    with monkeypatch.context() as patched:
        patched.setattr(copies, "datetime", Clock)
        return backup.copy_beside(office, "day")


def test_copies_made_while_the_clock_was_ahead_push_no_other_out(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = [made_on(datetime(2099, month, 3), office, monkeypatch) for month in range(1, 13)]
    made = backup.keep(office, "day").copy
    assert made.exists()
    assert all(copy.exists() for copy in ahead)
    found = backup.newest(made.parent)
    assert found
    assert found[0] == made


def test_a_copy_that_another_program_holds_stays_and_the_second_place_gets_its_own(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows deletes no file that is open."""
    stick = tmp_path / "usb"
    stick.mkdir()
    olds = [backup.copy_beside(office, "work") for _ in range(5)]
    unlink = Path.unlink

    def held(self: Path, missing_ok: bool = False) -> None:
        if self in olds:
            raise PermissionError(13, "in use")
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    kept = backup.keep(office, "work", stick)
    assert kept.elsewhere is None
    assert list(stick.rglob(kept.copy.name))


def test_row_74_thinning_takes_no_content_of_a_copy_that_is_just_being_made(
    office: Path, unit: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.attach(unit, b"content", "other", name="x.pdf")
    keep, thinned = accounts.keep, []

    def meanwhile(target: Path, account: backup.Account) -> None:
        backup.thin(target.parent, datetime.now())
        thinned.append(target)
        keep(target, account)

    monkeypatch.setattr(accounts, "keep", meanwhile)
    copy = backup.copy_beside(office, "by-hand")
    assert thinned == [copy]
    assert [each for each in backup.files_of(copy).rglob("*") if each.is_file()]


def test_two_offices_of_one_name_do_not_thin_each_other_s_copies_at_the_second_place(
    office: Path, tmp_path: Path
) -> None:
    stick, other = tmp_path / "usb", tmp_path / "khác" / office.name
    stick.mkdir()
    other.parent.mkdir()
    mine = [backup.keep(office, "day", stick).copy.name for _ in range(2)]
    with store.session(other, create=True):
        theirs = [backup.keep(other, "day", stick).copy.name for _ in range(5)]
    there = {each.name for each in stick.rglob("*.db")}
    assert set(mine) <= there
    assert set(theirs[-3:]) <= there
    assert len({each.parent for each in stick.rglob("*.db")}) == 2
