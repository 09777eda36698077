"""What the start page says, read in one go beside the window."""

from collections.abc import Collection
from dataclasses import dataclass

from models import days, deadlines, store
from models.deadlines import Concern, Duty
from models.kinds import PAGES
from models.store import Question, Row, Snoozed
from models.store.figures import total

OVERDUE = "overdue"
SHOWN = 5  # lines of each list


@dataclass(frozen=True)
class Figure:
    """A number on top, also of what is hidden below; it opens its list."""

    name: str
    value: int
    beside: int | None
    page: str
    question: Question
    hidden: int = 0


@dataclass(frozen=True)
class Worry:
    """One list that needs attention: how many, the most urgent, how many are hidden, and these where asked for."""

    concern: Concern
    count: int
    rows: tuple[Row, ...]
    hidden: int = 0
    hidden_rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class News:
    """Everything on the start page; ``until`` tells when a hidden line comes back."""

    fresh: bool
    figures: tuple[Figure, ...]
    worries: tuple[Worry, ...]
    duties: tuple[Duty, ...]
    hidden_duties: tuple[Duty, ...]
    drafts: tuple[tuple[str, int], ...]
    until: dict[tuple[str, int], str]

    @property
    def urgent(self) -> int:
        """Give the number beside the page's name in the menu."""
        return sum(worry.count for worry in self.worries) + len(self.duties)


def read_news(opened: Collection[str] = ()) -> News:
    """Ask the open office; the same number of questions however much it holds.

    ``opened`` are the lists whose hidden lines are to be shown.
    """
    drafts = [(name, store.count(page, Question(drafts=True))) for name, page in PAGES.items()]
    fresh = not any(store.count(page) for page in PAGES.values())
    hidden = store.snoozed()
    until = {(each.concern, each.record): each.until for each in hidden}
    worries = () if fresh else tuple(_worry(each, hidden, each.name in opened) for each in deadlines.CONCERNS)
    duties = () if fresh else tuple(deadlines.duties())
    return News(
        fresh,
        () if fresh else _figures(next(each.hidden for each in worries if each.concern.name == OVERDUE)),
        tuple(worry for worry in worries if worry.count or worry.hidden),
        tuple(each for each in duties if (each.name, 0) not in until),
        tuple(each for each in duties if (each.name, 0) in until),
        tuple((name, n) for name, n in drafts if n),
        until,
    )


def _figures(hidden: int) -> tuple[Figure, ...]:
    year = days.today().year
    found = []
    for name in ("inbound", "outbound"):
        page, question = PAGES[name], Question(year=year, drafts=None)
        persons = total(page, question, "persons")
        found.append(Figure(name, store.count(page, question), persons, name, question))
    in_force = Question(state="IN_FORCE")
    overdue = Question(concern=OVERDUE, sort="due_on")
    found.append(Figure("in_force", store.count(PAGES["agreement"], in_force), None, "agreement", in_force))
    found.append(Figure("overdue", store.count(PAGES["action"], overdue), None, "action", overdue, hidden))
    return tuple(found)


def _worry(concern: Concern, hidden: list[Snoozed], opened: bool) -> Worry:
    page = PAGES[concern.page]
    count = store.count(page, Question(concern=concern.name, snoozed=False))
    # What is hidden may have been done since: it is counted, and only where something was hidden at all.
    asked = any(each.concern == concern.name for each in hidden)
    asleep = store.count(page, Question(concern=concern.name, snoozed=True)) if asked else 0
    rows = _rows(concern, False) if count else ()
    return Worry(concern, count, rows, asleep, _rows(concern, True) if asleep and opened else ())


def _rows(concern: Concern, snoozed: bool) -> tuple[Row, ...]:
    page = PAGES[concern.page]
    question = Question(concern=concern.name, sort=concern.order, snoozed=snoozed)
    shown = [each for each in page.fields() if each.name in ("code", page.record.named_by, concern.order)]
    return tuple(store.rows(page, store.find(page, question, SHOWN), shown, concern.name))
