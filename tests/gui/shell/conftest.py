"""A window with a small office in it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import look, tasks
from gui.qt_words import set_language
from gui.window import Window
from models import days, store
from models.delegations import Member
from models.kinds import PAGES
from models.record import Record
from models.text import speak


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("gui.messages.install_exception_hook", lambda *_: None)
    days.set_today(date(2026, 3, 18))
    set_language(qapp, "en")
    look.apply(qapp, "light")
    yield
    tasks.stop_all()
    store.close_office()
    days.set_today(None)
    speak("vi")  # without telling windows whose office is closed
    qapp.setStyleSheet("")


def made(page: str, **values: Any) -> Record:
    """Make a record of a page, unsaved."""
    record = PAGES[page].blank()
    for name, value in values.items():
        setattr(record, name, value)
    return record


def visit(name: str, partner: int, **values: Any) -> Record:
    """Save a visit with everything that is asked."""
    told = {
        "countries": ["LA"], "starts": "2026-03-05", "ends": "2026-03-07", "persons": 12, "level": "lanh_dao_tinh",
        "admin_level": "tinh", "purpose": "tham_lam_viec", "fields": ["y_te"], "content": "Làm việc",
        "funding": "ns_tinh", "in_plan": True, "host_units": ["unit:1"],
    }  # fmt: skip
    return store.save(made("inbound", name=name, partner=partner, **(told | values)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with three visits, an overdue action, a draft, a partner and a unit."""
    file = tmp_path / "office.db"
    with store.session(file, create=True):
        store.save(made("unit", name="Sở Ngoại vụ", level="so"))
        partner = store.save(made("partner", name="Tỉnh Phông Sa Lỳ", country="LA", type="chinh_quyen_tinh"))
        head = Member(name="Khamphoy", is_head=True, position="Tỉnh trưởng", passport="P1234567")
        first = visit("Đoàn Điện Biên", partner.id, members=[head])
        visit("Đoàn Ân Giang", partner.id, countries=["CN"], starts="2025-05-01", ends="2025-05-02")
        visit("Đoàn Dương Hà", partner.id)
        store.save(made("inbound", name="Đoàn nháp"), draft=True)
        store.save(
            made("action", name="Gửi báo cáo", fields=["y_te"], lead=1, assigned_on="2026-03-01", due_on="2026-03-10",
                 source=[first.reference])
        )  # fmt: skip
    return file


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[[Path], Window]]:
    """Open the window on an office and wait until its start page was read."""

    opened: list[Window] = []

    def show(file: Path) -> Window:
        window = Window(file)
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitSignal(window.ready, timeout=10_000):
            window.show()
        qtbot.waitUntil(lambda: bool(window.workplace and window.workplace.home._news))
        return window

    yield show
    for each in opened:
        each.close()
    # Pages whose office is closed must not hear of the next test's language.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(open_window: Callable[[Path], Window], path: Path) -> Window:
    """The window with the small office."""
    return open_window(path)
