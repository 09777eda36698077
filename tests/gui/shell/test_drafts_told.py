"""What belongs to typed text beside its fields: when it goes, its reason, its name, words that a cell cannot take."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import messages
from gui.editors import RowsEditor
from gui.forms import FormPage
from gui.forms.reasons import ReasonDialog
from gui.shell import drafts
from gui.window import Window
from models import history, store
from models.kinds import PAGES
from tests.gui.shell.test_drafts import _given_up_at_the_end, kept, open_form, shown

__all__ = ["_given_up_at_the_end"]


def test_row_96_a_program_that_dies_right_after_a_save_offers_no_second_record(window: Window) -> None:
    form = open_form(window, PAGES["partner"].blank())
    for name, value in {"name": "Tỉnh Hủa Phăn", "country": "LA", "type": "chinh_quyen_tinh"}.items():
        form.body.editors[name].set_value(value)
    drafts.keeping_of(form).keep()
    assert len(kept()) == 1
    form.blockSignals(True)  # the program dies before the form hears that it was saved
    assert form.save()
    form.blockSignals(False)
    assert kept() == []


def late(window: Window) -> FormPage:
    """A form of the task with another time limit."""
    form = open_form(window, store.load("action", 1))
    form.body.editors["due_on"].set_value("2026-04-10")
    form.body.editors["due_on"].changed.emit()
    return form


def in_the_dialog(do: str, words: str = "") -> list[str]:
    """Once the dialog is open: note what stands there, write words over it, and leave or go on."""
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        seen.append(dialog.note.words())
        if words:
            dialog.note.show_words(words)
        getattr(dialog, do)()
        if dialog.isVisible():
            dialog.reject()  # the test goes on and tells

    QTimer.singleShot(0, act)
    return seen


def test_a_reason_that_was_left_stands_there_when_it_is_asked_again(window: Window) -> None:
    form = late(window)
    in_the_dialog("reject", "Chờ phía bạn trả lời")
    assert not form.save()
    seen = in_the_dialog("take")
    assert form.save()
    assert seen == ["Chờ phía bạn trả lời"]
    assert history.read("action", 1)[0].note == "Chờ phía bạn trả lời"
    form.body.editors["due_on"].set_value("2026-05-10")
    seen = in_the_dialog("reject")
    assert not form.save()
    assert seen == [""], "another change has another reason"


def test_row_96_a_reason_is_kept_while_it_is_written_and_comes_back_with_its_form(window: Window) -> None:
    form = late(window)

    def write_on() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        dialog.note.show_words("Chờ phía bạn")
        QTimer.singleShot(2_500, dialog.reject)

    QTimer.singleShot(0, write_on)
    assert not form.save()
    assert kept()[0].content["reason"] == "Chờ phía bạn"
    with messages.answering("discard"):
        form.do("cancel")
    assert window.workplace
    drafts.reopen(window.workplace, kept()[0])
    seen = in_the_dialog("take")
    assert shown(window).save()
    assert seen == ["Chờ phía bạn"]


def closed_unsaved(window: Window, page: str, **values: Any) -> None:
    form = open_form(window, PAGES[page].blank())
    for name, words in values.items():
        form.body.editors[name].show_words(words)
    with messages.answering("discard"):
        form.do("cancel")


def test_new_forms_are_told_apart_by_what_stands_in_them(window: Window) -> None:
    closed_unsaved(window, "agreement", name="Bản ghi nhớ về cửa khẩu")
    closed_unsaved(window, "agreement", name="Thỏa thuận  kết nghĩa " + "và hợp tác " * 10)
    closed_unsaved(window, "inbound", content="Khảo sát", starts="05/03/2026")
    nameless, long, named = (each.title for each in sorted(kept(), key=lambda each: each.title, reverse=True))
    assert (named, nameless) == (
        "New agreement · Bản ghi nhớ về cửa khẩu",
        "New inbound delegation · 05/03/2026 · Khảo sát",
    )
    assert long.startswith("New agreement · Thỏa thuận kết nghĩa và hợp tác và hợp")
    assert long.endswith("…")
    box = drafts.Drafts(window)
    rows = [box.list.item(place).text() for place in range(box.list.count())]
    assert all(any(title in row for row in rows) for title in (named, nameless, long))


def test_the_name_of_a_kept_form_holds_no_personal_detail(window: Window) -> None:
    personal = [each.name for each in PAGES["person"].record.described() if each.personal]
    assert personal
    closed_unsaved(window, "person", **dict.fromkeys(personal, "0912345678"))
    assert kept()
    assert "0912345678" in str(kept()[0].content)
    assert kept()[0].title == "New person"


def members_of(window: Window) -> RowsEditor:
    editor = shown(window).body.editors["members"]
    assert isinstance(editor, RowsEditor)
    return editor


def reopened(window: Window) -> RowsEditor:
    with messages.answering("discard") as asked:
        shown(window).do("cancel")
    assert asked, "words that no cell took are words that are not saved"
    assert window.workplace
    drafts.reopen(window.workplace, kept()[0])
    return members_of(window)


PASTED = "Họ và tên\tNgày sinh\nKhamphoy\t32/13\n\t33/14\n\t34/15\n"


def test_pasted_words_that_no_cell_took_are_kept_and_come_back(window: Window, qtbot: QtBot) -> None:
    open_form(window, PAGES["inbound"].blank())
    members_of(window).paste(PASTED)
    qtbot.waitUntil(lambda: bool(kept()) and "refused" in kept()[0].content["fields"]["members"], timeout=2_500)
    again = reopened(window)
    assert [each.words for each in again.table.refusals.cells] == ["32/13", "33/14", "34/15"]
    assert all(words in again.trouble.text() for words in ("Row 1", "32/13", "Row 2", "33/14", "Row 3", "34/15"))
    column = [each.name for each in again.table.fields].index("born")
    again.table.put(0, column, "1970")
    assert "32/13" not in again.trouble.text()
    assert "33/14" in again.trouble.text()


def test_words_left_in_a_cell_that_does_not_take_them_are_kept_although_nothing_else_changed(window: Window) -> None:
    open_form(window, store.load("delegation", 1))
    members_of(window).put_words(0, "born", "32/13")
    again = reopened(window)
    assert "Row 1" in again.trouble.text()
    assert "32/13" in again.trouble.text()
    again.show_all_columns(True)
    again.view.setCurrentIndex(again.table.index(0, [each.name for each in again.table.fields].index("born")))
    QTest.keyClick(again.view, Qt.Key.Key_Delete)
    assert again.trouble.text() == ""
    assert not shown(window).is_changed()
