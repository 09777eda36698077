"""Editors of list items: one of a list, or several as chips."""

from typing import Any

from gui.editors.lines import TextEditor
from gui.editors.picking import PickLine, Suggestion
from gui.editors.several import SeveralEditor
from models.fields import Choice, Many
from models.fold import fold
from models.text import LANGUAGES


def matching(field: Choice, words: str) -> list[Suggestion]:
    """Give the items whose label holds every typed word, marks optional; those that begin with it first.

    A code, or the whole label in the other language, is understood too.
    """
    told = fold(words)
    found: list[tuple[int, Suggestion]] = []
    for code in field.codes():
        label = field.label_of(code)
        folded = fold(label)
        if all(part in folded for part in told.split()):
            rank = 0 if folded.startswith(told) else 1 if f" {told}" in folded else 2
            found.append((rank, Suggestion(code, label)))
        elif told in (code.casefold(), *(fold(field.label_of(code, language)) for language in LANGUAGES)):
            found.append((0, Suggestion(code, label)))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


class ChoiceEditor(TextEditor):
    """One item of a list, typed or chosen."""

    field: Choice
    line: PickLine

    def __init__(self, field: Choice, label: str = "", compact: bool = False) -> None:
        line = PickLine(lambda words: matching(field, words))
        super().__init__(field, label, compact, line)
        line.picked.connect(lambda chosen: self.set_value(chosen.key))
        self._code: str | None = None
        self._shown = ""

    def read(self) -> str | None:
        return self._code if self._code and self.words() == self._shown else self.field.read(self.words())

    def set_value(self, value: Any) -> None:
        self._code, self._shown = value, self.field.text(value)
        self.show_words(self._shown)

    def settle(self, value: Any) -> None:
        self.set_value(value)

    def leave(self) -> None:
        found = matching(self.field, self.words()) if self.words().strip() and not self.unknown() else []
        if len(found) == 1:
            self.set_value(found[0].key)
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        if getattr(self, "_code", None) and self.words() == self._shown:
            self.set_value(self._code)


class ManyEditor(SeveralEditor):
    """Several items of a list."""

    field: Many

    def offered(self, words: str) -> list[Suggestion]:
        return matching(self.field, words)

    def name_of(self, key: str) -> str:
        return self.field.label_of(key)

    def read(self) -> list[str]:
        return list(dict.fromkeys([*self.keys, *self.field.read(self.line.text())]))

    def settle(self, value: Any) -> None:
        if self.line.text():
            self.set_value(value)

    def leave(self) -> None:
        typed = self.line.text().strip()
        found = self.left_over(typed) if typed and not self.unknown() else []
        if len(found) == 1:
            self.add(found[0].key)
        super().leave()
