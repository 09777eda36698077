"""Values of history put back into a record: what differs from them now, and how each is set."""

from decimal import Decimal
from typing import Any

from models.attached import Links, Rows
from models.fields import Amount, Many
from models.history.sealing import is_sealed, unseal
from models.kinds import rows_of
from models.record import Detail, Entity, Record
from models.store import past, snapshot

BESIDE = past.BESIDE


def is_lost(value: Any) -> bool:
    """Tell whether a value was sealed with a key that is destroyed."""
    return is_sealed(value) and is_sealed(unseal(value))


def differing(record: Record, values: dict[str, Any], *, whole: bool) -> list[str]:
    """Give the paths whose values now are not these; of a ``whole`` record also those that are no part of them.

    What the program itself works out or counts is left out.
    """
    now = _flat(record)
    paths = dict.fromkeys([*values, *now]) if whole else values
    return [path for path in paths if not _own(record, path) and not _same(path, now.get(path), values.get(path))]


def _flat(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in snapshot.take(record).items():
        if isinstance(value, dict):
            found |= {f"{name}/{uuid}/{each}": told for uuid, row in value.items() for each, told in row.items()}
        else:
            found[name] = value
    return found


def _own(record: Record, path: str) -> bool:
    """Tell whether the program works a value out at each save."""
    name, _, rest = path.partition("/")
    kind: type[Entity] = type(record)
    if rest:
        kind, name = rows_of(kind.field(name)), rest.partition("/")[2]  # type: ignore[arg-type]
    field = kind.field_or_none(name)
    return name == "rank" or (field is not None and field.computed)


def _same(path: str, now: Any, told: Any) -> bool:
    told = unseal(told)
    if path == "removed_at":
        return bool(now) == bool(told)
    if isinstance(now, Decimal) and told not in (None, ""):
        return round(now - Decimal(str(told)), 4) == 0
    return (now or None) == (told or None) if _empty(now) or _empty(told) else bool(now == told)


def _empty(value: Any) -> bool:
    return value in (None, "", [])


def put(record: Record, values: dict[str, Any]) -> None:
    """Set values of history in a record and its rows, sealed ones opened."""
    rows: dict[str, dict[str, dict[str, Any]]] = {}
    for path, value in values.items():
        name, _, rest = path.partition("/")
        if rest:
            uuid, _, column = rest.partition("/")
            rows.setdefault(name, {}).setdefault(uuid, {})[column] = value
        else:
            _set(record, name, value)
    for name, told in rows.items():
        _put_rows(record, type(record).field(name), told)  # type: ignore[arg-type]


def _put_rows(record: Record, field: Rows, told: dict[str, dict[str, Any]]) -> None:
    present: dict[str, Detail] = {row.uuid: row for row in getattr(record, field.name)}
    for uuid, values in told.items():
        if "rank" in values and values["rank"] is None:  # it was not there before
            present.pop(uuid, None)
            continue
        if uuid not in present:
            present[uuid] = rows_of(field)(uuid=uuid)
        for column, value in values.items():
            _set(present[uuid], column, value)
    setattr(record, field.name, sorted(present.values(), key=lambda row: row.rank))


def _set(entity: Entity, name: str, value: Any) -> None:
    value = unseal(value)
    field = entity.field_or_none(name)
    if isinstance(field, Links | Many):
        value = list(value or ())
    elif isinstance(field, Amount) and value is not None:
        value = Decimal(str(value))
    setattr(entity, name, value)
