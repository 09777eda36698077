"""Making what was salvaged whole again: no row without what it belongs to, no number given twice, said in words."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from models import engine
from models.attached import Rows
from models.kinds import DETAILS, KINDS, page_named, rows_of
from models.record import Numbered
from models.text import mark, say

_EMPTIED = mark("{what}: “{column}” is empty now, what it named could not be read.")
_DROPPED = mark("{what}: left out, the record it belongs to could not be read.")
_LINK = mark("A link between {one} and {other}: left out, one of the two could not be read.")
_FILE = mark("Attached file “{name}”: left out, its record could not be read.")


def mend() -> list[str]:
    """Take out or empty what names lost rows, inside the running transaction; give a sentence for each kind of loss."""
    told = list(_mend_parents())
    told += _mend_links()
    told += _mend_attachments()
    for kind, record in KINDS.items():
        missing = f'NOT EXISTS (SELECT 1 FROM "{record._meta.table_name}" r WHERE r.id = record)'
        engine.execute(f"DELETE FROM search_row WHERE kind = ? AND {missing}", (kind,))
    _keep_numbers()
    return [sentence if times == 1 else f"{sentence} (×{times})" for sentence, times in Counter(told).items()]


def _mend_parents() -> Iterator[str]:
    """Empty a column that names a lost row; where it may not be empty the row itself goes."""
    while faults := engine.rows("PRAGMA foreign_key_check"):
        for table, number, _, key in faults:
            column = next(row[3] for row in engine.rows(f'PRAGMA foreign_key_list("{table}")') if row[0] == key)
            needed = {row[1]: row[3] for row in engine.rows(f'PRAGMA table_info("{table}")')}[column]
            what = _named(table, number)
            if needed:
                engine.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))
                yield say(_DROPPED).format(what=what)
            elif table != "change":  # history is closed to changes; what was done in one go is told nowhere else
                engine.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (number,))
                yield say(_EMPTIED).format(what=what, column=_label(table, column))


def _mend_links() -> Iterator[str]:
    for number, *ends in engine.rows("SELECT id, from_kind, from_id, to_kind, to_id FROM link"):
        one, other = (ends[0], ends[1]), (ends[2], ends[3])
        if not (_is_there(*one) and _is_there(*other)):
            engine.execute("DELETE FROM link WHERE id = ?", (number,))
            yield say(_LINK).format(one=_record(*one), other=_record(*other))


def _mend_attachments() -> Iterator[str]:
    for number, kind, record, name in engine.rows("SELECT id, kind, record, name FROM attachment"):
        if not _is_there(kind, record):
            engine.execute("DELETE FROM attachment WHERE id = ?", (number,))
            yield say(_FILE).format(name=name)


def _is_there(kind: str, number: int) -> bool:
    known = KINDS.get(kind)
    return known is None or bool(engine.rows(f'SELECT 1 FROM "{known._meta.table_name}" WHERE id = ?', (number,)))


def _record(kind: str, number: int) -> str:
    known = KINDS.get(kind)
    return f"{kind} {number}" if known is None else _named(known._meta.table_name, number)


def _named(table: str, number: int) -> str:
    """Name a row as well as what is left of it allows."""
    kind = next((kind for kind, record in KINDS.items() if record._meta.table_name == table), None)
    columns = [row[1] for row in engine.rows(f'PRAGMA table_info("{table}")')]
    found = engine.rows(f'SELECT * FROM "{table}" WHERE rowid = ?', (number,))
    held: dict[str, Any] = dict(zip(columns, found[0], strict=True)) if found else {}
    name = next((held[each] for each in ("code", "name", "title", "number", "content") if held.get(each)), number)
    title = say(page_named(kind).one) if kind and kind != "office" else _detail(table)
    return f"{title} “{name}”"


def _label(table: str, column: str) -> str:
    """Say a column as the form does."""
    for record in (*KINDS.values(), *DETAILS.values()):
        if record._meta.table_name == table:
            names = {field.column_name: name for name, field in record._meta.fields.items()}
            return say(record.field(names[column]).label)
    return column


def _detail(table: str) -> str:
    """Name the rows of a record as its form does, such as the parties of an agreement."""
    for kind, record in KINDS.items():
        for field in record.described():
            if isinstance(field, Rows) and rows_of(field)._meta.table_name == table:
                return f"{say(page_named(kind).one)} – {say(field.label)}"
    return table


def _keep_numbers() -> None:
    """Raise the counters to the highest number found in use, where theirs were lost."""
    for record in KINDS.values():
        if not issubclass(record, Numbered):
            continue
        for (code,) in engine.rows(f'SELECT code FROM "{record._meta.table_name}" WHERE code IS NOT NULL'):
            year, _, rest = code.partition("-")
            last, _, letters = rest.partition("-")
            if year.isdigit() and last.isdigit():
                engine.execute(
                    "INSERT INTO number_given (letters, year, last) VALUES (?, ?, ?) "
                    "ON CONFLICT (letters, year) DO UPDATE SET last = max(last, excluded.last)",
                    (letters, int(year), int(last)),
                )
