"""One copy: written beside its place, opened and counted before it counts, put in the place of an office."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from models import attachments, engine, vault
from models.backup import accounts, files
from models.backup.accounts import Account, account_of
from models.files import WriteRefused, sync
from models.files import put_in_place as replace
from models.text import mark, say
from models.vault import DataKey

_NOT_WRITTEN = mark("The backup could not be written. The office itself is unchanged.")
_ALTERED = mark("The backup is no longer what was made: the disk or somebody changed it. Take another one.")


class BackupFailed(Exception):
    """A copy could not be made or does not hold what it should; the sentence says why."""

    def __init__(self, words: str, **values: Any) -> None:
        """Keep marked words with what stands in their gaps."""
        super().__init__(words)
        self.values = values

    def __str__(self) -> str:
        return say(self.args[0]).format(**self.values)


def make(target: Path, why: str = "by-hand") -> dict[str, int]:
    """Copy the open office with its files to ``target`` and give the counted rows by table; raise ``BackupFailed``.

    The copy is written beside the target, opened, checked, counted and summed up; what it names is brought after it,
    so that a file attached meanwhile is missing in neither.
    """
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        engine.copy_into(draft)
        sync(draft)
        counted = check(draft)
        brought = files.bring(draft, attachments.folder_of(engine.office()), files.files_of(target))
        vault.send_along(engine.office(), target)
        made = datetime.now().isoformat(timespec="microseconds")
        told = (accounts.sum_of(draft), draft.stat().st_size, counted, brought.names, brought.lacking)
        accounts.keep(target, Account(made, why, *told))
        replace(draft, target)
    except (engine.DatabaseError, OSError, WriteRefused, vault.KeysRefused) as error:
        raise BackupFailed(_NOT_WRITTEN) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return counted


def prove(copy: Path) -> Account | None:
    """Read a copy to its end: what was made is still there; raise ``BackupFailed``. None: it has no account."""
    if is_altered(copy):
        raise BackupFailed(_ALTERED)
    account = account_of(copy)
    counted = check(copy)
    if account and counted != account.counts:
        raise BackupFailed(_ALTERED)
    return account


def is_altered(copy: Path) -> bool:
    """Tell whether a copy has other bytes than its account says; one without an account tells nothing."""
    account = account_of(copy)
    return account is not None and accounts.sum_of(copy) != account.sha256


def check(copy: Path, key: DataKey | None = None) -> dict[str, int]:
    """Open a copy apart from the office, check it and count its rows; raise ``BackupFailed``."""
    try:
        with engine.apart(copy, key) as ask:
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


def folder_of(office: Path) -> Path:
    """Give the folder of backups of an office."""
    return office.with_name(office.stem + files.FOLDER)


def copy_beside(path: Path, why: str) -> Path:
    """Copy the connected office into its folder of backups, under the moment and the reason."""
    folder = folder_of(path)
    folder.mkdir(exist_ok=True)
    target = folder / f"{path.stem}-{datetime.now():%Y%m%d-%H%M%S-%f}-{why}.db"
    make(target, why)
    return target


def copies_of(path: Path) -> list[Path]:
    """Give the copies in the folder of backups of an office, by name."""
    return sorted(folder_of(path).glob("*.db"))


def put_in_place(copy: Path, path: Path) -> None:
    """Put a checked copy in the place of a closed office."""
    swap_in(lay_beside(copy, path), path)


def draft_of(path: Path) -> Path:
    """Give where a copy is laid before it takes the place of an office."""
    return path.with_name(path.name + ".restoring")


def lay_beside(copy: Path, path: Path) -> Path:
    """Write a copy beside the place that it will take; give it.

    What a program that died was doing to an earlier one must not be played into it.
    """
    draft = draft_of(path)
    _forget_logs(draft)
    files.write_whole(copy, draft)
    return draft


def swap_in(draft: Path, path: Path) -> None:
    """Let what lies beside a closed office take its place; the old -wal must not be played into it."""
    _forget_logs(path)
    replace(draft, path)


def _forget_logs(path: Path) -> None:
    for ending in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
