"""A comparison in words: what happened to each record since, and why a figure is another one now."""

import re
from datetime import datetime

from models.frozen.comparing import Comparison, Difference, Event, Touched
from models.kinds import Page, page_named
from models.store.past import DEEDS
from models.text import mark, say

HOW = {"added": mark("added since"), "removed": mark("no longer in it"), "corrected": mark("corrected")}
GONE = mark("in the bin")
UNTOUCHED = mark("not changed itself; a list, a rule or a linked record did")
NO_RECORD = mark("no record changed: a list or a rule did")
_INDICATOR = re.compile(r"I\d+")


def about(told: Comparison) -> str:
    """Say which report is compared with which moment."""
    which = told.frozen
    words = say(mark("{title}, handed in {day} by {who}; compared {moment}"))
    return words.format(
        title=which.title, day=moment(which.at), who=which.who, moment=f"{datetime.now():%H:%M %d/%m/%Y}"
    )


def counts(told: Comparison) -> str:
    """Say how many records were added, removed and corrected."""
    if not told.changed():
        return say(mark("Nothing has changed: every figure and every record is as it was handed in."))
    words = say(mark("Records: {added} added since, {removed} no longer in it, {corrected} corrected."))
    return words.format(**{how: told.count(how) for how in HOW})  # type: ignore[arg-type]


def moment(at: str) -> str:
    """Write a moment of history: 14:05 03/02/2026."""
    return f"{datetime.fromisoformat(at):%H:%M %d/%m/%Y}"


def code_of(each: Difference) -> str:
    """Give the code by which people know a figure: that of its indicator, or none where it is the program's own key."""
    found = _INDICATOR.match(each.code)
    return "" if each.register or not found else found[0]


def why(record: Touched) -> str:
    """Say what happened to a record since: its corrected fields, its deeds with their reasons."""
    new = any(each.deed == "create" for each in record.events)  # all its fields are new
    told = [] if new else [str(each) for each in record.fields]
    told += [event_words(each) for each in record.events if each.deed != "edit" or each.note]
    return "\n".join(told) or say(UNTOUCHED)


def event_words(event: Event) -> str:
    """Say one deed: what, when, by whom, why."""
    words = f"{say(DEEDS.get(event.deed, event.deed))}: {moment(event.at)}, {event.who}"
    return f"{words} ({event.note})" if event.note else words


def reason(each: Difference) -> str:
    """Say why a figure is another one now where no record tells."""
    return say(NO_RECORD) if each.changed and not each.records else ""


def kind_of(record: Touched) -> str:
    """Name the kind of a record."""
    return say(page_of(record).one)


def page_of(record: Touched) -> Page:
    """Give the list that shows a record; delegations of both directions stand together in one."""
    return page_named(record.kind)


def touches(told: Comparison) -> dict[tuple[str, int], list[str]]:
    """Say for each record which figures changed with it, each with its value then and now."""
    found: dict[tuple[str, int], list[str]] = {}
    for each in told.figures:
        if each.changed:
            sides = (side.shown() if side else "0" for side in (each.then, each.now))
            words = f"{' '.join(filter(None, (code_of(each), each.label)))}: {' → '.join(sides)}"
            for record in each.records:
                found.setdefault((record.kind, record.id), []).append(words)
    return found
