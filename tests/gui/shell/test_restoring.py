"""A backup takes the place of the office in the window: beside it, with one copy of what was there before."""

import threading
from pathlib import Path

import pytest

from gui import messages
from gui.shell import offices
from gui.window import Window
from models import backup, preferences, store
from tests.gui.shell.conftest import visit


def test_a_restored_office_never_gives_a_number_twice(window: Window, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup.make(copy)
    given = visit("Đoàn sau bản sao lưu", 1).code  # type: ignore[attr-defined]
    offices.restore(window, copy)
    assert store.current()
    assert visit("Đoàn sau khôi phục", 1).code > given  # type: ignore[attr-defined]


def test_what_a_restored_office_holds_is_undone_only_after_a_question(window: Window, tmp_path: Path) -> None:
    made = visit("Đoàn trước bản sao lưu", 1)
    made.name = "Tên mới"  # type: ignore[attr-defined]
    store.save(made)
    copy = tmp_path / "copy.db"
    backup.make(copy)
    offices.restore(window, copy)
    assert window.workplace
    with messages.answering("keep") as asked:
        window.workplace.steps.undo()
    assert "is an earlier step" in asked[0].text
    assert store.load("delegation", made.id).heading == "Tên mới"


def test_a_restore_runs_beside_the_window_and_makes_one_copy_of_what_was_there(
    window: Window, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb").mkdir()
    preferences.put(preferences.SECOND, str(tmp_path / "usb"))
    copy = tmp_path / "copy.db"
    backup.make(copy)
    visit("Đoàn sau bản sao lưu", 1)
    before = set(backup.copies_of(path))
    threads = list[threading.Thread]()
    restore = store.restore_office

    def beside(*told: Path) -> Path | None:
        threads.append(threading.current_thread())
        return restore(*told)

    monkeypatch.setattr(store, "restore_office", beside)
    offices.restore(window, copy)
    assert threads != [threading.main_thread()]
    (kept,) = set(backup.copies_of(path)) - before
    assert kept.stem.endswith("before-restore")
    assert [each.name for each in (tmp_path / "usb").rglob("*.db")] == [kept.name]


def test_a_restore_that_fails_leaves_what_was_saved_to_be_backed_up(window: Window, path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"no database at all" * 100)
    visit("Đoàn mới", 1)
    assert window.keeper
    window.keeper.note_change()
    with messages.answering("ok"):
        offices.restore(window, copy)
    assert store.current()
    assert window.keeper.is_needed()
    assert window.keeper._quiet.isActive()
