"""Nothing of the window is touched outside its thread, nothing slow runs in it, and reading leaves nothing behind."""

import gc
import sys
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui import tasks
from gui.window import Window
from models import engine, search, store

MAIN = threading.main_thread()
ROUNDS = 3


def in_worker() -> bool:
    return threading.get_ident() != MAIN.ident


def work_a_little(window: Window, qtbot: QtBot) -> None:
    """Open lists and a record, look for words, save: what starts work beside the window."""
    work = window.workplace
    assert work
    number = search.find("khamphoy")[0].record
    for name in ("inbound", "partner", "home"):
        window.go(name)
    window.finder.ask("dien")
    qtbot.waitUntil(lambda: window.finder.count() > 1)
    work.open_record("delegation", number)
    work.open_relations("partner", 1)
    record = store.load("delegation", number)
    record.ends = "2026-03-08"  # type: ignore[attr-defined]
    store.save(record)
    qtbot.wait(100)
    qtbot.waitUntil(lambda: not tasks._running)


def test_row_98_no_widget_and_no_model_is_touched_outside_the_thread_of_the_window(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched, watched = list[str](), list[int]()
    work = tasks.Task.work

    def look(_frame: Any, event: str, called: Any) -> None:
        owner = getattr(called, "__self__", None) if event == "c_call" else None
        if isinstance(owner, QWidget | QAbstractItemModel):
            touched.append(f"{type(owner).__name__}.{called.__name__}")

    def watched_work(task: tasks.Task) -> None:
        sys.setprofile(look)
        watched.append(threading.get_ident())
        try:
            work(task)
        finally:
            sys.setprofile(None)

    monkeypatch.setattr(tasks.Task, "work", watched_work)
    work_a_little(window, qtbot)
    assert len(watched) > 3
    assert touched == []


def test_row_98_the_watch_sees_a_widget_that_is_touched(qtbot: QtBot) -> None:
    touched = list[object]()
    widget = QWidget()
    qtbot.addWidget(widget)

    def look(_frame: Any, event: str, called: Any) -> None:
        if event == "c_call" and isinstance(getattr(called, "__self__", None), QWidget):
            touched.append(called)

    sys.setprofile(look)
    widget.objectName()
    sys.setprofile(None)
    assert touched


def test_row_99_what_is_slow_in_the_database_does_not_stop_the_window(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, rows = list[int](), engine.rows

    def slowly(*asked: Any) -> Any:
        if in_worker() and not slow:
            slow.append(1)
            time.sleep(1.5)
        return rows(*asked)

    beats = list[float]()
    heart = QTimer(interval=10)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    window.go("inbound")
    monkeypatch.setattr(engine, "rows", slowly)
    heart.start()
    window.finder.ask("dien")
    qtbot.waitUntil(lambda: window.finder.count() > 1, timeout=20_000)
    assert slow
    slow.clear()
    window.workplace.home.refresh()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(slow) and not tasks._running, timeout=20_000)
    heart.stop()
    gaps = [later - former for former, later in pairwise(beats)]
    assert max(gaps) < 1.4, "a question asked in the window's own thread would be seen as a gap"


def things(window: Window) -> tuple[int, int]:
    """Count the widgets of the whole program, in a window or in none, and whatever hangs on the window."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return len(QApplication.allWidgets()), len(window.findChildren(QObject))


def grown(deed: Callable[[], None], first: int, then: int, window: Window) -> int:
    """How many things of Qt are there more after ``then`` further times."""
    for _ in range(first):
        deed()
    before = things(window)
    for _ in range(then):
        deed()
    return max(now - earlier for earlier, now in zip(before, things(window), strict=True))


def test_row_101_reading_record_after_record_leaves_nothing_behind(window: Window, qtbot: QtBot) -> None:
    work = window.workplace
    assert work
    work.open_record("delegation", 1)
    page = work.list_page()
    assert page
    numbers = [number for number in page.model.ids if number]

    def read() -> None:
        for number in numbers:
            page.detail.show_record("delegation", number)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert grown(read, 2, ROUNDS, window) < ROUNDS, "one thing for each round would be seen"


def test_row_101_opening_forms_leaves_nothing_behind(window: Window, qtbot: QtBot) -> None:
    work = window.workplace
    assert work

    def write() -> None:
        form = work.open_form(store.load("delegation", 1))
        work._close_form(form)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert grown(write, 2, ROUNDS, window) < ROUNDS, "one thing for each form would be seen"
