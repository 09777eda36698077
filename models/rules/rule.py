"""What a rule about time is made of: what it counts from, how far, what settles it, and where it stands written."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from models import days, working_days
from models.text import mark


class Unit(StrEnum):
    """In what a rule counts; a DATE is a day of every year, kept as month times 100 plus day."""

    DAYS = "DAYS"
    WORKING_DAYS = "WORKING_DAYS"
    MONTHS = "MONTHS"
    DATE = "DATE"


class Basis(StrEnum):
    """What a rule rests on."""

    LAW = "LAW"
    HABIT = "HABIT"
    UNVERIFIED = "UNVERIFIED"


UNITS = {
    Unit.DAYS: mark("days"),
    Unit.WORKING_DAYS: mark("working days"),
    Unit.MONTHS: mark("months"),
}
BASES = {Basis.LAW: mark("Law"), Basis.HABIT: mark("Habit"), Basis.UNVERIFIED: mark("Not verified")}


@dataclass(frozen=True)
class Rule:
    """One rule of the office: ``amount`` and ``unit`` may be changed in Settings, the rest is what it means.

    A record of ``page`` owes it once a field of ``trigger`` (the first that is filled) has its day, in one of
    ``states``, with the values of ``needs`` and none of ``unless``, until a field of ``settled`` is filled. A rule of
    every year (DATE) is settled by a year in ``year_field``, ``year_ahead`` years after its day. It is named from
    ``ahead`` days before its limit, or at once where that is None. A ``notice`` sets no limit: the day of its trigger
    is the limit, and the amount says how long before it is named. Once the day has come of a rule that is counted
    ``before`` it, nothing is owed any more. ``whole``: a day known in part does not count;
    ``renewed``: what settled it before its trigger settled an earlier one.
    """

    key: str
    words: str
    source: str
    basis: Basis
    amount: int
    unit: Unit = Unit.DAYS
    before: bool = False
    notice: bool = False
    page: str = ""
    trigger: tuple[str, ...] = ()
    whole: bool = False
    states: tuple[str, ...] = ()
    needs: Mapping[str, Sequence[str | bool]] = field(default_factory=dict)
    unless: Mapping[str, Sequence[str | bool]] = field(default_factory=dict)
    settled: tuple[str, ...] = ()
    renewed: bool = False
    year_field: str = ""
    year_ahead: int = 0
    ahead: int | None = None
    title: str = ""
    soon: str = ""
    late: str = ""

    @property
    def name(self) -> str:
        """Name its list on the start page."""
        return {"agr.copy_mofa": "copy"}.get(self.key, self.key.replace(".", "_"))

    def fields(self) -> frozenset[str]:
        """Give the fields by which a record is judged."""
        named = {*self.trigger, *self.settled, *self.needs, *self.unless, self.year_field}
        return frozenset(named - {""})


def shift(start: date, amount: int, unit: Unit, before: bool) -> date:
    """Give the day that lies so far after (or before) another; the end of a short month stands for its missing days."""
    count = -amount if before else amount
    if unit == Unit.WORKING_DAYS:
        return working_days.add(start, count)
    if unit == Unit.MONTHS:
        return days.months_later(start, count)
    return start + timedelta(days=count)


def day_of_year(amount: int, year: int) -> date:
    """Give the day of a year that a DATE stands for."""
    month, day = divmod(amount, 100)
    return date(year, month, min(day, monthrange(year, month)[1]))
