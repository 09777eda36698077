"""Work beside the window: handed over in the window's thread, cancelled with its question."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui import tasks
from gui.changes import Changes
from models import engine, store
from tests.gui.shell.conftest import made


@pytest.fixture
def office(path: Path) -> None:
    store.open_office(path)


def test_the_answer_comes_back_in_the_threads_of_the_window(office: None, qtbot: QtBot) -> None:
    """Rows 98 and 99: asked beside the window, shown in its thread."""
    owner, got = QObject(), list[tuple[int, int]]()
    here = threading.get_ident()
    tasks.start(owner, threading.get_ident, lambda there: got.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    assert got[0][0] != here
    assert got[0][1] == here


def test_a_cancelled_question_stops_and_is_not_handed_over(office: None, qtbot: QtBot) -> None:
    owner, got = QObject(), list[object]()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    task = tasks.start(owner, lambda: engine.rows(endless), got.append)
    qtbot.wait(150)
    began = time.monotonic()
    tasks.stop_all()
    assert time.monotonic() - began < 3
    assert task.cancelled
    qtbot.wait(50)
    assert got == []


def test_a_failure_reaches_who_asked(office: None, qtbot: QtBot) -> None:
    owner, failed = QObject(), list[Exception]()
    tasks.start(owner, lambda: engine.rows("SELECT nonsense"), lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))


def test_saves_in_another_thread_are_announced_once_in_the_window(office: None, qtbot: QtBot) -> None:
    changes, heard = Changes(), list[set[str]]()
    changes.changed.connect(heard.append)

    def save() -> None:
        for n in range(5):
            store.save(made("unit", name=f"Sở {n}", level="so"))

    owner = QObject()
    tasks.start(owner, save, lambda _: None)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(100)
    changes.stop()
    assert set().union(*heard) == {"unit"}
    assert len(heard) <= 5
