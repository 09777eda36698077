"""The weekly calendar says what the records say of a week, and keeps the office's own lines."""

from datetime import date
from pathlib import Path

import pytest

from models import store
from models.delegations import Delegation
from models.errors import Closed
from models.exchanges import Exchange
from models.paper.calendar import calendar
from models.paper.sheet import Group
from models.reports.calendar import Entry, week_of
from models.store.calendar import (
    AFTERNOON,
    MORNING,
    WHOLE_DAY,
    CalendarLine,
    calendar_lines,
    drop_calendar_line,
    keep_calendar_line,
)
from models.units import Unit
from tests.models.meeting import mechanism, session_eleven
from tests.models.reports.small import put

THURSDAY = date(2026, 3, 5)


def words(entries: tuple[Entry, ...]) -> list[tuple[str, str]]:
    return [(f"{each.day:%d/%m}", each.words) for each in entries]


def test_a_visit_stands_on_each_of_its_days_with_its_content_once(visit: Delegation) -> None:
    store.save(visit)
    week = week_of(THURSDAY)
    assert (week.first, week.last, week.number) == (date(2026, 3, 2), date(2026, 3, 8), 10)
    name, span = "Đoàn đại biểu tỉnh Phông Sa Lỳ", "(from 05/03/2026 to 07/03/2026)"
    unsettled = "(not settled yet)"
    assert words(week.entries) == [
        ("05/03", f"{name}: Làm việc với Sở Y tế {span} {unsettled}"),
        ("06/03", f"{name} {span} {unsettled}"),
        ("07/03", f"{name} {span} {unsettled}"),
    ]
    first = week.entries[0]
    assert (first.half, first.persons, first.prepared_by) == (WHOLE_DAY, "Khamphoy Vannasane, Tỉnh trưởng; 12 participants", "Sở Ngoại vụ")  # fmt: skip # noqa: E501
    assert (first.kind, first.id) == ("delegation", visit.id)


def test_a_visit_that_crosses_into_the_next_week_stands_in_both(visit: Delegation) -> None:
    visit.starts, visit.ends = "2026-03-07", "2026-03-10"
    store.save(visit)
    assert [each.day.day for each in week_of(THURSDAY).entries] == [7, 8]
    assert [each.day.day for each in week_of(date(2026, 3, 9)).entries] == [9, 10]
    assert week_of(date(2026, 3, 16)).entries == ()


def test_what_was_called_off_drafts_and_removed_records_do_not_stand_there(visit: Delegation) -> None:
    store.save(visit)
    store.move(visit, "CANCELLED", note="Bạn hoãn")
    assert week_of(THURSDAY).entries == ()


def test_what_lasts_long_stands_on_its_first_and_last_day_and_is_named_between(visit: Delegation) -> None:
    visit.starts, visit.ends = "2026-03-05", "2026-04-05"
    store.save(visit)
    assert [each.day.day for each in week_of(THURSDAY).entries] == [5]
    between = week_of(date(2026, 3, 18))
    assert between.entries == ()
    assert between.running == ("Đoàn đại biểu tỉnh Phông Sa Lỳ",)
    assert [each.day for each in week_of(date(2026, 4, 3)).entries] == [date(2026, 4, 5)]


def test_a_record_of_which_only_the_month_is_known_is_named_below(visit: Delegation) -> None:
    visit.starts = visit.ends = "2026-03"
    store.save(visit)
    week = week_of(THURSDAY)
    assert (week.entries, week.undated) == ((), ("Đoàn đại biểu tỉnh Phông Sa Lỳ",))
    assert "This month, day not known yet: Đoàn đại biểu tỉnh Phông Sa Lỳ." in calendar(THURSDAY).notes
    assert week_of(date(2026, 4, 8)).undated == ()


def test_a_session_names_who_is_in_the_chair_and_the_unit_of_its_mechanism(unit: Unit) -> None:
    session_eleven(mechanism(unit))
    first, _ = week_of(date(2026, 10, 29)).entries
    assert first.chair == "Giàng A Tính, Phó Chủ tịch UBND tỉnh Lai Châu; Lưu Dũng, Phó Tỉnh trưởng"
    assert first.prepared_by == "Sở Ngoại vụ"
    assert "Tỉnh Vân Nam" in first.persons


def test_a_bulk_row_of_exchanges_is_no_event(unit: Unit) -> None:
    told = {"type": "van_nghe", "pillar": "NHAN_DAN", "countries": ["CN"], "lead": unit.id, "state": "HELD"}
    store.save(Exchange.blank(name="Số liệu gộp", activities=548, source="Báo", starts="2026-03-02", ends="2026-03-08", **told))  # fmt: skip # noqa: E501
    store.save(Exchange.blank(name="Chào xuân", starts="2026-03-03", ends="2026-03-03", ours=20, theirs=15, **told))
    found = week_of(THURSDAY).entries
    assert words(found) == [("03/03", "Chào xuân")]
    assert found[0].persons == "20 persons of ours; 15 guests"


def test_lines_of_the_office_are_kept_changed_and_dropped_and_stand_by_the_hour(office: Path) -> None:
    keep_calendar_line(CalendarLine("2026-03-05", AFTERNOON, "14h00", "Giao ban"))
    keep_calendar_line(CalendarLine("2026-03-05", MORNING, "09h30", "Tiếp dân"))
    keep_calendar_line(CalendarLine("2026-03-05", MORNING, "08h00", "Họp Sở", "Giám đốc", "Các phòng", "Hội trường"))
    keep_calendar_line(CalendarLine("2026-03-12", MORNING, "", "Tuần sau"))
    assert [each.words for each in week_of(THURSDAY).of(THURSDAY)] == ["Họp Sở", "Tiếp dân", "Giao ban"]
    numbers = list(calendar_lines(THURSDAY, THURSDAY))
    keep_calendar_line(CalendarLine("2026-03-06", MORNING, "", "Giao ban"), numbers[0])
    drop_calendar_line(numbers[1])
    assert words(week_of(THURSDAY).entries) == [("05/03", "Họp Sở"), ("06/03", "Giao ban")]


def test_a_reader_keeps_no_line(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = store.current()
    assert session
    monkeypatch.setattr(session, "read_only", True)
    with pytest.raises(Closed):
        keep_calendar_line(CalendarLine("2026-03-05", MORNING, "", "Họp"))
    assert calendar_lines(THURSDAY, THURSDAY) == {}


def test_the_paper_keeps_empty_lines_for_working_days_and_merges_day_and_half(visit: Delegation) -> None:
    store.save(visit)
    paper = calendar(THURSDAY)
    assert paper.title == "Weekly calendar: week 10"
    assert [each.merges for each in paper.columns][:3] == [True, True, False]
    days_ = [row.cells[0].split()[0] for row in paper.rows]  # type: ignore[union-attr]
    assert days_ == ["Monday"] * 2 + ["Tuesday"] * 2 + ["Wednesday"] * 2 + ["Thursday", "Friday", "Saturday"]


def test_what_is_known_by_its_month_stands_below_every_week_of_it(unit: Unit) -> None:
    put("session", "S", "PLANNED", name="Phiên 12", starts="2026-03")
    found = [week_of(date(2026, 3, day)).undated for day in (1, 12, 20, 31)]
    assert found == [("Phiên 12",)] * 4
    assert week_of(date(2026, 4, 8)).undated == ()


def test_what_began_on_a_day_stands_on_it_although_only_the_month_of_its_end_is_known(unit: Unit) -> None:
    put("exchange", "E", "HELD", name="Giao lưu", starts="2026-03-05", ends="2026-03", activities=1)
    assert [each.day.day for each in week_of(THURSDAY).entries] == [5]
    assert week_of(date(2026, 3, 20)).running == ("Giao lưu",)


def test_tasks_due_in_the_week_stand_in_a_block_of_their_own(unit: Unit) -> None:
    told = {"lead": unit.id, "fields": ["y_te"], "assigned_on": "2026-01-05"}
    put("action", "A2", "DOING", name="Gửi báo cáo", due_on="2026-03-06", **told)
    put("action", "A1", "NEW", name="Mời đoàn", due_on="2026-03-02", **told)
    for number, state in enumerate(("DONE", "CARRIED", "CANCELLED"), 3):
        put("action", f"A{number}", state, name="Xong", due_on="2026-03-04", **told)
    put("action", "A6", "DOING", name="Tuần sau", due_on="2026-03-09", **told)
    week = week_of(THURSDAY)
    assert [(each.day.day, each.words, each.prepared_by, each.kind) for each in week.due] == [
        (2, "Mời đoàn", "Sở Ngoại vụ", "action"),
        (6, "Gửi báo cáo", "Sở Ngoại vụ", "action"),
    ]
    assert week.entries == ()
    rows = calendar(THURSDAY).rows
    place = rows.index(Group("Tasks due this week"))
    assert [row.cells[3] for row in rows[place + 1 :]] == ["Mời đoàn", "Gửi báo cáo"]  # type: ignore[union-attr]
    assert Group("Tasks due this week") not in calendar(date(2026, 3, 18)).rows
