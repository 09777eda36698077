"""Disks without room: one that is really full, and one on which no file may grow past a size."""

import ctypes
import os
import resource
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

SIZE = 12_000_000  # bytes of the small disk
_NEW_MOUNTS, _PRIVATE, _DEEP = 0x20000, 1 << 18, 1 << 14  # what Linux calls CLONE_NEWNS, MS_PRIVATE, MS_REC


class Disk(Protocol):
    """A place to work in whose room can be taken away for a while."""

    folder: Path

    def with_room(self, room: int) -> AbstractContextManager[None]:
        """Leave so many bytes."""


class Limited:
    """A folder in which no file may grow past a size, as where a person's share of a disk is used up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    @contextmanager
    def with_room(self, room: int) -> Iterator[None]:
        """Let every file end there."""
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


class Small:
    """A small disk in memory, seen by this process alone and gone with it; raises ``OSError`` where that is not let."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        system = ctypes.CDLL(None, use_errno=True)
        for done in (
            lambda: system.unshare(_NEW_MOUNTS),
            lambda: system.mount(b"none", b"/", None, _PRIVATE | _DEEP, None),
            lambda: system.mount(b"tmpfs", str(folder).encode(), b"tmpfs", 0, f"size={SIZE}".encode()),
        ):
            if done() != 0:
                raise OSError(ctypes.get_errno(), "no small disk here")

    @contextmanager
    def with_room(self, room: int) -> Iterator[None]:
        """Fill the disk up to the last bytes."""
        disk = os.statvfs(self.folder)
        ballast = self.folder / "ballast"
        with ballast.open("wb") as out:
            os.posix_fallocate(out.fileno(), 0, max(1, disk.f_bavail * disk.f_frsize - room))
        try:
            yield
        finally:
            ballast.unlink()
