"""Boxes are answered by tests, never read HTML, and faults are told in words and once."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from gui import look, messages
from gui.messages.unexpected import LOG, Unexpected
from models.text import say

CHOICES = {"save": "Save", "drop": "Do not save", "stay": "Go back"}


def press(key: Qt.Key, after: int = 50) -> list[QMessageBox]:
    """Press a key in the box that is open then, and hand the box over."""
    seen: list[QMessageBox] = []

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box)
        QTest.keyClick(box, key)

    QTimer.singleShot(after, act)
    return seen


def test_a_test_answers_a_question_and_sees_what_was_asked(qapp: QApplication) -> None:
    with messages.answering("drop") as asked:
        assert messages.ask(None, "Close", "Save the changes?", CHOICES) == "drop"
    assert asked[0].text == "Save the changes?"
    assert asked[0].buttons == ("save", "drop", "stay")


def test_a_box_that_nobody_answers_fails_the_test(qapp: QApplication) -> None:
    with messages.answering(), pytest.raises(AssertionError, match="nobody answers"):
        messages.tell(None, "Saved", "All is saved.")


def test_a_letter_alone_presses_nothing_dangerous(qtbot: QtBot) -> None:
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Escape, after=500)  # a button that is pressed by its letter stays down for a moment
    answer = messages.ask(None, "Purge", "Erase it?", {"erase": "&Erase", "keep": "&Keep"}, danger="erase")
    assert answer == "keep"


def test_a_box_whose_last_button_is_dangerous_is_refused(qapp: QApplication) -> None:
    with messages.answering("stay"), pytest.raises(AssertionError, match="Esc would choose"):
        messages.ask(None, "Close", "Close?", {"stay": "Stay", "close": "Close"}, danger="close")


def test_escape_chooses_the_harmless_button(qtbot: QtBot) -> None:
    press(Qt.Key.Key_Escape)
    assert messages.ask(None, "Close", "Save the changes?", CHOICES) == "stay"


def test_enter_chooses_the_first_button(qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    assert messages.ask(None, "Close", "Save the changes?", CHOICES) == "save"


def test_enter_does_not_choose_what_is_dangerous(qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    assert messages.ask(None, "Purge", "Erase it?", {"erase": "Erase", "stay": "Go back"}, danger="erase") == "stay"


def test_what_is_dangerous_is_red(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, "light", "comfortable")
    seen = press(Qt.Key.Key_Escape)
    messages.ask(None, "Purge", "Erase it?", {"erase": "Erase", "stay": "Go back"}, danger="erase")
    colours = {each.text(): each.palette().buttonText().color().name() for each in seen[0].buttons()}
    assert colours["Erase"] == look.color("bad").name() != colours["Go back"]


def test_a_name_with_tags_is_shown_as_it_is(qtbot: QtBot) -> None:
    """Row 65: in boxes."""
    seen = press(Qt.Key.Key_Escape)
    messages.tell(None, "Saved", "<b>Công ty A & B</b>")
    assert seen[0].textFormat() == Qt.TextFormat.PlainText
    assert seen[0].text() == "<b>Công ty A & B</b>"


def test_a_test_chooses_a_file_or_gives_up(qapp: QApplication, tmp_path: Path) -> None:
    with messages.answering(str(tmp_path / "a.xlsx"), "") as asked:
        chosen = messages.choose_file_to_save(None, "Export", tmp_path / "đoàn vào.xlsx", suffix=".xlsx", kind="Excel")
        nothing = messages.choose_file_to_open(None, "Open", tmp_path, suffix=".db", kind="Office")
    assert chosen == tmp_path / "a.xlsx"
    assert nothing is None
    assert asked[0].text == str(tmp_path / "đoàn vào.xlsx")


@pytest.fixture
def hooked(qapp: QApplication, tmp_path: Path) -> Iterator[Unexpected]:
    before = sys.excepthook, sys.unraisablehook, threading.excepthook, list(LOG.handlers), LOG.level
    quiet = qInstallMessageHandler(None)
    yield messages.install_exception_hook(tmp_path / "log" / "bang-giao.log")
    qInstallMessageHandler(quiet)
    sys.excepthook, sys.unraisablehook, threading.excepthook = before[:3]
    for handler in set(LOG.handlers) - set(before[3]):
        handler.close()
        LOG.removeHandler(handler)
    LOG.setLevel(before[4])


def fail(unexpected: Unexpected, times: int = 1) -> None:
    for _ in range(times):
        try:
            raise KeyError("a fault of ours")
        except KeyError as fault:
            unexpected.take(KeyError, fault, fault.__traceback__)


def log(folder: Path) -> str:
    return (folder / "log" / "bang-giao.log").read_text(encoding="utf-8")


def test_a_fault_is_told_in_words_once_and_logged_each_time(hooked: Unexpected, qtbot: QtBot, tmp_path: Path) -> None:
    with messages.answering("copy") as asked:
        fail(hooked, times=3)
        qtbot.waitUntil(lambda: bool(asked))
        qtbot.wait(20)
    assert len(asked) == 1
    assert "Traceback" not in asked[0].text
    assert asked[0].details == ""
    assert "test_messages.py" in QApplication.clipboard().text()
    assert log(tmp_path).count("KeyError") >= 3


def test_what_the_disk_did_is_told_as_such_and_not_as_a_fault_of_the_program(
    hooked: Unexpected, qtbot: QtBot, tmp_path: Path
) -> None:
    from models import engine

    refused = PermissionError(13, "Permission denied", "preferences.json")
    for fault in (engine.DatabaseError("database disk image is malformed"), refused):
        with messages.answering("ok") as asked:
            hooked.take(type(fault), fault, None)
            qtbot.waitUntil(lambda asked=asked: bool(asked))  # type: ignore[misc]
        assert asked[0].title == say("Not done")
        assert "fault of its own" not in asked[0].text
    assert "preferences.json" in asked[0].text


def test_a_fault_in_another_thread_is_told_too(hooked: Unexpected, qtbot: QtBot) -> None:
    with messages.answering("continue") as asked:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(asked))


def test_what_qt_complains_of_goes_to_the_log(hooked: Unexpected, tmp_path: Path) -> None:
    qWarning("a complaint of Qt")
    logging.getLogger("bang_giao").handlers[-1].flush()
    assert "Qt: a complaint of Qt" in log(tmp_path)


def test_row_100_a_log_never_grows_beyond_its_size(hooked: Unexpected, tmp_path: Path) -> None:
    for _ in range(5):
        LOG.error("x" * (messages.unexpected.LOG_SIZE // 2))
    sizes = [file.stat().st_size for file in (tmp_path / "log").glob("bang-giao.log*")]
    assert len(sizes) > 1
    assert max(sizes) <= messages.unexpected.LOG_SIZE


def test_row_100_without_a_place_for_its_log_the_program_starts_all_the_same(
    hooked: Unexpected, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    unexpected = messages.install_exception_hook(tmp_path / "file" / "bang-giao.log")
    with messages.answering("continue") as asked:
        fail(unexpected)
        qtbot.waitUntil(lambda: bool(asked))


def test_rows_83_and_94_neither_the_log_nor_the_copied_details_hold_what_was_entered(
    hooked: Unexpected, qtbot: QtBot, tmp_path: Path
) -> None:
    typed = "Nguyễn Văn A, hộ chiếu B7654321"
    with messages.answering("copy") as asked:
        try:
            try:
                raise ValueError(typed)
            except ValueError as first:
                raise KeyError({typed: 1}) from first
        except KeyError as fault:
            hooked.take(KeyError, fault, fault.__traceback__)
        qtbot.waitUntil(lambda: bool(asked))
    told = QApplication.clipboard().text()
    assert "ValueError" in told
    assert "KeyError" in told
    assert "tests/gui/test_messages.py" in told
    for each in (told, log(tmp_path)):
        assert "B7654321" not in each
        assert "Nguyễn" not in each
        assert str(tmp_path) not in each
