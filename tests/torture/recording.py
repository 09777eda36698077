"""The writer of the power cuts: the store over SQLite's own view of the disk, every write and sync written down.

A program of its own (``python -m tests.torture.recording OFFICE LOG MODE SYNC ACKNOWLEDGEMENTS``), because the store
must meet this database before any other. It uses apsw instead of sqlcipher3, so plain files only.
"""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import apsw
from playhouse.apsw_ext import APSWDatabase

from tests.torture.disk import Op, written

DISK = "written down"
REST = 7  # acknowledgements between two checkpoints

_log: list[Op] = []


class _File(apsw.VFSFile):
    """A file of which every deed is written down before it is done."""

    def __init__(self, name: Any, flags: list[int]) -> None:
        self._name = Path(name if isinstance(name, str) else name.filename()).name if name else ""
        super().__init__("", name, flags)
        self._put("open")

    def _put(self, what: str, place: int = 0, content: bytes = b"") -> None:
        if self._name:
            _log.append((what, self._name, place, content))

    def xWrite(self, data: bytes, offset: int) -> None:
        self._put("write", offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self._put("cut", size)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._put("sync")


class _Disk(apsw.VFS):
    """The disk on which every file is a written-down one."""

    def __init__(self) -> None:
        super().__init__(DISK, "")

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File(name, flags)

    def xDelete(self, name: str, syncdir: bool) -> None:
        super().xDelete(name, syncdir)
        _log.append(("delete", Path(name).name, int(syncdir), b""))


class _Cursor(apsw.Cursor):
    """Tells what other drivers' cursors tell."""

    @property
    def lastrowid(self) -> int:
        return int(self.connection.last_insert_rowid())

    @property
    def rowcount(self) -> int:
        return int(self.connection.changes())


class _Database(APSWDatabase):
    """Stands where the engine expects SQLCipher."""

    def init(self, database: Any, passphrase: str = "", uri: bool = False, **more: Any) -> None:
        super().init(database, **more)

    def _connect(self) -> apsw.Connection:
        connection = apsw.Connection(self.database, vfs=DISK)
        connection.cursor_factory = _Cursor
        connection.set_busy_timeout(5000)
        self._add_conn_hooks(connection)
        return connection


class Enough(Exception):
    """So many acknowledgements were wanted."""


def main(office: Path, log: Path, mode: str, synchronous: int, acknowledgements: int) -> None:
    """Write until so much was acknowledged, then put down what the disk went through."""
    stand_in = ModuleType("playhouse.sqlcipher_ext")
    version = tuple(int(part) for part in apsw.sqlite_lib_version().split("."))
    stand_in.__dict__.update(SqlCipherDatabase=_Database, __sqlcipher_version__=version)
    sys.modules["playhouse.sqlcipher_ext"] = stand_in
    from models import engine
    from tests.torture import writer

    engine._SILENT.clear()  # plain SQLite does not know that setting
    engine.wal_is_safe = lambda version: mode == "wal"
    plain = engine.pragmas
    engine.pragmas = lambda read_only=False: plain(read_only) | {"synchronous": synchronous}
    count = 0

    def tell(words: str) -> None:
        nonlocal count
        count += 1
        _log.append(("tell", "", 0, words.encode()))
        if count % REST == 0:
            engine.checkpoint()
        if count >= acknowledgements:
            raise Enough

    disk = _Disk()
    try:
        writer.write(office, tell=tell)
    except Enough:
        log.write_text("".join(map(written, _log)), encoding="ascii")
    finally:
        disk.unregister()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
