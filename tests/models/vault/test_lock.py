"""An encrypted office opens to its passphrase and to its recovery code, and to nothing else."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models import backup, engine, soundness, store, vault
from models.errors import OfficeRefused
from models.store import securing
from models.vault import CODE, held
from tests.models.vault.conftest import CONTENT, PASSPHRASE


def units() -> list[str]:
    return [name for (name,) in engine.rows("SELECT name FROM unit")]


def test_an_encrypted_office_opens_with_its_passphrase_and_holds_what_it_held(locked: Path) -> None:
    with pytest.raises(vault.Locked, match="is encrypted"):
        store.open_office(locked)
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        assert engine.key() is not None
        assert units() == ["Sở Ngoại vụ"]
        assert store.attaching.prove() == (2, 0, [])
        assert soundness.faults() == []


def test_the_same_passphrase_typed_with_its_marks_apart_opens_too(locked: Path) -> None:
    import unicodedata

    assert vault.unlock(locked, unicodedata.normalize("NFD", PASSPHRASE))


def test_row_78_a_forgotten_passphrase_is_replaced_with_the_recovery_code(locked: Path, code: str) -> None:
    """Row 78: the printed code opens the office and gives it a new passphrase; the old one opens nothing any more."""
    securing.change_passphrase(locked, code.lower().replace("-", " "), "mật khẩu mới", CODE)
    vault.let_go()
    with pytest.raises(vault.WrongSecret):
        vault.unlock(locked, PASSPHRASE)
    assert vault.unlock(locked, "mật khẩu mới")


def test_row_76_wrong_passphrases_cost_more_and_more_time_and_leave_every_byte(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 76: delay, message, data untouched."""
    now = [1000.0]
    monkeypatch.setattr(held.time, "monotonic", lambda: now[0])
    before = {each: each.read_bytes() for each in locked.parent.rglob("*") if each.is_file()}
    waits = []
    for _ in range(9):
        with pytest.raises(vault.WrongSecret, match="untouched"):
            vault.unlock(locked, "sai")
        lock = held.envelope.sides(locked)[0].office
        waits.append(vault.wait(lock))
        if waits[-1]:
            with pytest.raises(vault.TooSoon, match=str(waits[-1])):
                vault.unlock(locked, PASSPHRASE)  # not even the right one
        now[0] += waits[-1]
    assert waits == [0, 0, 2, 4, 8, 16, 32, 60, 60]
    assert {each: each.read_bytes() for each in locked.parent.rglob("*") if each.is_file()} == before
    assert vault.unlock(locked, PASSPHRASE)
    assert vault.wait(lock) == 0


def test_a_changed_passphrase_rewrites_the_key_files_alone(locked: Path, code: str) -> None:
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        copy = backup.copy_beside(locked, "close")
    before = locked.read_bytes()
    securing.change_passphrase(locked, PASSPHRASE, "mật khẩu mới")
    assert locked.read_bytes() == before
    for path in (locked, copy):
        vault.let_go()
        held._wrong.clear()
        with pytest.raises(vault.WrongSecret):
            vault.unlock(path, PASSPHRASE)
        assert vault.unlock(path, "mật khẩu mới")
        assert vault.unlock(path, code, CODE)


def test_a_new_recovery_code_ends_the_old_one(locked: Path, code: str) -> None:
    fresh = vault.new_code()
    securing.change_code(locked, PASSPHRASE, fresh)
    with pytest.raises(vault.WrongSecret, match="recovery code"):
        vault.unlock(locked, code, CODE)
    assert vault.unlock(locked, fresh, CODE)
    assert vault.unlock(locked, PASSPHRASE)


def test_a_code_that_is_mistyped_says_in_which_group(locked: Path, code: str) -> None:
    letter = "2" if code[5] != "2" else "3"
    with pytest.raises(vault.Mistyped, match="Group 2"):
        vault.unlock(locked, code[:5] + letter + code[6:], CODE)
    assert vault.wait(held.envelope.sides(locked)[0].office) == 0


def test_a_missing_a_damaged_a_foreign_key_file_and_a_foreign_file_each_have_their_sentence(
    locked: Path, tmp_path: Path
) -> None:
    """Row 13: not a database and a wrong key are told apart."""
    keys = vault.envelope_of(locked)
    told = keys.read_text()
    said = {}

    def look(name: str, path: Path = locked) -> None:
        with pytest.raises(OfficeRefused) as refused:
            store.open_office(path)
        said[name] = str(refused.value)

    keys.unlink()
    look("missing")
    keys.write_text(told.replace('"wrapped": "', '"wrapped": "A', 1))
    look("damaged")
    keys.write_text(told[:100])
    assert "damaged" in said["damaged"]
    look("cut off")
    keys.write_text(told)
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(b"PK\x03\x04 something else" * 500)
    look("foreign", foreign)
    other = tmp_path / "other" / "office.db"
    other.parent.mkdir()
    with store.session(other, create=True):
        pass
    securing.encrypt(other, PASSPHRASE, vault.new_code())
    shutil.copy(vault.envelope_of(other), keys)
    look("of another office")
    assert "not beside it" in said["missing"]
    assert said["cut off"] == said["damaged"]
    assert "is not an office" in said["foreign"]
    assert "does not open" in said["of another office"]
    assert len(set(said.values())) == 4
    keys.write_text(told)
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        assert units() == ["Sở Ngoại vụ"]


def test_a_newer_key_file_is_left_alone(locked: Path) -> None:
    keys = vault.envelope_of(locked)
    told = json.loads(keys.read_text()) | {"version": 99}
    told["sum"] = held.envelope._sum(told)
    keys.write_text(json.dumps(told))
    with pytest.raises(vault.KeysRefused, match="newer version"):
        store.open_office(locked)


def test_a_backup_opens_by_itself_with_its_key_file_and_the_passphrase(locked: Path, tmp_path: Path) -> None:
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        copy = backup.copy_beside(locked, "close")
    elsewhere = tmp_path / "usb" / "copy.db"
    elsewhere.parent.mkdir()
    for place in (copy, vault.envelope_of(copy)):
        shutil.move(place, elsewhere.with_name(place.name.replace(copy.name, elsewhere.name)))
    for each in (locked, vault.envelope_of(locked)):
        each.unlink()
    vault.let_go()
    with pytest.raises(vault.Locked):
        backup.check(elsewhere)
    vault.unlock(elsewhere, PASSPHRASE)
    assert backup.check(elsewhere)["unit"] == 1
    store.restore_office(elsewhere, locked)
    vault.let_go()
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        assert units() == ["Sở Ngoại vụ"]


def test_a_backup_that_is_taken_away_takes_its_key_file_with_it(locked: Path) -> None:
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        copy = backup.copy_beside(locked, "close")
    assert vault.envelope_of(copy).exists()
    backup.remove(copy)
    assert not vault.envelope_of(copy).exists()


@pytest.mark.parametrize("spoilt", [None, b"rubbish"], ids=["gone", "spoilt"])
def test_a_key_file_that_is_taken_away_while_the_office_is_open_is_put_back(locked: Path, spoilt: bytes | None) -> None:
    vault.unlock(locked, PASSPHRASE)
    keys = vault.envelope_of(locked)
    with store.session(locked):
        keys.unlink()
        if spoilt:
            keys.write_bytes(spoilt)
        copy = backup.copy_beside(locked, "close")
    vault.let_go()
    for path in (locked, copy):
        assert vault.unlock(path, PASSPHRASE)


def test_every_connection_has_the_key_and_its_settings_are_read_back(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 3: an encrypted office is not opened where SQLCipher does not say what it must."""
    import threading

    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        seen: list[object] = []

        def other() -> None:
            engine.connect()
            seen.extend([units(), engine.database.pragma("cipher_status")])
            engine.disconnect()

        worker = threading.Thread(target=other)
        worker.start()
        worker.join()
        assert seen == [["Sở Ngoại vụ"], "1"]
    monkeypatch.setitem(engine._CIPHER, "cipher_use_hmac", "2")
    with pytest.raises(OfficeRefused):
        store.open_office(locked)


def test_reading_beside_a_writer_works_on_an_encrypted_office(locked: Path) -> None:
    vault.unlock(locked, PASSPHRASE)
    lock = store.locking.take(locked)
    try:
        with store.session(locked) as opened:
            assert opened.read_only
            assert units() == ["Sở Ngoại vụ"]
    finally:
        lock.release()  # type: ignore[union-attr]


def test_contents_are_given_out_as_they_were_and_their_names_tell_nothing(locked: Path, tmp_path: Path) -> None:
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        file = store.attachments("unit", 1)[0]
        store.save_copy(file, tmp_path / "out.pdf")
        assert (tmp_path / "out.pdf").read_bytes() == CONTENT
        assert store.open_copy(file).read_bytes() == CONTENT
        assert file.state() == ""
        names = [each.name for each in store.store_folder().rglob("*")]
        assert not [name for name in names if file.digest[:8] in name]
        again = store.attach(store.load("unit", 1), b"moi", "other", name="mới.pdf")
        assert again.state() == ""


def test_a_changed_content_is_told_as_altered(locked: Path) -> None:
    """Row 72: cut off, changed or exchanged, a content in the store is never given out."""
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        files = store.attachments("unit", 1)
        places = [store.attaching.blobs.place_of(store.store_folder(), file.digest) for file in files]
        whole = [place.read_bytes() for place in places]
        middle = len(whole[0]) // 2
        for damaged in (
            whole[0][: (1 << 20) + 48],  # the first piece alone
            whole[0][:middle] + bytes([whole[0][middle] ^ 1]) + whole[0][middle + 1 :],
            whole[1],
            whole[0] + b"x",
            b"",
        ):
            places[0].write_bytes(damaged)
            assert [(file.id, what) for file, what in store.attaching.prove()[2]] == [(1, "altered")]
            with pytest.raises(store.attaching.FileRefused, match="no longer what was attached"):
                store.open_copy(files[0])


def test_rows_68_and_85_passing_files_lie_in_a_folder_of_our_own_that_is_wiped(locked: Path) -> None:
    """Row 68, decisions: the temporary folder of the whole program is our own, closed to others, wiped at close."""
    import stat
    import tempfile

    before, env = tempfile.gettempdir(), os.environ.get("TMPDIR")
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        folder = Path(tempfile.gettempdir())
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
        assert os.environ["TMPDIR"] == str(folder)
        Path(folder / "left.xlsx").write_text("Hộ chiếu")
        with tempfile.NamedTemporaryFile() as passing:
            assert Path(passing.name).parent == folder
    assert not folder.exists()
    assert (tempfile.gettempdir(), os.environ.get("TMPDIR")) == (before, env)


@pytest.mark.skipif(os.name == "nt", reason="a limit of POSIX")
def test_a_crash_of_a_program_that_holds_a_key_leaves_no_image_of_its_memory() -> None:
    """In a program of its own: what is forbidden once cannot be allowed again."""
    told = "import resource; from models import vault; vault.hold(vault.DataKey.random()); "
    command = [sys.executable, "-c", told + "print(resource.getrlimit(resource.RLIMIT_CORE))"]
    house = Path(vault.__file__).resolve().parents[2]
    assert subprocess.run(command, capture_output=True, text=True, check=True, cwd=house).stdout == "(0, 0)\n"
