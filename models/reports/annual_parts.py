"""The annual report laid out like any other: its summary, its statistics, its registers, its rules."""

from collections.abc import Sequence
from typing import Any

from models.reading import show_number
from models.reports import annual
from models.reports.cells import NUMBER, Counted, Key
from models.reports.columns import Column
from models.reports.facts import DIRECTIONS
from models.reports.registers import Register
from models.reports.report import Drawing, Page, Report, Sheet, Table, span_of, up_to
from models.reports.statistics import Axis, Line, Money, by_month
from models.reports.tables import figures_table, rules_table
from models.text import mark, say

TITLE = mark("Summary report on foreign affairs")
_STANDING = ("agreement",)  # shown as it stood, not by what happened in the period
_SPLIT = ("country", "field", "unit")  # axes with a register of their own, with one row for each record and item


def laid_out(report: annual.Report) -> Report:
    """Give the parts of the annual report in their order."""
    parts: tuple[Page | Sheet, ...] = (
        _summary(report),
        _statistics(report),
        *(_sheet(report, each) for each in report.registers),
        _rules(report),
    )
    title = say(TITLE, report.language)
    made = (report.period, report.language, report.today, report.made_at, report.head)
    return Report("annual", title, *made, parts)


def _summary(report: annual.Report) -> Page:
    language = report.language
    named = "" if report.period.kind == "span" else f" {report.period.name(language)}"  # the days stand below
    return Page(
        say(mark("Summary"), language),
        f"{say(TITLE, language)}{named}",
        (figures_table(report.figures, language),),
        (say(mark("How the figures are counted:"), language), *report.notes),
        official=True,
    )


def _rules(report: annual.Report) -> Page:
    title = say(mark("Rules of the figures"), report.language)
    return Page(title, title, (rules_table(report.figures, report.language),), landscape=True, bare=True, aside=True)


def _sheet(report: annual.Report, register: Register) -> Sheet:
    """Give a register with its filter in words, and how many of its rows count."""
    language = report.language
    notes = []
    if register.name in DIRECTIONS:
        held, inside = register.place("held"), register.place("in_period")
        counted = sum(row[held] * row[inside] for row in register.rows)
        words = say(mark("{n} of them are counted: they took place, and began in the period."), language)
        notes.append(words.format(n=show_number(counted)))
    span = (up_to if register.name in _STANDING else span_of)(report.period, language)
    return Sheet(register, register.title.upper(), tuple(notes), span, main=True)


def _statistics(report: annual.Report) -> Page:
    language = report.language
    tables = [_table(place, axis, lines, report) for place, (axis, lines) in enumerate(report.statistics.tables, 1)]
    if report.statistics.money:
        tables.append(_money(len(tables) + 1, report.statistics.money, language))
    return Page(
        say(mark("Statistics"), language),
        say(mark("Statistics of delegations"), language),
        tuple(tables),
        (say(_NOT_ADDING, language),),
    )


_NOT_ADDING = mark(
    "A delegation of several countries, fields or units is counted in each of these rows: they have no total. "
    "Rows without a total do not add up to the number of delegations."
)
_COUNTS = (
    (mark("In: delegations"), "inbound", False),
    (mark("In: persons"), "inbound", True),
    (mark("Out: delegations"), "outbound", False),
    (mark("Out: persons"), "outbound", True),
)


def _table(place: int, axis: Axis, lines: Sequence[Line], report: annual.Report) -> Table:
    language = report.language
    years = axis.name == "month" and not by_month(report.period)
    head = say(mark("Year") if years else axis.head, language)
    title = say(mark("Delegations by year") if years else axis.title, language)
    columns = [
        Column("key", say(mark("Code"), language), "identifier", 18),
        Column("item", head, "text", 42),
        *(
            Column(f"{way}:{persons}", say(words, language), "whole", 12, total=axis.adds_up)
            for words, way, persons in _COUNTS
        ),
    ]
    rows: list[tuple[Any, ...]] = [
        (
            line.key,
            line.label,
            *(
                _counted(axis, value, way, persons=persons)
                for (_, way, persons), value in zip(_COUNTS, line.values, strict=True)
            ),
        )
        for line in lines
    ]
    drawn = Drawing("item", (columns[2].name, columns[4].name), title=title) if axis.name == "month" else None
    return Table(f"{place}. {title}", tuple(columns), tuple(rows), chart=drawn)


def _counted(axis: Axis, value: int, way: str, *, persons: bool) -> Counted:
    """Count over the sheet of the axis, or over the register itself where a record has one item."""
    if axis.name in _SPLIT:
        return Counted(value, axis.name, (("way", way), ("counts", 1), ("key", Key())), "persons" if persons else None)
    name = axis.name if axis.name in ("month", "plan") else f"{axis.name}:code"
    wanted = (("in_period", 1), ("held", 1), (name, Key()))
    return Counted(value, way, wanted, "persons" if persons else None)


def _money(place: int, found: Sequence[Money], language: str | None) -> Table:
    columns = (
        Column("code", say(mark("Code"), language), "identifier", 18),
        Column("currency", say(mark("Currency"), language), "text", 46),
        Column("number", say(mark("Number of delegations"), language), "whole", 12),
        Column("amount", say(mark("Amount"), language), "money", 15),
        Column("dong", say(mark("Amount in VND"), language), "money", 15, total=True),
    )
    title = say(mark("Cost of outbound delegations by currency (at the rates entered)"), language)
    rows = tuple((each.currency, each.label, *_sums(each)) for each in found)
    return Table(f"{place}. {title}", columns, rows)


def _sums(each: Money) -> tuple[Counted, ...]:
    wanted = (("in_period", 1), ("held", 1), ("cost_currency:code", Key()), ("cost", NUMBER))
    return (
        Counted(each.delegations, "outbound", wanted),
        Counted(each.amount, "outbound", wanted, "cost"),
        Counted(each.dong, "outbound", wanted, "cost_vnd"),
    )
