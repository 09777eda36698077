"""What came of filling a template: how much was filled, and in words what was not."""

from dataclasses import dataclass, field
from pathlib import Path

from models import discretion, letters
from models.filling.naming import Listing, Names, Value
from models.text import mark, say

_UNKNOWN = mark("These names are not known and stand as they were: {names}.")
_WITHHELD = mark("Personal details were left empty, because they were not ticked for this file: {names}.")
_EMPTY = mark("Nothing is recorded for: {names}.")
_NEAR = mark("{name} (perhaps {near})")
SHOWN = 30


@dataclass(frozen=True)
class Filled:
    """A filled file; ``notes`` are sentences about what a person should look at."""

    path: Path
    fields: int
    unknown: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass
class Gathered:
    """Asks the names for values while a template is filled, and keeps what to tell afterwards."""

    names: Names
    fields: int = 0
    cleaned: int = 0  # characters that no document can hold
    unknown: dict[str, str] = field(default_factory=dict)
    withheld: dict[str, None] = field(default_factory=dict)
    empty: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)

    def value(self, told: str, row: tuple[Listing, int] | None = None) -> Value | None:
        """Give the value of a field, of a row of a list where one is being filled; None leaves it as it stands."""
        found = self.find(told, row)
        if found is not None:
            self.fields += 1
            if found.plain is None and not found.words and row is None:
                self.empty[told] = None
            return found
        if self.names.is_withheld(told):
            self.withheld[told] = None
            return Value()
        near = self.names.nearest(told)
        self.unknown[told] = say(_NEAR).format(name=told, near=near) if near else told
        return None

    def find(self, told: str, row: tuple[Listing, int] | None) -> Value | None:
        """Look a value up without counting it as filled; None where nobody knows the name."""
        column = self.names.column(told)
        if column is None:
            return self.names.value(told)
        listing, place = column
        if row is None or row[0] is not listing:
            return None
        return listing.rows[row[1]][place] if row[1] < len(listing.rows) else Value()

    def outcome(self, path: Path) -> Filled:
        """Tell what came of it."""
        told = [
            (_UNKNOWN, list(self.unknown.values())),
            (_WITHHELD, list(self.withheld)),
            (_EMPTY, list(self.empty)),
        ]
        notes = [say(words).format(names=_joined(names)) for words, names in told if names]
        notes += [*self.notes, *letters.left_out(self.cleaned), *discretion.said()]
        return Filled(path, self.fields, tuple(self.unknown), tuple(notes))


def _joined(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")
