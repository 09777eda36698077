"""The one list of all reports: those of the program, then those that the open office put together itself."""

from datetime import date
from difflib import get_close_matches
from functools import partial

from models.checks import Complaint
from models.errors import OfficeRefused
from models.reports import built
from models.reports.periods import Period
from models.reports.report import Report
from models.reports.stock import REPORTS, SUMMARY, Entry
from models.text import mark, spoken


class Unknown(OfficeRefused, LookupError):
    """There is no report of this name; the text says which names are near."""


class Spoilt(Unknown):
    """A preset cannot be run; the text says why."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.words)
        self.complaint = complaint

    def __str__(self) -> str:
        return self.complaint.text()


def entries(*, presets: bool = True) -> list[Entry]:
    """Give all reports: the annual one, the annexes, the statistics, then the presets of the open office."""
    own = built.presets() if presets else []
    return [SUMMARY, *REPORTS.values(), *(own_entry(each) for each in own)]


def own_entry(about: built.Built) -> Entry:
    """Make a report that the office put together one like any other."""
    return Entry(about.name, about.title, partial(built.built, about), about)


def entry(name: str, *, presets: bool = True) -> Entry:
    """Give one report by its name; raise ``Unknown``."""
    program = {each.name: each for each in entries(presets=False)}
    if name in program:
        return program[name]
    known = {each.name: each for each in entries(presets=presets)}
    if name in known:
        return known[name]
    raise _unknown(name, list(known), built.unreadable() if presets else [])


def made(name: str, period: Period, language: str | None = None, today: date | None = None) -> Report:
    """Make a report of the open office by its name; raise ``Unknown``.

    Without a language a preset speaks its own, all others the one in use.
    """
    found = entry(name)
    return found.make(period, language if found.own else language or spoken(), today)


def _unknown(name: str, known: list[str], unreadable: list[built.Unreadable]) -> Unknown:
    spoilt = {each.name: each.complaint for each in unreadable}
    why = spoilt.get(name) or spoilt.get("")  # the one without a name stands for all of them
    if why:
        return Spoilt(why)
    near = get_close_matches(name, known, 3) or known
    words = mark("There is no report {name}; choose from: {known}.")
    return Unknown(words, name=name, known=", ".join(near))


__all__ = ["REPORTS", "Entry", "Spoilt", "Unknown", "entries", "entry", "made", "own_entry"]
