"""Text that was not saved is deleted only on purpose, and nothing offers it any more."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from gui import messages
from gui.shell import drafts
from gui.window import Window
from tests.gui.shell.test_drafts import _given_up_at_the_end, kept, shown
from tests.gui.shell.test_drafts_told import closed_unsaved

__all__ = ["_given_up_at_the_end"]


def test_before_text_is_deleted_the_form_is_named_and_the_harmless_answer_keeps_it(window: Window) -> None:
    closed_unsaved(window, "agreement", name="Bản ghi nhớ về cửa khẩu")
    box = drafts.Drafts(window)
    with messages.answering("keep") as asked:
        box.drop.click()
    assert "Bản ghi nhớ về cửa khẩu" in asked[0].text
    assert asked[0].buttons[-1] == "keep", "Esc keeps it"
    assert len(kept()) == box.list.count() == 1
    with messages.answering("delete"):
        box.drop.click()
    assert kept() == []


def in_the_list(do: str) -> None:
    """Press a button of the list once it is open, and close it."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, drafts.Drafts)
        with messages.answering("delete"):
            getattr(box, do).click()
        box.close()

    QTimer.singleShot(0, act)


def test_a_note_no_longer_offers_what_was_deleted(window: Window) -> None:
    closed_unsaved(window, "agreement", name="Bản ghi nhớ")
    assert window.workplace
    toast = window.workplace.toast
    assert toast.isVisible()
    in_the_list("drop")
    drafts.choose(window.workplace)
    assert kept() == []
    assert not toast.isVisible()


def test_a_note_no_longer_offers_what_stands_in_a_form_again(window: Window) -> None:
    closed_unsaved(window, "agreement", name="Bản ghi nhớ")
    assert window.workplace
    in_the_list("again")
    drafts.choose(window.workplace)
    assert shown(window).body.editors["name"].words() == "Bản ghi nhớ"
    assert not window.workplace.toast.isVisible()


def test_another_note_stays_when_text_is_deleted(window: Window) -> None:
    closed_unsaved(window, "agreement", name="Bản ghi nhớ")
    assert window.workplace
    window.workplace.toast.note("Đã sao chép")
    in_the_list("drop")
    drafts.choose(window.workplace)
    assert window.workplace.toast.isVisible()


def test_the_empty_list_says_what_is_so_under_its_first_sentence(window: Window) -> None:
    box = drafts.Drafts(window)
    box.show()
    assert "saved" not in box.empty.text(), "a text that was deleted was not saved"
    first, empty = (each for each in box.findChildren(QLabel) if each.isVisible())
    assert empty is box.empty
    assert empty.y() - first.geometry().bottom() < 30
    assert first.y() < 40 > first.height()
    box.close()


def test_leaving_without_saving_is_said_to_keep_the_text(window: Window) -> None:
    assert window.workplace
    window.workplace.begin("agreement")
    form = shown(window)
    form.body.editors["name"].show_words("Bản ghi nhớ")
    with messages.answering("discard") as asked:
        form.do("cancel")
    assert "thirty days" in asked[0].text
    assert "Forms that were not saved" in asked[0].text
