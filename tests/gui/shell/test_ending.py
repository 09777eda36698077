"""The end that nobody clicked, and the end that meets a fault: nothing saved is lost, nothing typed goes in silence."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gui import messages
from gui.shell import offices
from gui.window import Window
from models import preferences, store
from models.kinds import PAGES
from models.store import locking

HOUSE = Path(__file__).resolve().parents[3]


@pytest.fixture
def program(tmp_path: Path, path: Path) -> Iterator[subprocess.Popen[str]]:
    """The program as a process of its own, its office open."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "BANG_GIAO_HOME": str(tmp_path / "other")}
    code = f"from pathlib import Path; import sys, gui.window as w; sys.exit(w.open_window(Path({str(path)!r}), 'en'))"
    started = subprocess.Popen([sys.executable, "-c", code], cwd=HOUSE, env=surroundings, text=True)
    until = time.monotonic() + 60
    while not locking.file_of(path).exists():
        assert started.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)
    yield started
    started.kill()
    started.wait()


@pytest.mark.skipif(os.name == "nt", reason="Windows stops a program without asking it")
def test_row_97_a_program_that_is_told_to_stop_lets_its_office_go_within_three_seconds(
    program: "subprocess.Popen[str]", path: Path
) -> None:
    time.sleep(1)  # its start page is being read: the end comes in the middle of that
    begun = time.monotonic()
    program.send_signal(signal.SIGTERM)
    assert program.wait(timeout=20) == 0
    assert time.monotonic() - begun < 3
    assert not locking.file_of(path).exists()
    with store.session(path):
        assert store.count(PAGES["inbound"], store.Question()) == 4  # three visits and a draft


def test_row_95_a_fault_while_closing_keeps_the_window_and_the_second_time_it_asks(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_window: Window) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(offices, "leave", fail)
    with pytest.raises(ZeroDivisionError):  # in the real window it comes to the box about faults
        window.close()
    assert window.isVisible()
    with messages.answering("close") as asked:
        assert window.close()
    assert "Everything you saved is in the office" in asked[0].text


def test_row_7_a_home_folder_that_takes_nothing_does_not_keep_the_window_open(
    open_window: Callable[[Path], Window], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(preferences, "put", full)
    window = open_window(path)
    window.toggle_sidebar()
    assert window.close()
    assert store.current() is None


def test_row_95_a_form_with_unsaved_text_is_never_closed_in_silence(
    open_window: Callable[[Path], Window], path: Path
) -> None:
    window = open_window(path)
    assert window.workplace
    form = window.workplace.open_form(store.load("delegation", 1))
    form.body.editors["name"].show_words("Đoàn đổi tên")
    with messages.answering("stay", "discard") as asked:
        assert not window.close()
        assert window.isVisible()
        assert window.close()
    assert len(asked) == 2
