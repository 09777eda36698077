"""One writer at a time: the lock file beside an office, held by the operating system and freed when a program dies."""

import json
import os
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from models import preferences
from models.text import mark, say

_FAR = 1 << 30  # Windows locks bytes against reading too, so the locked one lies behind the text
_TRIES = 100
_HOLDER = mark("it is open since {time} on {day} by {who} on the computer {host}")


@dataclass(frozen=True)
class Lock:
    """The hold on an office; it ends with ``release`` or with the program, however that ends."""

    place: Path
    file: TextIO
    left: bool = False  # whether the one before died without letting go

    def release(self) -> None:
        """Let others write."""
        if os.name == "nt":  # an open file cannot be deleted there
            self.file.close()
        try:
            self.place.unlink(missing_ok=True)
        except OSError:
            return  # the next one has it already, or the disk is gone
        finally:
            self.file.close()


def file_of(office: Path) -> Path:
    """Give the lock file of an office."""
    return office.with_name(office.name + ".lock")


def take(office: Path, *, believe: bool = True) -> Lock | str:
    """Hold an office, or tell who holds it and since when; raise ``OSError`` where the folder takes no file.

    A file left by a program of this computer that died holds nothing: the operating system freed it. Of another
    computer's lock nothing is known but what is written in it, so that is believed, unless ``believe`` is off: a person
    knows then that nobody works there any more.
    """
    place = file_of(office)
    for _ in range(_TRIES):
        file = place.open("a+", encoding="utf-8")
        if not _hold(file):
            file.close()
            return _holder(place) or mark("another program")
        if not _is(file, place):  # it was let go and taken away between our two steps
            file.close()
            continue
        elsewhere = _holder(place, elsewhere=True)
        if elsewhere and believe:
            file.close()
            return elsewhere
        left = os.fstat(file.fileno()).st_size > 0
        _sign(file)
        return Lock(place, file, left)
    return mark("another program")


def is_left_elsewhere(office: Path) -> bool:
    """Tell whether a lock is another computer's, and the system knows of nobody who holds it.

    It was left by a fault, or the drive tells computers nothing of each other's locks. Never asked by its holder.
    """
    place = file_of(office)
    try:
        with place.open("r+", encoding="utf-8") as file:
            return _hold(file) and _holder(place, elsewhere=True) is not None
    except OSError:
        return False


def _hold(file: TextIO) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is(file: TextIO, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), place.stat())
    except FileNotFoundError:
        return False


def _sign(file: TextIO) -> None:
    mine = {
        "who": preferences.who(),
        "account": preferences.account(),
        "host": socket.gethostname(),
        "process": os.getpid(),
        "since": datetime.now().isoformat(timespec="minutes"),
    }
    file.seek(0)
    file.truncate()
    json.dump(mine, file, ensure_ascii=False)
    file.flush()


def _holder(place: Path, *, elsewhere: bool = False) -> str | None:
    """Tell who is written in a lock and since when; ``elsewhere`` wants other computers only."""
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        who, host, since = told["who"], told["host"], told["since"]
        day, _, time = since.partition("T")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    if elsewhere and host == socket.gethostname():
        return None
    told = {"who": who, "host": host, "time": time, "day": "/".join(reversed(day.split("-")))}
    return say(_HOLDER).format(**told)
