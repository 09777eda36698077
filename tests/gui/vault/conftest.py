"""What the tests of the lock share: an encrypted office whose lock costs little, and the window on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.window import Window
from models import store, vault
from models.store import securing
from models.vault import envelope, held
from tests.gui.shell.conftest import _surroundings, open_window, path

__all__ = ["_surroundings", "open_window", "path"]
PASSPHRASE = "bon tu chang lien quan"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(envelope, "COST", 1 << 4)
    yield
    store.close_office()
    vault.let_go()
    held._wrong.clear()


@pytest.fixture
def code() -> str:
    return vault.new_code()


@pytest.fixture
def locked(path: Path, code: str) -> Path:
    securing.encrypt(path, PASSPHRASE, code)
    return path


@pytest.fixture
def window(locked: Path, open_window: Callable[[Path], Window], qtbot: QtBot) -> Window:
    """The window on the encrypted office, whose key is still held from encrypting it."""
    return open_window(locked)
