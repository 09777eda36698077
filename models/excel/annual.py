"""The annual report as a workbook: a summary and statistics in formulas over the registers that follow them."""

from datetime import date
from pathlib import Path

from models.excel import report as layout
from models.excel.workbook import Workbook
from models.excel.write import Written, write
from models.reports.annual import Report, annual
from models.reports.annual_parts import laid_out
from models.reports.periods import Period
from models.text import spoken


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
    """Lay out a report."""
    return layout.workbook(laid_out(report))
