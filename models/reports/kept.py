"""Rows of a register: gathered once, read again as often as wanted, in memory that does not grow with them."""

import json
import os
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from tempfile import SpooledTemporaryFile
from typing import Any, Protocol

from models import engine

BATCH = 500
_IN_MEMORY = 1_000_000  # bytes; what is more goes into a file without a name
Row = tuple[Any, ...]


class Rows(Protocol):
    """Rows whose number is known and that can be read again."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Row]: ...

    def __getitem__(self, number: int, /) -> Row: ...


def keep(rows: Iterable[Row]) -> Rows:
    """Keep rows: a few as they are, many beside the program's memory."""
    source = iter(rows)
    first = tuple(islice(source, BATCH))
    return first if len(first) < BATCH else _Many(chain(first, source))


class _Many:
    """Rows in a file that has no name, ends with them and cannot be read by anybody else: its key is kept here only."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._key = os.urandom(32)
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - it is closed when the rows are given up
        weakref.finalize(self, self._file.close)
        self._starts = [0]  # of each batch in the file, and the end
        self._count = 0
        self._at_hand: tuple[int, tuple[Row, ...]] = (-1, ())
        while part := tuple(islice(rows, BATCH)):
            packed = self._sealed(len(self._starts) - 1, json.dumps(part, default=_told).encode())
            self._file.write(packed)
            self._starts.append(self._starts[-1] + len(packed))
            self._count += len(part)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        for number in range(len(self._starts) - 1):
            yield from self._batch(number)

    def __getitem__(self, number: int) -> Row:
        batch, place = divmod(range(self._count)[number], BATCH)
        if batch != self._at_hand[0]:  # who looks at a row looks at its neighbours next
            self._at_hand = batch, self._batch(batch)
        return self._at_hand[1][place]

    def _batch(self, number: int) -> tuple[Row, ...]:
        start, end = self._starts[number : number + 2]
        self._file.seek(start)  # somebody else may have read meanwhile
        opened = self._sealed(number, self._file.read(end - start))
        return tuple(tuple(row) for row in json.loads(opened, object_hook=_meant))

    def _sealed(self, number: int, packed: bytes) -> bytes:
        """Seal or open a batch (ChaCha20 does both alike), each with a number of its own."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms

        nonce = number.to_bytes(16, "little")[::-1]
        return Cipher(algorithms.ChaCha20(self._key, nonce), None).encryptor().update(packed)


def _told(cell: Any) -> dict[str, str]:
    """Say a cell that JSON does not know: its kind and its words."""
    kind = next(name for name, each in _KINDS.items() if type(cell) is each)
    return {kind: str(cell)}


def _meant(told: dict[str, str]) -> Any:
    ((kind, words),) = told.items()
    return Decimal(words) if kind == "decimal" else _KINDS[kind].fromisoformat(words)


_KINDS: dict[str, Any] = {"day": date, "moment": datetime, "decimal": Decimal}


def numbers(asked: str, values: Sequence[Any] = ()) -> "array[int]":
    """Give the numbers of the records that a question finds, eight bytes each."""
    return array("q", (number for (number,) in engine.stream(asked, tuple(values))))


def parts(ids: Sequence[int]) -> Iterator[tuple[Sequence[int], str]]:
    """Give numbers in parts, each with its list for SQL."""
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        yield part, f"({', '.join(map(str, part))})"
