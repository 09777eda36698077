"""What was done in the window can be taken back there: by the note, by keys, by the list; after a restart too."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QProgressDialog
from pytestqt.qtbot import QtBot

from gui import messages
from gui.shell import earlier, steps
from gui.shell.commands import Commands
from gui.shell.steps_dialog import StepsDialog
from gui.window import Window
from models import discretion, store
from models.kinds import PAGES
from models.store import taking_back
from models.store.settings import keep_item
from tests.whole import fresh

KINDS = ("delegation", "agreement", "action", "partner", "gate")


def work(window: Window) -> Any:
    assert window.workplace
    return window.workplace


def told(window: Window) -> str:
    return str(work(window).toast.text.text())


def test_five_records_of_different_kinds_are_deleted_and_all_undone_after_a_restart(
    path: Path, open_window: Callable[[Path], Window], qtbot: QtBot
) -> None:
    with store.session(path):
        made = [(kind, store.save(fresh(kind)).id) for kind in KINDS]
    window = open_window(path)
    for kind, number in made:
        work(window).open_record("inbound" if kind == "delegation" else kind, number)
        with messages.answering("remove"):
            Commands(window).deeds()["remove"]()
        assert store.load(kind, number).removed_at
    window.close()
    earlier._starts.clear()  # as another start of the program would find it
    window = open_window(path)
    with messages.answering("undo") as asked:
        for _ in made:
            QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1
    assert not any(store.load(kind, number).removed_at for kind, number in made)
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert store.load(*made[0]).removed_at


def test_after_each_deed_a_note_offers_the_way_back(window: Window, qtbot: QtBot) -> None:
    record = store.load("action", 1)
    record.name = "Gửi báo cáo khác"  # type: ignore[attr-defined]
    store.save(record)
    qtbot.waitUntil(lambda: told(window) == "Changed follow-up action “Gửi báo cáo khác”: task")
    toast = work(window).toast
    assert toast.button.isVisible()
    toast.button.click()
    assert store.load("action", 1).heading == "Gửi báo cáo"
    assert told(window) == "Undid: Changed follow-up action “Gửi báo cáo”: task"
    assert toast.button.text() == "Redo"
    toast.button.click()
    assert store.load("action", 1).heading == "Gửi báo cáo khác"


def test_restricting_a_record_is_a_step_with_its_way_back(window: Window, qtbot: QtBot) -> None:
    work(window).open_record("inbound", 3)
    visit = store.load("delegation", 3)
    Commands(window).deeds()["restrict"]()
    qtbot.waitUntil(lambda: told(window) == "Marked inbound delegation “Đoàn Dương Hà” as restricted")
    assert "Restricted" in work(window).list_page().detail.code.text()
    work(window).toast.button.click()
    assert not discretion.is_marked(visit)
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert discretion.is_marked(visit)
    qtbot.waitUntil(lambda: "Restricted" in work(window).list_page().detail.code.text())


def test_an_older_value_that_names_a_record_in_the_bin_is_told(window: Window, qtbot: QtBot) -> None:
    visit = store.load("delegation", 1)
    before = visit.value("partner")
    visit.partner = store.save(fresh("partner", "Sông Mã")).id  # type: ignore[attr-defined]
    store.save(visit)
    name = store.names("partner", [before])[before]
    store.remove(store.load("partner", before))
    qtbot.waitUntil(lambda: "more steps" in told(window))
    work(window).steps.undo_one(store.deeds(2)[1].id)
    assert told(window).endswith(f". “{name}” is named there and lies in the bin.")
    store.redo()
    store.bring_back_value(store.load("delegation", 1), "partner", before)
    qtbot.waitUntil(lambda: told(window).startswith("Changed"))
    assert told(window).endswith(f": sending organisation. “{name}” is named there and lies in the bin.")


def test_the_note_of_what_is_gone_for_good_offers_no_way_back(window: Window, qtbot: QtBot) -> None:
    store.purge_personal(store.load("delegation", 1))
    qtbot.waitUntil(lambda: told(window).startswith("Purged personal details"))
    assert not work(window).toast.button.isVisible()


def test_the_menu_names_the_step(window: Window) -> None:
    store.remove(store.load("delegation", 3))
    undo = window.menus.actions["undo"]
    menu = next(each for each in undo.associatedObjects() if isinstance(each, QMenu))
    menu.aboutToShow.emit()
    assert undo.text() == "&Undo: Removed inbound delegation “Đoàn Dương Hà”"
    store.undo()
    menu.aboutToShow.emit()
    assert window.menus.actions["redo"].text() == "&Redo: Removed inbound delegation “Đoàn Dương Hà”"


def test_in_a_text_field_the_key_takes_back_typing(window: Window, qtbot: QtBot) -> None:
    store.remove(store.load("delegation", 3))
    work(window).go("inbound")
    box = work(window).list_page().filters.search
    box.setFocus()
    QTest.keyClicks(box, "abc")
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == ""
    assert store.load("delegation", 3).removed_at


def test_what_is_typed_in_a_form_is_not_lost_to_undoing(window: Window) -> None:
    store.remove(store.load("delegation", 3))
    form = work(window).open_form(store.load("action", 1))
    form.body.editors["name"].set_value("Chưa lưu")
    work(window).steps.undo()
    assert "not saved" in told(window)
    assert store.load("delegation", 3).removed_at
    form.body.settle()


def test_an_open_form_shows_what_undoing_left(window: Window) -> None:
    record = store.load("action", 1)
    record.name = "Gửi báo cáo khác"  # type: ignore[attr-defined]
    store.save(record)
    form = work(window).open_form(store.load("action", 1))
    work(window).steps.undo()
    assert form.body.editors["name"].value() == "Gửi báo cáo"


def test_the_form_of_a_record_that_undoing_took_away_is_closed(window: Window) -> None:
    made = store.save(fresh("partner"))
    work(window).open_form(store.load("partner", made.id))
    work(window).steps.undo()
    assert not work(window).in_form()


def test_what_cannot_be_undone_is_said(window: Window) -> None:
    store.purge_personal(store.load("delegation", 1))
    with messages.answering("ok") as asked:
        work(window).steps.undo()
    assert "cannot be undone" in asked[0].text


def test_the_list_of_steps_undoes_one_or_all_back_to_a_point(window: Window) -> None:
    for number in (1, 2, 3):
        store.remove(store.load("delegation", number))
    dialog: Any = StepsDialog(work(window).steps, window)
    assert [dialog.table.item(row, 2).text() for row in range(2)] == [
        "Removed inbound delegation “Đoàn Dương Hà”",
        "Removed inbound delegation “Đoàn Ân Giang”",
    ]
    dialog.table.selectRow(1)
    dialog.one.click()
    assert [bool(store.load("delegation", number).removed_at) for number in (1, 2, 3)] == [True, False, True]
    assert not dialog.one.isEnabled()
    assert dialog.table.item(1, 2).font().strikeOut()
    dialog.table.selectRow(2)
    with messages.answering("undo"):
        dialog.back.click()
    assert not any(store.load("delegation", number).removed_at for number in (1, 2, 3))


def test_an_office_open_for_reading_undoes_nothing(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    session = store.current()
    assert session
    monkeypatch.setattr(session, "read_only", True)
    work(window).steps.undo()
    assert "reading only" in told(window)


def test_the_settings_show_what_undoing_left(window: Window) -> None:
    work(window).go("settings")
    before = work(window).stack.currentWidget()
    keep_item("field", "y_te", "Y tế cộng đồng", "Public health", False)
    work(window).steps.undo()
    assert work(window).stack.currentWidget() is not before


def edit_all(numbers: list[int]) -> int:
    """Change several records as one step."""
    with store.together():
        for number in numbers:
            record = store.load("delegation", number)
            record.name = f"{record.heading} khác"  # type: ignore[attr-defined]
            store.save(record)
    return store.deeds(1)[0].id


def changed() -> list[bool]:
    return [store.load("delegation", number).heading.endswith("khác") for number in (1, 2, 3)]


def test_a_long_step_is_taken_back_beside_the_window(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MANY", 3)
    edit_all([1, 2, 3])
    work(window).steps.undo()
    progress: Any = window.findChild(QProgressDialog)
    assert progress.windowModality() == Qt.WindowModality.WindowModal
    assert "3 changes" in progress.labelText()
    work(window).steps.undo()
    assert told(window) == "The step before is still on its way."
    qtbot.waitUntil(lambda: told(window) == "Undid: Changed 3 records")
    assert changed() == [False] * 3
    assert store.next_redo()
    work(window).steps.redo()
    qtbot.waitUntil(lambda: told(window) == "Did again: Changed 3 records")
    assert changed() == [True] * 3


def test_a_long_step_that_is_stopped_changes_nothing(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MANY", 3)
    number = edit_all([1, 2, 3])
    qtbot.waitUntil(lambda: told(window) == "Changed 3 records")
    begun, stopped = threading.Event(), threading.Event()

    def slowly(*given: Any) -> None:
        begun.set()
        stopped.wait(5)
        take_back(*given)

    take_back = taking_back.take_back
    monkeypatch.setattr(taking_back, "take_back", slowly)
    work(window).steps.undo_one(number)
    assert begun.wait(5)
    progress: Any = window.findChild(QProgressDialog)
    progress.canceled.emit()
    stopped.set()
    qtbot.waitUntil(lambda: told(window).startswith("Stopped."))
    assert changed() == [True] * 3
    assert store.next_undo().id == number  # type: ignore[union-attr]


def test_a_long_step_that_cannot_be_undone_is_said(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MANY", 3)
    number = edit_all([1, 2, 3])
    edit_all([2])
    with messages.answering("ok") as asked:
        work(window).steps.undo_one(number)
        qtbot.waitUntil(lambda: bool(asked))
    assert "was changed since" in asked[0].text
    assert changed() == [True] * 3


def test_the_list_shows_a_long_step_as_undone_when_it_is(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MANY", 3)
    edit_all([1, 2, 3])
    dialog: Any = StepsDialog(work(window).steps, window)
    dialog.table.selectRow(0)
    dialog.back.click()
    qtbot.waitUntil(lambda: dialog.table.item(0, 2).font().strikeOut())
    assert changed() == [False] * 3


def test_several_records_removed_at_once_are_one_step(window: Window, qtbot: QtBot) -> None:
    work(window).go("inbound")
    with messages.answering("remove"):
        work(window).remove("delegation", [1, 2, 3])
    qtbot.waitUntil(lambda: told(window) == "Removed 3 records")
    work(window).toast.button.click()
    assert store.count(PAGES["inbound"]) == 4
