"""What a record is found by: its own words, the words of its rows, the names of what it links to."""

from functools import cache
from typing import Any

from models import engine, search
from models.attached import Links, Rows
from models.fields import Link
from models.history import FieldChange
from models.kinds import KINDS, rows_of
from models.record import Entity, Record


def keep(record: Record, found: list[FieldChange]) -> None:
    """Bring the search index up to date inside the running transaction."""
    if record.removed_at:
        search.forget(record.kind, record.id)
        return
    if not _touches(record, found):
        return
    hi = [str(getattr(record, "code", "") or ""), record.heading, *record.also_found_by()]
    search.keep(record.kind, record.id, hi, _words(record))
    if record.version and _named_in_others(type(record)):
        _reach_dependents(record)


@cache
def _named_in_others(kind: type[Record]) -> bool:
    """Tell whether records of other kinds are found by the names of this kind."""
    for other in KINDS.values():
        rows = [rows_of(field) for field in other.described() if isinstance(field, Rows)]
        for field in (field for each in (other, *rows) for field in each.described() if field.searched):
            named = field.rel_model if isinstance(field, Link) else getattr(field, "kind", None)
            if isinstance(field, Link | Links) and named is kind:
                return True
    return False


def _touches(record: Record, found: list[FieldChange]) -> bool:
    searched = {field.name for field in type(record).described() if field.searched or isinstance(field, Links)}
    always = {"removed_at", record.named_by}
    return any(change.path.split("/")[0] in searched | always for change in found)


def _words(record: Record) -> list[str]:
    words: list[str] = []
    linked: list[tuple[str, int]] = []
    for row, field in _searched(record):
        value = row.value(field.name)
        if value in (None, ""):
            continue
        if isinstance(field, Link):
            linked.append((field.rel_model.kind, value))
        elif isinstance(field, Links):
            linked += [(kind, int(number)) for kind, _, number in (each.partition(":") for each in value)]
        else:
            words.append(field.text(value))
    for kind, number in dict.fromkeys(linked):
        words += [
            hi for (hi,) in engine.rows("SELECT hi FROM search_row WHERE kind = ? AND record = ?", (kind, number))
        ]
    return words


def _searched(record: Record) -> list[tuple[Entity, Any]]:
    found: list[tuple[Entity, Any]] = []
    for field in record.asked():
        if isinstance(field, Rows) and field.searched:
            found += [(row, each) for row in getattr(record, field.name) for each in row.asked() if each.searched]
        elif field.searched:
            found.append((record, field))
    if hasattr(record, "code"):
        found.append((record, type(record).field("code")))
    return found


def _reach_dependents(record: Record) -> None:
    """Find the records that name this one under its new names too."""
    from models.store.linking import hanging
    from models.store.reading import load

    for kind, number in hanging(record):
        dependent = load(kind, number)
        words = engine.rows("SELECT hi FROM search_row WHERE kind = ? AND record = ?", (kind, number))
        if words:
            search.keep(kind, number, [words[0][0]], _words(dependent))
