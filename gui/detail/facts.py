"""The facts of a record, section by section; what is empty stays behind a button."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.detail.parts import Covered, Opener, column, links, scrolled, words
from gui.widgets import button, label
from models import sequel, store
from models.attached import Links, Rows
from models.days import moment
from models.fields import Described, Link
from models.kinds import page_of
from models.record import Numbered, Record
from models.text import mark, say

LABELS_WIDE = 128
WHOLE_TEXTS = frozenset({"minutes_text"})  # pages long: shown with all fields only


def unknown(record: Record) -> list[str]:
    """Give the fields of which the source says nothing."""
    return (getattr(record, "unknown", None) or "").split()


def references(record: Record, field: Described) -> list[tuple[str, int, str]]:
    """Give kind, number and name of the records that a field links to."""
    value: Any = record.value(field.name)
    if isinstance(field, Link):
        told = [(field.rel_model.kind, value)] if value else []
    else:
        told = [(kind, int(number)) for kind, _, number in (each.partition(":") for each in value)]
    if field.name == "source":  # a conclusion is known by its session
        told += [("session", number) for number in sequel.sessions_of([n for kind, n in told if kind == "conclusion"])]
    names = {kind: store.names(kind, [n for k, n in told if k == kind]) for kind in {kind for kind, _ in told}}
    return [(kind, number, names[kind].get(number, "")) for kind, number in told]


class Facts:
    """Builds the first tab; ``everything`` shows empty fields too."""

    def __init__(self, record: Record, opener: Opener, everything: bool) -> None:
        """Show the facts of a record."""
        self._record, self._opener, self._everything = record, opener, everything
        self.hidden = 0

    def build(self, more: Callable[[], None]) -> QWidget:
        """Give the scrolled tab; ``more`` is called by the button that shows or hides empty fields."""
        inner, rows = column(4)
        for title, fields in self._sections():
            parts = [(field, made) for field in fields if (made := self._value(field)) is not None]
            if parts:
                rows.addWidget(label(title or mark("Details"), "heading"))
                rows.addLayout(self._grid(parts))
                rows.addSpacing(10)
        asked = mark("Hide empty fields") if self._everything else mark("Show all fields")
        if self.hidden or self._everything:
            switch = button(asked, "eye-off" if self._everything else "eye", "link")
            switch.clicked.connect(more)
            rows.addWidget(switch, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(words(self._signed(), "small"))
        rows.addStretch()
        return scrolled(inner)

    def _sections(self) -> list[tuple[str, list[Described]]]:
        found: list[tuple[str, list[Described]]] = []
        told = page_of(self._record).fixed
        for field in self._record.asked():
            if field.name in told:
                continue
            title = self._record.sections.get(field.name)
            if title and found and not found[0][0]:
                found[0] = (title, found[0][1])
            elif title or not found:
                found.append((title or "", []))
            if not isinstance(field, Rows):
                found[-1][1].append(field)
        return found

    def _grid(self, parts: list[tuple[Described, QWidget]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, LABELS_WIDE)
        grid.setColumnStretch(1, 1)
        for place, (field, made) in enumerate(parts):
            name = words(say(self._record.label(field)), "muted")
            name.setFixedWidth(LABELS_WIDE)
            grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(made, place, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _value(self, field: Described) -> QWidget | None:
        value = self._record.value(field.name)
        if field.name in WHOLE_TEXTS and value and not self._everything:
            self.hidden += 1
            return None
        if field.empty(value):
            if field.name in unknown(self._record):
                return words(say(mark("not known")), "muted")
            self.hidden += 1
            return words("—", "muted") if self._everything else None
        if isinstance(field, Link | Links):
            return links(references(self._record, field), self._opener)
        if field.personal:
            return Covered(field.text(value), say(self._record.label(field)), self._record, field.name)
        return words(self._record.shown(field))

    def _signed(self) -> str:
        record = self._record
        lines = []
        if isinstance(record, Numbered) and record.state_since:
            day = "/".join(reversed(record.state_since.split("-")))
            lines.append(say(mark("In this state since {day}")).format(day=day))
        if record.updated_at:
            told = mark("Last saved {moment} by {who}")
            lines.append(say(told).format(moment=moment(record.updated_at), who=record.updated_by or "?"))
        return "\n".join(lines)
