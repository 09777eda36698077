"""The store beside an office: each content once, under its digest, whole or not there at all.

Beside an encrypted office the contents are encrypted too, and a name is the digest keyed (``DataKey.name_of``), so that
nobody can tell by it whether a file that he knows is there. Digests are always those of the content itself.
"""

import hashlib
import io
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from models import engine
from models.errors import SaveFailed
from models.files import is_full, make_folder, put_in_place
from models.text import mark
from models.vault.streams import PIECE, Altered, Sealing, Unsealing, sealed_size

BLOCK = PIECE  # bytes copied between two questions whether to go on
PASSING = ".part"
# Asked with (bytes done, bytes in all) after each block; False stops the copying.
Going = Callable[[int, int], bool]


def go_on(_done: int, _whole: int) -> bool:
    """Go on to the end: nobody watches, nobody stops it."""
    return True


class FileRefused(SaveFailed):
    """A file cannot be taken into the store or given out of it; the sentence says why. Nothing was changed."""


class Stopped(Exception):
    """The person stopped the copying; nothing was kept."""


_IS_FOLDER = mark("“{name}” is a folder. Nothing was attached. Attach its files, or pack the folder into one ZIP file.")
_IS_LINK = mark("“{name}” is only a link to another file. Nothing was attached. Attach that file itself.")
_IS_DEVICE = mark("“{name}” is a device, not a file. Nothing was attached.")
_IS_GONE = mark("There is no file “{name}” any more. Nothing was attached.")
_UNREADABLE = mark("“{name}” cannot be read. Nothing was attached. Check the rights of the file, or copy it elsewhere.")
_IS_EMPTY = mark(
    "“{name}” is empty (0 bytes). Nothing was attached. See whether it was saved or downloaded completely."
)
_IS_OFFICE = mark(
    "“{name}” is the file of the open office itself. Nothing was attached. To keep a copy, make a backup."
)
_CHANGED = mark("“{name}” was changed while it was copied. Nothing was attached. Close it in the other program first.")
_NO_SPACE = mark(
    "“{name}” was not attached: there is no space left on the disk of the office. Make room and try again."
)
_NOT_KEPT = mark(
    "“{name}” was not attached: the computer did not let it be written into “{folder}” ({reason}). "
    "Check the rights of this folder."
)
_UNREADABLE_KEPT = mark("“{name}” lies in the store of the office but cannot be read. Check the rights of the folder.")
MISSING = mark(
    "“{name}” is missing from the store “{folder}”. The record still knows it. "
    "Put the store's folder back beside the office, or attach the file again."
)
ALTERED = mark(
    "“{name}” in the store is no longer what was attached: somebody or something changed it. "
    "It was not opened. Attach the file again from its source."
)


def folder_of(office: Path) -> Path:
    """Give the store of an office: the folder beside its file."""
    return office.with_name(office.name + ".files")


def place_of(store: Path, digest: str) -> Path:
    """Give where a content lies."""
    key = engine.key()
    name = key.name_of(digest) if key else digest
    return store / name[:2] / name


def take_in(source: Path, store: Path, office: Path, going: Going) -> tuple[str, int]:
    """Copy a file into the store; give digest and size. Raise ``FileRefused`` or ``Stopped``; then nothing is kept."""
    before = _look_at(source, office)
    with _opened(source, source.name, _UNREADABLE) as reader:

        def unchanged(copied: int) -> bool:
            now = os.fstat(reader.fileno())
            return copied == before.st_size and _marks(now) == _marks(before)

        return _keep(reader, source.name, before.st_size, store, going, unchanged)


def take_bytes(content: bytes, name: str, store: Path) -> tuple[str, int]:
    """Put a content that is no file yet (a pasted picture) into the store; give digest and size."""
    if not content:
        raise FileRefused(_IS_EMPTY, name=name)
    return _keep(io.BytesIO(content), name, len(content), store, go_on, lambda _copied: True)


def _look_at(source: Path, office: Path) -> os.stat_result:
    """Refuse what is no plain file with something in it, before it is opened."""
    name = source.name
    try:
        seen = source.lstat()
    except FileNotFoundError:
        raise FileRefused(_IS_GONE, name=name) from None
    except OSError as error:
        raise FileRefused(_UNREADABLE, name=name) from error
    for refused, words in (
        (stat.S_ISLNK(seen.st_mode), _IS_LINK),
        (stat.S_ISDIR(seen.st_mode), _IS_FOLDER),
        (not stat.S_ISREG(seen.st_mode), _IS_DEVICE),
        (is_of_office(seen, office), _IS_OFFICE),
        (seen.st_size == 0, _IS_EMPTY),
    ):
        if refused:
            raise FileRefused(words, name=name)
    return seen


def is_of_office(seen: os.stat_result, office: Path) -> bool:
    """Tell whether a file is the office: opening and closing it here would drop the locks that guard its saves."""
    for ending in ("", "-wal", "-shm", "-journal", ".lock"):
        with suppress(OSError):
            if os.path.samestat(seen, office.with_name(office.name + ending).stat()):
                return True
    return False


def _marks(seen: os.stat_result) -> tuple[int, int]:
    return seen.st_size, seen.st_mtime_ns


@contextmanager
def _opened(source: Path, name: str, words: str) -> Iterator[BinaryIO]:
    try:
        reader = source.open("rb")
    except OSError as error:
        raise FileRefused(words, name=name) from error
    with reader:
        yield reader


def _keep(
    reader: BinaryIO, name: str, size: int, store: Path, going: Going, unchanged: Callable[[int], bool]
) -> tuple[str, int]:
    """Write a content under a passing name and, whole and safe on the disk, put it under its digest."""
    passing = store / f"{secrets.token_hex(8)}{PASSING}"
    try:
        make_folder(store)
        with passing.open("xb") as out:
            key = engine.key()
            sealing = Sealing(out, key) if key else None
            digest, copied = _copy(reader, sealing or out, name, size, going)
            if sealing:
                sealing.finish()
            out.flush()
            os.fsync(out.fileno())
        if not unchanged(copied):
            raise FileRefused(_CHANGED, name=name)
        place = place_of(store, digest)
        make_folder(place.parent)
        put_in_place(passing, place)
    except OSError as error:
        words = _NO_SPACE if is_full(error) else _NOT_KEPT
        raise FileRefused(words, name=name, folder=store, reason=error.strerror or error) from error
    finally:
        with suppress(OSError):
            passing.unlink(missing_ok=True)
    return digest, copied


def _copy(reader: BinaryIO | Unsealing, out: BinaryIO | Sealing, name: str, size: int, going: Going) -> tuple[str, int]:
    summed, copied = hashlib.sha256(), 0
    while True:
        try:
            block = reader.read(BLOCK)
        except OSError as error:
            raise FileRefused(_UNREADABLE, name=name) from error
        if not block:
            return summed.hexdigest(), copied
        out.write(block)
        summed.update(block)
        copied += len(block)
        if not going(copied, size):
            raise Stopped


def give_out(store: Path, digest: str, name: str, out: BinaryIO, going: Going) -> None:
    """Copy a content out of the store; raise ``FileRefused`` where it is missing or is not what was attached."""
    place = place_of(store, digest)
    if state_of(store, digest) == "missing":
        raise FileRefused(MISSING, name=name, folder=store)
    with _opened(place, name, _UNREADABLE_KEPT) as reader:
        try:
            found, _ = _copy(_unsealed(reader), out, name, os.fstat(reader.fileno()).st_size, going)
        except Altered:
            found = ""
    if found != digest:
        raise FileRefused(ALTERED, name=name)


def _unsealed(reader: BinaryIO) -> BinaryIO | Unsealing:
    key = engine.key()
    return Unsealing(reader, key) if key else reader


def state_of(store: Path, digest: str, size: int | None = None) -> str:
    """Tell at a glance whether a content is "missing", "altered" (its size) or "" where all looks well."""
    try:
        seen = place_of(store, digest).lstat()
    except OSError:
        return "missing"
    if not stat.S_ISREG(seen.st_mode):
        return "missing"
    if size is not None and engine.key():
        size = sealed_size(size)
    return "altered" if size is not None and seen.st_size != size else ""


def proof(store: Path, digest: str) -> str:
    """Read a content to its end and tell whether it is "missing", "altered" or "" where it is what was attached."""
    if state_of(store, digest) == "missing":
        return "missing"
    try:
        with place_of(store, digest).open("rb") as reader:
            unsealed, summed = _unsealed(reader), hashlib.sha256()
            while block := unsealed.read(BLOCK):
                summed.update(block)
    except (OSError, Altered):
        return "altered"
    return "" if summed.hexdigest() == digest else "altered"


def sweep(store: Path) -> None:
    """Take away what a program that died was still copying; only the one that holds the office may call this."""
    with suppress(OSError):
        for passing in store.glob(f"*{PASSING}"):
            passing.unlink(missing_ok=True)
