"""Records as they stood: read from history, and brought back as a new, checked save."""

from typing import Any

from models import engine, history
from models.attached import Links, Rows
from models.checks import Complaint
from models.days import moment
from models.errors import Closed, Refused, Stale
from models.fields import Link
from models.history import Entry, FieldChange
from models.history.sealing import is_sealed
from models.kinds import KINDS, rows_of
from models.record import Entity, Numbered, Record
from models.store import older
from models.store.past import words_of
from models.store.reading import load
from models.store.saving import save
from models.text import mark, say

# What a step, the program or the bin decides, never an old value.
_OWN_WAY = frozenset({"code", "draft", "state", "state_since", "removed_at"})
_GONE = mark("The record that stood here is no longer there. Nothing was changed.")
_NOT_SO = mark("This value cannot be brought back by itself. Nothing was changed.")
_IN_BIN = mark("The record is in the bin. Bring it back first. Nothing was changed.")
_FROM_HISTORY = mark("brought back from history")
_LIKE = mark("brought back as in version {n} of {moment}")


def may_bring_back(record: Record, change: FieldChange) -> bool:
    """Tell whether the old value of a change can be put in the place of the present one."""
    name, _, rest = change.path.partition("/")
    if not may_return(record) or is_sealed(change.old) or name in _OWN_WAY:
        return False
    kind: type[Entity] = type(record)
    owner: Entity | None = record
    if rest:
        field = kind.field_or_none(name)
        uuid, _, name = rest.partition("/")
        if not isinstance(field, Rows):
            return False  # a file
        kind, owner = rows_of(field), next((row for row in getattr(record, field.name) if row.uuid == uuid), None)
    known = kind.field_or_none(name)
    if owner is None or known is None or known.computed:
        return False
    return bool(history.plain(owner.value(name)) != change.old)


def may_return(record: Record) -> bool:
    """Tell whether anything of a record may be brought back: it is not in the bin and not closed."""
    return not record.removed_at and not (isinstance(record, Numbered) and record.closed())


def bring_back_value(record: Record, path: str, old: Any) -> Record:
    """Put an older value of one field in its place, as a checked save; the present one stays in history.

    The note of the save says where it came from: some fields, as a time limit, never change without a reason. Gives
    the record as it is now. Raises ``Refused``, ``Stale``, ``Closed`` or ``SaveFailed``; then nothing was changed.
    """
    fresh = _fresh(record)
    if not may_bring_back(fresh, FieldChange(path, old, None)) and may_return(fresh):
        raise Refused([Complaint(path.partition("/")[0], _NOT_SO)])
    older.put(fresh, {path: old})
    return _save(fresh, say(_FROM_HISTORY))


def version_of(kind: str, number: int, version: int) -> Record:
    """Give a record as it stood in a version, to read; raise ``LookupError`` where there is none such."""
    record = load(kind, number)
    entries = history.read(kind, number)
    if version not in {entry.version for entry in entries}:
        raise LookupError(f"{kind}:{number} version {version}")
    values, _ = _values_of(entries, version)
    older.put(record, values)
    return record


def bring_back_version(record: Record, version: int) -> tuple[Record, tuple[str, ...]]:
    """Put a whole version in the place of the present one, as a checked save; its code and its state stay.

    Gives the record as it is now, and the names of the personal fields that were purged since: they stay as they are.
    Raises ``Refused``, ``Stale``, ``Closed`` or ``SaveFailed``; then nothing was changed.
    """
    fresh = _fresh(record)
    entries = history.read(record.kind, record.id)
    at = next(entry.at for entry in entries if entry.version == version)
    values, lost = _values_of(entries, version)
    older.put(fresh, {path: value for path, value in values.items() if path not in _OWN_WAY and path not in lost})
    told = (words_of(fresh, FieldChange(path, None, None)) for path in lost)
    purged = tuple(dict.fromkeys(each.label for each in told if each))
    return _save(fresh, say(_LIKE).format(n=version, moment=moment(at))), purged


def _fresh(record: Record) -> Record:
    """Read a record again, so that what is refused leaves the one at hand as it is; raise ``Stale`` or ``Closed``."""
    fresh = load(record.kind, record.id)
    if fresh.version != record.version:
        raise Stale(record.kind, record.id, fresh.updated_by or "?", fresh.updated_at or "?")
    if fresh.removed_at:
        raise Closed(_IN_BIN)
    return fresh


def _save(record: Record, note: str) -> Record:
    _refuse_gone(record)
    return save(record, draft=bool(record.draft), note=note)


def _values_of(entries: list[Entry], version: int) -> tuple[dict[str, Any], list[str]]:
    """Give the values by path that were others in a version, and the paths whose values were purged since."""
    values: dict[str, Any] = {}
    for entry in entries:  # newest first: the oldest change after the version tells
        if entry.version <= version:
            break
        values |= {change.path: change.old for change in entry.changes if not change.path.startswith("attachment/")}
    lost = [path for path, value in values.items() if is_sealed(value)]
    return values | dict.fromkeys(lost), lost


def _refuse_gone(record: Record) -> None:
    """Refuse values that name a record which was erased since."""
    named = _named(record)
    for field in type(record).described():
        if isinstance(field, Rows):
            named += [(field.name, *rest) for row in getattr(record, field.name) for _, *rest in _named(row)]
    for name, kind, number in named:
        if not engine.rows(f'SELECT 1 FROM "{KINDS[kind]._meta.table_name}" WHERE id = ?', (number,)):
            raise Refused([Complaint(name, _GONE)])


def _named(row: Entity) -> list[tuple[Any, ...]]:
    """Give each record that a row names: by which field, its kind and number."""
    found: list[tuple[Any, ...]] = []
    for field in type(row).described():
        value = row.value(field.name)
        if isinstance(field, Link) and value:
            found.append((field.name, field.rel_model.kind, value))
        elif isinstance(field, Links):
            told = (reference.partition(":") for reference in value)
            found += [(field.name, kind, int(number)) for kind, _, number in told]
    return found
