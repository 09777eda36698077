"""Backups that lie under another lock than their office has now, or under none."""

import errno
import glob
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from models import backup, engine, vault
from models.attachments import folder_of, resealing
from models.backup import accounts
from models.errors import OfficeRefused
from models.files import WriteRefused, wipe
from models.store import locking, settling
from models.store.securing import copy_under, swap
from models.store.siblings import plain_siblings
from models.vault import DataKey, Envelope, Passing, envelope

_ASKED = "SELECT DISTINCT digest FROM attachment"


def other_copies(office: Path, second: Path | None = None) -> list[Path]:
    """Give the backups of an encrypted office that its lock does not close: plain ones, and those of older keys.

    Among them is what a backup took the place of, because it could not be read, and what lies open beside the office,
    such as a backup made there by hand. Those at the second place count where it can be reached.
    """
    now = {side.key for side in envelope.sides(office)}
    replaced = sorted(office.parent.glob(f"{glob.escape(office.name)}.*.replaced"))
    found = [copy for folder in _folders(office, second) for copy in _copies_in(folder)]
    known = [copy for copy in (*found, *replaced) if not _is_under(copy, now)]
    return list(dict.fromkeys((*known, *plain_siblings(office))))


def _folders(office: Path, second: Path | None) -> list[Path]:
    """Give the folders with backups of an office: beside it, and at the second place."""
    elsewhere = backup.folder_elsewhere(office, second) if second else None
    return [folder for folder in (backup.folder_of(office), elsewhere) if folder]


def _copies_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.db"))


def _is_under(copy: Path, keys: set[str]) -> bool:
    try:
        return not vault.is_plain(copy) and not settling.is_passing(copy) and envelope.sides(copy)[0].key in keys
    except vault.KeysRefused:
        return False


def bring_copies(office: Path, copies: list[Path], second: Path | None = None) -> list[Path]:
    """Put backups under the lock of their unlocked office; give those that could not be (they stay as they are)."""
    # The office may be open: its own file must not be looked into here.
    key = next(key for side in envelope.sides(office) if (key := vault.unlocked(side.key)))
    left = []
    for copy in copies:
        try:
            _bring(office, copy, key)
        except (OSError, OfficeRefused, WriteRefused, engine.DatabaseError):
            left.append(copy)
            with suppress(OSError):  # the stick may be gone
                settling.wipe_drafts(copy)
    _forget_plain(office, second)
    return left


def _bring(office: Path, copy: Path, key: DataKey) -> None:
    """Bring one backup with its files; its account is written anew, since it is another file with the same in it.

    Its key file has both sides until it is done, and no account says what it is: cut off at any moment, it opens.
    """
    _refuse_in_use(copy)
    old, draft, store = _key_of(copy), settling.draft_of(copy), backup.files_of(copy)
    copy_under(copy, old, draft, key)
    names = resealing.bring(store, store, old, key, _digests(copy, old))
    account, after = accounts.account_of(copy), envelope.read(office)
    before = settling.side_of(copy)
    assert isinstance(after, Envelope), "an unlocked office is settled"
    told = account and replace(account, sha256=accounts.sum_of(draft), size=draft.stat().st_size, files=tuple(names))
    accounts.forget(copy)
    envelope.write(copy, Passing(before, after))
    try:
        swap(draft, copy, old is None)
    except OSError:
        envelope.write(copy, before)
        accounts.keep(copy, account)
        raise
    envelope.write(copy, after)
    accounts.keep(copy, told)
    _forget_own_files(copy)


def _refuse_in_use(copy: Path) -> None:
    """Leave a copy alone in which somebody works as in an office of its own; raise ``OSError``."""
    if locking.file_of(copy).exists():
        raise PermissionError(errno.EACCES, "in use", str(copy))


def _forget_own_files(copy: Path) -> None:
    """Wipe what lies open in the store of a copy that shares it with no other."""
    own = backup.files_of(copy)
    if own == folder_of(copy):
        resealing.drop(own, "")
        with suppress(OSError):
            own.rmdir()  # only where nothing is left in it


def delete_copies(office: Path, copies: list[Path], second: Path | None = None) -> list[Path]:
    """Delete backups so that nobody reads them; give those that could not be."""
    left = []
    for copy in copies:
        try:
            _refuse_in_use(copy)
            copy.stat()  # what is on a stick that was pulled out is not deleted
            for ending in ("-wal", "-journal", ""):
                wipe(copy.with_name(copy.name + ending))
            backup.remove(copy)
            _forget_own_files(copy)
        except OSError:
            left.append(copy)
    _forget_plain(office, second)
    return left


def _forget_plain(office: Path, second: Path | None) -> None:
    """Wipe the files that lie open in a folder of backups once no plain backup there names them."""
    for folder in _folders(office, second):
        with suppress(OSError):  # a stick that was pulled out meanwhile; the next time sees to it
            if all(vault.is_plain(copy) is False for copy in _copies_in(folder)):
                resealing.drop(folder / "files", "")


def under_lock_of(copy: Path, office: Path) -> tuple[Path, DataKey | None, bool]:
    """Give a backup as it may take the place of a closed office, its key, and whether it brings its key file along.

    It has the lock that the office has now: it is the backup itself where that is the same, or where the office has
    none of its own to keep; else it is a proved copy beside the office. The files that it names are brought into the
    office's store, also for those there that are no longer what was attached. Raises ``OfficeRefused`` or ``OSError``.
    """
    own, lock = _key_of(copy), _lock_to_keep(office)
    ready, key = copy, own
    if not isinstance(lock, str) and lock != own:
        ready, key = settling.draft_of(office), lock
        copy_under(copy, own, ready, key)
    source, store, digests = backup.files_of(copy), folder_of(office), _digests(copy, own)
    resealing.mend(source, store, own, key, digests)
    resealing.bring(source, store, own, key, digests)
    return ready, key, isinstance(lock, str)


def _lock_to_keep(office: Path) -> DataKey | str | None:
    """Give the key that an office has; "none" where there is no office, or its key is not known here."""
    if vault.is_plain(office):
        return None
    try:
        known = (vault.unlocked(side.key) for side in envelope.sides(office))
    except vault.KeysRefused:
        return "none"
    return next((key for key in known if key), "none")


def _key_of(copy: Path) -> DataKey | None:
    return next((key for key in vault.keys_of(copy) if engine.opens(copy, key)), None)


def _digests(copy: Path, key: DataKey | None) -> list[str]:
    with engine.apart(copy, key) as ask:
        known = ask("SELECT 1 FROM sqlite_master WHERE name = 'attachment'")
        return [digest for (digest,) in ask(_ASKED)] if known else []
