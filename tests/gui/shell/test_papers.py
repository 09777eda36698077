"""The window's ways to papers of many records: calendar, review of the programme, report of a mechanism, actions."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PySide6.QtWidgets import QPushButton, QToolBar
from pytestqt.qtbot import QtBot

from gui import messages
from gui.output import printing
from gui.output.printing import ActionsPreview
from gui.printing.preview import Preview
from gui.window import Window
from models import store
from models.paper.sheet import Register
from models.store import Question
from models.units import Unit
from tests.models.meeting import concluded, mechanism, session_eleven


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Register]:
    """Collect what would be previewed."""
    papers: list[Register] = []
    monkeypatch.setattr("gui.output.print_paper", lambda _parent, make, _name, _word=None: papers.append(make()))
    return papers


def run(window: Window, name: str) -> None:
    window.menus.actions[name].trigger()


def test_the_calendar_opens_from_the_start_page_and_leads_to_a_record(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def show(parent: Any) -> tuple[str, int]:
        asked.append(parent)
        return ("delegation", 1)

    monkeypatch.setattr("gui.calendar.show_calendar", show)
    assert window.workplace
    word = next(each for each in window.workplace.home.findChildren(QPushButton) if each.text() == "Weekly calendar")
    word.click()
    assert asked == [window]
    assert window.workplace.way.here.page == "inbound"


def test_the_programme_page_leads_to_its_review(window: Window, shown: list[Register]) -> None:
    assert window.workplace
    window.go("programme")
    page = window.workplace.list_page()
    assert page
    page.buttons["review"].click()
    assert shown[0].title == "Review of the programme of foreign affairs 2026"
    window.go("inbound")
    assert "review" not in window.workplace.list_page().buttons  # type: ignore[union-attr]


def test_the_report_of_a_mechanism_asks_since_which_session(window: Window, shown: list[Register]) -> None:
    unit = store.load("unit", 1)
    assert isinstance(unit, Unit)
    series = mechanism(unit)
    session = session_eleven(series)
    concluded(session)
    assert window.workplace
    window.workplace.open_record("mechanism", series.id)
    with messages.answering("0"):
        run(window, "mechanism_report")
    assert shown == []
    with messages.answering("11"):
        run(window, "mechanism_report")
    window.workplace.open_record("session", session.id)
    run(window, "mechanism_report")
    assert [each.title for each in shown] == ["Report on a mechanism of cooperation"] * 2
    assert "Since session 11" in shown[0].subtitle


def test_the_report_of_a_mechanism_is_saved_as_word_from_its_preview(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    unit = store.load("unit", 1)
    assert isinstance(unit, Unit)
    session = session_eleven(mechanism(unit))
    concluded(session)

    def press(preview: Preview) -> None:
        bar = preview.findChild(QToolBar)
        assert bar
        next(each for each in bar.actions() if each.text() == "Save as Word…").trigger()

    monkeypatch.setattr(Preview, "exec", press)
    assert window.workplace
    window.workplace.open_record("session", session.id)
    with messages.answering(str(tmp_path / "r.docx")):
        run(window, "mechanism_report")
        qtbot.waitUntil((tmp_path / "r.docx").exists, timeout=60_000)
    told = "\n".join(each.text for each in Document(str(tmp_path / "r.docx")).paragraphs)
    assert "REPORT ON A MECHANISM" in told.upper()


def test_actions_are_previewed_by_who_leads_or_by_source(window: Window) -> None:
    preview = ActionsPreview(window, Question())
    assert preview.findChild(QToolBar)
    assert preview.by_source
    assert isinstance(preview.thing, Register)
    assert [row.title for row in preview.thing.rows if hasattr(row, "title")] == ["Sở Ngoại vụ (1)"]
    preview.by_source.setChecked(True)
    assert [row.title for row in preview.thing.rows if hasattr(row, "title")] == ["Đoàn Điện Biên (1)"]
    preview.deleteLater()


def test_the_list_of_actions_is_shown_in_that_preview(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    monkeypatch.setattr(printing, "_show", lambda _parent, make: made.append(make()))
    window.go("action")
    run(window, "print_list")
    assert isinstance(made[0], ActionsPreview)
    made[0].deleteLater()
