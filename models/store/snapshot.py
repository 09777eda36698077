"""What a record held when it was read, and what a save changes of it."""

from functools import cache
from typing import Any

import peewee

from models.attached import Links, Rows
from models.history import FieldChange, plain, seal
from models.record import Detail, Entity, Record

KEPT = "_kept"
BESIDE = ("draft", "state", "state_since", "unknown", "removed_at")


def columns(record: Entity) -> dict[str, Any]:
    """Give the plain values of a row's columns, sort keys left out."""
    return {name: record.__data__.get(name) for name in _names(type(record))}


@cache
def _names(kind: type[Entity]) -> tuple[str, ...]:
    own = [field.name for field in kind.described() if isinstance(field, peewee.Field)]
    return (*own, *(name for name in BESIDE if name in kind._meta.fields))


def take(record: Record) -> dict[str, Any]:
    """Give everything a record holds: columns, detail rows by identity, links."""
    held = columns(record)
    for field in type(record).described():
        if isinstance(field, Rows):
            held[field.name] = {row.uuid: columns(row) | {"rank": row.rank} for row in getattr(record, field.name)}
        elif isinstance(field, Links):
            held[field.name] = list(getattr(record, field.name))
    return held


def keep(record: Record) -> None:
    """Remember what the record holds now as what is stored."""
    record.__dict__[KEPT] = take(record)


def kept(record: Record) -> dict[str, Any]:
    """Give what was stored when the record was read; nothing for a new one."""
    return record.__dict__.get(KEPT, {})


def changes(record: Record) -> list[FieldChange]:
    """Give every field that differs from what is stored; personal values are sealed."""
    old, new = kept(record), take(record)
    found: list[FieldChange] = []
    for name, value in new.items():
        before = old.get(name)
        if isinstance(value, dict):
            found += _row_changes(record, name, before or {}, value)
        elif plain(before) != plain(value) and not (before is None and value in ([], None)):
            found.append(_sealed(type(record), record.uuid, name, FieldChange(name, before, value)))
    return found


def _row_changes(record: Record, name: str, old: dict[str, Any], new: dict[str, Any]) -> list[FieldChange]:
    from models.kinds import DETAILS

    kind: type[Detail] = DETAILS[type(record).field(name).kind]  # type: ignore[attr-defined]
    found = []
    for uuid in [*old, *(each for each in new if each not in old)]:
        before, after = old.get(uuid, {}), new.get(uuid, {})
        for each in dict.fromkeys([*before, *after]):
            if plain(before.get(each)) != plain(after.get(each)):
                change = FieldChange(f"{name}/{uuid}/{each}", before.get(each), after.get(each))
                found.append(_sealed(kind, uuid, each, change))
    return found


def _sealed(kind: type[Entity], uuid: str, name: str, change: FieldChange) -> FieldChange:
    field = kind.field_or_none(name)
    if field is None or not field.personal:
        return change
    return FieldChange(change.path, seal(uuid, change.old), seal(uuid, change.new))
