"""The screen of an office that cannot be opened: every state has ways on, and the damaged file stays as it is."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import messages, recovery
from gui.recovery.screen import RESTORE, SALVAGE, Screen
from gui.shell import offices
from gui.window import Window
from models import backup, closed, engine, store
from models.errors import OPENING, Damaged, OfficeRefused
from models.kinds import PAGES
from tests.models.store.test_faulty_files import STATES

PAGE = 4096


@pytest.fixture
def copied(path: Path) -> Path:
    """The small office with one proved backup."""
    with store.session(path):
        backup.keep(path, "work")
    return path


def spoil(path: Path, table: str = "") -> str:
    """Destroy the first page of a file, or that of a table; give the sum of the damaged file."""
    number = 1
    if table:
        with store.session(path):
            number = engine.rows("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))[0][0]
    with path.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(b"\xa5" * PAGE)
    return sum_of(path)


def sum_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize("state", STATES)
def test_rows_10_to_14_every_state_has_its_sentence_and_its_ways_on(
    copied: Path, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows 10, 12, 13, 14: a damaged file offers its backup and salvage, any other to be tried again."""
    monkeypatch.setattr("models.vault.envelope.COST", 1 << 4)
    change, words, damaged = STATES[state]
    change(copied)
    before = copied.read_bytes() if copied.exists() else None
    with pytest.raises(OfficeRefused) as refused:
        store.open_office(copied)
    with messages.answering("quit") as asked:
        assert recovery.ask_way_on(None, copied, refused.value).way == recovery.QUIT
    assert words in asked[0].text
    ways = ("newest", "salvage", "restore", "again", "open", "quit")
    assert asked[0].buttons == (ways if damaged else ("again", "open", "restore", "quit"))
    assert (copied.read_bytes() if copied.exists() else None) == before


def shown(qtbot: QtBot, path: Path) -> Screen:
    made = Screen(
        None, path, "damaged", "why", ["newest", "salvage", "restore", "again", "open", "quit"],
        backup.newest(backup.folder_of(path)),
    )  # fmt: skip
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made._looking is None, timeout=20_000)
    return made


def test_the_newest_backup_stands_beside_what_can_still_be_read(qtbot: QtBot, copied: Path) -> None:
    damaged = spoil(copied)
    screen = shown(qtbot, copied)
    cells = [[screen.table.item(row, at) for at in range(3)] for row in range(screen.table.rowCount())]
    lines = {kind: told for kind, *told in ([cell.text() if cell else "" for cell in row] for row in cells)}
    assert lines["Delegations"] == ["4", "4"]
    assert "Can still be read: 7 records." in screen.told.text()
    screen.buttons[RESTORE].click()
    assert screen.wish.way == RESTORE
    assert screen.wish.file == backup.copies_of(copied)[-1]
    assert sum_of(copied) == damaged


def test_where_an_index_alone_is_damaged_it_is_said_that_everything_can_be_read(qtbot: QtBot, copied: Path) -> None:
    spoil(copied, "delegation_name_key")
    screen = shown(qtbot, copied)
    assert "An index of the file is damaged" in screen.told.text()
    assert "all 7 records can still be read" in screen.told.text()


def test_a_backup_that_is_no_longer_what_was_made_is_told_and_can_be_restored_all_the_same(
    qtbot: QtBot, copied: Path
) -> None:
    spoil(copied)
    whole = shown(qtbot, copied)
    qtbot.wait(300)
    assert not whole.altered.isVisible()
    copy = backup.copies_of(copied)[-1]
    closed.amend(copy, None, [("UPDATE unit SET name = ?", ("Khác",))])
    screen = shown(qtbot, copied)
    qtbot.waitUntil(screen.altered.isVisible)
    assert screen.buttons[RESTORE].isEnabled()


def test_what_can_be_read_is_saved_and_takes_the_place_of_the_damaged_office(
    qtbot: QtBot, copied: Path, open_window: Callable[[Path], Window]
) -> None:
    damaged = spoil(copied)
    screen = shown(qtbot, copied)
    with messages.answering("use") as asked:
        screen.buttons[SALVAGE].click()
        qtbot.waitUntil(lambda: screen.wish.file is not None, timeout=20_000)
    assert "7 records were written" in asked[0].text
    assert screen.wish.file
    kept = store.restore_office(screen.wish.file, copied)
    assert kept
    assert sum_of(kept) == damaged
    window = open_window(copied)
    assert window.workplace
    assert store.count(PAGES["inbound"]) == 4
    assert store.prove_history()[1] == []


def test_a_window_on_a_damaged_office_comes_up_with_the_newest_backup(
    copied: Path, open_window: Callable[[Path], Window]
) -> None:
    damaged = spoil(copied)
    with messages.answering("newest"):
        window = open_window(copied)
    assert window.workplace
    assert store.count(PAGES["inbound"]) == 4
    assert damaged in {sum_of(each) for each in copied.parent.glob("*.replaced")}


def test_row_11_a_damage_found_beside_the_window_closes_the_office_and_reading_on_is_offered(
    copied: Path, open_window: Callable[[Path], Window], qtbot: QtBot
) -> None:
    """Row 11: nothing more is written into it; what is left can be read."""
    damaged = spoil(copied, "delegation_name_key")
    window = open_window(copied)
    with messages.answering("read") as asked:
        offices.look_over(window)
        qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
        qtbot.waitUntil(lambda: window.workplace is not None, timeout=10_000)
    assert asked[0].buttons == ("newest", "salvage", "restore", "read", "open", "quit")
    session = store.current()
    assert session
    assert session.read_only
    assert window.workplace
    assert "the file is damaged" in window.workplace.notice.text.text()
    assert not window.workplace.notice.take.isVisible()
    assert sum_of(copied) == damaged
    offices.look_over(window)  # not asked a second time
    with messages.answering():
        qtbot.wait(300)


def test_row_11_a_damage_that_the_start_page_meets_shows_the_ways_on_too(copied: Path, qtbot: QtBot) -> None:
    """Row 11: the first figures cannot be read, and yet the file is looked over."""
    spoil(copied, "follow_up")
    window = Window(copied)
    qtbot.addWidget(window)
    with messages.answering("quit") as asked:
        window.show()
        qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
        qtbot.waitUntil(lambda: window.workplace is None)
    assert "newest" in asked[0].buttons


def test_a_locked_office_that_was_not_unlocked_offers_no_salvage(copied: Path) -> None:
    with messages.answering("quit") as asked:
        recovery.ask_way_on(None, copied, OfficeRefused(OPENING["locked"], path=copied))
    assert SALVAGE not in asked[0].buttons
    with messages.answering("quit") as asked:
        recovery.ask_way_on(None, copied, Damaged(OPENING["corrupt"], path=copied))
    assert SALVAGE in asked[0].buttons
