"""The open office, and the one way to write to it: a transaction that is whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from models import engine
from models.errors import SENTENCES, Closed, SaveFailed
from models.store import doing, locking
from models.text import mark, say


@dataclass
class Session:
    """The open office: its file, whether it may be written, and why not."""

    path: Path
    read_only: bool = False
    holder: str = ""
    identity: tuple[int, int] = (0, 0)
    lock: locking.Lock | None = field(default=None)
    place: str = ""  # where the file lies, as ``models.drives`` names it

    @property
    def unclean(self) -> bool:
        """Tell whether the program that had the office before died with it."""
        return self.lock is not None and self.lock.left

    def trouble(self) -> str:
        """Say that the file is no longer in its place; nothing where it is."""
        try:
            status = self.path.stat()
        except OSError:
            return SENTENCES["gone"]
        return "" if (status.st_dev, status.st_ino) == self.identity else SENTENCES["replaced"]


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
    trouble = _session.trouble()
    if trouble:
        raise SaveFailed(trouble)
    return _session


@contextmanager
def connected() -> Iterator[None]:
    """Connect this thread to the open office for as long as it needs it, where it is not."""
    before = engine.is_connected()
    engine.connect()
    try:
        yield
    finally:
        if not before:
            engine.disconnect()


@contextmanager
def writing() -> Iterator[None]:
    """Run one transaction and deed: whole or not at all; raise ``SaveFailed`` with what the disk or database said."""
    with several(), doing.one():
        yield


@contextmanager
def several() -> Iterator[None]:
    """Run one transaction in which each deed keeps its own name; raises as ``writing`` does."""
    writable()
    try:
        with engine.database.atomic():
            yield
    except engine.IntegrityError:
        raise
    except engine.DatabaseError as error:
        raise SaveFailed(SENTENCES[engine.cause(error)]) from error
