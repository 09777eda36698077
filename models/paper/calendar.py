"""The weekly calendar: weekdays by morning and afternoon, as offices pin it up."""

from datetime import date, timedelta

from models.paper.issuer import letterhead, recipients, signature
from models.paper.lists import footer
from models.paper.sheet import Column, Group, Register, Row
from models.reports.calendar import HALVES, Entry, Week, week_of
from models.store.calendar import AFTERNOON, MORNING
from models.text import mark, say

WEEKDAYS = (
    *(mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday")),
    *(mark("Saturday"), mark("Sunday")),
)
WORKING_DAYS = 5
DUE = mark("Tasks due this week")
COLUMNS = (
    Column(mark("Day"), 10, "center", merges=True),
    Column(mark("Half of the day"), 7, "center", merges=True),
    Column(mark("Hour"), 7, "center"),
    Column(mark("Content"), 34),
    Column(mark("Chaired by"), 15),
    Column(mark("Participants"), 18),
    Column(mark("Place"), 14),
    Column(mark("Prepared by"), 13),
)


def calendar(day: date) -> Register:
    """Write the calendar of the week that a day lies in; a working day without an entry keeps its empty lines."""
    week = week_of(day)
    rows: list[Row | Group] = []
    for place in range(7):
        rows += _day(week, week.first + timedelta(days=place), place)
    if week.due:
        rows += [Group(say(DUE)), *(_due(each) for each in week.due)]
    beside = (
        (mark("This month, day not known yet: {names}."), week.undated),
        (mark("Going on: {names}."), week.running),
    )
    return Register(
        title=say(mark("Weekly calendar: week {number}")).format(number=week.number),
        subtitle=say(mark("(from {first} to {last})")).format(
            first=f"{week.first:%d/%m/%Y}", last=f"{week.last:%d/%m/%Y}"
        ),
        columns=tuple(Column(say(each.title), each.weight, each.align, merges=each.merges) for each in COLUMNS),
        rows=tuple(rows),
        notes=tuple(say(words).format(names="; ".join(names)) for words, names in beside if names),
        footer=footer(),
        letterhead=letterhead("LCT"),
        signature=signature(),
        recipients=recipients(),
    )


def _day(week: Week, day: date, place: int) -> list[Row | Group]:
    name = f"{say(WEEKDAYS[place])}\n{day:%d/%m/%Y}"
    found = week.of(day)
    if found:
        return [_row(name, each) for each in found]
    if place >= WORKING_DAYS:
        return []
    return [Row((name, say(HALVES[half]), *("" for _ in COLUMNS[2:]))) for half in (MORNING, AFTERNOON)]


def _due(each: Entry) -> Row:
    name = f"{say(WEEKDAYS[each.day.weekday()])}\n{each.day:%d/%m/%Y}"
    return Row((name, *("" for _ in COLUMNS[1:3]), each.words, *("" for _ in COLUMNS[4:-1]), each.prepared_by))


def _row(name: str, each: Entry) -> Row:
    told = (each.at, each.words, each.chair, each.persons, each.place, each.prepared_by)
    return Row((name, say(HALVES[each.half]), *told))
