"""The windows for choosing files never open a file: that would drop the locks on the open office."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.messages import files
from models import store
from models.partners import Partner

LOCKS = Path("/proc/locks")


def locks() -> set[str]:
    """Give the files that this process holds locks on, by device and inode."""
    lines = (line.split() for line in LOCKS.read_text(encoding="ascii").splitlines())
    return {parts[5] for parts in lines if parts[4] == str(os.getpid()) and parts[1] == "POSIX"}


def _open(folder: Path) -> QFileDialog:
    dialog = files._dialog(None, "Office", ".db", "Office")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilter("All (*)")
    dialog.setDirectory(str(folder))
    return dialog


def _by_itself(folder: Path) -> QFileDialog:
    dialog = QFileDialog(None, "Office", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


def _held_after(folder: Path, make: Callable[[Path], QFileDialog], qtbot: QtBot) -> tuple[int, int]:
    office = folder / "cơ quan.db"
    with store.session(office, create=True):
        store.save(Partner.blank(name="Tỉnh Vân Nam", type="chinh_quyen_tinh", country="CN"))
        before = len(locks())
        dialog = make(folder)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.wait(700)  # the window reads the folder in a thread of its own and says nothing when it has done
        dialog.close()
        return before, len(locks())


@pytest.mark.skipif(sys.platform != "linux", reason="locks of a process can be listed on Linux only")
def test_choosing_a_file_beside_the_office_leaves_its_locks_alone(tmp_path: Path, qtbot: QtBot) -> None:
    before, after = _held_after(tmp_path, _open, qtbot)
    assert before > 0
    assert after == before


@pytest.mark.skipif(sys.platform != "linux", reason="locks of a process can be listed on Linux only")
def test_qt_s_own_window_would_drop_them(tmp_path: Path, qtbot: QtBot) -> None:
    """If this fails, Qt has changed and the care taken may go."""
    before, after = _held_after(tmp_path, _by_itself, qtbot)
    assert after < before


def test_a_window_opens_in_a_folder_that_is_there_and_not_in_the_program_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    where = {"DocumentsLocation": str(tmp_path / "gone"), "HomeLocation": str(documents)}
    monkeypatch.setattr(files.QStandardPaths, "writableLocation", lambda kind: where[kind.name])
    assert files._place(tmp_path) == str(tmp_path)
    for wished in ("", tmp_path / "no longer there"):
        assert files._place(wished) == str(documents)
