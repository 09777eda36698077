"""Where the keyboard stands: after a restart, and in a list on which no row was chosen yet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.pages import ListPage
from gui.window import Window
from models import store


def list_of(window: Window) -> ListPage:
    assert window.workplace
    page = window.workplace.list_page()
    assert page
    return page


@pytest.fixture
def again(open_window: Callable[[Path], Window], path: Path) -> Callable[[str, int], Window]:
    """Give the window as it comes back on the place on which it was closed."""

    def closed_on(kind: str, number: int) -> Window:
        first = open_window(path)
        assert first.workplace
        first.workplace.open_record(kind, number)
        first.close()
        return open_window(path)

    return closed_on


def test_after_a_restart_the_keys_are_in_the_list_that_comes_back(
    again: Callable[[str, int], Window], qtbot: QtBot
) -> None:
    page = list_of(again("inbound", 0))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.view)
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.selected_ids() == [page.model.ids[0]]


def test_after_a_restart_the_keys_are_in_the_record_that_comes_back(
    again: Callable[[str, int], Window], qtbot: QtBot
) -> None:
    page = list_of(again("delegation", 1))
    assert page.detail.shown() == ("delegation", 1)
    qtbot.waitUntil(lambda: page.detail.isAncestorOf(QApplication.focusWidget() or page), timeout=2_000)
    assert page.view.current_id() == 1


def test_after_a_restart_a_record_in_the_bin_does_not_come_back_and_its_list_does(
    again: Callable[[str, int], Window], path: Path
) -> None:
    with store.session(path):
        store.remove(store.load("delegation", 1))
    page = list_of(again("delegation", 1))
    assert page.page.name == "inbound"
    assert page.detail.isHidden()


def test_a_list_whose_record_was_removed_elsewhere_is_worked_with_by_keys(window: Window, qtbot: QtBot) -> None:
    assert window.workplace
    store.remove(store.load("delegation", 1))
    window.workplace.open_record("delegation", 1)
    page = list_of(window)
    qtbot.waitUntil(lambda: 1 not in page.model.ids)
    window.go("outbound")
    window.go("inbound")
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert page.view.selected_ids() == list(page.model.ids[:1])


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown])
def test_the_first_key_down_chooses_the_first_row(window: Window, key: Qt.Key) -> None:
    window.go("inbound")
    view = list_of(window).view
    assert view.count_selected() == 0
    QTest.keyClick(view, key)
    assert view.selected_ids() == [view._model.ids[0]]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selected_ids() == [view._model.ids[1]]


def test_a_cursor_that_was_led_without_choosing_goes_on_from_where_it_is(window: Window) -> None:
    window.go("inbound")
    view = list_of(window).view
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.count_selected() == 0
    assert view.currentIndex().row() == 1
