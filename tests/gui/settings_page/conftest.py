"""An office with some records, and its page of settings on the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import look
from gui.qt_words import set_language
from gui.settings_page import SettingsPage
from models import choices, days, deadlines, store, text
from tests.models.paper.made import Made, make


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Made]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(text, "_chosen", "en")
    with store.session(tmp_path / "office.db", create=True):
        yield make()
    # A page that only waits to be deleted would be styled anew below, and so would those of all tests before it.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    days.set_today(None)
    deadlines.use_office_rules({})
    choices.use_office_lists([])
    set_language(qapp, "en")
    look.apply(qapp)


@pytest.fixture
def page(made: Made, qtbot: QtBot) -> SettingsPage:
    made_page = SettingsPage()
    qtbot.addWidget(made_page)
    made_page.resize(1100, 700)
    made_page.show()
    return made_page
