"""One writes at a time: who comes second reads, and whoever dies holds nothing any longer."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models import store
from models.kinds import PAGES
from models.partners import Partner

HOUSE = Path(__file__).resolve().parents[3]
READ = """
import sys
from pathlib import Path
from models import store
with store.session(Path(sys.argv[1]), read_only=True):
    pass
"""
HOLD = """
import sys
from pathlib import Path
from models import store
store.open_office(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    made = tmp_path / "office.db"
    with store.session(made, create=True):
        pass
    return made


@contextmanager
def another_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    root = Path(store.__file__).parents[2]
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield other
        other.kill()


def lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def test_the_second_program_reads_only_and_leaves_the_lock_alone(path: Path) -> None:
    with another_program(path), store.session(path) as opened:
        assert opened.read_only
        assert socket.gethostname() in opened.holder
        assert lock_of(path).exists()


def test_a_program_that_was_killed_holds_nothing(path: Path) -> None:
    with another_program(path) as other:
        os.kill(other.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        other.wait()
        assert lock_of(path).exists()
        with store.session(path) as opened:
            assert not opened.read_only
    assert not lock_of(path).exists()


def test_a_lock_left_by_a_power_cut_holds_nothing_although_its_number_runs_again(path: Path) -> None:
    left = {"who": "Lan", "host": socket.gethostname(), "process": os.getppid(), "since": "2026-11-21T08:15"}
    lock_of(path).write_text(json.dumps(left), encoding="utf-8")
    with store.session(path) as opened:
        assert not opened.read_only


def test_a_lock_that_is_held_but_not_yet_signed_is_respected(path: Path) -> None:
    with another_program(path):
        lock_of(path).write_text("", encoding="utf-8")
        with store.session(path) as opened:
            assert opened.read_only
            assert opened.holder == "another program"


def test_a_reader_beside_a_writer_that_lost_its_locks_takes_no_save_with_it(tmp_path: Path) -> None:
    office = tmp_path / "office.db"
    with store.session(office, create=True):
        first = store.save(Partner.blank(name="Tỉnh Vân Nam", type="chinh_quyen_tinh", country="CN"))
        for each in (office, office.with_name("office.db-shm")):
            each.open("rb").close()  # what a window for choosing files does: our locks on the file are gone
        subprocess.run([sys.executable, "-c", READ, str(office)], check=True, cwd=HOUSE)
        second = store.save(Partner.blank(name="Tỉnh Phông Sa Lỳ", type="chinh_quyen_tinh", country="LA"))
        held = office.with_name("office.db-wal")
        assert held.exists(), "the log that the program writes to was taken away"
        copy = tmp_path / "copy.db"
        copy.write_bytes(office.read_bytes())
        copy.with_name("copy.db-wal").write_bytes(held.read_bytes())
    with store.session(copy):
        assert store.count(PAGES["partner"]) == 2
    assert (first.id, second.id) == (1, 2)
