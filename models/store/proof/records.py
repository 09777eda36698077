"""Proving the records against their history: what was entered, altered or taken away behind its back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any

import peewee

from models import engine
from models.attached import Links, Rows
from models.history import plain
from models.history.sealing import is_sealed, read_details, unseal
from models.kinds import KINDS, rows_of
from models.record import Record
from models.store.marking import MARK, marked
from models.store.past import BESIDE as LABELS
from models.store.snapshot import BESIDE
from models.text import mark, say

_UNTOLD = mark("{record} was entered behind the back of history.")
_GONE = mark("{record} was taken out of the file behind the back of history.")
_VERSION = mark("{record} is in version {n}, its history tells of version {m}: it was altered behind its back.")
_VALUE = mark("{record}: “{field}” is not what history tells: it was altered behind its back.")

_ONE_SAVE = timedelta(minutes=5)
Values = dict[str, Any]
# What each save stamps on a record: no value of its own in history, but its line tells who and when.
_STAMPS = {
    "created_at": mark("Entered at"),
    "created_by": mark("Entered by"),
    "updated_at": mark("Last changed at"),
    "updated_by": mark("Last changed by"),
    "removed_by": mark("Removed by"),
}
_GIVEN = {"nature": "OPENING"}  # migration 0006 made opening balances statistics, without a line of history


def altered_records() -> list[str]:
    """Give a sentence for each record that is not as its history tells; one sentence a record."""
    found: list[str] = []
    for kind, record in KINDS.items():
        found += _of_kind(kind, record)
    return found


def _of_kind(kind: str, record: type[Record]) -> Iterator[str]:
    stored = _stored(record)
    for number, version, values in _told(kind):
        here = stored.pop(number, None)
        name = f"{kind}:{number}"
        if here is None:
            if values is not None:
                yield say(_GONE).format(record=name)
        elif values is None or here[0] != version:
            yield say(_VERSION).format(record=name, n=here[0], m=version)
        elif path := _first_difference(values, here[1]):
            yield say(_VALUE).format(record=name, field=_label(record, path))
    yield from (say(_UNTOLD).format(record=f"{kind}:{number}") for number in stored)


def _told(kind: str) -> Iterator[tuple[int, int, Values | None]]:
    """Give each record as its history tells: number, version, values by path; no values where it was erased."""
    asked = (
        "SELECT record, version, deed, details, at, who FROM change WHERE kind = ? AND record > 0 ORDER BY record, id"
    )
    for number, rows in groupby(engine.rows(asked, (kind,)), key=lambda row: row[0]):
        newest, erased = 0, False
        values: Values = {}
        for _, version, deed, details, at, who in rows:
            told = {path: new for path, _, new in read_details(details) if not path.startswith("attachment/")}
            values |= told | _stamped(version > newest, deed, told, at, who)
            newest, erased = max(newest, version), deed == "erase"
        values[MARK] = values.get(MARK) or None
        yield number, newest, None if erased else values


def _stamped(saved: bool, deed: str, told: Values, at: str, who: str) -> Values:
    """Give what a line of history says of the stamps of its record; a file or a mark leaves them alone."""
    found: Values = {"updated_at": at, "updated_by": who} if saved else {}
    if deed == "create":
        found |= {"created_at": at, "created_by": who}
    if "removed_at" in told:
        found |= {"removed_by": who if told["removed_at"] else None}
    return found


def _stored(record: type[Record]) -> dict[int, tuple[int, Values]]:
    """Give all records of a kind as they stand in the tables: number → (version, values by path)."""
    table = record._meta.table_name
    found: dict[int, tuple[int, Values]] = {}
    for number, version, values in _rows(record, table, "version"):
        found[number] = (version, values)
    for field in record.described():
        if isinstance(field, Rows):
            _add_rows(field, found)
    asked = "SELECT from_id, field, to_kind, to_id FROM link WHERE from_kind = ? ORDER BY from_id, field, position"
    for kind, _, told in (reference.partition(":") for reference in marked()):
        if kind == record.kind and int(told) in found:
            found[int(told)][1][MARK] = True
    named = {field.name for field in record.described() if isinstance(field, Links)}
    for number, name, to_kind, to_id in engine.rows(asked, (record.kind,)):
        if name in named and number in found:
            found[number][1].setdefault(name, []).append(f"{to_kind}:{to_id}")
    return found


def _add_rows(field: Rows, found: dict[int, tuple[int, Values]]) -> None:
    detail = rows_of(field)
    owners = dict(engine.rows(f'SELECT uuid, owner_id FROM "{detail._meta.table_name}"'))
    for uuid, rank, values in _rows(detail, detail._meta.table_name, "rank", "uuid"):
        if owners[uuid] in found:
            told = values | {"rank": rank}
            found[owners[uuid]][1].update({f"{field.name}/{uuid}/{name}": value for name, value in told.items()})


def _rows(model: Any, table: str, beside: str, key: str = "id") -> Iterator[tuple[Any, Any, Values]]:
    own = [each for each in model.described() if isinstance(each, peewee.Field)]
    own += [model._meta.fields[name] for name in (*BESIDE, *_STAMPS) if name in model._meta.fields]
    listed = ", ".join(f'"{each.column_name}"' for each in own)
    for number, other, *values in engine.rows(f'SELECT "{key}", "{beside}", {listed} FROM "{table}"'):
        read = (None if v is None else each.python_value(v) for each, v in zip(own, values, strict=True))
        yield number, other, {each.name: value for each, value in zip(own, read, strict=True)}


def _first_difference(told: Values, here: Values) -> str:
    differing = (path for path in {**told, **here} if not _agree(path, told.get(path), here.get(path)))
    return next((path for path in differing if path in told or here.get(path) != _GIVEN.get(path)), "")


def _agree(path: str, told: Any, here: Any) -> bool:
    return same_moment(told, here) if path in ("created_at", "updated_at") else _same(told, here)


def same_moment(told: str | None, here: str | None) -> bool:
    """Compare two moments of one save, which are taken one after the other."""
    try:
        return abs(datetime.fromisoformat(told or "") - datetime.fromisoformat(here or "")) < _ONE_SAVE
    except ValueError:
        return told == here


def _same(told: Any, here: Any) -> bool:
    """Compare a value of history with a stored one; purging tells of the emptied value, so a lost key is no excuse."""
    if is_sealed(told):
        told, here = unseal(told), None if here is None else str(here)
    if isinstance(here, Decimal):
        return told is not None and Decimal(str(told)) == here
    return (told if told != [] else None) == (plain(here) if here != [] else None)


def _label(record: type[Record], path: str) -> str:
    """Name a field of a record, or of one of its rows."""
    name, _, rest = path.partition("/")
    field = record.field_or_none(name)
    if field is None or not rest:
        return say(field.label if field else (LABELS | _STAMPS).get(name, name))
    column = rest.partition("/")[2]
    assert isinstance(field, Rows)
    inner = rows_of(field).field_or_none(column)
    return f"{say(field.label)}, {say(inner.label) if inner else column}"
