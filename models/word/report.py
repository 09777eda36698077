"""Any report as a Word document: the same annexes as on paper."""

from pathlib import Path

from models.paper.annex import annexes
from models.paper.records import speaking
from models.reports.report import Report
from models.reports.tongues import of_cells
from models.word.write import compose, save


def write_report(report: Report, path: Path) -> tuple[str, ...]:
    """Write a report to a file, and give sentences about what a person should look at; raise ``WriteRefused``."""
    with speaking(of_cells(report.language)):
        made = compose(annexes(report))
    return save(made, path)
