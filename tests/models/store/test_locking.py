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
