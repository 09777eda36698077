"""The only file that knows which database it talks to."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Peewee imports the drivers of other databases where they are installed, which doubles the time of a start.
for _unused in ("psycopg", "psycopg2", "psycopg2cffi", "pysqlite3", "pymysql", "MySQLdb"):
    sys.modules.setdefault(_unused, None)  # type: ignore[arg-type]

import peewee  # noqa: E402 - only after the unused drivers are out of the way
from playhouse.sqlcipher_ext import SqlCipherDatabase, __sqlcipher_version__  # noqa: E402
from sqlcipher3 import dbapi2  # noqa: E402

DatabaseError = peewee.DatabaseError
IntegrityError = peewee.IntegrityError
APPLICATION_ID = 0x42474951  # "BGIQ": tells our files from other SQLite files
# SQLite's WAL-reset fault can lose commits before these releases.
_SAFE_WAL = ((3, 44, 6), (3, 45)), ((3, 50, 7), (3, 51)), ((3, 51, 3), (99,))

database = SqlCipherDatabase(None, autoconnect=False, lock_type="IMMEDIATE")


_office = Path()


class EngineRefused(Exception):
    """A setting that keeps the data safe could not be made."""


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Tell whether this SQLite may use write-ahead logging."""
    return any(least <= version < limit for least, limit in _SAFE_WAL)


def pragmas(read_only: bool = False) -> dict[str, Any]:
    """Give the settings of every connection."""
    kept: dict[str, Any] = {
        "foreign_keys": 1,
        "synchronous": 2,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "cell_size_check": 1,
        "busy_timeout": 5000,
        "temp_store": 2,
        "cache_size": -16000,
        # Checkpoints are made when the program is idle, not inside a person's save.
        "wal_autocheckpoint": 16000,
    }
    if read_only:
        return kept | {"query_only": 1}
    return {"journal_mode": "wal" if wal_is_safe(__sqlcipher_version__) else "truncate"} | kept


def choose(path: Path, read_only: bool = False, beside_writer: bool = False) -> None:
    """Name the file that the next connections open.

    Beside a program that writes, the file is opened so that closing can never tidy its log away: should that program
    have lost its locks (any other opening of the file in its process drops them), its saves would go with the log.
    """
    global _office
    _office = path
    name = path.as_uri() + "?mode=ro" if read_only and beside_writer else str(path)
    database.init(name, pragmas=pragmas(read_only), timeout=5, uri=read_only and beside_writer)


def connect() -> None:
    """Open this thread's connection and read every setting back; raise ``EngineRefused``."""
    if not database.is_closed():
        return
    database.connect()
    for name, wanted in database._pragmas:
        got = database.pragma(name)
        if str(got).lower() != str(wanted).lower():
            database.close()
            raise EngineRefused(f"{name}: {got} instead of {wanted}")


def disconnect() -> None:
    """Close this thread's connection."""
    if not database.is_closed():
        database.close()


def read_once() -> None:
    """Keep few pages in memory: who reads everything once gains nothing from more."""
    execute("PRAGMA cache_size = -2000")


def in_transaction() -> bool:
    """Tell whether a transaction of this thread is not over yet."""
    return bool(database.in_transaction())


def execute(sql: str, values: tuple[Any, ...] | list[Any] = ()) -> Any:
    """Run one statement on this thread's connection and give the cursor."""
    return database.execute_sql(sql, values)


def rows(sql: str, values: tuple[Any, ...] | list[Any] = ()) -> list[tuple[Any, ...]]:
    """Run a question and read the answer to its end; raise ``DatabaseError``."""
    return _read(database.execute_sql(sql, values))


def stream(sql: str, values: tuple[Any, ...] | list[Any] = ()) -> Iterator[tuple[Any, ...]]:
    """Run a question and read the answer piece by piece; raise ``DatabaseError``."""
    cursor = database.execute_sql(sql, values)
    try:
        while part := cursor.fetchmany(500):
            yield from part
    except dbapi2.Error as error:
        raise DatabaseError(str(error)) from error


def _read(cursor: Any) -> list[tuple[Any, ...]]:
    """Read an answer to its end; what the driver says of a damaged page on the way becomes Peewee's own error."""
    try:
        return list(cursor.fetchall())
    except dbapi2.Error as error:
        raise DatabaseError(str(error)) from error


@contextmanager
def apart(path: Path) -> Iterator[Callable[[str], list[tuple[Any, ...]]]]:
    """Open another file for reading, apart from the office; gives a function that asks it."""
    other = SqlCipherDatabase(str(path), pragmas={"query_only": 1}, timeout=5)
    other.connect()
    try:
        yield lambda sql: _read(other.execute_sql(sql))
    finally:
        other.close()


@contextmanager
def one_state() -> Iterator[None]:
    """Answer every question inside from one and the same state of the data, while others go on writing."""
    with database.atomic("DEFERRED"):
        yield


def checkpoint() -> None:
    """Bring the write-ahead log into the file, as far as nobody reads it; called when the program is idle."""
    rows("PRAGMA wal_checkpoint(PASSIVE)")


def copy_into(target: Path) -> None:
    """Write a whole copy of the open office into a new file, as of this moment, while others go on writing."""
    with _writing_beside():
        execute("VACUUM INTO ?", (str(target),))


@contextmanager
def _writing_beside() -> Iterator[None]:
    """Let a connection that only reads do what counts as writing although the office itself is not touched."""
    restricted = database.pragma("query_only")
    execute("PRAGMA query_only = 0")
    try:
        yield
    finally:
        execute(f"PRAGMA query_only = {restricted}")


def cover(table: str, columns: dict[str, str]) -> None:
    """Let this connection read expressions in place of some columns of a table, and write nothing to it meanwhile."""
    known = [name for _, name, *_ in rows(f'PRAGMA main.table_info("{table}")')]
    shown = ", ".join(f'{columns[name]} AS "{name}"' if name in columns else f'"{name}"' for name in known)
    with _writing_beside():
        execute(f'CREATE TEMP VIEW "{table}" AS SELECT {shown} FROM main."{table}"')


def uncover(table: str) -> None:
    """Let this connection read a table as it is again; one that was closed meanwhile has forgotten it."""
    if not database.is_closed():
        with _writing_beside():
            execute(f'DROP VIEW IF EXISTS temp."{table}"')


def faults() -> list[str]:
    """Check every page, foreign key and the search index of the open office; give what is wrong."""
    try:
        found = [told for (told,) in rows("PRAGMA integrity_check") if told != "ok"]
        found += [f"{table} {row} → {parent}" for table, row, parent, _ in rows("PRAGMA foreign_key_check")]
    except DatabaseError as error:
        return [str(error)]
    try:
        with apart(_office) as ask:
            ask("SELECT count(*) FROM search_index WHERE search_index MATCH 'a*'")
    except DatabaseError as error:
        found.append(f"search index: {error}")
    return found


def items_of(column: str) -> str:
    """Give the table expression that unfolds a stored list; its column is ``value``."""
    return f"json_each({column})"


def first_item(column: str) -> str:
    """Give the expression for the first item of a stored list."""
    return f"json_extract({column}, '$[0]')"


def holds(column: str, count: int = 1) -> str:
    """Give the condition that a stored list holds one of ``count`` asked items."""
    return f"EXISTS (SELECT 1 FROM json_each({column}) WHERE {among('value', count)})"


def among(column: str, count: int) -> str:
    """Give the condition that a column is one of ``count`` asked values."""
    return f"{column} = ?" if count == 1 else f"{column} IN ({', '.join('?' * count)})"


def days_before(day: str, count: str) -> str:
    """Give the expression for the day that lies so many days before another."""
    return f"date({day}, '-' || {count} || ' days')"


def cause(error: BaseException) -> str:
    """Name what the database really said: full, read-only, locked, corrupt, foreign, or unknown.

    Peewee hides the first error behind the failed rollback's, so the chain is walked to its beginning.
    """
    told = ""
    step: BaseException | None = error
    while step is not None:
        told = f"{step} {told}"
        step = step.__cause__ or step.__context__
    for sign, name in _CAUSES:
        if sign in told:
            return name
    return "unknown"


_CAUSES = (
    ("disk is full", "full"),
    ("disk I/O error", "full"),
    ("readonly", "read-only"),
    ("unable to open", "read-only"),
    ("locked", "locked"),
    ("malformed", "corrupt"),
    ("not a database", "foreign"),
)
