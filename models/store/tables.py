"""A record on its way into the tables: its own row with the version check, its detail rows, its links."""

from typing import Any

from models import engine, history
from models.attached import Links, Rows
from models.errors import Stale
from models.kinds import rows_of
from models.record import Detail, Entity, Record


def write(record: Record, who: str, found: list[history.FieldChange]) -> None:
    """Write what changed of a record inside the running transaction; raise ``Stale``."""
    _write_row(record, who, {change.path for change in found})
    _write_rows(record, found)
    _write_links(record, found)


def stored(row: Entity, names: set[str] | None = None) -> dict[str, Any]:
    """Give column → value as the database takes it, for all or the named fields, sort keys beside them."""
    fields = type(row)._meta.fields
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name == "id" or (names is not None and name not in names):
            continue
        value = row.__data__.get(name)
        values[field.column_name] = field.db_value(value)
        if f"{name}_key" in fields:
            values[f"{name}_key"] = field.key(value)
    return values


def _write_row(record: Record, who: str, changed: set[str]) -> None:
    table = type(record)._meta.table_name
    record.updated_at, record.updated_by = history.now(), who
    if not record.id:
        record.created_at, record.created_by = record.updated_at, who
        values = stored(record) | {"id": _free_number(record, table), "version": 1}
        record.id = _insert(table, values)
        record.version = 0
        return
    values = stored(record, (changed | {"updated_at", "updated_by", "removed_by"}) - {"version"})
    setters = ", ".join(f'"{column}" = ?' for column in values)
    done = engine.execute(
        f'UPDATE "{table}" SET {setters}, version = version + 1 WHERE id = ? AND version = ?',
        [*values.values(), record.id, record.version],
    )
    if done.rowcount != 1:
        found = engine.rows(f'SELECT updated_by, updated_at FROM "{table}" WHERE id = ?', (record.id,))
        who_else, at = found[0] if found else ("?", "?")
        raise Stale(record.kind, record.id, who_else or "?", at or "?")


def _free_number(record: Record, table: str) -> int:
    """Give the next number of a kind; those of erased records, of which history still tells, are never given again."""
    asked = f'SELECT max(id) FROM "{table}" UNION ALL SELECT max(record) FROM change WHERE kind = ?'
    return max(number or 0 for (number,) in engine.rows(asked, (record.kind,))) + 1


def _insert(table: str, values: dict[str, Any]) -> int:
    names = ", ".join(f'"{column}"' for column in values)
    done = engine.execute(
        f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(values))})', list(values.values())
    )
    return int(done.lastrowid)


def _write_rows(record: Record, found: list[history.FieldChange]) -> None:
    """Write the detail rows that changed, by their identity."""
    touched = {tuple(change.path.split("/")[:2]) for change in found if "/" in change.path}
    for field in type(record).described():
        if not isinstance(field, Rows):
            continue
        table = rows_of(field)._meta.table_name
        present = {row.uuid: row for row in getattr(record, field.name)}
        for name, uuid in touched:
            if name == field.name:
                _write_detail(table, record, uuid, present.get(uuid))


def _write_detail(table: str, record: Record, uuid: str, row: Detail | None) -> None:
    if row is None:
        engine.execute(f'DELETE FROM "{table}" WHERE uuid = ?', (uuid,))
        return
    row.owner = record.id
    values = stored(row)
    if row.id:
        setters = ", ".join(f'"{column}" = ?' for column in values)
        engine.execute(f'UPDATE "{table}" SET {setters} WHERE id = ?', [*values.values(), row.id])
    else:
        row.id = _insert(table, values)


def _write_links(record: Record, found: list[history.FieldChange]) -> None:
    changed = {change.path for change in found}
    for field in type(record).described():
        if not isinstance(field, Links) or field.name not in changed:
            continue
        engine.execute(
            "DELETE FROM link WHERE from_kind = ? AND from_id = ? AND field = ?", (record.kind, record.id, field.name)
        )
        for place, reference in enumerate(dict.fromkeys(getattr(record, field.name))):
            kind, _, number = reference.partition(":")
            engine.execute(
                "INSERT INTO link (from_kind, from_id, field, to_kind, to_id, position) VALUES (?, ?, ?, ?, ?, ?)",
                (record.kind, record.id, field.name, kind, int(number), place),
            )
