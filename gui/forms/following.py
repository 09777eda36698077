"""Values that follow from others are filled in where the person left them empty, in plain sight."""

from typing import Any

from gui.forms.body import FormBody
from models.days import Misread
from models.kinds import Page
from models.record import Numbered, Record

# What the next record of a series shares with the one before it.
KEPT = (
    "partner", "countries", "country", "level", "admin_level", "host_units", "requesting_unit", "inviter", "purpose",
    "fields", "pillar", "funding", "lead", "source", "source_words", "type", "signed_as", "approved_by", "scope",
)  # fmt: skip


class Following:
    """Remembers what it filled in, so that a value a person wrote is never replaced."""

    def __init__(self, body: FormBody) -> None:
        self._body = body
        self._filled: dict[str, Any] = {}
        self._offered: dict[str, Any] = {}
        record = body.record
        if record.kind == "delegation" and record.value("persons") == len(record.value("members")):
            self._filled["persons"] = record.value("persons")

    def fill(self, sketch: Record) -> None:
        """Fill in what the sketch of the record lets one work out."""
        for name, value in self._filled.items():
            if sketch.value(name) == value:
                setattr(sketch, name, None)
        if self._body.record.kind == "delegation" and sketch.value("members"):
            self._put("persons", len(sketch.value("members")))
        self._offer(sketch)
        names = [each.name for each in type(sketch).described() if each.stored and not each.computed]
        before = {name: sketch.value(name) for name in names}
        sketch.complete()
        for name in names:
            if sketch.value(name) != before[name]:
                self._put(name, sketch.value(name))

    def _offer(self, sketch: Record) -> None:
        """Fill in once what the record proposes for what is still empty, anew where it proposes something else."""
        offered = sketch.proposed()
        plain = {name: value for name, value in offered.items() if not isinstance(value, list)}
        if plain == self._offered:
            return
        self._offered = plain
        for name, value in offered.items():
            if type(sketch).field(name).empty(sketch.value(name)):
                setattr(sketch, name, value)
            self._put(name, value)

    def _put(self, name: str, value: Any) -> None:
        editor = self._body.editors.get(name)
        if editor is None or editor.hasFocus() or editor.entry.hasFocus():
            return
        try:
            held = editor.value()
        except Misread:
            return
        if editor.unknown() or held == value or not (editor.field.empty(held) or held == self._filled.get(name)):
            return
        self._filled[name] = value
        editor.set_value(value)


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
