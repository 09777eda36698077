"""Editors take what people type, leave it alone while it is typed, and say what they read."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui import look
from gui.editors import editor_for
from models import store
from models.actions import FollowUp
from models.days import Misread
from models.delegations import Delegation, Member
from models.text import speak
from tests.gui.typing_hands import press, type_text

Show = Callable[..., QWidget]
Key, Held = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # said of every pop-up


def editor(name: str, kind: Any = Delegation) -> Any:
    row = kind.blank(direction="in") if kind is Delegation else kind()
    return editor_for(kind.field(name), row)


@pytest.mark.parametrize(
    ("typed", "full", "value"),
    [
        ("5/3/25", "05/03/2025", "2025-03-05"),
        ("05032025", "05/03/2025", "2025-03-05"),
        ("hn", "18/03/2026", "2026-03-18"),
        ("+7", "25/03/2026", "2026-03-25"),
        ("03/2019", "03/2019", "2019-03"),
        ("2019", "2019", "2019"),
    ],
)
def test_a_day_is_read_on_leaving_and_never_rewritten_before(shown: Show, typed: str, full: str, value: str) -> None:
    day, other = editor("starts"), editor("name")
    shown(day, other)
    type_text(typed)
    assert day.words() == typed
    press(Key.Key_Tab)
    assert (day.words(), day.value()) == (full, value)


def test_a_line_stays_as_typed_and_enter_goes_on(shown: Show) -> None:
    first, second = editor("name"), editor("places")
    shown(first, second)
    type_text("Đoàn  tỉnh Điện Biên ")
    assert first.words() == "Đoàn  tỉnh Điện Biên "
    press(Key.Key_Return)
    assert second.entry.hasFocus()
    assert first.value() == "Đoàn tỉnh Điện Biên"


def test_the_weekday_stands_beside_the_day(shown: Show) -> None:
    day = editor("starts")
    shown(day)
    type_text("5/3/25")
    assert day.beside.text() == "Wed 05/03/2025"
    day.leave()
    assert day.beside.text() == "Wed"


def test_a_day_that_is_none_is_refused_in_words_and_kept(shown: Show) -> None:
    day, other = editor("starts"), editor("name")
    shown(day, other)
    type_text("31/02/2025")
    press(Key.Key_Tab)
    assert day.words() == "31/02/2025"
    assert day.complaint() == "There is no such day in the calendar."
    with pytest.raises(Misread):
        day.value()
    day.entry.setFocus()
    type_text("1")
    assert day.complaint() is None


def test_arrows_go_by_days_and_pages_by_months(shown: Show) -> None:
    day = editor("starts")
    shown(day)
    press(Key.Key_Semicolon, Held.ControlModifier)
    assert day.words() == "18/03/2026"
    press(Key.Key_Up)
    assert day.words() == "19/03/2026"
    press(Key.Key_Down)
    press(Key.Key_PageUp)
    assert day.words() == "18/04/2026"
    day.set_value("2026-03-31")
    press(Key.Key_PageDown)
    assert day.words() == "28/02/2026"


def test_in_a_cell_no_weekday_lies_over_the_day(shown: Show) -> None:
    cell: Any = editor_for(Member.field("passport_until"), Member(), compact=True)
    shown(cell)
    cell.show_words("05/03/2026")
    assert not cell.beside.isVisible()


def test_the_calendar_has_the_colours_in_use_and_no_stray_arrow(shown: Show, qapp: QApplication) -> None:
    day: Any = editor_for(FollowUp.field("due_on"), FollowUp.blank())
    shown(day)
    look.apply(qapp, "dark")
    day.open_calendar()
    calendar: Any = QApplication.activePopupWidget()
    assert calendar.month.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color() == look.color("bad")
    bar = calendar.month.findChild(QWidget, "qt_calendar_navigationbar")
    assert bar.grab().toImage().pixelColor(bar.width() // 2, 2) == look.color("raised")
    calendar.close()
    look.apply(qapp, "light")


def test_the_calendar_opens_by_keyboard_and_fills_the_day(shown: Show) -> None:
    day = editor("starts")
    shown(day)
    press(Key.Key_F4)
    calendar: Any = QApplication.activePopupWidget()
    assert calendar
    calendar.month.clicked.emit(calendar.month.selectedDate().addDays(1))
    assert day.value() == "2026-03-19"
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("typed", ["12500", "12.500"])
def test_a_number_means_the_same_with_and_without_dots(shown: Show, typed: str) -> None:
    number = editor("cost")
    shown(number)
    type_text(typed)
    assert number.words() == typed
    assert number.beside.text() == ("= 12.500" if typed == "12500" else "")
    number.leave()
    assert (number.words(), number.value()) == ("12.500", Decimal(12500))
    assert number.line.alignment() & Qt.AlignmentFlag.AlignRight


def test_an_ambiguous_number_is_refused(shown: Show) -> None:
    number = editor("cost")
    shown(number)
    type_text("1.5")
    number.leave()
    assert number.complaint()


def test_tab_leaves_a_long_text_and_ctrl_tab_types_a_tab(shown: Show) -> None:
    text, other = editor("content"), editor("name")
    shown(text, other)
    type_text("một")
    press(Key.Key_Tab, Held.ControlModifier)
    assert text.words() == "một\t"
    press(Key.Key_Return)
    assert text.entry.hasFocus()
    press(Key.Key_Tab)
    assert other.entry.hasFocus()


def test_a_box_that_nobody_touched_says_nothing_where_no_answer_is_required(shown: Show) -> None:
    tick = editor("nothing_to_follow")
    shown(tick)
    assert tick.value() is None
    tick.set_value(True)
    tick.box.click()
    assert tick.value() is False, "taken away by hand it means no"


def test_a_box_without_a_tick_means_no(shown: Show) -> None:
    tick = editor("in_plan")
    shown(tick)
    assert tick.value() is False
    press(Key.Key_Space)
    assert tick.value() is True


def test_a_personal_detail_is_hidden_until_asked_for(shown: Show) -> None:
    passport: Any = editor_for(Member.field("passport"), Member(id=1))
    passport.set_value("P1234567")
    shown(passport)
    assert passport.line.echoMode() == QLineEdit.EchoMode.Password
    passport.covering.show_action.trigger()
    assert passport.line.echoMode() == QLineEdit.EchoMode.Normal
    assert passport.value() == "P1234567"


@pytest.mark.parametrize(
    ("name", "typed"),
    [("starts", "?"), ("name", "chưa rõ"), ("partner", "chua ro"), ("persons", "?"), ("level", "?"), ("countries", "?"),
     ("host_units", "chưa rõ"), ("content", "?")],
)  # fmt: skip
def test_late_entry_may_say_that_the_source_is_silent(shown: Show, name: str, typed: str) -> None:
    late = editor(name)
    late.may_be_unknown = True
    shown(late)
    type_text(typed)
    late.leave()
    assert late.unknown()
    assert late.words() == "not known"
    assert late.field.empty(late.value())
    assert late.complaint() is None


def test_a_question_mark_is_only_text_where_nothing_may_be_unknown(shown: Show) -> None:
    name = editor("name")
    shown(name)
    type_text("?")
    assert name.value() == "?"


def test_a_change_of_language_keeps_the_text_and_says_the_rest_again(shown: Show) -> None:
    name, level, late = editor("name"), editor("level"), editor("places")
    shown(name, level, late)
    type_text("Đoàn")
    level.set_value("bao_chi")
    late.may_be_unknown = True
    late.show_unknown()
    speak("vi")
    for each in (name, level, late):
        QApplication.sendEvent(each, QEvent(QEvent.Type.LanguageChange))
    assert name.words() == "Đoàn"
    assert level.value() == "bao_chi"
    assert level.words() == level.field.text("bao_chi", "vi")
    assert late.unknown()


def test_the_task_of_an_action_is_several_lines(shown: Show) -> None:
    assert editor("name", FollowUp).value() is None
    assert store.current()
