"""What can still be read of a damaged office is saved, told in words, and the damaged file is only read."""

import hashlib
import random
import shutil
from pathlib import Path

import pytest

from models import engine, salvage, soundness, store, vault
from models.errors import OfficeRefused
from models.sample import load
from models.store import securing
from models.vault import envelope

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, made once."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("whole")
        patch.setenv("BANG_GIAO_HOME", str(folder / "home"))
        load("lai-chau", folder / "whole.db")
    return folder / "whole.db"


@pytest.fixture
def office(tmp_path: Path, whole: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    return Path(shutil.copy(whole, tmp_path / "office.db"))


def destroy(office: Path, number: int, seed: int = 1) -> str:
    """Write rubbish over a page and give the sum of the damaged file."""
    with office.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(random.Random(seed).randbytes(PAGE))
    return sum_of(office)


def sum_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def kept(before: salvage.Survey, after: salvage.Survey) -> float:
    """Give the part of the rows that is left; what records are found by is made anew."""
    told = [name for name in before.counts if name != "search_row"]
    return sum(after.counts[name] for name in told) / sum(before.counts[name] for name in told)


def first_page_of(office: Path, table: str) -> int:
    with store.session(office):
        return int(engine.rows("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))[0][0])


def test_a_sound_office_comes_through_whole_and_its_history_begins_anew(office: Path) -> None:
    before = salvage.survey(office)
    made = salvage.salvage(office, office.with_name("new.db"))
    assert (made.told, made.survey.destroyed, made.survey.unread) == ((), 0, 0)
    with store.session(made.path):
        assert soundness.faults() == []
        assert store.prove_history()[1] == []
        deeds = engine.rows("SELECT deed, note FROM change ORDER BY id LIMIT 1")
        assert engine.rows("SELECT count(*) FROM change") == [(before.counts["change"] + 1,)]
    assert deeds[0][0] == "salvaged"
    assert "office.db" in deeds[0][1]
    assert salvage.survey(made.path).records == before.records


@pytest.mark.parametrize("encrypted", [False, True])
def test_row_26_nearly_all_rows_are_left_when_one_page_is_destroyed(office: Path, encrypted: bool) -> None:
    """Row 26: ≥ 99 % of the rows on average, plain and encrypted; the long run is a torture."""
    if encrypted:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(envelope, "COST", 1 << 4)
            securing.encrypt(office, "một hai ba bốn", vault.new_code())
    before, held = salvage.survey(office), office.read_bytes()
    chance, left = random.Random(26), []
    for number in chance.sample(range(2, len(held) // PAGE + 1), 12):
        office.write_bytes(held)
        damaged = destroy(office, number)
        left.append(kept(before, salvage.survey(office)))
        assert sum_of(office) == damaged
    assert sum(left) / len(left) >= 0.99


@pytest.mark.parametrize("encrypted", [False, True])
def test_row_10_an_office_without_its_first_page_is_read_whole(office: Path, encrypted: bool) -> None:
    """Row 10: the header with the list of tables is gone, the rows are not."""
    if encrypted:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(envelope, "COST", 1 << 4)
            securing.encrypt(office, "một hai ba bốn", vault.new_code())
    before = salvage.survey(office)
    damaged = destroy(office, 1)
    with pytest.raises(OfficeRefused):
        store.open_office(office)
    made = salvage.salvage(office, office.with_name("new.db"))
    assert kept(before, made.survey) == 1
    assert sum_of(office) == damaged
    with store.session(made.path):
        assert soundness.faults() == []
        assert (engine.key() is not None) == encrypted


def test_the_last_saves_in_the_log_beside_it_are_read_too(office: Path, tmp_path: Path) -> None:
    from models.units import Unit

    copy = tmp_path / "killed.db"
    with store.session(office):
        store.save(Unit.blank(name="Sở Tư pháp", level="so"))
        for ending in ("", "-wal"):  # as a program leaves them that dies before it closes
            shutil.copy(office.with_name(office.name + ending), copy.with_name(copy.name + ending))
    destroy(copy, 1)
    with store.session(salvage.salvage(copy, tmp_path / "new.db").path):
        assert engine.rows("SELECT count(*) FROM unit WHERE name = 'Sở Tư pháp'") == [(1,)]


def test_rows_that_lost_what_they_belong_to_are_left_out_and_named(office: Path) -> None:
    agreements = salvage.survey(office).records["agreement"]
    destroy(office, first_page_of(office, "amendment"))
    with store.session(office) as opened:  # the leaf of one agreement with many parties
        assert opened
        leaf = engine.rows("SELECT rootpage FROM sqlite_master WHERE name = 'agreement'")[0][0]
    destroy_leaf(office, leaf)
    made = salvage.salvage(office, office.with_name("new.db"))
    assert made.survey.records["agreement"] < agreements
    assert any("left out" in each for each in made.told)
    with store.session(made.path):
        assert soundness.faults() == []
        note = engine.rows("SELECT note FROM change WHERE id = 1")[0][0]
    assert all(each in note for each in made.told)


def destroy_leaf(office: Path, root: int) -> None:
    """Destroy the first page below the root of a table."""
    from models.salvage import trees

    page = office.read_bytes()[(root - 1) * PAGE : root * PAGE]
    destroy(office, trees.children(root, page)[0])


def test_a_number_is_not_given_twice_although_the_counters_are_lost(office: Path) -> None:
    destroy(office, first_page_of(office, "number_given"))
    with store.session(salvage.salvage(office, office.with_name("new.db")).path):
        code = "substr(code, 6, 3) + 0"
        used = engine.rows(f"SELECT max({code}) FROM delegation WHERE code LIKE '2025-%-DV'")[0][0]
        last = engine.rows("SELECT last FROM number_given WHERE letters = 'DV' AND year = 2025")
        assert used is None or last[0][0] >= used
        assert engine.rows("SELECT count(*) FROM number_given")[0][0] > 0


def test_rubbish_is_refused_in_words_and_nothing_is_left_behind(tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(random.Random(3).randbytes(40_000))
    with pytest.raises(OfficeRefused, match="Nothing could be read"):
        salvage.salvage(rubbish, tmp_path / "new.db")
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["rubbish.db"]


def test_an_office_of_an_older_version_is_salvaged_into_today_s(tmp_path: Path) -> None:
    from models import migrate

    old = tmp_path / "old.db"
    with engine.making(old, None) as database:
        migrate.make(database, 8)
        database.execute_sql(
            "INSERT INTO unit (uuid, version, draft, name, level, created_at, created_by, updated_at, updated_by) "
            "VALUES ('u', 1, 0, 'Sở Ngoại vụ', 'so', '2026-01-01T08:00:00', 'a', '2026-01-01T08:00:00', 'a')"
        )
    with store.session(salvage.salvage(old, tmp_path / "new.db").path):
        assert engine.rows("SELECT name FROM unit") == [("Sở Ngoại vụ",)]
        assert engine.rows("PRAGMA user_version") == [(migrate.known(),)]
