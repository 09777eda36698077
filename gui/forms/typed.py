"""What stands in a form, as it can be kept and put back: values where they can be read, else the very words."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from gui.editors import Editor, RowsEditor
from gui.editors.several import SeveralEditor
from gui.forms.body import FormBody
from models import kinds
from models.attached import Rows
from models.days import Misread
from models.fields import Amount, Described
from models.history import plain
from models.record import Detail
from models.store.snapshot import columns


def told_by(body: FormBody) -> dict[str, Any]:
    """Give what every editor of a form holds, as JSON can hold it."""
    return {name: _told(editor) for name, editor in body.editors.items()}


def _told(editor: Editor) -> dict[str, Any]:
    if editor.unknown():
        return {"unknown": True}
    try:
        value = editor.value()
    except Misread:
        if isinstance(editor, SeveralEditor):  # what is chosen already stands beside what is being typed
            return {"words": editor.line.text(), "keys": list(editor.keys)}
        return {"words": editor.words()}
    if isinstance(editor, RowsEditor):
        return {"rows": [_row(each) for each in value]} | _refused(editor) | _open_cell(editor)
    return {"value": plain(value)}


def _row(row: Detail) -> dict[str, Any]:
    return {"uuid": row.uuid} | {name: plain(value) for name, value in columns(row).items()}


def _refused(editor: RowsEditor) -> dict[str, Any]:
    """Give the words that cells did not take: they stand nowhere but in the sentence above the table."""
    places = {id(row): place for place, row in enumerate(editor.table.rows)}
    told = [
        {"row": places.get(id(each.row), each.place), "field": each.field.name, "words": each.words}
        for each in editor.table.refusals.cells
    ]
    return {"refused": told} if told else {}


def _open_cell(editor: RowsEditor) -> dict[str, Any]:
    """Give the cell in which somebody types just now: the table knows of it only once it is left."""
    typing, at = editor.view.typing(), editor.view.currentIndex()
    if typing is None:
        return {}
    return {"cell": {"row": at.row(), "field": editor.table.fields[at.column()].name} | _told(typing)}


def put_back(body: FormBody, told: dict[str, Any], only: Collection[str] | None = None) -> None:
    """Put kept words into a form, or ``only`` those of some fields; a field that it no longer has is left out."""
    for name, each in told.items():
        editor = body.editors.get(name)
        if editor is None or (only is not None and name not in only):
            continue
        if each.get("unknown"):
            editor.may_be_unknown = True
            editor.show_unknown()
        elif "words" in each:
            if "keys" in each:
                editor.set_value(each["keys"])
            editor.show_words(each["words"])
        elif isinstance(editor, RowsEditor):
            _put_rows(editor, each.get("rows", []), bool(body.record.id))
            for cell in (*each.get("refused", ()), each.get("cell", {})):
                _put_cell(editor, cell)
        else:
            editor.set_value(_value(editor.field, each.get("value")))


def _value(field: Described, told: Any) -> Any:
    return Decimal(told) if isinstance(field, Amount) and told is not None else told


def _put_rows(editor: RowsEditor, told: list[dict[str, Any]], same: bool) -> None:
    """Put rows back; only in the record whose rows they are (``same``) do they go on being those."""
    stored = {row.uuid: row.id for row in editor.table.rows}
    rows = [_detail(editor.field, each, same) for each in told]
    for row in rows:
        row.id = stored.get(row.uuid)
    editor.set_value(rows)


def _put_cell(editor: RowsEditor, told: dict[str, Any]) -> None:
    column = next((place for place, each in enumerate(editor.table.fields) if each.name == told.get("field")), None)
    if column is None:
        return
    if "words" in told:
        editor.put_words(told["row"], told["field"], told["words"])
    else:
        editor.table.put(told["row"], column, _value(editor.table.fields[column], told.get("value")))


def _detail(field: Rows, told: dict[str, Any], same: bool) -> Detail:
    made = kinds.rows_of(field)()
    known = type(made)._meta.fields
    for name, value in told.items():
        if name in known and (same or name != "uuid"):
            setattr(made, name, _value(known[name], value))
    return made
