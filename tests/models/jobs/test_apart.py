"""A workbook written beside the window answers in one line, and leaves nothing where the person gave up."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models import store

HOUSE = Path(__file__).resolve().parents[3]
SLOW = """
import time
from pathlib import Path
from models.files import atomic_write
from models.jobs import apart

def write(out):
    out.write(b"half")
    while True:
        time.sleep(0.01)

apart._WORKS["slow"] = lambda asked: atomic_write(Path(asked["path"]), write)
apart.main()
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    with store.session(tmp_path / "office.db", create=True):
        pass
    (tmp_path / "out").mkdir()
    told = {"office": str(tmp_path / "office.db"), "today": "2026-03-20", "language": "en", "with_passports": False}
    return told | {"path": str(tmp_path / "out" / "r.xlsx"), "first": "2026-01-01", "last": "2026-12-31"}


def start(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-X", "utf8", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=HOUSE, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")


def send(work: "subprocess.Popen[str]", asked: dict[str, object]) -> None:
    """Ask, and leave the line open: closing it means giving up."""
    assert work.stdin is not None
    work.stdin.write(json.dumps(asked) + "\n")
    work.stdin.flush()


def test_it_writes_while_another_holds_the_office_and_says_done(asked: dict[str, object], tmp_path: Path) -> None:
    with store.session(tmp_path / "office.db"):
        work = start("-m", "models.jobs.apart")
        assert work.stdout is not None
        send(work, asked | {"work": "report", "name": "annual"})
        assert json.loads(work.stdout.readline()) == {"done": asked["path"]}
        work.communicate(timeout=30)
    assert Path(str(asked["path"])).exists()


def test_what_the_disk_refuses_is_said_in_words(asked: dict[str, object], tmp_path: Path) -> None:
    told = asked | {"work": "report", "name": "annual", "path": str(tmp_path / "missing" / "r.xlsx")}
    work = start("-m", "models.jobs.apart")
    send(work, told)
    assert work.stdout is not None
    answer = json.loads(work.stdout.readline())
    work.communicate(timeout=30)
    assert "was not saved" in answer["refused"]


def test_giving_up_in_the_middle_takes_away_what_was_begun(asked: dict[str, object], tmp_path: Path) -> None:
    work = start("-c", SLOW)
    send(work, asked | {"work": "slow"})
    until = time.monotonic() + 30
    while not list((tmp_path / "out").iterdir()) and time.monotonic() < until:
        time.sleep(0.05)
    assert list((tmp_path / "out").iterdir()), "it has begun"
    said, _ = work.communicate(timeout=30)
    assert json.loads(said) == {"cancelled": asked["path"]}
    assert list((tmp_path / "out").iterdir()) == []
