"""Working days: Vietnam's public holidays by law, and the days on which the office decided otherwise."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from models import public_holidays

# Days that the Government swapped after the holiday library was made; a new office starts with them and may change
# them. 2 January 2026 was swapped with 10 January 2026 (decided on 25/12/2025).
DECIDED: dict[str, bool] = {"2026-01-02": False, "2026-01-10": True}

_own: dict[date, bool] = {date.fromisoformat(day): works for day, works in DECIDED.items()}
_years: dict[int, list[int]] = {}


def use_office_days(own: dict[str, bool]) -> None:
    """Take over the office's own days: True where it works although it would be off, False where it is off."""
    global _own, _years
    # A new table, not an emptied one: another thread may be walking the old one.
    _own, _years = {date.fromisoformat(day): works for day, works in own.items()}, {}


def is_working(day: date) -> bool:
    """Tell whether the office works on a day."""
    working = _of_year(day.year)
    place = bisect_left(working, day.toordinal())
    return place < len(working) and working[place] == day.toordinal()


def add(day: date, count: int) -> date:
    """Give the day that lies so many working days after another, or before it where ``count`` is negative.

    The first day itself is never counted (Civil Code 91/2015/QH13, article 147).
    """
    if not count:
        return day
    year, working = day.year, _of_year(day.year)
    place = bisect_right(working, day.toordinal()) + count - 1 if count > 0 else bisect_left(working, day.toordinal())
    if count < 0:
        place += count
    while place >= len(working):
        place -= len(working)
        year, working = year + 1, _of_year(year + 1)
    while place < 0:
        year, working = year - 1, _of_year(year - 1)
        place += len(working)
    return date.fromordinal(working[place])


def between(first: date, last: date) -> int:
    """Count the working days after one day up to another, so that ``add(first, n)`` leads there; back with a minus."""
    low, high = min(first, last), max(first, last)
    whole = sum(len(_of_year(year)) for year in range(low.year, high.year))
    side = bisect_right if first <= last else bisect_left
    found = whole + side(_of_year(high.year), high.toordinal()) - side(_of_year(low.year), low.toordinal())
    return found if first <= last else -found


def _of_year(year: int) -> list[int]:
    """Give the working days of a year as counted days, in order."""
    years = _years
    if year not in years:
        off, worked = holidays_of(year), _made_up(year)
        own = {day: works for day, works in _own.items() if day.year == year}
        every = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
        years[year] = [
            day.toordinal()
            for day in every
            if day.year == year and own.get(day, day in worked or (day.weekday() < 5 and day not in off))
        ]
    return years[year]


def holidays_of(year: int) -> dict[date, str]:
    """Give the public holidays of a year with their Vietnamese names, as far as the library knows them."""
    return {date.fromisoformat(day): name for day, name in public_holidays.of_year(year).off.items()}


def _made_up(year: int) -> set[date]:
    """Give the Saturdays worked for a day that the Government gave off, as far as the library knows them."""
    return {date.fromisoformat(day) for day in public_holidays.of_year(year).worked}
