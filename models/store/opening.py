"""Opening and closing an office: every check before the first query, one writer at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models import drives, engine, migrate, vault
from models.errors import OPENING, Damaged, OfficeRefused
from models.store import lending, lock_notes, locking, returned, settings, settling, transaction
from models.store.transaction import Session
from models.text import mark, say
from models.vault import DataKey

_GOING_OVER = mark("The office is just being encrypted, decrypted or given a new key: {holder}. Try again later.")
_PAGE, _MIXED = 4096, 250  # an encrypted page of so many bytes has nearly all of the 256 values in it
_NO_KEYS = mark(
    "{path} does not begin as an office does: it is damaged, or it is encrypted and its key file {keys} is not beside "
    "it. Put the key file back if there was one: every backup of an encrypted office has one beside it."
)
_FOLDER = mark("the folder cannot be written")
_LOG_LEFT = mark(
    "{path} lies where nothing can be written, and its last saves are still in the log beside it. Copy the office with "
    "everything beside it to a disk that can be written, and open it there."
)


def open_office(path: Path, *, create: bool = False, read_only: bool = False) -> Session:
    """Open the office in a file; raise ``OfficeRefused`` with a sentence where that cannot be.

    A file is created only where ``create`` is set. A second program on the same file opens it for reading.
    """
    close_office()
    path = path.expanduser().absolute()
    check_file(path, create)
    vault.keys_of(path)
    session = Session(path, read_only, place=drives.place_of(path))
    if not read_only or settling.is_passing(path):
        _take_lock(session)
    try:
        _connect(session, _settled(session))
        migrate.bring_up(path, session.read_only)
        settings.take_over()
    except (engine.DatabaseError, engine.EngineRefused) as error:
        refusal = _refusal(path, engine.cause(error))
        _release(session)
        raise refusal from error
    except BaseException:
        _release(session)
        raise
    status = path.stat()
    session.identity = (status.st_dev, status.st_ino)
    transaction.now_open(session)
    try:
        lending.begin(session)
        if not session.read_only:
            returned.note()
            lock_notes.write_waiting()
    except BaseException:
        close_office()
        raise
    return session


def _refusal(path: Path, why: str) -> OfficeRefused:
    """Say why the database could not be opened."""
    if why == "foreign" and engine.key() is not None:
        return Damaged(settling.NOT_ITS_KEYS, keys=vault.envelope_of(path), path=path)
    return (Damaged if why in ("foreign", "corrupt") else OfficeRefused)(OPENING[why], path=path)


def _connect(session: Session, key: DataKey | None) -> None:
    """Open this thread's connection and read something; where nothing can be written, as a file nobody changes."""
    path, far = session.path, session.place == drives.NETWORK
    engine.choose(path, session.read_only, beside_writer=locking.file_of(path).exists(), key=key, far=far)
    try:
        engine.connect()
        engine.rows("SELECT count(*) FROM sqlite_master")
    except engine.DatabaseError as error:
        if not session.read_only or engine.cause(error) != "read-only":
            raise
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise OfficeRefused(_LOG_LEFT, path=path) from error
        engine.disconnect()
        engine.choose(path, read_only=True, key=key, frozen=True)
        engine.connect()


def _settled(session: Session) -> DataKey | None:
    """Finish or take back what a program that died was doing to the lock of the office, then give its key."""
    if session.lock:
        settling.settle(session.path)
    elif settling.is_passing(session.path):
        raise OfficeRefused(_GOING_OVER, holder=say(session.holder))
    return settling.key_of(session.path)


def check_file(path: Path, create: bool) -> None:
    """Refuse, before any connection, a path that is no office: missing, folder, empty, foreign."""
    if path.is_dir():
        raise OfficeRefused(mark("{path} is a folder, not an office file."), path=path)
    if not path.exists():
        if not create:
            raise OfficeRefused(mark("There is no file {path}."), path=path)
        if not path.parent.is_dir():
            raise OfficeRefused(mark("The folder {path} does not exist."), path=path.parent)
        return
    if not path.is_file():
        raise OfficeRefused(mark("{path} is a device, not an office file."), path=path)
    try:
        with path.open("rb") as file:
            start = file.read(_PAGE)
    except OSError:
        raise OfficeRefused(mark("The file {path} cannot be read."), path=path) from None
    if not start:
        raise Damaged(mark("The file {path} is empty. Restore a backup, or choose another file."), path=path)
    if start.startswith(b"SQLite format 3\x00") or vault.envelope_of(path).exists():
        return
    if len(start) == _PAGE and len(set(start)) > _MIXED:
        raise Damaged(_NO_KEYS, path=path, keys=vault.envelope_of(path))
    raise Damaged(mark("{path} is not an office of Bang Giao."), path=path)


@contextmanager
def session(path: Path, *, create: bool = False, read_only: bool = False) -> Iterator[Session]:
    """Open an office for one job and close it afterwards."""
    opened = open_office(path, create=create, read_only=read_only)
    try:
        yield opened
    finally:
        close_office()


def close_office() -> None:
    """Close the open office, if any."""
    done = transaction.current()
    if done is not None:
        lending.end()
        transaction.now_open(None)
        _release(done)


def _release(session: Session) -> None:
    engine.disconnect()
    engine.put_away()
    if session.lock:
        session.lock.release()


def _take_lock(session: Session) -> None:
    if session.path.exists() and not os.access(session.path, os.W_OK):
        folder_too = not os.access(session.path.parent, os.W_OK)
        session.read_only, session.holder = True, _FOLDER if folder_too else mark("the file is write-protected")
        return
    try:
        taken = locking.take(session.path)
    except OSError:
        taken = _FOLDER
    if isinstance(taken, str):
        session.read_only, session.holder = True, taken
    else:
        session.lock = taken
