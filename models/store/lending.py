"""Copies that are given out of the store: opened for reading in a folder of our own, or saved where a person says."""

import os
import secrets
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from models import engine, preferences
from models.attachments import FileRefused, blobs, folder_of, safe_name
from models.attachments.blobs import Going, go_on
from models.errors import OfficeRefused
from models.files import atomic_write, is_full
from models.store import locking
from models.store.attaching import AttachedFile, store_folder
from models.store.locking import Lock
from models.store.transaction import Session, current
from models.text import mark

_NOT_OPENED = mark("“{name}” was not opened: a copy for reading could not be written ({reason}).")
_NO_SPACE = mark("“{name}” was not opened: there is no space left on the disk for a copy. Make room and try again.")
_IS_OFFICE = mark("“{name}” is the file of the open office itself. Nothing was saved. Choose another name.")

_NO_FOLDER = mark(
    "The office was not opened: no folder of its own could be made for passing files ({folder}, {reason})."
)

_TEMPORARY = ("TMPDIR", "TMP", "TEMP")
_before: dict[str, str | None] = {}
_own: tuple[Path, Lock] | None = None
_making = threading.Lock()  # two files may be opened at once, each in a thread of its own


def _all_copies() -> Path:
    return preferences.folder() / "opened"


def begin(session: Session) -> None:
    """Take away what programs that died left behind: contents half taken in, copies held open."""
    if not session.read_only:
        blobs.sweep(folder_of(session.path))
    with suppress(OSError):
        for left in _all_copies().iterdir():
            if left.is_dir() and isinstance(held := locking.take(left), Lock):  # else its program still runs
                _wipe(left)
                held.release()
    _keep_temporary_files()


def _keep_temporary_files() -> None:
    """Let everything that this program and those it starts write for a while lie in our folder, which is wiped.

    Workbooks are written through such files, and a system's own folder for them may be read by others. Raises
    ``OfficeRefused`` where an office that is encrypted could only be used with them lying open.
    """
    try:
        folder = _own_folder() / "passing"
        folder.mkdir(mode=0o700)
    except OSError as error:
        if engine.key() is None:
            return
        raise OfficeRefused(_NO_FOLDER, folder=_all_copies(), reason=error.strerror or error) from error
    for name in _TEMPORARY:
        _before[name] = os.environ.get(name)
        os.environ[name] = str(folder)
    tempfile.tempdir = str(folder)


def _leave_temporary_files() -> None:
    for name, before in _before.items():
        if before is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = before
    if _before:
        tempfile.tempdir = None
    _before.clear()


def end() -> None:
    """Take away the copies that this program holds open."""
    global _own
    _leave_temporary_files()
    if _own is not None:
        _wipe(_own[0])
        _own[1].release()
        _own = None


def _wipe(folder: Path) -> None:
    """Delete a folder with its read-only copies; what another program still holds goes at the next start."""
    for place, folders, files in os.walk(folder, topdown=False):
        for name in files:
            with suppress(OSError):
                (Path(place) / name).chmod(0o600)  # Windows deletes nothing that is read-only
                (Path(place) / name).unlink()
        for name in folders:
            with suppress(OSError):
                (Path(place) / name).rmdir()
    with suppress(OSError):
        folder.rmdir()


def _own_folder() -> Path:
    """Give the folder of this program's copies, held so that another start does not wipe it."""
    global _own
    with _making:
        if _own is None:
            folder = _all_copies() / secrets.token_hex(8)
            folder.parent.mkdir(mode=0o700, exist_ok=True)
            held = locking.take(folder)
            assert isinstance(held, Lock), "nobody else knows this name"
            folder.mkdir(mode=0o700)
            _own = folder, held
        return _own[0]


def open_copy(file: AttachedFile, going: Going = go_on) -> Path:
    """Write a copy for reading and give its place; it is wiped when the office is closed.

    Raises ``FileRefused`` where the content is missing or altered, or there is no room; ``Stopped``.
    """
    folder = None
    try:
        folder = _own_folder() / secrets.token_hex(4)
        folder.mkdir(mode=0o700)
        made = folder / safe_name(file.name)
        with made.open("xb") as out:
            blobs.give_out(store_folder(), file.digest, file.name, out, going)
        made.chmod(0o400)
    except OSError as error:
        _forget(folder)
        words = _NO_SPACE if is_full(error) else _NOT_OPENED
        raise FileRefused(words, name=file.name, reason=error.strerror or error) from error
    except BaseException:
        _forget(folder)
        raise
    return made


def _forget(folder: Path | None) -> None:
    if folder is not None:
        _wipe(folder)


def save_copy(file: AttachedFile, target: Path, going: Going = go_on) -> None:
    """Write a copy where a person says, whole or not at all.

    Raises ``FileRefused``, ``Stopped`` or ``models.files.WriteRefused``; then what lay there is as it was.
    """
    session = current()
    if session and target.exists() and blobs.is_of_office(target.stat(), session.path):
        raise FileRefused(_IS_OFFICE, name=target.name)
    folder = store_folder()
    atomic_write(target, lambda out: blobs.give_out(folder, file.digest, file.name, out, going))
