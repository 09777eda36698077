"""What the tests of encrypted offices share: a lock that costs little, and an office under it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import store, vault
from models.store import securing
from models.units import Unit
from models.vault import envelope, held

PASSPHRASE = "bốn từ chẳng liên quan"
CONTENT = b"Noi dung cua tep dinh kem " * 100_000  # three pieces


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr(envelope, "COST", 1 << 4)
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    yield
    store.close_office()
    vault.let_go()
    held._wrong.clear()


@pytest.fixture
def code() -> str:
    return vault.new_code()


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the office once: each test has a copy of its own."""
    path = tmp_path_factory.mktemp("office") / "office.db"
    with store.session(path, create=True):
        unit = store.save(Unit.blank(name="Sở Ngoại vụ", level="so"))
        store.attach(unit, CONTENT, "other", name="quyết định.pdf")
        store.attach(unit, b"ngan", "other", name="ngắn.pdf")
    return path


@pytest.fixture
def plain(_made: Path, tmp_path: Path) -> Path:
    """An office with a record and two attached files, one of them long; closed."""
    shutil.copytree(_made.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / _made.name


@pytest.fixture
def locked(plain: Path, code: str) -> Path:
    """The same office encrypted, and its key forgotten."""
    securing.encrypt(plain, PASSPHRASE, code)
    vault.let_go()
    return plain
