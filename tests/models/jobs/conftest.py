"""What the tests of the command line share: the sample office made once, and files that are no office."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.models.jobs.line import Done, job


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office as the command line makes it; tests work on copies."""
    folder = tmp_path_factory.mktemp("sample")
    job("sample", "lai-chau", "--office", folder / "office.db", home=folder / "home").well()
    return folder / "office.db"


@pytest.fixture
def place(tmp_path: Path, sample: Path) -> Path:
    """A folder with an office, a backup, and everything that is no office."""
    folder = tmp_path / "place"
    folder.mkdir()
    shutil.copy(sample, folder / "office.db")
    shutil.copy(sample, folder / "backup.db")
    (folder / "empty.db").write_bytes(b"")
    (folder / "text.db").write_text("Không phải dữ liệu\n" * 50, encoding="utf-8")
    whole = sample.read_bytes()
    (folder / "torn.db").write_bytes(whole[: len(whole) // 2])
    (folder / "damaged.db").write_bytes(whole[:100] + b"\xa5" * 8000 + whole[8100:])
    with sqlite3.connect(folder / "foreign.db") as other:
        other.execute("CREATE TABLE delegation (id INTEGER)")
    other.close()
    (folder / "folder").mkdir()
    return folder


@pytest.fixture
def run(tmp_path: Path, place: Path) -> Callable[..., Done]:
    """Run a job whose file names lie in the folder: ``run("check", office="office.db")``."""

    def start(*words: str, language: str = "vi", **files: str) -> Done:
        options = [part for name, file in files.items() for part in (f"--{name}", str(place / file))]
        return job(*words, *options, "--language", language, home=tmp_path / "home")

    return start
