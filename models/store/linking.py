"""What is linked with what, seen from both ends."""

from models import engine
from models.attached import Links, Rows
from models.fields import Link
from models.kinds import KINDS, rows_of
from models.record import Record
from models.store.reading import names


def hanging(record: Record) -> list[tuple[str, int]]:
    """Give (kind, id) of every record that links to this one, through a field, a row or a list of links."""
    found: dict[tuple[str, int], None] = {}
    for kind, model in KINDS.items():
        for each in model.described():
            if isinstance(each, Link) and each.rel_model is type(record):
                asked = f'SELECT id FROM "{model._meta.table_name}" WHERE {each.column_name} = ? AND removed_at IS NULL'
                found |= dict.fromkeys((kind, number) for (number,) in engine.rows(asked, (record.id,)))
            elif isinstance(each, Rows):
                found |= _hanging_rows(record, kind, each)
        asked = (
            f'SELECT from_id FROM link JOIN "{model._meta.table_name}" t ON t.id = from_id AND t.removed_at IS NULL '
            "WHERE from_kind = ? AND to_kind = ? AND to_id = ?"
        )
        found |= dict.fromkeys((kind, number) for (number,) in engine.rows(asked, (kind, record.kind, record.id)))
    return [each for each in found if each != (record.kind, record.id)]


def _hanging_rows(record: Record, kind: str, each: Rows) -> dict[tuple[str, int], None]:
    detail = rows_of(each)
    found: dict[tuple[str, int], None] = {}
    for column in detail._meta.sorted_fields:
        if isinstance(column, Link) and column.rel_model is type(record):
            asked = (
                f'SELECT DISTINCT owner_id FROM "{detail._meta.table_name}" '
                f'JOIN "{KINDS[kind]._meta.table_name}" t ON t.id = owner_id AND t.removed_at IS NULL '
                f"WHERE {column.column_name} = ?"
            )
            found |= dict.fromkeys((kind, number) for (number,) in engine.rows(asked, (record.id,)))
    return found


def linked(record: Record) -> list[tuple[str, int, str]]:
    """Give (kind, id, name) of everything linked with this record, from either end, each once."""
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
    known = {kind: names(kind, (n for k, n in found if k == kind)) for kind in {k for k, _ in found}}
    return [(kind, number, known[kind].get(number, "")) for kind, number in found]
