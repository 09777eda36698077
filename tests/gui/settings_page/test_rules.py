"""The rules about time and the office's own days in Settings: kept at once, taken back, never silently corrected."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui import messages
from gui.settings_page import SettingsPage
from gui.settings_page.deadlines_card import DeadlinesCard, source_of
from gui.settings_page.working_days_card import WorkingDaysCard
from models import deadlines, store
from tests.gui.settings_page.hands import card, choose


def test_a_deadline_counts_at_once_and_only_what_differs_is_kept(page: SettingsPage, qtbot: QtBot) -> None:
    rules = card(page, DeadlinesCard)
    line = rules.lines["in.report"]
    line.amount.setValue(7)
    choose(line.unit, "WORKING_DAYS")  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: deadlines.limit("in.report") == 7)
    assert store.setting("deadlines") == {"in.report": {"amount": 7, "unit": "WORKING_DAYS"}}
    assert deadlines.due("in.report", date(2026, 2, 13)) == date(2026, 3, 3), "Tết does not count"
    line.back.click()
    rules.keep()
    assert store.setting("deadlines") == {}
    assert deadlines.limit("in.report") == deadlines.DEFAULTS["in.report"]


def test_a_rule_may_not_count_in_an_office_and_all_go_back_to_the_usual(page: SettingsPage) -> None:
    rules = card(page, DeadlinesCard)
    rules.lines["agr.annual_plan"].on.click()
    rules.lines["rep.year"].month.setValue(11)  # type: ignore[union-attr]
    rules.keep()
    assert store.setting("deadlines") == {"agr.annual_plan": {"on": False}, "rep.year": {"amount": 1118}}
    assert not deadlines.is_on("agr.annual_plan")
    assert not rules.lines["agr.annual_plan"].amount.isEnabled()
    rules.usual.click()
    assert store.setting("deadlines") == {}
    assert deadlines.is_on("agr.annual_plan")


def test_every_rule_shows_where_it_stands_written_and_whether_that_is_law(page: SettingsPage) -> None:
    shown = {each.text() for each in card(page, DeadlinesCard).findChildren(QLabel)}
    for rule in deadlines.RULES.values():
        assert rule.words in shown
        assert source_of(rule) in shown
    assert "Law · Law 70/2020/QH14, article 19" in shown
    assert "Not verified · Decision 06/2020/QĐ-TTg" in shown


def test_the_offices_own_days_count_at_once_and_can_be_taken_back(page: SettingsPage) -> None:
    own = card(page, WorkingDaysCard)
    own.day.setText("12/6/2026")
    own.add.click()
    assert store.setting("own_days")["2026-06-12"] is False
    own.start.setText("11/6/2026")
    own.count.setValue(1)
    own.reckon.click()
    assert own.end.text() == "15/06/2026"
    assert own.result.text() == "1 working days after 11/06/2026: Mon 15/06/2026"
    own.table.selectRow(0)
    own.drop.click()
    assert "2026-06-12" not in store.setting("own_days")
    own.reckon.click()
    assert own.end.text() == "12/06/2026"
    own.end.setText("1/7/2026")
    own.between.click()
    assert own.count.value() == 14  # 12; 15-19 = 6; 22-26 = 11; 29 30 1/7 = 14


def test_the_public_holidays_of_a_year_can_be_read(page: SettingsPage) -> None:
    own = card(page, WorkingDaysCard)
    own.year.setValue(2026)
    own.show_year.click()
    assert "17/02 Tết Nguyên Đán" in own.holidays.text()


def test_a_day_that_cannot_be_read_is_not_added(page: SettingsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda *words, **_more: said.append(words[-1]))
    own = card(page, WorkingDaysCard)
    before = own.table.rowCount()
    own.day.setText("31/2/2026")
    own.add.click()
    assert said == ["There is no such day in the calendar."]
    assert own.table.rowCount() == before
