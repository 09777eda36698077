"""Actions from a template: confirmed, changed and made at once; offered to move when the visit moves."""

from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui import messages
from gui.checklists import ShiftDialog, TasksDialog, make_tasks, offer_shifts, tell_next
from gui.checklists.series import SeriesNote
from gui.forms import FormPage, StepDialog, take_step
from models import checklists, engine, store
from models.kinds import PAGES


def actions() -> list[Any]:
    return [store.load("action", number) for (number,) in engine.rows("SELECT id FROM follow_up ORDER BY id")]


@pytest.fixture
def dialog(visit: Any, qtbot: QtBot) -> TasksDialog:
    """The dialog with the office's own template chosen."""
    made = TasksDialog(visit, checklists.offered("inbound"))
    qtbot.addWidget(made)
    made.show()
    made.choice.setCurrentIndex(1)
    return made


def answer(kind: type[QWidget], deed: Any) -> None:
    """Do something with the next dialog of a kind once it is open."""

    def look() -> None:
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
        deed(found[0]) if found else QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def test_the_list_shows_tasks_with_days_and_units(dialog: TasksDialog) -> None:
    told = [[editor.words() for editor in line.editors()] for line in dialog.lines]
    assert told == [["Gửi danh sách", "05/05/2026", "Sở Ngoại vụ"], ["Báo cáo kết quả", "24/05/2026", "Sở Ngoại vụ"]]
    assert dialog.told.text() == "2 actions will be created"
    assert dialog.fields.value() == ["y_te"]


def test_another_template_shows_its_own_tasks(dialog: TasksDialog) -> None:
    dialog.choice.setCurrentIndex(0)
    assert len(dialog.lines) == 9


def test_what_is_ticked_and_as_it_was_changed_is_made(dialog: TasksDialog, visit: Any) -> None:
    first, second = dialog.lines
    second.tick.setChecked(False)
    assert dialog.told.text() == "1 action will be created"
    assert not second.name.isEnabled()
    first.due.set_value("2026-05-04")
    first.name.set_value("Gửi danh sách và chương trình")
    dialog.deed.click()
    (made,) = actions()
    assert (made.name, made.due_on, made.source) == ("Gửi danh sách và chương trình", "2026-05-04", [visit.reference])
    assert dialog.result() == TasksDialog.DialogCode.Accepted


def test_a_task_without_lead_unit_is_not_made_and_every_word_stays(dialog: TasksDialog) -> None:
    dialog.lines[0].lead.set_value(None)
    dialog.deed.click()
    assert dialog.wrong.text() == "Choose the lead unit of each ticked task."
    assert actions() == []
    assert dialog.isVisible()
    dialog.lines[0].lead.set_value(1)
    dialog.deed.click()
    assert len(actions()) == 2


def test_a_day_that_cannot_be_read_is_said(dialog: TasksDialog) -> None:
    dialog.lines[0].due.show_words("31/02/2026")
    dialog.deed.click()
    assert dialog.wrong.text() == "Correct the marked places."
    assert actions() == []


def test_nothing_ticked_makes_nothing(dialog: TasksDialog) -> None:
    for line in dialog.lines:
        line.tick.setChecked(False)
    assert not dialog.deed.isEnabled()


def test_every_control_has_a_name(dialog: TasksDialog) -> None:
    assert all(line.tick.accessibleName() for line in dialog.lines)
    assert dialog.choice.accessibleName() == "Template"


def test_a_page_without_templates_says_where_to_make_one(visit: Any, qtbot: QtBot, shown: Any) -> None:
    for each in checklists.offered("inbound"):
        checklists.forget(each.code)
    with messages.answering("ok") as asked:
        assert make_tasks(shown(QWidget()), visit) == []
    assert "Settings" in asked[0].text


# The visit moves


@pytest.fixture
def planned(visit: Any) -> Any:
    """The visit with its actions."""
    checklists.carry_out(visit, checklists.plan(checklists.offered("inbound")[1], visit), ["y_te"])
    return visit


def test_saving_other_days_in_the_form_offers_to_move(planned: Any, qtbot: QtBot) -> None:
    from gui.checklists import watch

    page = FormPage(PAGES["inbound"], store.load("delegation", planned.id))
    qtbot.addWidget(page)
    page.show()
    watch(page)
    page.body.editors["starts"].set_value("2026-05-19")
    page.body.editors["ends"].set_value("2026-05-21")
    seen: list[str] = []

    def untick_last(dialog: Any) -> None:
        seen.extend(each.text() for each in dialog.findChildren(QLabel))
        dialog.ticks[1].setChecked(False)
        dialog.deed.click()

    answer(ShiftDialog, untick_last)
    assert page.save()
    assert {"05/05/2026", "12/05/2026", "24/05/2026", "31/05/2026"} <= set(seen)
    assert [each.due_on for each in actions()] == ["2026-05-12", "2026-05-24"]
    assert page.save(), "a save that changes nothing offers nothing"


def test_what_is_left_stays(planned: Any, qtbot: QtBot, shown: Any) -> None:
    since = planned.version
    planned.ends = "2026-05-20"
    store.save(planned)
    answer(ShiftDialog, lambda dialog: dialog.reject())
    assert offer_shifts(shown(QWidget()), planned, since) is False
    assert actions()[1].due_on == "2026-05-24"


def test_nothing_is_asked_where_nothing_hangs_on_what_changed(planned: Any, shown: Any) -> None:
    assert offer_shifts(shown(QWidget()), planned, planned.version) is False


# A series


def test_a_recurring_action_that_is_done_says_what_comes_next(planned: Any, shown: Any, qtbot: QtBot) -> None:
    window = shown(QWidget())
    action = actions()[0]
    action.repeats, action.result, action.done_on, action.evidence = "MONTHLY", "Đã gửi", "2026-03-18", "1/CV"
    action.confirmed_by = "Trần Thị Lan"
    store.save(action)
    engine.execute("UPDATE follow_up SET state = 'WAIT_CONFIRM' WHERE id = ?", (action.id,))

    def confirm(dialog: Any) -> None:
        place = [step.end for step in dialog.steps].index("DONE")
        dialog.list.setCurrentRow(place)
        dialog.go()

    answer(StepDialog, confirm)
    assert take_step(window, store.load("action", action.id))  # type: ignore[arg-type]
    note = window.findChild(SeriesNote)
    assert note
    assert note.text.text() == "The next action of the series is made: 2026-003-VB, due on 05/06/2026."


def test_work_that_is_carried_over_is_no_new_term(planned: Any, shown: Any) -> None:
    window = shown(QWidget())
    action = actions()[0]
    action.carried_to = "Phiên họp lần thứ 12"
    store.save(action)
    engine.execute("UPDATE follow_up SET state = 'DOING' WHERE id = ?", (action.id,))
    carried = store.load("action", action.id)
    store.move(carried, "CARRIED")  # type: ignore[arg-type]
    tell_next(window, carried, None)
    note = window.findChild(SeriesNote)
    assert note
    assert note.text.text() == "Carried over; it goes on as the action 2026-003-VB."


def test_an_action_that_is_done_once_says_nothing(planned: Any, shown: Any) -> None:
    window = shown(QWidget())
    tell_next(window, actions()[0], None)
    assert window.findChild(SeriesNote) is None
