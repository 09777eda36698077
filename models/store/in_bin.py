"""What a step brought that links to a record in the bin: it is allowed, and said afterwards."""

import json
from collections.abc import Iterator
from typing import Any

from models import engine
from models.attached import Links, Rows
from models.fields import Link
from models.kinds import KINDS, rows_of
from models.store.reading import names


def named_in_bin(deeds: list[int]) -> list[str]:
    """Give the names of records in the bin to which the values link that deeds, or their undoing, left; each once."""
    among = ", ".join("?" * len(deeds))
    asked = (
        "SELECT kind, record, details FROM change WHERE deed_id IN "
        f"(SELECT COALESCE(undone_by, id) FROM deed WHERE id IN ({among})) ORDER BY id"
    )
    left: dict[tuple[str, int, str], Any] = {}  # what was set twice counts as it was set last
    for kind, record, details in engine.rows(asked, deeds):
        left |= {(kind, record, path): new for path, _, new in json.loads(details) if kind in KINDS}
    meant: dict[str, set[int]] = {}
    for (kind, _, path), value in left.items():
        for other, number in _named(kind, path, value):
            meant.setdefault(other, set()).add(number)
    return [name for kind, numbers in meant.items() for name in _binned(kind, numbers)]


def _named(kind: str, path: str, value: Any) -> Iterator[tuple[str, int]]:
    """Give the records that a value links to, by kind and number."""
    name, _, rest = path.partition("/")
    field = KINDS[kind].field_or_none(name)
    if rest and isinstance(field, Rows):
        field = rows_of(field).field_or_none(rest.partition("/")[2])
    if isinstance(field, Link) and value:
        yield field.rel_model.kind, int(value)
    elif isinstance(field, Links):
        for reference in value or ():
            other, _, number = reference.partition(":")
            yield other, int(number)


def _binned(kind: str, numbers: set[int]) -> list[str]:
    among = ", ".join(str(number) for number in sorted(numbers))
    asked = f'SELECT id FROM "{KINDS[kind]._meta.table_name}" WHERE id IN ({among}) AND removed_at IS NOT NULL'
    found = [number for (number,) in engine.rows(asked)]
    known = names(kind, found)
    return [known.get(number, f"{kind}:{number}") for number in found]
