"""Back over several steps asks and is whole; what is older than this start, or erased for good, is told apart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from gui import messages
from gui.shell.steps_dialog import StepsDialog
from gui.window import Window
from models import store
from tests.gui.shell.test_steps import told, work
from tests.whole import fresh


def test_going_back_over_several_asks_with_their_names_and_can_be_done_again(window: Window) -> None:
    for number in (1, 2, 3):
        store.remove(store.load("delegation", number))
    dialog: Any = StepsDialog(work(window).steps, window)
    assert not dialog.again.isEnabled()
    dialog.table.selectRow(1)
    with messages.answering("keep", "undo") as asked:
        dialog.back.click()
        assert store.load("delegation", 3).removed_at
        dialog.back.click()
    assert "2 steps will be undone, the chosen one among them" in asked[0].text
    assert "• Removed inbound delegation “Đoàn Ân Giang”" in asked[0].text
    assert [bool(store.load("delegation", number).removed_at) for number in (1, 2, 3)] == [True, False, False]
    assert told(window) == "2 steps undone."
    work(window).toast.button.click()
    assert told(window) == "2 steps done again."
    assert all(store.load("delegation", number).removed_at for number in (1, 2, 3))
    dialog.table.selectRow(0)
    dialog.one.click()
    dialog.again.click()
    assert store.load("delegation", 3).removed_at
    assert not dialog.again.isEnabled()


def test_going_back_past_what_bars_the_way_undoes_nothing_and_names_it(window: Window) -> None:
    start = store.deeds(1)[0].id
    store.purge_personal(store.load("delegation", 1))
    store.remove(store.load("delegation", 3))
    with messages.answering("ok") as asked:
        work(window).steps.undo_back_to(start)
    assert "“Purged personal details of inbound delegation “Đoàn Điện Biên”” (" in asked[0].text
    assert "Not one of these steps was undone" in asked[0].text
    assert store.load("delegation", 3).removed_at


def test_steps_of_what_was_erased_for_good_are_told_and_not_offered(window: Window) -> None:
    store.remove(store.load("action", 1))
    store.remove(store.load("delegation", 3))
    store.erase([each for each in store.binned() if each.kind == "delegation"])
    dialog: Any = StepsDialog(work(window).steps, window)
    dialog.table.selectRow(0)
    assert not dialog.one.isEnabled()
    assert not dialog.back.isEnabled()
    assert "erased for good" in dialog.why.text()
    dialog.table.selectRow(1)
    assert dialog.one.isEnabled()
    assert dialog.why.text() == ""
    work(window).steps.undo()
    assert told(window) == "Undid: Removed follow-up action “Gửi báo cáo”"


def test_an_earlier_entry_is_undone_only_after_a_question_that_names_it(
    path: Path, open_window: Callable[[Path], Window]
) -> None:
    with store.session(path):
        made = [store.save(fresh("partner", name)).id for name in ("Sông Đà", "Sông Mã")]
    window = open_window(path)
    for left in (made[:2], made[:1]):
        with messages.answering("keep", "undo") as asked:
            work(window).steps.undo()
            assert all(store.load("partner", number).removed_at is None for number in left)
            work(window).steps.undo()
        assert "Entered partner “Sông" in asked[0].text
        assert store.deeds(1)[0].who in asked[0].text
        assert store.load("partner", left[-1]).removed_at


def test_steps_of_this_start_are_undone_without_a_question(
    path: Path, open_window: Callable[[Path], Window], window: Window
) -> None:
    store.save(fresh("partner", "Sông Đà"))
    window.close()
    window = open_window(path)  # closed and opened again, as locking does: the program runs on
    work(window).steps.undo()
    assert told(window) == "Undid: Entered partner “Sông Đà”"
