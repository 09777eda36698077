"""Members and other rows are typed like a spreadsheet and pasted from one."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.editors import RowsEditor, editor_for
from models.agreements import Agreement
from models.delegations import Delegation, Member
from tests.gui.typing_hands import press, type_text

Show = Callable[..., QWidget]
Key, Held = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # said of every pop-up
HEADER = "STT\tHọ và tên\tChức vụ\tQuốc tịch\tNgày sinh\tSố hộ chiếu\tGhi chú riêng\n"
TWELVE = "".join(f"{n}\tKhăm Phoi {n}\tChuyên viên\tLaos\t5/3/1980\tP12345{n:02d}\tx\n" for n in range(1, 13))


@pytest.fixture
def members(shown: Show) -> Any:
    editor = editor_for(Delegation.field("members"), Delegation.blank(direction="in"))
    assert isinstance(editor, RowsEditor)
    other = editor_for(Delegation.field("name"), Delegation.blank(direction="in"))
    shown(editor, other)
    return editor


def names(editor: RowsEditor) -> list[str]:
    return [row.value("name") for row in editor.value()]


def stand(editor: RowsEditor, row: int, column: int) -> None:
    editor.view.setFocus()
    editor.view.setCurrentIndex(editor.table.index(row, column))


def test_rows_are_typed_cell_by_cell_with_enter(members: Any) -> None:
    stand(members, 0, 0)
    type_text("Nguyễn Văn Đức")
    press(Key.Key_Return)
    press(Key.Key_Space)
    press(Key.Key_Return)
    type_text("Giám đốc")
    press(Key.Key_Return)
    for _ in range(3):
        press(Key.Key_Return)
    type_text("Trần Thị Ánh")
    press(Key.Key_Return)
    first, second = members.value()
    assert (first.name, first.is_head, first.position) == ("Nguyễn Văn Đức", True, "Giám đốc")
    assert second.name == "Trần Thị Ánh"
    assert second.is_head is None


def test_enter_on_the_empty_last_row_leaves_the_table(members: Any) -> None:
    stand(members, 0, 0)
    press(Key.Key_F2)
    press(Key.Key_Return)
    assert members.window().focusWidget() is not members.view
    assert members.value() == []


def test_a_choice_in_a_cell_is_chosen_from_its_list(members: Any) -> None:
    stand(members, 0, 0)
    type_text("An")
    press(Key.Key_Return)
    stand(members, 0, [each.name for each in members.table.fields].index("country"))
    type_text("lao")
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert members.value()[0].country == "LA"


def test_twelve_rows_with_a_header_become_twelve_members(members: Any) -> None:
    members.paste(HEADER + TWELVE)
    rows = members.value()
    assert len(rows) == 12
    assert (rows[11].name, rows[11].position, rows[11].country) == ("Khăm Phoi 12", "Chuyên viên", "LA")
    assert (rows[0].born, rows[0].passport) == ("1980-03-05", "P1234501")
    told = "12 rows pasted. Columns: Full name, Title and unit at the time, Nationality, Birth date"
    assert told in members.notice.text()
    assert "“Ghi chú riêng” fits no field" in members.trouble.text()


def test_ctrl_v_pastes_without_a_header_in_the_office_s_order(members: Any) -> None:
    QGuiApplication.clipboard().setText("Vàng A Sì\tChủ tịch\tTrưởng đoàn\nLò Thị Mai\tGiám đốc\t\n")
    stand(members, 0, 0)
    press(Key.Key_V, Held.ControlModifier)
    assert names(members) == ["Vàng A Sì", "Lò Thị Mai"]
    assert members.value()[0].position == "Chủ tịch"


def test_what_cannot_be_read_is_named_and_the_rest_is_taken(members: Any) -> None:
    members.paste("Họ tên\tQuốc tịch\tNgày sinh\nAn\tAtlantis\t31/02/1980\n")
    assert members.value()[0].name == "An"
    assert "Row 1, Nationality: “Atlantis” was not taken over. This is not in the list." in members.trouble.text()
    assert "Row 1, Birth date: “31/02/1980” was not taken over." in members.trouble.text()


def test_one_copied_cell_goes_into_the_cell_one_stands_on(members: Any) -> None:
    members.set_value([Member(name="An"), Member(name="Bình")])
    stand(members, 1, 0)
    members.paste("Chi\n")
    assert names(members) == ["An", "Chi"]


def test_ctrl_d_fills_down(members: Any) -> None:
    members.set_value([Member(name="An", position="Chuyên viên"), Member(name="Bình")])
    stand(members, 1, 2)
    press(Key.Key_D, Held.ControlModifier)
    assert members.value()[1].position == "Chuyên viên"


def test_rows_move_and_go_by_keyboard(members: Any) -> None:
    members.set_value([Member(name="An"), Member(name="Bình")])
    stand(members, 1, 0)
    press(Key.Key_Up, Held.AltModifier)
    assert names(members) == ["Bình", "An"]
    press(Key.Key_Minus, Held.ControlModifier)
    assert names(members) == ["An"]


def test_escape_leaves_the_cell_as_it_was(members: Any) -> None:
    members.set_value([Member(name="An")])
    stand(members, 0, 0)
    type_text("Bình")
    press(Key.Key_Escape)
    assert names(members) == ["An"]


def test_a_cell_that_cannot_be_read_is_named_and_keeps_its_value(members: Any) -> None:
    members.show_all_columns(True)
    members.set_value([Member(name="An", born="1980-03-05")])
    stand(members, 0, [each.name for each in members.table.fields].index("born"))
    type_text("31/02")
    press(Key.Key_Return)
    assert members.value()[0].born == "1980-03-05"
    assert "“31/02” was not taken over" in members.trouble.text()


def test_a_passport_is_not_shown_in_full(members: Any) -> None:
    members.set_value([Member(id=1, name="An", passport="P1234567")])
    column = [each.name for each in members.table.fields].index("passport")
    assert not members.view.isColumnHidden(column)
    assert "P1234567" not in members.table.index(0, column).data()


def test_a_party_can_ask_for_a_new_partner(shown: Show, qtbot: QtBot) -> None:
    parties: Any = editor_for(Agreement.field("parties"), Agreement.blank())
    shown(parties)
    stand(parties, 0, 1)
    type_text("Huyện Giang Thành")
    press(Key.Key_Up)
    with qtbot.waitSignal(parties.wanted_row) as asked:
        press(Key.Key_Return)
    kind, text, put = asked.args
    assert (kind, text) == ("partner", "Huyện Giang Thành")

    class Made:
        id = 2

    put(Made())
    assert parties.value()[0].value("partner") == 2
    assert parties.table.index(0, 1).data() == "Châu Hồng Hà"


def test_rows_pasted_into_an_open_cell_become_rows_and_no_long_line(members: Any) -> None:
    QGuiApplication.clipboard().setText("Vàng A Sì\tChủ tịch\nLò Thị Mai\tGiám đốc\n")
    stand(members, 0, 0)
    press(Key.Key_F2)
    press(Key.Key_V, Held.ControlModifier)
    assert names(members) == ["Vàng A Sì", "Lò Thị Mai"]


def test_ctrl_d_in_an_open_cell_fills_down_too(members: Any) -> None:
    members.set_value([Member(name="An", position="Chuyên viên"), Member(name="Bình")])
    stand(members, 1, 2)
    press(Key.Key_F2)
    press(Key.Key_D, Held.ControlModifier)
    assert members.value()[1].position == "Chuyên viên"


def column(editor: RowsEditor, name: str) -> int:
    return [each.name for each in editor.table.fields].index(name)


def test_cells_without_a_header_go_into_the_columns_one_sees(members: Any) -> None:
    assert members.view.isColumnHidden(column(members, "born"))
    members.paste("".join(f"Khăm Phoi {n}\tChuyên viên\tMember\tLào\tFemale\n" for n in range(12)))
    rows = members.value()
    assert len(rows) == 12
    assert (rows[4].position, rows[4].role, rows[4].country) == ("Chuyên viên", "MEMBER", "LA")
    assert rows[4].sex == members.table.kind.field("sex").read("Female")
    assert rows[4].born is None


def test_one_copied_column_fills_the_rows_from_the_cell_one_stands_on(members: Any) -> None:
    members.set_value([Member(name=f"Khăm Phoi {n}") for n in range(12)])
    stand(members, 0, column(members, "sex"))
    members.paste("Female\n" * 4 + "\n" + "Female\n" * 8)
    rows = members.value()
    assert len(rows) == 13
    assert [bool(row.sex) for row in rows] == [True] * 4 + [False] + [True] * 8
    assert rows[11].name == "Khăm Phoi 11"


def test_a_column_that_has_no_place_is_said(members: Any) -> None:
    stand(members, 0, column(members, "sex"))
    members.paste("Female\tx\n")
    assert "1 column had no place in the table." in members.trouble.text()


def test_what_was_refused_is_said_above_the_table_as_an_error(members: Any) -> None:
    members.set_value([Member(name="An"), Member(name="Bình")])
    stand(members, 1, column(members, "country"))
    members.paste("Atlantis\n")
    assert "Row 2, Nationality: “Atlantis” was not taken over." in members.trouble.text()
    assert members.trouble.property("part") == "error"
    assert members.trouble.y() < members.view.y()


@pytest.mark.parametrize("open_cell", [False, True])
def test_ctrl_z_takes_back_what_was_done_to_the_rows(members: Any, open_cell: bool) -> None:
    members.set_value([Member(name="An"), Member(name="Bình")])
    stand(members, 0, 0)
    members.paste("Chi\nDũng\nGiang\n")
    members.view.selectAll()
    members.view.remove_rows()
    assert members.value() == []
    stand(members, 0, 0)
    if open_cell:
        press(Key.Key_F2)
    press(Key.Key_Z, Held.ControlModifier)
    assert names(members) == ["Chi", "Dũng", "Giang"]
    assert members.notice.isHidden()
    assert members.trouble.isHidden()
    assert members.view.currentIndex().column() == 0
    press(Key.Key_Z, Held.ControlModifier)
    assert names(members) == ["An", "Bình"]
    press(Key.Key_Z, Held.ControlModifier)
    assert names(members) == ["An", "Bình"]


def test_ctrl_z_takes_back_a_fill_and_a_typed_cell_one_by_one(members: Any) -> None:
    members.set_value([Member(name="An", position="Chuyên viên"), Member(name="Bình")])
    stand(members, 1, 2)
    press(Key.Key_D, Held.ControlModifier)
    stand(members, 1, 0)
    type_text("Chi")
    press(Key.Key_Return)
    members.view.setFocus()
    press(Key.Key_Z, Held.ControlModifier)
    assert (names(members), members.value()[1].position) == (["An", "Bình"], "Chuyên viên")
    press(Key.Key_Z, Held.ControlModifier)
    assert members.value()[1].position is None


def test_tab_takes_the_highlighted_choice_and_goes_to_the_next_cell(members: Any) -> None:
    members.set_value([Member(name="An")])
    stand(members, 0, column(members, "country"))
    type_text("lao")
    press(Key.Key_Tab)
    assert members.value()[0].country == "LA"
    assert members.view.currentIndex().column() == column(members, "sex")
    assert members.isAncestorOf(members.window().focusWidget())


def test_tab_after_a_pick_and_over_a_tick_stays_in_the_table(members: Any) -> None:
    members.set_value([Member(name="An")])
    stand(members, 0, 0)
    press(Key.Key_F2)
    press(Key.Key_Tab)
    assert members.view.currentIndex().column() == column(members, "is_head")
    press(Key.Key_Tab)
    assert members.view.currentIndex().column() == column(members, "position")
    stand(members, 0, column(members, "country"))
    type_text("lao")
    press(Key.Key_Return)
    assert members.view.currentIndex().column() == column(members, "sex")


def test_tab_that_comes_to_the_table_goes_on_past_it(members: Any) -> None:
    members.set_value([Member(name="An")])
    members.view.setCurrentIndex(members.table.index(0, 0))
    members.view.clearFocus()
    members.view.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Tab)
    assert members.more.hasFocus()
    assert not members.view.hasFocus()


def test_a_cell_filled_by_a_new_record_complains_no_more(shown: Show) -> None:
    parties: Any = editor_for(Agreement.field("parties"), Agreement.blank())
    shown(parties)
    stand(parties, 0, 1)
    type_text("Huyện Giang Thành")
    press(Key.Key_Escape)
    wanted: list[Any] = []
    parties.wanted_row.connect(lambda *asked: wanted.append(asked))
    press(Key.Key_Return)
    assert "Huyện Giang Thành" in parties.trouble.text()
    parties._want("partner", "Huyện Giang Thành", 0, 1)

    class Made:
        id = 2

    wanted[0][2](Made())
    assert parties.trouble.text() == ""
    assert parties.trouble.isHidden()
    assert parties.view.hasFocus()


def test_names_stand_before_the_rows_while_their_column_is_out_of_sight(members: Any) -> None:
    members.paste("Họ và tên\tSố hộ chiếu\nKhăm Phoi\tP1234567\n" + "Nguyễn Thị Thanh Hương Giang Thủy Tiên\tB1\n")
    heads = [members.table.headerData(row, Qt.Orientation.Vertical) for row in range(3)]
    assert heads == ["1", "2", "+"]
    members.show_all_columns(True)
    members.view.resize(400, members.view.height())
    bar, narrow = members.view.horizontalScrollBar(), members.view.verticalHeader().width()
    bar.setValue(bar.maximum())
    heads = [members.table.headerData(row, Qt.Orientation.Vertical) for row in range(3)]
    assert heads[0] == "1  Khăm Phoi"
    assert heads[1].startswith("2  Nguyễn Thị Thanh")
    assert heads[1].endswith("…")
    assert heads[2] == "+"
    assert members.view.verticalHeader().width() > narrow + 50
    bar.setValue(0)
    assert members.table.headerData(0, Qt.Orientation.Vertical) == "1"
    assert members.view.verticalHeader().width() == narrow
