"""The attached files of a copy: brought after the snapshot, each content once for all copies of a folder."""

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models import attachments, engine
from models.attachments import blobs
from models.files import make_folder, put_in_place

FOLDER = "-backups"
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Brought:
    """The names under which the contents of a copy lie, and how many were not to be had."""

    names: tuple[str, ...]
    lacking: int


def files_of(copy: Path) -> Path:
    """Give where the files of a copy lie: shared by all copies of a folder of backups, else beside the copy."""
    return copy.parent / "files" if copy.parent.name.endswith(FOLDER) else attachments.folder_of(copy)


def bring(copy: Path, store: Path, target: Path) -> Brought:
    """Bring what a copy names from the store of the open office; raise ``OSError``.

    The copy was made before: whatever it names was in the store then, and stays there. A content that is missing or
    altered in the store itself is counted as lacking and does not spoil the copy.
    """
    names, lacking = [], 0
    for digest, size in _named(copy):
        place = blobs.place_of(target, digest)
        if blobs.state_of(target, digest, size):
            _take(blobs.place_of(store, digest), place, target)
            if blobs.proof(target, digest):
                place.unlink(missing_ok=True)
                lacking += 1
                continue
        names.append(place.name)
    return Brought(tuple(names), lacking)


def _named(copy: Path) -> list[tuple[str, int]]:
    with engine.apart(copy) as ask:
        if not ask("SELECT 1 FROM sqlite_master WHERE name = 'attachment'"):
            return []  # an office of an older program, copied before it is brought up to date
        return [(digest, size) for digest, size in ask("SELECT DISTINCT digest, size FROM attachment")]


def _take(source: Path, place: Path, target: Path) -> None:
    """Copy a content byte for byte (an encrypted one stays so) under a passing name, then put it in place."""
    if not source.is_file():
        return
    for folder in (target, place.parent):
        make_folder(folder)
    passing = target / f"{secrets.token_hex(8)}{blobs.PASSING}"
    try:
        write_whole(source, passing)
        put_in_place(passing, place)
    finally:
        with suppress(OSError):
            passing.unlink(missing_ok=True)


def write_whole(source: Path, target: Path) -> None:
    """Copy a file and see to it that it is on the disk."""
    with source.open("rb") as reader, target.open("wb") as out:
        while block := reader.read(_BLOCK):
            out.write(block)
        out.flush()
        os.fsync(out.fileno())


def copy_missing(source: Path, names: Iterable[str], target: Path) -> int:
    """Copy the contents that a folder of contents lacks; give how many."""
    done = 0
    for name in names:
        place, there = target / name[:2] / name, source / name[:2] / name
        if not place.is_file() and there.is_file():
            _take(there, place, target)
            done += 1
    return done


def unnamed(folder: Path, named: set[str]) -> list[Path]:
    """Give the contents that no copy of a folder names, and what was left half written."""
    store = folder / "files"
    return [each for each in store.glob("*/*") if each.name not in named] + list(store.glob(f"*{blobs.PASSING}"))
