"""The lines of the start page: a long name is read on two lines, a short one takes no more room than it needs."""

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from gui import look
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


@pytest.mark.parametrize("name", ["a" * 200, "https://example.vn/" + "x" * 200, "𠀀" * 120])
def test_a_word_without_a_place_to_break_is_cut_visibly(qtbot: QtBot, name: str) -> None:
    line = RecordLine(name, "", None)
    qtbot.addWidget(line)
    first, second = line._lines(300)
    width = QFontMetrics(look.window_font(10)).horizontalAdvance
    assert width(first) <= 300
    assert width(second) <= 300
    assert second.endswith("…")
    assert name.startswith(first + second[:-1])
