"""The bin in the sidebar: who removed what and when; back with one press, erased only on purpose."""

from datetime import date, timedelta

import pytest

from gui import look, messages
from gui.bin import BinPage
from gui.window import Window
from models import days, store


@pytest.fixture
def page(window: Window) -> BinPage:
    store.remove(store.load("delegation", 3))
    store.remove(store.load("action", 1))
    window.go("bin")
    shown = window.workplace.stack.currentWidget()  # type: ignore[union-attr]
    assert isinstance(shown, BinPage)
    return shown


def lines(page: BinPage) -> list[list[str]]:
    table = page.table
    cells = [[table.item(row, place) for place in range(table.columnCount())] for row in range(table.rowCount())]
    return [[cell.text() if cell else "" for cell in row] for row in cells]


def choose(page: BinPage, *names: str) -> None:
    page.table.clearSelection()
    for row, line in enumerate(lines(page)):
        if line[2] in names:
            for place in range(page.table.columnCount()):
                item = page.table.item(row, place)
                assert item
                item.setSelected(True)


def test_the_keyboard_goes_into_it_and_stands_on_its_first_line(page: BinPage, window: Window) -> None:
    assert window.focusWidget() is page.table
    assert page.table.chosen() is page.table.things[0]
    window.go("settings")
    shown = window.workplace.stack.currentWidget()  # type: ignore[union-attr]
    assert shown
    assert shown.isAncestorOf(window.focusWidget())


def test_it_tells_what_who_when_and_until_when(page: BinPage, window: Window) -> None:
    assert {line[2] for line in lines(page)} == {"Đoàn Dương Hà", "Gửi báo cáo"}
    kind, code, _, removed, who, until = next(line for line in lines(page) if line[2] == "Đoàn Dương Hà")
    assert (kind, code) == ("Inbound delegation", "2026-002-DV")
    assert who == store.binned()[0].who
    day = date(int(removed[6:10]), int(removed[3:5]), int(removed[:2]))
    assert until == f"{day + timedelta(days=90):%d/%m/%Y}"
    assert window.sidebar.items["bin"].isChecked()


def test_chosen_records_come_back(page: BinPage) -> None:
    choose(page, "Đoàn Dương Hà", "Gửi báo cáo")
    page.restore_button.click()
    assert store.binned() == []
    assert page._stack.currentWidget() is page.nothing
    assert store.load("delegation", 3).removed_at is None


def test_reading_one_shows_it_in_its_list(page: BinPage, window: Window) -> None:
    choose(page, "Đoàn Dương Hà")
    page.open_button.click()
    shown = window.workplace.list_page()  # type: ignore[union-attr]
    assert shown
    assert shown.page.name == "inbound"
    assert shown.question().removed
    assert list(shown.model.ids) == [3]


def test_erasing_asks_with_names_keeps_on_a_no_and_says_what_was_done(page: BinPage, window: Window) -> None:
    choose(page, "Đoàn Dương Hà")
    with messages.answering("keep") as asked:
        page.erase_button.click()
    assert "2026-002-DV Đoàn Dương Hà" in asked[0].text
    assert "cannot be undone" in asked[0].text
    assert len(store.binned()) == 2
    with messages.answering("erase"):
        page.erase_button.click()
    assert window.workplace.toast.text.text() == "Erased for good: 2026-002-DV Đoàn Dương Hà"  # type: ignore[union-attr]
    assert [each.name for each in store.binned()] == ["Gửi báo cáo"]
    assert len(lines(page)) == 1


def test_what_others_name_is_said_and_not_erased(page: BinPage) -> None:
    store.restore(store.load("action", 1))
    store.remove(store.load("delegation", 1))  # the action came from it
    page.fill()
    choose(page, "Đoàn Điện Biên")
    with messages.answering("ok") as asked:
        page.erase_button.click()
    assert "Đoàn Điện Biên (named by: 2026-001-VB Gửi báo cáo)" in asked[0].text
    assert store.load("delegation", 1).removed_at


def test_emptying_takes_only_what_is_older_than_90_days(page: BinPage) -> None:
    assert page.empty_button.text() == "Erase what is older than 90 days…"
    assert not page.empty_button.isEnabled()
    assert "Nothing here is older than 90 days" in page.empty_button.toolTip()
    days.set_today(date.today() + timedelta(days=91))
    page.fill()
    with messages.answering("erase"):
        page.empty_button.click()
    assert store.binned() == []


def test_an_office_open_for_reading_offers_only_reading(page: BinPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.current(), "read_only", True)
    choose(page, "Đoàn Dương Hà")
    page._allow()
    assert page.open_button.isEnabled()
    for each in (page.restore_button, page.erase_button, page.empty_button):
        assert not each.isEnabled()


def test_an_empty_bin_offers_nothing_to_erase_and_its_buttons_look_so(page: BinPage) -> None:
    page.table.selectAll()
    days.set_today(date.today() + timedelta(days=91))
    with messages.answering("erase"):
        page.erase_button.click()
    assert store.binned() == []
    for each in (page.restore_button, page.open_button, page.erase_button, page.empty_button):
        assert not each.isEnabled()
    red = look.color("bad")
    image = page.erase_button.grab().toImage()
    seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert red not in seen
