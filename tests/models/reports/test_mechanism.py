"""The report of a mechanism: agreed, done since and open, field by field, the same in every form."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models import days, store
from models.actions import FollowUp
from models.delegations import Delegation
from models.excel.report import write_report
from models.kinds import PAGES
from models.mechanisms import Mechanism
from models.paper.annex import annexes
from models.paper.mechanism import mechanism_paper
from models.paper.sheet import Group, Row
from models.reports.mechanism import Account, OfField, account, content, paragraphs
from models.reports.mechanism.account import NINE, Part
from models.reports.report import content as tables
from models.sessions import Session, SessionParty
from models.units import Unit
from tests.models.meeting import concluded, mechanism, session_eleven


@pytest.fixture
def series(unit: Unit, visit: Delegation) -> Mechanism:
    """Session 11 with three conclusions on health: one task done, one overdue, one without a task; a visit since."""
    made = mechanism(unit)
    made.partners = [f"partner:{visit.value('partner')}"]
    store.save(made)
    session = session_eleven(made)
    first, second, _ = concluded(session)
    task(
        unit, first.reference, "Diễn tập chung", state="DONE", done_on="2026-11-10", result="Đã diễn tập", progress=100
    )
    task(unit, second.reference, "Trao đổi thông tin", due_on="2026-11-15")
    task(unit, session.reference, "Gửi biên bản", fields=["bien_gioi"])
    visit.starts, visit.ends, visit.state, visit.fields = "2026-11-03", "2026-11-04", "REPORTED", ["y_te", "gddt"]
    visit.report_number, visit.report_date, visit.result = "12/BC-SNgV", "2026-11-10", "Đã làm việc"
    visit.permit_number, visit.permit_date = "480/UBND-NC", "2026-10-20"
    store.save(visit)
    return made


def task(unit: Unit, source: str, name: str, **values: Any) -> FollowUp:
    told = {"fields": ["y_te"], "lead": unit.id, "assigned_on": "2026-11-01", "state": "DOING"} | values
    if told["state"] == "DONE":
        told["confirmed_by"] = "Trần Thị Hạnh"
    made = FollowUp.blank(name=name, source=[source], **told)
    store.save(made)
    return made


def field(told: Account, code: str) -> OfField:
    return next(each for each in told.fields if each.code == code)


def test_the_nine_fields_come_first_and_the_others_only_with_content(series: Mechanism) -> None:
    told = account(series.id, 11)
    assert tuple(each.code for each in told.fields) == NINE
    assert told.since == "session 11"
    assert (told.period.first, told.period.last) == (date(2026, 10, 29), days.today())


def test_a_conclusion_stands_beside_what_became_of_it(series: Mechanism) -> None:
    health = field(account(series.id, 11), "y_te")
    done, late, bare = (matter for matter in health.matters if matter.agreed)
    assert [point.words for point in done.done] == ["Diễn tập chung"]
    assert done.open == ()
    assert [point.words for point in late.open] == ["Trao đổi thông tin"]
    assert late.open[0].late
    assert late.open[0].told() == "Trao đổi thông tin (Sở Ngoại vụ; due 15/11/2026; Overdue by 6 days)"
    assert [point.words for point in bare.open] == ["No task was given for it."]
    assert done.agreed
    assert done.agreed.told() == "Nội dung thứ 1 (session 11, item 1)"


def test_visits_since_are_told_in_each_of_their_fields_and_tasks_of_the_session_in_theirs(series: Mechanism) -> None:
    told = account(series.id, 11)
    for code in ("y_te", "gddt"):
        assert "Đoàn đại biểu tỉnh Phông Sa Lỳ" in [p.words for m in field(told, code).matters for p in m.done]
    assert [p.words for m in field(told, "bien_gioi").matters for p in m.open] == ["Gửi biên bản"]
    assert [field(told, "y_te").count(part) for part in Part] == [3, 2, 2]


def test_what_happened_before_the_session_is_not_told(series: Mechanism, visit: Delegation) -> None:
    visit.starts = visit.ends = "2026-10-28"
    store.save(visit)
    assert field(account(series.id, 11), "gddt").matters == ()


def test_a_record_of_many_fields_stands_once_at_the_end(series: Mechanism, visit: Delegation) -> None:
    visit.fields = ["y_te", "gddt", "bien_gioi", "giao_luu"]
    store.save(visit)
    told = account(series.id, 11)
    assert told.fields[-1].name == "Common to several fields"
    assert told.fields[-1].count(Part.DONE) == 1
    assert field(told, "gddt").matters == ()


def test_a_task_carried_over_is_told_by_the_one_that_carries_it(series: Mechanism, unit: Unit) -> None:
    session = Session.blank(mechanism=series.id, ordinal=12, state="PLANNED", starts="2027-10")
    session.parties = [SessionParty(side="OURS", name="Tỉnh Lai Châu")]
    store.save(session)
    (late,) = (p for m in field(account(series.id, 11), "y_te").matters for p in m.open if p.kind == "action")
    action = store.load("action", late.id)
    action.carried_session = session.id  # type: ignore[attr-defined]
    store.move(action, "CARRIED")  # type: ignore[arg-type]
    told = [p.id for m in field(account(series.id, 11), "y_te").matters for p in m.points() if p.kind == "action"]
    assert late.id not in told


def test_a_task_that_was_given_up_is_told_and_not_counted_as_done(series: Mechanism, unit: Unit) -> None:
    (session,) = store.find(PAGES["session"], store.Question())
    store.move(task(unit, f"session:{session}", "Bỏ"), "CANCELLED", note="Bạn không đồng ý")
    health = field(account(series.id, 11), "y_te")
    closed = [point for matter in health.matters for point in matter.done if point.kind == "action"]
    assert [(point.words, point.given_up) for point in closed] == [("Diễn tập chung", False), ("Bỏ", True)]
    assert health.count(Part.DONE, ("action",)) == 1


def test_a_session_that_is_not_there_is_refused(series: Mechanism) -> None:
    with pytest.raises(LookupError):
        account(series.id, 3)


def test_paper_text_and_workbook_say_the_same(series: Mechanism, tmp_path: Path) -> None:
    told = account(series.id, 11)
    paper = mechanism_paper(told)
    seen = "\n".join(part.title if isinstance(part, Group) else "\n".join(part.cells) for part in paper.rows)
    text = "\n".join(line for heading, lines in paragraphs(told) for line in (heading, *lines))
    report = content(series.id, 11, "en")
    table = "\n".join(cell for each in tables(report) for row in each.rows for cell in row)
    for each in told.fields:
        for point in (point for matter in each.matters for point in matter.points()):
            assert point.told() in seen
            assert point.told() in text
            assert point.words in table
    assert seen.count("Nothing was agreed or done.") == len([each for each in told.fields if not each.matters])
    late = [row for row in paper.rows if isinstance(row, Row) and row.bold]
    assert ["Trao đổi thông tin" in row.cells[3] for row in late] == [True]
    assert [len(each.columns) for each in annexes(report).registers] == [9, 10]
    written = write_report(report, tmp_path / "mechanism.xlsx")
    assert written.rows > 0


def test_the_counts_by_field_are_those_of_the_register(series: Mechanism, unit: Unit) -> None:
    (session,) = store.find(PAGES["session"], store.Question())
    store.move(task(unit, f"session:{session}", "Bỏ"), "CANCELLED", note="Bạn không đồng ý")
    report = content(series.id, 11, "en")
    register = report.register("mechanism")
    counted, code = register.place("counted"), register.place("field:code")
    page = report.parts[0]
    table = page.tables[0]  # type: ignore[union-attr]
    for row in table.rows:
        for column, cell in zip(table.columns[2:], row[2:], strict=True):
            found = [each for each in register.rows if (each[code], each[counted]) == (row[0], column.name)]
            assert len(found) == cell.value, (row[0], column.name)
