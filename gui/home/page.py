"""The start page: cards that open their lists, lines that open their records."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui import look, tasks
from gui.home.lines import Choice, FigureCard, Pressed, RecordLine
from gui.home.news import SHOWN, News, Worry, read_news
from gui.tasks import Task
from gui.widgets import Card, EmptyState, Pill, button, follow_language, label
from models import days
from models.kinds import PAGES
from models.store import Question
from models.text import mark, say, say_n

# All files of the year, also those planned or called off; what took place is counted by the report under other names.
FIGURES = {
    "inbound": (mark("Inbound files in {year}"), "plane-landing", "ok"),
    "outbound": (mark("Outbound files in {year}"), "plane-takeoff", "accent"),
    "in_force": (mark("Agreement files in force"), "handshake", "info"),
    "overdue": (mark("Overdue actions"), "circle-alert", "bad"),
}
SAMPLES = {"lai-chau": "Lai Châu", "dien-bien": "Điện Biên"}
WIDE = 900  # from this width on, two lists stand side by side


class HomePage(QWidget):
    """What needs attention today; a number opens its list, a line its record."""

    open_list = Signal(str, object)
    open_record = Signal(str, int)
    begin = Signal(str)
    sample = Signal(str)
    settings = Signal()
    told = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Read what there is to say as soon as the window has been painted."""
        super().__init__(parent)
        look.as_part(self, "page")
        self._news: News | None = None
        self._task: Task | None = None
        self._wide = False
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        self._task = tasks.start(self, read_news, self.show_news)

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
        top.addWidget(_day_label())
        column.addLayout(top)
        if self._news and self._news.fresh:
            self._fresh(column)
        elif self._news:
            self._full(column, self._news)
        column.addStretch()
        place = self._area.verticalScrollBar().value()
        self._area.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._area.verticalScrollBar().setValue(place)

    # An office with nothing in it

    def _fresh(self, column: QVBoxLayout) -> None:
        words = label(mark("This office holds nothing yet. Begin with one of these:"), "muted")
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(16)
        for icon, title, sentence, deed in self._choices():
            choice = Choice(icon, say(title), say(sentence))
            choice.clicked.connect(lambda _on=False, deed=deed, choice=choice: deed(choice))
            row.addWidget(choice)
        column.addLayout(row)

    def _choices(self) -> list[tuple[str, str, str, Any]]:
        return [
            (
                "folder-open",
                mark("Open sample data"),
                mark("Look around in an office with records already in it. Your own file stays as it is."),
                self._offer_samples,
            ),
            (
                "plus",
                mark("Add a record"),
                mark("A delegation, an agreement or an action: what is missing can be filled in later."),
                self._offer_kinds,
            ),
            (
                "landmark",
                mark("Name your office"),
                mark("Superior body, letterhead and signatories, as they stand on papers and reports."),
                lambda _choice: self.settings.emit(),
            ),
        ]

    def _offer_samples(self, choice: Pressed) -> None:
        menu = QMenu(choice)
        for name, words in SAMPLES.items():
            menu.addAction(words).triggered.connect(lambda _on=False, name=name: self.sample.emit(name))
        menu.exec(choice.mapToGlobal(choice.rect().bottomLeft()))

    def _offer_kinds(self, choice: Pressed) -> None:
        menu = QMenu(choice)
        for name, page in PAGES.items():
            act = menu.addAction(look.icon(page.icon), say(page.new))
            act.triggered.connect(lambda _on=False, name=name: self.begin.emit(name))
        menu.exec(choice.mapToGlobal(choice.rect().bottomLeft()))

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
                told = say_n("{n} person in these files", "{n} persons in these files", persons)
                beside = told.format(n=_number(persons))
            made = FigureCard(name, _number(figure.value), beside, icon, tone if figure.value else "accent")
            made.clicked.connect(lambda _on=False, each=figure: self.open_list.emit(each.page, each.question))
            row.addWidget(made, place // across, place % across)
        column.addLayout(row)
        if not news.worries:
            calm = EmptyState("circle-check", mark("Nothing is overdue, due soon or expiring."))
            calm.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            column.addWidget(calm)
        cards: list[QWidget] = [self._card(worry) for worry in news.worries]
        if news.drafts:
            cards.append(self._drafts(news))
        self._spread(column, cards)

    def _spread(self, column: QVBoxLayout, cards: list[QWidget]) -> None:
        """Put cards into one column or two, the shorter column first."""
        self._wide = self.width() >= WIDE
        row = QHBoxLayout()
        row.setSpacing(16)
        sides = [QVBoxLayout() for _ in range(2 if self._wide else 1)]
        heights = [0] * len(sides)
        for side in sides:
            side.setSpacing(16)
            row.addLayout(side, 1)
        for card in cards:
            place = heights.index(min(heights))
            sides[place].addWidget(card)
            heights[place] += card.sizeHint().height()
        for side in sides:
            side.addStretch()
        column.addLayout(row)

    def _card(self, worry: Worry) -> Card:
        card, concern = Card(), worry.concern
        card.setAccessibleName(say(concern.title))
        card.body.setSpacing(2)
        question = Question(concern=concern.name, sort=concern.order)
        card.body.addLayout(self._heading(concern.title, worry.count, concern.tone, concern.page, question))
        page = PAGES[concern.page]
        for row in worry.rows:
            name = row.texts.get(page.record.named_by, "")
            line = RecordLine(" ".join(name.split()), row.texts.get("code", ""), row.standing or row.state)
            line.clicked.connect(lambda _on=False, row=row: self.open_record.emit(f"{concern.page}", row.id))
            card.body.addWidget(line)
        if worry.count > SHOWN:
            more = button("", kind="link")
            more.setText(say(mark("All {n}")).format(n=_number(worry.count)))
            more.setAccessibleName(f"{say(concern.title)}: {more.text()}")
            more.clicked.connect(lambda: self.open_list.emit(concern.page, question))
            card.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _heading(self, title: str, count: int, tone: str, page: str, question: Question) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(title, "heading"))
        row.addWidget(Pill(_number(count), tone))
        row.addStretch()
        whole = button(mark("Open the list"), kind="link")
        whole.setAccessibleName(f"{say(mark('Open the list'))}: {say(title)}")
        whole.clicked.connect(lambda: self.open_list.emit(page, question))
        row.addWidget(whole)
        return row

    def _drafts(self, news: News) -> Card:
        card = Card(mark("Drafts to finish"))
        card.body.setSpacing(2)
        for name, count in news.drafts:
            line = RecordLine(say(PAGES[name].title), "", (_number(count), "neutral"))
            question = Question(drafts=True)
            line.clicked.connect(lambda _on=False, name=name, asked=question: self.open_list.emit(name, asked))
            card.body.addWidget(line)
        return card

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


def _number(n: int) -> str:
    return f"{n:,}".replace(",", ".")
