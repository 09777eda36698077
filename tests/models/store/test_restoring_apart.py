"""Restoring under what the world does meanwhile: other programs, cut-off restores, damaged stores and key files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models import backup, closed, engine, soundness, store, vault
from models.attachments import blobs
from models.delegations import Delegation
from models.errors import OfficeRefused
from models.store import locking, restoring
from models.units import Unit
from models.vault import envelope

HOUSE = Path(__file__).resolve().parents[3]
_SAVES = """
import sys
from pathlib import Path
from models import store
from models.units import Unit
opened = store.open_office(Path(sys.argv[1]))
print("read only" if opened.read_only else "saved")
if not opened.read_only:
    store.save(Unit.blank(name="Lưu giữa chừng", level="so"))
store.close_office()
"""
_DIES_TELLING = """
import os, sys
from pathlib import Path
from models import backup, engine
draft = backup.lay_beside(Path(sys.argv[1]), Path(sys.argv[2]))
with engine.making(draft, None) as other:
    other.execute_sql("PRAGMA cache_size = 1")
    other.execute_sql("CREATE TABLE x (a)")
    other.execute_sql("BEGIN IMMEDIATE")
    for _ in range(400):
        other.execute_sql("INSERT INTO x VALUES (hex(randomblob(2000)))")
    os._exit(1)
"""
_HOLDS = """
import sys
from sqlcipher3 import dbapi2
held = dbapi2.connect(sys.argv[1])
held.execute("PRAGMA locking_mode = EXCLUSIVE")
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


class CutOff(BaseException):
    """The program ends here."""


@pytest.fixture
def copy(visit: Delegation, office: Path) -> Path:
    """A backup of an office with a visit; the office is closed."""
    store.save(visit)
    made = backup.keep(office, "work").copy
    store.close_office()
    return made


def left(office: Path) -> list[str]:
    return [each.name for each in office.parent.iterdir() if ".restoring" in each.name or ".turning" in each.name]


def test_nobody_saves_in_the_office_between_the_last_look_and_the_swap(
    copy: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, lay_beside = [], backup.lay_beside

    def meanwhile(ready: Path, path: Path) -> Path:
        command = [sys.executable, "-c", _SAVES, str(path)]
        said.append(subprocess.run(command, capture_output=True, text=True, check=True, cwd=HOUSE).stdout.strip())
        return lay_beside(ready, path)

    monkeypatch.setattr(backup, "lay_beside", meanwhile)
    store.restore_office(copy, office)
    assert said == ["read only"]
    with store.session(office) as opened:
        assert not opened.read_only


def test_the_journal_of_a_restore_that_was_cut_off_is_not_played_into_the_next_one(copy: Path, office: Path) -> None:
    """Row 15, beside what is laid out: it would be torn, and take the place of the office."""
    with store.session(office):
        for n in range(100):
            store.save(Unit.blank(name=f"Đơn vị {n}", level="so"))
        newer = backup.copy_beside(office, "by-hand")
    subprocess.run([sys.executable, "-c", _DIES_TELLING, str(copy), str(office)], check=False, cwd=HOUSE)
    assert office.with_name(office.name + ".restoring-journal").stat().st_size
    store.restore_office(newer, office)
    with store.session(office):
        assert soundness.faults() == []
        assert engine.rows("SELECT count(*) FROM unit") == [(101,)]


def test_a_restore_that_fails_or_is_cut_off_leaves_no_copy_beside_the_office(
    copy: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("models.store.returned.tell", full)
        with pytest.raises(OSError, match="No space"):
            store.restore_office(copy, office)
    assert left(office) == []
    backup.lay_beside(copy, office)  # and is killed
    with store.session(office):
        assert left(office) == []


def test_what_was_laid_out_is_opened_before_the_office_gives_way(
    copy: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amend, before = closed.amend, office.read_bytes()

    def torn(draft: Path, *told: object) -> None:
        amend(draft, *told)  # type: ignore[arg-type]
        draft.write_bytes(draft.read_bytes()[: 5 * 4096])

    monkeypatch.setattr("models.closed.amend", torn)
    with pytest.raises(OfficeRefused):
        store.restore_office(copy, office)
    assert office.stat().st_size == len(before)
    with store.session(office):
        assert soundness.faults() == []


def test_an_office_that_another_program_turns_is_not_replaced(copy: Path, office: Path) -> None:
    lock = envelope.Envelope("x", "y", {})
    envelope.write(office, vault.Passing(None, lock))
    held, before = locking.take(office), office.stat().st_ino
    assert isinstance(held, locking.Lock)
    try:
        with pytest.raises(OfficeRefused, match="in use"):
            store.restore_office(copy, office)
    finally:
        held.release()
        envelope.write(office, None)
    assert office.stat().st_ino == before


def test_an_office_that_a_viewer_of_databases_holds_is_not_replaced(copy: Path, office: Path) -> None:
    """It is not damaged: its numbers are not lost, and what the other program writes is not either."""
    before = office.stat().st_ino
    with subprocess.Popen([sys.executable, "-c", _HOLDS, str(office)], stdin=-1, stdout=-1, text=True) as viewer:
        assert viewer.stdout is not None
        assert viewer.stdin is not None
        assert viewer.stdout.readline() == "held\n"
        with pytest.raises(OfficeRefused, match="viewer of databases"):
            store.restore_office(copy, office)
        viewer.stdin.close()
    assert office.stat().st_ino == before


def test_the_log_of_an_office_that_cannot_be_read_stays_beside_it_until_the_swap(
    copy: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last saves lie there: whoever puts the lost key file or the first page back needs both."""
    office.write_bytes(b"damaged" * 1000)
    log = office.with_name(office.name + "-wal")
    log.write_bytes(b"last saves")

    def cut(*_given: object) -> None:
        raise CutOff

    with monkeypatch.context() as patched:
        patched.setattr("models.backup.swap_in", cut)
        with pytest.raises(CutOff):
            store.restore_office(copy, office)
    assert log.read_bytes() == b"last saves"
    kept = store.restore_office(copy, office)
    assert kept is not None
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"last saves"


def test_where_a_disk_knows_no_second_names_a_copy_is_kept(
    copy: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError(1, "Operation not permitted")

    office.write_bytes(b"damaged" * 1000)
    monkeypatch.setattr(restoring.os, "link", refuse)
    kept = store.restore_office(copy, office)
    assert kept is not None
    assert kept.read_bytes() == b"damaged" * 1000


def test_a_content_that_was_altered_in_the_office_comes_back_with_the_backup(
    visit: Delegation, office: Path, tmp_path: Path
) -> None:
    store.save(visit)
    paper = tmp_path / "Báo cáo.pdf"
    paper.write_bytes(b"%PDF-1.7 " + os.urandom(100))
    file = store.attach(visit, paper, "report")
    made = backup.keep(office, "work").copy
    blobs.place_of(store.store_folder(), file.digest).write_bytes(b"rot" + paper.read_bytes()[3:])
    store.restore_office(made, office)
    with store.session(office):
        assert store.attaching.prove() == (1, 0, [])
