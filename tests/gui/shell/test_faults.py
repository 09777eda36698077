"""Row 94: wherever in the window something fails, one box says so, and what was typed stays."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import tasks
from gui.messages import boxes, files, unexpected
from gui.messages.boxes import Asked
from gui.messages.unexpected import LOG, TITLE
from gui.shell import drafts
from gui.window import Window
from models import engine, search, store
from models.text import say

TYPED = "Làm việc với Sở Y tế về B7654321"
NOT_TRIED = {"quit"}  # closing under faults is row 95


class Injected(Exception):
    """A fault of the program, with something in it that somebody entered."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """Answer every box with its harmless button, let no dialog wait, and tell what was asked."""
    found: list[Asked] = []

    def answer(box: Asked) -> str:
        found.append(box)
        return box.buttons[-1] if box.buttons else ""

    for module in (boxes, files):
        monkeypatch.setattr(module, "prepared_answer", answer)
    return found


@pytest.fixture
def hooked(window: Window, tmp_path: Path) -> Iterator[Path]:
    """The hook that the program itself installs, in place of that of the tests."""
    before = sys.excepthook, sys.unraisablehook, threading.excepthook, list(LOG.handlers)
    quiet = qInstallMessageHandler(None)
    log = tmp_path / "faults.log"
    window._unexpected = unexpected.install_exception_hook(log, window)
    yield log
    qInstallMessageHandler(quiet)
    sys.excepthook, sys.unraisablehook, threading.excepthook = before[:3]
    for handler in set(LOG.handlers) - set(before[3]):
        handler.close()
        LOG.removeHandler(handler)


@contextmanager
def broken_store() -> Iterator[None]:
    """Let every question to the database fail as a fault of the program would."""

    def fail(*_: Any, **__: Any) -> Any:
        raise Injected(TYPED)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "rows", fail)
        patch.setattr(engine, "execute", fail)
        patch.setattr(engine.database, "execute", fail)
        yield
        tasks.stop_all()


def faults(asked: list[Asked]) -> int:
    return sum(1 for each in asked if each.title == say(TITLE))


def run(deed: Callable[[], object], qtbot: QtBot) -> None:
    """Do something as a signal does it: what it raises goes to the hook, and from there into a box."""
    ran = list[bool]()

    def do() -> None:
        try:
            deed()
        finally:
            ran.append(True)

    QTimer.singleShot(0, do)
    closing = QTimer(interval=4)
    closing.timeout.connect(_close_what_waits)
    closing.start()
    qtbot.waitUntil(lambda: bool(ran))
    qtbot.wait(20)
    closing.stop()


def _close_what_waits() -> None:
    waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if waiting is not None:
        waiting.close()


def test_row_94_a_fault_in_any_command_is_told_in_one_box_and_the_form_keeps_its_text(
    window: Window, asked: list[Asked], hooked: Path, qtbot: QtBot
) -> None:
    work, number = window.workplace, search.find("khamphoy")[0].record
    assert work
    form = work.open_form(store.load("delegation", number))
    form.body.editors["content"].show_words(TYPED)
    tried = 0
    for name, action in window.menus.actions.items():
        if name in NOT_TRIED:
            continue
        drafts.keeping_of(form)._stop()  # what the form asks by itself would be counted with the command's
        form._pause.stop()
        window._unexpected._seen.clear()
        asked.clear()
        with broken_store():
            run(action.trigger, qtbot)
        assert faults(asked) <= 1, (name, asked)
        assert work.forms() == [form], name
        assert work.stack.currentWidget() is form, name
        assert form.body.editors["content"].words() == TYPED, name
        tried += 1
    work._close_form(form)
    assert tried > 30
    log = hooked.read_text(encoding="utf-8")
    assert "Injected" in log
    assert "B7654321" not in log


def test_row_94_a_fault_in_any_command_on_a_list_leaves_the_window_usable(
    window: Window, asked: list[Asked], hooked: Path, qtbot: QtBot
) -> None:
    work, number = window.workplace, search.find("khamphoy")[0].record
    assert work
    seen = 0
    for name, action in window.menus.actions.items():
        if name in NOT_TRIED:
            continue
        shown = work.list_page()
        if shown is None or shown.detail.shown() != ("delegation", number):
            work.open_record("delegation", number)
        qtbot.waitUntil(lambda: not tasks._running)
        window._unexpected._seen.clear()
        asked.clear()
        with broken_store():
            run(action.trigger, qtbot)
        # The command's own fault, and that of the list behind it as it is painted anew: each is told once.
        assert faults(asked) <= 2, (name, hooked.read_text(encoding="utf-8")[-3000:])
        seen += faults(asked)
        for each in reversed(work.forms()):
            work._close_form(each)
    assert seen > 10, "many commands ask the database"
    work.open_record("delegation", number)
    page = work.list_page()
    assert page
    qtbot.waitUntil(lambda: page.detail.shown() == ("delegation", number))


def test_row_94_a_fault_on_the_way_to_any_page_is_told_and_the_page_opens_the_next_time(
    window: Window, asked: list[Asked], hooked: Path, qtbot: QtBot
) -> None:
    work = window.workplace
    assert work
    for name in (*window.sidebar.names(), "settings"):
        window._unexpected._seen.clear()
        asked.clear()
        with broken_store():
            run(lambda name=name: window.go(name), qtbot)  # type: ignore[misc]
        assert faults(asked) <= 1, (name, asked)
        window.go(name)
        assert work.way.here.page == name
