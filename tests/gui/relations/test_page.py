"""The page of relations: one timeline to read, to choose from, to count in another way, to open and to print."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui import look
from gui.qt_words import set_language
from gui.relations import RelationsPage
from gui.relations.timeline import EVENT
from gui.window import Window
from models import store
from models.store.relations import Event, Relations

Opened = Callable[..., RelationsPage]


def rows(page: RelationsPage) -> list[str]:
    return [row if isinstance(row, str) else row.name for row in page.view.timeline.rows]


def texts(page: RelationsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def chips(page: RelationsPage) -> list[str]:
    return [chip.text() for chip in page.chips.buttons()]


def read_again(page: RelationsPage, qtbot: QtBot) -> Relations:
    qtbot.waitUntil(lambda: page._task is None)
    assert page.relations
    return page.relations


def test_years_stand_above_their_records_newest_first(opened: Opened) -> None:
    page = opened("partner", 1)
    assert rows(page) == [
        "2026 · 2 records", "Đoàn ra 2026-03-01", "Đoàn vào 2026-02-01", "2025 · 1 record", "Bản ghi nhớ 2025-08-01",
    ]  # fmt: skip


def test_a_kind_is_chosen_by_its_count(opened: Opened, qtbot: QtBot) -> None:
    page = opened("partner", 1)
    assert chips(page) == ["Everything (3)", "Inbound delegations (1)", "Outbound delegations (1)", "Agreements (1)"]
    page.chips.buttons()[1].click()
    assert rows(page) == ["2026 · 1 record", "Đoàn vào 2026-02-01"]


def test_what_was_chosen_opens_as_a_list_of_just_these(opened: Opened, window: Window, qtbot: QtBot) -> None:
    page = opened("partner", 1)
    assert not page.list_button.isEnabled()
    page.chips.buttons()[1].click()
    page.list_button.click()
    assert window.workplace
    shown = window.workplace.list_page()
    assert shown
    assert (shown.page.name, list(shown.model.ids)) == ("inbound", [1])


def test_the_page_names_what_the_body_took_over(opened: Opened) -> None:
    page = opened("partner", 1)
    assert "Tỉnh Hà Giang (until 30/06/2025)" in texts(page)
    assert "set up on 01/07/2025" in texts(page)


def test_as_now_counts_the_bodies_before_it(opened: Opened, qtbot: QtBot) -> None:
    page = opened("partner", 1)
    page.as_now.click()
    assert read_again(page, qtbot).visits("inbound") == (2, 8)
    assert "Tỉnh Hà Giang" in page.note.text()
    assert "Tỉnh Hà Giang" in page.view.timeline.below(page.view.timeline.rows[-1])  # type: ignore[arg-type]


def test_those_below_are_counted_when_asked_for(opened: Opened, qtbot: QtBot) -> None:
    page = opened("partner", 1)
    page.below.click()
    assert read_again(page, qtbot).visits("inbound") == (2, 14)


def test_another_body_is_counted_as_then_again(opened: Opened, qtbot: QtBot) -> None:
    page = opened("partner", 1)
    page.as_now.click()
    read_again(page, qtbot)
    assert opened("partner", 2) is page
    assert not page.as_now.isChecked()
    assert page.as_now.isHidden()


def test_enter_opens_the_record_and_back_comes_to_the_line_again(opened: Opened, window: Window, qtbot: QtBot) -> None:
    page = opened("partner", 1)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.current() == page.relations.events[1]  # type: ignore[union-attr]
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert window.workplace
    shown = window.workplace.list_page()
    assert shown
    assert shown.detail.shown() == ("delegation", 1)
    window.workplace.back()
    assert window.workplace.stack.currentWidget() is page
    read_again(page, qtbot)
    current = page.view.current()
    assert current
    assert current.id == 1


def test_a_year_is_no_line_to_stand_on(opened: Opened) -> None:
    page = opened("partner", 1)
    index = page.view.timeline.index(0)
    assert not index.flags() & Qt.ItemFlag.ItemIsSelectable
    assert isinstance(page.view.currentIndex().data(EVENT), Event)


def test_a_line_says_all_of_itself_to_a_screen_reader(opened: Opened) -> None:
    page = opened("partner", 1)
    told = page.view.timeline.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "01/02/2026, Đoàn vào 2026-02-01, Inbound delegation · Partner · 2026-001-DV · 3 persons, Reported"


def test_escape_leads_to_the_record_of_the_body(opened: Opened, window: Window, qtbot: QtBot) -> None:
    page = opened("partner", 1)
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert window.workplace
    shown = window.workplace.list_page()
    assert shown
    assert shown.detail.shown() == ("partner", 1)


def test_what_is_saved_elsewhere_shows_at_once(opened: Opened, qtbot: QtBot) -> None:
    page = opened("partner", 1)
    store.remove(store.load("delegation", 4))
    qtbot.waitUntil(lambda: chips(page)[0] == "Everything (2)")


def test_a_body_moved_to_the_bin_is_said_to_be_read_no_more_only_when_gone(opened: Opened) -> None:
    page = opened("partner", 99)
    assert page.title.text() == "This record is no longer there."
    assert not page.print_button.isEnabled()


def test_a_person_shows_the_titles_held_then_and_no_personal_details(opened: Opened) -> None:
    page = opened("person", 1)
    assert "Phó Chủ tịch" in texts(page)
    assert page.as_now.isHidden() or not page._ways.isVisible()


def test_a_body_that_no_record_names_says_so(opened: Opened) -> None:
    store.save(store.load("person", 1).__class__.blank(name="Lê B"))
    page = opened("person", 2)
    assert page.nothing.isVisible()
    assert page.view.isHidden()


def test_the_command_opens_the_page_of_the_record_or_of_its_partner(window: Window, qtbot: QtBot) -> None:
    work = window.workplace
    assert work
    for page, number, kind, body in (
        ("partner", 2, "partner", 2),
        ("agreement", 1, "partner", 1),
        ("unit", 1, "unit", 1),
    ):
        work.open_record(page, number)
        window.menus.actions["relations"].trigger()
        shown = work.stack.currentWidget()
        assert isinstance(shown, RelationsPage)
        assert (shown.kind, shown.number) == (kind, body)
        read_again(shown, qtbot)


def test_the_tab_beside_the_list_tells_it_in_short(window: Window, qtbot: QtBot) -> None:
    work = window.workplace
    assert work
    work.open_record("partner", 1)
    page = work.list_page()
    assert page
    words = [page.detail.tabs.tabText(place) for place in range(page.detail.tabs.count())]
    assert words[1] == "Relations"
    tab = page.detail.tabs.widget(1)
    assert tab

    def told() -> str:
        return "\n".join(label.text() for label in tab.findChildren(QLabel))

    qtbot.waitUntil(lambda: "Last contact" in told())
    assert "Last contact: 01/03/2026 (17 days ago)" in told()
    assert "Came: 1 (3 persons)" in told()
    assert "Went: 1 (2 persons)" in told()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_painted_in_both_looks_and_languages(
    opened: Opened, qapp: QApplication, theme: str, window: Window
) -> None:
    page = opened("partner", 1)
    look.apply(qapp, theme)
    set_language(qapp, "vi")
    picture, corner = page.grab().toImage(), page.view.mapTo(page, QPoint(0, 0))
    assert picture.pixelColor(corner.x() + 8, corner.y() + page.view.height() - 4) == look.color("surface")
    line = corner.y() + page.view.visualRect(page.view.timeline.index(2)).center().y() - 8
    assert len({picture.pixelColor(x, line).rgb() for x in range(corner.x(), picture.width() - 30)}) > 10
    set_language(qapp, "en")


def test_the_sheet_says_what_the_page_says(opened: Opened, path: Path) -> None:
    from models.paper.relations import relations_sheet

    page = opened("partner", 1)
    assert page.record
    assert page.relations
    sheet = relations_sheet(page.record, page.relations)
    told = repr(sheet)
    assert sheet.title == "Relations with a partner"
    for words in (
        "Tỉnh Hà Giang (until 30/06/2025)",
        "1 (3 persons)",
        "01/03/2026 (17 days ago)",
        "Đoàn ra 2026-03-01",
    ):
        assert words in told
