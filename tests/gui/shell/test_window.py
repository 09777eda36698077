"""The window: painted before the data, open on what was asked, closed with a backup."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui import look, messages
from gui.qt_words import set_language
from gui.shell import offices
from gui.shell.places import next_pane
from gui.window import Window
from models import preferences, store
from models.store import Question
from tests.gui.shell.conftest import visit
from tests.gui.typing_hands import press, type_text

HOUSE = Path(__file__).resolve().parents[3]


def test_the_empty_window_needs_no_database() -> None:
    heavy = ("peewee", "openpyxl", "babel", "models.kinds", "gui.pages", "gui.forms")
    code = f"import sys, gui.window; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_missing_file_becomes_a_new_office(open_window: Callable[[Path], Window], tmp_path: Path) -> None:
    window = open_window(tmp_path / "new.db")
    assert (tmp_path / "new.db").exists()
    assert window.workplace
    assert window.workplace.home._news
    assert window.workplace.home._news.fresh
    assert preferences.get("recent") == [str(tmp_path / "new.db")]


def test_what_is_no_office_is_refused_in_words_and_another_can_be_opened(
    qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    foreign = tmp_path / "notes.db"
    foreign.write_text("this is a letter, not a database")
    window = Window(foreign)
    qtbot.addWidget(window)
    with messages.answering("open", str(path)) as asked, qtbot.waitSignal(window.ready):
        window.show()
    assert "is not an office of Bang Giao" in asked[0].text
    assert foreign.read_text() == "this is a letter, not a database"
    session = store.current()
    assert session
    assert session.path == path


def test_closing_makes_a_backup_and_remembers_the_place(window: Window, path: Path) -> None:
    assert window.close()
    assert store.current() is None
    assert list(path.with_name("office-backups").glob("*-close.db"))
    assert preferences.get("geometry")


def test_a_failed_backup_is_said_and_the_window_stays_if_asked(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_told: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("models.backup.keep", fail)
    with messages.answering("stay") as asked:
        assert not window.close()
    assert "no room" in asked[0].text
    with messages.answering("close"):
        assert window.close()


def test_an_office_that_cannot_be_opened_leaves_the_open_one_in_place(window: Window, tmp_path: Path) -> None:
    before = window.workplace
    with messages.answering("ok") as asked:
        offices.switch(window, tmp_path / "gone.db")
    assert "gone.db" in asked[0].text
    assert window.workplace is before
    assert store.current()


def test_a_sample_that_cannot_be_made_brings_the_former_office_back(
    window: Window, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_name: str, _path: Path) -> None:
        raise OSError("no room")

    monkeypatch.setattr("models.sample.load", fail)
    with messages.answering("ok") as asked:
        offices.sample(window, "lai-chau")
    assert "no room" in asked[0].text
    session = store.current()
    assert session
    assert session.path == path


def test_a_second_window_reads_and_says_who_writes(open_window: Callable[[Path], Window], path: Path) -> None:
    lock = path.with_name(path.name + ".lock")
    lock.write_text('{"who": "Nguyễn A", "host": "elsewhere", "process": 1, "since": "2026-03-18T08:15"}', "utf-8")
    window = open_window(path)
    assert window.workplace
    assert window.workplace.notice.isVisible()
    assert "open since 08:15 on 18/03/2026 by Nguyễn A on the computer elsewhere" in window.workplace.notice.text.text()


def test_the_language_changes_everywhere_while_the_window_is_open(window: Window) -> None:
    from gui.shell.commands import Commands

    deeds = Commands(window).deeds()
    deeds["language"]()
    assert preferences.get("language") == "vi"
    deeds["language"]()
    assert window.menuBar().actions()[0].text() == "&File"
    assert preferences.get("language") == "en"


def test_what_the_start_page_has_read_is_said_again_in_the_other_language(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    assert window.workplace
    home = window.workplace.home
    assert home._news
    assert home._news.worries[0].rows[0].standing == ("Overdue by 8 days", "bad")
    set_language(qapp, "vi")
    qtbot.waitUntil(lambda: bool(home._news and home._news.worries[0].rows[0].standing == ("Quá hạn 8 ngày", "bad")))


def test_the_way_out_of_an_empty_list_keeps_its_words_in_the_other_language(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    assert window.workplace
    window.workplace.open_list("action", Question(concern="soon"))
    page = window.workplace.list_page()
    assert page
    set_language(qapp, "vi")
    qtbot.waitUntil(lambda: page.nothing.clear_button.text() == "Xóa lọc")
    assert page.filters.active() == ["Việc sắp đến hạn"]


def test_light_and_dark_change_at_once(window: Window) -> None:
    window.topbar.theme_button.click()
    assert look.is_dark()
    window.topbar.theme_button.click()
    assert not look.is_dark()


def test_back_and_forward_return_to_the_record_that_was_read(window: Window, qtbot: QtBot) -> None:
    work = window.workplace
    assert work
    work.open_record("delegation", 1)
    work.open_record("partner", 1)
    page = work.list_page()
    assert page
    assert (page.page.name, page.detail.shown()) == ("partner", ("partner", 1))
    work.back()
    page = work.list_page()
    assert page
    assert (page.page.name, page.detail.shown()) == ("inbound", ("delegation", 1))
    work.forward()
    page = work.list_page()
    assert page
    assert page.page.name == "partner"


def test_the_next_start_opens_where_the_last_one_ended(
    open_window: Callable[[Path], Window], path: Path, window: Window
) -> None:
    assert window.workplace
    window.workplace.open_record("delegation", 2)
    assert window.close()
    again = open_window(path)
    assert again.workplace
    page = again.workplace.list_page()
    assert page
    assert (page.page.name, page.detail.shown()) == ("inbound", ("delegation", 2))
    again.workplace.back()
    assert again.workplace.list_page() is None, "the start page lies behind it"


def test_what_was_saved_comes_into_the_file_itself_in_a_quiet_moment(window: Window, path: Path, qtbot: QtBot) -> None:
    window._quiet.setInterval(50)
    before = path.read_bytes()
    visit("Đoàn mới", 1)
    assert path.read_bytes() == before, "a save writes the log only"
    qtbot.waitUntil(lambda: path.read_bytes() != before)


def test_everything_is_found_from_one_box_and_opened_by_enter(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, window)
    window.topbar.search.setFocus()
    type_text("điện bie", window.topbar.search)
    qtbot.waitUntil(window.finder.isVisible)
    press(Qt.Key.Key_Return, widget=window.topbar.search)
    assert window.workplace
    page = window.workplace.list_page()
    assert page
    assert page.detail.shown() == ("delegation", 1)
    assert page.view.current_id() == 1


def test_a_save_elsewhere_shows_without_losing_the_choice(window: Window, qtbot: QtBot) -> None:
    assert window.workplace
    window.workplace.go("inbound")
    page = window.workplace.list_page()
    assert page
    page.view.select(1)
    visit("Đoàn mới", 1)
    qtbot.waitUntil(lambda: len(page.model.ids) == 5)
    assert page.view.selected_ids() == [1]


def named_badly(window: QWidget) -> list[str]:
    """Every control that takes the keyboard and has no name for a screen reader."""
    found = []
    for each in window.findChildren(QWidget):
        takes = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
        if takes and not (each.accessibleName() or getattr(each, "text", str)()):
            found.append(f"{type(each).__name__} in {type(each.parent()).__name__}")
    return found


@pytest.mark.parametrize("place", ["home", "inbound", "agreement", "action", "partner"])
def test_every_control_has_a_name(window: Window, place: str) -> None:
    assert window.workplace
    window.workplace.go(place)
    if place == "inbound":
        window.workplace.open_record("delegation", 1)
    assert named_badly(window) == []


def test_tab_reaches_every_control_and_comes_back(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.workplace
    window.workplace.open_record("delegation", 1)
    page = window.workplace.list_page()
    assert page
    page.filters.search.setFocus()
    seen: list[QWidget] = []
    for _ in range(120):
        focus = QApplication.focusWidget()
        if focus is None or focus in seen[:-1]:
            break
        if focus not in seen:  # a label with links keeps the focus for each of them
            seen.append(focus)
        press(Qt.Key.Key_Tab, widget=focus)
    assert page.view in seen
    assert page.detail.tabs.tabBar() in seen
    assert window.topbar.search in seen
    assert window.sidebar.items["home"] in seen
    assert any(isinstance(each, QLabel) for each in seen), "links can be reached"
    order = [seen.index(each) for each in (page.filters.search, page.view, page.detail.close_button)]
    assert order == sorted(order)


def test_f6_goes_round_the_parts_of_the_window(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work = window.workplace
    assert work
    work.go("inbound")
    page = work.list_page()
    assert page
    page.filters.search.setFocus()
    next_pane(window, 1)
    assert page.view.hasFocus()
    next_pane(window, -1)
    assert page.filters.search.hasFocus()
