"""Values that follow from others are filled in where the person left them empty, in plain sight."""

from typing import Any

from PySide6.QtWidgets import QLineEdit

from gui.editors import Editor
from gui.forms.body import FormBody
from models.days import Misread
from models.fields import Amount
from models.kinds import Page
from models.record import Numbered, Record
from models.sessions import Session

# What the next record of a series shares with the one before it.
KEPT = (
    "partner", "countries", "country", "level", "admin_level", "host_units", "requesting_unit", "inviter", "purpose",
    "fields", "pillar", "funding", "lead", "source", "source_words", "type", "signed_as", "approved_by", "scope",
)  # fmt: skip


class Following:
    """Remembers what it filled in, so that a value a person wrote is never replaced."""

    def __init__(self, body: FormBody) -> None:
        self._body = body
        self._filled: dict[str, Any] = {}  # what an editor told of itself when it was filled in
        self._offered: dict[str, Any] = {}
        record = body.record
        if record.kind == "delegation" and record.value("persons") == len(record.value("members")):
            self._filled["persons"] = record.value("persons")
        elif record.kind == "session" and record.value("name") == _name_of(body):
            self._filled["name"] = record.value("name")
        if not record.id:
            self.fill(body.sketch())
            body.settle()

    def fill(self, sketch: Record) -> None:
        """Fill in what the sketch of the record lets one work out, and ask what concerns it."""
        self._body.ask(sketch)
        followed = [name for name in self._filled if name not in self._offered and self._own(name)]
        for name in followed:
            setattr(sketch, name, None)
        if self._body.record.kind == "delegation" and sketch.value("members"):
            sketch.persons = len(sketch.value("members"))  # type: ignore[attr-defined]
            self._put("persons", sketch.value("persons"))
        self._offer(sketch)
        names = [each.name for each in type(sketch).described() if each.stored and not each.computed]
        before = {name: sketch.value(name) for name in names}
        sketch.complete()
        for name in names:
            if sketch.value(name) != before[name]:
                self._put(name, sketch.value(name))
        for name in followed:
            if type(sketch).field(name).empty(sketch.value(name)):
                self._put(name, None)  # it follows from nothing any more

    def _offer(self, sketch: Record) -> None:
        """Fill in once what the record proposes for what is still empty, anew where it proposes something else."""
        if sketch.id:
            return
        offered = sketch.proposed()
        plain = {name: None if isinstance(value, list) else value for name, value in offered.items()}
        if plain == self._offered:
            return
        taken_back = {name: None for name in self._offered if name not in offered}
        self._offered = plain
        for name, value in (taken_back | offered).items():
            if type(sketch).field(name).empty(sketch.value(name)) or self._own(name):
                setattr(sketch, name, value)
                self._put(name, value)

    def _own(self, name: str) -> bool:
        """Tell whether a field holds what was filled in here, untouched since."""
        editor = self._body.editors.get(name)
        return editor is not None and name in self._filled and editor.told() == self._filled[name]

    def _put(self, name: str, value: Any) -> None:
        editor = self._body.editors.get(name)
        if editor is None or self._busy(editor):
            return
        try:
            held = editor.value()
        except Misread:
            return
        if editor.unknown() or held == value or not (editor.field.empty(held) or self._own(name)):
            return
        editor.set_value(value)
        self._filled[name] = editor.told()
        if isinstance(editor.entry, QLineEdit) and editor.entry.hasFocus():
            editor.entry.selectAll()  # what is typed now takes its place

    def _busy(self, editor: Editor) -> bool:
        """Tell whether a person is at work in a field; a sum that was never there may come under the cursor."""
        if not (editor.hasFocus() or editor.entry.hasFocus()):
            return False
        name = editor.field.name
        never = name not in self._filled and editor.field.empty(self._body.record.value(name))
        return not (isinstance(editor.field, Amount) and never and not editor.words())


def _name_of(body: FormBody) -> str | None:
    """Give the name that a session would take of itself, to know one that was taken."""
    sketch = body.sketch()
    setattr(sketch, Session.named_by, None)
    sketch.complete()
    name: str | None = sketch.value("name")
    return name


def next_of(page: Page, before: Record) -> Record:
    """Make the next record of a series, with the choices that the one before it made."""
    made = page.blank()
    asked = {field.name for field in made.asked()}
    for each in KEPT:
        if each in asked:
            setattr(made, each, before.value(each))
    if isinstance(made, Numbered) and isinstance(before, Numbered) and before.state in made.lifecycle().late_entry:
        made.state = before.state
    return made
