"""The keys that are unlocked in this program, and the door at which a passphrase is tried."""

import time
from contextlib import suppress
from pathlib import Path

from models.errors import OfficeRefused
from models.text import mark
from models.vault import envelope
from models.vault.envelope import Envelope, WrongSecret
from models.vault.keys import DataKey

_PLAIN = b"SQLite format 3\x00"
FREE = 3  # wrong tries before one has to wait
LONGEST = 60  # seconds

_keys: dict[str, DataKey] = {}
_wrong: dict[str, tuple[int, float]] = {}  # lock → wrong tries, and when the next one is taken


class Locked(OfficeRefused):
    """A file is encrypted and its key was not unlocked in this program yet."""


class TooSoon(OfficeRefused):
    """After several wrong tries one has to wait; ``seconds`` says how long."""

    def __init__(self, seconds: int) -> None:
        super().__init__(mark("Too many wrong tries. Wait {n} seconds; the data is untouched."), n=seconds)
        self.seconds = seconds


_LOCKED = mark("{path} is encrypted. Its passphrase is needed to open it.")


def hold(key: DataKey) -> None:
    """Keep an unlocked key until the program lets go of it; from now on a crash leaves no image of the memory."""
    with suppress(ImportError):  # of POSIX; elsewhere the system itself is told what a crash may leave
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _keys[key.id] = key


def unlocked(name: str) -> DataKey | None:
    """Give the unlocked key of this id, or None."""
    return _keys.get(name)


def let_go() -> None:
    """Forget every unlocked key."""
    _keys.clear()


def is_plain(path: Path) -> bool | None:
    """Tell whether a file is a database without a lock; None where there is no file to look at.

    Never ask this of the open office: opening and closing its file drops the locks that guard its saves.
    """
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return None


def keys_of(path: Path) -> list[DataKey]:
    """Give the keys one of which opens a file: none for a plain one, two while it is given a new key.

    Raises ``Locked`` where it has to be unlocked first, ``KeysRefused`` where its key file is missing or damaged.
    """
    if is_plain(path) is not False:
        return []
    found = [_keys[side.key] for side in envelope.sides(path) if side.key in _keys]
    if not found:
        raise Locked(_LOCKED, path=path)
    return found


def is_open(path: Path) -> bool:
    """Tell whether a file can be opened without asking anybody."""
    try:
        keys_of(path)
    except OfficeRefused:
        return False
    return True


def unlock(path: Path, secret: str, way: str = envelope.PASSPHRASE) -> list[DataKey]:
    """Try a passphrase or a recovery code and hold what it opens.

    Raises ``WrongSecret``, ``TooSoon``, ``KeysRefused``, or ``Mistyped`` for a code that cannot be one.
    """
    found = envelope.sides(path)
    lock = found[0].office
    seconds = wait(lock)
    if seconds:
        raise TooSoon(seconds)
    opened = [key for side in found if (key := _tried(side, way, secret))]
    if not opened:
        count = _wrong.get(lock, (0, 0.0))[0] + 1
        _wrong[lock] = count, time.monotonic() + (0 if count < FREE else min(2 ** (count - FREE + 1), LONGEST))
        raise WrongSecret(envelope.WRONG[way])
    _wrong.pop(lock, None)
    for key in opened:
        hold(key)
    return opened


def wait(lock: str) -> int:
    """Tell for how many seconds no passphrase of a lock is taken."""
    left = _wrong.get(lock, (0, 0.0))[1] - time.monotonic()
    return max(0, int(left + 0.999))


def _tried(side: Envelope, way: str, secret: str) -> DataKey | None:
    try:
        return side.open(way, secret)
    except WrongSecret:
        return None
