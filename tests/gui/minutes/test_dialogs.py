"""The dialogs from minutes to work: nothing is saved before it is confirmed, nothing pasted is lost unasked."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import messages
from gui.detail import DetailPane
from gui.minutes import AssignDialog, MinutesDialog
from gui.minutes.dialog import PAUSE
from gui.minutes.points import FIELD, NUMBER
from models import sequel, store
from models.minutes import split
from models.sessions import Session
from models.units import Unit
from tests.models.meeting import concluded, mechanism, session_eleven

TEXT = "I. Y tế\n1. Hai bên trao đổi thông tin.\n2. Phía Vân Nam gửi mẫu.\n3. Việc khác.\n"


@pytest.fixture
def session(office: None) -> Session:
    unit = store.load("unit", 1)
    assert isinstance(unit, Unit)
    return session_eleven(mechanism(unit))


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> MinutesDialog:
    made = MinutesDialog(session)
    qtbot.addWidget(made, before_close_func=QWidget.hide)  # a hidden dialog asks nothing
    made.show()
    return made


def contents(dialog: MinutesDialog) -> list[str]:
    return [point.content for point in dialog.model.points]


def test_pasted_text_is_split_by_itself_and_the_side_is_known_by_the_parties(
    dialog: MinutesDialog, qtbot: QtBot
) -> None:
    dialog.text.setPlainText(TEXT)
    qtbot.waitUntil(lambda: len(dialog.model.points) == 3)
    assert [point.responsible for point in dialog.model.points] == ["BOTH", "THEIRS", None]
    assert dialog.model.points[0].field == "y_te"
    assert "3" in dialog.save_button.text()


def test_points_that_were_split_by_hand_are_not_split_once_more_by_themselves(
    dialog: MinutesDialog, qtbot: QtBot
) -> None:
    dialog.text.setPlainText(TEXT)
    dialog.split_text()
    points = dialog.model.points
    qtbot.wait(2 * PAUSE)
    assert dialog.model.points is points


def test_points_are_left_out_joined_and_cut_before_they_are_saved(dialog: MinutesDialog, session: Session) -> None:
    dialog.text.setPlainText(TEXT)
    dialog.split_text()
    dialog.view.stand_on(1)
    dialog.join_button.click()
    assert contents(dialog) == ["Hai bên trao đổi thông tin.\nPhía Vân Nam gửi mẫu.", "Việc khác."]
    dialog.view.stand_on(0)
    cursor = dialog.content.textCursor()
    cursor.setPosition(len("Hai bên trao đổi"))
    dialog.content.setTextCursor(cursor)
    dialog.part_button.click()
    assert contents(dialog)[:2] == ["Hai bên trao đổi", "thông tin.\nPhía Vân Nam gửi mẫu."]
    dialog.view.stand_on(2)
    dialog.tick_button.click()
    dialog.save()
    assert [each.content for each in sequel.conclusions(session.id)] == contents(dialog)[:2]
    assert store.load("session", session.id).value("minutes_text") == TEXT.strip()


def test_what_is_a_conclusion_already_is_not_saved_a_second_time(session: Session, qtbot: QtBot) -> None:
    sequel.accept(session, [point for point in split(TEXT) if point.content != "Việc khác."], TEXT)
    made = MinutesDialog(store.load("session", session.id))  # type: ignore[arg-type]
    qtbot.addWidget(made, before_close_func=QWidget.hide)
    assert [point.proposed for point in made.model.points] == [False, False, True]
    assert made.notice.sentence.text().startswith("This session has conclusions already.")
    made.save()
    assert [each.content for each in sequel.conclusions(session.id)] == contents(made)


def test_a_point_without_field_is_pointed_at_and_nothing_is_saved(dialog: MinutesDialog, session: Session) -> None:
    dialog.text.setPlainText("1. Một việc.\n2. Việc hai.")
    dialog.split_text()
    dialog.save()
    assert "2" in dialog.notice.sentence.text()
    assert (dialog.view.currentIndex().row(), dialog.view.currentIndex().column()) == (0, FIELD)
    assert sequel.conclusions(session.id) == []
    dialog.view.selectAll()
    dialog.fields.setCurrentIndex(dialog.fields.findData("gddt"))
    dialog.fields.activated.emit(dialog.fields.currentIndex())
    assert not dialog.notice.isVisible()
    dialog.save()
    assert [each.field for each in sequel.conclusions(session.id)] == ["gddt", "gddt"]


def test_space_ticks_and_content_is_edited_below(dialog: MinutesDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText(TEXT)
    dialog.split_text()
    dialog.view.stand_on(0, NUMBER)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert [point.proposed for point in dialog.model.points] == [False, True, True]
    dialog.content.setPlainText("Sửa lại nội dung")
    assert dialog.model.points[0].content == "Sửa lại nội dung"
    assert dialog.content.toPlainText() == "Sửa lại nội dung"


@pytest.mark.parametrize(
    ("answer", "left", "kept"), [("keep", True, TEXT.strip()), ("drop", True, None), ("stay", False, None)]
)
def test_leaving_asks_what_becomes_of_the_text(
    dialog: MinutesDialog, session: Session, answer: str, left: bool, kept: str | None
) -> None:
    dialog.text.setPlainText(TEXT)
    with messages.answering(answer) as asked:
        dialog.reject()
    assert (len(asked), dialog.isVisible()) == (1, not left)
    assert store.load("session", session.id).value("minutes_text") == kept
    assert sequel.conclusions(session.id) == []
    if kept:
        assert MinutesDialog(store.load("session", session.id)).text.toPlainText() == kept  # type: ignore[arg-type]


def test_an_untouched_dialog_closes_without_a_question(dialog: MinutesDialog) -> None:
    with messages.answering():
        dialog.reject()
    assert not dialog.isVisible()


def test_splitting_again_asks_before_corrections_are_lost(dialog: MinutesDialog) -> None:
    dialog.text.setPlainText(TEXT)
    dialog.split_text()
    dialog.model.put(0, content="Sửa")
    with messages.answering("keep"):
        dialog.split_button.click()
    assert contents(dialog)[0] == "Sửa"
    with messages.answering("split"):
        dialog.split_button.click()
    assert contents(dialog)[0] == "Hai bên trao đổi thông tin."


def test_one_conclusion_is_given_with_its_field_and_wording(session: Session, qtbot: QtBot) -> None:
    dialog = AssignDialog(concluded(session, 1))
    qtbot.addWidget(dialog, before_close_func=QWidget.hide)
    assert dialog.lines[0]["name"].value() == "Nội dung thứ 1"
    assert dialog.lines[0]["fields"].value() == ["y_te"]
    dialog.save()
    assert dialog.lines[0]["lead"].complaint()
    assert dialog.made == []
    dialog.lines[0]["lead"].set_value(1)
    dialog.lines[0]["due_on"].set_value("2026-12-31")
    dialog.save()
    task = store.load("action", dialog.made[0].id)
    assert (task.value("lead"), task.value("due_on"), task.value("assigned_on")) == (1, "2026-12-31", "2026-03-18")


def test_several_conclusions_have_a_line_each_and_the_first_is_offered_to_the_rest(
    session: Session, qtbot: QtBot
) -> None:
    other = store.save(Unit.blank(name="Sở Y tế", level="so"))
    dialog = AssignDialog(concluded(session, 3))
    qtbot.addWidget(dialog, before_close_func=QWidget.hide)
    first, _, third = dialog.lines
    dialog.save()
    assert dialog.made == [], "nothing is saved while a unit is missing"
    assert third["lead"].complaint()
    third["lead"].set_value(other.id)
    first["lead"].set_value(1)
    first["due_on"].set_value("2026-12-31")
    dialog.save()
    saved = [store.load("action", each.id) for each in dialog.made]
    assert [(each.value("name"), each.value("lead"), each.value("due_on")) for each in saved] == [
        ("Nội dung thứ 1", 1, "2026-12-31"),
        ("Nội dung thứ 2", 1, "2026-12-31"),
        ("Nội dung thứ 3", other.id, "2026-12-31"),
    ]


def tabs(pane: DetailPane) -> list[str]:
    return [pane.tabs.tabBar().accessibleTabName(place) for place in range(pane.tabs.count())]


def test_the_pane_of_a_session_shows_conclusions_what_became_of_them_and_what_is_open(
    session: Session, qtbot: QtBot
) -> None:
    first, _ = concluded(session, 2)
    sequel.assign([first], 1, [], "2026-12-31")
    twelve = sequel.next_session(session)
    store.save(twelve)
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.show_record("session", session.id)
    assert {"Conclusions (2)", "Parties and participants (2)", "Still open (1)"} <= set(tabs(pane))
    pane._meeting.ticks[first.id].setChecked(True)
    assert pane.chosen_conclusions() == [first.id]
    wanted: list[Any] = []
    pane.wanted.connect(wanted.append)
    pane.show_record("session", twelve.id)
    assert "Still open (2)" in tabs(pane), "the task, and the conclusion that was never assigned"
    pane.show_record("conclusion", first.id)
    assert "Tasks (1)" in tabs(pane)
