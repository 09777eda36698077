"""The chain of history: each row carries a digest over the row before it, so that none can be forged unseen."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from models import engine

# The columns of each chained book, in the order in which they are digested; the migration chained the oldest rows so.
BOOKS = {
    "change": ("id", "at", "who", "deed", "kind", "record", "version", "details", "note", "deed_id"),
    "state_change": ("id", "kind", "record", "start", "end", "on_day", "at", "who", "note"),
}
_PART = 2_000  # rows read at a time
_END = "chain:"  # before the name of the book: the setting that tells where its chain ends


def digest(before: bytes, row: Sequence[Any]) -> bytes:
    """Give the link of a row: SHA-256 over the link before it and the row's own values."""
    return hashlib.sha256(before + json.dumps(row, separators=(",", ":")).encode()).digest()


def append(book: str, values: Sequence[Any]) -> None:
    """Write a row (all but its number) at the end of a chain, inside the running transaction."""
    found = engine.rows(f"SELECT id, chain FROM {book} ORDER BY id DESC LIMIT 1")
    last, before = found[0] if found else (0, b"")
    row = (last + 1, *values)
    chain = digest(before or b"", row)
    engine.execute(f"INSERT INTO {book} ({columns(book)}, chain) VALUES ({'?, ' * len(row)}?)", (*row, chain))
    engine.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_END + book, json.dumps([row[0], chain.hex()])),
    )


def columns(book: str) -> str:
    """Give the chained columns of a book as SQL names them."""
    return ", ".join(f'"{name}"' for name in BOOKS[book])


def end(book: str) -> tuple[int, str]:
    """Give the last number of a book and its link, as they were kept beside it; (0, "") where nothing was written."""
    found = engine.rows("SELECT value FROM setting WHERE name = ?", (_END + book,))
    number, link = json.loads(found[0][0]) if found else (0, "")
    return number, link


def walk(book: str) -> Iterator[tuple[tuple[Any, ...], bytes]]:
    """Give the rows of a book from the first on, each with its link."""
    last = -(1 << 63)
    while rows := engine.rows(
        f"SELECT {columns(book)}, chain FROM {book} WHERE id > ? ORDER BY id LIMIT {_PART}", (last,)
    ):
        for *row, chain in rows:
            yield tuple(row), bytes(chain or b"")
        last = rows[-1][0]
