"""Work beside the window: it lives on, takes no orders, and what came of it is not told over the lock."""

import threading

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from gui.vault import Guard, wait, waiting
from gui.window import Window
from models.attachments.blobs import Going
from tests.gui.vault.test_guard import unlock


def test_the_window_takes_no_orders_until_the_work_is_done_also_where_somebody_presses_esc(
    window: Window, qtbot: QtBot
) -> None:
    done, seen = threading.Event(), list[bool]()

    def work(_going: Going) -> str:
        done.wait(10)
        return "done"

    def look() -> None:
        bar = QApplication.activeModalWidget()
        assert isinstance(bar, QProgressDialog)
        assert waiting.is_busy()
        QTest.keyClick(bar, Qt.Key.Key_Escape)
        qtbot.waitUntil(bar.isVisible)
        seen.append(QApplication.activeModalWidget() is bar)
        done.set()

    QTimer.singleShot(0, look)
    assert wait(window, "Restoring", "It is being restored…", work) == "done"
    assert seen == [True]
    assert not waiting.is_busy()
    assert QApplication.activeModalWidget() is None


def test_what_came_of_it_is_not_told_while_the_window_is_locked(window: Window, qtbot: QtBot) -> None:
    guard, told = window.findChild(Guard), list[str]()
    assert isinstance(guard, Guard)

    def lock() -> None:
        guard.lock()
        assert guard.screen
        told.append("locked")
        QTimer.singleShot(500, open_it)

    def open_it() -> None:
        told.append("still locked")
        unlock(window, qtbot)

    QTimer.singleShot(0, lock)
    wait(window, "Backup", "It is being made…", lambda _going: None)
    assert told == ["locked", "still locked"]
    assert guard.screen is None
