"""The job that writes a report: as a workbook, a PDF or a Word document, in one language or with both titles."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from models import store
from models.jobs.forms import form_of, write, write_mechanism
from models.jobs.leaving import opened
from models.jobs.reporting import period_of
from models.jobs.words import JobFailed, Line, WrongUse
from models.reports.names import MECHANISM
from models.reports.periods import Period
from models.text import mark, say, spoken

if TYPE_CHECKING:
    from models.reports.catalogue import Entry
    from models.reports.report import Report


def report(line: Line) -> None:
    """Write a report, or name all of them: with an office, also those that it put together itself."""
    if "list" in line.flags:
        for each in _entries(line):
            print(f"{each.name}\t{each.heading()}")
        return
    if line.words[0] == MECHANISM:
        _mechanism(line)
        return
    check_name(line.words[0], line.path("office"))
    form, period = _form(line), period_of(line)
    with opened(line):
        notes = write(_made(line, period), line.output(), form, line.paint)
    _tell(line, notes)


def _entries(line: Line) -> "list[Entry]":
    from models.reports.catalogue import entries

    if "office" not in line.options:
        return entries(presets=False)
    with store.session(line.path("office"), read_only=True):
        return entries()


def _made(line: Line, period: Period) -> "Report":
    from models.reports.catalogue import made

    return made(line.words[0], period, line.language)


def check_name(name: str, office: Path) -> None:
    """Refuse a name that no report has before anything else is done; the office alone knows its own reports."""
    from models.reports.catalogue import Spoilt, Unknown, entry
    from models.reports.stock import RESERVED

    own = name not in RESERVED and office.exists()
    with store.session(office, read_only=True) if own else nullcontext():
        try:
            entry(name, presets=own)
        except Spoilt:
            raise
        except Unknown as unknown:
            raise WrongUse(unknown.words, **unknown.values) from unknown


def _mechanism(line: Line) -> None:
    """Write the report of a mechanism since one of its sessions."""
    form = _form(line)
    with opened(line):
        notes = write_mechanism(mechanism_asked(line), line.language or spoken(), line.output(), form, line.paint)
    _tell(line, notes)


def mechanism_asked(line: Line) -> tuple[int, int]:
    """Give the mechanism asked for and the number of its session; raise where there is none."""
    from models.reports.mechanism.since import sessions

    for name in (MECHANISM, "since"):
        if name not in line.options:
            raise WrongUse(mark("--{name} is missing."), name=name)
    code, told = line.options[MECHANISM], line.options["since"]
    found = store.coded("mechanism", code)
    if found is None:
        raise JobFailed(mark("There is no {kind} with the code {code}."), kind=MECHANISM, code=code)
    known = [each.ordinal for each in sessions(found) if each.ordinal]
    if not told.isdecimal() or int(told) not in known:
        words = mark("This mechanism has no session {number}; it has: {known}.")
        raise JobFailed(words, number=told, known=", ".join(map(str, known)) or say(mark("none")))
    return found, int(told)


def _form(line: Line) -> str:
    return form_of(Path(line.options["output"]), line.options.get("format"))


def _tell(line: Line, notes: tuple[str, ...]) -> None:
    """Say what was written, and what a person should look at."""
    for each in (say(mark("Written: {path}")).format(path=line.path("output")), *notes):
        print(each)
