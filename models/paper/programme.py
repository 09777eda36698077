"""The annual programme on paper, and its review: planned, due, carried out, in per cent."""

from collections.abc import Iterable, Sequence
from datetime import date

from babel.numbers import format_percent

from models import choices, options, store
from models.kinds import PAGES
from models.paper.issuer import letterhead, recipients, signature
from models.paper.lists import asked_for, footer
from models.paper.sheet import Column, Group, Register, Row
from models.reading import show_number
from models.reports.programme import Planned, Review, planned, review, sum_of
from models.store import Question
from models.text import mark, say, say_n

COLUMNS = (
    Column(mark("No."), 5, "center"),
    Column(mark("Activity"), 20),
    Column(mark("Partner, country"), 12),
    Column(mark("Content"), 15),
    Column(mark("Level, head planned"), 11),
    Column(mark("Persons"), 6, "center"),
    Column(mark("Planned for"), 8, "center"),
    Column(mark("Cost in dong, source"), 11),
    Column(mark("Lead unit"), 11),
    Column(mark("Basis"), 11),
    Column(mark("State"), 9),
)
PLAN, ACTUAL = mark("Plan"), mark("Carried out")
REVIEWED = (
    Column(mark("No."), 5, "center"),
    Column(mark("Activity"), 24),
    Column(mark("Lead unit"), 12),
    Column(mark("Planned for"), 8, "center", (PLAN,)),
    Column(mark("Year"), 6, "center", (PLAN,)),
    Column(mark("Due by {day}"), 8, "center", (PLAN,)),
    Column(mark("Number"), 6, "center", (ACTUAL,)),
    Column(mark("% of the year"), 8, "center", (ACTUAL,)),
    Column(mark("Carried out by"), 22, "left", (ACTUAL,)),
    Column(mark("State, changes"), 16),
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def programme(year: int) -> Register:
    """Write the programme of a year, by its groups."""
    told = review(year)
    return _programme(told.lines, say(mark("Annual programme of foreign affairs {year}")).format(year=year), "")


def programme_list(question: Question) -> Register:
    """Write the lines of the programme that a question gives."""
    page = PAGES["programme"]
    lines = planned(store.find(page, question), date.max)
    years = ", ".join(map(str, sorted({line.row.values["year"] for line in lines if line.row.values["year"]})))
    return _programme(lines, f"{say(mark('Programme of foreign affairs'))} {years}".strip(), asked_for(page, question))


def _programme(lines: Sequence[Planned], title: str, subtitle: str) -> Register:
    rows: list[Row | Group] = []
    place = 0
    for number, (group, together) in enumerate(_groups(lines)):
        told = f"{ROMAN[number]}. {_group(group)} ({len(together)})"
        rows.append(Group(told))
        for line in together:
            place += 1
            rows.append(Row((str(place), *_cells(line))))
    persons = sum(line.row.values["persons"] or 0 for line in lines)
    cost = sum(line.row.values["cost_vnd"] or 0 for line in lines)
    activities = say_n("{n} activity", "{n} activities", len(lines)).format(n=show_number(len(lines)))
    totals = ("", f"{say(mark('Total'))}: {activities}", "", "", "", _number(persons), "", _number(cost), "", "", "")
    return Register(
        title=title,
        subtitle=subtitle,
        columns=tuple(Column(say(each.title), each.weight, each.align) for each in COLUMNS),
        rows=tuple(rows),
        totals=totals if lines else (),
        notes=() if lines else (say(mark("Nothing is planned.")),),
        footer=footer(),
        letterhead=letterhead("CTr"),
        signature=signature(),
        recipients=recipients(),
    )


def programme_review(year: int, day: date) -> Register:
    """Write what became of the programme of a year by a day."""
    told = review(year, day)
    rows: list[Row] = []
    place = 0
    for number, group in enumerate(told.groups()):
        lines = told.of(group)
        rows.append(Row((ROMAN[number], _group(group), "", "", *_sums(lines), "", ""), bold=True, leads=True))
        for line in lines:
            place += 1
            rows.append(Row((str(place), *_reviewed(line))))
    words = mark("Review of the programme of foreign affairs {year}")
    return Register(
        title=say(words).format(year=year),
        subtitle=say(mark("(as of {day})")).format(day=f"{day:%d/%m/%Y}"),
        columns=tuple(_head(each, day) for each in REVIEWED),
        rows=tuple(rows),
        totals=("", say(mark("Total")), "", "", *_sums(told.lines), "", "") if rows else (),
        notes=_notes(told),
        footer=footer(),
        letterhead=letterhead("BC"),
        signature=signature(),
        recipients=recipients(),
    )


def _head(each: Column, day: date) -> Column:
    title = say(each.title).format(day=f"{day:%d/%m/%Y}")
    return Column(title, each.weight, each.align, tuple(say(words) for words in each.above))


def _notes(told: Review) -> tuple[str, ...]:
    if not told.lines:
        return (say(mark("Nothing is planned.")),)
    late = [line for line in told.lines if line.due and not (line.done or line.dropped)]
    counted = mark("An activity counts as carried out where its state says so and its first record began by that day.")
    behind = say_n(
        "{n} activity was due and is not carried out.", "{n} activities were due and are not carried out.", len(late)
    )
    return (say(counted), behind.format(n=len(late)))


def _groups(lines: Iterable[Planned]) -> list[tuple[str, list[Planned]]]:
    known: dict[str, list[Planned]] = {}
    for line in lines:
        known.setdefault(line.group, []).append(line)
    return [(group, known[group]) for group in options.PlanGroup if group in known]


def _group(group: str) -> str:
    return choices.label(options.PlanGroup, group).upper()


def _cells(line: Planned) -> tuple[str, ...]:
    told = line.row.texts
    return (
        told["name"],
        _together(told["partners"], told["countries"]),
        told["content"],
        _together(told["level"], told["head"]),
        told["persons"],
        _when(line),
        _together(told["cost_vnd"], told["funding"]),
        told["lead"],
        told["basis"],
        line.row.state[0] if line.row.state else "",
    )


def _reviewed(line: Planned) -> tuple[str, ...]:
    told = line.row.texts
    return (
        told["name"], told["lead"], _when(line), "1", "1" if line.due else "", "1" if line.done else "", "",
        "; ".join(line.by), _together(say(_stood(line)), told["change"]),
    )  # fmt: skip


def _stood(line: Planned) -> str:
    """Say in marked words how a line stood on the day."""
    if line.done:
        return mark("Carried out", "state")
    if line.dropped:
        return mark("Not carried out", "state")
    return mark("Due, not carried out") if line.due else mark("Not due yet")


def _sums(lines: Sequence[Planned]) -> tuple[str, str, str, str]:
    told = sum_of(lines)
    share = "" if told.share is None else format_percent(told.share, "#,##0.#%", locale="vi")
    return (str(told.planned), str(told.due), str(told.done), share)


def _when(line: Planned) -> str:
    told, quarter = line.row.texts["planned_for"], line.row.values["quarter"]
    if quarter and len(line.row.values["planned_for"] or "") <= 4:
        return say(mark("Quarter {quarter}/{year}")).format(quarter=quarter, year=told)
    return told


def _together(*told: str) -> str:
    return "\n".join(part for part in told if part)


def _number(number: float) -> str:
    return show_number(number) if number else ""
