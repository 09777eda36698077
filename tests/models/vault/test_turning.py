"""Encrypting, decrypting and a new key: whole or not at all, wherever it is cut off."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models import backup, closed, engine, soundness, store, vault
from models.attachments import resealing
from models.attachments.blobs import Stopped
from models.errors import OfficeRefused
from models.fingerprint import fingerprint
from models.store import securing, securing_copies, settling
from models.vault import Passing, envelope
from tests.models.vault.conftest import PASSPHRASE

Deed = Callable[[Path], None]
CODE = vault.new_code()
DEEDS: dict[str, Deed] = {
    "rekey": lambda office: securing.rekey(office, PASSPHRASE, CODE),
    "decrypt": lambda office: securing.decrypt(office, PASSPHRASE),
    "encrypt": lambda office: securing.encrypt(office, PASSPHRASE, CODE),
}


class Killed(BaseException):
    """The program dies here."""


def begin(deed: str, plain: Path, code: str) -> tuple[Path, dict[str, str]]:
    """Give the office on the side from which the deed starts, and what it holds."""
    if deed != "encrypt":
        securing.encrypt(plain, PASSPHRASE, code)
    key = key_of(plain)  # opening it notes that it was encrypted
    told = fingerprint(plain, key)
    vault.let_go()
    return plain, told


def key_of(office: Path) -> vault.DataKey | None:
    """Give the key an office has now; opened as a person would open it."""
    vault.let_go()
    if vault.is_plain(office) is False:
        vault.unlock(office, PASSPHRASE)
    with store.session(office) as opened:
        assert not opened.read_only
        assert store.attaching.prove() == (2, 0, [])
        assert soundness.faults() == []
        return engine.key()


def look_over(office: Path, told: dict[str, str]) -> None:
    """Nothing in between is left: one side's database, contents and key file."""
    key = key_of(office)
    assert fingerprint(office, key) == told
    beside = {each.name for each in office.parent.iterdir()} - {"home", "office-backups"}
    assert beside == {"office.db", "office.db.files"} | ({"office.db.keys"} if key else set())
    assert not isinstance(envelope.read(office), Passing)
    store_folder = store.attaching.folder_of(office)
    kept = [each for each in store_folder.rglob("*") if each.is_file()]
    assert sorted(kept) == list(resealing.contents(store_folder, key.id if key else ""))
    assert len(kept) == 2


BEFORE: list[tuple[Any, str]] = [
    (envelope, "write"),
    (closed, "export"),
    (resealing, "reseal"),
    (resealing, "_reseal"),
    (securing, "swap"),
    (settling, "keep_side"),
    (resealing, "drop"),
]
AFTER: list[tuple[Any, str]] = [
    (envelope, "write"),
    (closed, "export"),
    (resealing, "reseal"),
    (securing, "swap"),
    (settling, "wipe_drafts"),
    (resealing, "drop"),
]
STEPS = [(*each, False) for each in BEFORE] + [(*each, True) for each in AFTER]


@pytest.mark.parametrize(
    ("place", "step", "after"), STEPS, ids=[f"{'after' if after else 'before'}-{step}" for _, step, after in STEPS]
)
@pytest.mark.parametrize("deed", DEEDS)
def test_row_77_cut_off_at_any_step_the_office_is_wholly_old_or_wholly_new(
    deed: str, place: Any, step: str, after: bool, plain: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 77: whatever is interrupted opens with exactly the old or the new lock, and holds everything."""
    office, told = begin(deed, plain, code)
    done = getattr(place, step)
    with monkeypatch.context() as patched:

        def dies(*given: Any) -> Any:
            if after:
                done(*given)
            patched.setattr(settling, "settle", lambda _office: None)  # the dead tidy nothing up
            raise Killed

        for module in (place, securing, settling, resealing):
            if getattr(module, step, None) is done:
                patched.setattr(module, step, dies)
        with pytest.raises(Killed):
            DEEDS[deed](office)
    engine.disconnect()
    look_over(office, told)


@pytest.mark.parametrize("deed", DEEDS)
def test_an_ordinary_failure_takes_everything_back_at_once_and_says_why(
    deed: str, plain: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 7: a full disk leaves the old file untouched and nothing beside it."""
    office, told = begin(deed, plain, code)

    def full(*_given: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(resealing, "_copy", full)
        with pytest.raises(OfficeRefused, match=r"the disk is full.*as it was before"):
            DEEDS[deed](office)
    assert (key_of(office) is None) == (deed == "encrypt")
    look_over(office, told)


def test_it_can_be_stopped_by_the_person(plain: Path, code: str) -> None:
    told = fingerprint(plain, None)
    with pytest.raises(Stopped):
        securing.encrypt(plain, PASSPHRASE, code, lambda done, _whole: done == 0)
    look_over(plain, told)
    assert vault.is_plain(plain)


def test_a_copy_that_is_not_the_same_never_takes_the_place(
    plain: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = closed.export

    def loses_a_row(*given: Any) -> None:
        done(*given)
        other = engine.SqlCipherDatabase(str(given[2]), passphrase=given[3].database)
        other.connect()
        other.execute_sql("UPDATE unit SET note = 'x'")
        other.close()

    monkeypatch.setattr(closed, "export", loses_a_row)
    with pytest.raises(OfficeRefused, match="does not hold the same"):
        securing.encrypt(plain, PASSPHRASE, code)
    assert vault.is_plain(plain)


def test_a_new_key_ends_the_old_key_and_the_old_code(plain: Path, code: str) -> None:
    securing.encrypt(plain, PASSPHRASE, code)
    before = key_of(plain)
    securing.rekey(plain, PASSPHRASE, CODE)
    assert before is not None
    assert key_of(plain) != before
    assert not engine.opens(plain, before)
    vault.let_go()
    with pytest.raises(vault.WrongSecret):
        vault.unlock(plain, code, vault.CODE)
    assert vault.unlock(plain, CODE, vault.CODE)


def test_a_wrong_passphrase_gives_no_new_key_and_takes_no_lock_away(locked: Path) -> None:
    before = locked.read_bytes()
    for deed in (securing.rekey, lambda office, secret, _code: securing.decrypt(office, secret)):
        with pytest.raises(vault.WrongSecret):
            deed(locked, "sai", CODE)
    assert locked.read_bytes() == before


def test_a_content_that_was_lost_before_holds_nothing_up(locked: Path) -> None:
    vault.unlock(locked, PASSPHRASE)
    place = next(iter(resealing.contents(store.attaching.folder_of(locked), vault.keys_of(locked)[0].id)))
    place.write_bytes(place.read_bytes()[:-3])
    securing.rekey(locked, PASSPHRASE, CODE)
    with store.session(locked):
        assert [what for _, what in store.attaching.prove()[2]] == ["missing"]
    assert len(list((store.attaching.folder_of(locked) / "damaged").iterdir())) == 1


def test_an_altered_content_stays_told_as_altered(plain: Path, code: str) -> None:
    place = next(iter(resealing.contents(store.attaching.folder_of(plain), "")))
    place.write_bytes(b"changed by somebody")
    securing.encrypt(plain, PASSPHRASE, code)
    securing.rekey(plain, PASSPHRASE, CODE)
    with store.session(plain):
        assert [what for _, what in store.attaching.prove()[2]] == ["altered"]


def test_old_plain_backups_are_named_and_brought_under_the_lock_or_deleted(plain: Path, code: str) -> None:
    with store.session(plain):
        first, second = backup.copy_beside(plain, "close"), backup.copy_beside(plain, "by-hand")
    counted = backup.check(first)
    securing.encrypt(plain, PASSPHRASE, code)
    assert securing_copies.other_copies(plain) == [first, second]
    assert securing_copies.bring_copies(plain, [first]) == []
    assert securing_copies.other_copies(plain) == [second]
    securing_copies.delete_copies(plain, [second])
    assert securing_copies.other_copies(plain) == []
    assert backup.prove(first) is not None
    assert backup.check(first) == counted
    kept = [each for each in (first.parent / "files").rglob("*") if each.is_file()]
    assert sorted(kept) == list(resealing.contents(first.parent / "files", vault.keys_of(plain)[0].id))
    assert len(kept) == 2
    with store.session(plain):
        assert backup.rehearse(first) == 2


def test_backups_of_an_older_key_come_under_the_new_one(plain: Path, code: str) -> None:
    securing.encrypt(plain, PASSPHRASE, code)
    with store.session(plain):
        copy = backup.copy_beside(plain, "close")
    securing.rekey(plain, PASSPHRASE, CODE)
    assert securing_copies.other_copies(plain) == [copy]
    assert securing_copies.bring_copies(plain, [copy]) == []
    assert securing_copies.other_copies(plain) == []
    vault.let_go()
    vault.unlock(plain, PASSPHRASE)
    with store.session(plain):
        assert backup.rehearse(copy) == 2


@pytest.mark.parametrize("change", ["encrypt", "rekey", "decrypt"])
def test_a_backup_is_restored_under_the_lock_that_the_office_has_now(change: str, plain: Path, code: str) -> None:
    if change != "encrypt":
        securing.encrypt(plain, PASSPHRASE, code)
    with store.session(plain):
        copy = backup.copy_beside(plain, "by-hand")
    DEEDS[change](plain)
    for place in resealing.contents(
        store.attaching.folder_of(plain), vault.keys_of(plain)[0].id if change != "decrypt" else ""
    ):
        place.unlink()
    store.restore_office(copy, plain)
    assert (key_of(plain) is None) == (change == "decrypt")  # and its files were brought along, under that lock


def test_restoring_onto_a_locked_office_asks_for_its_key_first(plain: Path, code: str) -> None:
    with store.session(plain):
        copy = backup.copy_beside(plain, "by-hand")
    securing.encrypt(plain, PASSPHRASE, code)
    vault.let_go()
    before = plain.read_bytes()
    with pytest.raises(vault.Locked):
        store.restore_office(copy, plain)
    assert plain.read_bytes() == before


def test_a_second_program_that_reads_holds_a_new_key_off(locked: Path) -> None:
    vault.unlock(locked, PASSPHRASE)
    lock = store.locking.take(locked)
    try:
        with pytest.raises(OfficeRefused, match="in use"):
            securing.rekey(locked, PASSPHRASE, CODE)
    finally:
        lock.release()  # type: ignore[union-attr]
