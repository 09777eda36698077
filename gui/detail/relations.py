"""The relations with a partner, a person or a unit in short, and the way to their page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from gui import tasks
from gui.detail.parts import Opener, column, links, scrolled, words
from gui.widgets import button, label
from models import choices, days
from models.kinds import PAGES
from models.reading import show_number
from models.record import Record
from models.store import relations
from models.store.relations import NOTHING, Event, Relations, ago, told_persons
from models.text import mark, say

SHOWN = 8  # records named one by one


def relations_tab(record: Record, opener: Opener, whole: Callable[[], None]) -> QScrollArea:
    """Show figures and the newest records, read beside the window; ``whole`` opens the page of all of them."""
    inner, made = column(6)
    area = scrolled(inner)
    more = button(mark("Open the page of relations"), "network", tip=mark("Everything on one timeline (Ctrl+L)"))
    more.clicked.connect(whole)
    made.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
    kind, number = record.kind, record.id

    def read() -> Relations | None:
        try:
            return relations.read(kind, number)
        except LookupError:
            return None

    tasks.start(area, read, lambda told: _fill(made, told, opener) if told else None)
    return area


def _fill(made: QVBoxLayout, told: Relations, opener: Opener) -> None:
    for line in summary(told):
        made.addWidget(words(line))
    bodies = [(told.kind, body.id, body.until()) for body in told.before]
    bodies += [(told.kind, body.id, body.since()) for body in told.after]
    if bodies:
        made.addWidget(label(mark("Before and after it"), "heading"))
        made.addWidget(links(bodies, opener))
    if told.events:
        made.addSpacing(6)
        made.addWidget(label(mark("Newest records"), "heading"))
        made.addWidget(links([(event.page, event.id, _line(event)) for event in told.events[:SHOWN]], opener))
    made.addStretch()


def summary(told: Relations) -> list[str]:
    """Say in a few lines when one last met, how often one visited, who came, how many records there are."""
    lines = []
    if told.last_contact:
        day = told.last_contact[0]
        lines.append(say(mark("Last contact: {day} ({ago})")).format(day=days.text(day), ago=ago(day)))
    for page, marked in (
        ("inbound", mark("Came: {files} ({persons})")),
        ("outbound", mark("Went: {files} ({persons})")),
    ):
        files, number = told.visits(page)
        lines.append(say(marked).format(files=show_number(files), persons=told_persons(number)))
    if told.highest:
        level = choices.item_label("delegation_level", str(told.highest.level))
        lines.append(say(mark("Highest visitor: {level}")).format(level=level))
    lines += [f"{title.words}: {title.period()}" for title in told.titles[:3]]
    counts = [f"{say(PAGES[name].title)} {show_number(number)}" for name, number in told.counts.items()]
    return [*lines, " · ".join(counts) or say(NOTHING)]


def _line(event: Event) -> str:
    return f"{days.text(event.day)} {event.name}".strip()
