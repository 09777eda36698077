"""A report made for the window: its tables in words, and what stands behind their cells."""

from dataclasses import dataclass

from models import discretion
from models.reports.catalogue import made
from models.reports.origins import Origin, origins
from models.reports.periods import Period
from models.reports.report import Content, Page, Report, content


@dataclass(frozen=True)
class Made:
    """A report with everything that its preview shows; ``names`` are those of its tables."""

    report: Report
    contents: tuple[Content, ...]
    origins: tuple[Origin, ...]
    names: tuple[str, ...]


def prepare(name: str, period: Period, language: str | None) -> Made:
    """Make a report of the open office as it may leave; called beside the window."""
    with discretion.leaving():
        return of_report(made(name, period, language))


def of_report(report: Report) -> Made:
    """Put a report into words."""
    return Made(report, tuple(content(report)), tuple(origins(report)), tuple(_names(report)))


def _names(report: Report) -> list[str]:
    found: list[str] = []
    for part in report.parts:
        if isinstance(part, Page):
            found += [table.title or part.title for table in part.tables]
        elif part.main:
            found.append(part.register.title)
    return found
