"""The figures above the timeline: last contact, visits both ways, the highest visitor or the titles held."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.detail.parts import Opener, links
from gui.widgets import Card, Elided, label
from models import choices, days
from models.reading import show_number
from models.store.relations import Event, Relations, Title, ago, told_persons
from models.text import mark, say, say_n

ACROSS = 4


def figure_row(told: Relations, opener: Opener) -> QWidget:
    """Put the figures of a body side by side."""
    inner = QWidget()
    grid = QGridLayout(inner)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(12)
    last = _titles(told.titles) if told.kind == "person" else _highest(told, opener)
    for place, card in enumerate((_contact(told, opener), *(_visits(told, page) for page in VISITS), last)):
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.addWidget(card, place // ACROSS, place % ACROSS)
        grid.setColumnStretch(place % ACROSS, 1)
    return inner


VISITS = {"inbound": mark("Delegations that came"), "outbound": mark("Delegations that went")}


def _card(title: str, figure: str, beside: QWidget | None = None) -> Card:
    card = Card()
    card.body.setContentsMargins(16, 8, 12, 8)
    card.body.setSpacing(0)
    card.body.addWidget(label(title, "muted"))
    card.body.addWidget(Elided(figure, "heading"))
    if beside is not None:
        card.body.addWidget(beside)
    card.body.addStretch()
    card.setFixedHeight(78)
    card.setAccessibleName(f"{say(title)}: {figure}")
    return card


def _small(text: str) -> QLabel:
    made = label("", "small")
    made.setText(text)
    return made


def _contact(told: Relations, opener: Opener) -> Card:
    if told.last_contact is None:
        return _card(mark("Last contact"), "—", _small(say(mark("none that took place"))))
    day, event = told.last_contact
    return _card(mark("Last contact"), f"{days.text(day)} · {ago(day)}", _link(event, opener))


def _visits(told: Relations, page: str) -> Card:
    files, persons = told.visits(page)
    return _card(VISITS[page], show_number(files), _small(told_persons(persons)))


def _highest(told: Relations, opener: Opener) -> Card:
    event = told.highest
    if event is None:
        return _card(mark("Highest visitor"), "—")
    level = choices.item_label("delegation_level", str(event.level))
    return _card(mark("Highest visitor"), level, _link(event, opener))


def _link(event: Event, opener: Opener) -> QLabel:
    """Name a record on one line; a click or Enter opens it."""
    short = event.name if len(event.name) <= 34 else event.name[:33] + "…"
    made = links([(event.page, event.id, short)], opener)
    made.setWordWrap(False)
    made.setToolTip(event.name)
    return made


def _titles(titles: Sequence[Title]) -> Card:
    if not titles:
        return _card(mark("Titles held then"), "—")
    latest = titles[0]
    more = len(titles) - 1
    rest = say_n("and {n} earlier title", "and {n} earlier titles", more).format(n=more) if more else ""
    card = _card(mark("Titles held then"), latest.words, _small(rest) if rest else None)
    card.setToolTip("\n".join(title_line(title) for title in titles))
    return card


def title_line(title: Title) -> str:
    """Write "Tỉnh trưởng: 01/06/2024 – 01/11/2026"."""
    return f"{title.words}: {title.period()}"


def title_lines(titles: Sequence[Title]) -> QWidget:
    """List the titles held, each with the days of its records."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for title in titles:
        made = _small(title_line(title))
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(made)
    return inner
