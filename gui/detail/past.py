"""What happened to a record, in words: who, when, and each field from what to what."""

from typing import Any

from PySide6.QtWidgets import QWidget

from gui.attachments import DEEDS as FILE_DEEDS
from gui.attachments import file_lines
from gui.detail.facts import moment
from gui.detail.parts import COVER, column, scrolled, words
from models import choices, store
from models.attached import Links, Rows
from models.fields import Amount, Described, Link
from models.history import Entry, FieldChange
from models.kinds import rows_of
from models.record import Numbered, Record
from models.text import mark, say, say_n

DEEDS = {
    "create": mark("Entered", "history"),
    "edit": mark("Changed", "history"),
    "step": mark("State changed", "history"),
    "remove": mark("Moved to the bin", "history"),
    "restore": mark("Brought back", "history"),
    "purge": mark("Personal details purged", "history"),
    **FILE_DEEDS,
}
BESIDE = {"state": mark("State"), "state_since": mark("In this state since"), "draft": mark("Draft", "state")}
LEFT_OUT = frozenset({"unknown", "removed_at", "same_person", "uuid"})
SHOWN = 40  # entries; a first entry shows no fields: all of them are new


def past_tab(record: Record, entries: list[Entry]) -> QWidget:
    """Show the newest entries of a record's history."""
    inner, made = column(4)
    for entry in entries[:SHOWN]:
        made.addWidget(words(f"{moment(entry.at)} · {entry.who}", "small"))
        made.addWidget(words(say(DEEDS.get(entry.deed, entry.deed))))
        lines = [] if entry.deed == "create" else lines_of(record, entry.changes)
        if entry.note:
            lines.append(say(mark("Reason: {words}")).format(words=entry.note))
        if lines:
            made.addWidget(words("\n".join(lines), "muted"))
        made.addSpacing(10)
    if len(entries) > SHOWN:
        older = len(entries) - SHOWN
        made.addWidget(words(say_n("{n} older entry", "{n} older entries", older).format(n=older), "small"))
    if not entries:
        made.addWidget(words(say(mark("Nothing is written down yet.")), "muted"))
    made.addStretch()
    return scrolled(inner)


def lines_of(record: Record, changes: tuple[FieldChange, ...]) -> list[str]:
    """Write each change as "end day: 12/03/2026 → 15/03/2026"."""
    lines, rows = [], set()
    if any(change.path.startswith("attachment/") for change in changes):
        return file_lines(record.kind, changes)
    for change in changes:
        name, _, rest = change.path.partition("/")
        if rest:
            row, _, column_name = rest.partition("/")
            if column_name == "rank" or column_name in LEFT_OUT:
                continue
            rows.add((name, row))
            lines.append(_row_line(record, name, column_name, change))
        elif name not in LEFT_OUT:
            lines.append(_line(record, name, change))
    return [line for line in lines if line]


def _line(record: Record, name: str, change: FieldChange) -> str:
    if name in BESIDE:
        return _arrow(say(BESIDE[name]), _beside(record, name, change.old), _beside(record, name, change.new))
    field = _field(type(record), name)
    if field is None:
        return ""
    return _arrow(say(record.label(field)), shown(field, change.old), shown(field, change.new))


def _row_line(record: Record, name: str, column_name: str, change: FieldChange) -> str:
    owner = _field(type(record), name)
    field = _field(rows_of(owner), column_name) if isinstance(owner, Rows) else None
    if owner is None or field is None:
        return ""
    label = f"{say(owner.label)}, {say(field.label)}"
    return _arrow(label, shown(field, change.old), shown(field, change.new))


def _arrow(label: str, old: str, new: str) -> str:
    nothing = say(mark("empty", "history"))
    return f"{label}: {old or nothing} → {new or nothing}"


def _field(kind: Any, name: str) -> Described | None:
    return next((field for field in kind.described() if field.name == name), None)


def _beside(record: Record, name: str, value: Any) -> str:
    if name == "state" and isinstance(record, Numbered) and value:
        return choices.label(record.lifecycle().states, value)
    if name == "draft":
        return say(mark("Yes") if value else mark("No"))
    return "/".join(reversed(str(value).split("-"))) if value else ""


def shown(field: Described, value: Any) -> str:
    """Show one old or new value; personal ones stay covered, linked ones are named."""
    if value in (None, "", []):
        return ""
    if field.personal:
        return COVER
    if isinstance(field, Link):
        return store.names(field.rel_model.kind, [int(value)]).get(int(value), str(value))
    if isinstance(field, Links):
        told = [each.partition(":") for each in value]
        return "; ".join(store.names(kind, [int(n)]).get(int(n), "?") for kind, _, n in told)
    if isinstance(field, Amount):
        from decimal import Decimal

        return field.text(Decimal(str(value)))
    return field.text(value)
