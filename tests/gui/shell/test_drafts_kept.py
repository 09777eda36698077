"""What is typed is not lost in the corners either: half a chip, an open cell, a record in the bin, a full disk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui import messages
from gui.editors import RowsEditor
from gui.shell import drafts
from gui.window import Window
from models import engine, store
from models.delegations import Member
from models.errors import SaveFailed
from models.kinds import PAGES
from models.store import unfinished
from tests.gui.shell.conftest import visit
from tests.gui.shell.test_drafts import _given_up_at_the_end, kept, open_form, shown

__all__ = ["_given_up_at_the_end"]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget
    return widget


def type_in_cell(window: Window, number: int = 1) -> RowsEditor:
    """Type a name over the first member's, and stay in the cell."""
    form = open_form(window, store.load("delegation", number))
    members = form.body.editors["members"]
    assert isinstance(members, RowsEditor)
    members.view._edit(0, 0)
    QTest.keyClicks(focused(), "Bounthavy")
    return members


def names(number: int = 1) -> list[str]:
    return [each.name for each in store.load("delegation", number).members]  # type: ignore[attr-defined]


def close_unsaved(window: Window) -> None:
    with messages.answering("discard"):
        shown(window).do("cancel")


def test_what_was_chosen_stays_beside_what_is_being_typed(window: Window) -> None:
    units = open_form(window, store.load("delegation", 1)).body.editors["host_units"]
    units.show_words("Sở Y")
    close_unsaved(window)
    assert window.workplace
    drafts.reopen(window.workplace, kept()[0])
    units = shown(window).body.editors["host_units"]
    assert units.keys == ["unit:1"]  # type: ignore[attr-defined]
    assert units.line.text() == "Sở Y"  # type: ignore[attr-defined]


def test_a_key_that_saves_takes_the_open_cell_too(window: Window) -> None:
    type_in_cell(window)
    QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert names() == ["Bounthavy"]
    assert not shown(window).is_changed()


def test_row_96_an_open_cell_is_kept_while_somebody_types_in_it(window: Window, qtbot: QtBot) -> None:
    type_in_cell(window)
    qtbot.waitUntil(lambda: len(kept()) == 1, timeout=2_500)
    assert window.workplace
    with messages.answering("discard") as asked:
        assert window.workplace.go("partner")
    assert asked, "a key that leads elsewhere does not leave the cell either"
    drafts.reopen(window.workplace, kept()[0])
    assert shown(window).save()
    assert names() == ["Bounthavy"]


def test_what_cannot_be_read_in_an_open_cell_is_said_when_it_comes_back(window: Window) -> None:
    members = type_in_cell(window)
    column = [each.name for each in members.table.fields].index("born")
    members.show_all_columns(True)
    members.view._edit(0, column)
    QTest.keyClicks(focused(), "32/13")
    close_unsaved(window)
    assert window.workplace
    drafts.reopen(window.workplace, kept()[0])
    again = shown(window).body.editors["members"]
    assert isinstance(again, RowsEditor)
    assert "32/13" in again.trouble.text()


def test_the_text_of_a_record_in_the_bin_goes_into_a_new_form_with_rows_of_its_own(window: Window) -> None:
    record = visit("Đoàn bỏ", 1, members=[Member(name="Somchit", is_head=True)])
    open_form(window, store.load("delegation", record.id)).body.editors["name"].show_words("Đoàn gõ dở")
    close_unsaved(window)
    store.remove(store.load("delegation", record.id))
    assert window.workplace
    drafts.reopen(window.workplace, kept()[0])
    form = shown(window)
    assert "no longer there" in form.trouble.sentence.text()
    assert form.save()
    assert form.record.id != record.id
    assert names(form.record.id) == ["Somchit"]
    assert store.load("delegation", record.id).name == "Đoàn bỏ"  # type: ignore[attr-defined]


def test_only_what_was_typed_goes_over_a_newer_version(window: Window) -> None:
    open_form(window, store.load("delegation", 1)).body.editors["name"].show_words("Đoàn gõ dở")
    close_unsaved(window)
    other = store.load("delegation", 1)
    other.content = "Nội dung mới"  # type: ignore[attr-defined]
    store.save(other)
    assert window.workplace
    drafts.reopen(window.workplace, kept()[0])
    assert shown(window).body.editors["name"].words() == "Đoàn gõ dở"
    assert shown(window).body.editors["content"].words() == "Nội dung mới"


def test_the_newest_version_is_shown_and_the_own_text_kept(window: Window) -> None:
    form = open_form(window, store.load("delegation", 1))
    form.body.editors["name"].show_words("Đoàn gõ dở")
    other = store.load("delegation", 1)
    other.content = "Nội dung mới"  # type: ignore[attr-defined]
    store.save(other)
    assert not form.save()
    form.trouble.chosen.emit("reload")
    assert form.body.editors["name"].words() == "Đoàn Điện Biên"
    form.body.editors["content"].show_words("Khác")
    drafts.keeping_of(form).keep()
    assert sorted(each.content["fields"]["name"]["value"] for each in kept()) == ["Đoàn gõ dở", "Đoàn Điện Biên"]


def test_text_that_stands_in_an_open_form_is_not_offered_a_second_time(window: Window) -> None:
    form = open_form(window, PAGES["inbound"].blank())
    form.body.editors["name"].show_words("Đoàn gõ dở")
    drafts.keeping_of(form).keep()
    work = window.workplace
    assert work
    with messages.answering():  # nobody is asked
        drafts.offer(work)
    drafts.reopen(work, kept()[0])
    assert len(work.forms()) == 1
    assert drafts.Drafts(window, drafts._open_keys(work)).list.count() == 0
    assert drafts.Drafts(window).list.count() == 1


def test_row_6_text_that_the_disk_does_not_take_comes_back_by_the_note(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_typed: unfinished.Unfinished) -> None:
        raise SaveFailed("full")

    open_form(window, PAGES["inbound"].blank()).body.editors["name"].show_words("Đoàn gõ dở")
    monkeypatch.setattr(unfinished, "keep", full)
    close_unsaved(window)
    work = window.workplace
    assert work
    assert "only this note" in work.toast.accessibleName()
    work.toast.button.click()
    assert shown(window).body.editors["name"].words() == "Đoàn gõ dở"


def test_in_an_office_open_for_reading_what_is_kept_cannot_be_deleted_and_that_is_said(window: Window) -> None:
    open_form(window, PAGES["inbound"].blank()).body.editors["name"].show_words("Đoàn gõ dở")
    close_unsaved(window)
    session = store.current()
    assert session
    session.read_only = True
    box = drafts.Drafts(window)
    with messages.answering("delete", "ok") as asked:
        box.drop.click()
    session.read_only = False
    assert "reading only" in asked[1].text
    assert len(kept()) == 1


def test_text_of_a_later_program_is_left_where_it_is(window: Window) -> None:
    at = ("2026-03-18T08:00:00", True)
    unfinished.keep(unfinished.Unfinished("k", "something", "something", None, 0, "x", {"fields": {}}, *at))
    assert drafts.Drafts(window).list.count() == 0
    assert engine.rows("SELECT count(*) FROM unfinished") == [(1,)]
