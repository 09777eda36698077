"""What the tests of the three lives share: a table of steps walked through the store, one missing thing at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models import engine, store
from models.errors import Refused
from models.record import Numbered


@dataclass(frozen=True)
class Way:
    """One line of the practice: from, to, what must be filled in (with a good value), whether a reason is asked."""

    start: str
    end: str
    needs: Mapping[str, Any] = field(default_factory=dict)
    reason: bool = False

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


def forward(record: Numbered) -> set[tuple[str, str, bool]]:
    """Give the declared steps of a record's life, without the ways back."""
    return {(step.start, step.end, step.reason) for step in record.lifecycle().steps}


def told(ways: list[Way]) -> set[tuple[str, str, bool]]:
    return {(way.start, way.end, way.reason) for way in ways}


def put(record: Numbered, state: str) -> Numbered:
    """Put a saved record into a state, as if it had lived up to it, and load it anew."""
    table = type(record)._meta.table_name
    engine.execute(f'UPDATE "{table}" SET state = ? WHERE id = ?', (state, record.id))
    loaded = store.load(record.kind, record.id)
    assert isinstance(loaded, Numbered)
    return loaded


def fill(record: Any, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(record, name, value() if callable(value) else value)


def complaints(record: Numbered, end: str, note: str | None = "vì lý do khác") -> list[str]:
    """Give the fields that stand in the way of a step, or nothing where it was taken."""
    try:
        store.move(record, end, note=note)
    except Refused as refused:
        return [complaint.field for complaint in refused.complaints]
    return []
