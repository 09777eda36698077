"""Opening and closing an office: every check before the first query, one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models import engine, migrate
from models.errors import SENTENCES, OfficeRefused
from models.store import lending, locking, settings, transaction
from models.store.transaction import Session
from models.text import mark


def open_office(path: Path, *, create: bool = False, read_only: bool = False) -> Session:
    """Open the office in a file; raise ``OfficeRefused`` with a sentence where that cannot be.

    A file is created only where ``create`` is set. A second program on the same file opens it for reading.
    """
    close_office()
    path = path.expanduser().absolute()
    check_file(path, create)
    session = Session(path, read_only)
    if not read_only:
        _take_lock(session)
    try:
        engine.choose(path, session.read_only, beside_writer=locking.file_of(path).exists())
        engine.connect()
        migrate.bring_up(path, session.read_only)
        settings.take_over()
    except (engine.DatabaseError, engine.EngineRefused) as error:
        _release(session)
        raise OfficeRefused(SENTENCES[engine.cause(error)]) from error
    except BaseException:
        _release(session)
        raise
    status = path.stat()
    session.identity = (status.st_dev, status.st_ino)
    transaction.now_open(session)
    lending.begin(session)
    return session


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
            start = file.read(16)
    except OSError:
        raise OfficeRefused(mark("The file {path} cannot be read."), path=path) from None
    if not start:
        raise OfficeRefused(mark("The file {path} is empty. Restore a backup, or choose another file."), path=path)
    if start != b"SQLite format 3\x00":
        raise OfficeRefused(mark("{path} is not an office of Bang Giao, or it is encrypted."), path=path)


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
    if session.lock:
        session.lock.release()


def _take_lock(session: Session) -> None:
    try:
        taken = locking.take(session.path)
    except OSError:
        taken = mark("the folder cannot be written")
    if isinstance(taken, str):
        session.read_only, session.holder = True, taken
    else:
        session.lock = taken
