"""Editors of links: one record of a kind, or several records as chips; both can ask for a new one."""

from typing import Any

from gui.editors.lines import TextEditor
from gui.editors.picking import PickLine, Suggestion
from gui.editors.several import SeveralEditor
from gui.editors.suggestions import names_of, only_namesake, suggest
from models.attached import Links
from models.days import Misread
from models.fields import Link
from models.record import Record
from models.text import mark

CHOOSE = mark("Choose one from the list, or create it (last line of the list).")
CHOOSE_ONLY = mark("Choose one from the list.")


class LinkEditor(TextEditor):
    """One record of a kind; the text alone is no link, one must be chosen."""

    field: Link
    line: PickLine

    def __init__(self, field: Link, label: str = "", compact: bool = False) -> None:
        self.kind: str = field.rel_model.kind
        line = PickLine(lambda words: suggest(self.kind, words))
        super().__init__(field, label, compact, line)
        self._id: int | None = None
        self._shown = ""
        line.picked.connect(self._pick)

    def read(self) -> int | None:
        if not self.words().strip():
            return None
        if self._id and self.words() == self._shown:
            return self._id
        raise Misread(CHOOSE)

    def set_value(self, value: Any) -> None:
        number = getattr(value, "id", value)
        shown = names_of([f"{self.kind}:{number}"]) if number else {}
        self._id, self._shown = number, next(iter(shown.values()), "")
        self.show_words(self._shown)

    def take(self, record: Record) -> None:
        """Link the record that was just created."""
        self.set_value(record.id)
        self.changed.emit()

    def leave(self) -> None:
        if self.words() != self._shown and not self.unknown():
            same = only_namesake(self.kind, self.words())
            if same:
                self.set_value(int(same.partition(":")[2]))
        super().leave()

    def _pick(self, chosen: Suggestion) -> None:
        if chosen.create:
            self.wanted.emit(self.kind, "" if self.words() == self._shown else self.words().strip())
        else:
            self.set_value(int(chosen.key.partition(":")[2]))


class LinksEditor(SeveralEditor):
    """Several records of one kind, or of any kind."""

    field: Links

    def __init__(self, field: Links, label: str = "", compact: bool = False) -> None:
        self.kind: str | None = field.kind.kind if field.kind else None
        self._names: dict[str, str] = {}
        super().__init__(field, label, compact)

    def offered(self, words: str) -> list[Suggestion]:
        return suggest(self.kind, words)

    def name_of(self, key: str) -> str:
        return self._names.get(key) or key

    def read(self) -> list[str]:
        if self.line.text().strip():
            raise Misread(CHOOSE if self.kind else CHOOSE_ONLY)
        return list(self.keys)

    def set_value(self, value: Any) -> None:
        kept = list(value or [])
        self._names = names_of(kept)
        super().set_value(kept)

    def take(self, record: Record) -> None:
        """Add the record that was just created."""
        self.add(record.reference)

    def leave(self) -> None:
        same = None if self.unknown() else only_namesake(self.kind, self.line.text())
        if same:
            self.add(same)
        super().leave()

    def pick(self, chosen: Suggestion) -> None:
        if chosen.create:
            assert self.kind
            self.wanted.emit(self.kind, self.line.text().strip())
        else:
            super().pick(chosen)
