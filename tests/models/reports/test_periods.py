"""Periods: presets, their names, and which stored days lie inside, asked of the database itself."""

from datetime import date
from pathlib import Path

import pytest

from models import days, engine
from models.reports import periods
from models.reports.periods import Period


@pytest.mark.parametrize(
    ("period", "first", "last", "kind"),
    [
        (periods.calendar_year(2025), "2025-01-01", "2025-12-31", "year"),
        (periods.cut_off_year(2025), "2024-12-15", "2025-12-14", "cut_off_year"),
        (periods.half(2025, 1), "2025-01-01", "2025-06-30", "half"),
        (periods.half(2025, 2), "2025-07-01", "2025-12-31", "second_half"),
        (periods.cut_off_half(2025), "2024-12-15", "2025-06-14", "cut_off_half"),
        (periods.quarter(2025, 4), "2025-10-01", "2025-12-31", "quarter"),
        (periods.month(2024, 2), "2024-02-01", "2024-02-29", "month"),
        (periods.month(2025, 12), "2025-12-01", "2025-12-31", "month"),
        (Period(date(2020, 1, 1), date(2025, 11, 15)), "2020-01-01", "2025-11-15", "span"),
    ],
)
def test_presets_have_the_offices_days(period: Period, first: str, last: str, kind: str) -> None:
    assert (str(period.first), str(period.last), period.kind) == (first, last, kind)
    assert period.name("en")
    assert period.days_text("en") == f"From {period.first:%d/%m/%Y} to {period.last:%d/%m/%Y}"


def test_a_period_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(ValueError, match="before"):
        Period(date(2025, 2, 1), date(2025, 1, 31))


@pytest.mark.parametrize(
    ("day", "in_year", "in_cut_off", "in_february"),
    [
        ("2025-01-01", True, True, False),
        ("2025-12-31", True, False, False),
        ("2024-12-15", False, True, False),
        ("2024-12-14", False, False, False),
        ("2026-01-01", False, False, False),
        ("2025", True, False, False),
        ("2024", False, False, False),
        ("2024-12", False, False, False),
        ("2025-12", True, False, False),
        ("2025-02", True, True, True),
        ("2025-02-28", True, True, True),
        ("2025-03-01", True, True, False),
        (None, False, False, False),
    ],
)
def test_a_day_counts_only_when_all_of_it_lies_inside(
    office: Path, day: str | None, in_year: bool, in_cut_off: bool, in_february: bool
) -> None:
    asked = (periods.calendar_year(2025), periods.cut_off_year(2025), periods.month(2025, 2))
    found = [bool(engine.rows(f"SELECT {each.contains('d')} FROM (SELECT ? AS d) x", (day,))[0][0]) for each in asked]
    assert found == [in_year, in_cut_off, in_february]
    touched = engine.rows(f"SELECT {asked[2].touches('d')} FROM (SELECT ? AS d) x", (day,))[0][0]
    assert bool(touched) == (day in ("2025", "2025-02", "2025-02-28"))


def test_the_running_year_ends_today_and_a_past_one_on_its_last_day() -> None:
    with days.as_of(date(2026, 11, 21)):
        assert periods.year_to_date(2026) == Period(date(2026, 1, 1), date(2026, 11, 21))
        assert periods.year_to_date(2025) == periods.calendar_year(2025)
