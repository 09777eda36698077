"""The start page: what needs attention, each number opens its list, a new office three choices."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.home.lines import Choice, FigureCard, RecordLine
from gui.home.news import read_news
from gui.window import Window
from models import store
from tests.gui.typing_hands import press


def test_every_concern_is_counted_and_the_sidebar_sums_them(window: Window) -> None:
    assert window.workplace
    news = window.workplace.home._news
    assert news
    assert [(each.concern.name, each.count) for each in news.worries] == [("overdue", 1)]
    assert news.drafts == (("inbound", 1),)
    assert window.sidebar.items["home"].text() == f"Needs attention  ({1 + len(news.duties)})"


def test_a_figure_opens_a_list_with_as_many_rows(window: Window, qtbot: QtBot) -> None:
    assert window.workplace
    home = window.workplace.home
    assert home._news
    for place, figure in enumerate(home._news.figures):
        window.workplace.go("home")
        home.findChildren(FigureCard)[place].click()
        page = window.workplace.list_page()
        assert page
        assert len(page.model.ids) == figure.value, figure.name


def test_the_figures_of_files_do_not_carry_the_names_of_the_report(window: Window) -> None:
    from models.reports.codes import INDICATORS

    assert window.workplace
    shown = {each._name for each in window.workplace.home.findChildren(FigureCard)}
    assert {"Inbound files in 2026", "Outbound files in 2026"} <= shown
    assert not {each.words for each in INDICATORS} & {name.removesuffix(" in 2026") for name in shown}


def test_enter_on_a_line_opens_its_record(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.workplace
    line = window.workplace.home.findChildren(RecordLine)[0]
    line.setFocus()
    press(Qt.Key.Key_Return, widget=line)
    page = window.workplace.list_page()
    assert page
    assert page.detail.shown() == ("action", 1)


def test_a_saved_record_changes_the_start_page(window: Window, qtbot: QtBot) -> None:
    action = store.load("action", 1)
    action.due_on = "2026-12-31"  # type: ignore[attr-defined]
    store.save(action)
    qtbot.waitUntil(lambda: window.sidebar.items["home"].text() == "Needs attention  (1)")  # the duty of the year


def test_a_new_office_offers_three_ways_to_begin(open_window: Callable[[Path], Window], tmp_path: Path) -> None:
    window = open_window(tmp_path / "new.db")
    assert window.workplace
    assert len(window.workplace.home.findChildren(Choice)) == 3


def test_the_start_page_asks_as_often_for_a_full_office_as_for_an_empty_one(window: Window) -> None:
    from models import engine

    asked: list[str] = []
    connection = engine.database.connection()
    connection.set_trace_callback(asked.append)
    read_news()
    connection.set_trace_callback(None)
    assert 0 < len(asked) < 60
