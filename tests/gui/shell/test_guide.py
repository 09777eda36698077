"""The user guide is read inside the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.shell import guide_dialog
from gui.shell.guide_dialog import WIDEST, GuideDialog

PICTURE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def guide(qtbot: QtBot) -> GuideDialog:
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_guide_shows_its_text_and_its_pictures(guide: GuideDialog) -> None:
    assert guide.pages.toPlainText().startswith("Hướng dẫn sử dụng Bang Giao")
    picture = guide.pages.loadResource(PICTURE, "pictures/start-light.png")
    assert 0 < picture.width() / picture.devicePixelRatio() <= WIDEST


def test_words_are_found_by_enter_one_place_after_another(guide: GuideDialog) -> None:
    guide.search.setText("Ctrl+S")
    places = []
    for _ in range(2):
        QTest.keyClick(guide.search, Qt.Key.Key_Return)
        places.append(guide.pages.textCursor().position())
    assert 0 < places[0] < places[1]
    assert guide.isVisible()


def test_a_guide_that_is_not_there_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guide_dialog, "GUIDE", "none.md")
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    assert "was not found" in dialog.pages.toPlainText()


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "/etc/x.png", "../../x.png"])
def test_row_65_the_guide_reads_nothing_but_its_own_pictures(guide: GuideDialog, address: str) -> None:
    for kind in QTextDocument.ResourceType:
        assert guide.pages.loadResource(kind.value, address) is None
