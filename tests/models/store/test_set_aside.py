"""What cannot be opened or brought up to date is refused in words, and nothing of it is lost."""

from pathlib import Path

import pytest

from models import backup, engine, soundness, store
from models.delegations import Delegation
from models.errors import OfficeRefused


@pytest.fixture
def copy(visit: Delegation, office: Path) -> Path:
    store.save(visit)
    made = office.with_name("copy.db")
    backup.make(made)
    store.close_office()
    return made


def _set_version(path: Path, version: int) -> None:
    engine.choose(path)
    engine.connect()
    engine.execute(f"PRAGMA user_version = {version}")
    engine.disconnect()


def test_a_backup_of_a_newer_program_does_not_replace_the_office(copy: Path, office: Path) -> None:
    _set_version(copy, 9999)
    before = office.read_bytes()
    with pytest.raises(OfficeRefused, match="newer version"):
        store.restore_office(copy, office)
    assert office.read_bytes() == before


def test_damaged_offices_are_kept_each_for_itself_with_their_logs(copy: Path, office: Path) -> None:
    office.write_bytes(b"damaged the first time")
    office.with_name("office.db-wal").write_bytes(b"the last saves")
    first = store.restore_office(copy, office)
    office.write_bytes(b"damaged the second time")
    second = store.restore_office(copy, office)
    assert first is not None
    assert second is not None
    assert (first.read_bytes(), second.read_bytes()) == (b"damaged the first time", b"damaged the second time")
    assert first.with_name(first.name + "-wal").read_bytes() == b"the last saves"
    with store.session(office):
        assert soundness.faults() == []


def test_an_office_whose_making_was_cut_short_is_made_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    real, path = engine.execute, tmp_path / "new.db"

    def die(sql: str, *values: object) -> object:
        if "user_version =" in sql:
            raise KeyboardInterrupt
        return real(sql, *values)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(engine, "execute", die)
        with pytest.raises(KeyboardInterrupt):
            store.open_office(path, create=True)
    with store.session(path):
        assert soundness.faults() == []


def test_an_office_that_cannot_be_copied_first_is_not_brought_up_to_date(copy: Path, office: Path) -> None:
    _set_version(office, 1)
    office.with_name("office-backups").write_text("no folder", encoding="utf-8")
    with pytest.raises(OfficeRefused, match="could not be brought up to date"):
        store.open_office(office)
