"""The pasted text of minutes survives the end of the program, and a dialog that was closed without saving."""

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import messages
from gui.minutes import MINUTES, MinutesDialog
from gui.shell import drafts
from gui.window import Window
from models import store
from models.store import unfinished
from tests.whole import fresh

TEXT = "I. Y tế\n1. Hai bên thống nhất trao đổi thông tin dịch bệnh hằng tháng.\n"


@pytest.fixture
def session(window: Window) -> Any:
    return store.save(fresh("session"))


def opened(session: Any, window: Window, qtbot: QtBot) -> MinutesDialog:
    made = MinutesDialog(store.load("session", session.id), window)  # type: ignore[arg-type]
    qtbot.addWidget(made, before_close_func=QWidget.hide)
    made.show()
    return made


def kept() -> list[tuple[str, bool]]:
    return [(each.content[MINUTES], each.left_by_hand) for each in unfinished.unfinished()]


def pasted(session: Any, window: Window, qtbot: QtBot) -> MinutesDialog:
    dialog = opened(session, window, qtbot)
    dialog.text.setPlainText(TEXT)
    qtbot.waitUntil(lambda: kept() == [(TEXT, False)])
    return dialog


def test_the_text_is_kept_while_one_types_and_offered_after_a_crash(
    session: Any, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted(session, window, qtbot).hide()  # as a program that dies: nothing more is said to the dialog
    shown: list[MinutesDialog] = []
    monkeypatch.setattr(MinutesDialog, "exec", lambda self: shown.append(self))
    with messages.answering("open") as asked:
        drafts.offer(window.workplace)  # type: ignore[arg-type]
    assert session.heading in asked[0].text
    assert shown[0].text.toPlainText() == TEXT
    assert shown[0].keeping.key == unfinished.unfinished()[0].key
    assert window.workplace
    assert window.workplace.way.here.record == session.id


def test_a_text_that_is_saved_is_kept_no_more(session: Any, window: Window, qtbot: QtBot) -> None:
    dialog = pasted(session, window, qtbot)
    with messages.answering("keep"):
        dialog.reject()
    assert kept() == []
    assert store.load("session", session.id).minutes_text == TEXT.strip()  # type: ignore[attr-defined]
    again = opened(session, window, qtbot)
    again.text.setPlainText(TEXT + "2. Việc khác.")
    qtbot.waitUntil(lambda: len(kept()) == 1)
    for row in range(len(again.model.points)):
        again.model.put(row, field="y_te")
    again.save()
    assert again.saved
    assert kept() == []


def test_a_text_closed_without_saving_stays_for_thirty_days(session: Any, window: Window, qtbot: QtBot) -> None:
    dialog = opened(session, window, qtbot)
    dialog.text.setPlainText(TEXT)
    with messages.answering("drop"):
        dialog.reject()
    assert kept() == [(TEXT, True)]


def test_a_text_that_was_put_back_as_it_was_is_not_kept(session: Any, window: Window, qtbot: QtBot) -> None:
    dialog = pasted(session, window, qtbot)
    dialog.text.clear()
    dialog.split_text()
    with messages.answering():
        dialog.reject()
    assert kept() == []


def test_the_text_of_a_session_that_is_gone_is_shown_to_be_copied(session: Any, window: Window, qtbot: QtBot) -> None:
    pasted(session, window, qtbot).hide()
    store.remove(store.load("session", session.id))
    with messages.answering("ok") as asked:
        drafts.reopen(window.workplace, unfinished.unfinished()[0])  # type: ignore[arg-type]
    assert asked[0].details == TEXT
