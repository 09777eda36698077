"""What was typed and not saved comes back: after a crash, after Esc, value by value as it stood there."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gui import messages
from gui.forms import FormPage
from gui.forms.typed import told_by
from gui.shell import drafts
from gui.window import Window
from models import store
from models.delegations import Member
from models.kinds import PAGES
from models.record import Record
from models.store import unfinished
from tests.gui.shell.conftest import visit
from tests.whole import fresh


@pytest.fixture(autouse=True)
def _given_up_at_the_end() -> Iterator[None]:
    """Windows that close after a test are told that their forms may go."""
    with messages.answering(*["discard"] * 5):
        yield


def kept() -> list[unfinished.Unfinished]:
    return unfinished.unfinished()


def shown(window: Window) -> FormPage:
    assert window.workplace
    return window.workplace.forms()[-1]


def unnamed(told: dict[str, Any]) -> dict[str, Any]:
    """What a form tells without the identities of its rows: those of a new record are its own."""
    return {
        name: {"rows": [row | {"uuid": ""} for row in each["rows"]]} if "rows" in each else each
        for name, each in told.items()
    }


def open_form(window: Window, record: Record) -> FormPage:
    assert window.workplace
    return window.workplace.open_form(record)


def test_half_a_second_after_the_last_key_the_text_is_kept(window: Window, qtbot: QtBot) -> None:
    form = open_form(window, PAGES["inbound"].blank())
    form.body.editors["name"].show_words("Đoàn đang gõ")
    form.body.editors["name"].changed.emit()
    assert kept() == []
    qtbot.waitUntil(lambda: len(kept()) == 1, timeout=1_500)
    assert kept()[0].content["fields"]["name"] == {"value": "Đoàn đang gõ"}
    assert not kept()[0].left_by_hand


def test_row_96_somebody_who_types_without_a_pause_loses_two_seconds_at_most(window: Window, qtbot: QtBot) -> None:
    form = open_form(window, PAGES["inbound"].blank())
    keeping = drafts.keeping_of(form)
    form.body.editors["name"].show_words("Đoàn")
    form.body.editors["name"].changed.emit()
    assert keeping._longest.isActive()
    assert keeping._longest.interval() <= 2_000
    left = keeping._longest.remainingTime()
    qtbot.wait(100)
    form.body.editors["name"].changed.emit()
    assert keeping._longest.remainingTime() < left, "a further key must not put the end off"


def test_row_96_after_a_crash_the_text_is_offered_and_comes_back_whole(
    open_window: Callable[[Path], Window], path: Path, qtbot: QtBot
) -> None:
    with store.session(path):
        saved = store.load("delegation", 1)
        content = {"fields": {"name": {"value": "Đoàn sửa dở"}, "starts": {"words": "32/13/2026"}}, "state": ""}
        at = ("2026-03-18T08:00:00", False)
        unfinished.keep(
            unfinished.Unfinished("k", "inbound", "delegation", 1, saved.version, "Đoàn Điện Biên", content, *at)
        )
    with messages.answering("open") as asked:
        window = open_window(path)
        qtbot.waitUntil(lambda: bool(asked))
        qtbot.waitUntil(lambda: bool(window.workplace and window.workplace.forms()))
    assert "Đoàn Điện Biên" in asked[0].text
    form = shown(window)
    assert form.body.editors["name"].words() == "Đoàn sửa dở"
    assert form.body.editors["starts"].words() == "32/13/2026", "what cannot be read comes back letter by letter"
    assert form.record.id == 1
    form.body.editors["starts"].show_words("05/03/2026")
    assert form.save()
    assert kept() == []


def test_later_leaves_the_text_where_it_is(open_window: Callable[[Path], Window], path: Path, qtbot: QtBot) -> None:
    with store.session(path):
        content = {"fields": {"name": {"value": "Đoàn mới"}}, "state": ""}
        at = ("2026-03-18T08:00:00", False)
        unfinished.keep(unfinished.Unfinished("k", "inbound", "delegation", None, 0, "New", content, *at))
    with messages.answering("later") as asked:
        window = open_window(path)
        qtbot.waitUntil(lambda: bool(asked))
    assert window.workplace
    assert not window.workplace.forms()
    assert [each.key for each in kept()] == ["k"]


def test_closing_without_saving_keeps_the_text_and_the_note_opens_it_again(window: Window, qtbot: QtBot) -> None:
    form = open_form(window, PAGES["inbound"].blank())
    form.body.editors["name"].show_words("Đoàn gõ dở")
    with messages.answering("discard"):
        form.do("cancel")
    assert window.workplace
    assert not window.workplace.forms()
    assert kept()[0].left_by_hand
    assert window.workplace.toast.button.text() == "Open again"
    window.workplace.toast.button.click()
    assert shown(window).body.editors["name"].words() == "Đoàn gõ dở"
    assert shown(window).is_changed()


def test_a_form_closed_by_hand_is_not_offered_at_the_next_start_but_stands_in_the_list(
    window: Window, qtbot: QtBot
) -> None:
    form = open_form(window, PAGES["inbound"].blank())
    form.body.editors["name"].show_words("Đoàn gõ dở")
    with messages.answering("discard"):
        form.do("cancel")
    assert window.workplace
    with messages.answering():  # nobody is asked
        drafts.offer(window.workplace)
    box = drafts.Drafts(window)
    assert box.list.count() == 1
    box.again.click()
    assert box.chosen
    assert box.chosen.title == "New inbound delegation · Đoàn gõ dở"
    with messages.answering("delete"):
        box.drop.click()
    assert kept() == []
    assert box.empty.isVisibleTo(box)


def test_saving_leaves_nothing_behind(window: Window, qtbot: QtBot) -> None:
    form = open_form(window, store.load("delegation", 1))
    form.body.editors["name"].show_words("Đoàn đổi tên")
    drafts.keeping_of(form).keep()
    assert len(kept()) == 1
    assert form.save()
    assert kept() == []


def test_typing_back_to_what_was_stored_leaves_nothing_behind(window: Window) -> None:
    form = open_form(window, store.load("delegation", 1))
    before = form.body.editors["name"].words()
    form.body.editors["name"].show_words("Đoàn đổi tên")
    drafts.keeping_of(form).keep()
    form.body.editors["name"].show_words(before)
    drafts.keeping_of(form).keep()
    assert kept() == []


def test_a_record_changed_since_is_said_before_it_is_saved_over(window: Window) -> None:
    form = open_form(window, store.load("delegation", 1))
    form.body.editors["name"].show_words("Đoàn gõ dở")
    with messages.answering("discard"):
        form.do("cancel")
    other = store.load("delegation", 1)
    other.content = "Nội dung mới"  # type: ignore[attr-defined]
    store.save(other)
    assert window.workplace
    drafts.reopen(window.workplace, kept()[0])
    assert "changed after this was typed" in shown(window).trouble.sentence.text()


def test_a_record_that_is_gone_gives_its_text_to_a_new_form(window: Window) -> None:
    content = {"fields": {"name": {"value": "Đoàn"}}, "state": ""}
    gone = unfinished.Unfinished("k", "inbound", "delegation", 999, 3, "x", content, "2026-03-18T08:00:00", True)
    assert window.workplace
    drafts.reopen(window.workplace, gone)
    assert shown(window).record.id is None
    assert shown(window).body.editors["name"].words() == "Đoàn"


def test_members_come_back_with_their_cells(window: Window) -> None:
    partner = 1
    record = visit("Đoàn có thành viên", partner, members=[Member(name="Somchit", passport="P7654321", is_head=True)])
    form = open_form(window, store.load("delegation", record.id))
    table = form.body.editors["members"]
    table.table.put(1, 0, "Bounthavy")  # type: ignore[attr-defined]
    told = told_by(form.body)
    with messages.answering("discard"):
        form.do("cancel")
    assert window.workplace
    drafts.reopen(window.workplace, kept()[0])
    assert told_by(shown(window).body)["members"]["rows"] == told["members"]["rows"]
    assert shown(window).save()
    names = [each.name for each in store.load("delegation", record.id).members]  # type: ignore[attr-defined]
    assert names == ["Somchit", "Bounthavy"]


@pytest.mark.parametrize("name", PAGES)
def test_every_field_of_every_kind_comes_back(window: Window, name: str) -> None:
    page = PAGES[name]
    direction = page.fixed.get("direction", "in")
    form = open_form(window, fresh(page.record.kind, direction=direction))
    form.body._first_told = dict.fromkeys(form.body.editors)  # all of it counts as typed
    told = told_by(form.body)
    assert any(each != {"value": None} for each in told.values())
    keeping = drafts.keeping_of(form)
    keeping.keep(by_hand=True)
    again = open_form(window, page.blank())
    drafts.keeping_of(again).take_over(next(each for each in kept() if each.key == keeping.key))
    assert unnamed(told_by(again.body)) == unnamed(told)
    with messages.answering("discard", "discard"):
        assert window.workplace
        assert window.workplace.leave_forms()
