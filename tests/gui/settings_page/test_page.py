"""Settings: done at once, kept in the right place, nothing used is ever deleted, a backup is looked over first."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from gui import look, messages
from gui.about import SHIPPED, About, version
from gui.output.notice import SavedNote
from gui.settings_page import SettingsPage
from gui.settings_page.data_card import CopiesCard, DataCard
from gui.settings_page.deadlines_card import DeadlinesCard
from gui.settings_page.lists_card import ENGLISH, USED, VIETNAMESE, ListsCard, new_code
from gui.settings_page.office_card import OfficeCard
from gui.settings_page.window_card import WindowCard
from gui.settings_page.working_days_card import WorkingDaysCard
from models import backup, choices, closed, preferences, store, text
from models.partners import Partner
from models.text import spoken
from tests.gui.settings_page.hands import card, choose
from tests.models.paper.made import Made


def test_a_narrow_window_cuts_nothing_off(page: SettingsPage) -> None:
    page.resize(670, 440)  # what the page gets at 150 % on a screen of 1366
    inside = page.area.widget()
    assert inside
    assert inside.minimumSizeHint().width() <= page.area.viewport().width()


def test_the_language_changes_at_once_and_is_remembered(page: SettingsPage, qapp: QApplication) -> None:
    window = card(page, WindowCard)
    choose(window.language, "vi")
    qapp.processEvents()
    assert spoken() == "vi"
    assert preferences.get("language") == "vi"
    assert window.theme.itemText(0) == text.say("Light", "vi")
    choose(window.language, "en")
    qapp.processEvents()
    assert window.theme.itemText(0) == "Light"


def test_colours_and_rows_change_at_once_and_are_remembered(page: SettingsPage) -> None:
    window = card(page, WindowCard)
    choose(window.theme, "dark")
    choose(window.density, "compact")
    assert look.is_dark()
    assert look.row_height() == 28
    assert (preferences.get("theme"), preferences.get("density")) == ("dark", "compact")


def test_colours_changed_in_the_menu_show_here_too(page: SettingsPage, qapp: QApplication) -> None:
    preferences.put("theme", "dark")
    look.apply(qapp, "dark")
    assert card(page, WindowCard).theme.currentData() == "dark"


def test_the_name_is_offered_from_the_account_and_kept_when_written(page: SettingsPage) -> None:
    window = card(page, WindowCard)
    assert window.who.placeholderText() == preferences.who()
    window.who.setText("  Trần Thị  Hạnh ")
    window.who.editingFinished.emit()
    assert preferences.who() == "Trần Thị Hạnh"


def test_the_facts_of_the_office_are_kept_and_head_the_next_paper(page: SettingsPage, qtbot: QtBot) -> None:
    office = card(page, OfficeCard)
    assert set(office.editors) == {field.name for field in office.record.asked()}
    office.editors["name"].set_value("Sở Ngoại vụ Điện Biên")
    with qtbot.waitSignal(page.office_saved):
        office.save.click()
    assert store.office().name == "Sở Ngoại vụ Điện Biên"
    office.editors["place"].set_value("Điện Biên Phủ")
    with qtbot.waitSignal(page.office_saved):
        office.save.click()
    assert store.office().place == "Điện Biên Phủ", "saving twice is no conflict with oneself"


def test_an_office_without_a_name_is_not_kept_and_the_field_says_so(page: SettingsPage) -> None:
    office = card(page, OfficeCard)
    office.editors["name"].set_value(None)
    office.save.click()
    assert office.editors["name"].complaint()
    assert store.office().name == "Sở Ngoại vụ"


def row_of(table: QTableWidget, words: str) -> int:
    return next(row for row in range(table.rowCount()) if item(table, row, VIETNAMESE) == words)


def item(table: QTableWidget, row: int, column: int) -> str:
    found = table.item(row, column)
    return found.text() if found else ""


def write(table: QTableWidget, row: int, column: int, words: str) -> None:
    found = table.item(row, column)
    assert found is not None
    found.setText(words)


def test_an_item_is_added_renamed_and_hidden_but_never_deleted(page: SettingsPage) -> None:
    lists = card(page, ListsCard)
    lists.list.setCurrentIndex(lists.list.findData("field"))
    lists.add.click()
    write(lists.table, lists.table.rowCount() - 1, VIETNAMESE, "Chuyển đổi số")
    assert choices.item_label("field", "chuyen_doi_so", "vi") == "Chuyển đổi số"
    write(lists.table, row_of(lists.table, "Chuyển đổi số"), ENGLISH, "Digital change")
    assert choices.item_label("field", "chuyen_doi_so", "en") == "Digital change"
    tick = lists.table.item(row_of(lists.table, "Chuyển đổi số"), USED)
    assert tick is not None
    tick.setCheckState(Qt.CheckState.Unchecked)
    assert "chuyen_doi_so" not in choices.codes("field")
    assert choices.item_label("field", "chuyen_doi_so", "vi") == "Chuyển đổi số", "records that have it still show it"
    assert row_of(lists.table, "Chuyển đổi số") >= 0, "it can be taken back"


def test_a_stock_item_that_was_only_hidden_keeps_the_words_of_the_catalogue(page: SettingsPage) -> None:
    lists = card(page, ListsCard)
    lists.list.setCurrentIndex(lists.list.findData("currency"))
    tick = lists.table.item(choices.codes("currency").index("EUR"), USED)
    assert tick is not None
    tick.setCheckState(Qt.CheckState.Unchecked)
    assert "EUR" not in choices.codes("currency")
    assert choices.item_label("currency", "EUR", "en") == "Euro (EUR)"
    assert choices._added == {}


def test_the_same_item_twice_is_refused_in_words(page: SettingsPage) -> None:
    lists = card(page, ListsCard)
    known = item(lists.table, 0, VIETNAMESE)
    lists.add.click()
    with messages.answering("ok") as asked:
        write(lists.table, lists.table.rowCount() - 1, VIETNAMESE, known.upper())
    assert "already in the list" in asked[0].text


def test_codes_of_new_items_are_plain_and_never_those_of_others() -> None:
    assert new_code("Đường sắt, cảng cạn", []) == "duong_sat_cang_can"
    assert new_code("Khác", ["khac"]) == "khac_2"
    assert new_code("红河", []) != ""


def test_a_backup_is_made_checked_and_listed(page: SettingsPage) -> None:
    copies = card(page, CopiesCard)
    assert copies.table.rowCount() == 0
    assert not copies.restore.isEnabled()
    copies.make.click()
    assert copies.table.rowCount() == 1
    assert item(copies.table, 0, 0) == "made by hand"
    copies.table.selectRow(0)
    made = copies.chosen()
    assert made is not None
    assert backup.check(made)["delegation"] == 1


def test_a_backup_made_by_hand_goes_to_the_second_place_and_its_note_leads_to_the_folder(
    page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "usb").mkdir()
    preferences.put(preferences.SECOND, str(tmp_path / "usb"))
    copies = card(page, CopiesCard)
    with qtbot.waitSignal(page.backup_made) as made:
        copies.make.click()
    assert made.args
    (there,) = (tmp_path / "usb").rglob("*-by-hand.db")
    assert there.name == made.args[0].copy.name
    note = page.findChild(SavedNote)
    assert note
    assert note.isVisible()
    assert note.open_folder.isVisible()
    assert not note.open_file.isVisible()
    (tmp_path / "usb").rename(tmp_path / "gone")
    with messages.answering("ok") as asked:
        copies.make.click()
    assert "cannot be reached" in asked[0].text
    assert copies.table.rowCount() == 2


def test_a_restore_says_where_the_backup_is_no_longer_what_was_made(page: SettingsPage) -> None:
    copies = card(page, CopiesCard)
    copies.make.click()
    copies.table.selectRow(0)
    copy = copies.chosen()
    assert copy
    with messages.answering("leave", "leave") as asked:
        copies.restore.click()
        closed.amend(copy, None, [("UPDATE unit SET name = ?", ("Khác",))])
        copies.restore.click()
    assert "no longer the file that was made" not in asked[0].text
    assert "no longer the file that was made" in asked[1].text
    assert "restore" in asked[1].buttons


def test_a_restore_shows_both_counts_and_waits_for_a_yes(page: SettingsPage, qtbot: QtBot) -> None:
    copies = card(page, CopiesCard)
    copies.make.click()
    copies.table.selectRow(0)
    store.save(Partner.blank(name="Châu Hồng Hà", type="chinh_quyen_chau_tp", country="CN"))
    with messages.answering("leave") as asked, qtbot.assertNotEmitted(page.restore_wanted):
        copies.restore.click()
    assert "Partners: 1 in the backup, 2 now" in asked[0].text
    assert "is saved first" in asked[0].text
    with messages.answering("restore"), qtbot.waitSignal(page.restore_wanted) as wanted:
        copies.restore.click()
    assert wanted.args == [copies.chosen()]


def test_a_restore_says_when_its_copy_was_made_and_what_was_done_since(page: SettingsPage) -> None:
    copies = card(page, CopiesCard)
    copies.make.click()
    copies.table.selectRow(0)
    made = copies.chosen()
    assert made
    told = made.with_name(made.name + ".json")
    account = json.loads(told.read_text(encoding="utf-8")) | {"made": "2026-03-01T08:30:00"}
    told.write_text(json.dumps(account), encoding="utf-8")  # the file itself is written anew by a move or a lock
    store.save(Partner.blank(name="Châu Hồng Hà", type="chinh_quyen_chau_tp", country="CN"))
    with messages.answering("leave") as asked:
        copies.restore.click()
    assert "Backup of 01/03/2026 08:30" in asked[0].text
    assert "Entered partner “Châu Hồng Hà”" in asked[0].text
    page.refresh()
    assert item(copies.table, 0, 1) == "01/03/2026 08:30"


def test_a_file_that_is_no_backup_is_refused_before_anything_is_asked(page: SettingsPage, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"no database at all" * 100)
    with messages.answering(str(other), "ok") as asked:
        card(page, CopiesCard).other.click()
    assert "not a backup" in asked[1].text


def test_a_backup_that_cannot_be_written_says_so(page: SettingsPage, tmp_path: Path) -> None:
    with messages.answering(str(tmp_path / "missing" / "b.db"), "ok") as asked:
        card(page, CopiesCard).elsewhere.click()
    assert "could not be written" in asked[1].text


def test_an_office_opened_lately_is_one_click_away(made: Made, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.touch()
    preferences.remember_office(other)
    page = SettingsPage()
    qtbot.addWidget(page)
    link = next(each for each in card(page, DataCard).findChildren(QPushButton) if each.text() == "Open")
    with qtbot.waitSignal(page.office_wanted) as wanted:
        link.click()
    assert wanted.args == [other]


def test_settings_of_an_office_open_for_reading_cannot_be_changed(made: Made, qtbot: QtBot, tmp_path: Path) -> None:
    store.close_office()
    with store.session(tmp_path / "office.db", read_only=True):
        page = SettingsPage()
        qtbot.addWidget(page)
        assert not card(page, OfficeCard).save.isEnabled()
        assert not card(page, ListsCard).add.isEnabled()
        assert not any(line.isEnabled() for line in card(page, DeadlinesCard).lines.values())
        assert not card(page, WorkingDaysCard).add.isEnabled()
        assert card(page, WindowCard).language.isEnabled(), "what is this person's own can be changed"


def test_every_control_has_a_name(page: SettingsPage, qtbot: QtBot) -> None:
    about = About(None)
    qtbot.addWidget(about)
    kinds = (QComboBox, QAbstractSpinBox, QTableWidget, QPushButton, QLineEdit)
    for window in (page, about):
        for control in [each for kind in kinds for each in window.findChildren(kind)]:
            if control.isVisibleTo(window) and not control.objectName().startswith("qt_"):
                name = control.accessibleName() or (control.text() if isinstance(control, QPushButton) else "")
                assert name, control


def test_about_names_the_version_and_every_licence(qtbot: QtBot) -> None:
    about = About(None)
    qtbot.addWidget(about)
    assert version()[0].isdigit()
    assert {"PySide6, Qt 6", "Peewee", "openpyxl", "Inter", "Tinos", "Lucide"} <= {name for name, _ in SHIPPED}
    assert dict(SHIPPED)["PySide6, Qt 6"].startswith("LGPL")
