"""Taking the figures of a report, whatever it is, and for each the records that it stands on."""

from collections.abc import Iterable, Iterator
from typing import Any

from models import store
from models.frozen.content import Content, Figure, Records
from models.kinds import page_named
from models.reports.cells import Counted, OfFigure, plain
from models.reports.columns import Column
from models.reports.figures import Figure as Told
from models.reports.indicators import behind
from models.reports.origins import Counting
from models.reports.periods import Period
from models.reports.report import Page, Report, Sheet, Table
from models.reports.tongues import of_cells
from models.text import mark, say

_OTHERS = ("member", "statistic")  # registers that no figure is counted over: they stand in those of their records


def take(made: Report) -> Content:
    """Take every figure of a report's tables and every register of records."""
    rows = {each.name: Counting(each) for each in made.registers if each.ids or each.name not in _OTHERS}
    found: list[Figure] = []
    tables = [table for part in made.parts if isinstance(part, Page) for table in part.tables]
    for place, table in enumerate(tables, 1):
        found += _of_table(place, table, made, rows)
    for part in made.parts:
        if isinstance(part, Sheet) and part.register.ids and not part.register.page:
            found.append(_register(part.register.name, part.register.title, part.register.ids, made.language))
    return _named(list({figure.code: figure for figure in found}.values()))


def names_of(records: Records) -> dict[tuple[str, int], tuple[str, str]]:
    """Give code and name of records."""
    found = ((kind, store.headings(kind, numbers)) for kind, numbers in records.items())
    return {(kind, number): told for kind, several in found for number, told in several.items()}


def _named(figures: list[Figure]) -> Content:
    content = Content(tuple(figures), {})
    return Content(content.figures, names_of(content.records()))


def _of_figure(each: Told, period: Period, language: str | None) -> Figure:
    found: dict[str, frozenset[int]] = {}
    for page, numbers in behind(each, period):
        kind = page_named(page).record.kind
        found[kind] = found.get(kind, frozenset()) | frozenset(numbers)
    told: dict[str, Any] = each.plain(of_cells(language))
    return Figure(each.code, told["label"], each.value, each.upper, told["qualifier"], each.source, found)


def _register(name: str, title: str, numbers: Iterable[int], language: str | None) -> Figure:
    """Take a register as the figure that tells how many records it lists."""
    label = say(mark("Register “{title}”"), of_cells(language)).format(title=title)
    ids = frozenset(numbers)
    return Figure(f"({name})", label, len(ids), source="register", behind={page_named(name).record.kind: ids})


def _of_table(place: int, table: Table, made: Report, rows: dict[str, Counting]) -> Iterator[Figure]:
    lines = [(str(row[0]) if row[0] is not None else "-", row) for row in table.rows if not isinstance(row, str)]
    for key, row in [*lines, *([("Σ", table.total)] if table.total else [])]:
        for number, (column, cell) in enumerate(zip(table.columns, row, strict=True), 1):
            if isinstance(cell, OfFigure) and not cell.upper:
                yield _of_figure(cell.figure, made.period, made.language)
            elif isinstance(cell, Counted) and cell.register in rows:
                label = _label(table, column, str(plain(row[1])))
                behind_it = rows[cell.register].of(cell, row)
                yield Figure(f"T{place}:{key}:{number}", label, _number(cell.value), behind=behind_it)


def _label(table: Table, column: Column, item: str) -> str:
    head = ", ".join((*column.groups, column.title)).replace("\n", " / ")
    return f"{table.title}: {item} – {head}" if table.title else f"{item} – {head}"


def _number(value: Any) -> int | float:
    return int(value or 0) if value is None or value == int(value) else float(value)
