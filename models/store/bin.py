"""The bin: what was removed, by whom and when; kept, brought back, or erased for good where somebody says so."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from models import days, engine, history, preferences, search
from models.attached import Rows
from models.attachments import blobs
from models.attachments.blobs import Going, go_on
from models.delegations import Delegation
from models.fields import Link
from models.history import FieldChange
from models.kinds import KINDS, rows_of
from models.record import Numbered, Record
from models.store import saving, unfinished
from models.store.attaching import store_folder
from models.store.linking import hanging
from models.store.many import watched
from models.store.reading import headings, load
from models.store.transaction import writing

KEPT_DAYS = 90
_OF_DELEGATION = "CASE direction WHEN 'out' THEN 'outbound' ELSE 'inbound' END"
Reference = tuple[str, int]


@dataclass(frozen=True)
class Binned:
    """A record in the bin: its kind and number, its code and name, when and by whom it was removed, its page."""

    kind: str
    id: int
    code: str
    name: str
    at: str
    who: str
    page: str

    @property
    def until(self) -> date:
        """Give the day until which it is kept in any case."""
        return date.fromisoformat(self.at[:10]) + timedelta(days=KEPT_DAYS)

    def is_old(self) -> bool:
        """Tell whether it was kept long enough for the bin to be emptied of it."""
        return self.until < days.today()


@dataclass(frozen=True)
class Held:
    """A record that cannot be erased yet, and the names of the records that still name it."""

    record: Binned
    by: tuple[str, ...]


def binned() -> list[Binned]:
    """Give everything in the bin, what was removed last first."""
    found = []
    for kind, record in KINDS.items():
        code = "code" if issubclass(record, Numbered) else "NULL"
        page = _OF_DELEGATION if record is Delegation else f"'{kind}'"
        asked = (
            f'SELECT id, {code}, {record.named_by}, removed_at, removed_by, {page} FROM "{record._meta.table_name}" '
            "WHERE removed_at IS NOT NULL"
        )
        found += [
            Binned(kind, number, given or "", name or "", at, who or "?", page)
            for number, given, name, at, who, page in engine.rows(asked)
        ]
    return sorted(found, key=lambda each: (each.at, each.kind, each.id), reverse=True)


def held(chosen: Sequence[Binned]) -> list[Held]:
    """Give those of the chosen that other records still name; these others must be changed or erased with them."""
    going = {(each.kind, each.id): each for each in chosen}
    stay: dict[Reference, Held] = {}
    grown = True
    while grown:  # what stays may hold others
        grown = False
        for reference in [each for each in going if each not in stay]:
            by = [each for each in hanging(load(*reference), binned=True) if each not in going or each in stay]
            if by:
                stay[reference] = Held(going[reference], _named(by))
                grown = True
    return list(stay.values())


def _named(references: Iterable[Reference]) -> tuple[str, ...]:
    told = []
    for kind, number in references:
        code, name = headings(kind, [number]).get(number, ("", ""))
        told.append(f"{code} {name}".strip() or f"{kind}:{number}")
    return tuple(told)


def erase(chosen: Sequence[Binned], going: Going = go_on) -> list[Held]:
    """Erase records of the bin for good, in one transaction: rows, links, files and keys of personal details too.

    Only the lines of history stay. What other records still name is not erased and given back. Raises ``Closed``,
    ``SaveFailed``, or ``Stopped`` where ``going`` says so; then nothing was erased.
    """
    with writing():
        stay = held(chosen)
        kept = {(each.record.kind, each.record.id) for each in stay}
        leaving = [load(each.kind, each.id) for each in chosen if (each.kind, each.id) not in kept]
        leaving = [
            record for record in leaving if record.removed_at
        ]  # brought back in between: not in the bin any more
        digests = [digest for record in leaving for digest in _digests(record)]
        for record in watched(leaving, going):
            _let_go(record)
        for record in leaving:
            _delete(record)
    _drop(digests)
    saving.announce({record.kind for record in leaving})
    return stay


def _let_go(record: Record) -> None:
    """Write the line of history, then take away everything that belongs to a record or names another."""
    name = FieldChange(record.named_by, record.heading or None, None)
    history.write(preferences.author(), "erase", record.kind, record.id, record.version + 1, [name])
    for owner in history.owners(record.kind, record.id) | {each.uuid for each in saving.entities(record)}:
        history.destroy_key(owner)
    for field in type(record).described():
        if isinstance(field, Rows):
            engine.execute(f'DELETE FROM "{rows_of(field)._meta.table_name}" WHERE owner_id = ?', (record.id,))
        elif isinstance(field, Link):
            table = record._meta.table_name
            engine.execute(f'UPDATE "{table}" SET {field.column_name} = NULL WHERE id = ?', (record.id,))
    mine = (record.kind, record.id)
    engine.execute("DELETE FROM link WHERE from_kind = ? AND from_id = ?", mine)
    for book in ("attachment", "snooze"):
        engine.execute(f"DELETE FROM {book} WHERE kind = ? AND record = ?", mine)
    unfinished.drop_of(*mine)
    search.forget(*mine)


def _delete(record: Record) -> None:
    engine.execute(f'DELETE FROM "{record._meta.table_name}" WHERE id = ?', (record.id,))


def _digests(record: Record) -> list[str]:
    asked = "SELECT digest FROM attachment WHERE kind = ? AND record = ?"
    return [digest for (digest,) in engine.rows(asked, (record.kind, record.id))]


def _drop(digests: Iterable[str]) -> None:
    """Take the contents out of the store that no record has any more; one that cannot go now does no harm."""
    for digest in dict.fromkeys(digests):
        if not engine.rows("SELECT 1 FROM attachment WHERE digest = ? LIMIT 1", (digest,)):
            with suppress(OSError):
                blobs.place_of(store_folder(), digest).unlink(missing_ok=True)
