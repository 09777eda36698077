"""What the timeline tells in figures: counts, last contact, balance of visits, highest visitor, titles held."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from models import choices, days
from models.kinds import PAGES
from models.reading import show_number
from models.store.relations.events import Event
from models.text import mark, say, say_n

NOTHING = mark("No record names it yet. Words that are not linked are not counted.")


@dataclass(frozen=True)
class Body:
    """A partner, person or unit by its name, with when it was set up and ended."""

    id: int
    name: str
    begun: str | None = None
    ended: str | None = None

    def until(self) -> str:
        """Write "Hà Giang (until 30/06/2025)"."""
        told = say(mark("{name} (until {day})"))
        return told.format(name=self.name, day=days.text(self.ended)) if self.ended else self.name

    def since(self) -> str:
        """Write "Tuyên Quang (from 01/07/2025)"; of a body that ended too, until when it was."""
        if self.ended:
            return self.until()
        told = say(mark("{name} (from {day})"))
        return told.format(name=self.name, day=days.text(self.begun)) if self.begun else self.name


@dataclass(frozen=True)
class Title:
    """A title that a person held, with the first and last day on which a record says so."""

    words: str
    first: str
    last: str
    records: int

    def period(self) -> str:
        """Write the first and the last of these days."""
        return " – ".join(dict.fromkeys((days.text(self.first), days.text(self.last))))


@dataclass(frozen=True)
class Relations:
    """All that the office has to do with one body; ``counted`` are the bodies whose records are in it."""

    kind: str
    body: Body
    before: tuple[Body, ...]
    after: tuple[Body, ...]
    counted: tuple[Body, ...]
    events: tuple[Event, ...]
    as_now: bool = False
    below: bool = False
    names: dict[int, str] = field(default_factory=dict)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Count the records by page, in the order of the menu; every record counts, drafts too, as lists do."""
        found = Counter(event.page for event in self.events)
        return {page: found[page] for page in PAGES if found[page]}

    def of(self, page: str) -> tuple[Event, ...]:
        """Give the events of one page; all of them for ""."""
        return tuple(event for event in self.events if not page or event.page == page)

    def visits(self, page: str) -> tuple[int, int]:
        """Count files and persons of the inbound or outbound delegations that took place."""
        held = [event for event in self.of(page) if event.held and event.direct]
        return len(held), sum(event.persons for event in held)

    @cached_property
    def last_contact(self) -> tuple[str, Event] | None:
        """Give the last day on which the two sides met, with the event."""
        today = days.today().isoformat()
        met = ((event.met(today) or "", event) for event in self.events if event.held and event.direct)
        return max(met, key=lambda each: each[0], default=None)

    @cached_property
    def highest(self) -> Event | None:
        """Give the newest visit of the highest level that came, by the order of the list of levels."""
        order = {code: place for place, code in enumerate(choices.every_code("delegation_level"))}
        came = [event for event in self.of("inbound") if event.held and event.direct and event.level in order]
        return min(came, key=lambda event: order[str(event.level)], default=None)

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """Give the titles that a person's records carry, the newest first."""
        told: dict[str, list[str]] = {}
        for event in self.events:
            if event.words and event.day:
                told.setdefault(event.words, []).append(event.day)
        made = (Title(words, min(each), max(each), len(each)) for words, each in told.items())
        return tuple(sorted(made, key=lambda title: title.last, reverse=True))

    def by_year(self, page: str = "") -> dict[str, list[Event]]:
        """Group the events of a page by year, newest first; "" stands for those without a day."""
        groups: dict[str, list[Event]] = {}
        for event in self.of(page):
            groups.setdefault(event.year, []).append(event)
        return groups


def told_persons(number: int) -> str:
    """Write "24 persons", each counted at each visit."""
    return say_n("{n} person", "{n} persons", number).format(n=show_number(number))


def ago(day: str) -> str:
    """Say how long ago a day was; of a day known in part its last one counts."""
    today = days.today()
    then = min(days.last(day), today)
    passed = (today - then).days
    if passed < 31:
        return say_n("{n} day ago", "{n} days ago", passed).format(n=passed) if passed else say(mark("today"))
    months = _months(then, today)
    if months < 24:
        return say_n("{n} month ago", "{n} months ago", months).format(n=months)
    return say_n("{n} year ago", "{n} years ago", months // 12).format(n=months // 12)


def _months(then: date, today: date) -> int:
    whole = (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day)
    return max(whole, 1)
