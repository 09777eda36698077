"""The calendar of the week in the window: lines are added, changed, removed and printed; records are opened."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui import messages
from gui.calendar import CalendarDialog, LineDialog
from gui.calendar import dialog as calendar_dialog
from models import kinds, store
from models.paper.sheet import Register
from models.store.calendar import AFTERNOON, CalendarLine, calendar_lines, keep_calendar_line

WEDNESDAY = date(2026, 3, 18)


@pytest.fixture
def dialog(office: None, qtbot: QtBot) -> Iterator[CalendarDialog]:
    visit = kinds.PAGES["inbound"].blank()
    told = {
        "name": "Đoàn Phông Sa Lỳ", "partner": 1, "countries": ["LA"], "level": "lanh_dao_tinh", "admin_level": "tinh",
        "starts": "2026-03-17", "ends": "2026-03-17", "persons": 5, "purpose": "tham_lam_viec", "fields": ["y_te"],
        "content": "Làm việc", "funding": "ns_tinh", "in_plan": True, "host_units": ["unit:1"],
    }  # fmt: skip
    for name, value in told.items():
        setattr(visit, name, value)
    store.save(visit)
    keep_calendar_line(CalendarLine("2026-03-19", AFTERNOON, "14h00", "Giao ban"))
    made = CalendarDialog()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[LineDialog], object]], None]:
    """Let the form of a line be filled in by a test."""

    def by(deed: Callable[[LineDialog], object]) -> None:
        def exec_(form: LineDialog) -> QDialog.DialogCode:
            deed(form)
            return QDialog.DialogCode(form.result())

        monkeypatch.setattr(LineDialog, "exec", exec_)

    return by


def contents(dialog: CalendarDialog) -> list[str]:
    cells = [dialog.table.item(row, 3) for row in range(dialog.table.rowCount())]
    return [cell.text() for cell in cells if cell]


def test_it_shows_this_week_and_goes_to_the_others(dialog: CalendarDialog) -> None:
    assert contents(dialog) == ["Đoàn Phông Sa Lỳ: Làm việc (not settled yet)", "Giao ban"]
    assert dialog.told.text() == "Week 12, from 16/03/2026 to 22/03/2026"
    dialog.after.click()
    assert contents(dialog) == []
    dialog.before.click()
    dialog.before.click()
    assert dialog.told.text().startswith("Week 11")
    dialog.now.click()
    assert len(contents(dialog)) == 2


def test_only_the_office_s_own_lines_are_changed_here_and_records_are_opened(
    dialog: CalendarDialog, qtbot: QtBot
) -> None:
    assert not dialog.edit.isEnabled()
    dialog.table.selectRow(0)
    assert (dialog.edit.isEnabled(), dialog.drop.isEnabled(), dialog.to_record.isEnabled()) == (False, False, True)
    with qtbot.waitSignal(dialog.record_opened) as told:
        dialog.to_record.click()
    assert told.args == ["delegation", 1]
    dialog.table.selectRow(1)
    assert (dialog.edit.isEnabled(), dialog.drop.isEnabled(), dialog.to_record.isEnabled()) == (True, True, False)


def test_a_line_is_written(dialog: CalendarDialog, answered: Callable[..., None]) -> None:
    def fill(form: LineDialog) -> None:
        form.texts["words"].set_value("Họp Sở")
        form.texts["at"].set_value("08h00")
        form.keep.click()

    answered(fill)
    dialog.add.click()
    assert "Họp Sở" in contents(dialog)
    assert CalendarLine("2026-03-18", "MORNING", "08h00", "Họp Sở") in calendar_lines(WEDNESDAY, WEDNESDAY).values()


def test_a_line_without_words_or_day_is_not_kept_and_says_why(
    dialog: CalendarDialog, answered: Callable[..., None]
) -> None:
    said = []

    def fill(form: LineDialog) -> None:
        form.keep.click()
        said.append(form.wrong.text())
        form.day.set_value(None)
        form.keep.click()
        said.append(form.wrong.text())

    answered(fill)
    dialog.add.click()
    assert said == ["Write what it is about.", "Fill in the day."]
    assert len(contents(dialog)) == 2


def test_a_line_is_changed_with_all_that_it_said_before(dialog: CalendarDialog, answered: Callable[..., None]) -> None:
    def fill(form: LineDialog) -> None:
        assert (form.texts["at"].value(), form.half.currentData()) == ("14h00", AFTERNOON)
        form.texts["place"].set_value("Hội trường")
        form.keep.click()

    answered(fill)
    dialog.table.selectRow(1)
    dialog.edit.click()
    kept = calendar_lines(date(2026, 3, 19), date(2026, 3, 19))
    assert list(kept.values()) == [CalendarLine("2026-03-19", AFTERNOON, "14h00", "Giao ban", place="Hội trường")]


def test_a_line_is_removed_once_that_was_agreed(dialog: CalendarDialog) -> None:
    dialog.table.selectRow(1)
    with messages.answering("leave"):
        dialog.drop.click()
    assert len(contents(dialog)) == 2
    dialog.table.selectRow(1)
    with messages.answering("drop"):
        dialog.drop.click()
    assert contents(dialog) == ["Đoàn Phông Sa Lỳ: Làm việc (not settled yet)"]


def test_who_may_only_read_adds_nothing(dialog: CalendarDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    session = store.current()
    assert session
    monkeypatch.setattr(session, "read_only", True)
    dialog.table.selectRow(1)
    assert [part.isEnabled() for part in (dialog.add, dialog.edit, dialog.drop)] == [False] * 3
    assert dialog.print_button.isEnabled()


def test_the_week_on_the_screen_is_printed(dialog: CalendarDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Register] = []
    monkeypatch.setattr(calendar_dialog, "print_paper", lambda _parent, make, _name: shown.append(make()))
    dialog.after.click()
    dialog.print_button.click()
    assert shown[0].title == "Weekly calendar: week 13"
