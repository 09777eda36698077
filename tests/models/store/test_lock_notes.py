"""What was done to the lock of an office stands in its history: who, when, which way, and no secret."""

from pathlib import Path

import pytest

from models import store, vault
from models.store import lock_notes, securing
from models.store.logbook import log
from models.vault import CODE
from models.vault import envelope as lock

PASSPHRASE, NEW = "bốn từ chẳng liên quan", "năm từ cũng chẳng liên quan"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(lock, "COST", 1 << 4)
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    with store.session(tmp_path / "office.db", create=True):
        return tmp_path / "office.db"


def told(path: Path) -> list[str]:
    with store.session(path):
        lines = list(log())
        assert not store.prove_rows().fault
        assert all(line.who for line in lines)
        assert not any(secret in str(lines) for secret in (PASSPHRASE, NEW))
        return [line.deed for line in lines]


def test_each_change_of_the_lock_is_told_in_the_log(path: Path) -> None:
    first, second, third = vault.new_code(), vault.new_code(), vault.new_code()
    securing.encrypt(path, PASSPHRASE, first)
    with store.session(path):
        securing.change_passphrase(path, PASSPHRASE, NEW)
        securing.change_code(path, NEW, second)
        assert len(list(log())) == 3, "at once where the office is open"
    lock_notes.note(path, lock_notes.CODE_USED)
    securing.change_passphrase(path, second, PASSPHRASE, CODE)
    securing.rekey(path, PASSPHRASE, third)
    securing.decrypt(path, PASSPHRASE)
    assert told(path) == [
        "Office encrypted",
        "Passphrase of the office changed",
        "New recovery code of the office made",
        "Office unlocked with the recovery code",
        "Passphrase of the office changed",
        "Office encrypted with a new key",
        "Encryption of the office removed",
    ]


def test_what_was_refused_is_not_told(path: Path) -> None:
    securing.encrypt(path, PASSPHRASE, vault.new_code())
    with pytest.raises(vault.WrongSecret):
        securing.change_passphrase(path, "sai", NEW)
    assert told(path) == ["Office encrypted"]


def test_one_who_only_reads_writes_no_note_and_loses_none(path: Path) -> None:
    securing.encrypt(path, PASSPHRASE, vault.new_code())
    with store.session(path, read_only=True):
        assert list(log()) == []
    assert told(path) == ["Office encrypted"]
