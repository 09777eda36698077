"""Clicks in a list: on the row one stands on, and on cells that are half out of sight."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.pages import ListPage
from tests.gui.shell.test_list import page

__all__ = ["page"]
LONGER = QApplication.doubleClickInterval


def click(page: ListPage, row: int, column: int = 0) -> None:
    place = page.view.visualRect(page.model.index(row, column)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_the_row_brings_back_the_record_that_was_closed(page: ListPage, qtbot: QtBot) -> None:
    click(page, 1)
    qtbot.waitUntil(page.detail.isVisible)
    page.detail.closed.emit()
    qtbot.wait(150)
    assert page.detail.isHidden()
    click(page, 2)
    qtbot.wait(150)
    assert page.detail.isHidden(), "another row is only chosen"
    qtbot.wait(LONGER() + 50)
    click(page, 2)
    qtbot.waitUntil(page.detail.isVisible)
    assert page.detail.shown() == ("delegation", page.model.ids[2])


def test_a_click_on_the_row_that_is_shown_reads_nothing_anew(page: ListPage, qtbot: QtBot) -> None:
    click(page, 1)
    qtbot.waitUntil(page.detail.isVisible)
    shown = page.detail.record
    qtbot.wait(LONGER() + 50)
    click(page, 1)
    qtbot.wait(150)
    assert page.detail.record is shown


def test_a_click_on_a_cell_half_out_of_sight_moves_nothing_sideways(page: ListPage, qtbot: QtBot) -> None:
    page.view.setFixedWidth(500)
    QApplication.processEvents()
    bar = page.view.horizontalScrollBar()
    assert bar.maximum() > 0
    edge = page.view.viewport().width() - 3
    column = page.view.columnAt(edge)
    assert page.view.visualRect(page.model.index(1, column)).right() > edge
    y = page.view.visualRect(page.model.index(1, 0)).center().y()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, y))
    assert page.view.currentIndex().column() == column
    qtbot.wait(LONGER() + 200)  # Qt scrolls a while after the click
    assert bar.value() == 0
    QTest.keyClick(page.view, Qt.Key.Key_Left)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert bar.value() > 0, "keys that go from cell to cell show the cell"
