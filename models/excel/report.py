"""Any report as a workbook: its pages of figures in formulas, its registers as tables, in the report's own order."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from models.excel.formulas import Formulas
from models.excel.official import letterhead, signature
from models.excel.printed import fitted
from models.excel.workbook import Chart, Column, DataSheet, Letterhead, Signature, SummarySheet, Table, Workbook
from models.excel.write import Written, write
from models.reports import columns, report
from models.reports.columns import KEY
from models.reports.report import Page, Report, Sheet, beside
from models.reports.tongues import of_cells


def write_report(made: Report, path: Path) -> Written:
    """Write a report to a file; raise ``WriteRefused`` where the disk refuses."""
    return write(workbook(made), path)


def workbook(made: Report) -> Workbook:
    """Lay out a report."""
    sheets = {part.register.name: _sheet(made, part) for part in made.parts if isinstance(part, Sheet)}
    formulas = Formulas(made.registers, sheets)
    parts = [
        sheets[part.register.name] if isinstance(part, Sheet) else _page(made, part, formulas) for part in made.parts
    ]
    office, language = made.head.office, of_cells(made.language)
    named = made.period.name(language)
    return Workbook(
        parts,
        title=f"{made.title} – {named}",
        author=office,
        footer=" – ".join(each for each in (office, named) if each),
        language=language,
    )


def _column(each: columns.Column) -> Column:
    total = "sum" if each.total else None
    return Column(each.title, each.kind, each.width, each.helper, total, each.groups)  # type: ignore[arg-type]


def _sheet(made: Report, part: Sheet) -> DataSheet:
    register = part.register
    heading = (*part.heading.split("\n"), *([f"({part.span})"] if part.span else []))
    return DataSheet(
        register.title,
        fitted([_column(each) for each in register.columns]),
        register.rows,
        heading,
        f"{register.name.title()}_rows",
        beside(made, part),
        *_framed(made, official=part.official),
    )


def _framed(made: Report, *, official: bool) -> tuple[Letterhead | None, Signature | None]:
    if not official:
        return None, None
    language = of_cells(made.language)
    return letterhead(made.head, made.today, language), signature(made.head, language)


def _page(made: Report, page: Page, formulas: Formulas) -> SummarySheet:
    above, below = _framed(made, official=page.official)
    return SummarySheet(
        page.title,
        [_table(each, formulas) for each in page.tables],
        letterhead=above,
        heading=page.heading.upper(),
        subtitle="" if page.bare else f"({made.span})",
        notes=page.notes,
        signature=below,
        landscape=page.landscape,
    )


def _table(table: report.Table, formulas: Formulas) -> Table:
    made = [replace(_column(each), helper=each.helper or each.name == KEY) for each in table.columns]
    titles = {each.name: column.whole_title for each, column in zip(table.columns, made, strict=True)}
    chart = None
    if drawn := table.chart:
        values = [titles[name] for name in drawn.values]
        chart = Chart(drawn.title or table.title, titles[drawn.labels], values, drawn.lying, drawn.most)
    rows = [each if isinstance(each, str) else _row(each, formulas) for each in table.rows]
    total = None if table.total is None else _row(table.total, formulas)
    return Table(made, rows, table.title, chart, total)


def _row(row: tuple[Any, ...], formulas: Formulas) -> tuple[Any, ...]:
    return tuple(formulas.cell(each) for each in row)
