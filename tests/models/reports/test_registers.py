"""The registers behind a report: which rows they show, in which columns, and what they keep to themselves."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from models import discretion, engine
from models.discretion import NOTHING, Ticked
from models.reports.annual import Report, annual
from models.reports.periods import calendar_year
from models.reports.registers import Register
from tests.models.reports import busy
from tests.models.reports import small as small_office

YEAR = calendar_year(2025)


@pytest.fixture
def report(small: Path) -> Report:
    return annual(YEAR, "en", date(2026, 1, 5))


def column(register: Register, name: str) -> list[object]:
    return [row[register.place(name)] for row in register.rows]


def test_a_register_shows_what_touches_the_period_and_says_what_counts(report: Report) -> None:
    visits = report.register("inbound")
    assert {str(code)[5:8] for code in column(visits, "code")} == {"001", "002", "004", "005", "008", "009", "010"}
    counted = [
        code for code, a, b in zip(*(column(visits, n) for n in ("code", "held", "in_period")), strict=True) if a and b
    ]
    assert {str(code)[5:8] for code in counted} == {"001", "002", "004", "005", "010"}


def test_days_are_days_and_partial_days_are_words(report: Report) -> None:
    visits = report.register("inbound")
    starts = dict(zip(column(visits, "code"), column(visits, "starts"), strict=True))
    assert starts["2025-001-DV"] == date(2025, 10, 29)
    assert (starts["2025-004-DV"], starts["2025-005-DV"]) == ("05/2025", "2025")
    assert column(visits, "counted_on")[0] == date(2025, 1, 1)
    assert column(visits, "month")[0] is None


def test_members_show_no_passport_unless_it_was_asked_for(small: Path) -> None:
    def told(ticked: Ticked) -> str:
        with discretion.leaving(ticked):
            return repr(annual(YEAR, "en"))

    assert "E1234567" not in told(NOTHING)
    assert "E1234567" in told(Ticked(personal=True))


def test_a_person_is_marked_once_in_each_direction(report: Report) -> None:
    members = report.register("member")
    first = [row for row in members.rows if row[members.place("first")] and row[members.place("way")] == "out"]
    assert [row[members.place("name")] for row in first] == ["KIỀU HẢI NAM", "Nguyễn B", "Hà Trọng Hải", "Lò Thị A"]


def test_agreements_stand_as_they_stood_on_the_last_day(report: Report) -> None:
    deals = report.register("agreement")
    stood = dict(zip(column(deals, "code"), column(deals, "(standing)"), strict=True))
    assert stood["2025-005-TT"] == "In force"  # terminated later
    assert stood["2025-007-TT"] == "In force, expires soon"
    assert stood["2025-010-TT"] == "Not in force"  # its term ended in 2024, whatever its state says
    assert not {"2025-016-TT", "2025-018-TT", "2025-019-TT", "2025-020-TT"} & set(stood)
    assert column(deals, "(signers)")[-3:] == ["Lê Văn Lương, Chủ tịch", None, None]


def test_tasks_stand_as_they_stood_on_the_last_day(report: Report) -> None:
    tasks = report.register("action")
    stood = dict(zip(column(tasks, "code"), column(tasks, "(standing)"), strict=True))
    assert [stood[f"2025-{number:03}-VB"] for number in (1, 2, 3, 4, 5, 7, 8, 9)] == [
        "Done in time",
        "Done late",
        "Overdue",
        "In time",
        "Overdue",
        "Cancelled",
        "In time",
        "Carried over",
    ]


def test_a_record_of_two_countries_has_two_rows(report: Report) -> None:
    split = report.register("country")
    rows = [(row[1], row[split.place("key")]) for row in split.rows if row[1] == "2025-002-DV"]
    assert sorted(rows, key=str) == [("2025-002-DV", "CN"), ("2025-002-DV", "LA")]


@pytest.mark.parametrize(("fill", "most"), [(small_office.fill, 9), (busy.fill, 19)])
def test_titles_and_names_of_columns_stand_once(office: Path, fill: Callable[[], None], most: int) -> None:
    fill()
    report = annual(YEAR, "en")
    assert len(report.registers) == most
    for register in report.registers:
        titles = [each.title for each in register.columns]
        assert len(set(titles)) == len(titles), register.name
        names = [each.name for each in register.columns]
        assert len(set(names)) == len(names), register.name
        helpers = [each.helper for each in register.columns]
        assert helpers == sorted(helpers)


def test_a_report_does_not_change_when_records_do(report: Report) -> None:
    before = repr(report)
    engine.execute("UPDATE delegation SET persons = 1000")
    assert repr(report) == before


def test_the_state_is_told_in_the_language_of_the_report(small: Path) -> None:
    states = {name: column(annual(YEAR, name).register("inbound"), "(state)")[0] for name in ("vi", "en")}
    assert states["en"] == "Reported"
    assert states["vi"]
