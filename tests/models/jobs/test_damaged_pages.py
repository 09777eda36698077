"""A page of the file is damaged and nobody knew: each job that meets it says so in one sentence."""

from pathlib import Path

import pytest

from models import engine, store
from tests.models.jobs.line import job, lying

YEAR = ("--from", "2025-01-01", "--to", "2025-12-31")
JOBS = [
    ("search", "lao"),
    ("summary", *YEAR),
    ("report", "annual", *YEAR, "--output", "out.xlsx"),
    ("export", "delegation", "--output", "out.xlsx"),
    ("print", "delegation", "2025-001-DV", "--output", "out.pdf"),
    ("backup", "--output", "copy.db"),
    ("check",),
]


@pytest.fixture
def damaged(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample office with the first page of three tables overwritten."""
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    tables = "'delegation', 'agreement', 'search_index_data'"
    with store.session(sample, read_only=True):
        size = engine.rows("PRAGMA page_size")[0][0]
        pages = [page for (page,) in engine.rows(f"SELECT rootpage FROM sqlite_master WHERE name IN ({tables})")]
    whole = bytearray(sample.read_bytes())
    for page in pages:
        whole[(page - 1) * size : page * size] = b"\xff" * size
    folder = tmp_path / "place"
    folder.mkdir()
    (folder / "office.db").write_bytes(whole)
    return folder


@pytest.mark.parametrize("words", JOBS, ids=lambda words: words[0])
def test_the_damage_is_told_and_nothing_is_written(damaged: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    before = lying(damaged)
    line = [str(damaged / word) if word.startswith(("out.", "copy.")) else word for word in words]
    job(*line, "--office", damaged / "office.db", home=tmp_path / "home").refused(1)
    assert lying(damaged) == before
