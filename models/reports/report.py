"""A report before any workbook, paper or letter: pages of figures and registers, and what stands above and below."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models import days, discretion
from models.kinds import page_named
from models.reading import show_number
from models.reports.columns import Column
from models.reports.head import Head
from models.reports.kept import Rows, keep
from models.reports.periods import Period
from models.reports.registers import Register
from models.reports.tongues import BOTH, in_each, of_cells, told
from models.reports.wording import Wording
from models.text import mark, say


@dataclass(frozen=True)
class Drawing:
    """A native chart of a table: the names of its columns, and how many of its first rows it shows (0: all)."""

    labels: str
    values: tuple[str, ...]
    most: int = 0
    lying: bool = False
    title: str = ""


@dataclass(frozen=True)
class Table:
    """A table of figures; a row given as one text is a subheading, ``total`` is a last row of its own."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...] | str, ...]
    total: tuple[Any, ...] | None = None
    chart: Drawing | None = None


@dataclass(frozen=True)
class Page:
    """A page of figures with what is said about them."""

    title: str
    heading: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    official: bool = False
    landscape: bool = False
    bare: bool = False  # no period below its heading
    aside: bool = False  # explains the other parts: stands behind them and is not signed


@dataclass(frozen=True)
class Sheet:
    """A register as the report shows it: what stands above and below, apart from its source.

    An ``official`` one has the office's letterhead and is signed, as a page of figures may be.
    """

    register: Register
    heading: str
    notes: tuple[str, ...] = ()
    span: str = ""
    main: bool = False
    official: bool = False


@dataclass(frozen=True)
class Report:
    """A report at the moment it was made; it does not change when records do."""

    name: str
    title: str
    period: Period
    language: str | None
    today: date
    made_at: datetime
    head: Head
    parts: tuple[Page | Sheet, ...]

    @property
    def registers(self) -> tuple[Register, ...]:
        """Give the registers, which formulas count over."""
        return tuple(part.register for part in self.parts if isinstance(part, Sheet))

    def register(self, name: str) -> Register:
        """Give one register by its name."""
        return next(each for each in self.registers if each.name == name)

    @property
    def span(self) -> str:
        """Say from which day to which day."""
        return span_of(self.period, self.language)


def span_of(period: Period, language: str | None) -> str:
    """Say from which day to which day."""
    return in_each(language, period.days_text)


def up_to(period: Period, language: str | None) -> str:
    """Say that a register stands as of the last day of a period."""
    return told(mark("Up to {day}"), language, day=days.written(period.last))


def source(report: Report, filtered: str, count: int) -> str:
    """Say below a table which office, when, by which filter, how many records."""
    return source_words(report.head.office, report.made_at, filtered, count, report.language)


def source_words(office: str, moment: datetime, filtered: str, count: int, language: str | None) -> str:
    """Say the same before the report is whole."""
    values = {
        "office": office or say(mark("Bang Giao"), of_cells(language)),
        "moment": f"{moment:%H:%M %d/%m/%Y}",
        "filter": filtered or told(mark("none"), language),
        "n": show_number(count),
    }
    words = say(mark("Source: {office}, {moment}. Filter: {filter}. {n} records."), of_cells(language))
    if language == BOTH:  # what is the same in both languages stands once
        words = " ".join(told(each, language) + value for each, value in _IN_BOTH)
    return " ".join((words.format(**values), *discretion.said()))


_IN_BOTH = (
    (mark("Source"), ": {office}, {moment}."),
    (mark("Filter"), ": {filter}."),
    (mark("Number of records"), ": {n}."),
)


def beside(report: Report, sheet: Sheet) -> tuple[str, ...]:
    """Say below a register where it comes from, what stands in it without its words, and its own notes."""
    found = sheet.register
    hidden = discretion.left_out(page_named(found.page or found.name).record.kind, found.ids) if found.ids else ()
    return (source(report, sheet.span, len(found.rows)), *hidden, *sheet.notes)


@dataclass(frozen=True)
class Content:
    """One table of a report in plain words, for whoever writes or shows it: Word, paper, the preview.

    One that stands ``aside`` explains the others and is not signed.
    """

    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: Rows
    totals: tuple[str, ...]
    notes: tuple[str, ...]
    aside: bool = False


def content(report: Report) -> Iterator[Content]:
    """Give the tables that people read, in their order; what only formulas need is left out."""
    for part in report.parts:
        if isinstance(part, Page):
            for place, table in enumerate(part.tables):
                yield _of_table(report, part, table, last=place == len(part.tables) - 1)
        elif part.main:
            yield _of_register(report, part)


def _of_table(report: Report, page: Page, table: Table, *, last: bool) -> Content:
    wording = Wording(table.columns, report.language)
    rows = tuple(map(wording.row, table.rows))
    total = wording.row(table.total) if table.total else wording.totals(table.rows)
    subtitle, notes = "" if page.bare else f"({report.span})", page.notes if last else ()
    return Content(table.title or page.heading, subtitle, wording.columns, rows, total, notes, page.aside)


def _of_register(report: Report, sheet: Sheet) -> Content:
    register = sheet.register
    shown = [place for place, each in enumerate(register.columns) if not each.helper]
    wording = Wording([register.columns[place] for place in shown], report.language)

    def picked() -> Iterator[tuple[Any, ...]]:
        return (tuple(row[place] for place in shown) for row in register.rows)

    rows, total = keep(map(wording.row, picked())), wording.totals(picked())
    return Content(sheet.heading, f"({sheet.span})", wording.columns, rows, total, beside(report, sheet))
