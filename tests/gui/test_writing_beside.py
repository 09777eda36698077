"""A big report is written while the window goes on living, and a person who gives up finds nothing of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.output import writing
from models import store
from tests.bench.generate import generate

MANY = 3_000
SLOW = 120_000  # milliseconds for a process of its own on a busy computer
GAP = 100  # milliseconds in which a window that does nothing is felt


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "office.db"
    generate(path, MANY)
    return path


@pytest.fixture
def window(qtbot: QtBot, large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QWidget]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    with store.session(large):
        yield made


class Heart:
    """Beats every ten milliseconds and remembers the longest time between two beats."""

    def __init__(self, parent: QWidget) -> None:
        self.longest = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(parent)
        self._timer.timeout.connect(self._beat)
        self._since.start()
        self._timer.start(10)

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e6)
        self._since.restart()


def asked(path: Path) -> dict[str, Any]:
    """Ask for an annex of everything in the office."""
    days = {"first": "2012-01-01", "last": "2026-12-31"}
    return {"work": "report", "name": "inbound", "path": str(path), "with_passports": False} | days


def test_no_pause_of_the_window_is_felt_while_a_report_is_written(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    gaps = []
    for number in range(3):  # a busy computer holds up any program: the quietest of three runs tells of ours
        path = tmp_path / f"{number}.xlsx"
        done: list[Path] = []
        heart = Heart(window)
        writing.write(window, asked(path), "Writing", done.append, pytest.fail)
        qtbot.waitUntil(lambda: bool(done), timeout=SLOW)  # noqa: B023 - waited for at once
        assert path.stat().st_size > 100_000
        gaps.append(heart.longest)
        if heart.longest < GAP:
            break
    assert min(gaps) < GAP, gaps


def test_who_gives_up_half_way_finds_nothing(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    done: list[Path] = []
    ended: list[object] = []
    made = writing.write(window, asked(tmp_path / "a.xlsx"), "Writing", done.append, pytest.fail)
    made.ended.connect(ended.append)
    deadline = QDeadlineTimer(SLOW)
    while not list(tmp_path.glob(".*.part")) and not deadline.hasExpired() and not ended:
        qtbot.wait(5)
    assert list(tmp_path.glob(".*.part")), "the writing had begun"
    made.progress.canceled.emit()
    qtbot.waitUntil(lambda: bool(ended), timeout=SLOW)
    assert (done, ended) == ([], [None])
    assert [each for each in tmp_path.iterdir() if each.name != "home"] == []
