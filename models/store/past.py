"""A change of a record in words: which field, from what, to what."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models import choices, engine
from models.attached import Links, Rows
from models.fields import Amount, Described, Link
from models.history import Entry, FieldChange
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
    "show": mark("Personal details shown", "history"),
    "list": mark("Everything held about the person listed", "history"),
    "erase": mark("Erased for good", "history"),
    "put_back": mark("Office put back from a backup", "history"),
    "encrypt": mark("Office encrypted", "history"),
    "decrypt": mark("Encryption of the office removed", "history"),
    "rekey": mark("Office encrypted with a new key", "history"),
    "new_passphrase": mark("Passphrase of the office changed", "history"),
    "code_used": mark("Office unlocked with the recovery code", "history"),
    "new_code": mark("New recovery code of the office made", "history"),
    "salvaged": mark("Office read from a damaged file", "history"),
    "hand_in": mark("Report handed in", "history"),
    "attach": mark("File attached", "history"),
    "detach": mark("File taken out", "history"),
    "reattach": mark("File brought back", "history"),
    "describe": mark("Details of a file changed", "history"),
    "undo": mark("Undone", "history"),
    "redo": mark("Done again", "history"),
    "set": mark("Setting changed", "history"),
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


def deed_words(deed: str) -> str:
    """Say what was done, by the name under which history keeps it."""
    return say(DEEDS.get(deed, deed))


def words_of(record: Record, change: FieldChange) -> FieldWords | None:
    """Say a change of a record or of one of its rows; nothing for what only the program itself needs."""
    name, _, rest = change.path.partition("/")
    if rest:
        return _row_words(record, name, rest.partition("/")[2], change)
    if name in LEFT_OUT:
        return None
    if name in BESIDE:
        return FieldWords(say(BESIDE[name]), _beside(record, name, change.old), _beside(record, name, change.new))
    field = record.field_or_none(name)
    return _words(say(record.label(field)), field, change) if field else None


def _row_words(record: Record, name: str, column: str, change: FieldChange) -> FieldWords | None:
    owner = record.field_or_none(name)
    if column == "rank" or column in LEFT_OUT or not isinstance(owner, Rows):
        return None
    field = rows_of(owner).field_or_none(column)
    return _words(f"{say(owner.label)}, {say(field.label)}", field, change) if field else None


def note_words(record: Record, entry: Entry) -> str:
    """Say what was noted with a line of history; that a detail was shown, by whose and which it is."""
    if entry.deed != "show" or not entry.note:
        return say(mark("Reason: {words}")).format(words=entry.note) if entry.note else ""
    return shown_where(record, entry.note)


def shown_where(record: Record, path: str) -> str:
    """Say which personal detail a path names: "Members “Khamphoy Vannasane”: Passport number"."""
    name, _, rest = path.partition("/")
    owner = record.field_or_none(name)
    if not isinstance(owner, Rows):
        return say(record.label(owner)) if owner else ""
    uuid, _, column = rest.partition("/")
    detail = rows_of(owner)
    asked = f'SELECT {detail.named_by} FROM "{detail._meta.table_name}" WHERE uuid = ?'
    known = next((str(each) for (each,) in engine.rows(asked, (uuid,)) if each), "")
    whose = f"{say(owner.label)} “{known}”" if known else say(owner.label)
    field = detail.field_or_none(column)
    return f"{whose}: {say(field.label)}" if field else whose


def _words(label: str, field: Described, change: FieldChange) -> FieldWords:
    return FieldWords(label, shown(field, change.old), shown(field, change.new), field.personal)


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
