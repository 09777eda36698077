"""Public holidays are asked of the library once a year and computer, and never guessed from a damaged memory."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from models import preferences, public_holidays

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path))


def test_the_memory_is_of_the_version_that_is_pinned() -> None:
    pinned = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert any(each.startswith(f"holidays=={public_holidays.LIBRARY}") for each in pinned)


def test_the_second_program_knows_the_days_without_the_library() -> None:
    first = public_holidays.of_year(2026)
    assert first.off["2026-02-17"].startswith("Tết")  # the first day of the year Bính Ngọ
    asked = (
        "import sys; from models import public_holidays as p; found = p.of_year(2026); "
        "assert 'holidays' not in sys.modules; print(len(found.off), *found.worked)"
    )
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split() == [str(len(first.off)), *first.worked]


@pytest.mark.parametrize("rubbish", ["", "[]", '{"2026": 7}', '{"2026": {"off": {}}}', "\x00\x01"])
def test_a_damaged_memory_is_worked_out_anew(rubbish: str) -> None:
    whole = public_holidays.of_year(2026)
    (preferences.folder() / f"holidays-{public_holidays.LIBRARY}.json").write_text(rubbish, encoding="utf-8")
    assert public_holidays.of_year(2026) == whole


def test_a_folder_that_takes_no_file_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_told: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert "2026-09-02" in public_holidays.of_year(2026).off
