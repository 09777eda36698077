"""Row 75, a stolen laptop: nothing that was planted can be found in any byte that the program wrote."""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from models import backup, engine, frozen, search, store, vault
from models.store import securing, securing_copies, unfinished
from tests.models.vault.canaries import HELD, SECOND, WORDS, found_in, outside, work
from tests.models.vault.conftest import PASSPHRASE

HOUSE = Path(__file__).resolve().parents[3]
ALL = set(WORDS)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new office; all that the program writes anywhere comes below the folder of the test."""
    for place in ("tmp", SECOND):
        (tmp_path / place).mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    path = tmp_path / "office.db"
    with store.session(path, create=True):
        pass
    return path


def encrypt(path: Path) -> None:
    securing.encrypt(path, PASSPHRASE, vault.new_code())


def seen_from_outside(folder: Path) -> dict[str, set[str]]:
    """Search while the office is open: -wal, -shm, lock and all."""
    asked = [sys.executable, "-m", "tests.models.vault.canaries", str(folder)]
    told = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True, cwd=HOUSE).stdout)
    return {name: set(places) for name, places in told.items()}


def places(folder: Path) -> set[str]:
    """The kinds of things that the program wrote, so that an empty search is not a search of nothing."""
    ends = ("-wal", "-shm", ".lock", ".keys", ".json", ".files", "-backups")
    return {end for end in ends if any(end in each.name for each in folder.rglob("*"))}


def test_row_75_nothing_planted_is_found_in_any_byte_of_an_encrypted_office(empty: Path, tmp_path: Path) -> None:
    """Row 75: database, write-ahead log, index, attachments, drafts, steps, reports, backups, passing files."""
    encrypt(empty)
    with store.session(empty):
        work(empty)
        assert outside(seen_from_outside(tmp_path)) == {}
        assert {"-wal", "-shm", ".lock", ".keys", ".json", ".files"} <= places(tmp_path)
    assert found_in(tmp_path) == {}
    assert len(backup.copies_of(empty)) == 2
    assert list((tmp_path / SECOND).rglob("*.db"))
    with store.session(empty):  # and all of it is there for one who has the key
        assert engine.rows("SELECT count(*) FROM attachment") == [(2,)]
        assert {hit.record for hit in search.find(WORDS["visit"])} == {1}
        assert [kept.title for kept in unfinished.unfinished()] == [WORDS["draft"]]
        assert [report.note for report in frozen.reports()] == [WORDS["handed"]]


def test_the_same_search_finds_every_word_in_a_plain_office(empty: Path, tmp_path: Path) -> None:
    """Row 75: so the search can find them."""
    with store.session(empty):
        work(empty)
        assert set(outside(seen_from_outside(tmp_path))) == ALL
    found = found_in(tmp_path)
    assert set(found) == ALL
    inside = {name: {place.split("/")[0] for place in places} for name, places in found.items()}
    assert all({"office.db", SECOND} <= tops for name, tops in inside.items() if name != "attached")
    assert any(place.startswith(f"{empty.name}.files/") for place in found["attached"])


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
@pytest.mark.parametrize("encrypted", [True, False])
def test_row_75_what_a_killed_program_leaves_behind_tells_nothing(empty: Path, tmp_path: Path, encrypted: bool) -> None:
    """Row 75: but for the file that was held open, until the next start; of a plain office everything is found."""
    if encrypted:
        encrypt(empty)
    vault.let_go()
    asked = [sys.executable, "-m", "tests.models.vault.killed_at_work", str(empty)]
    with subprocess.Popen(asked, cwd=HOUSE, stdout=subprocess.PIPE, text=True) as working:
        assert working.stdout
        assert working.stdout.readline() == "ready\n"
        time.sleep(random.uniform(0, 1.5))
        working.kill()
    found = found_in(tmp_path)
    assert {"-wal", "-shm", ".lock"} <= places(tmp_path)
    assert set(outside(found)) == (set() if encrypted else ALL)
    held = [place for place in found["attached"] if place.startswith(HELD)]
    assert held
    assert os.name == "nt" or (tmp_path / held[0]).parent.stat().st_mode & 0o077 == 0
    if encrypted:
        vault.unlock(empty, PASSPHRASE)
    with store.session(empty):
        pass
    assert set(found_in(tmp_path)) == (set() if encrypted else ALL)


def test_encrypting_an_office_wipes_what_lay_open(empty: Path, tmp_path: Path) -> None:
    """Beside the office; of copies on other disks the window says that they are not touched."""
    with store.session(empty):
        work(empty)
    backups = backup.copies_of(empty)
    encrypt(empty)
    assert securing_copies.other_copies(empty) == backups
    assert securing_copies.bring_copies(empty, backups) == []
    assert {place.split("/")[0] for places in found_in(tmp_path).values() for place in places} == {SECOND}
