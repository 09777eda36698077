"""What happened to a record, in words: who, when, each field from what to what, and the way back to any of it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui import look
from gui.detail.parts import column, scrolled, words
from gui.detail.returning import VALUE, VERSION, Returning
from gui.widgets import button
from models import store
from models.days import moment
from models.history import Entry, FieldChange
from models.record import Record
from models.store import past
from models.store.earlier import may_return
from models.store.past_files import file_lines
from models.text import mark, say, say_n

EDGES = 4  # pixels of the ring around a button within a line
SHOWN = 40  # entries at first; a first entry shows no fields: all of them are new
_NO_VERSION = frozenset({"attach", "detach", "reattach", "describe", "remove", "restore", "purge", "show", "list"})


def past_tab(record: Record, entries: list[Entry], returning: Returning) -> QScrollArea:
    """Show the newest entries of a record's history; the older ones are behind a button."""
    return scrolled(past_of(record, entries, returning))


def past_of(record: Record, entries: list[Entry], returning: Returning) -> QWidget:
    """Give what stands in the tab."""
    inner, made = column(4)
    body = QVBoxLayout()
    made.addLayout(body)
    for entry in entries[:SHOWN]:
        _add(body, record, entry, returning)
    if len(entries) > SHOWN:
        made.addWidget(_further(body, record, entries[SHOWN:], returning))
    if not entries:
        made.addWidget(words(say(mark("Nothing is written down yet.")), "muted"))
    made.addStretch()
    return inner


def _further(body: QVBoxLayout, record: Record, older: list[Entry], returning: Returning) -> QPushButton:
    shown = button("", "chevron-down", "link")
    shown.setText(say_n("Show {n} older entry", "Show {n} older entries", len(older)).format(n=len(older)))

    def show() -> None:
        shown.hide()
        for entry in older:
            _add(body, record, entry, returning)

    shown.clicked.connect(show)
    return shown


def _add(body: QVBoxLayout, record: Record, entry: Entry, returning: Returning) -> None:
    body.addWidget(words(f"{moment(entry.at)} · {entry.who}", "small"))
    back = returning.version(record, entry.version) if _is_version(record, entry) else None
    body.addLayout(_line(words(past.deed_words(entry.deed)), back, VERSION))
    if entry.deed != "create":
        for change, told in _changes(record, entry.changes):
            value = returning.value(record, change) if store.may_bring_back(record, change) else None
            body.addLayout(_line(words(told, "muted"), value, f"{say(VALUE)}: {told}"))
    if entry.note:
        body.addWidget(words(past.note_words(record, entry), "muted"))
    body.addSpacing(16)


def _line(told: QWidget, deed: Callable[[], None] | None, name: str) -> QHBoxLayout:
    """Lay a line out with the way back to what it tells at its end."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStrut(told.fontMetrics().height() + EDGES)  # as high as the button is, also without one
    row.addWidget(told, 1)
    if deed:
        back = button(VERSION if name == VERSION else VALUE, "undo-2", "link")
        look.as_part(back, "in_line").setIconSize(QSize(14, 14))  # else the icon is higher than the text
        back.setAccessibleName(say(name))
        back.setToolTip(say(name))
        back.clicked.connect(deed)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _is_version(record: Record, entry: Entry) -> bool:
    """Tell whether an entry left a version that differs from the one that stands now and may come back."""
    return may_return(record) and 0 < entry.version < record.version and entry.deed not in _NO_VERSION


def _changes(record: Record, changes: tuple[FieldChange, ...]) -> list[tuple[FieldChange, str]]:
    """Write each change as "end day: 12/03/2026 → 15/03/2026"."""
    if any(change.path.startswith("attachment/") for change in changes):
        return [(changes[0], line) for line in file_lines(record.kind, changes)]
    told = ((change, past.words_of(record, change)) for change in changes)
    return [(change, str(each)) for change, each in told if each]
