"""A list: order, search, filters, what it says when it is empty, what can be done with its rows."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gui import messages
from gui.pages import ListPage
from gui.pages.list_view import NAME_LEAST, ListView
from gui.shell.commands import Commands
from gui.tables import PAGE, TableModel, columns_of
from gui.widgets.pills import pill_width
from gui.window import Window
from models import preferences, store
from models.kinds import PAGES
from models.store import Question
from tests.gui.shell.conftest import made, visit
from tests.gui.typing_hands import press, type_text


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ListPage:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.workplace
    window.workplace.go("inbound")
    found = window.workplace.list_page()
    assert found
    return found


def names(page: ListPage) -> list[str]:
    column = [each.name for each in page.model.columns].index("name")
    return [texts[column] for texts in page.model.texts(range(len(page.model.ids)))]


def header(page: ListPage, name: str) -> None:
    section = [each.name for each in page.model.columns].index(name)
    page.view.horizontalHeader().sectionClicked.emit(section)


def test_a_click_on_the_header_sorts_in_vietnamese_order(page: ListPage) -> None:
    header(page, "name")
    assert names(page) == ["Đoàn Ân Giang", "Đoàn Dương Hà", "Đoàn Điện Biên", "Đoàn nháp"]
    header(page, "name")
    assert names(page)[0] == "Đoàn nháp"


def test_search_needs_no_marks(page: ListPage, qtbot: QtBot) -> None:
    page.filters.search.setFocus()
    type_text("dien bie", page.filters.search)
    qtbot.waitUntil(lambda: names(page) == ["Đoàn Điện Biên"])
    assert page.footer.text() == "showing 1 of 4"


def test_filters_narrow_and_are_cleared_with_one_button(page: ListPage) -> None:
    page.ask(Question(year=2025, country="CN"))
    assert names(page) == ["Đoàn Ân Giang"]
    page.filters.clear_button.click()
    assert len(names(page)) == 4
    assert not page.filters.clear_button.isVisible()


def test_an_empty_answer_says_which_filters_hide_how_many(page: ListPage) -> None:
    page.ask(Question(year=2025, country="LA"))
    assert page.nothing.isVisible()
    assert page.nothing.state.sentence.text() == "No record matches: 2025 · Laos. 4 records are hidden."
    page.nothing.clear_button.click()
    assert page.view.isVisible()


def test_an_empty_search_offers_to_create_what_was_typed(page: ListPage, qtbot: QtBot) -> None:
    page.ask(Question(words="Xuyên Khoáng"))
    assert "“Xuyên Khoáng”" in page.nothing.state.sentence.text()
    with qtbot.waitSignal(page.begin) as asked:
        page.nothing.create_button.click()
    assert asked.args == ["Xuyên Khoáng"]


def test_esc_clears_the_search_first_and_closes_the_record_then(page: ListPage) -> None:
    page.open_record(1)
    page.ask(Question(words="dien"))
    page.view.setFocus()
    press(Qt.Key.Key_Escape, widget=page.view)
    assert page.filters.search.text() == ""
    assert page.detail.isVisible()
    press(Qt.Key.Key_Escape, widget=page.view)
    assert not page.detail.isVisible()


def test_the_list_has_the_room_until_a_record_is_chosen(page: ListPage, qtbot: QtBot) -> None:
    assert page.detail.isHidden()
    asked = [page.model.columns.index(page.model.known[name]) for name in
             ("code", "name", "state", "countries", "partner", "starts", "ends", "persons")]  # fmt: skip
    right = max(page.view.columnViewportPosition(each) + page.view.columnWidth(each) for each in asked)
    assert right <= page.view.viewport().width(), "what is asked most fits a screen of 1366"
    press(Qt.Key.Key_Down, widget=page.view)
    qtbot.waitUntil(page.detail.isVisible)
    page.resize(page.width() - 1, page.height())
    assert page.detail.isVisible()


def test_the_divider_stays_where_it_was_put(page: ListPage, window: Window, qtbot: QtBot) -> None:
    page.open_record(1)
    page.splitter.moveSplitter(700, 1)
    qtbot.waitUntil(lambda: bool(preferences.get("splitter")))
    sizes = page.splitter.sizes()
    page.close_detail()
    page.open_record(1)
    assert page.splitter.sizes() == sizes
    assert window.workplace
    window.workplace.open_record("partner", 1)
    other = window.workplace.list_page()
    assert other
    assert abs(other.splitter.sizes()[0] - sizes[0]) <= other.splitter.handleWidth()


def test_a_record_that_went_away_leaves_no_empty_pane(page: ListPage) -> None:
    page.open_record(1)
    assert page.detail.isVisible()
    page.open_record(999)
    assert page.detail.isHidden()


def test_shift_f10_offers_what_can_be_done_with_the_rows(page: ListPage, qtbot: QtBot) -> None:
    page.view.select(1)
    page.view.setFocus()
    seen: list[str] = []

    def read() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.extend(each.text() for each in menu.actions())
        menu.close()

    QTimer.singleShot(300, read)
    press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier, page.view)
    qtbot.waitUntil(lambda: bool(seen))
    assert {"&Edit", "Mo&ve to the bin", "&Copy rows"} <= set(seen)


def test_the_record_just_saved_is_chosen_alone_although_ctrl_is_still_held(page: ListPage) -> None:
    page.view.select(1)
    QTest.keyPress(page.view, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    page.view.select(2)
    QTest.keyRelease(page.view, Qt.Key.Key_F12)
    assert page.view.selected_ids() == [2]


def test_rows_are_copied_as_a_table_with_headers_if_asked(page: ListPage) -> None:
    page.view.show_columns(["code", "name"])
    page.view.select(1)
    page.view.copy(headers=True)
    assert QApplication.clipboard().text() == "File code\tDelegation\n2026-001-DV\tĐoàn Điện Biên\n"


def test_chosen_columns_are_remembered_and_personal_ones_never_offered(page: ListPage, qtbot: QtBot) -> None:
    page.view.switch_column("purpose", True)
    page.view.remember()
    assert preferences.get("lists")["inbound"]["columns"][-1] == "purpose"
    again = ListView(TableModel(PAGES["inbound"]))
    qtbot.addWidget(again)
    assert again.names()[-1] == "purpose"
    assert "phone" not in columns_of(PAGES["person"])


def test_a_removed_record_comes_back_with_undo(page: ListPage, window: Window, qtbot: QtBot) -> None:
    deeds = Commands(window).deeds()
    page.open_record(3)
    with messages.answering("remove"):
        deeds["remove"]()
    qtbot.waitUntil(lambda: 3 not in page.model.ids)
    assert page.view.current_id() is not None, "the keyboard stands on the next record"
    assert window.workplace
    assert window.workplace.toast.text.text() == "Removed inbound delegation “Đoàn Dương Hà”"
    page.view.setFocus()
    deeds["undo"]()
    qtbot.waitUntil(lambda: 3 in page.model.ids)


def test_removing_asks_where_anything_is_linked_and_names_it_all(window: Window) -> None:
    work = window.workplace
    assert work
    for page, kind, named, linked in (
        ("partner", "partner", "• Partner: Tỉnh Phông Sa Lỳ", "• Delegation: 2026-001-DV Đoàn Điện Biên"),
        ("inbound", "delegation", "• Inbound delegation: 2026-001-DV Đoàn Điện Biên", "• Partner: Tỉnh Phông Sa Lỳ"),
    ):
        work.open_record(page, 1)
        with messages.answering("keep") as asked:
            Commands(window).deeds()["remove"]()
        about, _, rest = asked[0].text.partition("stay:")
        assert named.lower() in about.lower()
        assert linked.lower() in rest.lower()
        assert store.load(kind, 1).removed_at is None


def test_one_that_is_linked_with_nothing_goes_without_a_question(window: Window) -> None:
    alone = store.save(made("unit", name="Sở Y tế", level="so"))
    assert window.workplace
    window.workplace.remove("unit", [alone.id])
    assert store.load("unit", alone.id).removed_at


def test_what_is_closed_is_said_before_anything_is_asked(window: Window) -> None:
    store.move(store.load("action", 1), "CANCELLED", note="Không còn cần")  # type: ignore[arg-type]
    assert window.workplace
    with messages.answering("ok") as asked:
        window.workplace.remove("action", [1])
    assert "2026-001-VB Gửi báo cáo” is closed" in asked[0].text


def test_a_key_pressed_again_removes_nothing_that_was_not_chosen(page: ListPage, window: Window, qtbot: QtBot) -> None:
    page.view.select(2)
    remove = Commands(window).deeds()["remove"]
    with messages.answering("remove"):
        remove()
    qtbot.waitUntil(lambda: 2 not in list(page.model.ids))
    remove()
    remove()
    assert [each.id for each in store.binned()] == [2]
    assert window.workplace
    assert window.workplace.toast.button.isVisible()
    assert page.view.current_id() is not None
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert page.view.selected_ids() == [page.view.current_id()]


def test_bringing_back_is_offered_only_in_the_bin(page: ListPage, window: Window) -> None:
    restore = window.menus.actions["restore"]
    store.remove(store.load("delegation", 3))
    window.go("inbound")
    assert not restore.isEnabled()
    page.ask(Question(removed=True))
    assert restore.isEnabled()
    window.go("partner")
    assert not restore.isEnabled()


def test_the_bin_shows_what_was_removed(page: ListPage) -> None:
    store.remove(store.load("delegation", 3))
    page.ask(Question(removed=True))
    assert names(page) == ["Đoàn Dương Hà"]
    page.open_record(3)
    assert page.detail.restore_button.isVisible()
    assert not page.detail.tools["edit"].isVisible()


def test_a_copy_has_no_number_and_no_personal_details(window: Window) -> None:
    from gui.pages.deeds import clone

    made = clone(store.load("delegation", 1))
    assert (made.id, made.code, made.name) == (None, None, "Đoàn Điện Biên")  # type: ignore[attr-defined]
    assert [(row.name, row.passport) for row in made.members] == [("Khamphoy", None)]  # type: ignore[attr-defined]


def test_a_long_list_shows_its_first_lines_at_once_and_all_soon(page: ListPage, qtbot: QtBot) -> None:
    for n in range(PAGE):
        visit(f"Đoàn số {n}", 1)
    page.ask(Question())
    assert len(page.model.ids) == PAGE
    qtbot.waitUntil(lambda: len(page.model.ids) == PAGE + 4)
    assert page.model.complete
    assert len(set(page.model.ids)) == PAGE + 4


def test_a_new_question_drops_the_answer_to_the_old_one(page: ListPage, qtbot: QtBot) -> None:
    for n in range(PAGE):
        visit(f"Đoàn số {n}", 1)
    page.ask(Question())
    page.ask(Question(words="dien bien"))
    qtbot.wait(300)
    assert names(page) == ["Đoàn Điện Biên"]


def test_the_name_and_the_whole_state_are_seen_beside_an_open_record(page: ListPage, qtbot: QtBot) -> None:
    page.open_record(1)
    qtbot.waitUntil(page.detail.isVisible)
    columns = {column.name: place for place, column in enumerate(page.model.columns)}
    state = columns["state"]
    assert page.view.columnWidth(columns["name"]) >= NAME_LEAST
    for line in page.model.texts(range(page.model.rowCount())):
        assert page.view.columnWidth(state) >= pill_width(line[state], "ok", page.view.font()) + 11
    assert page.view.columnViewportPosition(state) + page.view.columnWidth(state) <= page.view.viewport().width()
