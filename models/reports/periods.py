"""The period of a report: a year, half, quarter or month, by the calendar or by the cut-off days, or any span."""

from dataclasses import dataclass
from datetime import date, timedelta

from models import days
from models.text import mark, say

_CUT = (12, 15)  # a reporting year begins on 15 December of the year before (Decree 09/2019 and what follows it)


@dataclass(frozen=True)
class Period:
    """Days from ``first`` to ``last``, both counted."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last < self.first:
            raise ValueError("a period ends before it begins")

    @property
    def kind(self) -> str:
        """Name the preset that the days make, "span" where they make none."""
        year = self.last.year
        known = {
            "year": calendar_year(year),
            "cut_off_year": cut_off_year(year),
            "cut_off_half": cut_off_half(year),
            "half": half(year, 1),
            "second_half": half(year, 2),
            "quarter": quarter(year, (self.last.month + 2) // 3),
            "month": month(year, self.last.month),
        }
        found = [name for name, each in known.items() if (each.first, each.last) == (self.first, self.last)]
        return found[0] if found else "span"

    def name(self, language: str | None = None) -> str:
        """Give the short name: "Year 2025", "First half of 2025", or the days."""
        words = _NAMES.get(self.kind)
        if words is None:
            return self.days_text(language)
        quarter_ = (self.last.month + 2) // 3
        return say(words, language).format(year=self.last.year, quarter=quarter_, month=self.last.month)

    def days_text(self, language: str | None = None) -> str:
        """Say from which day to which day."""
        words = say(mark("From {first} to {last}"), language)
        return words.format(first=days.written(self.first), last=days.written(self.last))

    def short(self) -> str:
        """Write the two days in short: 01/01–31/12/2025."""
        first = f"{self.first:%d/%m}" + ("" if self.first.year == self.last.year else f"/{self.first.year:04d}")
        return f"{first}–{days.written(self.last)}"

    def contains(self, column: str) -> str:
        """Give the SQL condition that a stored day, year or month lies wholly inside; unknown days do not."""
        return f"({_first(column)} >= '{self.first}' AND {self.before_end(column)})"

    def before_end(self, column: str) -> str:
        """Give the SQL condition that a stored day lies wholly at or before the last day."""
        return f"{column} < substr('{self.last + timedelta(days=1)}', 1, length({column}))"

    def touches(self, column: str) -> str:
        """Give the SQL condition that a stored day, year or month lies inside at least in part."""
        return f"({last_of(column)} >= '{self.first}' AND {_first(column)} <= '{self.last}')"

    def holds(self, first: str, last: str) -> bool:
        """Tell whether a stored span of whole days lies wholly inside."""
        return first >= self.first.isoformat() and last <= self.last.isoformat()


def _first(column: str) -> str:
    return f"({column} || substr('-01-01', length({column}) - 3))"


def last_of(column: str) -> str:
    """Give the SQL text that no day of a stored day, year or month comes after (31 February is good enough)."""
    return f"({column} || substr('-12-31', length({column}) - 3))"


_NAMES = {
    "year": mark("Year {year}"),
    "cut_off_year": mark("Reporting year {year} (cut-off 14 December)"),
    "cut_off_half": mark("First six months of {year} (cut-off 14 June)"),
    "half": mark("First half of {year}"),
    "second_half": mark("Second half of {year}"),
    "quarter": mark("Quarter {quarter} of {year}"),
    "month": mark("Month {month}/{year}"),
}


def calendar_year(year: int) -> Period:
    """1 January to 31 December."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def year_to_date(year: int) -> Period:
    """1 January to today in the running year, so that nothing to come is told as done or overdue; else the year."""
    whole = calendar_year(year)
    return Period(whole.first, min(max(days.today(), whole.first), whole.last))


def cut_off_year(year: int) -> Period:
    """15 December of the year before to 14 December."""
    return Period(date(year - 1, *_CUT), date(year, 12, 14))


def half(year: int, which: int) -> Period:
    """The first or second half of a calendar year."""
    return Period(date(year, 1, 1), date(year, 6, 30)) if which == 1 else Period(date(year, 7, 1), date(year, 12, 31))


def cut_off_half(year: int) -> Period:
    """15 December of the year before to 14 June."""
    return Period(date(year - 1, *_CUT), date(year, 6, 14))


def quarter(year: int, which: int) -> Period:
    """One of the four quarters."""
    return Period(date(year, which * 3 - 2, 1), month(year, which * 3).last)


def month(year: int, which: int) -> Period:
    """One month."""
    after = date(year + which // 12, which % 12 + 1, 1)
    return Period(date(year, which, 1), after - timedelta(days=1))


def year_before(period: Period, years: int = 1) -> Period:
    """Give the same period of an earlier year; what ends with a month ends with it in each year."""
    first, last = (_earlier(day, years) for day in (period.first, period.last))
    if (period.last + timedelta(days=1)).day == 1:
        last = month(last.year, last.month).last
    return Period(first, last)


def _earlier(day: date, years: int) -> date:
    """29 February has its day before it in a common year."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if leap else day.day)
