"""Editors of list items: one of a list, or several as chips."""

from typing import Any

from gui.editors.chips import Chips
from gui.editors.editor import Editor
from gui.editors.lines import TextEditor
from gui.editors.picking import PickLine, Suggestion
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


class ManyEditor(Editor):
    """Several items of a list."""

    field: Many

    def __init__(self, field: Many, label: str = "", compact: bool = False) -> None:
        super().__init__(field, label, compact)
        self.codes: list[str] = []
        self.chips = Chips()
        self.line = PickLine(self._suggest)
        self.line.textChanged.connect(self.changed)
        self.line.picked.connect(lambda chosen: self._add([chosen.key]))
        self.line.emptied.connect(lambda: self._remove(self.codes[-1]) if self.codes else None)
        self.line.left.connect(self.leave)
        self.chips.removed.connect(self._remove)
        layout = self.layout()
        assert layout is not None
        self.start(self.line)
        layout.addWidget(self.chips)

    def _suggest(self, words: str) -> list[Suggestion]:
        return [each for each in matching(self.field, words) if each.key not in self.codes]

    def words(self) -> str:
        return "" if self.codes else self.line.text()

    def show_words(self, words: str) -> None:
        self.line.setText(words)

    def nothing(self) -> list[str]:
        return []

    def read(self) -> list[str]:
        return list(dict.fromkeys([*self.codes, *self.field.read(self.line.text())]))

    def set_value(self, value: Any) -> None:
        self.codes = list(value or [])
        self.line.clear()
        self._show()

    def settle(self, value: Any) -> None:
        if self.line.text():
            self.set_value(value)

    def leave(self) -> None:
        found = self._suggest(self.line.text()) if self.line.text().strip() and not self.unknown() else []
        if len(found) == 1:
            self._add([found[0].key])
        super().leave()

    def _add(self, codes: list[str]) -> None:
        self.set_value([*self.codes, *codes])
        self.changed.emit()

    def _remove(self, code: str) -> None:
        self.codes = [each for each in self.codes if each != code]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.chips.show_items((code, self.field.label_of(code)) for code in self.codes)

    def retranslate(self) -> None:
        super().retranslate()
        self._show()
