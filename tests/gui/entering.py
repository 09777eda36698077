"""A small office, a window to stand in, and hands that type Vietnamese."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import look
from models import days, kinds, store
from models.text import speak


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    days.set_today(date(2026, 3, 18))
    speak("en")
    look.apply(qapp, "light")
    with store.session(tmp_path / "office.db", create=True):
        for name, country in (("Tỉnh Phông Sa Lỳ", "LA"), ("Châu Hồng Hà", "CN")):
            store.save(kinds.PAGES["partner"].record.blank(name=name, country=country, type="chinh_quyen_tinh"))
        store.save(kinds.PAGES["unit"].record.blank(name="Sở Ngoại vụ", level="so"))
        yield
    days.set_today(None)
    speak("vi")
    qapp.setStyleSheet("")


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., QWidget]:
    """Stand widgets one below the other in a window that has the focus."""

    windows: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)  # or Python would throw it away
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.resize(900, 500)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        widgets[0].setFocus()
        return window

    return show
