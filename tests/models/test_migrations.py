"""An office of every older version comes up to date with every row; where a step fails, it is as it was."""

from pathlib import Path
from typing import Any

import pytest

from models import engine, migrate, soundness, store
from models.errors import OfficeRefused
from tests.torture import older_offices

VERSIONS = range(1, migrate.known())
FAILING = """
_right = up


def up(migrator, db):
    _right(migrator, db)
    raise RuntimeError("injected")
"""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))


def office_of(version: int, folder: Path) -> Path:
    path = folder / f"version-{version}.db"
    older_offices.make(path, version)
    return path


def now(told: Any) -> Any:
    """Give the name that a table or a kind of records has today."""
    return older_offices.RENAMED.get(told, told) if isinstance(told, str) else told


@pytest.mark.parametrize("version", VERSIONS)
def test_row_91_every_row_of_an_older_office_is_there_afterwards(version: int, tmp_path: Path) -> None:
    """Row 91: the undisturbed way; the disturbed ones are in the torture kill-during-migration."""
    office = office_of(version, tmp_path)
    before = older_offices.held(office)
    with store.session(office):
        assert soundness.faults() == []
    after = older_offices.held(office)
    assert after["user_version"] == [(migrate.known(),)]
    for table in before.keys() - older_offices.ABOUT - {"setting"}:
        rows = zip(after[now(table)], before[table], strict=True)
        assert [row[: len(old)] for row, old in rows] == [tuple(map(now, row)) for row in before[table]], table
    assert set(before.get("setting", [])) <= set(after["setting"])  # the ends of the chains are told there too


def test_row_92_no_step_takes_a_child_row_with_it(tmp_path: Path) -> None:
    """Row 92: a table that is built anew must not empty the tables that cascade from it."""
    office = office_of(1, tmp_path)
    for version in range(2, migrate.known() + 1):
        before = older_offices.held(office)
        engine.choose(office)
        engine.connect()
        with older_offices.program_of(version, tmp_path):
            migrate.bring_up(office)
        assert engine.database.pragma("foreign_keys") == 1
        assert engine.rows("PRAGMA foreign_key_check") == []
        engine.disconnect()
        after = older_offices.held(office)
        for table in before.keys() - older_offices.ABOUT:
            name = now(table) if now(table) in after else table
            assert len(after[name]) >= len(before[table]), f"{table} in step {version}"
        older_offices.fill(office)


@pytest.mark.parametrize("step", [version + 1 for version in VERSIONS])
def test_row_93_where_a_step_fails_the_older_program_still_opens_the_office(step: int, tmp_path: Path) -> None:
    """Row 93: the copy that was made before is put back, and the sentence says so."""
    office = office_of(1, tmp_path)
    before = older_offices.held(office)
    with older_offices.program_of(migrate.known(), tmp_path):
        failing = next(migrate.FOLDER.glob(f"{step:04d}_*.py"))
        failing.write_text(failing.read_text(encoding="utf-8") + FAILING, encoding="utf-8")
        with pytest.raises(OfficeRefused, match="injected"):
            store.open_office(office)
    assert older_offices.held(office) == before
    engine.choose(office)
    engine.connect()
    with older_offices.program_of(1, tmp_path):
        migrate.bring_up(office)
    assert engine.rows("PRAGMA integrity_check") == [("ok",)]
    engine.disconnect()
    engine.put_away()
