"""Backups make themselves after work and once a day; their age, and what went wrong, is seen on the main window."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gui import messages
from gui.settings_page import SettingsPage
from gui.settings_page.data_card import CopiesCard
from gui.shell import offices
from gui.shell.keeper import REHEARSED, Keeper, State
from gui.window import Window
from models import backup, preferences
from tests.gui.shell.conftest import visit


@pytest.fixture
def keeper(window: Window, qtbot: QtBot) -> Keeper:
    """The keeper of a window, after its first look has made the day's backup and tried it."""
    assert window.keeper
    keeper = window.keeper
    keeper.look()
    qtbot.waitUntil(lambda: keeper.state.last is not None and not keeper._working)
    return keeper


def test_row_89_the_age_of_the_last_good_backup_is_seen(keeper: Keeper, window: Window) -> None:
    assert window.sidebar.backup.isVisible()
    assert window.sidebar.backup.text().startswith("Backup: today")
    keeper._tell(State(datetime.now() - timedelta(days=5)))
    assert window.sidebar.backup.text() == "Backup: 5 days ago"
    assert keeper.told()[1] == "warn"


def test_a_while_after_work_a_backup_is_made(keeper: Keeper, path: Path, qtbot: QtBot) -> None:
    before = len(backup.copies_of(path))
    visit("Đoàn mới", 1)
    qtbot.waitUntil(keeper._quiet.isActive)
    assert keeper._longest.isActive()
    keeper._quiet.setInterval(0)
    keeper._quiet.start()
    qtbot.waitUntil(lambda: len(backup.copies_of(path)) > before and not keeper._working)
    assert not keeper.is_needed()


def test_closing_makes_a_backup_only_where_something_was_saved_since(
    keeper: Keeper, window: Window, path: Path
) -> None:
    assert window.close()
    assert not [each for each in backup.copies_of(path) if each.stem.endswith("close")]


def test_row_89_a_second_place_that_cannot_be_reached_is_told(
    keeper: Keeper, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    preferences.put(preferences.SECOND, str(tmp_path / "unplugged"))
    keeper.make("work")
    qtbot.waitUntil(lambda: bool(keeper.state.trouble))
    assert window.sidebar.backup.text().startswith("Backup failed; last:")
    assert "unplugged" in window.sidebar.backup.toolTip()
    assert keeper.told()[1] == "bad"
    (tmp_path / "unplugged").mkdir()
    keeper.make("work")
    qtbot.waitUntil(lambda: not keeper.state.trouble)


def test_row_89_a_backup_that_fails_is_told_and_is_needed_at_close(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(*_: object) -> None:
        raise backup.BackupFailed("The backup could not be written. The office itself is unchanged.")

    last = keeper.state.last
    with monkeypatch.context() as patch:
        patch.setattr(backup, "keep", fail)
        keeper.make("work")
        qtbot.waitUntil(lambda: bool(keeper.state.trouble))
    assert keeper.state.last == last
    assert keeper.is_needed()


def test_row_90_once_a_month_a_restore_is_tried(keeper: Keeper, path: Path, qtbot: QtBot) -> None:
    keeper.look()
    qtbot.waitUntil(lambda: str(path) in preferences.get(REHEARSED, {}))
    assert preferences.get(REHEARSED)[str(path)]["trouble"] == ""
    assert not keeper._rehearsal_due()
    old = {str(path): {"at": (datetime.now() - timedelta(days=31)).isoformat(), "trouble": "", "files": 0}}
    preferences.put(REHEARSED, old)
    assert keeper._rehearsal_due()


def test_a_backup_made_by_hand_counts_and_is_told_in_the_sidebar(
    keeper: Keeper, window: Window, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    visit("Đoàn mới", 1)
    qtbot.waitUntil(keeper._quiet.isActive)
    keeper._tell(State(datetime.now() - timedelta(days=5), "full"))
    with messages.answering(str(tmp_path / "elsewhere.db")):
        offices.back_up(window)
    assert keeper.is_needed(), "what lies on a stick does not count"
    with messages.answering(str(backup.folder_of(path) / "chosen.db")):
        offices.back_up(window)
    assert not keeper.is_needed()
    assert not keeper._quiet.isActive()
    assert window.sidebar.backup.text().startswith("Backup: today")


def test_the_line_of_the_sidebar_leads_to_the_backups(keeper: Keeper, window: Window, qtbot: QtBot) -> None:
    window.sidebar.backup.click()
    assert window.workplace
    page = window.workplace.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    card = next(each for each in page.cards.values() if isinstance(each, CopiesCard))
    qtbot.waitUntil(lambda: 0 <= card.mapTo(page, QPoint(0, 0)).y() < page.height() // 2)
    assert page.area.verticalScrollBar().value() > 0
    assert card.isAncestorOf(page.focusWidget())


def test_restoring_from_the_menu_shows_the_backups_instead_of_files(window: Window, qtbot: QtBot) -> None:
    offices.restore(window)
    assert window.workplace
    page = window.workplace.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    (card,) = page.findChildren(CopiesCard)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().value() == card.y())
