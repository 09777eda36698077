"""Bringing an office's file up to the program's own version: refused when newer, copied before, checked after."""

from pathlib import Path

from models import engine
from models.text import mark, say

FOLDER = Path(__file__).resolve().parent / "migrations"


NEWER = mark("{path} was written by a newer version of the program. Nothing was changed; update the program.")


def known() -> int:
    """Give the number of migrations this program knows."""
    return len(list(FOLDER.glob("[0-9]*.py")))


def bring_up(path: Path, read_only: bool = False) -> None:
    """Migrate the connected office; a fresh file gets all tables.

    Raises ``OfficeRefused`` for a foreign, newer or failing file. Before an existing file is changed, a checked copy
    is laid beside it; after a failure the copy is put back.
    """
    from models.errors import OfficeRefused

    version = engine.database.pragma("user_version")
    tables = engine.rows("SELECT count(*) FROM sqlite_master")[0][0]
    if tables and engine.database.pragma("application_id") != engine.APPLICATION_ID:
        raise OfficeRefused(mark("{path} is not an office of Bang Giao."), path=path)
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
    from models.errors import OfficeRefused

    copy = None
    try:
        if fresh:  # said first: a file whose making was cut short is known as ours, and made to its end
            engine.execute(f"PRAGMA application_id = {engine.APPLICATION_ID}")
        else:
            copy = backup.copy_beside(path, "before-update")
        Runner(engine.database, str(FOLDER)).up()
        if engine.rows("PRAGMA foreign_key_check") or engine.rows("PRAGMA quick_check") != [("ok",)]:
            raise RuntimeError("the checks after the migration failed")
        engine.execute(f"PRAGMA user_version = {known()}")
    except Exception as error:
        engine.disconnect()
        if copy:
            backup.put_in_place(copy, path)
        words = mark("The file could not be brought up to date. It is as it was before ({reason}).")
        raise OfficeRefused(words, reason=say(str(error))) from error
