"""What a report tells is what its formulas find in its registers, also where records are filled in by halves."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models import discretion, store
from models.delegations import Member
from models.people import Person
from models.reports.catalogue import made
from models.reports.cells import NUMBER, Counted, Key
from models.reports.columns import is_number
from models.reports.periods import calendar_year
from models.reports.report import Page, Report, Table, content
from models.reports.statistics import statistics
from tests.models.reports.small import put

YEAR = calendar_year(2025)


def tables(report: Report) -> list[Table]:
    return [table for part in report.parts if isinstance(part, Page) for table in part.tables]


def found(report: Report, cell: Counted, line: tuple[Any, ...]) -> Decimal:
    """Do what COUNTIFS or SUMIFS does."""
    register = report.register(cell.register)
    wanted = [(register.place(name), line[0] if isinstance(told, Key) else told) for name, told in cell.wanted]
    rows = [
        row
        for row in register.rows
        if all(is_number(row[n]) if told == NUMBER else row[n] == told for n, told in wanted)
    ]
    if cell.added is None:
        return Decimal(len(rows))
    place = register.place(cell.added)
    return sum((Decimal(str(row[place])) for row in rows if is_number(row[place])), Decimal(0))


def trip(number: int, **more: Any) -> None:
    told: dict[str, Any] = {
        "purpose": "hoi_thao",
        "fields": ["y_te"],
        "funding": "ns_tinh",
        "countries": ["CN"],
        "persons": 2,
    }
    put("outbound", f"2025-{number:03}-DR", "RETURNED", name=f"Ra {number}", starts="2025-04-01", **told, **more)


@pytest.fixture
def halves(office: Path) -> None:
    trip(1, cost=Decimal("0.1"), cost_currency="USD")
    trip(2, cost=Decimal("0.2"), cost_currency="USD", cost_vnd=5000)
    trip(3, cost_currency="USD")
    trip(4, cost_currency="USD", cost_vnd=500)
    for number, amount in enumerate((None, Decimal(5)), 1):
        aid: dict[str, Any] = {
            "direction": "IN",
            "approval_date": "2025-02-01",
            "currency": "USD",
            "committed_vnd": 1000,
        }
        put("aid", f"2025-{number:03}-VT", "APPROVED", name=f"Viện trợ {number}", committed=amount, **aid)
    put("programme", "2025-001-KH", "DONE", name="Không nhóm", year=2025, planned_for="2025-04")


@pytest.mark.usefixtures("halves")
@pytest.mark.parametrize("name", ["annual", "outbound", "aid", "programme"])
def test_a_formula_gives_the_value_beside_it(name: str) -> None:
    report = made(name, YEAR, "en")
    checked = 0
    for table in tables(report):
        for row in (each for each in table.rows if isinstance(each, tuple)):
            for cell in (each for each in row if isinstance(each, Counted)):
                assert found(report, cell, row) == cell.value, (table.title, row[1], cell.wanted)
                checked += 1
    assert checked


@pytest.mark.usefixtures("halves")
def test_amounts_add_up_without_the_digits_of_a_binary_fraction() -> None:
    (told,) = statistics(YEAR).money
    assert (told.currency, told.delegations, told.amount, told.dong) == ("USD", 2, Decimal("0.3"), 5000)


@pytest.mark.usefixtures("halves")
def test_a_planned_activity_of_no_group_stands_in_the_sums_all_the_same() -> None:
    *_, (planned,) = (each.rows for each in content(made("programme", YEAR, "en")))
    assert planned == ("", "(not stated)", "1", "1", "0", "0", "100 %")


def test_a_delegation_that_was_called_off_carried_nothing_out(office: Path) -> None:
    told: dict[str, Any] = {"countries": ["CN"], "starts": "2025-04-01"}
    went = put("outbound", "2025-001-DR", "RETURNED", name="Đã đi", persons=4, **told)
    off = put("outbound", "2025-002-DR", "CANCELLED", name="Bỏ", persons=9, **told)
    done = [f"delegation:{each.id}" for each in (went, off)]
    put(
        "programme",
        "2025-001-KH",
        "DONE",
        name="P",
        year=2025,
        planned_for="2025-04",
        group="OUTBOUND",
        carried_out=done,
    )
    register = made("programme", YEAR, "en").register("programme")
    assert [row[register.place("(persons)")] for row in register.rows] == [4]


def test_who_led_a_restricted_delegation_is_not_told_by_his_others(office: Path) -> None:
    person = Person.blank(name="Bounmy")
    store.save(person)
    for number in (1, 2):
        head = Member(name="Bounmy", is_head=True, person=person.id)
        put("inbound", f"2025-{number:03}-DV", "REPORTED", name="V", starts="2025-05-01", persons=3, members=[head])
    restricted = store.coded("delegation", "2025-001-DV")
    assert restricted is not None
    discretion.mark_restricted(store.load("delegation", restricted))
    with discretion.leaving():
        told = {row[1]: row[2] for row in next(content(made("statistics-person", YEAR, "en"))).rows}
    assert told == {"Bounmy": "1", "•••": "1"}
