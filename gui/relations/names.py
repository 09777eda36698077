"""The names of a body under its title: what it is, what else it is called, what came before and after it."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QLabel, QWidget

from gui.detail.parts import Opener, links, words
from gui.relations.figures import title_lines
from gui.widgets import FlowLayout
from models import days
from models.record import Record
from models.store.relations import Body, Relations
from models.text import mark, say

CALLED = ("native", "english", "short", "aliases", "former")
BEING = {
    "partner": ("type", "country"),
    "unit": ("level",),
    "person": ("position", "country"),
}


def name_lines(record: Record, told: Relations, opener: Opener) -> Iterator[QWidget]:
    """Give the lines below the title, without those that have nothing to say."""
    being = [_text(record, name) for name in BEING[record.kind]]
    if told.body.begun:
        being.append(say(mark("set up on {day}")).format(day=days.text(told.body.begun)))
    if told.body.ended:
        being.append(say(mark("ended on {day}")).format(day=days.text(told.body.ended)))
    if line := " · ".join(part for part in being if part):
        yield words(line, "muted")
    named = [name for name in CALLED if name in type(record)._meta.fields and record.value(name)]
    if named:
        yield words(
            "; ".join(f"{say(type(record).field(name).label)}: {_text(record, name)}" for name in named), "small"
        )
    if told.before:
        yield _line(mark("Includes"), told.before, [body.until() for body in told.before], told, opener)
    if told.after:
        yield _line(mark("Now"), told.after, [body.since() for body in told.after], told, opener)
    if len(told.titles) > 1:
        yield title_lines(told.titles[:4])


def _text(record: Record, name: str) -> str:
    return type(record).field(name).text(record.value(name))


def _line(title: str, bodies: Sequence[Body], names: list[str], told: Relations, opener: Opener) -> QWidget:
    inner = QWidget()
    row = FlowLayout(inner, 8)
    lead = QLabel(f"{say(title)}:")
    lead.setProperty("part", "muted")
    row.addWidget(lead)
    for body, name in zip(bodies, names, strict=True):
        made = links([(told.kind, body.id, name)], opener)
        made.setWordWrap(False)
        row.addWidget(made)
    return inner
