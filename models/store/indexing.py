"""What a record is found by: its own words, the words of its rows, the names of what it links to."""

from functools import cache
from typing import Any

from models import engine, search, succession
from models.attached import Links, Rows
from models.fields import Link
from models.history import FieldChange
from models.kinds import KINDS, rows_of
from models.record import Entity, Record


def keep(record: Record, found: list[FieldChange]) -> None:
    """Bring the search index up to date inside the running transaction."""
    if not record.removed_at and not _touches(record, found):
        return
    if record.removed_at:
        search.forget(record.kind, record.id)
    elif keep_words(record) and record.version and _named_in_others(type(record)):
        _reach_dependents(record)
    if "successor" in type(record)._meta.fields:
        _reach_line(record, found)


def keep_words(record: Record) -> bool:
    """Keep the words of a record and of its files, inside the running transaction; tell whether its names changed.

    Only then must those that name it be read again, of which there may be very many.
    """
    before = _names(record.kind, record.id)
    hi = [str(getattr(record, "code", "") or ""), record.heading, *record.also_found_by()]
    search.keep(record.kind, record.id, hi, _words(record))
    return _names(record.kind, record.id) != before


def _names(kind: str, number: int) -> list[str]:
    return [hi for (hi,) in engine.rows("SELECT hi FROM search_row WHERE kind = ? AND record = ?", (kind, number))]


def _reach_line(record: Record, found: list[FieldChange]) -> None:
    """Find the bodies before and after this one, and those that were, under the names that now lead to them."""
    from models.store.reading import load

    kind = type(record)
    left = [int(change.old) for change in found if change.path == "successor" and change.old]
    reached = dict.fromkeys(number for each in (record.id, *left) for number, *_ in succession.line(kind, each, "1"))
    for number in dict.fromkeys([*left, *reached]):
        body = load(record.kind, number)
        if number != record.id and not body.removed_at and keep_words(body):
            _reach_dependents(body)


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
    always = {"removed_at", record.named_by, "successor"}
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
    words += _files(record)
    for kind, number in dict.fromkeys(linked):
        words += _names(kind, number)
    return words


def _files(record: Record) -> list[str]:
    """Give the names and numbers of the files that lie with a record."""
    asked = "SELECT name, number, signer FROM attachment WHERE kind = ? AND record = ? AND removed_at IS NULL"
    return [word for told in engine.rows(asked, (record.kind, record.id)) for word in told if word]


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


# Up to so many records are read again one by one when a body that they name gets another name.
FEW = 200


def _reach_dependents(record: Record) -> None:
    """Find the records that name this one under its new names too.

    Where they are very many, the new names are added to what they are found by; the old ones go with their next save.
    """
    from models.store.linking import hanging
    from models.store.reading import load

    reached = hanging(record)
    if len(reached) > FEW:
        search.add(reached, _names(record.kind, record.id))
        return
    for kind, number in reached:
        dependent = load(kind, number)
        if names := _names(kind, number):
            search.keep(kind, number, names, _words(dependent))
