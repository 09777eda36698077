"""Tables that several reports have: the figures with their codes, and the rules of these figures."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from models.reports.cells import OfFigure
from models.reports.codes import SOURCES, section
from models.reports.columns import Column
from models.reports.figures import Figure
from models.reports.indicators import rule
from models.reports.report import Table
from models.reports.tongues import in_each, told
from models.text import mark


def figures_table(figures: Sequence[Figure], language: str | None) -> Table:
    """Give the figures of a report under the titles of their sections."""
    rows: list[tuple[Any, ...] | str] = []
    ranges = any(figure.most is not None for figure in figures)
    for title, several in groupby(figures, lambda each: section(each.base)):
        rows.append(told(title, language))
        rows += [_line(each, language, ranges=ranges) for each in several]
    columns = (
        Column("code", told(mark("Code"), language), "identifier", 20),
        Column("indicator", told(mark("Indicator"), language), "text", 32),
        Column("detail", told(mark("Detail"), language), "text", 24),
        Column("qualifier", told(mark("Qualifier"), language), "text", 10),
        Column("value", told(mark("Value"), language), "number", 16),
        *([Column("upper", told(mark("Up to"), language), "number", 12)] if ranges else []),
        Column("source", told(mark("Source of the figure"), language), "text", 17),
    )
    return Table("", columns, tuple(rows))


def _line(figure: Figure, language: str | None, *, ranges: bool) -> tuple[Any, ...]:
    upper = None if figure.most is None else OfFigure(figure.upper, figure, upper=True)
    return (
        figure.code,
        told(figure.words, language),
        in_each(language, figure.detail),
        in_each(language, figure.hedge),
        OfFigure(figure.value, figure),
        *([upper] if ranges else []),
        told(SOURCES[figure.source], language),
    )


def rules_table(figures: Iterable[Figure], language: str | None) -> Table:
    """Say of every figure by which rule it is counted or entered."""
    by_rule = {rule(figure): figure for figure in reversed(list(figures)) if rule(figure)}
    rows = [
        (figure.base if figure.item else figure.code, told(figure.words, language), told(words, language))
        for words, figure in reversed(by_rule.items())
    ]
    columns = (
        Column("code", told(mark("Code"), language), "identifier", 14),
        Column("indicator", told(mark("Indicator"), language), "text", 34),
        Column("rule", told(mark("Rule"), language), "text", 80),
    )
    return Table("", columns, tuple(rows))
