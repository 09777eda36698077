"""Putting a backup in the place of an office, so that the way back stays open and no number is given twice."""

import os
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from models import backup, engine, migrate, soundness, vault
from models.backup.files import write_whole
from models.errors import OPENING, OfficeRefused
from models.files import is_same, keep_names
from models.store import locking, returned, settling
from models.store.opening import close_office, open_office, session
from models.store.returned import Numbers
from models.store.securing import IN_USE, close_whole
from models.store.securing_copies import under_lock_of
from models.text import mark, say

ITSELF = mark("This is the office itself, not a backup of it: {path}. Nothing was changed.")


def restore_office(copy: Path, path: Path) -> Path | None:
    """Put ``copy`` with its files in the place of ``path``; give where what was there is kept.

    Raises ``OfficeRefused`` or ``OSError`` where the copy is damaged or foreign, the disk refuses, or the office is in
    use elsewhere; then nothing was changed. Numbers given since the copy was made are not given again.
    """
    if is_same(copy, path):
        raise OfficeRefused(ITSELF, path=path)
    close_office()
    _check(copy)
    with ExitStack() as held:  # nobody opens the office, to lose what he saves there, until the backup is in its place
        given, kept = _present_state(path, held) if path.exists() else ({}, None)
        try:
            kept = _swap(copy, path, given) or kept
        finally:
            settling.wipe_drafts(path)
    with session(path):  # brings it up to date, and notes what it goes on from
        return kept


def _swap(copy: Path, path: Path, given: Numbers | None) -> Path | None:
    """Put a backup in the place of an office that nobody else opens; give where one that cannot be read is kept."""
    ready, key, brings_keys = under_lock_of(copy, path)
    draft = backup.lay_beside(ready, path)
    returned.tell(draft, key, copy.name, given)
    _check(draft, key)  # what was read from a stick or a share may not be what lies there
    kept = _set_aside(path) if given is None else None
    try:
        if brings_keys:
            vault.take_along(copy, path)
        backup.swap_in(draft, path)
    except BaseException:
        if kept:
            vault.set_aside(kept, path)
        raise
    return kept


def _check(copy: Path, key: vault.DataKey | None = None) -> None:
    """Refuse a copy that could not be opened afterwards, before anything gives way to it."""
    try:
        backup.check(copy, key)
    except backup.BackupFailed as error:
        raise OfficeRefused("{reason}", reason=error) from error
    with engine.apart(copy, key) as ask:
        version = ask("PRAGMA user_version")[0][0]
    if version > migrate.known():
        raise OfficeRefused(migrate.NEWER, path=copy)


def _present_state(path: Path, held: ExitStack) -> tuple[Numbers | None, Path | None]:
    """Keep a checked copy of a sound office and give its numbers; of a damaged one nothing can be known.

    The office is closed then, but still held against other programs.
    """
    try:
        opened = open_office(path)
    except vault.Locked:
        raise  # nothing is wrong with it; it has to be unlocked
    except OfficeRefused as error:
        if error.words == OPENING["locked"]:
            raise
        _hold(path, held)
        return None, None
    lock, opened.lock = opened.lock, None
    try:
        if opened.read_only or lock is None:
            raise OfficeRefused(IN_USE, holder=say(opened.holder))
        held.callback(lock.release)
        if not soundness.is_whole():
            return None, None
        rows = engine.rows("SELECT letters, year, last FROM number_given")
        kept = backup.copy_beside(path, "before-restore")
        close_whole(path)
    except backup.BackupFailed as error:
        raise OfficeRefused("{reason}", reason=error) from error
    finally:
        close_office()
    return {(letters, year): last for letters, year, last in rows}, kept


def _hold(path: Path, held: ExitStack) -> None:
    """Hold an office that cannot be opened; what another computer wrote into a lock that is free counts nothing."""
    taken = locking.take(path, believe=False)
    if isinstance(taken, str):
        raise OfficeRefused(IN_USE, holder=say(taken))
    held.callback(taken.release)


def _set_aside(path: Path) -> Path:
    """Keep a file that cannot be opened under another name too, with its log, its last saves in it, and its keys."""
    kept = path.with_name(f"{path.name}.{datetime.now():%Y%m%d-%H%M%S-%f}.replaced")
    for ending in ("-wal", "-journal", ""):
        file = path.with_name(path.name + ending)
        if file.exists():
            _keep_too(file, kept.with_name(kept.name + ending))
    vault.set_aside(path, kept)
    keep_names(path.parent)
    return kept


def _keep_too(file: Path, kept: Path) -> None:
    """Give a file a second name, or a copy where the disk knows no second names: there is an office at any moment."""
    try:
        os.link(file, kept)
    except OSError:
        write_whole(file, kept)
