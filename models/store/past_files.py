"""What happened to the files of a record, in the words of its history."""

from models.attachments import slot_of
from models.days import text
from models.history import FieldChange
from models.text import mark, say

LABELS = {
    "name": mark("Name of the file"),
    "slot": mark("Kind of paper"),
    "number": mark("Number", "paper"),
    "dated": mark("Date", "paper"),
    "signer": mark("Signed by"),
}


def file_lines(kind: str, changes: tuple[FieldChange, ...]) -> list[str]:
    """Write what was changed of files: each file's name, then what else was said of it."""
    lines = []
    for change in changes:
        _, _, name = change.path.split("/")
        old, new = _shown(kind, name, change.old), _shown(kind, name, change.new)
        if name == "name" and (not old or not new or old == new):
            lines.append(f"“{new or old}”")
        elif name in LABELS:
            label = say(LABELS[name])
            nothing = say(mark("empty", "history"))
            lines.append(f"{label}: {new}" if not old else f"{label}: {old} → {new or nothing}")
    return lines


def _shown(kind: str, name: str, value: str | None) -> str:
    if name == "slot" and value:
        return say(slot_of(kind, value).label)
    return text(value) if name == "dated" else value or ""
