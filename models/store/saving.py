"""Saving: rules, then one transaction with version check, history and search text, then the news."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from models import days, engine, history
from models.attached import Links, Rows
from models.checks import Complaint
from models.errors import Closed, Refused, Stale
from models.kinds import rows_of
from models.record import Detail, Entity, Numbered, Record
from models.store import indexing, snapshot
from models.store.opening import writing
from models.text import mark

Listener = Callable[[set[str]], None]
_listeners: list[Listener] = []


def on_change(listener: Listener) -> Callable[[], None]:
    """Call ``listener`` with the kinds changed after each commit; give what ends it."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def _announce(kinds: set[str]) -> None:
    for listener in _listeners:
        listener(kinds)


def save(record: Record, *, draft: bool = False, note: str | None = None) -> Record:
    """Save a record whole, or as a draft with required fields missing.

    Raises ``Refused`` with complaints, ``Stale`` where somebody saved in between, ``Closed``, ``SaveFailed``; then
    nothing was saved. Saving the same new record twice (same identity) saves it once.
    """
    _prepare(record, draft)
    complaints = [each for each in record.complaints() + ([] if draft else record.missing()) if not each.warning]
    if complaints:
        raise Refused(complaints)
    before = snapshot.kept(record)
    if isinstance(record, Numbered) and record.id and not before.get("draft") and before.get("state") != record.state:
        raise Refused([Complaint("state", mark("The state of a saved record changes by a step, not by saving."))])
    if isinstance(record, Numbered) and record.id and before.get("state") in record.lifecycle().closed:
        raise Closed(mark("The record is closed. Reopen it with a reason before you change it. Nothing was saved."))
    _commit(record, "edit" if record.id else "create", note)
    return record


def _prepare(record: Record, draft: bool) -> None:
    record.draft = draft
    record.uuid = record.uuid or str(uuid4())
    for field in type(record).described():
        if isinstance(field, Rows):
            for place, row in enumerate(getattr(record, field.name)):
                row.uuid, row.rank = row.uuid or str(uuid4()), place
                row.complete()
    record.complete()
    if isinstance(record, Numbered) and not record.id:
        cycle = record.lifecycle()
        if record.state not in (cycle.first, *cycle.late_entry):
            record.state = cycle.first


def move(record: Numbered, end: str, *, on_day: str | None = None, note: str | None = None) -> Numbered:
    """Take a record's step to another state; raise ``Refused`` where something stands in the way."""
    step = record.lifecycle().step(record.state, end)
    if step is None:
        raise Refused([Complaint("state", mark("This step is not possible from here."))])
    _prepare(record, False)
    found = [each for each in record.complaints() + record.step_complaints(step) if not each.warning]
    if step.reason and not note:
        found.append(Complaint("note", mark("Give the reason.")))
    if not record.closed():
        found += [each for each in record.missing() if each not in found]
    if found:
        raise Refused(found)
    start, record.state = record.state, end
    record.state_since = on_day or days.today().isoformat()
    try:
        _commit(record, "step", note, (start, end))
    except BaseException:
        record.state = start
        raise
    return record


def remove(record: Record, note: str | None = None) -> None:
    """Mark a record as removed; it leaves lists and search, nothing is deleted."""
    record.removed_at, record.removed_by = history.now(), _who()
    _commit(record, "remove", note)


def restore(record: Record) -> None:
    """Take a removal back."""
    record.removed_at, record.removed_by = None, None
    _commit(record, "restore", None)


def purge_personal(record: Record) -> int:
    """Empty the personal fields of a record and its rows, and destroy the keys that unseal them in history."""
    owners: list[Entity] = [record]
    for field in type(record).described():
        if isinstance(field, Rows):
            owners += getattr(record, field.name)
    for owner in owners:
        for field in type(owner).described():
            if field.personal:
                setattr(owner, field.name, None)
    purged = len(snapshot.changes(record))
    _commit(record, "purge", None, purged=[owner.uuid for owner in owners])
    return purged


def _who() -> str:
    from models import preferences

    return preferences.who()


def _commit(
    record: Record,
    deed: str,
    note: str | None,
    step: tuple[str | None, str] | None = None,
    purged: Sequence[str] = (),
) -> None:
    """Write a checked record in one transaction and tell the listeners."""
    with writing():
        if not record.id and _saved_already(record):
            return
        number = _number(record)
        found = snapshot.changes(record)
        if record.id and not found:
            return
        who = _who()
        _write_row(record, who, {change.path for change in found})
        _write_rows(record, found)
        _write_links(record, found)
        history.write(who, deed, record.kind, record.id, record.version + 1, found, note)
        if isinstance(record, Numbered) and (step or number):
            on_day = record.state_since or days.today().isoformat()
            history.write_step(who, record.kind, record.id, step or (None, record.state or ""), on_day, note)
        indexing.keep(record, found)
        for owner in purged:
            history.destroy_key(owner)
    record.version += 1
    snapshot.keep(record)
    _announce({record.kind})


def _saved_already(record: Record) -> bool:
    table = type(record)._meta.table_name
    found = engine.rows(f"SELECT id, version FROM {table} WHERE uuid = ?", (record.uuid,))
    if found:
        record.id, record.version = found[0]
    return bool(found)


def _number(record: Record) -> bool:
    """Give the file code when a record leaves draft; tell whether one was given now."""
    if not isinstance(record, Numbered) or record.draft or record.code:
        return False
    year = record.number_year()
    asked = (
        "INSERT INTO number_given (letters, year, last) VALUES (?, ?, 1) "
        "ON CONFLICT (letters, year) DO UPDATE SET last = last + 1 RETURNING last"
    )
    record.code = f"{year}-{engine.rows(asked, (record.letters, year))[0][0]:03d}-{record.letters}"
    return True


def _stored(row: Entity, names: set[str] | None = None) -> dict[str, Any]:
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
        values = _stored(record) | {"version": 1}
        record.id = _insert(table, values)
        record.version = 0
        return
    values = _stored(record, (changed | {"updated_at", "updated_by", "removed_by"}) - {"version"})
    setters = ", ".join(f'"{column}" = ?' for column in values)
    done = engine.execute(
        f'UPDATE "{table}" SET {setters}, version = version + 1 WHERE id = ? AND version = ?',
        [*values.values(), record.id, record.version],
    )
    if done.rowcount != 1:
        found = engine.rows(f'SELECT updated_by, updated_at FROM "{table}" WHERE id = ?', (record.id,))
        who_else, at = found[0] if found else ("?", "?")
        raise Stale(record.kind, record.id, who_else or "?", at or "?")


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
    values = _stored(row)
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
