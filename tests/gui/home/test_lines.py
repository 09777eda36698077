"""The lines of the start page: a long name is read on two lines, a short one takes no more room than it needs."""

import pytest
from pytestqt.qtbot import QtBot

from gui.home.lines import LINE, LINES, RecordLine

LONG = "Tham mưu sớm nâng cấp lối mở Sì Choang – Seo Cô San thành cửa khẩu phụ"


@pytest.fixture
def line(qtbot: QtBot) -> RecordLine:
    made = RecordLine(LONG, "2025-003-VB", ("Quá hạn 143 ngày", "bad"), menu=True)
    qtbot.addWidget(made)
    return made


def test_a_long_name_is_broken_between_words_and_takes_a_second_line(line: RecordLine) -> None:
    broken = line._lines(300)
    assert broken == ["Tham mưu sớm nâng cấp lối mở Sì Choang – ", "Seo Cô San thành cửa khẩu phụ"]
    assert line.heightForWidth(528) == LINES


def test_a_name_with_room_enough_takes_one_line(line: RecordLine) -> None:
    assert line._lines(900) == [LONG]
    assert line.heightForWidth(1200) == LINE


def test_what_has_no_room_on_two_lines_is_cut_at_its_end(line: RecordLine) -> None:
    first, second = line._lines(120)
    assert LONG.startswith(first)
    assert second.endswith("…")
