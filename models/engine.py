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

from models import vault  # noqa: E402
from models.errors import cause as cause  # noqa: E402 - asked of the engine
from models.vault import DataKey  # noqa: E402

DatabaseError = peewee.DatabaseError
IntegrityError = peewee.IntegrityError
Ask = Callable[[str], list[tuple[Any, ...]]]
APPLICATION_ID = 0x42474951  # "BGIQ": tells our files from other SQLite files
LARGEST_LOG = 16 << 20
"""So many bytes the write-ahead log keeps once all of it is in the file."""
# SQLite's WAL-reset fault can lose commits before these releases.
_SAFE_WAL = ((3, 44, 6), (3, 45)), ((3, 50, 7), (3, 51)), ((3, 51, 3), (99,))


class _Database(SqlCipherDatabase):
    """Where a damaged file makes the driver stumble over its own sentence, that is an error of the database too."""

    def _connect(self) -> Any:
        with _said():
            return super()._connect()

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        with _said():
            return super().execute_sql(sql, params)


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:
        raise DatabaseError("database disk image is malformed") from error


database = _Database(None, autoconnect=False, lock_type="IMMEDIATE")


_office = Path()
_key: DataKey | None = None
# What SQLCipher must say of every connection to an encrypted file.
_CIPHER = {"cipher_status": "1", "cipher_use_hmac": "1", "cipher_plaintext_header_size": "0"}
# Said first: SQLCipher otherwise writes of a wrong key on the terminal.
_SILENT = {"cipher_log_level": "NONE"}


class EngineRefused(Exception):
    """A setting that keeps the data safe could not be made."""


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Tell whether this SQLite may use write-ahead logging."""
    return any(least <= version < limit for least, limit in _SAFE_WAL)


def pragmas(read_only: bool = False) -> dict[str, Any]:
    """Give the settings of every connection."""
    kept: dict[str, Any] = {
        **_SILENT,
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
        # A log that grew beside a long reader is cut back by the first save after all of it is in the file.
        "journal_size_limit": LARGEST_LOG,
    }
    if read_only:
        return kept | {"query_only": 1}
    return _SILENT | {"journal_mode": "wal" if wal_is_safe(__sqlcipher_version__) else "truncate"} | kept


def choose(
    path: Path, read_only: bool = False, beside_writer: bool = False, key: DataKey | None = None, *,
    far: bool = False, frozen: bool = False,
) -> None:  # fmt: skip
    """Name the file that the next connections of every thread open, and the key of an encrypted one.

    On a ``far`` drive there is no write-ahead log: computers do not share the memory that it needs. A ``frozen`` file
    lies where nothing can be written, and is read as one that nobody changes.

    Beside a program that writes, the file is opened so that closing can never tidy its log away: should that program
    have lost its locks (any other opening of the file in its process drops them), its saves would go with the log.
    """
    global _office, _key
    _office, _key = path, key
    how = "?immutable=1" if frozen else "?mode=ro" if read_only and beside_writer else ""
    settings = pragmas(read_only) | ({"journal_mode": "truncate"} if far and not read_only else {})
    name = path.as_uri() + how if how else str(path)
    database.init(name, pragmas=settings, timeout=5, uri=bool(how), passphrase=raw(key))


def raw(key: DataKey | None) -> str:
    """Give a key as the database takes it; nothing for no lock."""
    return key.database if key else ""


def put_away() -> None:
    """Have no office and no key any more, once every connection is closed."""
    global _office, _key
    _office, _key = Path(), None


def office() -> Path:
    """Give the file that was chosen."""
    return _office


def key() -> DataKey | None:
    """Give the key of the open office; None where it is not encrypted."""
    return _key


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
    for name, wanted in _CIPHER.items() if _key else ():
        if (got := database.pragma(name)) != wanted:
            database.close()
            raise EngineRefused(f"{name}: {got} instead of {wanted}")


def is_connected() -> bool:
    """Tell whether this thread has a connection."""
    return not database.is_closed()


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
        with _said():
            return list(cursor.fetchall())
    except dbapi2.Error as error:
        raise DatabaseError(str(error)) from error


@contextmanager
def apart(path: Path, key: DataKey | None = None, *, frozen: bool = False) -> Iterator[Ask]:
    """Open another file for reading, apart from the office; gives a function that asks it. ``frozen`` as in ``choose``.

    Without a key it is opened with the one that its own key file names, or with the office's own. Raises
    ``vault.Locked`` where that key is not unlocked.
    """
    passphrase = raw(key or _key_of(path))
    name = f"{path.absolute().as_uri()}?immutable=1" if frozen else str(path)
    other = _Database(name, pragmas=_SILENT | {"query_only": 1}, timeout=5, uri=frozen, passphrase=passphrase)
    other.connect()
    try:
        yield lambda sql: _read(other.execute_sql(sql))
    finally:
        other.close()


def _key_of(path: Path) -> DataKey | None:
    if path == _office or (vault.is_plain(path) is False and not vault.envelope_of(path).exists()):
        return _key  # the open office is never looked into by other means; a copy just made has no key file yet
    return next((each for each in vault.keys_of(path) if opens(path, each)), None)


def opens(path: Path, key: DataKey) -> bool:
    """Tell whether a key is the one of a closed file."""
    try:
        with apart(path, key) as ask:
            return bool(ask("SELECT count(*) FROM sqlite_master"))
    except DatabaseError:
        return False


@contextmanager
def making(path: Path, key: DataKey | None) -> Iterator[_Database]:
    """Open a closed file for writing, apart from the office; what names what is checked by its maker at the end."""
    kept = _SILENT | {"foreign_keys": 0, "synchronous": 2}
    other = _Database(str(path), pragmas=kept, timeout=5, passphrase=raw(key))
    other.connect()
    try:
        yield other
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
    with writing_beside():
        execute("VACUUM INTO ?", (str(target),))


@contextmanager
def writing_beside() -> Iterator[None]:
    """Let a connection that only reads do what counts as writing although the office itself is not touched."""
    restricted = database.pragma("query_only")
    execute("PRAGMA query_only = 0")
    try:
        yield
    finally:
        execute(f"PRAGMA query_only = {restricted}")


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
