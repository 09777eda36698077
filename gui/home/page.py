"""The start page: cards that open their lists, lines that open their records and say what can be done with them."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui import look, tasks
from gui.home import cards
from gui.home.deeds import Deeds
from gui.home.fresh import Beginning
from gui.home.lines import FigureCard, Pressed, RecordLine
from gui.home.news import News, Worry, read_news
from gui.tasks import Task
from gui.widgets import Card, EmptyState, button, follow_language, label
from models import days, engine
from models.reading import show_number
from models.text import mark, say, say_n

# All files of the year, also those planned or called off; what took place is counted by the report under other names.
FIGURES = {
    "inbound": (mark("Inbound files in {year}"), "plane-landing", "ok"),
    "outbound": (mark("Outbound files in {year}"), "plane-takeoff", "accent"),
    "in_force": (mark("Agreement files in force"), "handshake", "info"),
    "overdue": (mark("Overdue actions"), "circle-alert", "bad"),
}
COUNTED = mark("All files of the year, also planned and cancelled ones. Reports count only what took place.")
IN_SIGHT = 6  # cards that are made before the page is painted
WIDE = 900  # from this width on, two lists stand side by side


class HomePage(QWidget):
    """What needs attention today; a number opens its list, a line its record."""

    open_list = Signal(str, object)
    open_record = Signal(str, int)
    settle = Signal(str, int, str)
    noted = Signal(str, object)
    begin = Signal(str)
    sample = Signal(str)
    settings = Signal()
    calendar = Signal()
    told = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Read what there is to say as soon as the window has been painted."""
        super().__init__(parent)
        look.as_part(self, "page")
        self._news: News | None = None
        self._task: Task | None = None
        self._wide = False
        self._makers: Iterator[Callable[[], Card]] = iter(())
        self._opened: set[str] = set()  # lists whose hidden lines are shown
        self._deeds = Deeds(self)
        self._deeds.open_record.connect(self.open_record)
        self._deeds.settle.connect(self.settle)
        self._deeds.noted.connect(self.noted)
        self._deeds.changed.connect(self.refresh)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A ground of our own: asking Qt for its one would make Python know every kind of widget there is.
        self._area.setViewport(QWidget())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        follow_language(self, self._say_again)

    def _say_again(self) -> None:
        self._build()
        if self._news:
            self.refresh()

    def refresh(self) -> None:
        """Read again what needs attention."""
        if self._task:
            self._task.cancel()
        opened = frozenset(self._opened)
        self._task = tasks.start(self, lambda: read_news(opened), self.show_news, self._not_read)

    def _not_read(self, fault: Exception) -> None:
        """Let the start go on where the file is damaged: the check that follows it shows the ways on."""
        if self._news is not None or not isinstance(fault, engine.DatabaseError) or engine.cause(fault) != "corrupt":
            raise fault
        self.told.emit(0)

    def show_news(self, news: News) -> None:
        """Show what was read."""
        self._news = news
        self._build()
        self.told.emit(news.urgent)

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        top = QHBoxLayout()
        top.addWidget(label(mark("Needs attention"), "title"))
        top.addStretch()
        week = button(mark("Weekly calendar"), "calendar-days", "flat")
        week.clicked.connect(lambda _on=False: self.calendar.emit())
        top.addWidget(week)
        top.addWidget(_day_label())
        column.addLayout(top)
        self._makers = iter(())
        if self._news and self._news.fresh:
            column.addWidget(self._beginning())
        elif self._news:
            self._full(column, self._news)
        column.addStretch()
        stood, place = self._standing(), self._area.verticalScrollBar().value()
        # Where a person stands on a line or has scrolled all is there at once; else what is in sight comes first.
        self._put(inner, None if stood or place else IN_SIGHT)
        self._area.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._area.verticalScrollBar().setValue(place)
        if stood:
            self._stand(*stood)

    def _beginning(self) -> Beginning:
        made = Beginning()
        made.begin.connect(self.begin)
        made.sample.connect(self.sample)
        made.settings.connect(self.settings)
        return made

    # The keyboard stays where it was, although every line is made anew

    def _lines(self) -> list[RecordLine]:
        inner = self._area.widget()
        return inner.findChildren(RecordLine) if inner else []

    def _standing(self) -> tuple[str, int] | None:
        """Tell on which line the keyboard stands."""
        lines = self._lines()
        place = next((n for n, line in enumerate(lines) if line.hasFocus()), None)
        return None if place is None else (str(lines[place].property("spot")), place)

    def _stand(self, spot: str, place: int) -> None:
        """Put the keyboard on the same line, or on the one that took its place."""
        lines = self._lines()
        same = next((line for line in lines if line.property("spot") == spot), None)
        chosen = same or (lines[min(place, len(lines) - 1)] if lines else None)
        if chosen:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, chosen, lambda: self._area.ensureWidgetVisible(chosen, 0, 24))

    # An office at work

    def _full(self, column: QVBoxLayout, news: News) -> None:
        row = QGridLayout()
        row.setSpacing(16)
        across = 4 if self.width() >= WIDE else 2
        for place, figure in enumerate(news.figures):
            words, icon, tone = FIGURES[figure.name]
            name = say(words).format(year=days.today().year)
            persons = figure.beside
            beside = ""
            if persons is not None:
                told = say_n("{n} person, files of every state", "{n} persons, files of every state", persons)
                beside = told.format(n=show_number(persons))
            elif figure.hidden:
                told = say_n("{n} of them hidden for a while", "{n} of them hidden for a while", figure.hidden)
                beside = told.format(n=show_number(figure.hidden))
            made = FigureCard(name, show_number(figure.value), beside, icon, tone if figure.value else "accent")
            if persons is not None:
                made.setToolTip(f"{name}\n{say(COUNTED)}")
            made.clicked.connect(lambda _on=False, each=figure: self.open_list.emit(each.page, each.question))
            row.addWidget(made, place // across, place % across)
        column.addLayout(row)
        if not news.urgent:
            calm = EmptyState("circle-check", mark("Nothing is overdue, due soon or expiring."))
            calm.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            column.addWidget(calm)
        self._spread(column, self._cards(news))

    def _cards(self, news: News) -> list[Callable[[], Card]]:
        """Give what makes the cards: what needs attention first, then lists of which everything is hidden."""
        shown = (self.open_list.emit, self._deeds.open, self._deeds.offer, self._turn)

        def worry(each: Worry) -> Callable[[], Card]:
            return lambda: cards.worry_card(each, news, *shown)

        found = [worry(each) for each in news.worries if each.count]
        if news.duties or news.hidden_duties:
            opened = cards.DUTIES in self._opened
            first = 1 if found and news.worries[0].concern.tone == "bad" else 0
            found.insert(first, lambda: cards.duties_card(news, opened, self._deeds.offer, self._turn))
        if news.drafts:
            found.append(lambda: cards.drafts_card(news, self.open_list.emit))
        return found + [worry(each) for each in news.worries if not each.count]

    def _turn(self, name: str) -> None:
        """Show the hidden lines of a list, or hide them again."""
        self._opened ^= {name}
        self.refresh()

    def _spread(self, column: QVBoxLayout, makers: list[Callable[[], Card]]) -> None:
        """Lay out one column or two for the cards, which come by and by."""
        self._wide = self.width() >= WIDE
        row = QHBoxLayout()
        row.setSpacing(16)
        sides = [QVBoxLayout() for _ in range(2 if self._wide else 1)]
        for side in sides:
            side.setSpacing(16)
            side.addStretch()
            row.addLayout(side, 1)
        column.addLayout(row)
        self._sides, self._heights, self._makers = sides, [0] * len(sides), iter(makers)

    def _put(self, inner: QWidget, most: int | None) -> None:
        """Make the next cards (all of them for None) into the shorter column; the rest in the next moments."""
        made = 0
        for maker in islice(self._makers, most):
            card, place = maker(), self._heights.index(min(self._heights))
            self._sides[place].insertWidget(self._sides[place].count() - 1, card)
            self._heights[place] += card.sizeHint().height()
            made += 1
        if made == most:
            QTimer.singleShot(0, inner, lambda: self._put(inner, 3))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if self._news and self._wide != (self.width() >= WIDE):
            self._build()

    def panes(self) -> list[QWidget]:
        """Give the parts between which F6 goes."""
        inner = self._area.widget()
        first = inner.findChild(Pressed) if inner else None
        return [first] if first else []


def _day_label() -> QLabel:
    today = days.today()
    made = QLabel(f"{say(days.WEEKDAYS[today.weekday()])}, {today:%d/%m/%Y}")
    made.setProperty("part", "muted")
    return made
