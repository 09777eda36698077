"""The small parts do what they promise: follow the language, wait for typing, can be reached by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import look
from gui.look.palette import LIGHT
from gui.widgets import (
    TONES,
    Card,
    Elided,
    EmptyState,
    FlowLayout,
    Pill,
    SearchBox,
    Toast,
    button,
    number_box,
    tool,
    words,
)
from gui.widgets.pill_cells import PillDelegate
from gui.widgets.toast import FRESH
from models.text import speak, spoken


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    look.apply(qapp, "light")
    before = spoken()
    speak("en")
    yield
    speak(before)
    qapp.setStyleSheet("")


@pytest.fixture
def two_languages(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    catalogue: dict[str, str] = {}
    monkeypatch.setattr(words, "say", lambda text: catalogue.get(text, text))
    return catalogue


def type_text(box: QWidget, text: str) -> None:
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(box, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def change_language(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))


def test_words_follow_the_language(qtbot: QtBot, two_languages: dict[str, str]) -> None:
    made = button("Save", "save", "primary", tip="Save and stay")
    mark_only = tool("bell", "News")
    for each in (made, mark_only):
        qtbot.addWidget(each)
    two_languages.update({"Save": "Lưu", "Save and stay": "Lưu và ở lại", "News": "Tin"})
    for each in (made, mark_only):
        change_language(each)
    assert (made.text(), made.toolTip()) == ("Lưu", "Lưu và ở lại")
    assert (mark_only.accessibleName(), mark_only.toolTip()) == ("Tin", "Tin")


def test_a_button_is_read_out_without_blanks_around_its_word(qtbot: QtBot) -> None:
    made = button("Save", "save")
    qtbot.addWidget(made)
    assert made.text() == "Save"


def test_search_asks_once_when_typing_pauses_and_leaves_the_text_alone(qtbot: QtBot) -> None:
    box = SearchBox("Search")
    qtbot.addWidget(box)
    asked: list[str] = []
    box.asked.connect(asked.append)
    type_text(box, "Điện  Biên ")
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["Điện  Biên "]
    assert box.text() == "Điện  Biên "
    assert box.accessibleName()


def test_escape_empties_the_search_and_only_then_goes_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    passed: list[int] = []
    window.keyPressEvent = lambda event: passed.append(event.key())  # type: ignore[method-assign]
    box = SearchBox("Search", window)
    box.setText("lào")
    window.show()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), passed) == ("", [])
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert passed == [Qt.Key.Key_Escape]


def test_enter_asks_at_once(qtbot: QtBot) -> None:
    box = SearchBox("Search")
    qtbot.addWidget(box)
    asked: list[str] = []
    box.asked.connect(asked.append)
    box.setText("lào")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert asked == ["lào"]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    row = QHBoxLayout(window)
    first = QPushButton("A")
    row.addWidget(first)
    window.show()
    window.activateWindow()
    first.setFocus()
    return window


def test_a_toast_can_be_reached_by_tab_and_undone(page: QWidget, qtbot: QtBot) -> None:
    undone: list[bool] = []
    toast = Toast(page)
    toast.note("Đã xóa.", lambda: undone.append(True))
    for _ in range(3):
        if QApplication.focusWidget() is toast.button:
            break
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is toast.button
    assert toast.button.accessibleName()
    QTest.keyClick(toast.button, Qt.Key.Key_Space)
    assert undone == [True]
    assert toast.isHidden()


def test_a_toast_at_the_foot_covers_nothing_and_stays_long_enough(qtbot: QtBot) -> None:
    window, above = QWidget(), QPushButton("A")
    qtbot.addWidget(window)
    column, toast = QVBoxLayout(window), Toast(window)
    column.addWidget(above, 1)
    column.addLayout(toast.strip())
    window.resize(800, 500)
    window.show()
    toast.note("Đã lưu " + "rất dài " * 60)
    qtbot.waitUntil(lambda: toast.geometry().top() > above.geometry().bottom())
    assert toast.geometry().right() < 800
    assert toast._timer.interval() >= 8000
    assert toast.button.isHidden()


def test_a_toast_goes_with_the_page_but_not_with_the_one_it_led_to(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    toast.note("Đã lưu.")
    toast.go_with_page()
    assert not toast.isHidden()
    qtbot.wait(FRESH + 50)
    toast.go_with_page()
    assert toast.isHidden()


def test_escape_hides_a_toast(page: QWidget) -> None:
    toast = Toast(page)
    toast.note("Đã xóa.", lambda: None)
    QTest.keyClick(toast.button, Qt.Key.Key_Escape)
    assert toast.isHidden()


@pytest.mark.parametrize("tone", TONES)
def test_a_pill_says_its_state_in_a_word_and_in_its_colour(qtbot: QtBot, tone: str) -> None:
    pill = Pill("Quá hạn", tone)
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    ground = LIGHT[TONES[tone][1]].lower()
    picture = pill.grab().toImage()
    assert pill.accessibleName() == "Quá hạn"
    assert picture.pixelColor(picture.width() // 2, 2).name() == ground


def test_a_table_paints_a_state_as_a_pill(qtbot: QtBot) -> None:
    model = QStandardItemModel(0, 1)
    item = QStandardItem("Quá hạn")
    item.setData("bad", Qt.ItemDataRole.UserRole)
    model.appendRow(item)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(PillDelegate(parent=view))
    view.show()
    place = view.visualRect(model.index(0, 0))
    seen = view.viewport().grab().toImage().pixelColor(QPoint(place.left() + 20, place.center().y() - 9)).name()
    assert seen == LIGHT["bad_soft"].lower()


def test_a_text_without_room_ends_in_dots_and_is_whole_in_its_tool_tip(qtbot: QtBot) -> None:
    text = Elided("Ủy ban nhân dân tỉnh Phông Sa Lỳ")
    qtbot.addWidget(text)
    text.resize(60, 20)
    text.grab()
    assert text.toolTip() == text.accessibleName() == "Ủy ban nhân dân tỉnh Phông Sa Lỳ"
    text.resize(600, 20)
    text.grab()
    assert text.toolTip() == ""


def test_chips_go_on_in_the_next_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window)
    chips = [QPushButton(f"Chip {n}") for n in range(6)]
    for chip in chips:
        flow.addWidget(chip)
    window.resize(250, 300)
    window.show()
    assert chips[-1].y() > chips[0].y()
    assert flow.heightForWidth(250) > flow.heightForWidth(2000)
    assert all(chip.geometry().right() <= 250 for chip in chips)


def test_an_empty_page_says_why_and_offers_the_next_step(qtbot: QtBot) -> None:
    add = button("Add", "plus", "primary")
    empty = EmptyState("inbox", "No record yet.", [add])
    qtbot.addWidget(empty)
    empty.show()
    assert empty.sentence.text() == "No record yet."
    assert add.isVisible()


def test_a_card_and_a_number_box_have_names(qtbot: QtBot) -> None:
    card, box = Card("Members"), number_box("Days", 0, 365)
    for each in (card, box):
        qtbot.addWidget(each)
    assert card.accessibleName() == "Members"
    assert box.accessibleName() == "Days"
