"""Very many records are removed and brought back beside the window: watched, stopped, whole or not at all."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog
from pytestqt.qtbot import QtBot

from gui import long_work, messages
from gui.pages import deeds
from gui.window import Window
from models import store
from models.kinds import PAGES
from models.store import bin as bin_
from models.store import saving

ALL = [1, 2, 3]


@pytest.fixture(autouse=True)
def _three_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_work, "MANY", 3)


def told(window: Window) -> str:
    assert window.workplace
    return window.workplace.toast.text.text()


def gone() -> list[bool]:
    return [bool(store.load("delegation", number).removed_at) for number in ALL]


def bar(window: Window) -> Any:
    return window.findChild(QProgressDialog)


def remove(window: Window, numbers: list[int]) -> None:
    assert window.workplace
    window.workplace.go("inbound")
    with messages.answering("remove"):
        window.workplace.remove("delegation", numbers)


def put_away(window: Window, qtbot: QtBot) -> None:
    store.remove_all([store.load("delegation", number) for number in ALL])
    qtbot.waitUntil(lambda: told(window) == "Removed 3 records")


class Held:
    """Holds the work up at its first record until it is told to go on; counts in which thread it was done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, where: Any = saving) -> None:
        self.begun, self.on = threading.Event(), threading.Event()
        self.threads: set[threading.Thread] = set()
        former: Callable[..., None] = getattr(where, name)

        def slowly(*given: Any) -> None:
            self.threads.add(threading.current_thread())
            self.begun.set()
            self.on.wait(5)
            former(*given)

        monkeypatch.setattr(where, name, slowly)


def test_many_are_removed_beside_the_window(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(monkeypatch, "remove")
    remove(window, ALL)
    assert bar(window).windowModality() == Qt.WindowModality.WindowModal
    assert "3 records" in bar(window).labelText()
    held.on.set()
    qtbot.waitUntil(lambda: told(window) == "Removed 3 records")
    assert gone() == [True] * 3
    assert threading.main_thread() not in held.threads
    assert window.workplace
    page = window.workplace.list_page()
    assert page
    qtbot.waitUntil(lambda: page.view.current_id() == 4)


def test_few_are_removed_at_once(window: Window, qtbot: QtBot) -> None:
    remove(window, ALL[:2])
    assert gone() == [True, True, False]
    assert bar(window) is None


def test_removing_many_that_is_stopped_removes_none(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = store.deeds(1)[0].id
    held = Held(monkeypatch, "remove")
    remove(window, ALL)
    assert held.begun.wait(5)
    bar(window).canceled.emit()
    held.on.set()
    qtbot.waitUntil(lambda: told(window) == "Stopped. Nothing was changed by this step.")
    assert gone() == [False] * 3
    assert store.deeds(1)[0].id == last
    remove(window, ALL)
    qtbot.waitUntil(lambda: gone() == [True] * 3)


def test_many_that_may_not_be_removed_stay_and_it_is_said(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = saving.remove

    def refuse_last(record: Any) -> None:
        if record.id == ALL[-1]:
            raise store.Closed("The record is closed.")
        former(record)

    monkeypatch.setattr(saving, "remove", refuse_last)
    assert window.workplace
    with messages.answering("remove", "ok") as asked:
        deeds.remove(window.workplace, "delegation", ALL, lambda: pytest.fail("done"))
        qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[-1].text == "The record is closed."
    assert gone() == [False] * 3


def test_many_come_back_beside_the_window_or_none(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_away(window, qtbot)
    window.go("bin")
    assert window.workplace
    shown: Any = window.workplace.stack.currentWidget()
    held = Held(monkeypatch, "restore")
    shown.table.selectAll()
    shown.restore_button.click()
    assert held.begun.wait(5)
    bar(window).canceled.emit()
    held.on.set()
    qtbot.waitUntil(lambda: told(window).startswith("Stopped."))
    assert gone() == [True] * 3
    assert len(shown.table.things) == 3
    shown.table.selectAll()
    shown.restore_button.click()
    qtbot.waitUntil(lambda: told(window) == "Brought back 3 records")
    assert gone() == [False] * 3
    assert shown.table.things == []
    assert threading.main_thread() not in held.threads


def test_many_come_back_from_their_list_beside_the_window(window: Window, qtbot: QtBot) -> None:
    put_away(window, qtbot)
    assert window.workplace
    deeds.restore(window.workplace, "delegation", ALL)
    assert bar(window) is not None
    qtbot.waitUntil(lambda: told(window) == "Brought back 3 records")
    assert store.count(PAGES["inbound"]) == 4


def test_many_are_erased_beside_the_window_or_none(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_away(window, qtbot)
    store.remove(store.load("action", 1))  # it names one of them
    qtbot.waitUntil(lambda: told(window).startswith("Removed follow-up action"))
    window.go("bin")
    assert window.workplace
    shown: Any = window.workplace.stack.currentWidget()
    held = Held(monkeypatch, "_let_go", bin_)
    shown.table.selectAll()
    with messages.answering("erase"):
        shown.erase_button.click()
    assert held.begun.wait(5)
    bar(window).canceled.emit()
    held.on.set()
    qtbot.waitUntil(lambda: told(window).startswith("Stopped."))
    assert len(store.binned()) == len(shown.table.things) == 4
    shown.table.selectAll()
    with messages.answering("erase"):
        shown.erase_button.click()
    qtbot.waitUntil(lambda: shown.table.things == [])
    assert store.binned() == []
    assert threading.main_thread() not in held.threads
