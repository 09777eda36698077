"""Esc takes nothing that was typed in a dialog without asking, and asks nothing where nothing was typed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import messages
from gui.attachments.dialog import FileDialog
from gui.calendar.line import LineDialog
from gui.editors.lines import TextEditor
from gui.editors.typing_dialog import NOT_SAVED, TypingDialog
from gui.forms.steps import StepDialog
from gui.home.postponing import PostponeDialog
from gui.minutes import AssignDialog
from gui.report_dialog.builder.dialog import BuilderDialog
from gui.report_dialog.handing_in import HandInDialog
from gui.window import Window
from models import store
from models.reports.periods import Period
from models.store.calendar import CalendarLine
from tests.whole import fresh

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
WORDS = "Phía bạn xin lùi"
Made = tuple[Any, Callable[[Any], QWidget]]


def visit() -> Any:
    return store.load("delegation", 1)


def concluded() -> list[Any]:
    return [store.save(fresh("conclusion"))]


DIALOGS: dict[str, tuple[Callable[[QWidget], Any], Callable[[Any], Any]]] = {
    "a step": (lambda window: StepDialog(visit(), window), lambda box: box.note.lines),
    "another time limit": (lambda window: PostponeDialog(store.load("action", 1), window), lambda box: box.note.lines),
    "a task": (lambda window: AssignDialog(concluded(), window), lambda box: box.lines[0]["name"].entry),
    "several tasks": (
        lambda window: AssignDialog(concluded() + concluded(), window), lambda box: box.lines[1]["due_on"].entry,
    ),
    "a file": (lambda window: FileDialog(window, visit(), ["a.pdf"], {"slot": "report"}),
               lambda box: box.editors["number"].line),
    "a line of the calendar": (lambda window: LineDialog(CalendarLine("2026-03-20"), None, window),
                               lambda box: box.texts["words"].entry),
    "handing in": (lambda window: HandInDialog(window, "Annual report"), lambda box: box.note),
    "a report of one's own": (lambda window: BuilderDialog(window, YEAR), lambda box: box.title),
}  # fmt: skip


@pytest.fixture(params=DIALOGS)
def dialog(request: pytest.FixtureRequest, window: Window, qtbot: QtBot) -> Made:
    make, place = DIALOGS[request.param]
    made = make(window)
    qtbot.addWidget(made, before_close_func=QWidget.hide)
    made.show()
    return made, place


def press_escape(dialog: TypingDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def write(place: Any) -> None:
    place.setText(WORDS) if hasattr(place, "setText") else place.setPlainText(WORDS)


def test_where_nothing_was_typed_escape_closes_at_once(dialog: Made) -> None:
    made, _ = dialog
    with messages.answering():
        press_escape(made)
    assert not made.isVisible()


def test_what_was_typed_goes_only_when_that_is_said(dialog: Made) -> None:
    made, place = dialog
    write(place(made))
    with messages.answering("stay") as asked:
        press_escape(made)
    assert (asked[0].text, asked[0].buttons[-1]) == (NOT_SAVED, "stay")  # the last is what Esc chooses
    assert made.isVisible()
    with messages.answering("drop"):
        made.close()
    assert not made.isVisible()


def test_a_choice_counts_as_much_as_words(window: Window, qtbot: QtBot) -> None:
    made = AssignDialog(concluded(), window)
    qtbot.addWidget(made, before_close_func=QWidget.hide)
    made.show()
    made.lines[0]["cooperating"].set_value(["unit:1"])
    with messages.answering("stay"):
        press_escape(made)
    assert made.isVisible()


@pytest.fixture
def steps(window: Window, qtbot: QtBot) -> StepDialog:
    """The steps of a visit, standing on one that needs a line of text."""
    made = StepDialog(visit(), window)
    qtbot.addWidget(made, before_close_func=QWidget.hide)
    made.show()
    made.list.setCurrentRow(needing(made))
    return made


def needing(dialog: StepDialog) -> int:
    """Give the place of a step that needs a line of text."""
    for place in range(len(dialog.steps)):
        dialog.list.setCurrentRow(place)
        if lines(dialog):
            return place
    pytest.fail("no step needs a line of text")


def lines(dialog: StepDialog) -> list[Any]:
    return [each for each in dialog.editors.values() if isinstance(each, TextEditor)]


def look_elsewhere(dialog: StepDialog) -> None:
    here = dialog.list.currentRow()
    dialog.list.setCurrentRow((here + 1) % len(dialog.steps))
    dialog.list.setCurrentRow(here)


def test_what_a_step_needs_is_not_lost_by_looking_at_another_step(steps: StepDialog) -> None:
    lines(steps)[0].show_words("123/UBND")
    steps.day.show_words("10/03/2026")
    look_elsewhere(steps)
    assert lines(steps)[0].words() == "123/UBND"
    assert steps.day.words() == "10/03/2026"
    steps.list.setCurrentRow((steps.list.currentRow() + 1) % len(steps.steps))
    assert lines(steps)[0].words() == "123/UBND"  # what was filled in goes with any step, before one's eyes
    with messages.answering("stay"):
        press_escape(steps)
    assert steps.isVisible()


def test_looking_at_every_step_is_no_typing(steps: StepDialog) -> None:
    for place in range(len(steps.steps)):
        steps.list.setCurrentRow(place)
    with messages.answering():
        press_escape(steps)
    assert not steps.isVisible()


def test_what_a_refused_step_has_read_can_be_corrected_beside_every_step(steps: StepDialog) -> None:
    typed = lines(steps)[0]
    typed.show_words("123/UBND")
    steps.day.show_words("31/02")
    steps.go()
    look_elsewhere(steps)
    assert typed in lines(steps)
    steps.list.setCurrentRow((steps.list.currentRow() + 1) % len(steps.steps))
    assert typed in lines(steps)
    assert typed.isVisible()
