"""A window with an office whose relations can be counted by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.relations import RelationsPage
from gui.window import Window
from models import store
from tests.gui.shell.conftest import _surroundings, open_window
from tests.models.store.relations.small import agreed, came, headed, keep, partner, unit, went

__all__ = ["_surroundings", "open_window"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Hà Giang went into Tuyên Quang; a commune belongs to Hà Giang; both were visited."""
    file = tmp_path / "office.db"
    with store.session(file, create=True):
        host = unit("Sở Ngoại vụ")
        new = partner("Tỉnh Tuyên Quang", begun="2025-07-01")
        old = partner("Tỉnh Hà Giang", ended="2025-06-30", successor=new.id, aliases="Ha Giang Province")
        commune = partner("Xã Thanh Thủy", parent=new.id)
        person = keep("person", name="Vương Văn A", position="Chủ tịch")
        came(new, host, "2026-02-01", 3, members=headed(person, "Phó Chủ tịch"))
        came(old, host, "2024-03-01", 5)
        came(commune, host, "2026-01-01", 11)
        went(new, host, "2026-03-01", 2)
        agreed(new, host, "2025-08-01")
    return file


@pytest.fixture
def window(open_window: Callable[[Path], Window], path: Path) -> Window:
    """The window with that office."""
    return open_window(path)


@pytest.fixture
def opened(window: Window, qtbot: QtBot) -> Iterator[Callable[..., RelationsPage]]:
    """Open the page of a body and wait until it is read."""

    def show(kind: str, number: int) -> RelationsPage:
        work: Any = window.workplace
        work.open_relations(kind, number)
        page = work.stack.currentWidget()
        assert isinstance(page, RelationsPage)
        qtbot.waitUntil(lambda: page._task is None)
        return page

    yield show
    QApplication.processEvents()
