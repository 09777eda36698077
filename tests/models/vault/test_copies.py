"""Backups of an encrypted office: each opens with the passphrase that people know, wherever something was cut off."""

from pathlib import Path
from typing import Any

import pytest

from models import backup, store, vault
from models.errors import OfficeRefused
from models.files import WriteRefused
from models.store import lending, locking, securing, securing_copies
from models.units import Unit
from models.vault import Passing, envelope
from tests.models.vault.conftest import PASSPHRASE

CODE = vault.new_code()
NEW = "mật khẩu mới"


class Killed(BaseException):
    """The program dies here."""


@pytest.fixture
def older(plain: Path, code: str) -> Path:
    """A backup under the key that its office had before; the office and both keys are unlocked."""
    securing.encrypt(plain, PASSPHRASE, code)
    with store.session(plain):
        made = backup.copy_beside(plain, "close")
    securing.rekey(plain, PASSPHRASE, CODE)
    return made


def opens(copy: Path, passphrase: str = PASSPHRASE) -> bool:
    """Tell whether a person who comes anew can open a backup with its files."""
    vault.let_go()
    vault.unlock(copy, passphrase)
    return backup.check(copy)["unit"] == 1


def test_a_backup_that_cannot_be_brought_under_the_new_key_opens_as_before(
    older: Path, plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: Any) -> None:
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patched:
        patched.setattr(securing_copies, "swap", refuse)
        assert securing_copies.bring_copies(plain, [older]) == [older]
    assert opens(older)
    assert backup.prove(older) is not None
    assert not list(older.parent.glob("*.turning*"))


@pytest.mark.parametrize("step", ["swap", "envelope.write"])
@pytest.mark.parametrize("after", [False, True])
def test_row_77_a_backup_opens_wherever_bringing_it_was_cut_off(
    step: str, after: bool, older: Path, plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, name = (envelope, "write") if step == "envelope.write" else (securing_copies, "swap")
    done = getattr(place, name)

    def dies(*given: Any) -> None:
        if after:
            done(*given)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(place, name, dies)
        with pytest.raises(Killed):
            securing_copies.bring_copies(plain, [older])
    assert opens(older)
    vault.unlock(plain, PASSPHRASE)
    assert securing_copies.other_copies(plain) == [older]
    assert securing_copies.bring_copies(plain, [older]) == []
    assert securing_copies.other_copies(plain) == []
    assert not isinstance(envelope.read(older), Passing)
    with store.session(plain):
        assert backup.rehearse(older) == 2


def test_a_new_passphrase_holds_although_the_key_file_of_a_backup_cannot_be_written(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It must not be told as failed: nobody would know any more which passphrase opens the office."""
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        copy = backup.copy_beside(locked, "close")
    write = envelope.write

    def refuse(place: Path, kept: Any) -> None:
        if place == copy:
            raise WriteRefused("not saved")
        write(place, kept)

    with monkeypatch.context() as patched:
        patched.setattr(envelope, "write", refuse)
        securing.change_passphrase(locked, PASSPHRASE, NEW)
    assert opens(locked, NEW)
    assert opens(copy)  # with the old one, until the next backup
    vault.unlock(locked, NEW)
    with store.session(locked):
        backup.keep(locked, "close")
    assert opens(copy, NEW)


def test_older_backups_at_the_second_place_open_with_the_new_passphrase(locked: Path, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        first = backup.keep(locked, "day", stick).copy
    securing.change_passphrase(locked, PASSPHRASE, NEW)
    with store.session(locked):
        backup.keep(locked, "day", stick)
    (there,) = stick.rglob(first.name)
    assert opens(there, NEW)


def test_a_key_file_lost_after_a_new_passphrase_is_put_back_and_no_backup_is_without_one(locked: Path) -> None:
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        securing.change_passphrase(locked, PASSPHRASE, NEW)
        vault.envelope_of(locked).unlink()
        copy = backup.copy_beside(locked, "close")
    assert opens(copy, NEW)
    assert opens(locked, NEW)


def test_a_damaged_key_file_is_kept_beside_the_office_that_a_backup_replaced(older: Path, plain: Path) -> None:
    keys = vault.envelope_of(plain)
    keys.write_bytes(keys.read_bytes()[:-30])
    spoilt = keys.read_bytes()
    vault.let_go()
    vault.unlock(older, PASSPHRASE)
    kept = store.restore_office(older, plain)
    assert kept is not None
    assert vault.envelope_of(kept).read_bytes() == spoilt
    assert opens(plain)


def test_a_file_that_a_backup_replaced_is_named_among_what_lies_open(plain: Path, code: str) -> None:
    with store.session(plain):
        copy = backup.copy_beside(plain, "by-hand")
    plain.write_bytes(plain.read_bytes()[:4096] + b"?" * 4096 + plain.read_bytes()[8192:])
    kept = store.restore_office(copy, plain)
    securing.encrypt(plain, PASSPHRASE, code)
    assert securing_copies.other_copies(plain) == [copy, kept]
    securing_copies.delete_copies(plain, [copy, kept] if kept else [])
    assert securing_copies.other_copies(plain) == []
    assert kept
    assert not kept.exists()


def test_an_office_that_cannot_be_used_safely_is_let_go_again(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise OSError(13, "Permission denied")

    vault.unlock(locked, PASSPHRASE)
    with monkeypatch.context() as patched:
        patched.setattr(lending, "_own_folder", refuse)
        with pytest.raises(OfficeRefused, match="no folder of its own"):
            store.open_office(locked)
    assert store.current() is None
    assert not locking.file_of(locked).exists()


def test_a_code_copied_from_a_paper_with_other_dashes_is_read() -> None:
    for dash in ("\N{NON-BREAKING HYPHEN}", "\N{HYPHEN}", "\N{MINUS SIGN}", "\N{NO-BREAK SPACE}", "\n"):
        assert vault.read_code(CODE.lower().replace("-", dash)) == CODE


@pytest.fixture
def stick(plain: Path, tmp_path: Path) -> Path:
    """A second place with a backup of the office from before its lock, and one of another office."""
    made = tmp_path / "usb"
    made.mkdir()
    other = tmp_path / "other" / plain.name
    other.parent.mkdir()
    for office in (plain, other):
        with store.session(office, create=True):
            backup.keep(office, "day", made)
    return made


def lies_open(place: Path) -> list[Path]:
    """Give the databases and contents below a place that anybody can read."""
    found = (each for each in place.rglob("*") if each.is_file() and each.suffix not in (".json", ".txt", ".keys"))
    return [each for each in found if vault.is_plain(each) or b"Noi dung" in each.read_bytes()]


@pytest.mark.parametrize("way", ["bring", "delete"])
def test_plain_backups_at_the_second_place_are_named_and_go_with_their_files(
    way: str, plain: Path, stick: Path, code: str
) -> None:
    (beside,) = backup.copies_of(plain)
    securing.encrypt(plain, PASSPHRASE, code)
    here, there = securing_copies.other_copies(plain, stick)
    assert (here, there.name) == (beside, beside.name)
    assert len(lies_open(there.parent)) == 2
    deed = securing_copies.bring_copies if way == "bring" else securing_copies.delete_copies
    assert deed(plain, [here, there], stick) == []
    assert lies_open(there.parent) == lies_open(beside.parent) == []
    assert securing_copies.other_copies(plain, stick) == []
    assert len(list(stick.rglob("*.db"))) == (2 if way == "bring" else 1), "the other office's copy is nobody's here"
    if way == "bring":
        assert opens(there)
        vault.unlock(plain, PASSPHRASE)
        with store.session(plain):
            assert backup.rehearse(there) == 2


def test_a_stick_that_is_pulled_out_meanwhile_leaves_its_copies_told(
    plain: Path, stick: Path, tmp_path: Path, code: str
) -> None:
    securing.encrypt(plain, PASSPHRASE, code)
    here, there = securing_copies.other_copies(plain, stick)
    stick.rename(tmp_path / "pulled out")
    assert not backup.is_there(stick)
    assert securing_copies.other_copies(plain, stick) == [here]
    assert securing_copies.delete_copies(plain, [there], stick) == [there]
    assert securing_copies.bring_copies(plain, [here, there], stick) == [there]
    assert lies_open(here.parent) == []


@pytest.fixture
def by_hand(plain: Path, tmp_path: Path) -> Path:
    """A plain backup where the program proposes it, beside the office; and what is not of this office."""
    made = plain.with_name("office 22-11-2026.db")
    with store.session(plain):
        backup.make(made)
    (tmp_path / "other").mkdir(exist_ok=True)
    other = tmp_path / "other" / "another.db"
    with store.session(other, create=True):
        store.save(Unit.blank(name="Sở khác", level="so"))
    other.rename(plain.with_name("another.db"))
    plain.with_name("broken.db").write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    plain.with_name("same.db").symlink_to(plain)
    return made


@pytest.mark.parametrize("way", ["bring", "delete"])
@pytest.mark.parametrize("is_open", [False, True])
def test_a_plain_backup_beside_the_office_is_named_and_goes_with_its_files(
    way: str, is_open: bool, plain: Path, by_hand: Path, code: str
) -> None:
    securing.encrypt(plain, PASSPHRASE, code)
    lain = sorted(plain.parent.iterdir())
    if is_open:
        with store.session(plain):
            assert securing_copies.other_copies(plain) == [by_hand]
            store.save(Unit.blank(name="Ghi tiếp", level="so"))
    assert securing_copies.other_copies(plain) == [by_hand]
    assert {each.name for each in plain.parent.iterdir()} == {each.name for each in lain}, "looking leaves nothing"
    assert lies_open(backup.files_of(by_hand))
    deed = securing_copies.bring_copies if way == "bring" else securing_copies.delete_copies
    assert deed(plain, [by_hand]) == []
    assert securing_copies.other_copies(plain) == []
    assert lies_open(backup.files_of(by_hand)) == []
    assert by_hand.exists() == (way == "bring")
    if way == "bring":
        assert opens(by_hand)


def test_a_plain_copy_that_somebody_works_in_is_named_and_left_alone(plain: Path, by_hand: Path, code: str) -> None:
    securing.encrypt(plain, PASSPHRASE, code)
    locking.file_of(by_hand).write_text("{}", encoding="utf-8")
    assert securing_copies.other_copies(plain) == [by_hand]
    before = by_hand.read_bytes()
    assert securing_copies.delete_copies(plain, [by_hand]) == [by_hand]
    assert securing_copies.bring_copies(plain, [by_hand]) == [by_hand]
    assert by_hand.read_bytes() == before
