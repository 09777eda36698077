"""Rows of a record (members, parties, opinions …) and what it is linked with."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from gui.detail.facts import references
from gui.detail.parts import Covered, Named, Opener, column, links, scrolled, words
from gui.widgets import button, label
from models.attached import Rows
from models.checklists import ANCHORS
from models.fields import Amount, Described, Link, YesNo
from models.kinds import ALL_DELEGATIONS, PAGES, page_of
from models.paper.facts import table
from models.record import Detail, Record
from models.text import mark, say

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
TASKED = ("delegation", "agreement")  # kinds from which an action can be started


def rows_tab(record: Record, field: Rows, opener: Opener) -> QWidget:
    """Show the rows of one field, one below the other."""
    inner, made = column(10)
    rows: list[Detail] = getattr(record, field.name)
    if rows and any(isinstance(each, Amount) for each in rows[0].described()):
        made.addLayout(_table(rows))
    else:
        for place, row in enumerate(rows, 1):
            made.addWidget(_row(row, place, opener))
    for name, total in record.totals(field.name):
        made.addWidget(words(f"{say(name)}: {total}", "heading"))
    if not rows:
        made.addWidget(words(say(mark("None entered.")), "muted"))
    made.addStretch()
    return scrolled(inner)


def _table(rows: list[Detail]) -> QGridLayout:
    """Show rows with amounts as a table, so that they can be read down the columns."""
    made = QGridLayout()
    made.setHorizontalSpacing(10)
    made.setVerticalSpacing(6)
    told = table(rows)
    if told is None:
        return made
    for line, cells in enumerate((told.headers, *told.rows)):
        for place, cell in enumerate(cells):
            part = words(cell, "" if line else "small")
            part.setAlignment(Qt.AlignmentFlag.AlignTop | (RIGHT if told.align(place) == "right" else LEFT))
            made.addWidget(part, line, place)
    return made


def _row(row: Detail, place: int, opener: Opener) -> QWidget:
    made = QFrame()
    parts = QVBoxLayout(made)
    parts.setContentsMargins(0, 0, 0, 4)
    parts.setSpacing(3)
    parts.addWidget(words(f"{place}. {row.heading}", "heading"))
    for field in row.described():
        value = row.value(field.name)
        if field.name == row.named_by or field.empty(value) or value is False:
            continue
        if isinstance(field, Link):
            parts.addWidget(links(references(row, field), opener))  # type: ignore[arg-type]
        elif field.personal:
            parts.addWidget(words(say(field.label), "small"))
            parts.addWidget(Covered(field.text(value), say(field.label), row, field.name))
        else:
            parts.addWidget(words(_line(field, value)))
    return made


def _line(field: Described, value: object) -> str:
    """Write "Role: interpreter"; a tick is its label alone."""
    return say(field.label) if isinstance(field, YesNo) else f"{say(field.label)}: {field.text(value)}"


def links_tab(record: Record, linked: list[Named], opener: Opener, wanted: Callable[[str], None]) -> QWidget:
    """Show the records linked from either end, by kind, and the ways to new actions."""
    inner, made = column(6)
    for kind in (*PAGES, "delegation"):
        named = [each for each in linked if each[0] == kind]
        if named:
            title = ALL_DELEGATIONS.title if kind == "delegation" else PAGES[kind].title
            made.addWidget(label(title, "heading"))
            made.addWidget(links(named, opener))
            made.addSpacing(8)
    if not linked:
        made.addWidget(words(say(mark("Nothing is linked with this record yet.")), "muted"))
    if record.kind in TASKED and not record.removed_at:
        start = button(mark("New follow-up action"), "plus")
        start.clicked.connect(lambda: wanted("follow_up"))
        made.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
    if not record.removed_at and not record.draft and page_of(record).name in ANCHORS:
        several = button(mark("Actions from a template…"), "list-todo")
        several.clicked.connect(lambda: wanted("checklist"))
        made.addWidget(several, 0, Qt.AlignmentFlag.AlignLeft)
    made.addStretch()
    return scrolled(inner)
