"""A change of a record in words: which field, from what, to what."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models import choices
from models.attached import Links, Rows
from models.fields import Amount, Described, Link
from models.history import FieldChange
from models.kinds import rows_of
from models.record import Numbered, Record
from models.store.reading import names
from models.text import mark, say

DEEDS = {
    "create": mark("Entered", "history"),
    "edit": mark("Changed", "history"),
    "step": mark("State changed", "history"),
    "remove": mark("Moved to the bin", "history"),
    "restore": mark("Brought back", "history"),
    "purge": mark("Personal details purged", "history"),
}
BESIDE = {
    "state": mark("State"),
    "state_since": mark("In this state since"),
    "draft": mark("Draft", "state"),
    "restricted": mark("Restricted"),
}
LEFT_OUT = frozenset({"unknown", "removed_at", "same_person", "uuid"})
COVER = "••••••"
NOTHING = mark("empty", "history")


@dataclass(frozen=True)
class FieldWords:
    """One field's change in words; personal values are covered."""

    label: str
    old: str
    new: str
    personal: bool = False

    def __str__(self) -> str:
        """Write "end day: 12/03/2026 → 15/03/2026"."""
        return f"{self.label}: {self.old or say(NOTHING)} → {self.new or say(NOTHING)}"


def words_of(record: Record, change: FieldChange) -> FieldWords | None:
    """Say a change of a record or of one of its rows; nothing for what only the program itself needs."""
    name, _, rest = change.path.partition("/")
    if rest:
        return _row_words(record, name, rest.partition("/")[2], change)
    if name in LEFT_OUT:
        return None
    if name in BESIDE:
        return FieldWords(say(BESIDE[name]), _beside(record, name, change.old), _beside(record, name, change.new))
    field = _field(type(record), name)
    return _words(say(record.label(field)), field, change) if field else None


def _row_words(record: Record, name: str, column: str, change: FieldChange) -> FieldWords | None:
    owner = _field(type(record), name)
    if column == "rank" or column in LEFT_OUT or not isinstance(owner, Rows):
        return None
    field = _field(rows_of(owner), column)
    return _words(f"{say(owner.label)}, {say(field.label)}", field, change) if field else None


def _words(label: str, field: Described, change: FieldChange) -> FieldWords:
    return FieldWords(label, shown(field, change.old), shown(field, change.new), field.personal)


def _field(kind: Any, name: str) -> Described | None:
    return next((field for field in kind.described() if field.name == name), None)


def _beside(record: Record, name: str, value: Any) -> str:
    if name == "state" and isinstance(record, Numbered) and value:
        return choices.label(record.lifecycle().states, value)
    if name in ("draft", "restricted"):
        return say(mark("Yes") if value else mark("No"))
    return "/".join(reversed(str(value).split("-"))) if value else ""


def shown(field: Described, value: Any) -> str:
    """Show one old or new value; personal ones stay covered, linked ones are named."""
    if value in (None, "", []):
        return ""
    if field.personal:
        return COVER
    if isinstance(field, Link):
        return names(field.rel_model.kind, [int(value)]).get(int(value), str(value))
    if isinstance(field, Links):
        told = [each.partition(":") for each in value]
        return "; ".join(names(kind, [int(n)]).get(int(n), "?") for kind, _, n in told)
    if isinstance(field, Amount):
        return field.text(Decimal(str(value)))
    return field.text(value)
