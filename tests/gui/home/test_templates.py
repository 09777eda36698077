"""The ways to a checklist in the window: the command of the list, the pane beside it, the form."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gui.checklists import TasksDialog
from gui.detail.attached import links_tab
from gui.window import Window
from models import engine, store
from tests.gui.home.test_deeds import answer
from tests.gui.shell.conftest import _surroundings, open_window, path, window

__all__ = ["_surroundings", "open_window", "path", "window"]


def tasks() -> int:
    return int(engine.rows("SELECT count(*) FROM link WHERE from_kind = 'action' AND field = 'source'")[0][0])


def tick_one(dialog: Any) -> None:
    dialog.lines[-1].tick.setChecked(True)
    dialog.lines[-1].due.set_value("2026-06-30")
    dialog.deed.click()


@pytest.mark.parametrize("way", ["list", "form"])
def test_a_visit_gets_its_actions(window: Window, qtbot: QtBot, way: str) -> None:
    work = window.workplace
    assert work
    before = tasks()
    work.open_record("inbound", 1)
    answer(TasksDialog, tick_one)
    if way == "list":
        window.menus.actions["checklist"].trigger()
    else:
        form = work.open_form(store.load("delegation", 1))
        next(each for each in form.header._icons if each.text() == "Actions from a template…").click()
    assert tasks() > before
    qtbot.waitUntil(lambda: work.toast.text.text().startswith("Actions from a template: "))


def test_a_record_without_days_to_count_from_says_so(window: Window) -> None:
    work = window.workplace
    assert work
    work.open_record("partner", 1)
    window.menus.actions["checklist"].trigger()
    assert work.toast.text.text() == "There are no templates for this record."


def test_the_pane_leads_there(window: Window, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton

    wanted: list[str] = []
    tab = links_tab(store.load("delegation", 1), [], lambda *_: None, wanted.append)
    qtbot.addWidget(tab)
    for each in tab.findChildren(QPushButton):
        each.click()
    assert wanted == ["follow_up", "checklist"]
