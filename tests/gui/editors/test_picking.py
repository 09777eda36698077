"""Look-ups offer what fits, marks optional; the text stays as typed until somebody chooses."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCompleter, QWidget
from pytestqt.qtbot import QtBot

from gui.editors import editor_for
from models import kinds, store
from models.days import Misread
from models.delegations import Delegation
from tests.gui.typing_hands import press, type_text

Show = Callable[..., QWidget]
Key, Held = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # said of every pop-up


def editor(name: str) -> Any:
    return editor_for(Delegation.field(name), Delegation.blank(direction="in"))


def test_typing_filters_without_marks_and_rewrites_nothing(shown: Show) -> None:
    level = editor("level")
    shown(level)
    type_text("rep")
    assert level.words() == "rep"
    assert [each.text for each in level.line.offered] == ["Reporters, news agencies"]
    press(Key.Key_Return)
    assert level.value() == "bao_chi"


def test_completion_is_never_inline(shown: Show) -> None:
    level = editor("level")
    shown(level)
    type_text("r")
    assert level.line._completer.completionMode() == QCompleter.CompletionMode.UnfilteredPopupCompletion
    assert level.line.completer() is None
    assert level.words() == "r"
    level.line.popup().hide()


@pytest.mark.parametrize(("key", "held"), [(Key.Key_F4, Held.NoModifier), (Key.Key_Down, Held.AltModifier)])
def test_the_list_opens_by_keyboard_and_closes_by_escape(shown: Show, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    level = editor("level")
    shown(level)
    press(key, held)
    assert level.line.is_open()
    assert len(level.line.offered) == len(level.field.codes())
    press(Key.Key_Escape)
    assert not level.line.is_open()


def test_words_that_fit_one_item_choose_it_on_leaving(shown: Show) -> None:
    level, other = editor("level"), editor("name")
    shown(level, other)
    type_text("enterprises, ass")
    press(Key.Key_Escape)
    press(Key.Key_Tab)
    assert level.value() == "doanh_nghiep"


def test_words_outside_the_list_are_kept_and_complained_about(shown: Show) -> None:
    level = editor("level")
    shown(level)
    type_text("xyz")
    level.leave()
    assert level.words() == "xyz"
    assert level.complaint() == "This is not in the list."


def test_several_items_become_chips_and_backspace_removes_the_last(shown: Show) -> None:
    countries = editor("countries")
    shown(countries)
    for typed in ("lao", "china"):
        type_text(typed)
        press(Key.Key_Return)
    assert countries.value() == ["LA", "CN"]
    assert countries.line.text() == ""
    press(Key.Key_Backspace)
    assert countries.value() == ["LA"]


def test_a_link_is_found_by_any_spelling_and_told_apart_by_its_place(shown: Show) -> None:
    partner = editor("partner")
    shown(partner)
    type_text("phong sa ly")
    assert partner.words() == "phong sa ly"
    assert partner.line.offered[0].shown().startswith("Tỉnh Phông Sa Lỳ  ·  Laos")
    press(Key.Key_Return)
    assert partner.value() == 1
    assert partner.words() == "Tỉnh Phông Sa Lỳ"


def test_namesakes_are_numbered(shown: Show) -> None:
    blank = kinds.PAGES["partner"].record.blank
    store.save(blank(name="Tỉnh Phông Sa Lỳ", country="LA", type="chinh_quyen_tinh"))
    partner = editor("partner")
    shown(partner)
    type_text("phong sa ly")
    assert [each.beside.rpartition(" ")[2] for each in partner.line.offered[:2]] == ["3", "1"]
    partner.line.popup().hide()
    partner.leave()
    with pytest.raises(Misread):
        partner.value()


def test_the_exact_name_links_on_leaving_and_other_words_do_not(shown: Show) -> None:
    partner, other = editor("partner"), editor("name")
    shown(partner, other)
    type_text("chau hong ha")
    press(Key.Key_Escape)
    press(Key.Key_Tab)
    assert partner.value() == 2
    partner.entry.setFocus()
    type_text(" mới")
    partner.leave()
    assert partner.complaint()


def test_the_last_line_asks_for_a_new_record_and_takes_it(shown: Show, qtbot: QtBot) -> None:
    partner = editor("partner")
    shown(partner)
    type_text("Huyện Mường La")
    assert partner.line.offered[-1].create
    press(Key.Key_Up)
    with qtbot.waitSignal(partner.wanted) as asked:
        press(Key.Key_Return)
    assert asked.args == ["partner", "Huyện Mường La"]
    made = store.save(
        kinds.PAGES["partner"].record.blank(name="Huyện Mường La", country="LA", type="chinh_quyen_huyen")
    )
    partner.take(made)
    assert partner.value() == made.id


def test_links_of_any_kind_say_what_each_record_is(shown: Show) -> None:
    related = editor("related")
    shown(related)
    type_text("so ngoai")
    assert related.line.offered[0].key == "unit:1"
    assert related.line.offered[0].beside.startswith("unit")
    press(Key.Key_Return)
    assert related.value() == ["unit:1"]
    assert not any(each.create for each in related.line.offered)


def test_a_misread_text_is_told_apart_from_an_empty_one(shown: Show) -> None:
    partner = editor("partner")
    before = partner.told()
    shown(partner)
    type_text("x")
    partner.line.popup().hide()
    assert partner.told() != before


def test_a_vietnamese_input_method_is_never_disturbed(shown: Show) -> None:
    partner = editor("partner")
    shown(partner)
    type_text("D")
    press(Key.Key_Backspace)
    type_text("Đ")
    press(Key.Key_Backspace)
    commit = QInputMethodEvent()
    commit.setCommitString("Điện")
    QApplication.sendEvent(partner.entry, commit)
    assert partner.words() == "Điện"
    assert partner.line.cursorPosition() == 4
    partner.line.popup().hide()


def test_a_name_in_the_other_language_is_understood(shown: Show) -> None:
    countries = editor("countries")
    shown(countries)
    type_text("trung quoc")
    press(Key.Key_Return)
    assert countries.value() == ["CN"]


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("level", "rep", "bao_chi"),
        ("countries", "lao", ["LA"]),
        ("partner", "hong ha", 2),
        ("host_units", "so ngoai", ["unit:1"]),
    ],
)
def test_tab_takes_the_highlighted_line_and_goes_on(shown: Show, name: str, typed: str, value: Any) -> None:
    first, other = editor(name), editor("name")
    shown(first, other)
    type_text(typed)
    assert first.line.is_open()
    press(Key.Key_Tab)
    assert first.value() == value
    assert not first.line.is_open()
    assert other.entry.hasFocus()


def test_tab_on_a_list_without_a_highlighted_line_chooses_nothing(shown: Show) -> None:
    level, other = editor("level"), editor("name")
    shown(level, other)
    press(Key.Key_F4)
    press(Key.Key_Tab)
    assert level.value() is None
    assert not level.line.is_open()
    assert other.entry.hasFocus()
