"""Offices as older programs left them: the first migrations only, and some rows in every table, always the same."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from models import engine, migrate
from models.engine import Ask

ROWS = 3  # in each table
RENAMED = {"opening": "statistic"}  # tables, and kinds of records
ABOUT = {"sqlite_schema", "schema_migration", "user_version"}  # what is told of a file beside its rows
_FIRST = 4  # characters of a migration's name that are its number


@contextmanager
def program_of(version: int, folder: Path) -> Iterator[None]:
    """Be the program that knew only the first migrations."""
    own, older = migrate.FOLDER, folder / f"migrations-{version}"
    older.mkdir(exist_ok=True)
    for each in own.glob("[0-9]*.py"):
        if int(each.name[:_FIRST]) <= version:
            shutil.copy(each, older)
    migrate.FOLDER = older
    try:
        yield
    finally:
        migrate.FOLDER = own


def make(path: Path, version: int) -> None:
    """Make the office of an older program with some rows in every table."""
    engine.choose(path)
    engine.connect()
    try:
        with program_of(version, path.parent):
            migrate.bring_up(path)
    finally:
        engine.disconnect()
        engine.put_away()
    fill(path)


def fill(path: Path) -> None:
    """Fill the tables that are empty yet."""
    engine.choose(path)
    engine.connect()
    try:
        with engine.database.atomic():
            for table in _by_need():
                if not engine.rows(f'SELECT 1 FROM "{table}" LIMIT 1'):
                    _fill(table)
    finally:
        engine.disconnect()
        engine.put_away()


def _tables() -> list[str]:
    asked = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    return [name for (name,) in engine.rows(asked + " ORDER BY name") if name != "schema_migration"]


def _by_need() -> list[str]:
    """Order the tables so that each comes after those it refers to."""
    left, ordered = _tables(), list[str]()
    while left:
        ready = [each for each in left if not (_parents(each) - {each} - set(ordered))]
        assert ready, f"tables that need each other: {left}"
        ordered += ready
        left = [each for each in left if each not in ready]
    return ordered


def _parents(table: str) -> set[str]:
    return {row[2] for row in engine.rows(f'PRAGMA foreign_key_list("{table}")')}


def _fill(table: str) -> None:
    columns = engine.rows(f'PRAGMA table_info("{table}")')
    linked = {row[3] for row in engine.rows(f'PRAGMA foreign_key_list("{table}")')}
    listed = ", ".join(f'"{name}"' for _, name, *_ in columns)
    gaps = ", ".join("?" * len(columns))
    for row in range(1, ROWS + 1):
        values = [_value(table, name, kind, row, name in linked) for _, name, kind, *_ in columns]
        engine.execute(f'INSERT INTO "{table}" ({listed}) VALUES ({gaps})', values)


def _is_there(table: str) -> bool:
    return bool(engine.rows("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)))


def _value(table: str, name: str, kind: str, row: int, linked: bool) -> Any:
    """Give a value that says where it stands, so that none can be taken for another."""
    if kind == "BLOB":
        return f"{table}.{name}.{row}".encode()
    if kind in ("INTEGER", "SMALLINT", "BIGINT", "BOOL"):
        return row
    if kind.startswith(("DECIMAL", "REAL", "NUMERIC")):
        return f"{row}.5"
    if linked:
        return row
    if name in ("kind", "from_kind", "to_kind"):
        opening = "opening" if _is_there("opening") else "statistic"
        return ("delegation", "agreement", "action" if table == "state_change" else opening)[row - 1]
    if table == "change" and name == "details":
        return json.dumps([["name", None, f"Đoàn số {row}"]], ensure_ascii=False)
    if table == "setting" and name == "value":
        return json.dumps(f"giá trị {row}")
    return f"{table} {name} số {row}"


def held(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Give everything a file holds, but when it was brought up to date."""
    with engine.apart(path) as ask:
        return everything(ask)


def everything(ask: Ask) -> dict[str, list[tuple[Any, ...]]]:
    """Give the rows of every table and what the tables are made of."""
    names = ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_stat1' ORDER BY name")
    told = {name: ask(f'SELECT * FROM "{name}" ORDER BY 1, 2') for (name,) in names if not name.endswith("_migration")}
    told["schema_migration"] = ask("SELECT id, name FROM schema_migration ORDER BY id")
    told["sqlite_schema"] = ask("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    told["user_version"] = ask("PRAGMA user_version")
    return told
