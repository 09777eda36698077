"""Editors: one widget per kind of field, each able to show a value and to give it back."""

from gui.editors.choice import ChoiceEditor, ManyEditor
from gui.editors.day import DayEditor
from gui.editors.editor import Editor, unbound
from gui.editors.lines import NumberEditor, TextEditor
from gui.editors.links import LinkEditor, LinksEditor
from gui.editors.long_text import LongTextEditor
from gui.editors.personal import PersonalDayEditor, PersonalEditor
from gui.editors.rows import RowsEditor
from gui.editors.tick import TickEditor
from models.attached import Links, Rows
from models.fields import (
    Amount,
    Choice,
    Count,
    Day,
    Described,
    Link,
    LongText,
    Many,
    PersonalDay,
    PersonalText,
    Text,
    YesNo,
)
from models.record import Entity

__all__ = ["Editor", "RowsEditor", "editor_for", "unbound"]


def editor_for(field: Described, row: Entity, *, compact: bool = False) -> Editor:
    """Make the editor of a field, labelled as ``row`` words it; ``compact`` is for the cell of a table."""
    editor = _make(field, row, compact)
    editor.set_value(row.value(field.name))
    return editor


def _make(field: Described, row: Entity, compact: bool) -> Editor:
    label = row.label(field)
    match field:
        case Rows():
            return RowsEditor(field, editor_for, label)
        case Links():
            return LinksEditor(field, label, compact)
        case Link():
            return LinkEditor(field, label, compact)
        case Many():
            return ManyEditor(field, label, compact)
        case Choice():
            return ChoiceEditor(field, label, compact)
        case YesNo():
            return TickEditor(field, label, compact)
        case PersonalDay():
            return PersonalDayEditor(field, label, compact, row)
        case Day():
            return DayEditor(field, label, compact)
        case Count() | Amount():
            return NumberEditor(field, label, compact)
        case PersonalText():
            return PersonalEditor(field, label, compact, row)
        case LongText() if not compact:
            return LongTextEditor(field, label)
        case Text():
            return TextEditor(field, label, compact)
    raise TypeError(field)
