"""The lock of the window: nothing is seen or reached behind it, nothing that was typed is lost."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.shell import locks
from gui.vault import Guard, guard
from gui.vault.guard import LockScreen
from gui.window import Window
from models import preferences, vault
from models.vault import held
from tests.gui.vault.conftest import PASSPHRASE


def guard_of(window: Window) -> Guard:
    found = window.findChild(Guard)
    assert isinstance(found, Guard)
    return found


def screen_of(window: Window) -> LockScreen:
    screen = guard_of(window).screen
    assert screen is not None
    return screen


def type_in(window: Window, words: str, qtbot: QtBot) -> None:
    asked = screen_of(window).asked
    asked.secret.line.setText(words)
    asked.try_it()
    qtbot.waitUntil(lambda: asked.go.isEnabled() or bool(vault.wait(held.envelope.sides(asked._path)[0].office)))


def unlock(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guard_of(window).unlocked):
        asked = screen_of(window).asked
        asked.secret.line.setText(PASSPHRASE)
        asked.try_it()


def test_row_79_a_locked_window_shows_nothing_and_keeps_what_is_typed(window: Window, qtbot: QtBot) -> None:
    """Row 79: locked by its command; the form behind it is as it was."""
    assert window.workplace is not None
    window.workplace.begin("inbound")
    form = window.workplace.in_form()
    assert form
    box = next(each for each in window.findChildren(QLineEdit) if each.isVisible() and not each.isReadOnly())
    box.setText("Đang gõ dở")
    title = window.windowTitle()
    window.menus.actions["lock"].trigger()
    assert screen_of(window).isVisible()
    assert window.windowTitle() == "Bang Giao is locked"
    seen = window.childAt(QPoint(200, 200))
    assert seen is not None
    assert seen.property("part") == "page"  # the cover, not the form
    before = len(window.workplace._forms)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(screen_of(window), Qt.Key.Key_Escape)
    screen_of(window).close()
    assert screen_of(window).isVisible()
    assert len(window.workplace._forms) == before
    type_in(window, "sai", qtbot)
    assert "wrong" in screen_of(window).asked.told.text()
    unlock(window, qtbot)
    assert guard_of(window).screen is None
    assert window.windowTitle() == title
    assert box.text() == "Đang gõ dở"
    box.setText("")


def read_aloud(widget: QWidget) -> set[str]:
    """Give what a screen reader finds in a window, part by part."""
    found, waiting = set[str](), [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, QAccessibleInterface) and part.isValid() and not part.state().invisible:
            found |= {part.text(QAccessible.Text.Name), part.text(QAccessible.Text.Value)}
            waiting += [part.child(place) for place in range(part.childCount())]
    return found - {""}


def test_row_79_behind_the_lock_a_screen_reader_finds_nothing_and_the_keyboard_reaches_nothing(
    window: Window, qtbot: QtBot
) -> None:
    """Row 79: neither the names on the start page nor what is typed into a form or a dialog that is open."""
    assert window.workplace is not None
    assert "Needs attention" in read_aloud(window)
    window.workplace.begin("inbound")
    typed = next(each for each in window.findChildren(QLineEdit) if each.isVisible() and not each.isReadOnly())
    typed.setFocus()
    typed.setText("Đang gõ dở")
    dialog = QDialog(window)
    dialog.setWindowTitle("Khamphoy")
    line = QLineEdit("P1234567", dialog)
    dialog.open()
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Khamphoy", "P1234567?", parent=window)
    box.open()
    assert {"P1234567", "Khamphoy"} <= read_aloud(dialog)
    assert {"P1234567?", "Khamphoy"} <= read_aloud(box)
    guard_of(window).lock()
    for shown in (window, dialog, box):
        assert read_aloud(shown) == {"Bang Giao is locked"}
        reached = [each for each in shown.findChildren(QWidget) if each.isVisible() and each.window() is shown]
        assert [type(each) for each in reached] == [guard.Cover]
        assert reached[0].focusPolicy() == Qt.FocusPolicy.NoFocus
    window.setWindowTitle("Sở Ngoại vụ — Bang Giao")  # a save that was on its way names it
    assert window.windowTitle() == "Bang Giao is locked"
    unlock(window, qtbot)
    assert window.windowTitle() == "Sở Ngoại vụ — Bang Giao"
    assert (dialog.windowTitle(), box.text()) == ("Khamphoy", "P1234567?")
    assert line.isVisible()
    box.reject()
    dialog.reject()
    assert typed.isVisible()
    assert window.menuBar().isVisible()
    assert typed.text() == "Đang gõ dở"
    assert window.focusWidget() is typed
    typed.setText("")


def test_row_79_a_locked_window_that_takes_another_size_shows_nothing_either(window: Window, qtbot: QtBot) -> None:
    guard_of(window).lock()
    window.resize(window.width() + 120, window.height() + 80)
    seen = window.childAt(window.width() - 20, window.height() - 20)
    assert isinstance(seen, guard.Cover)
    unlock(window, qtbot)


def test_what_asks_by_itself_waits_until_the_window_is_unlocked(window: Window, qtbot: QtBot) -> None:
    asked = list[bool]()
    guard_of(window).lock()
    locks.once_unlocked(window, lambda: asked.append(True))
    assert not asked
    unlock(window, qtbot)
    assert asked == [True]
    locks.once_unlocked(window, lambda: asked.append(True))
    assert asked == [True, True]


def test_a_dialog_that_is_open_stays_open_under_the_lock(window: Window, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    line = QLineEdit("dở dang", dialog)
    dialog.open()
    guard_of(window).lock()
    assert dialog.isVisible()
    assert dialog.childAt(line.geometry().center()) is not line  # covered
    unlock(window, qtbot)
    assert dialog.isVisible()
    assert line.text() == "dở dang"
    assert dialog.childAt(line.geometry().center()) is line
    dialog.reject()


def test_row_79_the_window_locks_itself_after_a_while_without_input(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 79: idle lock; a key or the mouse begins the time anew."""
    now = [time.time()]
    monkeypatch.setattr(guard.time, "time", lambda: now[0])
    watch = guard_of(window)
    preferences.put(guard.MINUTES, 5)
    watch._last = now[0]
    now[0] += 299
    watch._look()
    assert watch.screen is None
    QTest.mouseMove(window.windowHandle(), QPoint(50, 50))
    now[0] += 60
    watch._look()
    assert watch.screen is None
    now[0] += 300
    watch._look()
    assert watch.screen is not None
    unlock(window, qtbot)
    preferences.put(guard.MINUTES, 0)
    now[0] += 100_000
    watch._look()
    assert watch.screen is None


def test_the_session_of_the_system_locks_the_window_too(window: Window, qtbot: QtBot) -> None:
    guard_of(window)._session.changed(False)
    assert guard_of(window).screen is None
    guard_of(window)._session.changed(True)
    assert guard_of(window).screen is not None
    unlock(window, qtbot)


def test_wrong_passphrases_make_the_person_wait_with_the_seconds_counted(window: Window, qtbot: QtBot) -> None:
    """Row 76: the delay is seen, the fields rest meanwhile."""
    guard_of(window).lock()
    for _ in range(3):
        type_in(window, "sai", qtbot)
    asked = screen_of(window).asked
    qtbot.waitUntil(lambda: "Wait" in asked.told.text())  # the lock knows it a moment before the window says it
    assert not asked.go.isEnabled()
    qtbot.waitUntil(lambda: asked.go.isEnabled(), timeout=5000)
    assert asked.told.text() == ""
    unlock(window, qtbot)


def test_caps_lock_is_told_by_the_letters(window: Window, qtbot: QtBot) -> None:
    guard_of(window).lock()
    secret = screen_of(window).asked.secret
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for letter, held_down, told in (("A", shift, False), ("A", none, True), ("a", none, False), ("a", shift, True)):
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held_down, letter)
        QApplication.sendEvent(secret.line, pressed)
        assert secret.caps.isHidden() != told, (letter, held_down)
    secret.eye.click()
    assert secret.line.echoMode() == QLineEdit.EchoMode.Normal
    unlock(window, qtbot)


def test_a_plain_office_says_why_it_cannot_be_locked(path: Path, open_window: Callable[[Path], Window]) -> None:
    window = open_window(path)
    window.menus.actions["lock"].trigger()
    assert window.workplace is not None
    assert "not encrypted" in window.workplace.toast.text.text()


_LISTEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget
from gui.vault.sessions import SessionWatch
app, window = QApplication([]), None
window = QWidget()
watch = SessionWatch(window, lambda: print("locked", flush=True))
other = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "other")
def send(on):
    told = QDBusMessage.createSignal("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
    told.setArguments([on])
    assert other.send(told)
QTimer.singleShot(100, lambda: send(False))
QTimer.singleShot(200, lambda: send(True))
QTimer.singleShot(900, app.quit)
app.exec()
"""


@pytest.mark.outside("dbus-run-session")
def test_row_79_the_screen_saver_of_the_desktop_is_heard() -> None:
    """Row 79: a signal over D-Bus, sent as a desktop sends it."""
    command = ["dbus-run-session", "--", sys.executable, "-c", _LISTEN]
    house = Path(guard.__file__).resolve().parents[2]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=house, timeout=60)
    assert told.stdout.split() == ["locked"]
