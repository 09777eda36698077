"""Every way in which the file of an office can fail: its own sentence, nothing changed, and work goes on afterwards."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models import drives, engine, history, soundness, store
from models.errors import Damaged, OfficeRefused, SaveFailed
from models.partners import Partner
from models.store import locking
from models.vault import DataKey

HOUSE = Path(__file__).resolve().parents[3]
# What a viewer of databases does that was left in the middle of a change.
HOLD = """
import sys
from sqlcipher3 import dbapi2
other = dbapi2.connect(sys.argv[1], isolation_level=None)
other.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


def partner(name: str = "Tỉnh Vân Nam") -> Partner:
    return Partner.blank(name=name, type="chinh_quyen_tinh", country="CN")


def damage(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(change(path.read_bytes())) and None  # type: ignore[return-value]


def _newer(path: Path) -> None:
    with store.session(path):
        engine.execute("PRAGMA user_version = 9999")


def _wrong_key(path: Path) -> None:
    from models import vault
    from models.store import securing
    from models.vault import envelope

    securing.encrypt(path, "một hai ba bốn", vault.new_code())
    other = DataKey.random()
    vault.hold(other)
    envelope.write(path, envelope.Envelope.seal(other, "một hai ba bốn", vault.new_code()))


def _no_keys(path: Path) -> None:
    _wrong_key(path)
    path.with_name(path.name + ".keys").unlink()


# state → what is done to the office, words of its sentence, whether a backup and salvage are the ways on
STATES: dict[str, tuple[Callable[[Path], object], str, bool]] = {
    "missing": (Path.unlink, "There is no file", False),
    "empty (row 12)": (lambda path: path.write_bytes(b""), "is empty", True),
    "a letter (row 13)": (lambda path: path.write_text("Kính gửi"), "is not an office of Bang Giao", True),
    "a workbook (row 13)": (lambda path: path.write_bytes(b"PK\x03\x04" * 2000), "is not an office", True),
    "wrong key (row 13)": (_wrong_key, "does not open", True),
    "no key file": (_no_keys, "it is encrypted and its key file", True),
    "newer (row 14)": (_newer, "newer version", False),
    "header (row 10)": (damage(lambda held: b"\0" * 16 + held[16:]), "is not an office", True),
    "size of a page (row 10)": (damage(lambda held: held[:16] + b"\x33\x33" + held[18:]), "damaged at its start", True),
    "cut off (row 10)": (damage(lambda held: held[:4096]), "is damaged", True),
    "list of tables (row 10)": (damage(lambda held: held[:100] + b"\xff" * 3996 + held[4096:]), "is damaged", True),
}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("models.vault.envelope.COST", 1 << 4)
    made = tmp_path / "office.db"
    with store.session(made, create=True):
        store.save(partner())
    return made


@contextmanager
def viewer(path: Path, statement: str) -> Iterator[None]:
    command = [sys.executable, "-c", HOLD, str(path), statement]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.kill()


@contextmanager
def mounted(folder: Path) -> Iterator[Callable[..., None]]:
    """A medium of its own; skips where this account may not mount one."""
    folder.mkdir()

    def mount(*words: str) -> None:
        if subprocess.run(["mount", *words, str(folder)], capture_output=True, check=False).returncode:
            pytest.skip("no right to mount")

    mount("-t", "tmpfs", "-o", "size=30m", "tmpfs")
    try:
        yield mount
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


@pytest.mark.parametrize("state", STATES)
def test_rows_10_to_14_each_state_has_its_own_sentence_and_no_byte_is_changed(path: Path, state: str) -> None:
    """Rows 10, 12, 13, 14: told apart, and the file is as it was before."""
    spoil, words, damaged = STATES[state]
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(OfficeRefused, match=words) as refused:
        store.open_office(path)
    assert isinstance(refused.value, Damaged) == damaged
    assert (path.read_bytes() if path.exists() else None) == before
    assert not locking.file_of(path).exists()
    assert store.current() is None


def test_each_state_says_something_else() -> None:
    sentences = {words for _, words, _ in STATES.values()}
    assert len(sentences) >= 8


def test_row_3_every_thread_reads_its_settings_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 3: a setting that does not hold stops the connection of any thread."""
    faults: list[Exception] = []

    def connect() -> None:
        try:
            engine.connect()
        except engine.EngineRefused as error:
            faults.append(error)

    with store.session(path):
        monkeypatch.setattr(engine.database, "_pragmas", [*engine.database._pragmas, ("synchronus", 2)])
        other = threading.Thread(target=connect)
        other.start()
        other.join()
    assert "synchronus" in str(faults[0])


def test_row_21_a_connection_is_its_own_thread_s(path: Path) -> None:
    """Row 21: another thread has none and is told so."""
    faults: list[Exception] = []

    def ask() -> None:
        try:
            engine.rows("SELECT 1")
        except Exception as error:
            faults.append(error)

    with store.session(path):
        other = threading.Thread(target=ask)
        other.start()
        other.join()
    assert len(faults) == 1


@pytest.mark.parametrize(
    ("kind", "far"), [("ext4", False), ("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("9p", True)]
)
def test_row_5_on_a_network_drive_there_is_no_write_ahead_log(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, far: bool
) -> None:
    """Row 5: TRUNCATE and FULL there, and WAL again once the office is back on the computer's own disk."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver {tmp_path} {kind} rw 0 0\nother {tmp_path}/else tmpfs rw 0 0\n")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(drives, "_MOUNTS", mounts)
    with store.session(path) as opened:
        assert opened.place == (drives.NETWORK if far else "")
        assert engine.database.pragma("journal_mode") == ("truncate" if far else "wal")
        assert engine.database.pragma("synchronous") == 2
        store.save(partner("Tỉnh Quảng Tây"))
        assert path.with_name("office.db-wal").exists() != far
    monkeypatch.undo()
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    with store.session(path):
        assert engine.database.pragma("journal_mode") == "wal"
        assert engine.rows("SELECT count(*) FROM partner") == [(2,)]


def test_row_5_windows_says_what_a_drive_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 5: a letter that stands for another computer's folder, and a folder named by its computer."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(drives, "drive_type", lambda _drive: 4)
    assert drives.place_of(Path("/data/office.db")) == drives.NETWORK
    monkeypatch.setattr(drives, "drive_type", lambda _drive: 3)
    assert drives.place_of(Path("/data/office.db")) == ""


def test_a_folder_that_is_sent_elsewhere_by_itself_is_known(tmp_path: Path) -> None:
    assert drives.place_of(tmp_path / "OneDrive - Lai Châu" / "office.db") == drives.SENT


def test_row_8_on_a_medium_that_cannot_be_written_it_opens_for_reading(path: Path, tmp_path: Path) -> None:
    """Row 8: read and searched there; nothing is written."""
    with mounted(tmp_path / "medium") as mount:
        copy = tmp_path / "medium" / "office.db"
        copy.write_bytes(path.read_bytes())
        mount("-o", "remount,ro")
        for asked in (False, True):
            with store.session(copy, read_only=asked) as opened:
                assert opened.read_only
                assert asked or opened.holder == "the folder cannot be written"
                assert engine.rows("SELECT count(*) FROM partner") == [(1,)]


def test_row_8_saves_left_in_the_log_of_such_a_medium_are_not_passed_over(path: Path, tmp_path: Path) -> None:
    """Row 8: an older state is never shown as if it were all."""
    with mounted(tmp_path / "medium") as mount:
        copy = tmp_path / "medium" / "office.db"
        with store.session(path):
            store.save(partner("Tỉnh Quảng Tây"))
            for ending in ("", "-wal"):
                copy.with_name(copy.name + ending).write_bytes(path.with_name(path.name + ending).read_bytes())
        mount("-o", "remount,ro")
        with pytest.raises(OfficeRefused, match="last saves are still in the log"):
            store.open_office(copy)


def test_row_8_a_write_protected_file_opens_for_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 8: known before anything is typed, not at the first save."""
    real = os.access
    monkeypatch.setattr(os, "access", lambda place, mode: Path(place) != path and real(place, mode))
    with store.session(path) as opened:
        assert opened.read_only
        assert opened.holder == "the file is write-protected"


@pytest.mark.parametrize("gone", [True, False])
def test_row_9_a_file_deleted_or_replaced_while_open_takes_no_save_and_can_be_saved_elsewhere(
    path: Path, tmp_path: Path, gone: bool
) -> None:
    """Row 9: two sentences; the record stays as typed; a copy of what is open is whole."""
    from models import backup

    with store.session(path) as opened:
        if gone:
            path.unlink()
        else:
            (tmp_path / "other.db").write_bytes(b"another file")
            (tmp_path / "other.db").replace(path)
        typed = partner("Tỉnh Quảng Tây")
        with pytest.raises(SaveFailed, match="no longer there" if gone else "Another file lies"):
            store.save(typed)
        assert (typed.id, typed.name) == (None, "Tỉnh Quảng Tây")
        assert opened.trouble()
        backup.make(tmp_path / "saved.db")
    with store.session(tmp_path / "saved.db"):
        assert engine.rows("SELECT name FROM partner") == [("Tỉnh Vân Nam",)]
    assert gone or path.read_bytes() == b"another file"


def test_row_16_a_program_that_died_is_noticed_once(path: Path) -> None:
    """Row 16: the lock that it left tells; after a proper end nothing does."""
    left = {"who": "Lan", "host": socket.gethostname(), "process": 1, "since": "2026-11-21T08:15"}
    locking.file_of(path).write_text(json.dumps(left), encoding="utf-8")
    with store.session(path) as opened:
        assert opened.unclean
    with store.session(path) as opened:
        assert not opened.unclean


@pytest.mark.parametrize("content", ["", "rubbish", "[]", '{"who": 1}', '{"host": "x"}', "\0" * 4096])
def test_row_18_a_lock_with_rubbish_in_it_is_taken_over(path: Path, content: str) -> None:
    """Row 18: nobody is stuck behind a file that says nothing."""
    locking.file_of(path).write_text(content, encoding="utf-8")
    with store.session(path) as opened:
        assert not opened.read_only
    assert not locking.file_of(path).exists()


def test_row_18_another_computer_s_lock_is_believed_until_a_person_says_otherwise(path: Path) -> None:
    """Row 18: explained, and known to be held by nobody that this computer can see."""
    left = {"who": "Lan", "host": "may-2", "process": 1, "since": "2026-11-21T08:15"}
    locking.file_of(path).write_text(json.dumps(left), encoding="utf-8")
    with store.session(path) as opened:
        assert opened.read_only
        assert "Lan on the computer may-2" in opened.holder
        assert locking.is_left_elsewhere(path)
    taken = locking.take(path, believe=False)
    assert isinstance(taken, locking.Lock)
    assert not locking.is_left_elsewhere(path)
    taken.release()
    with store.session(path) as opened:
        assert not opened.read_only


def test_row_19_a_save_waits_for_a_viewer_of_databases_says_so_and_works_afterwards(path: Path) -> None:
    """Row 19: at most 5 seconds, a sentence, nothing lost, and the same record is saved the next time."""
    with store.session(path):
        typed = partner("Tỉnh Quảng Tây")
        with viewer(path, "BEGIN IMMEDIATE"), pytest.raises(SaveFailed, match="Another program holds the file"):
            store.save(typed)
        store.save(typed)
        assert engine.rows("SELECT count(*) FROM partner") == [(2,)]


def test_row_19_an_office_that_another_program_has_for_itself_is_not_opened_and_not_changed(path: Path) -> None:
    """Row 19: told at the opening too, as its own state."""
    with store.session(path):
        engine.rows("PRAGMA journal_mode = delete")
    with viewer(path, "BEGIN EXCLUSIVE"), pytest.raises(OfficeRefused, match="viewer of databases") as refused:
        store.open_office(path)
    assert not isinstance(refused.value, Damaged)
    with store.session(path):
        assert engine.rows("SELECT count(*) FROM partner") == [(1,)]


def test_row_23_history_keeps_its_order_when_the_clock_goes_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 23: by sequence, never by the clock."""
    with store.session(path):
        monkeypatch.setattr("models.history.book.now", lambda: "2020-01-01T00:00:00")
        made = store.load("partner", 1)
        made.note = "sau"  # type: ignore[attr-defined]
        store.save(made)
        assert [entry.deed for entry in history.read("partner", 1)] == ["edit", "create"]


def test_row_24_a_medium_that_was_taken_out_is_told_and_loses_nothing_saved(path: Path, tmp_path: Path) -> None:
    """Row 24: a stick taken out while the office on it is open."""
    with mounted(tmp_path / "stick"):
        copy = tmp_path / "stick" / "office.db"
        copy.write_bytes(path.read_bytes())
        with store.session(copy):
            subprocess.run(["umount", "-l", str(tmp_path / "stick")], check=True)
            with pytest.raises(SaveFailed, match="its disk was taken away"):
                store.save(partner("Tỉnh Quảng Tây"))


def test_a_full_disk_at_the_opening_is_told_as_that(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise engine.DatabaseError("disk I/O error")

    monkeypatch.setattr(engine, "connect", fail)
    with pytest.raises(OfficeRefused, match="full or does not answer"):
        store.open_office(path)
    assert not locking.file_of(path).exists()


def test_a_damaged_office_that_still_opens_gives_way_to_a_backup_and_is_kept(path: Path, tmp_path: Path) -> None:
    from models import backup

    with store.session(path):
        backup.make(tmp_path / "good.db")
        leaf = engine.rows("SELECT rootpage FROM sqlite_master WHERE name = 'partner_name_key'")[0][0]
    held = bytearray(path.read_bytes())
    held[(leaf - 1) * 4096 : leaf * 4096] = b"\x0a" + b"\xff" * 4095
    path.write_bytes(bytes(held))
    kept = store.restore_office(tmp_path / "good.db", path)
    assert kept is not None
    assert kept.read_bytes() == bytes(held)
    with store.session(path):
        assert soundness.faults() == []
