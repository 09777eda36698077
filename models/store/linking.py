"""What is linked with what, seen from both ends."""

from functools import cache

from models import engine
from models.attached import Links, Rows
from models.fields import Link
from models.kinds import KINDS, rows_of
from models.record import Record
from models.store.reading import names


def hanging(record: Record, *, binned: bool = False) -> list[tuple[str, int]]:
    """Give (kind, id) of every record that links to this one, through a field, a row or a list of links.

    ``binned`` gives those in the bin too.
    """
    found: dict[tuple[str, int], None] = {}
    there = "1" if binned else "t.removed_at IS NULL"
    for kind, asked in _namers(type(record)):
        found |= dict.fromkeys((kind, number) for (number,) in engine.rows(f"{asked} AND {there}", (record.id,)))
    named = (record.kind, record.id)
    for (kind,) in engine.rows("SELECT DISTINCT from_kind FROM link WHERE to_kind = ? AND to_id = ?", named):
        asked = (
            f'SELECT from_id FROM link JOIN "{KINDS[kind]._meta.table_name}" t ON t.id = from_id '
            f"WHERE from_kind = ? AND to_kind = ? AND to_id = ? AND {there}"
        )
        found |= dict.fromkeys((kind, number) for (number,) in engine.rows(asked, (kind, *named)))
    kinds = list(KINDS)
    return sorted((each for each in found if each != named), key=lambda each: kinds.index(each[0]))


@cache
def _namers(named: type[Record]) -> tuple[tuple[str, str], ...]:
    """Give each question that finds records of a kind which name one of this kind in a column or in a row."""
    found = []
    for kind, model in KINDS.items():
        table = model._meta.table_name
        for each in model.described():
            if isinstance(each, Link) and each.rel_model is named:
                found.append((kind, f'SELECT id FROM "{table}" t WHERE {each.column_name} = ?'))
            elif isinstance(each, Rows):
                detail = rows_of(each)
                asked = f'SELECT DISTINCT owner_id FROM "{detail._meta.table_name}" JOIN "{table}" t ON t.id = owner_id'
                columns = [column for column in detail._meta.sorted_fields if isinstance(column, Link)]
                found += [(kind, f"{asked} WHERE {one.column_name} = ?") for one in columns if one.rel_model is named]
    return tuple(found)


def linked(record: Record) -> list[tuple[str, int, str]]:
    """Give (kind, id, name) of everything linked with this record, from either end, each once."""
    found = ties(record)
    known = {kind: names(kind, (n for k, n in found if k == kind)) for kind in {k for k, _ in found}}
    return [(kind, number, known[kind].get(number, "")) for kind, number in found]


def ties(record: Record) -> list[tuple[str, int]]:
    """Give (kind, id) of everything linked with this record, from either end, each once."""
    found = dict.fromkeys(hanging(record))
    for each in type(record).described():
        if isinstance(each, Links):
            told = (reference.partition(":") for reference in getattr(record, each.name))
            found |= dict.fromkeys((kind, int(number)) for kind, _, number in told)
        elif isinstance(each, Link) and record.__data__.get(each.name):
            found[(each.rel_model.kind, record.__data__[each.name])] = None
        elif isinstance(each, Rows):
            for row in getattr(record, each.name):
                for column in row.described():
                    if isinstance(column, Link) and row.__data__.get(column.name):
                        found[(column.rel_model.kind, row.__data__[column.name])] = None
    return list(found)
