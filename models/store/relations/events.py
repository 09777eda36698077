"""One line of the timeline: a record, when it was, what the body was in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from models import choices, days
from models.kinds import PAGES
from models.states import AgreementState, EventState, InboundState, OutboundState, SessionState
from models.store.finding import states_of
from models.store.relations.sources import Source
from models.text import mark, say

# The states in which the two sides met: only these make a contact, a visit, a title held.
_HELD: dict[str, tuple[str, ...]] = {
    "inbound": (InboundState.ONGOING, InboundState.ENDED, InboundState.REPORTED, InboundState.CLOSED),
    "outbound": (OutboundState.DEPARTED, OutboundState.RETURNED, OutboundState.REPORTED, OutboundState.CLOSED),
    "session": (SessionState.HELD, SessionState.MINUTES_SIGNED, SessionState.PLAN_ISSUED, SessionState.CLOSED),
    "agreement": (
        *(AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.SUSPENDED, AgreementState.EXPIRED),
        *(AgreementState.TERMINATED, AgreementState.WITHDRAWN, AgreementState.REPLACED),
    ),
    **dict.fromkeys(("exchange", "conference", "training"), (EventState.HELD, EventState.REPORTED)),
}


@dataclass(slots=True)
class Event:
    """A record on the timeline; ``body`` is the body named in it, ``roles`` (marked words) what it was there.

    ``held`` tells that the two sides met; ``direct`` that the record is about the body, not only linked with it.
    """

    kind: str
    id: int
    page: str
    day: str | None
    last: str | None
    code: str
    name: str
    state: str | None
    draft: bool
    persons: int
    level: str | None
    body: int
    roles: tuple[str, ...]
    words: str = ""
    held: bool = False
    direct: bool = False

    def standing(self) -> tuple[str, str] | None:
        """Give the state in words with its tone."""
        if self.draft:
            return say(mark("Draft", "state")), "neutral"
        states = _states(self.page)
        return (choices.label(states, self.state), choices.tone(states, self.state)) if self.state and states else None

    def told_day(self) -> str:
        """Show the day, or the first and the last."""
        first, last = days.text(self.day), days.text(self.last)
        return f"{first} – {last}" if first and last and first != last else first

    def told_roles(self) -> str:
        """Say what the body was in the record, and with which title."""
        return ", ".join([*(say(role) for role in self.roles), *([self.words] if self.words else [])])

    @property
    def year(self) -> str:
        """Give the year, empty where no day is known."""
        return self.day[:4] if self.day else ""

    def met(self, today: str) -> str | None:
        """Give the last day on which the two sides met by today."""
        return self.last if self.last and self.last <= today else self.day


@cache
def _states(page: str) -> Any:
    return states_of(PAGES[page])


def gather(found: Iterable[tuple[Any, ...]], known: tuple[Source, ...], today: str) -> tuple[Event, ...]:
    """Make one event of each record, newest first.

    A day of which only the year or month is known stands below the whole days of that year or month; records without
    any day come last.
    """
    events: dict[tuple[str, int], Event] = {}
    for place, body, words, number, *rest in found:
        source = known[place]
        event = events.get((source.kind, number))
        if event is None:
            event = events[source.kind, number] = _event(source, body, number, rest, today)
        if source.role not in event.roles:
            event.roles += (source.role,)
        event.words = event.words or words or ""
        if not source.loose and not event.direct:
            event.direct, event.body = True, body
    return tuple(sorted(events.values(), key=lambda each: (each.day or "", each.kind, each.id), reverse=True))


def _event(source: Source, body: int, number: int, rest: list[Any], today: str) -> Event:
    day, last, code, name, draft, direction, persons, level, state = rest
    page = source.kind if direction is None or source.kind != "delegation" else f"{direction}bound"
    told = " ".join((name or "").split())
    made = Event(
        source.kind, number, page, day, last, code or "", told, state, bool(draft), persons or 0, level, body, ()
    )
    made.held = not draft and state in _HELD.get(page, ()) and bool(day) and day <= today
    return made
