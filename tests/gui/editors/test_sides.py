"""The parties and people of a session are typed and pasted as office lists write them."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui import look
from gui.editors import RowsEditor, editor_for
from models.fields import Choice
from models.options import Side
from models.sessions import Participant, Session
from tests.gui.typing_hands import press, type_text

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # said of every pop-up


@pytest.fixture
def people(shown: Callable[..., QWidget]) -> Any:
    editor = editor_for(Session.field("participants"), Session.blank())
    assert isinstance(editor, RowsEditor)
    shown(editor)
    return editor


def place(people: Any, name: str) -> int:
    return [each.name for each in people.table.fields].index(name)


def stand(people: Any, row: int, name: str) -> None:
    people.view.setFocus()
    people.view.setCurrentIndex(people.table.index(row, place(people, name)))


def ground(people: Any, row: int, name: str) -> Any:
    return people.table.index(row, place(people, name)).data(Qt.ItemDataRole.BackgroundRole)


@pytest.mark.parametrize(
    ("words", "side"),
    [("Việt Nam", Side.OURS), ("ta", Side.OURS), ("Phía bạn", Side.THEIRS), ("Trung Quốc", Side.THEIRS),
     ("nước ngoài", Side.THEIRS), ("Phía Việt Nam", Side.OURS)],
)  # fmt: skip
def test_a_side_is_understood_as_papers_call_it(words: str, side: Side) -> None:
    assert Participant.field("side").read(words) == side


def test_after_a_choice_by_enter_the_next_letters_go_into_the_next_cell(people: Any) -> None:
    stand(people, 0, "side")
    type_text("viet")
    press(Key.Key_Return)
    type_text("Giàng A Tính")
    press(Key.Key_Return)
    (row,) = people.value()
    assert (row.side, row.name) == (Side.OURS, "Giàng A Tính")
    assert people.trouble.isHidden()


def test_what_was_not_taken_over_is_red_and_tells_what_can_be_written_until_it_is_mended(people: Any) -> None:
    people.paste("Bên\tHọ và tên\tVai trò\nViệt Nam\tAn\tTrưởng đoàn\nTrung Quốc\tVương\tThành viên\n")
    assert people.notice.text().startswith("2 rows pasted.")
    assert people.notice.property("part") == "small"
    roles = Participant.field("role")
    assert isinstance(roles, Choice)
    assert all(roles.label_of(code) in people.trouble.text() for code in roles.codes())
    assert "“Trưởng đoàn”" in people.trouble.text()
    assert ground(people, 0, "role") == look.color("bad_soft")
    assert ground(people, 1, "role") is None
    people.table.put(0, place(people, "role"), roles.codes()[0])
    assert people.trouble.isHidden()
    assert ground(people, 0, "role") is None
    assert not people.notice.isHidden()


def test_f4_on_a_cell_opens_its_list(people: Any) -> None:
    stand(people, 0, "side")
    press(Key.Key_F4)
    line = people.window().focusWidget()
    assert line.is_open()
    press(Key.Key_Down)
    press(Key.Key_Return)
    press(Key.Key_Escape)
    stand(people, 0, "name")
    type_text("An")
    press(Key.Key_Return)
    assert people.value()[0].side == Side.OURS


@pytest.mark.parametrize("typed", [False, True])
def test_escape_stays_on_the_cell_that_was_clicked(people: Any, typed: bool) -> None:
    people.set_value([Participant(name="An")])

    def click(name: str) -> None:
        spot: QPoint = people.view.visualRect(people.table.index(0, place(people, name))).center()
        QTest.mouseClick(people.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    for name in ("role", "name"):
        click(name)
        if typed:
            QTest.mouseDClick(
                people.view.viewport(), Qt.MouseButton.LeftButton,
                pos=people.view.visualRect(people.table.index(0, place(people, name))).center(),
            )  # fmt: skip
        QTest.qWait(600)  # a click on the chosen cell opens it after the time of a double click
    press(Key.Key_Escape)
    assert people.view.currentIndex().column() == place(people, "name")
