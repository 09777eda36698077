"""Row 65: what is entered is shown literally wherever the window shows it; nothing in it is read as a page."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.window import Window
from models import search, store

NASTY = '<b>A&B</b><img src="file:///etc/hostname"><a href="javascript:1">x</a>'


def read_as_page(widget: QWidget) -> list[str]:
    """The labels in which the hostile text could act."""
    found = [
        each.text()
        for each in widget.findChildren(QLabel)
        if "<img" in each.text() and each.textFormat() != Qt.TextFormat.PlainText
    ]
    pages = (each for each in widget.findChildren(QTextEdit) if each.acceptRichText())
    return found + [each.toHtml() for each in pages if "file:///" in each.toHtml()]


def test_row_65_no_label_of_the_window_reads_what_was_entered_as_a_page(window: Window, qtbot: QtBot) -> None:
    work, number = window.workplace, search.find("khamphoy")[0].record
    assert work
    partner = store.load("partner", 1)
    partner.name = partner.native = NASTY  # type: ignore[attr-defined]
    store.save(partner)
    record = store.load("delegation", number)
    for name in ("name", "content", "host_leader", "places", "result"):
        setattr(record, name, NASTY)
    record.members[0].name = record.members[0].position = NASTY  # type: ignore[attr-defined]
    record.members[0].person = None  # type: ignore[attr-defined]
    store.save(record)
    window.go("home")
    qtbot.wait(100)
    bad = read_as_page(window)
    work.open_record("delegation", number)
    page = work.list_page()
    assert page
    qtbot.waitUntil(lambda: page.detail.shown() == ("delegation", number))
    for tab in range(page.detail.tabs.count()):
        page.detail.tabs.setCurrentIndex(tab)
        bad += read_as_page(window)
    work.open_relations("partner", 1)
    qtbot.wait(200)
    bad += read_as_page(window)
    work.open_form(store.load("delegation", number))
    bad += read_as_page(window)
    window.workplace.toast.note(NASTY)  # type: ignore[union-attr]
    assert bad + read_as_page(window) == []


def test_row_65_a_tool_tip_is_never_read_as_a_page(window: Window, qtbot: QtBot) -> None:
    QToolTip.showText(QPoint(5, 5), NASTY, window)
    tips = [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible()]
    assert [each.textFormat() for each in tips if isinstance(each, QLabel)] == [Qt.TextFormat.PlainText]
    QToolTip.hideText()


def test_row_83_preferences_and_logs_hold_nothing_that_was_entered(window: Window, tmp_path: Path) -> None:
    work, number = window.workplace, search.find("khamphoy")[0].record
    assert work
    work.open_record("delegation", number)
    page = work.list_page()
    assert page
    page.filters.search.setText("P1234567")
    window.close()
    told = [path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file() and path.suffix != ".db"]
    assert told
    assert not any(b"P1234567" in each or "Điện Biên".encode() in each for each in told)
