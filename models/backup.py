"""Copies of the office: made in one step, opened and counted before they count, restored whole."""

import os
from datetime import datetime
from pathlib import Path

from models import engine
from models.files import keep_names
from models.text import mark

KEPT_AT_CLOSE = 10
KEPT_DAYS = 30


class BackupFailed(Exception):
    """A copy could not be made or does not hold what it should; the sentence says why."""


def make(target: Path) -> dict[str, int]:
    """Copy the open office into ``target`` and give the counted rows by table; raise ``BackupFailed``.

    The copy is written beside the target, opened, checked and counted, then put in place.
    """
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        engine.copy_into(draft)
        _sync(draft)
        counted = check(draft)
        draft.replace(target)
        keep_names(target.parent)
    except (engine.DatabaseError, OSError) as error:
        raise BackupFailed(mark("The backup could not be written. The office itself is unchanged.")) from error
    finally:
        draft.unlink(missing_ok=True)
    return counted


def check(copy: Path) -> dict[str, int]:
    """Open a copy apart from the office, check it and count its rows; raise ``BackupFailed``."""
    try:
        with engine.apart(copy) as ask:
            if ask("PRAGMA quick_check") != [("ok",)] or ask("PRAGMA foreign_key_check"):
                raise BackupFailed(mark("The copy is damaged."))
            if ask("PRAGMA application_id") != [(engine.APPLICATION_ID,)]:
                raise BackupFailed(mark("The file is not a backup of an office of Bang Giao."))
            tables = ask(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%' ORDER BY name"
            )
            return {name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for (name,) in tables}
    except engine.DatabaseError as error:
        raise BackupFailed(mark("The file is not a backup of an office of Bang Giao.")) from error


def copy_beside(path: Path, why: str) -> Path:
    """Copy the connected office into its folder of backups, under the moment and the reason."""
    folder = path.with_name(path.stem + "-backups")
    folder.mkdir(exist_ok=True)
    target = folder / f"{path.stem}-{datetime.now():%Y%m%d-%H%M%S-%f}-{why}.db"
    make(target)
    return target


def at_close(path: Path) -> Path:
    """Make the copy of the end of the day; of the older ones, the newest and the last of each day are kept."""
    made = copy_beside(path, "close")
    copies = sorted(made.parent.glob("*-close.db"))
    of_day = {each.name.removeprefix(path.stem)[:9]: each for each in copies}  # "-20261121": the last one wins
    kept = {*copies[-KEPT_AT_CLOSE:], *list(of_day.values())[-KEPT_DAYS:]}
    for each in copies:
        if each not in kept:
            each.unlink(missing_ok=True)
    return made


def put_in_place(copy: Path, path: Path) -> None:
    """Put a checked copy in the place of a closed office; the old -wal must not be played into it."""
    draft = path.with_name(path.name + ".restoring")
    with copy.open("rb") as source, draft.open("wb") as target:
        while block := source.read(1 << 20):
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    for ending in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    draft.replace(path)
    keep_names(path.parent)


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
