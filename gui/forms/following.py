"""Values that follow from others are filled in where the person left them empty, in plain sight."""

from typing import Any

from gui.forms.body import FormBody
from models.days import Misread
from models.record import Record


class Following:
    """Remembers what it filled in, so that a value a person wrote is never replaced."""

    def __init__(self, body: FormBody) -> None:
        self._body = body
        self._filled: dict[str, Any] = {}
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
        sketch.complete()
        for each in type(sketch).described():
            if each.stored and not each.computed and sketch.value(each.name) is not None:
                self._put(each.name, sketch.value(each.name))

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
