"""The sheet of relations with a partner, a person or a unit: figures, counts and the timeline."""

from models import choices, days
from models.kinds import PAGES
from models.paper.issuer import letterhead, recipients, signature
from models.paper.sheet import Align, Grid, Item, Line, Paper, Section
from models.reading import show_number
from models.record import Record
from models.store.relations import Event, Relations, ago, told_persons
from models.text import mark, say

TITLES = {
    "partner": mark("Relations with a partner"),
    "person": mark("Relations with a person"),
    "unit": mark("External relations of a unit"),
}


def relations_sheet(record: Record, told: Relations) -> Paper:
    """Put the relations with one body on paper; a long timeline follows as an annex."""
    parts: tuple[tuple[str, tuple[Item, ...]], ...] = (
        (mark("General facts"), _general(record, told)),
        (mark("Titles held then"), tuple(Line(title.words, title.period()) for title in told.titles)),
        (mark("Records by kind"), (_counts(told),) if told.counts else ()),
        (mark("Timeline"), (_timeline(told),) if told.events else ()),
    )
    return Paper(
        letterhead=letterhead(),
        title=say(TITLES[told.kind]),
        subtitle=record.heading,
        sections=tuple(Section(say(title), items) for title, items in parts if items),
        signature=signature(),
        recipients=recipients(),
    )


def _general(record: Record, told: Relations) -> tuple[Line, ...]:
    names = (
        name for name in ("native", "english", "short", "aliases", "former", "type", "level", "position", "country")
    )
    known = [type(record).field(name) for name in names if name in type(record)._meta.fields]
    lines = [(say(field.label), field.text(record.value(field.name))) for field in known]
    lines += [
        (say(mark("Includes")), "; ".join(body.until() for body in told.before)),
        (say(mark("Now")), "; ".join(body.since() for body in told.after)),
        (say(mark("Counted with it")), "; ".join(body.name for body in told.counted if body.id != told.body.id)),
        (say(mark("Last contact")), _contact(told)),
        (say(mark("Delegations that came")), _visits(told, "inbound")),
        (say(mark("Delegations that went")), _visits(told, "outbound")),
        (say(mark("Highest visitor")), _highest(told)),
    ]
    return tuple(Line(label, text) for label, text in lines if text)


def _contact(told: Relations) -> str:
    if told.last_contact is None:
        return say(mark("none that took place"))
    day, event = told.last_contact
    return f"{days.text(day)} ({ago(day)}): {event.name}"


def _visits(told: Relations, page: str) -> str:
    files, persons = told.visits(page)
    return f"{show_number(files)} ({told_persons(persons)})"


def _highest(told: Relations) -> str:
    event = told.highest
    if event is None:
        return ""
    level = choices.item_label("delegation_level", str(event.level))
    return f"{level}: {event.name} ({event.told_day()})"


def _counts(told: Relations) -> Grid:
    rows = tuple((say(PAGES[name].title), show_number(number)) for name, number in told.counts.items())
    return Grid((), rows, (75, 25), ("left", "center"))


def _timeline(told: Relations) -> Grid:
    heads = (mark("No."), mark("Time"), mark("Content"), mark("Kind"), mark("State"))
    rows = tuple(_row(place, event, told) for place, event in enumerate(told.events, 1))
    aligns: tuple[Align, ...] = ("center", "left", "left", "left", "left")
    return Grid(tuple(say(head) for head in heads), rows, (7, 17, 40, 20, 16), aligns, annex=say("Timeline"))


def _row(place: int, event: Event, told: Relations) -> tuple[str, ...]:
    standing = event.standing()
    of = "" if event.body == told.body.id else told.names.get(event.body, "")
    kind = " · ".join(part for part in (say(PAGES[event.page].one).capitalize(), event.told_roles(), of) if part)
    return (str(place), event.told_day(), event.name, kind, standing[0] if standing else "")
