"""Rows read straight from the pages of a table, each for itself: one that is destroyed takes no other with it."""

import struct
from collections.abc import Iterator
from typing import Any

from models.salvage.pages import Pages

LEAF, INNER = 13, 5  # what the first byte of a page of a table says
_HEAD = {LEAF: 8, INNER: 12}
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
Row = tuple[int, list[Any]]


class Damaged(Exception):
    """Something is not built as it has to be."""


def kind_of(number: int, page: bytes | None) -> int:
    """Tell what a page is: ``LEAF`` or ``INNER`` of a table, 0 for anything else or what is built wrongly."""
    if page is None:
        return 0
    at = 100 if number == 1 else 0
    if page[at] not in _HEAD:
        return 0
    cells = int.from_bytes(page[at + 3 : at + 5], "big")
    room = at + _HEAD[page[at]] + 2 * cells
    whole = room < len(page) and all(room <= place < len(page) for place in _cells(number, page))
    return page[at] if whole else 0


def _cells(number: int, page: bytes) -> Iterator[int]:
    at = 100 if number == 1 else 0
    head = at + _HEAD[page[at]]
    for place in range(int.from_bytes(page[at + 3 : at + 5], "big")):
        yield int.from_bytes(page[head + 2 * place : head + 2 * place + 2], "big")


def children(number: int, page: bytes) -> list[int]:
    """Give the pages below an inner one, in their order."""
    at = 100 if number == 1 else 0
    found = [int.from_bytes(page[place : place + 4], "big") for place in _cells(number, page)]
    return [*found, int.from_bytes(page[at + 8 : at + 12], "big")]


def rows(pages: Pages, number: int, page: bytes) -> Iterator[Row | None]:
    """Give the rows of a leaf with their numbers; None for one that cannot be read."""
    for place in _cells(number, page):
        try:
            yield _row(pages, page, place)
        except (Damaged, IndexError, UnicodeDecodeError, struct.error):
            yield None


def _row(pages: Pages, page: bytes, place: int) -> Row:
    length, place = _varint(page, place)
    rowid, place = _varint(page, place)
    usable = pages.usable
    local = length
    if length > usable - 35:
        least = (usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (usable - 4)
        local = local if local <= usable - 35 else least
    held = page[place : place + local]
    if local < length:
        held += _further(pages, int.from_bytes(page[place + local : place + local + 4], "big"), length - local)
    if len(held) != length:
        raise Damaged
    return rowid, _values(held)


def _further(pages: Pages, number: int, length: int) -> bytes:
    """Give the rest of a long row from its own pages."""
    found, seen = b"", set()
    while len(found) < length:
        page = pages.page(number)
        if page is None or number in seen:
            raise Damaged
        seen.add(number)
        found += page[4 : pages.usable]
        number = int.from_bytes(page[:4], "big")
    return found[:length]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


def _values(held: bytes) -> list[Any]:
    end, at = _varint(held, 0)
    if not 0 < end <= len(held):
        raise Damaged
    kinds, found, place = [], [], end
    while at < end:
        kind, at = _varint(held, at)
        kinds.append(kind)
    for kind in kinds:
        value, place = _value(held, kind, place)
        found.append(value)
    if at != end or place != len(held):
        raise Damaged
    return found


def _value(held: bytes, kind: int, place: int) -> tuple[Any, int]:
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], place
    if kind in (10, 11) or kind < 0:
        raise Damaged
    width = _WIDTHS.get(kind) or (8 if kind == 7 else (kind - 12) // 2)
    part = held[place : place + width]
    if len(part) != width:
        raise Damaged
    if kind == 7:
        return struct.unpack(">d", part)[0], place + width
    if kind < 7:
        return int.from_bytes(part, "big", signed=True), place + width
    return (part.decode() if kind % 2 else part), place + width
