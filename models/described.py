"""What every kind of field has in common: its declaration and the questions it answers."""

import itertools
from collections.abc import Sequence
from typing import Any

from models.checks import Complaint, type_of_check
from models.fold import clean

_order = itertools.count()


class Described:
    """What every field declares once; forms, lists, files and papers loop over it.

    ``width`` is in characters; ``required`` is asked when a record leaves draft; ``listed`` shows the field as a
    column; ``searched`` puts its text into the search index; ``aliases`` are other column titles met in workbooks.
    """

    name: str
    personal = False
    stored = True
    computed = False

    def describe(
        self,
        label: str,
        help: str,
        width: int,
        required: bool,
        listed: bool,
        searched: bool,
        aliases: Sequence[str],
        checks: Sequence[type_of_check],
    ) -> None:
        """Keep the declaration."""
        self.label, self.help, self.width, self.required = label, help, width, required
        self.listed, self.searched, self.aliases, self.checks = listed, searched, tuple(aliases), tuple(checks)
        self.place = next(_order)

    def text(self, value: Any, language: str | None = None) -> str:
        """Show a stored value in words."""
        return "" if value is None else str(value)

    def read(self, words: str) -> Any:
        """Read typed words into a value; raise ``Misread``."""
        return clean(words) or None

    def key(self, value: Any) -> Any:
        """Give what a value is sorted by."""
        return value

    def empty(self, value: Any) -> bool:
        """Tell whether nothing was filled in."""
        return value is None or value == "" or value == []

    def complaints(self, value: Any) -> list[Complaint]:
        """Give what is wrong with a value, as far as the field alone can tell."""
        if self.empty(value):
            return []
        found = (check(value) for check in self.checks)
        return [Complaint(self.name, words) for words in found if words]
