"""Going over all contents of a store when its office is encrypted, decrypted or given a new key.

The new contents lie beside the old ones, under other names, until the database is on the new side: whichever side holds
in the end, all its contents are there, and those of the other side can be told by the key in their heads.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from models.attachments.blobs import PASSING, Going, Stopped
from models.files import keep_names, make_folder, put_in_place, wipe
from models.vault import DataKey
from models.vault.streams import HEAD, PIECE, Altered, Sealing, Unsealing, key_id

_DAMAGED = "damaged"  # a folder of the store for contents that no key opens any more


def contents(store: Path, key: str) -> Iterator[Path]:
    """Give the contents that were kept under the key of this id, "" for those without a lock."""
    for place in sorted(store.glob("[0-9a-f][0-9a-f]/*")):
        with place.open("rb") as file:
            head = file.read(HEAD)
        if key_id(head) == key:
            yield place


def weight(store: Path) -> int:
    """Give the bytes of all contents."""
    return sum(place.stat().st_size for place in store.glob("[0-9a-f][0-9a-f]/*"))


def reseal(store: Path, old: DataKey | None, new: DataKey | None, digests: Iterable[str], going: Going) -> None:
    """Write every content anew under the new key; None is no lock. Raises ``OSError`` or ``Stopped``.

    One that cannot be opened any more is laid aside: it was lost before, and must not hold up the others.
    """
    if not store.is_dir():
        return
    known = {_name(digest, old): digest for digest in digests}
    done, whole = 0, weight(store)
    for place in list(contents(store, old.id if old else "")):
        done += place.stat().st_size
        try:
            _reseal(place, store, old, new, known.get(place.name, ""))
        except Altered:
            make_folder(store / _DAMAGED)
            place.replace(store / _DAMAGED / place.name)
        if not going(done, whole):
            raise Stopped
    keep_names(store)


def bring(source: Path, store: Path, old: DataKey | None, new: DataKey | None, digests: Iterable[str]) -> list[str]:
    """Bring contents from one store into another, which has another key; give their names there. Raises ``OSError``.

    What the source lacks, or what cannot be opened any more, is left out.
    """
    names = []
    for digest in digests:
        place, target = _place(source, digest, old), _place(store, digest, new)
        if not target.is_file():
            if not place.is_file():
                continue
            with suppress(Altered):
                make_folder(store)
                _reseal(place, store, old, new, digest)
        if target.is_file():
            names.append(target.name)
    return names


def mend(source: Path, store: Path, old: DataKey | None, new: DataKey | None, digests: Iterable[str]) -> None:
    """Write anew what a store lacks or holds altered, wherever the source has it as it was. Raises ``OSError``."""
    for digest in digests:
        place = _place(source, digest, old)
        if not _is_whole(_place(store, digest, new), new, digest) and _is_whole(place, old, digest):
            make_folder(store)
            _reseal(place, store, old, new, digest)


def _is_whole(place: Path, key: DataKey | None, digest: str) -> bool:
    try:
        with place.open("rb") as file:
            return _sum(Unsealing(file, key) if key else file) == digest
    except (OSError, Altered):
        return False


def drop(store: Path, key: str) -> None:
    """Take away the contents of one side, and what was cut short; overwritten first where they had no lock."""
    for passing in store.glob(f"*{PASSING}"):
        wipe(passing)
    for place in list(contents(store, key)):
        wipe(place) if key == "" else place.unlink(missing_ok=True)
        with suppress(OSError):
            place.parent.rmdir()  # only where nothing is left in it


def _name(digest: str, key: DataKey | None) -> str:
    return key.name_of(digest) if key else digest


def _place(store: Path, digest: str, key: DataKey | None) -> Path:
    name = _name(digest, key)
    return store / name[:2] / name


def _reseal(place: Path, store: Path, old: DataKey | None, new: DataKey | None, digest: str) -> None:
    passing = store / f"{secrets.token_hex(8)}{PASSING}"
    try:
        with place.open("rb") as file, passing.open("xb") as out:
            found = _copy(Unsealing(file, old) if old else file, Sealing(out, new) if new else out)
            out.flush()
            os.fsync(out.fileno())
        # An altered content keeps the name of what it was, so that it goes on being told as altered.
        target = _place(store, digest or (found if old else place.name), new)
        make_folder(target.parent)
        put_in_place(passing, target)
    finally:
        passing.unlink(missing_ok=True)


def _sum(reader: BinaryIO | Unsealing) -> str:
    summed = hashlib.sha256()
    while block := reader.read(PIECE):
        summed.update(block)
    return summed.hexdigest()


def _copy(reader: BinaryIO | Unsealing, out: BinaryIO | Sealing) -> str:
    summed = hashlib.sha256()
    while block := reader.read(PIECE):
        out.write(block)
        summed.update(block)
    if isinstance(out, Sealing):
        out.finish()
    return summed.hexdigest()
