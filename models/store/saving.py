"""Saving: rules, then one transaction with version check, history and search text, then the news."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from models import carrying, days, engine, history, recurring
from models.attached import Rows
from models.checks import Complaint
from models.errors import Closed, Refused
from models.fields import Text
from models.fold import clean
from models.record import Entity, Numbered, Record, Step
from models.store import doing, indexing, snapshot, tables, unfinished, wording
from models.store.transaction import writing
from models.text import mark

Listener = Callable[[set[str]], None]
_listeners: list[Listener] = []
_untold: set[str] = set()  # kinds saved inside a transaction that is not over yet


def on_change(listener: Listener) -> Callable[[], None]:
    """Call ``listener`` with the kinds changed after each commit; give what ends it."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def announce(kinds: set[str]) -> None:
    """Tell the listeners which kinds were saved, once the transaction is over."""
    _untold.update(kinds)
    if engine.in_transaction() or not _untold:
        return
    told = set(_untold)
    _untold.clear()
    for listener in _listeners:
        listener(told)


@contextmanager
def together(words: str = "", **values: Any) -> Iterator[None]:
    """Make several saves one transaction and one deed: all or none; the news goes out once, after it.

    ``words`` are marked and name the deed with their values (see ``wording``); without them it is named by what was
    saved. Where it fails, load again what was saved inside: the records in memory do not know that it was taken back.
    """
    try:
        with writing():
            if words:
                doing.name([words, values])
            yield
    except BaseException:
        _untold.clear()
        raise
    announce(set())


def save(record: Record, *, draft: bool = False, note: str | None = None, typed: str = "") -> Record:
    """Save a record whole, or as a draft with required fields missing.

    ``typed`` is the key of the kept text that it was made of: that goes in the same transaction. Raises ``Refused``
    with complaints, ``Stale`` where somebody saved in between, ``Closed``, ``SaveFailed``; then nothing was saved.
    Saving the same new record twice (same identity) saves it once.
    """
    with _as_it_was(record):
        _save(record, draft, note, typed)
    return record


def _save(record: Record, draft: bool, note: str | None, typed: str = "") -> None:
    prepare(record, draft)
    complaints = [each for each in record.complaints() + ([] if draft else record.missing()) if not each.warning]
    if complaints:
        raise Refused(complaints)
    before = snapshot.kept(record)
    if isinstance(record, Numbered) and record.code and draft:
        raise Refused([Complaint("code", mark("A record that has its number is no draft any more."))])
    if isinstance(record, Numbered) and record.id and not before.get("draft") and before.get("state") != record.state:
        raise Refused([Complaint("state", mark("The state of a saved record changes by a step, not by saving."))])
    if isinstance(record, Numbered) and record.id and before.get("state") in record.lifecycle().closed:
        raise Closed(mark("The record is closed. Reopen it with a reason before you change it. Nothing was saved."))
    commit(record, "edit" if record.id else "create", note, typed=typed)


def entities(record: Record) -> list[Entity]:
    """Give the record and its detail rows."""
    fields = (field for field in type(record).described() if isinstance(field, Rows))
    return [record, *(row for field in fields for row in getattr(record, field.name))]


@contextmanager
def _as_it_was(record: Record) -> Iterator[None]:
    """Where a save fails, take back what it wrote into the record (number, id, state), so that it can be repeated.

    The identity stays: by it a save whose outcome is unknown is found again.
    """
    held, version = [(entity, dict(entity.__data__)) for entity in entities(record)], record.version
    try:
        yield
    except BaseException:
        if record.version == version:  # else it was saved, and a listener failed
            for entity, values in held:
                entity.__data__ = values | {"uuid": entity.uuid}
        raise


def _clean(entity: Entity, stored: dict[str, Any]) -> None:
    """Clean every text that is not stored yet, whichever way it came: the one door for forms, samples and imports."""
    for field in type(entity).described():
        told = entity.value(field.name)
        if isinstance(field, Text) and told and told != stored.get(field.name):
            setattr(entity, field.name, clean(told, field.lines) or None)


def prepare(record: Record, draft: bool) -> None:
    """Clean what was written, number the rows, work out what follows: what every save begins with."""
    record.draft = draft
    record.uuid = record.uuid or str(uuid4())
    stored = snapshot.kept(record)
    _clean(record, stored)
    for field in type(record).described():
        if isinstance(field, Rows):
            for place, row in enumerate(getattr(record, field.name)):
                row.uuid, row.rank = row.uuid or str(uuid4()), place
                _clean(row, stored.get(field.name, {}).get(row.uuid, {}))
                row.complete()
    record.complete()
    if isinstance(record, Numbered) and not record.code:
        cycle = record.lifecycle()
        if record.state not in (cycle.first, *cycle.late_entry):
            record.state = cycle.first


def move(record: Numbered, end: str, *, on_day: str | None = None, note: str | None = None) -> Numbered:
    """Take a record's step to another state; raise ``Refused`` where something stands in the way."""
    step = record.lifecycle().step(record.state, end)
    if step is None:
        raise Refused([Complaint("state", mark("This step is not possible from here."))])
    with _as_it_was(record):
        _move(record, step, on_day, note)
    return record


def _move(record: Numbered, step: Step, on_day: str | None, note: str | None) -> None:
    prepare(record, False)
    found = [each for each in record.complaints() + record.step_complaints(step) if not each.warning]
    if step.reason and not note:
        found.append(Complaint("note", mark("Give the reason.")))
    if not record.closed():
        found += [each for each in record.missing() if each not in found]
    if found:
        raise Refused(found)
    start, record.state = record.state, step.end
    record.state_since = on_day or days.today().isoformat()
    commit(record, "step", note, (start, step.end))


def refuse_removal(*records: Record) -> None:
    """Raise ``Closed`` where one of the records cannot be removed as it is."""
    for record in records:
        if isinstance(record, Numbered) and record.closed():
            words = mark("“{name}” is closed. Reopen it with a reason before you remove it. Nothing was changed.")
            raise Closed(words, name=f"{record.code or ''} {record.heading}".strip())


def remove(record: Record, note: str | None = None) -> None:
    """Mark a record as removed; it leaves lists and search, nothing is deleted. A closed one is reopened first."""
    refuse_removal(record)
    with _as_it_was(record):
        record.removed_at, record.removed_by = history.now(), doing.who()
        commit(record, "remove", note)


def restore(record: Record) -> None:
    """Take a removal back."""
    with _as_it_was(record):
        record.removed_at, record.removed_by = None, None
        commit(record, "restore", None)


def purge_personal(record: Record, note: str | None = None, only: Collection[str] | None = None) -> int:
    """Empty the personal fields of a record and its rows, and destroy the keys that unseal them in history.

    The keys of rows and values that were taken out earlier go too, and what was typed for the record and not saved.
    ``only`` names the identities of the rows that are meant. Gives how many fields were emptied.
    """
    with _as_it_was(record), together():
        owners = [owner for owner in entities(record) if only is None or owner.uuid in only]
        for owner in owners:
            for field in type(owner).described():
                if field.personal:
                    setattr(owner, field.name, None)
        purged = len(snapshot.changes(record))
        past = history.owners(record.kind, record.id)
        keys = {owner.uuid for owner in owners} | (past if only is None else past.intersection(only))
        unfinished.drop_of(record.kind, record.id)
        commit(record, "purge", note, purged=history.holding(keys))
    return purged


def commit(
    record: Record,
    deed: str,
    note: str | None,
    step: tuple[str | None, str] | None = None,
    purged: Iterable[str] = (),
    on_day: str | None = None,
    typed: str = "",
) -> None:
    """Write a checked record in one transaction and tell the listeners; its step counts from ``on_day``."""
    note = clean(note, lines=True) if note else None
    with writing():
        if typed:  # kept any longer than this, a program that dies here would offer the text a second time
            unfinished.give_up(typed)
        if not record.id and _saved_already(record):
            return
        number = _number(record)
        found = snapshot.changes(record)
        if record.id and not found and not purged:
            return
        tables.write(record, author := doing.who(), found)
        told = (deed, record.kind, record.id, record.version + 1, found, note)
        doing.write_down(*told, lambda: wording.of_record(record, deed, found))
        if isinstance(record, Numbered) and (step or number):
            on_day = on_day or record.state_since or days.today().isoformat()
            history.write_step(author, record.kind, record.id, step or (None, record.state or ""), on_day, note)
        if step and deed == "step":
            _carry_on(record)
        indexing.keep(record, found)
        for owner in purged:
            history.destroy_key(owner)
    record.version += 1
    snapshot.keep(record)
    announce({record.kind})


def _carry_on(record: Record) -> None:
    """Make the next action of a series, or the one that goes on elsewhere, inside the transaction of its step."""
    made = recurring.following(record) or carrying.carried(record)
    if made:
        _save(made, False, None)


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
