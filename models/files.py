"""Files are written whole or not at all: what stood there before survives every failure."""

import errno
import os
import secrets
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from models.text import mark, say

_TRIES = 10
_BLOCK = 1 << 20
# What a drive answers that knows no syncing of folders, such as shares under an older Linux.
_NO_FOLDERS_SYNCED = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}

_NO_FOLDER = mark(
    "“{name}” was not saved: the folder “{folder}” is not there or cannot be reached. "
    "Nothing was changed. Choose another folder."
)
_IN_USE = mark(
    "“{name}” was not saved: it is open in another program, such as Excel. "
    "The old file is unchanged. Close it there and try again, or save under another name."
)
_LOCKED = mark(
    "“{name}” was not saved: the file or the folder “{folder}” may not be written to. "
    "Nothing was changed. Choose another folder or name."
)
_NO_SPACE = mark(
    "“{name}” was not saved: there is no space left on the disk for it. "
    "Nothing was changed. Make room, or choose another disk."
)
_IS_FOLDER = mark("“{name}” was not saved: a folder has this name. Nothing was changed. Choose another name.")
_IS_DEVICE = mark("“{name}” was not saved: it is a device, not a file. Nothing was changed. Choose another name.")
_OTHER = mark(
    "“{name}” was not saved: the computer answered “{reason}”. Nothing was changed. "
    "Try again, or choose another folder."
)


class WriteRefused(Exception):
    """The world did not let a file be written; the text says what happened and what to do."""


def atomic_write(path: Path, writer: Callable[[BinaryIO], None], verify: Callable[[Path], None] | None = None) -> None:
    """Write a file beside its place, look it over, then put it in place of the old one.

    ``verify`` gets the finished file under its passing name and raises if it is not good. Raises WriteRefused
    when the disk or the folder refuses; whatever ``writer`` and ``verify`` raise passes through. In both cases
    the old file is as it was and nothing else is left behind.
    """
    target = path.resolve()  # a link stays a link; the file it leads to is replaced
    if target.is_dir():
        raise WriteRefused(say(_IS_FOLDER).format(name=path.name))
    if target.exists() and not target.is_file():
        raise WriteRefused(say(_IS_DEVICE).format(name=path.name))
    if target.exists() and not os.access(target, os.W_OK):
        raise WriteRefused(_explain(PermissionError(errno.EROFS, ""), target))
    passing = target.with_name(
        f".{secrets.token_hex(6)}.part"
    )  # short: the old name may already be as long as a name can be
    try:
        _write_out(passing, writer)
        if verify is not None:
            verify(passing)
        if target.exists() and sys.platform != "win32":
            passing.chmod(target.stat().st_mode & 0o777)
        put_in_place(passing, target)
    except OSError as failure:
        raise WriteRefused(_explain(failure, target)) from failure
    finally:
        _forget(passing)


def _write_out(passing: Path, writer: Callable[[BinaryIO], None]) -> None:
    with passing.open("xb") as out:
        writer(out)
        out.flush()
        os.fsync(out.fileno())


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes as ``atomic_write`` does."""

    def put(out: BinaryIO) -> None:
        out.write(content)

    atomic_write(path, put)


def put_in_place(passing: Path, target: Path) -> None:
    """Rename; on Windows a virus scanner or Excel may hold the old file for a moment, so ask again a few times."""
    for attempt in range(_TRIES):
        try:
            passing.replace(target)
            break
        except PermissionError:
            if sys.platform != "win32" or attempt == _TRIES - 1:
                raise
            time.sleep(0.05 * (attempt + 1))
    keep_names(target.parent)


def keep_names(folder: Path) -> None:
    """See to it that the names in a folder survive a power cut; Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDERS_SYNCED:
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder, unless it is there, and see to it that its name survives a power cut."""
    if not folder.is_dir():
        folder.mkdir(exist_ok=True)
        keep_names(folder.parent)


def sync(path: Path) -> None:
    """See to it that what stands in a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def overwrite(file: BinaryIO) -> None:
    """Write nothing over all that a file holds; disks without moving parts and snapshots may still keep traces."""
    left = os.fstat(file.fileno()).st_size
    file.seek(0)
    while left > 0:
        left -= file.write(bytes(min(left, _BLOCK)))
    file.flush()
    os.fsync(file.fileno())


def wipe(path: Path) -> None:
    """Delete a file whose content nobody may find again."""
    with suppress(OSError), path.open("r+b") as file:
        overwrite(file)
    path.unlink(missing_ok=True)


def is_full(failure: OSError) -> bool:
    """Tell whether a disk, or what one person may use of it, has no room left."""
    return failure.errno in _FULL


def _forget(passing: Path) -> None:
    try:
        passing.unlink(missing_ok=True)
    except OSError:
        return  # the disk is gone or refuses; the reason was already told


def _explain(failure: OSError, target: Path) -> str:
    if isinstance(failure, FileNotFoundError | NotADirectoryError):
        words = _NO_FOLDER
    elif is_full(failure):
        words = _NO_SPACE
    elif failure.errno == errno.EROFS:
        words = _LOCKED
    elif isinstance(failure, PermissionError):
        words = _IN_USE if sys.platform == "win32" and target.exists() else _LOCKED
    else:
        words = _OTHER
    return say(words).format(name=target.name, folder=target.parent, reason=failure.strerror or str(failure))


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two names are of one file; to be known before anybody looks into what may be the open office."""
    try:
        return one.samefile(other)
    except OSError:
        return False  # one of them is not there
