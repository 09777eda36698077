"""The next step asks for what it lacks, takes it right there, and moves the record."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.forms import StepDialog
from models import history, kinds, store
from tests.gui.typing_hands import press

Show = Callable[..., QWidget]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def action() -> Any:
    record: Any = kinds.PAGES["action"].blank()
    record.name, record.lead, record.fields = "Gửi báo cáo", 1, ["y_te"]
    record.source_words, record.assigned_on = "Biên bản phiên 11, mục 3", "2026-03-01"
    return store.save(record)


@pytest.fixture
def dialog(action: Any, qtbot: QtBot) -> StepDialog:
    made = StepDialog(action)
    qtbot.addWidget(made, before_close_func=QWidget.hide)
    made.show()
    return made


def state_of(action: Any) -> str:
    kept: Any = store.load("action", action.id)
    return kept.state


def choose(dialog: StepDialog, state: str) -> None:
    dialog.list.setCurrentRow([step.end for step in dialog.steps].index(state))


def test_steps_lead_forward_first(dialog: StepDialog, action: Any) -> None:
    store.move(action, "DOING")
    other = StepDialog(action)
    words = [other.list.item(row).text() for row in range(other.list.count())]
    assert words[0] == "Awaiting confirmation"
    assert words[-1] == "Back to: Not started"
    other.deleteLater()


def test_a_step_with_everything_there_is_taken(dialog: StepDialog, action: Any) -> None:
    choose(dialog, "DOING")
    dialog.day.show_words("5/3")
    dialog.go()
    assert dialog.result() == StepDialog.DialogCode.Accepted
    kept: Any = store.load("action", action.id)
    assert (kept.state, kept.state_since) == ("DOING", "2026-03-05")


def test_what_is_missing_is_asked_and_saved_with_the_step(dialog: StepDialog, action: Any, qtbot: QtBot) -> None:
    store.move(action, "DOING")
    asked = StepDialog(action)
    qtbot.addWidget(asked, before_close_func=QWidget.hide)
    assert set(asked.editors) == {"result", "done_on", "evidence"}
    asked.go()
    assert asked.editors["result"].complaint() == "Fill in: Result."
    assert state_of(action) == "DOING"
    asked.editors["result"].set_value("Đã gửi")
    asked.editors["done_on"].set_value("2026-03-10")
    asked.editors["evidence"].set_value("12/BC")
    asked.go()
    kept: Any = store.load("action", action.id)
    assert (kept.state, kept.result, kept.evidence) == ("WAIT_CONFIRM", "Đã gửi", "12/BC")


def test_a_step_that_needs_a_reason_asks_for_it(dialog: StepDialog, action: Any) -> None:
    choose(dialog, "CANCELLED")
    dialog.go()
    assert dialog.note.complaint() == "Give the reason."
    dialog.note.set_value("Không còn phù hợp")
    dialog.go()
    assert state_of(action) == "CANCELLED"
    assert history.read_steps("action", action.id)


def test_a_closed_record_is_reopened_with_a_reason(dialog: StepDialog, action: Any, qtbot: QtBot) -> None:
    store.move(action, "CANCELLED", note="x")
    again = StepDialog(action)
    qtbot.addWidget(again, before_close_func=QWidget.hide)
    assert again.list.item(0).text() == "Reopen: Not started"
    again.note.set_value("Làm tiếp")
    again.go()
    assert state_of(action) == again.steps[0].end


def test_a_day_that_is_none_is_refused(dialog: StepDialog) -> None:
    choose(dialog, "DOING")
    dialog.day.show_words("31/02")
    dialog.go()
    assert dialog.day.complaint() == "There is no such day in the calendar."


def asking(action: Any, qtbot: QtBot) -> StepDialog:
    """Give a dialog whose first step needs a result, a day and evidence."""
    store.move(action, "DOING")
    made = StepDialog(action)
    qtbot.addWidget(made, before_close_func=QWidget.hide)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.list.setFocus()
    return made


def test_tab_goes_as_one_reads(action: Any, qtbot: QtBot) -> None:
    dialog = asking(action, qtbot)
    needed = [each.entry for each in dialog.editors.values()]
    assert len(needed) == 3
    for expected in (*needed, dialog.day.entry, dialog.note.entry, dialog.close_it, dialog.take):
        press(Qt.Key.Key_Tab)
        assert dialog.focusWidget() is expected


def test_tab_goes_as_one_reads_after_another_step_was_chosen(action: Any, qtbot: QtBot) -> None:
    dialog = asking(action, qtbot)
    choose(dialog, "CANCELLED")
    choose(dialog, "WAIT_CONFIRM")
    qtbot.waitUntil(lambda: all(each.isVisible() for each in dialog.editors.values()))
    dialog.list.setFocus()
    for expected in (*(each.entry for each in dialog.editors.values()), dialog.day.entry, dialog.note.entry):
        press(Qt.Key.Key_Tab)
        assert dialog.focusWidget() is expected


def test_enter_leads_from_the_steps_over_the_fields_to_the_button(action: Any, qtbot: QtBot) -> None:
    dialog = asking(action, qtbot)
    press(Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.editors["result"].entry
    dialog.day.entry.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.take
    assert state_of(action) == "DOING"
    press(Qt.Key.Key_Return)
    assert dialog.editors["result"].complaint()


def test_enter_goes_to_the_reason_where_one_is_needed(action: Any, qtbot: QtBot) -> None:
    dialog = asking(action, qtbot)
    choose(dialog, "CANCELLED")
    dialog.list.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.note.entry


def test_ctrl_enter_takes_the_step_from_anywhere(action: Any, qtbot: QtBot) -> None:
    dialog = asking(action, qtbot)
    for name, value in {"result": "Đã gửi", "done_on": "2026-03-10", "evidence": "12/BC"}.items():
        dialog.editors[name].set_value(value)
    dialog.note.entry.setFocus()
    qtbot.keyClick(dialog.note.entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state_of(action) == "WAIT_CONFIRM"


def test_the_title_names_the_record_and_the_gaps_are_even(action: Any, qtbot: QtBot) -> None:
    dialog = asking(action, qtbot)
    assert dialog.windowTitle() == f"Next step · {action.code} · Gửi báo cáo"
    assert dialog.close_it.text() == "Close"
    blocks: list[Any] = [each.parentWidget() for each in dialog.editors.values()]
    blocks += [dialog.day_block, dialog.note_block]
    assert {two.y() - one.geometry().bottom() - 1 for one, two in pairwise(blocks)} == {12}
    assert {one.height() - one.editor.geometry().bottom() - 1 for one in blocks} == {0}
