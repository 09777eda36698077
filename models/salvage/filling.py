"""From the pages of a damaged office to a new one: looked over first, then filled row by row and made whole."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models import backup, engine, history, migrate, preferences, vault
from models.errors import SENTENCES, OfficeRefused
from models.files import keep_names, wipe
from models.history import chain
from models.kinds import KINDS
from models.salvage.finding import Column, Finder, Found
from models.salvage.mending import mend
from models.salvage.pages import Pages
from models.store import indexing
from models.store.opening import session
from models.store.reading import load
from models.store.transaction import writing
from models.text import mark, say
from models.vault import DataKey

SALVAGED = "salvaged"  # the row that the history of a salvaged office begins with
_LEFT_OUT = ("schema_migration", "search_index")
_NOTHING = mark("Nothing could be read in {path}. Restore a backup; the damaged file stays as it is.")
_FAILED = mark("What was read could not be put together as an office ({reason}). The damaged file is untouched.")
_BEGINS = mark("Read from the damaged file {name}: {rows} rows of history are chained anew below; rows lost: unknown.")


@dataclass(frozen=True)
class Survey:
    """What can still be read: rows of each table, and how much is destroyed."""

    counts: dict[str, int]
    destroyed: int
    unread: int

    @property
    def records(self) -> dict[str, int]:
        """Count what a person knows: records by kind."""
        return {kind: self.counts.get(record._meta.table_name, 0) for kind, record in KINDS.items() if kind != "office"}


@dataclass(frozen=True)
class Salvaged:
    """The new office, what is in it, and what is missing in words."""

    path: Path
    survey: Survey
    told: tuple[str, ...]


def survey(path: Path) -> Survey:
    """Count what can still be read of a closed office; raise ``OfficeRefused`` or ``vault.Locked``."""
    with tempfile.TemporaryDirectory() as folder:
        _, _, found = _find(path, Path(folder) / "blank.db", None)
    return _counted(found)


def _counted(found: Found, lacking: int = 0) -> Survey:
    lost = found.unread + found.homeless + lacking
    return Survey({name: len(rows) for name, rows in found.tables.items()}, len(found.destroyed), lost)


def salvage(path: Path, target: Path) -> Salvaged:
    """Write what can be read of a closed office into a new one; raise ``OfficeRefused`` or ``vault.Locked``.

    The new office has the lock of the damaged one. Its history begins anew with a row that says so.
    """
    draft, done = target.with_name(target.name + ".part"), False
    try:
        key, version, found = _find(path, draft, _key_of(path))
        with engine.making(draft, key) as database:
            lacking = _fill(database, found)
            database.execute_sql(f"PRAGMA user_version = {version}")
        vault.send_along(path, draft)
        told = _make_whole(path, draft, found)
        backup.check(draft)
        vault.send_along(path, target)
        draft.replace(target)
        keep_names(target.parent)
        done = True
    except (engine.DatabaseError, backup.BackupFailed, OSError) as error:
        raise OfficeRefused(_FAILED, reason=say(str(error))) from error
    finally:
        _forget(draft)
        if not done:
            vault.remove_with(target)
    return Salvaged(target, _counted(found, lacking), tuple(told))


def _forget(draft: Path) -> None:
    for ending in ("-wal", "-shm", "-journal", ".lock", ""):
        wipe(draft.with_name(draft.name + ending))
    vault.remove_with(draft)


def _key_of(path: Path) -> DataKey | None:
    """Give the key of a damaged office; where no key file lies beside it, it is read as one without a lock."""
    return next(iter(vault.keys_of(path)), None) if vault.envelope_of(path).exists() else None


def _find(path: Path, blank: Path, key: DataKey | None) -> tuple[DataKey | None, int, Found]:
    """Read every row of a file; ``blank`` becomes an empty office of the version that wrote it."""
    try:
        finder = Finder(Pages(path, _key_of(path)))
    except OSError as error:
        raise OfficeRefused(SENTENCES["unknown"]) from error
    version = finder.version(migrate.known())
    wipe(blank)
    with engine.making(blank, key) as database:
        migrate.make(database, version)
        tables = {name: _columns(database, name) for name in _tables(database)}
    found = finder.read(tables)
    if not any(found.tables[record._meta.table_name] for record in KINDS.values() if record._meta.table_name in tables):
        raise OfficeRefused(_NOTHING, path=path)
    return key, version, found


def _tables(database: Any) -> list[str]:
    return [name for name in database.get_tables() if not name.startswith(_LEFT_OUT)]


def _columns(database: Any, table: str) -> list[Column]:
    told = database.execute_sql(f'PRAGMA table_info("{table}")').fetchall()
    keys = sum(bool(row[5]) for row in told)
    own = [row[5] and keys == 1 and row[2].upper() == "INTEGER" for row in told]
    return [
        Column(row[1], row[2], bool(row[3]) and row[4] is None, bool(mine)) for row, mine in zip(told, own, strict=True)
    ]


def _fill(database: Any, found: Found) -> int:
    """Write the rows, history left out; give how many do not fit into their table."""
    lacking = 0
    with database.atomic():
        for table, rows in found.tables.items():
            if table in chain.BOOKS:
                continue
            columns = _columns(database, table)
            for number, values in rows.items():
                names, held = _row(columns, number, values)
                asked = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({", ".join("?" * len(held))})'
                lacking += database.execute_sql(asked, held).rowcount != 1
    return lacking


def _row(columns: list[Column], number: int, values: list[Any]) -> tuple[str, list[Any]]:
    """Give a row as it is written: a table without a number of its own keeps that of the damaged file."""
    names = [f'"{column.name}"' for column in columns[: len(values)]]
    held = [number if column.own_number else value for column, value in zip(columns, values, strict=False)]
    if not any(column.own_number for column in columns):
        return ", ".join(["rowid", *names]), [number, *held]
    return ", ".join(names), held


def _make_whole(path: Path, draft: Path, found: Found) -> list[str]:
    """Bring the new office up to date, chain its history anew and take out what names lost rows."""
    with session(draft), writing():
        told = mend()
        _index()
        note = say(_BEGINS).format(name=path.name, rows=len(found.tables["change"]))
        history.write(preferences.author(), SALVAGED, "office", 0, 0, [], "\n".join([note, *told]))
        deeds = {number for (number,) in engine.rows("SELECT id FROM deed")}
        for book, columns in chain.BOOKS.items():
            for values in _told(found.tables.get(book, {}), len(columns)):
                if book == "change" and values[-1] not in deeds:
                    values[-1] = None
                chain.append(book, values)
    return told


def _index() -> None:
    """Make anew what records are found by, where that was lost."""
    for kind, record in KINDS.items():
        lacking = "NOT EXISTS (SELECT 1 FROM search_row s WHERE s.kind = ? AND s.record = r.id)"
        asked = f'SELECT id FROM "{record._meta.table_name}" r WHERE removed_at IS NULL AND {lacking}'
        for (number,) in engine.rows(asked, (kind,)):
            indexing.keep_words(load(kind, number))


def _told(rows: dict[int, list[Any]], width: int) -> Iterator[list[Any]]:
    """Give the rows of a book in their order, without number and seal; an older office has fewer columns."""
    for _, values in sorted(rows.items()):
        yield (values[1:width] + [None] * width)[: width - 1]
