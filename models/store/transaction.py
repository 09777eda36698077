"""The open office, and the one way to write to it: a transaction that is whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from models import engine
from models.errors import SENTENCES, Closed, SaveFailed
from models.store import locking
from models.text import mark, say


@dataclass
class Session:
    """The open office: its file, whether it may be written, and why not."""

    path: Path
    read_only: bool = False
    holder: str = ""
    identity: tuple[int, int] = (0, 0)
    lock: locking.Lock | None = field(default=None)


_session: Session | None = None


def current() -> Session | None:
    """Give the open office, or None."""
    return _session


def now_open(session: Session | None) -> None:
    """Say which office is open from now on; None where it was closed."""
    global _session
    _session = session


def writable() -> Session:
    """Give the open office; raise ``Closed`` or ``SaveFailed`` where nothing can be saved in it now."""
    if _session is None or _session.read_only:
        raise Closed(
            mark("This office is open for reading only: {holder}. Nothing was saved."),
            holder=say(_session.holder) if _session else "",
        )
    _check_identity(_session)
    return _session


@contextmanager
def writing() -> Iterator[None]:
    """Run one transaction: whole or not at all; raise ``SaveFailed`` with what the disk or database said."""
    writable()
    try:
        with engine.database.atomic():
            yield
    except engine.IntegrityError:
        raise
    except engine.DatabaseError as error:
        raise SaveFailed(SENTENCES[engine.cause(error)]) from error


def _check_identity(session: Session) -> None:
    try:
        status = session.path.stat()
    except OSError:
        raise SaveFailed(SENTENCES["gone"]) from None
    if (status.st_dev, status.st_ino) != session.identity:
        raise SaveFailed(SENTENCES["gone"])
