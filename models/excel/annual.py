"""The annual report as a workbook: a summary and statistics in formulas over the registers that follow them."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from babel.dates import format_date

from models import days
from models.excel.formulas import Formulas
from models.excel.workbook import (
    Chart,
    Column,
    DataSheet,
    Formula,
    Letterhead,
    Signature,
    SummarySheet,
    Table,
    Workbook,
)
from models.excel.write import Written, write
from models.reports.annual import Report, annual
from models.reports.codes import SOURCES, section
from models.reports.facts import DIRECTIONS
from models.reports.figures import Figure
from models.reports.indicators import rule
from models.reports.periods import Period
from models.reports.registers import Register
from models.reports.statistics import Axis, Line, Money, by_month
from models.text import mark, say, spoken


def write_annual(
    period: Period,
    path: Path,
    language: str | None = None,
    *,
    with_passports: bool = False,
    today: date | None = None,
) -> Written:
    """Write the annual report of the open office; raise ``WriteRefused`` where the disk refuses."""
    report = annual(period, language or spoken(), today, with_passports=with_passports)
    return write(workbook(report), path)


def workbook(report: Report) -> Workbook:
    """Lay out a report: summary, statistics, registers."""
    sheets = {each.name: _register(report, each) for each in report.registers}
    formulas = Formulas(report.registers, sheets)
    return Workbook(
        (_summary(report, formulas), _statistics(report, formulas), *sheets.values(), _rules(report)),
        title=f"{say(_TITLE, report.language)} – {report.period.name(report.language)}",
        author=report.head.office,
        footer=" – ".join(part for part in (report.head.office, report.period.name(report.language)) if part),
        language=report.language,
    )


_TITLE = mark("Summary report on foreign affairs")


_STANDING = ("agreement",)  # shown as it stood, not by what happened in the period


def shown(number: int) -> str:
    """Write a number as the office does: 1.234."""
    return f"{number:,}".replace(",", ".")


def _register(report: Report, register: Register) -> DataSheet:
    """Make the sheet of a register, with its source and its filter in words under it."""
    language = report.language
    columns = [
        Column(each.title, each.kind, each.width, each.helper, "sum" if each.total else None)
        for each in register.columns
    ]
    span = report.period.days_text(language)
    if register.name in _STANDING:
        span = say(mark("Up to {day}"), language).format(day=days.text(report.period.last.isoformat()))
    notes = [
        say(mark("Source: {office}, {moment}. Filter: {filter}. {n} records."), language).format(
            office=report.head.office or say(mark("Bang Giao"), language),
            moment=f"{report.made_at:%H:%M %d/%m/%Y}",
            filter=span,
            n=shown(len(register.rows)),
        )
    ]
    if register.name in DIRECTIONS:
        held, inside = register.place("held"), register.place("in_period")
        counted = sum(row[held] * row[inside] for row in register.rows)
        words = say(mark("{n} of them are counted: they took place, and began in the period."), language)
        notes.append(words.format(n=shown(counted)))
    heading = (register.title.upper(), f"({span})")
    return DataSheet(register.title, columns, register.rows, heading, f"{register.name.title()}_rows", notes)


def _summary(report: Report, formulas: Formulas) -> SummarySheet:
    language = report.language
    named = "" if report.period.kind == "span" else f" {report.period.name(language)}"  # the days stand below
    rows: list[Sequence[object] | str] = []
    ranges = any(figure.most is not None for figure in report.figures)
    for title, figures in groupby(report.figures, lambda each: section(each.base)):
        rows.append(say(title, language))
        rows += [_line(each, formulas, language, ranges=ranges) for each in figures]
    columns = (
        Column(say(mark("Code"), language), "identifier", 20),
        Column(say(mark("Indicator"), language), "text", 32),
        Column(say(mark("Detail"), language), "text", 24),
        Column(say(mark("Qualifier"), language), "text", 10),
        Column(say(mark("Value"), language), "number", 16),
        *([Column(say(mark("Up to"), language), "number", 12)] if ranges else []),
        Column(say(mark("Source of the figure"), language), "text", 17),
    )
    return SummarySheet(
        say(mark("Summary"), language),
        (Table(columns, rows),),
        letterhead=_letterhead(report),
        heading=f"{say(_TITLE, language)}{named}".upper(),
        subtitle=f"({report.period.days_text(language)})",
        notes=(say(mark("How the figures are counted:"), language), *report.notes),
        signature=_signature(report),
    )


def _line(figure: Figure, formulas: Formulas, language: str | None, *, ranges: bool) -> tuple[object, ...]:
    upper = None if figure.most is None else Formula(formulas.upper(figure), figure.upper)
    return (
        figure.code,
        say(figure.words, language),
        figure.detail(language),
        figure.hedge(language),
        Formula(formulas.figure(figure), figure.value),
        *([upper] if ranges else []),
        say(SOURCES[figure.source], language),
    )


def _rules(report: Report) -> SummarySheet:
    """Say of every figure of the summary by which rule it is counted or entered."""
    language = report.language
    told = {rule(figure): figure for figure in reversed(report.figures) if rule(figure)}
    rows = [
        (figure.base if figure.item else figure.code, say(figure.words, language), say(words, language))
        for words, figure in reversed(told.items())
    ]
    columns = (
        Column(say(mark("Code"), language), "identifier", 14),
        Column(say(mark("Indicator"), language), "text", 34),
        Column(say(mark("Rule"), language), "text", 80),
    )
    title = say(mark("Rules of the figures"), language)
    return SummarySheet(title, (Table(columns, rows),), heading=title.upper(), landscape=True)


def _letterhead(report: Report) -> Letterhead:
    head, language = report.head, report.language
    number = say(mark("No. {number}"), language).format(number="      " + ("/" + head.symbol if head.symbol else ""))
    return Letterhead(
        head.superior.upper(),
        head.office.upper(),
        say(mark("SOCIALIST REPUBLIC OF VIET NAM"), language),
        say(mark("Independence - Freedom - Happiness"), language),
        _place_and_day(head.place, report.today, language),
        number,
    )


def _place_and_day(place: str, day: date, language: str | None) -> str:
    """Write the line as documents do: days below 10 and months 1 and 2 take a zero (Decree 30/2020)."""
    if (language or spoken()) == "vi":
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    else:
        month = format_date(day, "LLLL", "en")
    words = say(mark("{place}, {day} {month} {year}"), language)
    number = f"{day.day:02d}" if (language or spoken()) == "vi" else str(day.day)
    return words.format(place=place, day=number, month=month, year=day.year)


def _signature(report: Report) -> Signature:
    head, language = report.head, report.language
    return Signature(
        say(head.form, language).split("\n"),
        head.signer,
        say(mark("Recipients:"), language),
        head.recipients,
    )


def _statistics(report: Report, formulas: Formulas) -> SummarySheet:
    language = report.language
    tables = [
        _table(place, axis, lines, report, formulas) for place, (axis, lines) in enumerate(report.statistics.tables, 1)
    ]
    if report.statistics.money:
        tables.append(_money(len(tables) + 1, report.statistics.money, formulas, language))
    return SummarySheet(
        say(mark("Statistics"), language),
        tables,
        heading=say(mark("Statistics of delegations"), language).upper(),
        subtitle=f"({report.period.days_text(language)})",
        notes=(say(_NOT_ADDING, language),),
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


def _table(place: int, axis: Axis, lines: Sequence[Line], report: Report, formulas: Formulas) -> Table:
    language = report.language
    years = axis.name == "month" and not by_month(report.period)
    head = say(mark("Year") if years else axis.head, language)
    title = say(mark("Delegations by year") if years else axis.title, language)
    columns = [Column(say(mark("Code"), language), "identifier", 18), Column(head, "text", 42)]
    columns += [
        Column(say(words, language), "whole", 12, total="sum" if axis.adds_up else None) for words, *_ in _COUNTS
    ]
    rows = [
        (
            line.key,
            line.label,
            *(
                Formula(formulas.line(axis, way, persons=persons), value)
                for (_, way, persons), value in zip(_COUNTS, line.values, strict=True)
            ),
        )
        for line in lines
    ]
    chart = None
    if axis.name == "month":
        chart = Chart(title, head, [columns[2].title, columns[4].title])
    return Table(columns, rows, f"{place}. {title}", chart)


def _money(place: int, found: Sequence[Money], formulas: Formulas, language: str | None) -> Table:
    columns = (
        Column(say(mark("Code"), language), "identifier", 18),
        Column(say(mark("Currency"), language), "text", 46),
        Column(say(mark("Number of delegations"), language), "whole", 12),
        Column(say(mark("Amount"), language), "money", 15),
        Column(say(mark("Amount in VND"), language), "money", 15, total="sum"),
    )
    title = say(mark("Cost of outbound delegations by currency (at the rates entered)"), language)
    rows: list[tuple[Any, ...]] = [(each.currency, each.label, *_sums(each, formulas)) for each in found]
    return Table(columns, rows, f"{place}. {title}")


def _sums(each: Money, formulas: Formulas) -> tuple[Formula, Formula, Formula]:
    wanted = (("in_period", "1"), ("held", "1"), ("cost_currency:code", '"="&$A{row}'))
    return (
        Formula(formulas.count("outbound", wanted), each.delegations),
        Formula(formulas.add("outbound", "cost", wanted), each.amount),
        Formula(formulas.add("outbound", "cost_vnd", wanted), each.dong),
    )
