"""The book of changes: a row a save, with every field from what to what."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from models import engine
from models.history import chain
from models.history.sealing import read_details, unseal


@dataclass(frozen=True)
class FieldChange:
    """One field's change; ``path`` is the field, or ``field/row uuid/field`` inside detail rows."""

    path: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Entry:
    """One save, removal, restoring or step, as history shows it."""

    at: str
    who: str
    deed: str
    version: int
    changes: tuple[FieldChange, ...]
    note: str | None


@dataclass(frozen=True)
class Told:
    """One row of the whole book: its number, of which record it tells, and what; ``part_of`` is its deed in words."""

    id: int
    kind: str
    record: int
    entry: Entry
    part_of: int | None


def now() -> str:
    """Give the moment as history writes it."""
    return datetime.now().isoformat(timespec="seconds")


def write(
    who: str,
    deed: str,
    kind: str,
    record: int,
    version: int,
    changes: list[FieldChange],
    note: str | None = None,
    deed_id: int | None = None,
) -> None:
    """Write one row of history inside the running transaction; ``deed_id`` is the ``Deed`` that it is part of."""
    details = json.dumps([[c.path, c.old, c.new] for c in changes], ensure_ascii=False, default=plain)
    chain.append("change", (now(), who, deed, kind, record, version, details, note, deed_id))


def write_step(who: str, kind: str, record: int, step: tuple[str | None, str], on_day: str, note: str | None) -> None:
    """Write one row of a record's life inside the running transaction."""
    chain.append("state_change", (kind, record, *step, on_day, now(), who, note))


def plain(value: Any) -> Any:
    """Give a value as JSON can hold it."""
    return str(value) if isinstance(value, Decimal) else value


def read(kind: str, record: int) -> list[Entry]:
    """Give the history of a record, newest first."""
    asked = "SELECT at, who, deed, version, details, note FROM change WHERE kind = ? AND record = ? ORDER BY id DESC"
    return [_entry(*row) for row in engine.rows(asked, (kind, record))]


def everything() -> Iterator[Told]:
    """Give the whole history of the office, oldest first."""
    for row, _ in chain.walk("change"):
        number, at, who, deed, kind, record, version, details, note, deed_id = row
        yield Told(number, kind, record, _entry(at, who, deed, version, details, note), deed_id)


def _entry(at: str, who: str, deed: str, version: int, details: str, note: str | None) -> Entry:
    changes = tuple(FieldChange(path, unseal(old), unseal(new)) for path, old, new in read_details(details))
    return Entry(at, who, deed, version, changes, note)


def read_steps(kind: str, record: int) -> list[tuple[str | None, str, str, str, str | None]]:
    """Give the life of a record, newest first: from, to, day, who, why."""
    asked = 'SELECT start, "end", on_day, who, note FROM state_change WHERE kind = ? AND record = ? ORDER BY id DESC'
    return engine.rows(asked, (kind, record))
