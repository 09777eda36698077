"""Putting a backup in the place of an office, so that the way back stays open and no number is given twice."""

from datetime import datetime
from pathlib import Path

from models import backup, engine, migrate
from models.errors import OfficeRefused
from models.store.opening import close_office, open_office
from models.store.transaction import current, writing
from models.text import mark, say

# Where the replaced office could not be read, its last numbers are unknown: the next ones begin well after.
_LEAP = 1000


def restore_office(copy: Path, path: Path) -> Path | None:
    """Put ``copy`` in the place of ``path``; give where what was there is kept.

    Raises ``OfficeRefused`` where the copy is damaged or foreign, or the office is in use elsewhere; then nothing was
    changed. Numbers given since the copy was made are not given again.
    """
    close_office()
    _check(copy)
    given, kept = _present_state(path) if path.exists() else ({}, None)
    backup.put_in_place(copy, path)
    open_office(path)
    join_numbers(given)
    close_office()
    return kept


def _check(copy: Path) -> None:
    """Refuse a copy that could not be opened afterwards, before anything gives way to it."""
    try:
        backup.check(copy)
    except backup.BackupFailed as error:
        raise OfficeRefused(str(error)) from error
    with engine.apart(copy) as ask:
        version = ask("PRAGMA user_version")[0][0]
    if version > migrate.known():
        raise OfficeRefused(migrate.NEWER, path=copy)


def _present_state(path: Path) -> tuple[dict[tuple[str, int], int] | None, Path]:
    """Keep what is there: a checked copy of a sound office, the file itself of a damaged one."""
    try:
        opened = open_office(path)
    except OfficeRefused:
        return None, _set_aside(path)
    if opened.read_only:
        holder = say(opened.holder)
        close_office()
        raise OfficeRefused(mark("The office is in use: {holder}. Nothing was changed."), holder=holder)
    try:
        rows = engine.rows("SELECT letters, year, last FROM number_given")
        kept = backup.copy_beside(path, "before-restore")
    except backup.BackupFailed as error:
        raise OfficeRefused(str(error)) from error
    finally:
        close_office()
    return {(letters, year): last for letters, year, last in rows}, kept


def _set_aside(path: Path) -> Path:
    """Rename a file that cannot be opened, with the log in which its last saves may stand."""
    kept = path.with_name(f"{path.name}.{datetime.now():%Y%m%d-%H%M%S-%f}.replaced")
    for ending in ("-wal", "-journal"):
        log = path.with_name(path.name + ending)
        if log.exists():
            log.replace(kept.with_name(kept.name + ending))
    path.replace(kept)
    return kept


def join_numbers(given: dict[tuple[str, int], int] | None) -> None:
    """Raise the counters of the open office to those given before; None means they could not be read."""
    if current() is None or given == {}:
        return
    with writing():
        if given is None:
            engine.execute("UPDATE number_given SET last = last + ?", (_LEAP,))
            return
        for (letters, year), last in given.items():
            engine.execute(
                "INSERT INTO number_given (letters, year, last) VALUES (?, ?, ?) "
                "ON CONFLICT (letters, year) DO UPDATE SET last = max(last, excluded.last)",
                (letters, year, last),
            )
