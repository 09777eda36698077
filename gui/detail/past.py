"""What happened to a record, in words: who, when, and each field from what to what."""

from PySide6.QtWidgets import QWidget

from gui.attachments import DEEDS as FILE_DEEDS
from gui.attachments import file_lines
from gui.detail.facts import moment
from gui.detail.parts import column, scrolled, words
from models.history import Entry, FieldChange
from models.record import Record
from models.store import past
from models.text import mark, say, say_n

DEEDS = past.DEEDS | FILE_DEEDS
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
    if any(change.path.startswith("attachment/") for change in changes):
        return file_lines(record.kind, changes)
    told = (past.words_of(record, change) for change in changes)
    return [str(each) for each in told if each]
