"""The review of the programme: what was due and done by a day, group by group, in per cent."""

from datetime import date
from typing import Any

from models import store
from models.delegations import Delegation
from models.options import PlanGroup
from models.paper.programme import programme, programme_list, programme_review
from models.paper.sheet import Group, Row
from models.programme import PlannedActivity
from models.reports.programme import review, sum_of
from models.store import Question
from models.units import Unit


def plan(unit: Unit, name: str, **values: Any) -> PlannedActivity:
    told = {"year": 2026, "group": "INBOUND", "countries": ["LA"], "planned_for": "2026-03", "lead": unit.id}
    made = PlannedActivity.blank(name=name, **(told | values))
    store.save(made)
    return made


def filled(unit: Unit, visit: Delegation) -> None:
    store.save(visit)
    plan(unit, "Đón đoàn Phông Sa Lỳ", state="DONE", carried_out=[visit.reference], persons=12)
    plan(unit, "Đón đoàn U Đôm Xay", planned_for="2026-05")
    plan(unit, "Đoàn ra quý III", group="OUTBOUND", planned_for="2026", quarter=3, cost_vnd=150_000_000)
    plan(unit, "Cả năm", group="OTHER", planned_for="2026")
    plan(unit, "Thôi", group="OTHER", planned_for="2026-02", state="DROPPED")
    plan(unit, "Năm khác", year=2025, planned_for="2025-03")


def test_by_a_day_only_what_had_begun_is_done_and_only_what_had_ended_was_due(unit: Unit, visit: Delegation) -> None:
    filled(unit, visit)
    told = review(2026, date(2026, 6, 30))
    assert {line.row.texts["name"]: (line.due, line.done, line.dropped) for line in told.lines} == {
        "Đón đoàn Phông Sa Lỳ": (True, True, False),
        "Đón đoàn U Đôm Xay": (True, False, False),
        "Đoàn ra quý III": (False, False, False),
        "Cả năm": (False, False, False),
        "Thôi": (True, False, True),
    }
    inbound = sum_of(told.of(PlanGroup.INBOUND))
    assert (inbound.planned, inbound.due, inbound.done, inbound.share) == (2, 2, 1, 0.5)
    assert sum_of(()).share is None
    early = review(2026, date(2026, 2, 28))
    assert [line for line in early.lines if line.done] == []
    assert sum_of(review(2026).lines).due == 5


def test_the_programme_stands_in_its_groups_with_sums(unit: Unit, visit: Delegation) -> None:
    filled(unit, visit)
    paper = programme(2026)
    assert [row.title for row in paper.rows if isinstance(row, Group)] == [
        "I. OUTBOUND DELEGATIONS (1)", "II. INBOUND DELEGATIONS (2)", "III. OTHER (2)",
    ]  # fmt: skip
    rows = [row.cells for row in paper.rows if isinstance(row, Row)]
    assert rows[0][6] == "Quarter 3/2026"
    assert all(len(cells) == len(paper.columns) == 11 for cells in [*rows, paper.totals])
    assert paper.totals[1] == "Total: 5 activities"
    assert paper.totals[5], paper.totals[7] == ("12", "150.000.000")


def test_the_review_says_how_each_line_stood_on_the_day(unit: Unit, visit: Delegation) -> None:
    filled(unit, visit)
    paper = programme_review(2026, date(2026, 6, 30))
    rows = [row for row in paper.rows if isinstance(row, Row)]
    inbound = next(row for row in rows if row.cells[1] == "INBOUND DELEGATIONS")
    assert inbound.leads
    assert inbound.cells[4:8] == ("2", "2", "1", "50%")
    told = {row.cells[1]: row.cells[8:] for row in rows if not row.leads}
    assert told["Đón đoàn Phông Sa Lỳ"] == ("Đoàn đại biểu tỉnh Phông Sa Lỳ (05/03/2026)", "Carried out")
    assert told["Đón đoàn U Đôm Xay"] == ("", "Due, not carried out")
    assert told["Đoàn ra quý III"] == ("", "Not due yet")
    assert paper.totals[4:8] == ("5", "3", "1", "20%")
    assert paper.notes[1] == "1 activity was due and is not carried out."


def test_a_year_without_a_programme_says_so(unit: Unit) -> None:
    assert programme(2030).notes == programme_review(2030, date(2030, 6, 30)).notes == ("Nothing is planned.",)


def test_the_list_of_the_page_is_printed_in_the_same_form(unit: Unit, visit: Delegation) -> None:
    filled(unit, visit)
    paper = programme_list(Question(year=2025, sort="planned_for"))
    assert [row.cells[1] for row in paper.rows if isinstance(row, Row)] == ["Năm khác"]
    assert paper.subtitle
