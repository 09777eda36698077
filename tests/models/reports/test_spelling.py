"""What Excel's sums cannot tell apart the program does not tell apart either."""

from datetime import date
from pathlib import Path

from models import store
from models.delegations import Delegation
from models.reports.indicators import summary
from models.reports.periods import Period
from models.statistic import Statistic

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def enter(indicator: str, amount: int, unit_of_measure: str | None = None) -> None:
    store.save(
        Statistic.blank(
            nature="OPENING",
            indicator=indicator,
            starts="2026-01-01",
            ends="2026-12-31",
            amount=amount,
            qualifier="EXACT",
            scope="tinh",
            source="Báo cáo",
            unit_of_measure=unit_of_measure,
        )
    )


def figures(base: str) -> list[tuple[str, float, str]]:
    return [(each.code, each.value, each.source) for each in summary(YEAR) if each.base == base]


def test_an_opening_balance_finds_its_figure_in_capitals_or_not(visit: Delegation) -> None:
    visit.state, visit.report_number, visit.report_date, visit.result = "REPORTED", "1", "2026-03-10", "Tốt"
    store.save(visit)
    enter("I07:la", 5)
    assert figures("I07") == [("I07:LA", 6, "both")]


def test_a_unit_of_measure_is_one_in_capitals_or_not(office: Path) -> None:
    enter("I70", 5, "USD")
    enter("I70", 7, "usd")
    enter("I70", 9, "tấn")
    assert figures("I70") == [("I70", 12, "entered"), ("I70:tấn", 9, "entered")]
