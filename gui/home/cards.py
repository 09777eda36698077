"""The cards of the start page: a list that needs attention, the office's duties, drafts, what is hidden."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from gui.home.deeds import Spot
from gui.home.lines import RecordLine
from gui.home.news import SHOWN, News, Worry
from gui.widgets import Card, Elided, Pill, button
from models import days
from models.kinds import PAGES
from models.reading import show_number
from models.store import Question, Row
from models.text import mark, say

Open = Callable[[str, Question], None]
TOLD_WHOLE = ("expired", "expiring", "opinions")


class ListCard(Card):
    """Lines under a heading; ``done`` does what is done with a line, ``offer`` shows its menu."""

    def __init__(self, title: str, count: int, tone: str) -> None:
        """Show a marked title with its number."""
        super().__init__()
        self.title = say(title)
        self.setAccessibleName(self.title)
        self.body.setSpacing(2)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(Elided(self.title, "heading"))
        if count:
            pill = Pill(show_number(count), tone)
            pill.setFixedWidth(pill.sizeHint().width())
            self.head.addWidget(pill)
        self.head.addStretch()
        self.body.addLayout(self.head)

    def add(
        self,
        spot: Spot,
        code: str,
        standing: tuple[str, str] | None,
        done: Callable[[Spot], None],
        offer: Callable[[Spot, QPoint], None],
    ) -> None:
        """Add a line."""
        line = RecordLine(spot.name, code, standing, menu=True)
        line.setProperty("spot", f"{spot.list}/{spot.number}/{spot.hidden}")
        line.clicked.connect(lambda: done(spot))
        line.asked.connect(lambda place: offer(spot, place))
        self.body.addWidget(line)

    def link(self, words: str, deed: Callable[[], None]) -> QPushButton:
        """Add a way on below the lines; the words are translated already."""
        made = button("", kind="link")
        made.setText(words)
        made.setAccessibleName(f"{self.title}: {words}")
        made.clicked.connect(lambda: deed())
        self.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made


def worry_card(
    worry: Worry,
    news: News,
    open_list: Open,
    done: Callable[[Spot], None],
    offer: Callable[[Spot, QPoint], None],
    turn: Callable[[str], None],
) -> ListCard:
    """Make the card of a list: the most urgent lines, the way to all, and what is hidden."""
    concern = worry.concern
    late = any(row.standing and row.standing[1] == "bad" for row in worry.rows)
    card = ListCard(concern.title, worry.count, "bad" if late else concern.tone)
    question = Question(concern=concern.name, sort=concern.order)
    whole = button(mark("Open the list"), kind="link")
    whole.setAccessibleName(f"{say(mark('Open the list'))}: {card.title}")
    whole.clicked.connect(lambda: open_list(concern.page, question))
    card.head.addWidget(whole)
    for row in worry.rows:
        card.add(_spot(worry, row, False), row.texts.get("code", ""), _short(concern.name, row), done, offer)
    if worry.count > SHOWN:
        everything = show_number(worry.count + worry.hidden)
        card.link(say(mark("All {n}")).format(n=everything), lambda: open_list(concern.page, question))
    for row in worry.hidden_rows:
        until = news.until.get((concern.name, row.id))
        told = (say(mark("hidden until {day}")).format(day=days.text(until)), "neutral")
        card.add(_spot(worry, row, True), row.texts.get("code", ""), told, done, offer)
    if worry.hidden:
        words = mark("Hidden: {n}") if not worry.hidden_rows else mark("Hidden: {n} – fold")
        card.link(say(words).format(n=show_number(worry.hidden)), lambda: turn(concern.name))
    return card


def _short(concern: str, row: Row) -> tuple[str, str] | None:
    """Say how far off the day is: what is due then stands in the heading, unless each line has more to say."""
    if row.standing is None or row.due is None or concern in TOLD_WHOLE:
        return row.standing or row.state
    left = (row.due - days.today()).days
    words = mark("Overdue by {n} days") if left < 0 else mark("Due in {n} days")
    return say(words).format(n=show_number(abs(left))), row.standing[1]


def _spot(worry: Worry, row: Row, hidden: bool) -> Spot:
    name = row.texts.get(PAGES[worry.concern.page].record.named_by, "")
    return Spot(worry.concern, row.id, " ".join(name.split()), hidden=hidden)


def duties_card(
    news: News, opened: bool, offer: Callable[[Spot, QPoint], None], turn: Callable[[str], None]
) -> ListCard:
    """Make the card of what the office owes as a whole: reports and plans of the year."""
    late = any(each.due < days.today() for each in news.duties)
    card = ListCard(mark("Duties of the office"), len(news.duties), "bad" if late else "warn")

    def ask(spot: Spot) -> None:
        line = next(each for each in card.findChildren(RecordLine) if each.property("spot").startswith(f"{spot.list}/"))
        offer(spot, line.mapToGlobal(line.rect().bottomLeft()))

    for duty in news.duties:
        card.add(Spot(None, 0, duty.text(), duty), f"{duty.due:%d/%m/%Y}", duty.standing(), ask, offer)
    if opened:
        for duty in news.hidden_duties:
            told = (say(mark("hidden until {day}")).format(day=days.text(news.until[duty.name, 0])), "neutral")
            card.add(Spot(None, 0, duty.text(), duty, hidden=True), f"{duty.due:%d/%m/%Y}", told, ask, offer)
    if news.hidden_duties:
        words = mark("Hidden: {n} – fold") if opened else mark("Hidden: {n}")
        card.link(say(words).format(n=len(news.hidden_duties)), lambda: turn(DUTIES))
    return card


DUTIES = "duties"


def drafts_card(news: News, open_list: Open) -> ListCard:
    """Make the card of the drafts, by kind."""
    card = ListCard(mark("Drafts to finish"), sum(count for _name, count in news.drafts), "neutral")
    for name, count in news.drafts:
        line = RecordLine(say(PAGES[name].title), "", (show_number(count), "neutral"))
        line.clicked.connect(lambda _on=False, name=name: open_list(name, Question(drafts=True)))
        card.body.addWidget(line)
    return card
