"""The routine copy: made beside the office, sent to the second place, then the older ones are thinned."""

import hashlib
import itertools
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models import vault
from models.backup import accounts, copies, files
from models.backup.thinning import thin
from models.files import WriteRefused, keep_names, put_in_place, write_bytes
from models.text import mark

_SIGN = "office.txt"
_one_at_a_time = threading.Lock()
_NOT_THERE = mark("The second place for backups, {place}, cannot be reached. The backup beside the office was made.")
_NOT_WRITTEN = mark("The backup could not be written to the second place, {place}. The one beside the office was made.")


class SecondPlaceFailed(copies.BackupFailed):
    """The copy beside the office is good, the one elsewhere was not made."""


@dataclass(frozen=True)
class Kept:
    """A routine copy that was made, and why the second place did not get it (nothing where it did)."""

    copy: Path
    elsewhere: Exception | None = None


def keep(office: Path, why: str, second: Path | None = None) -> Kept:
    """Make a routine copy of the connected office; raise ``BackupFailed`` where none was made."""
    with _one_at_a_time:
        made = copies.copy_beside(office, why)
        _look_after(made)
        if second is None:
            return Kept(made)
        try:
            send(made, second)
        except SecondPlaceFailed as failed:
            return Kept(made, failed)
        return Kept(made)


def send(copy: Path, second: Path) -> Path:
    """Copy a copy with its files to the second place and prove it there; raise ``SecondPlaceFailed``."""
    if not is_there(second):
        raise SecondPlaceFailed(_NOT_THERE, place=second)
    account = accounts.account_of(copy)
    assert account is not None, "a copy that was just made has its account"
    try:
        folder = _folder_of(copy, second)
    except (OSError, WriteRefused) as error:
        raise SecondPlaceFailed(_NOT_WRITTEN, place=second) from error
    passing = folder / f"{copy.name}.part"
    try:
        files.copy_missing(files.files_of(copy), account.files, folder / "files")
        files.write_whole(copy, passing)
        if accounts.sum_of(passing) != account.sha256:
            raise SecondPlaceFailed(_NOT_WRITTEN, place=second)
        target = folder / copy.name
        vault.take_along(copy, target)
        accounts.keep(target, account)
        put_in_place(passing, target)
        _look_after(target)
    except (OSError, WriteRefused, vault.KeysRefused) as error:
        raise SecondPlaceFailed(_NOT_WRITTEN, place=second) from error
    finally:
        with suppress(OSError):
            passing.unlink(missing_ok=True)
    return target


def is_there(second: Path) -> bool:
    """Tell whether the second place can be reached now; a share that is gone may let one wait for that."""
    try:
        return second.is_dir()
    except OSError:
        return False


def folder_elsewhere(office: Path, second: Path) -> Path | None:
    """Give the folder at the second place that holds the copies of an office; None where none is found there."""
    sign = _sign_of(copies.folder_of(office))
    with suppress(OSError):
        for place in sorted(second.glob(f"*{files.FOLDER}/{_SIGN}")):
            if _read(place) == sign:
                return place.parent
    return None


def _look_after(made: Path) -> None:
    """Let the older copies beside a good one open as it does, and take away those that need not stay."""
    vault.renew(made, made.parent.glob("*.db"))
    thin(made.parent, datetime.now())


def _folder_of(copy: Path, second: Path) -> Path:
    """Give the folder for the copies of an office: another one of the same name may send its own there too.

    They must not be thinned together, so a folder bears the sign of the office whose copies it holds.
    """
    stem, sign = copy.parent.name.removesuffix(files.FOLDER), _sign_of(copy.parent)
    for name in itertools.chain((stem,), (f"{stem}-{n}" for n in itertools.count(2))):
        folder = second / f"{name}{files.FOLDER}"
        folder.mkdir(exist_ok=True)
        place = folder / _SIGN
        if not place.exists():
            write_bytes(place, sign.encode())
            keep_names(second)
        if _read(place) == sign:
            return folder
    raise AssertionError("names never end")


def _sign_of(folder: Path) -> str:
    """Give the sign of the office whose copies lie in a folder beside it."""
    own = f"{socket.gethostname()} {folder.absolute()}"
    return hashlib.sha256(own.encode(errors="surrogateescape")).hexdigest()


def _read(place: Path) -> str:
    return place.read_text(encoding="utf-8", errors="replace")
