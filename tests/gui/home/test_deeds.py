"""A line of the start page opens, is settled, put off with a reason, or hidden for a while."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui import messages
from gui.forms import FormPage, StepDialog
from gui.home.deeds import Spot, field_of, why_not
from gui.home.lines import FigureCard, RecordLine
from gui.home.postponing import AskDialog, PostponeDialog
from gui.window import Window
from models import deadlines, engine, history, store
from models.conclusions import Conclusion
from models.kinds import PAGES
from models.record import Numbered
from models.rules import RULES
from tests.gui.shell.conftest import _surroundings, made, open_window, path, window
from tests.gui.typing_hands import press

__all__ = ["_surroundings", "open_window", "path", "window"]
LATE = next(each for each in deadlines.CONCERNS if each.name == "overdue")


@pytest.fixture
def home(window: Window) -> Any:
    assert window.workplace
    return window.workplace.home


@pytest.fixture
def spot() -> Spot:
    """The overdue action."""
    return Spot(LATE, 1, "Gửi báo cáo")


def lines(home: Any) -> list[RecordLine]:
    return [line for line in home._lines() if line.more]


def names(home: Any) -> list[str]:
    return [line._name for line in lines(home)]


def concern(name: str) -> deadlines.Concern:
    return next(each for each in deadlines.CONCERNS if each.name == name)


def act(menu: QMenu, words: str) -> Any:
    """Find an entry by the beginning of its words, in sub-menus too."""
    for each in menu.actions():
        sub = each.menu()
        if isinstance(sub, QMenu) and (found := act(sub, words)):
            return found
        if each.text().replace("&", "").startswith(words):
            return each
    return None


def words_of(menu: QMenu) -> list[str]:
    return [each.text().replace("&", "") for each in menu.actions()]


def answer(kind: type[QDialog], deed: Callable[[Any], None]) -> None:
    """Do something with the next dialog of a kind once it is open."""

    def look() -> None:
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
        deed(found[0]) if found else QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


# The menu


def test_the_menu_of_an_action_offers_everything(home: Any, spot: Spot) -> None:
    assert words_of(home._deeds.menu(spot)) == ["Open", "Done: take the step…", "Put off…", "Hide for a while"]
    hide = act(home._deeds.menu(spot), "Hide").menu()
    assert words_of(hide) == [
        "1 day, until 19/03/2026",
        "3 days, until 21/03/2026",
        "7 days, until 25/03/2026",
        "Until a day…",
    ]


def test_the_menu_comes_with_the_button_the_right_click_and_the_keyboard(home: Any, qtbot: QtBot) -> None:
    line = lines(home)[0]
    asked: list[QPoint] = []
    line.asked.disconnect()
    line.asked.connect(asked.append)
    assert line.more
    line.more.click()
    line.setFocus()
    press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier, line)
    press(Qt.Key.Key_Menu, widget=line)
    place = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, line.mapToGlobal(place))
    QApplication.sendEvent(line, event)
    assert len(asked) == 4
    assert line.more.accessibleName()
    assert line.more.focusPolicy() == Qt.FocusPolicy.NoFocus, "Tab goes from line to line"


def test_an_office_open_for_reading_only_can_be_read(home: Any, spot: Spot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = store.current()
    assert session
    monkeypatch.setattr(session, "read_only", True)
    menu = home._deeds.menu(spot)
    assert [act(menu, words).isEnabled() for words in ("Open", "Done", "Put off", "1 day")] == [
        True,
        False,
        False,
        False,
    ]


# Done


def test_done_takes_a_step_of_an_action(home: Any, spot: Spot) -> None:
    answer(StepDialog, lambda dialog: dialog.go())
    act(home._deeds.menu(spot), "Done").trigger()
    read = store.load("action", 1)
    assert isinstance(read, Numbered)
    assert read.state == "DOING"


def test_what_is_settled_by_a_field_opens_there(window: Window, home: Any, qtbot: QtBot) -> None:
    assert window.workplace
    first = Spot(concern("in_notice"), 1, "Đoàn Điện Biên")
    act(home._deeds.menu(first), "Write down").trigger()
    form = window.workplace.stack.currentWidget()
    assert isinstance(form, FormPage)
    qtbot.waitUntil(lambda: form.body.editors["notice_date"].isVisible())


@pytest.mark.parametrize("each", deadlines.CONCERNS, ids=lambda each: each.name)
def test_every_list_is_settled_by_a_field_of_its_form_or_by_a_step(each: deadlines.Concern) -> None:
    record, name = PAGES[each.page].blank(), field_of(Spot(each, 1, ""))
    if each.name == "silent":
        return
    if name:
        assert name in {field.name for field in record.asked()}, each.name
    else:
        assert isinstance(record, Numbered | Conclusion), each.name


def test_a_duty_is_done_and_taken_back(window: Window, home: Any, qtbot: QtBot) -> None:
    assert window.workplace
    toast = window.workplace.toast
    duty = deadlines.duties()[0]
    home._deeds.finish(Spot(None, 0, duty.text(), duty))
    qtbot.waitUntil(lambda: duty.text() not in names(home))
    qtbot.waitUntil(lambda: toast.text.text() == "Changed the duties that are done")
    window.workplace.toast.button.click()
    qtbot.waitUntil(lambda: duty.text() in names(home))


# Put off


def test_an_action_is_put_off_with_a_reason_that_stays_in_its_history(home: Any, spot: Spot, qtbot: QtBot) -> None:
    def fill(dialog: Any) -> None:
        dialog.day.set_value("2026-04-01")
        dialog.note.set_value("Chờ phía bạn trả lời")
        dialog.go.click()

    answer(PostponeDialog, fill)
    act(home._deeds.menu(spot), "Put off").trigger()
    newest = history.read("action", 1)[0]
    assert newest.note == "Chờ phía bạn trả lời"
    assert [(each.path, each.new) for each in newest.changes] == [("due_on", "2026-04-01")]
    qtbot.waitUntil(lambda: "Gửi báo cáo" not in names(home))


@pytest.mark.parametrize(
    ("day", "note", "told"),
    [
        ("2026-03-18", "vì", "Choose a day after today."), ("2026-03-01", "vì", "Choose a day after today."),
        (None, "vì", "Choose a day after today."), ("2026-04-01", "", "Give the reason."),
        ("2026-04-01", "  ", "Give the reason."),
    ],
)  # fmt: skip
def test_a_day_that_is_past_or_a_missing_reason_is_told(
    home: Any, qtbot: QtBot, day: str, note: str, told: str
) -> None:
    dialog = PostponeDialog(store.load("action", 1))
    qtbot.addWidget(dialog, before_close_func=QWidget.hide)
    dialog.day.set_value(day)
    dialog.note.set_value(note)
    dialog.go.click()
    assert dialog.wrong.text() == told
    assert store.load("action", 1).version == 1


def test_the_day_of_a_law_does_not_move_but_the_line_can_be_hidden(home: Any) -> None:
    copy = Spot(concern("copy"), 1, "Bản ghi nhớ")
    with messages.answering("leave") as asked:
        home._deeds.put_off(copy)
    assert asked[0].text == (
        "This day is set by law (Law 70/2020/QH14, article 19): it does not move. You can hide the line for a while."
    )
    assert store.snoozed() == []
    with messages.answering("hide"):
        home._deeds.put_off(copy)
    assert [(each.concern, each.until) for each in store.snoozed()] == [("copy", "2026-03-25")]


def test_why_a_day_does_not_move_is_said_for_every_list(home: Any) -> None:
    assert "rule of the office" in why_not(Spot(concern("in_report"), 1, ""))
    assert "ends" in why_not(Spot(concern("expiring"), 1, ""))
    assert all(why_not(Spot(each, 1, "")) for each in deadlines.CONCERNS)
    assert RULES["agr.copy_mofa"].basis == "LAW"


# Hidden


def test_a_hidden_line_leaves_page_and_count_and_the_card_says_so(window: Window, home: Any, qtbot: QtBot) -> None:
    before = home._news.urgent
    act(home._deeds.menu(Spot(LATE, 1, "Gửi báo cáo")), "3 days").trigger()
    qtbot.waitUntil(lambda: home._news.urgent == before - 1)
    assert "Gửi báo cáo" not in names(home)
    assert store.load("action", 1).due_on == "2026-03-10"  # type: ignore[attr-defined]
    (card,) = [each for each in home.findChildren(FigureCard) if each._name == "Overdue actions"]
    assert card._beside == "1 of them hidden for a while"
    (link,) = [each for each in home.findChildren(QPushButton) if each.text() == "Hidden: 1"]
    link.click()
    qtbot.waitUntil(lambda: "Gửi báo cáo" in names(home))
    shown = next(line for line in lines(home) if line._name == "Gửi báo cáo")
    assert shown._standing == ("hidden until 21/03/2026", "neutral")
    hidden = Spot(LATE, 1, "Gửi báo cáo", hidden=True)
    act(home._deeds.menu(hidden), "Show again").trigger()
    qtbot.waitUntil(lambda: home._news.urgent == before)


def test_hiding_can_be_undone_from_the_note(window: Window, home: Any, spot: Spot, qtbot: QtBot) -> None:
    assert window.workplace
    home._deeds.hide(spot, "2026-03-25")
    assert window.workplace.toast.text.text() == "Hidden until 25/03/2026; the day it is due has not moved."
    window.workplace.toast.button.click()
    assert store.snoozed() == []


def test_a_line_is_hidden_until_a_day_that_is_asked_for(home: Any, spot: Spot) -> None:
    def fill(dialog: Any) -> None:
        dialog.day.set_value("2026-05-01")
        dialog.go.click()

    answer(AskDialog, fill)
    act(home._deeds.menu(spot), "Until a day").trigger()
    assert [each.until for each in store.snoozed()] == ["2026-05-01"]


def test_a_duty_is_hidden_like_a_record(home: Any, qtbot: QtBot) -> None:
    duty = deadlines.duties()[0]
    home._deeds.hide(Spot(None, 0, duty.text(), duty), "2026-03-25")
    qtbot.waitUntil(lambda: home._news.hidden_duties == (duty,))
    assert duty.text() not in names(home)


# The keyboard and the questions


def test_the_keyboard_stays_on_its_line_or_on_the_next(window: Window, home: Any, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first = lines(home)[0]
    first.setFocus()
    name = first.property("spot")
    home.refresh()
    qtbot.waitUntil(lambda: home._lines()[0] is not first)
    assert next(line for line in home._lines() if line.hasFocus()).property("spot") == name
    home._deeds.hide(Spot(LATE, 1, "Gửi báo cáo"), "2026-03-25")
    qtbot.waitUntil(lambda: "Gửi báo cáo" not in names(home))
    assert any(line.hasFocus() for line in home._lines())


def asked_for_news() -> int:
    from gui.home.news import read_news

    asked: list[str] = []
    connection = engine.database.connection()
    connection.set_trace_callback(asked.append)
    read_news()
    connection.set_trace_callback(None)
    return len(asked)


def test_a_hundred_more_records_ask_no_further_question(home: Any, path: Path) -> None:
    for place in range(2):
        store.snooze("overdue", "action", 900 + place, "2026-03-25")
    few = asked_for_news()
    with store.together():
        for place in range(100):
            told = {"assigned_on": "2026-03-01", "due_on": "2026-03-10", "source_words": "Biên bản"}
            store.save(made("action", name=f"Việc {place}", fields=["y_te"], lead=1, **told))
    for place in range(50):
        store.snooze("overdue", "action", 10 + place, "2026-03-25")
    assert asked_for_news() <= few + 2  # the lines beyond the first have links to read
