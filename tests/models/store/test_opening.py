"""Opening an office: every bad file has its own sentence, nothing is created or changed by looking."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from models import engine, store
from models.delegations import Delegation
from models.errors import Closed, OfficeRefused
from models.partners import Partner


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))


def refusal(path: Path, **how: bool) -> str:
    with pytest.raises(OfficeRefused) as refused:
        store.open_office(path, **how)
    return str(refused.value.words)


def test_a_missing_file_is_not_created_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert refusal(path) == "There is no file {path}."
    assert list(tmp_path.glob("none*")) == []


def test_a_folder_an_empty_file_and_a_foreign_file_are_told_apart(tmp_path: Path) -> None:
    empty, foreign = tmp_path / "empty.db", tmp_path / "letter.db"
    empty.write_bytes(b"")
    foreign.write_bytes(b"PK\x03\x04 this is a workbook")
    told = {refusal(tmp_path, create=True), refusal(empty, create=True), refusal(foreign, create=True)}
    assert len(told) == 3
    assert empty.read_bytes() == b""
    assert foreign.read_bytes() == b"PK\x03\x04 this is a workbook"


def test_another_program_s_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    engine.choose(path)
    engine.connect()
    engine.execute("CREATE TABLE theirs (a)")
    engine.disconnect()
    before = path.read_bytes()
    assert refusal(path) == "{path} is not an office of Bang Giao."
    assert path.read_bytes() == before


def test_a_newer_office_is_refused_untouched(tmp_path: Path) -> None:
    """Row 14: a newer office."""
    path = tmp_path / "office.db"
    with store.session(path, create=True):
        engine.execute("PRAGMA user_version = 9999")
    before = path.read_bytes()
    assert "newer version" in refusal(path)
    assert path.read_bytes() == before


def test_the_second_to_open_reads_only_and_is_told_who_and_since_when(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    with store.session(path, create=True):
        pass
    lock = path.with_name("office.db.lock")
    holder = {"who": "Nguyễn A", "host": "may-2", "process": 4242, "since": "2026-11-21T08:15"}
    lock.write_text(json.dumps(holder), encoding="utf-8")
    with store.session(path) as opened:
        assert opened.read_only
        assert opened.holder == "it is open since 08:15 on 21/11/2026 by Nguyễn A on the computer may-2"
        with pytest.raises(Closed, match="Nguyễn A"):
            store.save(Partner.blank(name="X", type="khac", country="CN"))
    assert lock.exists()


def test_the_lock_of_a_program_that_died_here_is_taken_over(tmp_path: Path) -> None:
    import socket

    path = tmp_path / "office.db"
    dead = os.fork()
    if dead == 0:
        os._exit(0)
    os.waitpid(dead, 0)
    lock = path.with_name("office.db.lock")
    told = {"who": "B", "host": socket.gethostname(), "process": dead, "since": "2026-11-21T08:15"}
    lock.write_text(json.dumps(told), encoding="utf-8")
    with store.session(path, create=True) as opened:
        assert not opened.read_only
    assert not lock.exists()


def test_every_setting_of_the_connection_is_as_asked(tmp_path: Path) -> None:
    with store.session(tmp_path / "office.db", create=True):
        asked = {name: engine.database.pragma(name) for name in ("foreign_keys", "synchronous", "journal_mode")}
    assert asked == {"foreign_keys": 1, "synchronous": 2, "journal_mode": "wal"}


def test_a_setting_that_does_not_hold_stops_the_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 3: settings are read back."""
    real = engine.pragmas
    monkeypatch.setattr(engine, "pragmas", lambda read_only=False: real(read_only) | {"synchronus": 2})
    with pytest.raises(OfficeRefused):
        store.open_office(tmp_path / "office.db", create=True)


def test_unsafe_releases_of_sqlite_do_without_the_write_ahead_log() -> None:
    """Row 4: releases with the fault of the log."""
    assert [engine.wal_is_safe(version) for version in ((3, 40, 1), (3, 50, 6), (3, 51, 2))] == [False] * 3
    assert [engine.wal_is_safe(version) for version in ((3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 4))] == [True] * 4


def test_row_4_on_an_unsafe_release_an_office_is_written_without_the_log_and_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 4: also an office that was written with the log before; each save still waits for the disk."""
    path = tmp_path / "office.db"
    with store.session(path, create=True):
        store.save(Partner.blank(name="X", type="khac", country="CN"))
    monkeypatch.setattr(engine, "__sqlcipher_version__", (3, 51, 2))
    with store.session(path):
        store.save(Partner.blank(name="Y", type="khac", country="CN"))
        assert [engine.database.pragma(name) for name in ("journal_mode", "synchronous")] == ["truncate", 2]
        assert not path.with_name("office.db-wal").exists()
        assert engine.rows("SELECT name FROM partner ORDER BY id") == [("X",), ("Y",)]


def test_the_tables_made_are_those_the_records_need(tmp_path: Path) -> None:
    from models.books import BOOKS
    from models.kinds import DETAILS, KINDS

    with store.session(tmp_path / "office.db", create=True):
        models: list[Any] = [*KINDS.values(), *DETAILS.values(), *BOOKS]
        for model in models:
            made = {column.name: column for column in engine.database.get_columns(model._meta.table_name)}
            assert set(made) == {field.column_name for field in model._meta.sorted_fields}, model
            indexed = {tuple(index.columns) for index in engine.database.get_indexes(model._meta.table_name)}
            wanted = {(field.column_name,) for field in model._meta.sorted_fields if field.index or field.unique}
            assert wanted <= indexed, model


def test_reading_leaves_the_file_byte_for_byte(tmp_path: Path, visit: Delegation) -> None:
    store.save(visit)
    path = store.current().path  # type: ignore[union-attr]
    store.close_office()
    before = path.read_bytes()
    with store.session(path, read_only=True):
        assert store.load("delegation", visit.id).value("name") == visit.name
    assert path.read_bytes() == before
