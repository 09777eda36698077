"""A disk that can lose its current: what was written and not yet synced is kept, lost, torn or put out of order."""

import base64
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512  # bytes that a disk writes whole or not at all

Op = tuple[str, str, int, bytes]
"""What was done: open, write, cut, sync, delete or tell; the file; a place or size; the bytes."""


def read_log(path: Path) -> Iterator[Op]:
    """Give what was written down, one deed a line."""
    with path.open(encoding="ascii") as log:
        for line in log:
            what, file, place, content = json.loads(line)
            yield what, file, place, base64.b64decode(content)


def written(op: Op) -> str:
    """Give the line of a deed."""
    what, file, place, content = op
    return json.dumps([what, file, place, base64.b64encode(content).decode()]) + "\n"


@dataclass
class _File:
    """What is safe of a file, and what was done to it since its last sync."""

    safe: bytearray = field(default_factory=bytearray)
    named: bool = False  # whether its name is safe too
    pending: list[Op] = field(default_factory=list)


@dataclass
class Disk:
    """The files of a folder as a disk holds them."""

    files: dict[str, _File] = field(default_factory=dict)
    gone: dict[str, bytes] = field(default_factory=dict)  # deleted files whose name may come back

    def add(self, name: str, content: bytes) -> None:
        """Put a file on the disk that was safe before."""
        self.files[name] = _File(bytearray(content), named=True)

    def do(self, op: Op) -> None:
        """Do what a program did."""
        what, name = op[:2]
        if what == "open":
            self.files.setdefault(name, _File())
        elif what in ("write", "cut"):
            self.files.setdefault(name, _File()).pending.append(op)
        elif what == "sync":
            file = self.files[name]
            for each in file.pending:
                _apply(file.safe, each)
            file.pending.clear()
            file.named = True
            self.gone.pop(name, None)
        elif what == "delete":
            file = self.files.pop(name, _File())
            self.gone.pop(name, None)
            if file.named and not op[2]:
                self.gone[name] = bytes(file.safe)

    def image(self, chance: random.Random) -> dict[str, bytes]:
        """Give what may be found after a power cut now: all that is safe, and some of the rest."""
        found: dict[str, bytes] = {name: content for name, content in self.gone.items() if chance.random() < 0.5}
        for name, file in self.files.items():
            if not file.named and chance.random() < 0.5:
                continue
            content = bytearray(file.safe)
            for op in _surviving(file.pending, chance):
                _apply(content, op)
            found[name] = bytes(content)
        return found


def _apply(content: bytearray, op: Op) -> None:
    what, _, place, data = op
    if what == "cut":
        del content[place:]
        content.extend(bytes(place - len(content)))
        return
    if len(content) < place:
        content.extend(bytes(place - len(content)))
    content[place : place + len(data)] = data


def _surviving(pending: list[Op], chance: random.Random) -> Iterator[Op]:
    """Choose which of the unsynced deeds reached the disk: up to a moment, or any of them, whole or in sectors."""
    way = chance.choice(("none", "all", "until", "some", "torn"))
    if way == "until":
        pending = pending[: chance.randrange(len(pending) + 1)]
    kept = {"none": 0.0, "all": 1.0, "until": 1.0}.get(way, chance.random())
    for op in pending:
        what, name, place, data = op
        if way != "torn" or what == "cut":
            if chance.random() < kept:
                yield op
            continue
        for start in range(0, len(data), SECTOR):
            if chance.random() < kept:
                yield what, name, place + start, data[start : start + SECTOR]
