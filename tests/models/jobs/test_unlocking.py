"""Jobs on an encrypted office: the passphrase comes from a file, the standard input or the terminal, never the line."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import engine, store, vault
from models.jobs import run, unlocking
from models.store import securing
from models.units import Unit
from models.vault import envelope, held

HOUSE = Path(__file__).resolve().parents[3]
PASSPHRASE = "bốn từ chẳng liên quan"


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(envelope, "COST", 1 << 4)
    path = tmp_path / "office.db"
    with store.session(path, create=True):
        store.save(Unit.blank(name="Sở Ngoại vụ", level="so"))
    securing.encrypt(path, PASSPHRASE, vault.new_code())
    vault.let_go()
    yield path
    vault.let_go()
    held._wrong.clear()


def job(path: Path, *more: str) -> int:
    return run(["check", "--office", str(path), "--language", "en", *more])


def test_without_a_passphrase_one_sentence_says_how_to_give_it(
    locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert job(locked) == 1
    told = capsys.readouterr().err
    assert "--passphrase-file" in told
    assert told.count("\n") == 1


def test_the_passphrase_is_read_from_a_file_or_the_standard_input(
    locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "secret"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    assert job(locked, "--passphrase-file", str(file)) == 0
    vault.let_go()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\r\n"))
    assert job(locked, "--passphrase-file", "-") == 0
    assert "in order" in capsys.readouterr().out


def test_a_wrong_one_and_a_missing_file_are_one_sentence_each(
    locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "secret").write_text("sai")
    assert job(locked, "--passphrase-file", str(tmp_path / "secret")) == 1
    assert "The passphrase is wrong" in capsys.readouterr().err
    assert job(locked, "--passphrase-file", str(tmp_path / "none")) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_at_a_terminal_it_is_asked_three_times(
    locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    answers = iter(["sai", PASSPHRASE])
    monkeypatch.setattr(unlocking.getpass, "getpass", lambda _words: next(answers))
    assert job(locked) == 0
    vault.let_go()
    answers = iter(["sai", "sai", "sai"])
    assert job(locked) == 1
    assert capsys.readouterr().err.count("wrong") == 4


def test_a_backup_and_its_restoring_work_under_the_lock(
    locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, copy = tmp_path / "secret", tmp_path / "copy.db"
    file.write_text(PASSPHRASE, encoding="utf-8")
    told = ["--office", str(locked), "--language", "en", "--passphrase-file", str(file)]
    assert run(["backup", "--output", str(copy), *told]) == 0, capsys.readouterr().err
    assert vault.envelope_of(copy).exists()
    vault.let_go()
    assert run(["restore", str(copy), *told]) == 0, capsys.readouterr().err
    vault.let_go()
    assert job(locked, "--passphrase-file", str(file)) == 0


def test_the_process_that_writes_workbooks_gets_the_key_through_its_standard_input(
    locked: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.xlsx"
    vault.unlock(locked, PASSPHRASE)
    with store.session(locked):
        key = engine.key()
        assert key is not None
        told = {
            "work": "report", "name": "annual", "first": "2026-01-01", "last": "2026-12-31", "path": str(target),
            "language": "en", "office": str(locked), "today": "2026-03-18", "with_passports": False,
        }  # fmt: skip
        command = [sys.executable, "-m", "models.jobs.apart"]
        for more, answer in (({}, "refused"), ({"key": key.hex()}, "done")):
            line = json.dumps(told | more) + "\n"
            with subprocess.Popen(command, stdin=-1, stdout=-1, text=True, cwd=HOUSE) as working:
                assert working.stdin is not None
                assert working.stdout is not None
                working.stdin.write(line)
                working.stdin.flush()
                assert answer in json.loads(working.stdout.readline())
    assert target.exists()


def test_a_passphrase_file_that_is_no_utf_8_is_one_sentence(
    locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As an editor of Windows saves “Unicode”."""
    (tmp_path / "secret").write_text(PASSPHRASE, encoding="utf-16")
    assert job(locked, "--passphrase-file", str(tmp_path / "secret")) == 1
    told = capsys.readouterr().err
    assert "UTF-8" in told
    assert told.count("\n") == 1
