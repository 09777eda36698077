"""The sidebar: every kind in its group, groups that fold and stay so, all within reach of the keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.qt_words import set_language
from gui.shell.sidebar import BIN, HOME, REPORTS, SETTINGS, WIDTH
from gui.window import Window
from models.kinds import PAGES
from models.text import say

LISTS = "Registers"


def test_every_kind_stands_in_its_group_in_menu_order(window: Window) -> None:
    side = window.sidebar
    assert side.names() == [HOME, *PAGES, BIN, SETTINGS]
    assert list(side.groups) == list(dict.fromkeys(page.group for page in PAGES.values()))
    for name, page in PAGES.items():
        assert side.groups[page.group].isAncestorOf(side.items[name])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_title_is_clipped(window: Window, qapp: QApplication, language: str) -> None:
    set_language(qapp, language)
    QApplication.processEvents()
    for item in window.sidebar.items.values():
        item.setChecked(True)  # bold
    for item in (*window.sidebar.items.values(), *(group.head for group in window.sidebar.groups.values())):
        assert item.sizeHint().width() <= WIDTH, item.text()


def test_a_folded_group_hides_its_pages_and_is_folded_at_the_next_start(
    window: Window, open_window: Callable[[Path], Window], path: Path
) -> None:
    group = window.sidebar.groups[LISTS]
    group.head.click()
    assert not window.sidebar.items["partner"].isVisible()
    window.close()
    again = open_window(path).sidebar
    assert not again.items["partner"].isVisible()
    assert again.items["aid"].isVisibleTo(again)
    again.groups[LISTS].head.click()
    assert again.items["partner"].isVisibleTo(again)


def test_the_reports_open_from_the_sidebar_and_shift_no_key(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    side, opened = window.sidebar, list[str]()
    monkeypatch.setitem(window._deeds, REPORTS, lambda: opened.append("reports"))
    window.go("inbound")
    side.items[REPORTS].click()
    assert opened == ["reports"]
    assert side.current() is side.items["inbound"], "the page behind the window of reports stays marked"
    assert REPORTS not in side.names()
    assert side.items[REPORTS].y() < side.items[SETTINGS].y()


def test_a_page_that_is_opened_shows_in_its_folded_group(window: Window) -> None:
    window.sidebar.groups[LISTS].head.click()
    window.go("person")
    assert window.sidebar.items["person"].isVisibleTo(window.sidebar)
    assert window.sidebar.items["person"].isChecked()


def test_the_keyboard_folds_a_group_and_passes_what_is_folded(window: Window) -> None:
    side = window.sidebar
    side.groups[LISTS].head.setFocus()
    QTest.keyClick(side.groups[LISTS].head, Qt.Key.Key_Space)
    assert not side.groups[LISTS].is_open()
    QTest.keyClick(side.groups[LISTS].head, Qt.Key.Key_Tab)
    assert window.focusWidget() is side.items[REPORTS]


def test_a_screen_reader_hears_whether_a_group_is_folded(window: Window, qapp: QApplication) -> None:
    head = window.sidebar.groups[LISTS].head
    assert head.accessibleName() == "Registers: unfolded"
    head.click()
    assert head.accessibleName() == "Registers: folded"
    set_language(qapp, "vi")
    QApplication.processEvents()
    assert head.accessibleName().startswith(say(LISTS, "vi"))


def test_the_last_page_can_be_scrolled_to_on_a_small_screen(window: Window) -> None:
    window.resize(1000, 500)
    window.go("unit")
    QApplication.processEvents()
    item = window.sidebar.items["unit"]
    assert item.visibleRegion().boundingRect().height() == item.height()


def test_a_title_under_a_menu_that_closed_into_a_window_looks_pointed_at_no_more(window: Window) -> None:
    head = window.sidebar.groups[LISTS].head
    head.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # what Qt leaves behind
    QCursor.setPos(window.mapToGlobal(window.rect().center()))
    QApplication.sendEvent(window.sidebar, QEvent(QEvent.Type.ActivationChange))
    assert not head.underMouse()
