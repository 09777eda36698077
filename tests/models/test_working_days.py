"""Working days across Tết, weekends and the office's own days: a table worked by hand, and laws that always hold."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from models import working_days
from models.rules.rule import Unit, shift

D, W, M = Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS

# start, amount (a minus: before), unit, expected. Days off by law and by decision of the Government:
# 2025: Wed 1/1; Tết Mon 27/1 to Fri 31/1; Hùng Kings Mon 7/4; Wed 30/4, Thu 1/5, Fri 2/5 (swapped with Sat 26/4);
#       Mon 1/9 and Tue 2/9.
# 2026: Thu 1/1, Fri 2/1 (swapped with Sat 10/1); Tết Mon 16/2 to Fri 20/2; Hùng Kings Sun 26/4, made up on Mon 27/4;
#       Thu 30/4, Fri 1/5; Mon 31/8 (swapped with Sat 22/8), Tue 1/9, Wed 2/9; Culture Day Tue 24/11.
# 2027: Fri 1/1; Tết Fri 5/2 to Tue 9/2, of which Sat and Sun made up on Thu 4/2 and Wed 10/2; Hùng Kings Fri 16/4;
#       Fri 30/4, Sat 1/5 made up on Mon 3/5; Thu 2/9 and Fri 3/9.
TABLE = [
    # Tết 2025
    ("2025-01-24", 1, W, "2025-02-03"),  # Fri; Sat 25/1 to Sun 2/2 are off; Mon 3/2 is the first
    ("2025-01-20", 7, W, "2025-02-05"),  # 21 22 23 24 = 4; Tết; 3/2 = 5, 4/2 = 6, Wed 5/2 = 7
    ("2025-01-29", 7, W, "2025-02-11"),  # asked on the first day of Tết: 3 4 5 6 7 = 5; 10 = 6, Tue 11 = 7
    ("2025-02-06", -7, W, "2025-01-21"),  # arrives Thu: 5 4 3 = 3; 24 = 4, 23 = 5, 22 = 6, Tue 21/1 = 7
    ("2025-01-25", 15, D, "2025-02-09"),  # plain days run through Tết: 25 + 15 = 40, less 31 of January
    # Hùng Kings, 30/4 and 1/5 of 2025
    ("2025-04-04", 1, W, "2025-04-08"),  # Fri; Mon 7/4 is Hùng Kings; Tue 8
    ("2025-03-31", 7, W, "2025-04-10"),  # 1 2 3 4 = 4; 7 off; 8 = 5, 9 = 6, Thu 10 = 7
    ("2025-04-25", 1, W, "2025-04-26"),  # Fri; Sat 26/4 was worked for Fri 2/5
    ("2025-04-25", 7, W, "2025-05-08"),  # Sat 26 = 1, 28 = 2, 29 = 3; off to 4/5; 5 = 4, 6 = 5, 7 = 6, Thu 8 = 7
    ("2025-04-29", 1, W, "2025-05-05"),  # Tue; 30/4, 1/5, 2/5 off, Sat, Sun; Mon 5/5
    ("2025-05-05", -1, W, "2025-04-29"),  # the same back
    ("2025-05-08", -7, W, "2025-04-25"),  # 7 6 5 = 3; 29 = 4, 28 = 5; Sat 26 = 6; Fri 25 = 7
    # National Day 2025
    ("2025-08-29", 1, W, "2025-09-03"),  # Fri; Mon 1/9 and Tue 2/9 off; Wed 3
    ("2025-08-28", 7, W, "2025-09-10"),  # Fri 29 = 1; 3 4 5 = 4; 8 = 5, 9 = 6, Wed 10 = 7
    ("2025-09-03", -2, W, "2025-08-28"),  # Fri 29 = 1, Thu 28 = 2
    # New Year and Tết 2026
    ("2025-12-31", 1, W, "2026-01-05"),  # Wed; Thu 1/1 by law, Fri 2/1 swapped; Mon 5
    ("2025-12-30", 7, W, "2026-01-10"),  # 31 = 1; 5 6 7 8 9 = 6; Sat 10/1 worked = 7
    ("2026-01-09", 2, W, "2026-01-12"),  # Fri; Sat 10 = 1, Mon 12 = 2
    ("2026-02-13", 1, W, "2026-02-23"),  # Fri; off Sat 14 to Sun 22; Mon 23
    ("2026-02-09", 7, W, "2026-02-25"),  # 10 11 12 13 = 4; Tết; 23 = 5, 24 = 6, Wed 25 = 7
    ("2026-02-26", -7, W, "2026-02-10"),  # 25 24 23 = 3; 13 = 4, 12 = 5, 11 = 6, Tue 10 = 7
    ("2026-01-15", 45, W, "2026-03-26"),  # Jan 16 = 1, 19-23 = 6, 26-30 = 11; Feb 2-6 = 16, 9-13 = 21; Tết;
    #                                       23-27 = 26; Mar 2-6 = 31, 9-13 = 36, 16-20 = 41, 23 24 25 26 = 45
    # Hùng Kings, 30/4 and 1/5 of 2026
    ("2026-04-24", 1, W, "2026-04-28"),  # Fri; Hùng Kings falls on Sun 26/4, Mon 27/4 is off for it; Tue 28
    ("2026-04-24", 7, W, "2026-05-08"),  # 28 29 = 2; 30/4 and 1/5 off; Mon 4 = 3, 5 6 7 = 6, Fri 8 = 7
    ("2026-05-04", -3, W, "2026-04-24"),  # Wed 29 = 1, Tue 28 = 2; Mon 27 off; Fri 24 = 3
    # National Day and Culture Day 2026
    ("2026-08-21", 1, W, "2026-08-22"),  # Fri; Sat 22/8 worked for Mon 31/8
    ("2026-08-28", 1, W, "2026-09-03"),  # Fri; Mon 31/8, Tue 1/9, Wed 2/9 off; Thu 3
    ("2026-11-20", 2, W, "2026-11-25"),  # Fri; Mon 23 = 1; Tue 24/11 off since 2026; Wed 25 = 2
    ("2025-11-20", 2, W, "2025-11-24"),  # Thu; Fri 21 = 1; Mon 24 = 2: no day off yet in 2025
    # Tết 2027
    ("2027-02-03", 1, W, "2027-02-11"),  # Wed; Thu 4 to Wed 10 off; Thu 11
    ("2027-01-29", 7, W, "2027-02-16"),  # Fri; 1 2 3 = 3; Tết; Thu 11 = 4, Fri 12 = 5, Mon 15 = 6, Tue 16 = 7
    ("2027-02-15", -7, W, "2027-01-28"),  # Fri 12 = 1, Thu 11 = 2; 3 = 3, 2 = 4, 1 = 5; Fri 29 = 6, Thu 28/1 = 7
    # 30/4, 1/5 and 2/9 of 2027
    ("2027-04-29", 1, W, "2027-05-04"),  # Thu; Fri 30, Sat 1/5, Sun; Mon 3/5 off for Sat 1/5; Tue 4
    ("2027-04-15", 1, W, "2027-04-19"),  # Thu; Fri 16 Hùng Kings; Mon 19
    ("2027-09-01", 1, W, "2027-09-06"),  # Wed; Thu 2 and Fri 3 off; Mon 6
    # Plain weeks
    ("2026-06-05", 1, W, "2026-06-08"),  # Fri to Mon
    ("2026-06-06", 1, W, "2026-06-08"),  # asked on a Saturday: Mon is the first
    ("2026-06-07", -1, W, "2026-06-05"),  # before a Sunday: Fri
    ("2026-06-10", 0, W, "2026-06-10"),  # nothing to count
    ("2026-06-13", 0, W, "2026-06-13"),  # a Saturday stays itself where nothing is counted
    ("2026-06-01", 5, W, "2026-06-08"),  # 2 3 4 5 = 4, Mon 8 = 5
    # Days and months
    ("2026-12-20", 15, D, "2027-01-04"),  # 20 + 15 = 35, less 31
    ("2028-02-20", 15, D, "2028-03-06"),  # leap year: 35 less 29
    ("2027-02-20", 15, D, "2027-03-07"),  # 35 less 28
    ("2027-03-15", -40, D, "2027-02-03"),  # 15 back leaves 25 of February's 28: day 3
    ("2026-11-30", 3, M, "2027-02-28"),  # February has no 30th: its end
    ("2027-11-29", 3, M, "2028-02-29"),  # in a leap year it has a 29th
    ("2028-02-29", 12, M, "2029-02-28"),  # a leap day a year on
    ("2026-10-31", 1, M, "2026-11-30"),  # November has 30
    ("2026-09-15", 3, M, "2026-12-15"),
    ("2027-03-31", -1, M, "2027-02-28"),
]

# The office's own days: off on Fri 12/6/2026 and worked on Sat 13/6 instead; Mon 15/6 off as well (a local day);
# Wed 18/2/2026 (Tết) worked; Tue 10/2/2026 off; the swap of 2 and 10 January 2026 as the Government decided it.
OWN = {
    "2026-06-12": False,
    "2026-06-13": True,
    "2026-06-15": False,
    "2026-02-18": True,
    "2026-02-10": False,
    "2026-01-02": False,
    "2026-01-10": True,
}
OWN_TABLE = [
    ("2026-06-11", 1, W, "2026-06-13"),  # Thu; Fri 12 off; Sat 13 worked
    ("2026-06-11", 2, W, "2026-06-16"),  # Sat 13 = 1; Mon 15 off; Tue 16 = 2
    ("2026-06-08", 7, W, "2026-06-18"),  # 9 10 11 = 3; Sat 13 = 4; Tue 16 = 5, 17 = 6, Thu 18 = 7
    ("2026-06-16", -1, W, "2026-06-13"),  # Mon 15 off; Sat 13
    ("2026-06-18", -7, W, "2026-06-08"),  # 17 16 = 2; Sat 13 = 3; 11 = 4, 10 = 5, 9 = 6, Mon 8 = 7
    ("2026-02-13", 1, W, "2026-02-18"),  # the only day of Tết on which this office works
    ("2026-02-13", 2, W, "2026-02-23"),  # Wed 18 = 1, Mon 23 = 2
    ("2026-02-09", 1, W, "2026-02-11"),  # Mon; Tue 10 off; Wed 11
    ("2026-01-01", 1, W, "2026-01-05"),  # Fri 2 off, Sat, Sun
    ("2026-01-09", 1, W, "2026-01-10"),  # Sat 10 worked
]


@pytest.fixture
def own_days() -> Iterator[None]:
    working_days.use_office_days(OWN)
    yield
    working_days.use_office_days(working_days.DECIDED)


def counted(start: str, amount: int, unit: Unit) -> str:
    return shift(date.fromisoformat(start), abs(amount), unit, amount < 0).isoformat()


@pytest.mark.parametrize(("start", "amount", "unit", "expected"), TABLE)
def test_a_limit_falls_on_the_day_worked_out_by_hand(start: str, amount: int, unit: Unit, expected: str) -> None:
    assert counted(start, amount, unit) == expected


@pytest.mark.parametrize(("start", "amount", "unit", "expected"), OWN_TABLE)
def test_the_offices_own_days_come_before_the_calendar(
    own_days: None, start: str, amount: int, unit: Unit, expected: str
) -> None:
    assert counted(start, amount, unit) == expected


def test_the_days_that_the_government_swapped_after_the_library_may_be_taken_back() -> None:
    working_days.use_office_days({})
    try:
        assert working_days.is_working(date(2026, 1, 2))
        assert not working_days.is_working(date(2026, 1, 10))
    finally:
        working_days.use_office_days(working_days.DECIDED)


@pytest.mark.parametrize("start", ["2024-12-25", "2025-01-29", "2026-06-13", "2026-08-22", "2027-02-06"])
def test_counting_takes_back_what_adding_gave(own_days: None, start: str) -> None:
    day = date.fromisoformat(start)
    for count in (1, 2, 7, 45, 300, 1000):
        assert working_days.between(day, working_days.add(day, count)) == count
        assert working_days.between(day, working_days.add(day, -count)) == -count
        steps, walked = 0, day
        while steps < min(count, 45):
            walked += timedelta(days=1)
            steps += working_days.is_working(walked)
        assert count > 45 or walked == working_days.add(day, count)


def test_long_spans_are_counted_at_once() -> None:
    working_days.use_office_days(working_days.DECIDED)  # nothing is remembered
    begun = time.perf_counter()
    later = working_days.add(date(1990, 1, 1), 20_000)
    assert working_days.between(date(1990, 1, 1), later) == 20_000
    assert time.perf_counter() - begun < 2


def test_a_year_that_no_calendar_knows_has_its_weekends() -> None:
    assert working_days.add(date(2150, 1, 2), 5) == date(2150, 1, 9)  # Fri; Mon 5 to Fri 9
    assert working_days.between(date(1800, 1, 3), date(1800, 1, 10)) == 5  # Fri to Fri


def test_the_calendar_is_not_read_before_a_working_day_is_asked_for(tmp_path: Path) -> None:
    told = (
        "import sys; from models import deadlines, rules, working_days; assert 'holidays' not in sys.modules; "
        "import datetime; working_days.add(datetime.date(2026, 1, 1), 1); assert 'holidays' in sys.modules"
    )
    fresh = os.environ | {"BANG_GIAO_HOME": str(tmp_path)}  # a computer that never asked for this year
    subprocess.run([sys.executable, "-c", told], check=True, timeout=60, env=fresh)
