"""The report of a mechanism as a report: counts by field of cooperation over a register of all that is told."""

from datetime import date, datetime
from typing import Any

from models import days
from models.kinds import KINDS, page_named
from models.reports.cells import Counted, Key
from models.reports.columns import Column, titled
from models.reports.head import office_head
from models.reports.mechanism.account import COMMON, PARTS, Account, OfField, Part, account
from models.reports.registers import Register
from models.reports.report import Page, Report, Sheet, Table
from models.reports.tongues import of_cells
from models.text import mark, say, speak, spoken

NAME = "mechanism"
TITLE = mark("Report on a mechanism of cooperation")
# The columns of the counts: their words, and what they count of the register.
_COUNTS: tuple[tuple[str, str, Part, tuple[str, ...]], ...] = (
    ("conclusions", mark("Conclusions"), Part.AGREED, ("conclusion",)),
    ("signed", mark("Documents signed at the sessions"), Part.AGREED, ("agreement",)),
    ("done", mark("Tasks done"), Part.DONE, ("action",)),
    ("visits", mark("Delegations"), Part.DONE, ("delegation",)),
    ("exchanges", mark("Exchange activities"), Part.DONE, ("exchange",)),
    (
        "others",
        mark("Other events, agreements, figures"),
        Part.DONE,
        ("conference", "training", "agreement", "statistic"),
    ),
    ("open", mark("Tasks open"), Part.OPEN, ("action",)),
    ("unassigned", mark("Conclusions without a task"), Part.OPEN, ("conclusion",)),
)


def content(mechanism: int, number: int, language: str | None = None) -> Report:
    """Give the report of a mechanism since its session of a number; raise ``LookupError`` where there is none."""
    before = spoken()
    speak(of_cells(language) or before)
    try:
        return _report(account(mechanism, number), language)
    finally:
        speak(before)


def _report(told: Account, language: str | None) -> Report:
    heading = f"{say(TITLE)}\n{told.mechanism}"
    register = _register(told)
    return Report(
        NAME,
        say(TITLE),
        told.period,
        language,
        days.today(),
        datetime.now(),
        office_head(),
        (
            Page(say(mark("By field")), heading, (_table(told),), (_notes(told),), official=True, landscape=True),
            Sheet(register, heading, (), f"{told.since}: {told.period.days_text()}", main=True),
        ),
    )


def _notes(told: Account) -> str:
    return say(mark("Sessions: {names}.")).format(names="; ".join(name for _, name in told.sessions))


def _table(told: Account) -> Table:
    columns = [Column("key", say(mark("Code")), "identifier", 18), Column("name", say(mark("Field")), "text", 30)]
    columns += [Column(name, say(words), "whole", 13) for name, words, *_ in _COUNTS]
    return Table(say(mark("What was agreed, done and left open")), tuple(columns), tuple(map(_counts, told.fields)))


def _counts(field: OfField) -> tuple[Any, ...]:
    cells = []
    for name, _, part, kinds in _COUNTS:
        wanted = (("field:code", Key()), ("counted", name))
        cells.append(Counted(field.count(part, kinds), NAME, wanted))
    return (_code(field), field.name, *cells)


def _register(told: Account) -> Register:
    columns = (
        Column("(number)", say(mark("No.")), "whole", 6),
        Column("field", say(mark("Field")), "text", 18),
        Column("part", say(mark("Part of the report")), "text", 12),
        Column("kind", say(mark("Record")), "text", 16),
        Column("code", say(mark("File code")), "identifier", 15),
        Column("words", say(mark("Content")), "text", 46),
        Column("by", say(mark("Led by, from")), "text", 22),
        Column("day", say(mark("Day")), "day", 11),
        Column("due", say(mark("Due on")), "day", 11),
        Column("state", say(mark("State")), "text", 18),
        Column("field:code", say(mark("Field: code")), "text", 11, True),
        Column("counted", say(mark("Counted as")), "text", 11, True),
    )
    return Register(NAME, say(mark("All points")), tuple(titled(columns)), tuple(_rows(told)))


def _rows(told: Account) -> list[tuple[Any, ...]]:
    made: list[tuple[Any, ...]] = []
    for field in told.fields:
        seen: set[tuple[str, str, int]] = set()
        for point in (point for matter in field.matters for point in matter.points()):
            counted = None if point.given_up else _counted(point.part, point.kind)
            again = (point.part, point.kind, point.id) in seen
            seen.add((point.part, point.kind, point.id))
            made.append(
                (
                    len(made) + 1, field.name, say(PARTS[point.part]), _kind(point.kind), point.code, point.words,
                    point.by, _day(point.day), _day(point.due), point.state, _code(field),
                    None if again else counted,
                )
            )  # fmt: skip
    return made


def _code(field: OfField) -> str | None:
    """Give the code that formulas look up; an asterisk would stand for any."""
    return "common" if field.code == COMMON else field.code or None


def _counted(part: Part, kind: str) -> str | None:
    return next((name for name, _, of, kinds in _COUNTS if of == part and kind in kinds), None)


def _kind(kind: str) -> str:
    return say(page_named(kind).one).capitalize() if kind in KINDS else kind


def _day(told: str) -> date | str | None:
    """Give a whole day as a day, a month or year in words."""
    if not told:
        return None
    return date.fromisoformat(told) if len(told) == 10 else days.text(told)
