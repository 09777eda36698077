"""A form saves what is right, says beside the field what is wrong, and loses nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui import look, messages
from gui.forms import FormPage
from models import kinds, store
from models.delegations import Member
from models.store import SaveFailed
from models.text import speak
from tests.gui.typing_hands import press, type_text

Show = Callable[..., QWidget]
Key, Held = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # said of every pop-up
COMPLETE: dict[str, Any] = {
    "name": "Đoàn đại biểu tỉnh Phông Sa Lỳ", "partner": 1, "countries": ["LA"], "starts": "2026-03-05",
    "ends": "2026-03-07", "persons": 12, "level": "lanh_dao_tinh", "admin_level": "tinh", "host_units": ["unit:1"],
    "purpose": "tham_lam_viec", "fields": ["y_te"], "content": "Thăm và làm việc", "funding": "ns_tinh",
}  # fmt: skip


@pytest.fixture
def form(shown: Show) -> Any:
    page = kinds.PAGES["inbound"]
    made: Any = FormPage(page, page.blank())
    shown(made)
    return made


def fill(form: Any, **values: Any) -> None:
    for name, value in values.items():
        form.body.editors[name].set_value(value)


def stored(name: str = "inbound") -> list[Any]:
    page = kinds.PAGES[name]
    return [store.load(page.record.kind, number) for number in store.find(page, store.Question(sort="id"))]


def test_a_new_form_stands_on_the_name_and_is_unchanged(form: Any) -> None:
    assert form.body.editors["name"].entry.hasFocus()
    assert not form.is_changed()
    assert form.ask_to_leave()


def test_each_missing_field_is_named_beside_it_and_at_the_top(form: Any) -> None:
    press(Key.Key_S, Held.ControlModifier)
    assert stored() == []
    assert form.body.editors["name"].complaint() == "Fill in: Delegation."
    assert form.body.editors["funding"].complaint() == "Fill in: Source of funding."
    assert "13 places" in form.errors.sentence.text()
    assert form.body.editors["name"].entry.hasFocus()


def test_typing_takes_the_message_away(form: Any) -> None:
    form.do("save")
    type_text("Đoàn")
    assert form.body.editors["name"].complaint() is None
    assert "12 places" in form.errors.sentence.text()


def test_a_line_of_the_summary_leads_to_its_field(form: Any) -> None:
    form.do("save")
    form.errors.chosen.emit("funding")
    assert form.body.editors["funding"].entry.hasFocus()


def test_what_cannot_be_read_is_refused_and_kept(form: Any) -> None:
    fill(form, **COMPLETE)
    form.body.editors["starts"].show_words("31/02/2026")
    form.do("save")
    assert stored() == []
    assert form.body.editors["starts"].complaint() == "There is no such day in the calendar."
    assert form.body.editors["starts"].words() == "31/02/2026"


def test_save_stays_and_gives_the_number(form: Any, qtbot: QtBot) -> None:
    fill(form, **COMPLETE)
    assert form.is_changed()
    with qtbot.waitSignal(form.saved):
        form.do("save")
    assert form.record.code == "2026-001-DV"
    assert "2026-001-DV" in form.header.title.text()
    assert not form.is_changed()
    assert stored()[0].countries == ["LA"]
    assert stored()[0].in_plan is False


def test_save_and_close_leaves(form: Any, qtbot: QtBot) -> None:
    fill(form, **COMPLETE)
    with qtbot.waitSignals([form.saved, form.left]):
        press(Key.Key_Return, Held.ControlModifier)


def test_save_and_add_keeps_the_choices(form: Any) -> None:
    fill(form, **COMPLETE)
    press(Key.Key_Return, Held.ControlModifier | Held.AltModifier)
    assert len(stored()) == 1
    editors = form.body.editors
    assert editors["partner"].value() == 1
    assert (editors["countries"].value(), editors["purpose"].value()) == (["LA"], "tham_lam_viec")
    assert (editors["name"].value(), editors["starts"].value(), editors["persons"].value()) == (None, None, None)
    assert not form.record.id
    assert editors["name"].entry.hasFocus()


def test_a_draft_is_saved_with_fields_missing(form: Any) -> None:
    fill(form, name="Đoàn báo chí")
    form.do("draft")
    assert stored()[0].draft
    assert stored()[0].code is None
    assert form.header.pill.text == "Draft"


def test_escape_asks_only_where_something_changed(form: Any, qtbot: QtBot) -> None:
    left: list[bool] = []
    form.left.connect(lambda: left.append(True))
    type_text("Đoàn")
    with messages.answering("stay") as asked:
        press(Key.Key_Escape)
    assert asked
    assert not left
    with messages.answering("discard"):
        press(Key.Key_Escape)
    assert left


def test_a_stale_record_is_said_and_the_text_stays(form: Any) -> None:
    fill(form, **COMPLETE)
    form.do("save")
    other: Any = store.load("delegation", form.record.id)
    other.name = "Đoàn khác"
    store.save(other)
    fill(form, name="Của tôi")
    form.do("save")
    assert "changed this record" in form.trouble.sentence.text()
    assert form.body.editors["name"].words() == "Của tôi"
    assert form.is_changed()
    form.trouble.chosen.emit("reload")
    assert form.body.editors["name"].words() == "Đoàn khác"


def test_row_6_a_disk_that_is_full_is_said_the_text_stays_and_the_next_try_saves_it(form: Any) -> None:
    def fail(*_args: Any, **_rest: Any) -> None:
        raise SaveFailed("The disk is full.")

    fill(form, **COMPLETE)
    with pytest.MonkeyPatch.context() as full:
        full.setattr(store, "save", fail)
        form.do("close")
    assert form.trouble.sentence.text() == "The disk is full."
    assert form.is_changed()
    assert form.body.editors["name"].words() == COMPLETE["name"]
    form.do("save")
    assert [each.name for each in stored()] == [COMPLETE["name"]]
    assert not form.is_changed()


def test_late_entry_accepts_what_the_source_does_not_say(form: Any) -> None:
    fill(form, **COMPLETE)
    form.states.box.setCurrentIndex(1)
    form.body.editors["level"].show_words("?")
    form.do("save")
    assert stored()[0].state == "REPORTED"
    assert stored()[0].unknown == "level"
    again: Any = FormPage(kinds.PAGES["inbound"], stored()[0])
    assert again.body.editors["level"].words() == "not known"
    assert not again.is_changed()
    again.deleteLater()


def test_the_members_fill_the_number_of_persons_in_plain_sight(form: Any) -> None:
    form.body.editors["members"].paste("".join(f"Khăm Phoi {n}\tChuyên viên\n" for n in range(12)))
    form.consider()
    assert form.body.editors["persons"].words() == "12"
    form.body.editors["members"].table.remove([0])
    form.consider()
    assert form.body.editors["persons"].value() == 11
    fill(form, persons=20)
    form.body.editors["members"].table.remove([0])
    form.consider()
    assert form.body.editors["persons"].value() == 20


def test_money_in_another_currency_is_worked_out_and_follows_the_rate(form: Any) -> None:
    fill(form, cost=12500, cost_currency="USD", cost_rate=25400)
    form.consider()
    assert form.body.editors["cost_vnd"].words() == "317.500.000"
    fill(form, cost_rate=25000)
    form.consider()
    assert form.body.editors["cost_vnd"].words() == "312.500.000"


@pytest.mark.parametrize("typed", [{"name": "doan dai bieu tinh phong sa ly"}, {"partner": 1, "starts": "2026-03-08"}])
def test_a_likely_duplicate_is_named_while_typing(form: Any, qtbot: QtBot, typed: dict[str, Any]) -> None:
    record: Any = kinds.PAGES["inbound"].blank()
    for name, value in COMPLETE.items():
        setattr(record, name, value)
    record.in_plan = False
    store.save(record)
    fill(form, **typed)
    qtbot.waitUntil(lambda: not form.hints.isHidden())
    assert "already" in form.hints.sentence.text()
    with qtbot.waitSignal(form.open_record) as opened:
        form.hints.lines.itemAt(0).widget().click()
    assert opened.args == ["delegation", record.id]


def test_the_same_partner_at_another_time_is_no_duplicate(form: Any) -> None:
    test: Any = kinds.PAGES["inbound"].blank()
    for name, value in COMPLETE.items():
        setattr(test, name, value)
    store.save(test, draft=True)
    fill(form, partner=1, starts="2026-03-09")
    form.consider()
    assert form.hints.isHidden()


def test_a_warning_is_shown_and_does_not_block(shown: Show) -> None:
    page = kinds.PAGES["agreement"]
    form: Any = FormPage(page, page.blank())
    shown(form)
    fill(form, name="Hiệp định hữu nghị")
    form.consider()
    assert "Treaties alone" in form.hints.lines.itemAt(0).widget().text()


def test_create_new_comes_back_into_its_field(form: Any, qtbot: QtBot) -> None:
    editor: Any = form.body.editors["partner"]
    editor.entry.setFocus()
    type_text("Huyện Mường La")
    press(Key.Key_Up)
    with qtbot.waitSignal(form.wanted) as asked:
        press(Key.Key_Return)
    kind, text, give_back = asked.args
    assert (kind, text) == ("partner", "Huyện Mường La")
    give_back(store.save(kinds.PAGES["partner"].record.blank(name=text, country="LA", type="chinh_quyen_huyen")))
    assert editor.words() == "Huyện Mường La"
    assert editor.value() == 3


def test_a_folded_section_is_built_when_it_opens_and_remembered(shown: Show) -> None:
    page = kinds.PAGES["inbound"]
    form: Any = FormPage(page, page.blank())
    shown(form)
    card = next(card for card in form.body.cards if card.section.name == "request_number")
    assert not card.is_open()
    assert "request_number" not in form.body.editors
    card.head.click()
    assert "request_number" in form.body.editors
    again: Any = FormPage(page, page.blank())
    assert "request_number" in again.body.editors
    again.deleteLater()


def test_a_section_with_a_value_or_a_complaint_is_open(form: Any) -> None:
    page = kinds.PAGES["inbound"]
    record: Any = page.blank()
    record.permit_number = "12/UBND"
    other: Any = FormPage(page, record)
    assert other.body.editors["permit_number"].words() == "12/UBND"
    other.deleteLater()
    assert form.body.open_for("report_number")


def test_a_change_of_language_loses_nothing(form: Any, qapp: QApplication) -> None:
    form.do("save")
    type_text("Đoàn đại biểu")
    speak("vi")
    for widget in qapp.allWidgets():
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert form.body.editors["name"].words() == "Đoàn đại biểu"
    assert form.is_changed()
    assert form.body.editors["countries"].complaint()


def test_remarks_stand_at_the_end(form: Any) -> None:
    assert form.body.cards[0].section.name == "name"
    assert [each.name for each in form.body.cards[-1].section.fields][-1] == "note"


def test_every_control_has_a_name(form: Any) -> None:
    for card in form.body.cards:
        card.open()
    for name, editor in form.body.editors.items():
        assert editor.entry.accessibleName(), name


def test_a_closed_record_says_how_to_change_it(shown: Show) -> None:
    record: Any = kinds.PAGES["inbound"].blank()
    for name, value in COMPLETE.items():
        setattr(record, name, value)
    record.in_plan, record.state = False, "REPORTED"
    record.members = [Member(name="An", is_head=True)]
    store.save(record)
    record.retention = record.field("retention").codes()[0]
    store.move(record, "CLOSED")
    form: Any = FormPage(kinds.PAGES["inbound"], store.load("delegation", record.id))
    shown(form)
    assert "closed" in form.trouble.sentence.text()
    assert not form.header.buttons["save"].isEnabled()


@pytest.mark.parametrize("name", list(kinds.PAGES))
def test_each_page_opens(name: str, shown: Show) -> None:
    page = kinds.PAGES[name]
    form: Any = FormPage(page, page.blank())
    shown(form)
    for card in form.body.cards:
        card.open()
    form.do("save")
    assert stored(name) == [] or name in ("partner", "unit")


@pytest.mark.parametrize("name", list(kinds.PAGES))
def test_a_form_begins_in_its_first_field(name: str, shown: Show) -> None:
    page = kinds.PAGES[name]
    form: Any = FormPage(page, page.blank())
    shown(form)
    assert next(iter(form.body.editors.values())).entry.hasFocus()


def test_what_is_not_saved_can_be_kept_as_a_draft(form: Any) -> None:
    fill(form, name="Đoàn báo chí")
    with messages.answering("draft") as asked:
        assert form.ask_to_leave()
    assert asked[0].title == "Unsaved form"
    assert asked[0].buttons == ("save", "draft", "discard", "stay")
    assert stored()[0].draft


def test_a_record_with_a_number_is_offered_no_draft(form: Any) -> None:
    fill(form, **COMPLETE)
    form.do("save")
    fill(form, name="Đoàn khác")
    with messages.answering("stay") as asked:
        assert not form.ask_to_leave()
    assert asked[0].buttons == ("save", "discard", "stay")


def test_the_harmless_answer_is_the_one_enter_gives(form: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(form, name="Đoàn báo chí")
    told: dict[str, Any] = {}

    def ask(_parent: Any, _title: str, _text: str, buttons: dict[str, str], **rest: Any) -> str:
        told.update(rest)
        return list(buttons)[-1]

    monkeypatch.setattr(messages, "ask", ask)
    assert not form.ask_to_leave()
    assert told == {"danger": "discard"}  # which makes the last answer the default


def test_what_is_stored_is_closed_and_no_more_cancelled(form: Any) -> None:
    assert form.header.buttons["cancel"].text() == "Ca&ncel"
    fill(form, **COMPLETE)
    form.do("save")
    assert form.header.buttons["cancel"].text() == "Close"
    assert COMPLETE["name"] in form.header.title.text()


def test_a_saved_table_takes_nothing_back_from_before(form: Any) -> None:
    fill(form, **COMPLETE)
    form.body.editors["members"].paste("An\nBình\n")
    form.do("save")
    form.body.editors["members"].table.take_back()
    assert len(form.body.editors["members"].value()) == 2


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_state_of_the_drop_down_is_seen_whole(shown: Show, qapp: QApplication, theme: str) -> None:
    look.apply(qapp, theme)
    page = kinds.PAGES["agreement"]
    form: Any = FormPage(page, page.blank())
    shown(form)
    box = form.states.box
    box.showPopup()
    view = box.view()
    rows = [view.visualRect(view.model().index(row, 0)) for row in range(box.count())]
    assert len(rows) == 3
    assert all(view.viewport().rect().contains(row) for row in rows)
    box.hidePopup()


def test_a_text_of_several_lines_is_not_squeezed_where_the_form_is_longer_than_the_window(shown: Show) -> None:
    page = kinds.PAGES["partner"]
    form: Any = FormPage(page, page.blank())
    shown(form)
    lines = form.body.editors["note"].lines
    assert lines.height() == lines.sizeHint().height()


def test_an_aid_asks_for_the_ngo_where_one_gives_and_works_its_dong_out_under_the_cursor(shown: Show) -> None:
    page = kinds.PAGES["aid"]
    form: Any = FormPage(page, page.blank())
    shown(form)
    for card in form.body.cards:
        card.open()
    fill(form, donor_kind="chinh_phu")
    form.consider()
    assert not form.body.editors["ngo"].isVisibleTo(form.body.widget())
    fill(form, donor_kind="pcpnn", direction="IN", currency="USD", committed=150_000, rate=26_000)
    form.body.editors["committed_vnd"].entry.setFocus()
    form.consider()
    QApplication.processEvents()
    assert form.body.editors["ngo"].isVisibleTo(form.body.widget())
    assert not form.body.editors["recipients"].isVisibleTo(form.body.widget())
    assert form.body.editors["committed_vnd"].value() == 3_900_000_000
