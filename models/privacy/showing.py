"""Whenever a covered detail is shown, history keeps who saw it and when, never what it was."""

from models import engine, history
from models.attached import Rows
from models.kinds import KINDS, rows_of
from models.record import Entity, Record
from models.store.doing import who
from models.store.transaction import writing


def note_shown(row: Entity, name: str = "") -> None:
    """Note that a field of a record or of one of its rows is shown now; raise ``Closed`` where no note can be kept.

    What is not saved yet belongs to nobody's file: nothing is noted of it. The field is kept as the path that
    ``past.shown_where`` says in words.
    """
    owner = _owner(row)
    if owner:
        kind, number, rows_name = owner
        _note("show", kind, number, f"{rows_name}/{row.uuid}/{name}" if rows_name and name else name)


def note_listed(record: Record) -> None:
    """Note that everything held about a person is listed now; raise ``Closed`` where no note can be kept."""
    _note("list", record.kind, record.id)


def _note(deed: str, kind: str, number: int, what: str = "") -> None:
    with writing():
        found = engine.rows(f'SELECT version FROM "{KINDS[kind]._meta.table_name}" WHERE id = ?', (number,))
        if found:
            history.write(who(), deed, kind, number, found[0][0], [], what or None)


def _owner(row: Entity) -> tuple[str, int, str] | None:
    """Give kind and number of the saved record that a row belongs to, found by the row's identity, and its field."""
    if isinstance(row, Record):
        return (row.kind, row.id, "") if row.id else None
    for kind, record in KINDS.items():
        for field in record.described():
            if isinstance(field, Rows) and rows_of(field) is type(row):
                found = engine.rows(f'SELECT owner_id FROM "{type(row)._meta.table_name}" WHERE uuid = ?', (row.uuid,))
                return (kind, found[0][0], field.name) if found else None
    return None
