"""Row 17: a second start on the same office shows the window that is there."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui import messages
from gui.shell import offices, summons
from gui.window import Window
from models import store
from models.errors import SaveFailed
from models.kinds import PAGES
from models.store import locking
from models.units import Unit

HOUSE = Path(__file__).resolve().parents[3]


def second_start(path: Path, home: Path) -> "subprocess.Popen[str]":
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "BANG_GIAO_HOME": str(home)}
    code = f"from pathlib import Path; import sys, gui.window as w; sys.exit(w.open_window(Path({str(path)!r}), 'en'))"
    return subprocess.Popen([sys.executable, "-c", code], cwd=HOUSE, env=surroundings, text=True)


def wait_for(qtbot: QtBot, started: "subprocess.Popen[str]") -> int:
    qtbot.waitUntil(lambda: started.poll() is not None, timeout=30_000)
    return int(started.wait())


def test_row_17_a_second_start_shows_the_first_window_and_ends(
    window: Window, path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 17: the second program ends with 0, the first window comes to the front."""
    came: list[Window] = []
    monkeypatch.setattr(summons, "come_forward", came.append)
    assert wait_for(qtbot, second_start(path, tmp_path / "home")) == 0
    assert came == [window]


def test_a_small_window_comes_up_again(window: Window) -> None:
    window.showMinimized()
    summons.come_forward(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized


def test_a_window_that_came_second_at_the_same_moment_gives_way(
    open_window: Callable[[Path], Window], path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both were started before one of them held the office: the one that reads only calls the other and goes."""
    lock = locking.file_of(path)
    lock.write_text('{"who": "A", "host": "elsewhere", "process": 1, "since": "2026-03-18T08:15"}', "utf-8")
    monkeypatch.setattr(summons, "call", lambda _office: True)
    window = Window(path)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert store.current() is None
    assert lock.exists()


def test_where_nobody_answers_the_second_reads_and_says_so(open_window: Callable[[Path], Window], path: Path) -> None:
    lock = locking.file_of(path)
    lock.write_text('{"who": "A", "host": "elsewhere", "process": 1, "since": "2026-03-18T08:15"}', "utf-8")
    window = open_window(path)
    assert window.workplace
    assert window.workplace.notice.isVisible()
    assert "open since 08:15 on 18/03/2026 by A" in window.workplace.notice.text.text()


def test_row_18_a_lock_left_by_another_computer_can_be_taken_over(
    open_window: Callable[[Path], Window], path: Path
) -> None:
    """Row 18: never stuck: a person who knows that nobody works there takes the office over."""
    lock = locking.file_of(path)
    lock.write_text('{"who": "A", "host": "elsewhere", "process": 1, "since": "2026-03-18T08:15"}', "utf-8")
    window = open_window(path)
    assert window.workplace
    assert window.workplace.notice.take.isVisible()
    with messages.answering("leave"):
        window.workplace.notice.take.click()
    assert store.current().read_only  # type: ignore[union-attr]
    with messages.answering("take") as asked:
        window.workplace.notice.take.click()
    assert "A on the computer elsewhere" in asked[0].text
    session = store.current()
    assert session
    assert not session.read_only


def test_row_9_a_file_that_was_replaced_is_said_above_the_pages_and_a_copy_can_be_saved(
    window: Window, path: Path, tmp_path: Path
) -> None:
    """Row 9: the window notices by itself; what is open can be saved elsewhere, whole."""
    other = tmp_path / "other.db"
    other.write_bytes(path.read_bytes())
    other.replace(path)
    assert window.workplace
    notice = window.workplace.notice
    notice._tell()
    assert "Another file lies in the place" in notice.text.text()
    assert notice.rescue.isVisible()
    target = tmp_path / "saved.db"
    with messages.answering(str(target)):
        notice.rescue.click()
    with pytest.raises(SaveFailed, match="Another file"):
        store.save(Unit.blank(name="Sở Tư pháp", level="so"))
    path.unlink()
    notice._tell()
    assert "no longer there" in notice.text.text()
    assert offices.leave(window)
    with store.session(target):
        assert store.count(PAGES["inbound"]) == 4


def test_row_16_an_office_whose_program_died_is_checked_wholly_and_that_is_said_quietly(
    open_window: Callable[[Path], Window], path: Path, qtbot: QtBot
) -> None:
    """Row 16: the lock that a dead program left tells; the check runs beside the window."""
    import socket

    mine = f'{{"who": "A", "host": "{socket.gethostname()}", "process": 1, "since": "2026-03-18T08:15"}}'
    locking.file_of(path).write_text(mine, "utf-8")
    window = open_window(path)
    session = store.current()
    assert session
    assert session.unclean
    told: list[str] = []
    window.note = told.append  # type: ignore[method-assign, assignment]
    offices.look_over(window)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert "did not end properly" in told[0]
