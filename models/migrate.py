"""Bringing an office's file up to the program's own version: refused when newer, copied before, checked after."""

from pathlib import Path
from typing import Any

from models import engine
from models.text import mark, say

FOLDER = Path(__file__).resolve().parent / "migrations"


NEWER = mark("{path} was written by a newer version of the program. Nothing was changed; update the program.")


def known() -> int:
    """Give the number of migrations this program knows."""
    return len(list(FOLDER.glob("[0-9]*.py")))


def make(database: Any, version: int) -> None:
    """Make the tables of an office in an empty file as a version of the program had them."""
    from playhouse.migrations import Runner

    steps = sorted(each.stem for each in FOLDER.glob("[0-9]*.py"))
    Runner(database, str(FOLDER)).up(steps[version - 1])
    for name, value in (("application_id", engine.APPLICATION_ID), ("user_version", version)):
        database.execute_sql(f"PRAGMA {name} = {value}")


def bring_up(path: Path, read_only: bool = False) -> None:
    """Migrate the connected office; a fresh file gets all tables.

    Raises ``OfficeRefused`` for a foreign, newer or failing file. Before an existing file is changed, a checked copy
    is laid beside it; all steps are one transaction, so that a failure or a kill leaves it as it was.
    """
    from models.errors import Damaged, OfficeRefused

    version = engine.database.pragma("user_version")
    tables = engine.rows("SELECT count(*) FROM sqlite_master")[0][0]
    if tables and engine.database.pragma("application_id") != engine.APPLICATION_ID:
        raise Damaged(mark("{path} is not an office of Bang Giao."), path=path)
    if version > known():
        raise OfficeRefused(NEWER, path=path)
    if version == known():
        return
    if read_only:
        words = mark("{path} was written by an older version; open it once for writing to bring it up to date.")
        raise OfficeRefused(words, path=path)
    _run(path, fresh=not tables)


def _run(path: Path, fresh: bool) -> None:
    from playhouse.migrations import Runner

    from models import backup
    from models.errors import OPENING, Damaged, OfficeRefused, cause

    if not fresh and engine.rows("PRAGMA quick_check") != [("ok",)]:
        raise Damaged(OPENING["corrupt"], path=path)
    try:
        if fresh:  # said first: a file whose making was cut short is known as ours, and made to its end
            engine.execute(f"PRAGMA application_id = {engine.APPLICATION_ID}")
        else:
            backup.copy_beside(path, "before-update")
        engine.execute("PRAGMA foreign_keys = 0")  # tables that are built anew must not empty those that hang on them
        with engine.database.atomic():  # all steps or none: a killed program leaves no state between two versions
            Runner(engine.database, str(FOLDER)).up()
            if engine.rows("PRAGMA foreign_key_check") or engine.rows("PRAGMA quick_check") != [("ok",)]:
                raise RuntimeError("the checks after the migration failed")
            engine.execute(f"PRAGMA user_version = {known()}")
        engine.execute("PRAGMA foreign_keys = 1")
    except Exception as error:
        engine.disconnect()
        words = mark("The file could not be brought up to date. It is as it was before ({reason}).")
        reason = mark("the disk is full") if cause(error) == "full" else str(error)
        raise OfficeRefused(words, reason=say(reason)) from error
