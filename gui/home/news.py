"""What the start page says, read in one go beside the window."""

from dataclasses import dataclass

from models import days, deadlines, store
from models.deadlines import Concern
from models.kinds import PAGES
from models.store import Question, Row
from models.store.figures import total

SHOWN = 5  # lines of each list


@dataclass(frozen=True)
class Figure:
    """A number on top; it opens its list."""

    name: str
    value: int
    beside: int | None
    page: str
    question: Question


@dataclass(frozen=True)
class Worry:
    """One list that needs attention: how many, and the most urgent."""

    concern: Concern
    count: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class News:
    """Everything on the start page."""

    fresh: bool
    figures: tuple[Figure, ...]
    worries: tuple[Worry, ...]
    drafts: tuple[tuple[str, int], ...]

    @property
    def urgent(self) -> int:
        """Give the number beside the page's name in the menu."""
        return sum(worry.count for worry in self.worries)


def read_news() -> News:
    """Ask the open office; the same number of questions however much it holds."""
    drafts = [(name, store.count(page, Question(drafts=True))) for name, page in PAGES.items()]
    fresh = not any(store.count(page) for page in PAGES.values())
    worries = [_worry(concern) for concern in deadlines.CONCERNS]
    return News(
        fresh,
        () if fresh else _figures(),
        tuple(worry for worry in worries if worry.count),
        tuple((name, n) for name, n in drafts if n),
    )


def _figures() -> tuple[Figure, ...]:
    year = days.today().year
    found = []
    for name in ("inbound", "outbound"):
        page, question = PAGES[name], Question(year=year, drafts=None)
        persons = total(page, question, "persons")
        found.append(Figure(name, store.count(page, question), persons, name, question))
    in_force = Question(state="IN_FORCE")
    overdue = Question(concern="overdue", sort="due_on")
    found.append(Figure("in_force", store.count(PAGES["agreement"], in_force), None, "agreement", in_force))
    found.append(Figure("overdue", store.count(PAGES["action"], overdue), None, "action", overdue))
    return tuple(found)


def _worry(concern: Concern) -> Worry:
    page = PAGES[concern.page]
    question = Question(concern=concern.name, sort=concern.order)
    count = store.count(page, question)
    shown = [each for each in page.fields() if each.name in ("code", page.record.named_by, concern.order)]
    rows = store.rows(page, store.find(page, question, SHOWN), shown) if count else []
    return Worry(concern, count, tuple(rows))
