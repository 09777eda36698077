"""History is chained: whoever alters, takes out, puts in, moves or cuts off a row is found out, by row."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from models import backup, engine, history, migrate, store
from models.delegations import Delegation
from models.history import chain
from models.partners import Partner
from models.store.proof import prove_rows
from tests.torture import older_offices


@pytest.fixture
def partners(office: Path) -> list[Partner]:
    """Three partners, each saved twice: six rows of history."""
    made = []
    for name in ("Phông Sa Lỳ", "Vân Nam", "Luông Pha Băng"):
        partner = Partner.blank(name=f"Tỉnh {name}", type="chinh_quyen_tinh", country="LA")
        store.save(partner)
        partner.aliases = name
        store.save(partner)
        made.append(partner)
    return made


def forge(*statements: str, values: tuple[Any, ...] = ()) -> None:
    """Do what the owner of the file can do with any tool: take the guards away, write, put them back."""
    guards = engine.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE '%change'")
    for name, _ in guards:
        engine.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        engine.execute(statement, values)
    for _, made in guards:
        engine.execute(made)


def faults() -> list[str]:
    return store.prove_history()[1]


def test_an_untouched_office_has_no_fault(partners: list[Partner], visit: Delegation) -> None:
    store.save(visit)
    store.remove(store.load("delegation", visit.id))
    store.restore(store.load("delegation", visit.id))
    proof, found = store.prove_history()
    assert found == []
    assert proof.count == engine.rows("SELECT count(*) FROM change")[0][0] > 8
    assert proof.seal == chain.end("change")[1]


@pytest.mark.parametrize("book", ["change", "state_change"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {book} SET who = 'x'",
        "DELETE FROM {book}",
        "INSERT OR REPLACE INTO {book} SELECT * FROM {book} WHERE id = 1",
        "REPLACE INTO {book} SELECT * FROM {book}",
    ],
)
@pytest.mark.parametrize("recursive", [0, 1])
def test_no_row_is_altered_deleted_or_replaced(visit: Delegation, book: str, statement: str, recursive: int) -> None:
    store.save(visit)
    before = engine.rows(f"SELECT * FROM {book}")
    engine.execute(f"PRAGMA recursive_triggers = {recursive}")  # another tool on the file need not set it
    with pytest.raises(engine.DatabaseError, match="history is not altered"):
        engine.execute(statement.format(book=book))
    assert engine.rows(f"SELECT * FROM {book}") == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE change SET who = 'somebody else' WHERE id = 3", "row 3 (Entered, partner:2, somebody else, "),
        ("UPDATE change SET details = '[]' WHERE id = 4", "row 4 (Changed, partner:2, "),
        ("UPDATE change SET at = '2020-01-01T00:00:00' WHERE id = 1", "row 1 (Entered, partner:1, "),
        ("UPDATE change SET note = 'x' WHERE id = 6", "row 6 (Changed, partner:3, "),
        ("DELETE FROM change WHERE id = 3", "3 missing before row 4 (Changed, partner:2, "),
        ("DELETE FROM change WHERE id IN (2, 3)", "2–3 missing before row 4 "),
        ("DELETE FROM change WHERE id = 1", "1 missing before row 2 "),
        ("DELETE FROM change WHERE id > 4", "the end is missing, from row 5 to row 6."),
        ("UPDATE change SET id = -id WHERE id IN (2, 3)", "row -3 "),
        (
            "INSERT INTO change (at, who, deed, kind, record, version, details) "
            "VALUES ('2026-01-01T08:00:00', 'x', 'edit', 'partner', 1, 3, '[]')",
            "row 7 (Changed, partner:1, x, 01/01/2026 08:00) was not written by the program",
        ),
    ],
)
def test_row_80_check_names_the_first_row_that_is_not_as_it_was(
    partners: list[Partner], statement: str, told: str
) -> None:
    """Row 80: tampered history of the file's owner; the chain check names the first bad row."""
    forge(statement)
    assert told in prove_rows().fault
    assert told in faults()[0]


def test_row_80_a_row_that_cannot_be_read_any_more_is_named_and_shown_without_values(partners: list[Partner]) -> None:
    """Rows 11 and 80: a disk that spoils one letter of history is told by the check, never a fault of the program."""
    forge("UPDATE change SET details = replace(details, '[', '{') WHERE id = 2")
    assert "History: row 2 (" in faults()[0]
    assert history.read("partner", 1)[0].changes == ()


def test_row_80_two_rows_that_changed_places_are_found(partners: list[Partner]) -> None:
    forge(
        "UPDATE change SET id = 100 WHERE id = 2",
        "UPDATE change SET id = 2 WHERE id = 3",
        "UPDATE change SET id = 3 WHERE id = 100",
    )
    assert "History: row 2 (Entered, partner:2, " in prove_rows().fault


def test_row_80_a_forger_who_seals_one_row_anew_is_found_at_that_row(partners: list[Partner]) -> None:
    forge("UPDATE change SET who = 'x' WHERE id = 3")
    rows = list(chain.walk("change"))
    forged = chain.digest(rows[1][1], rows[2][0])
    forge("UPDATE change SET chain = ? WHERE id = 3", values=(forged,))
    assert "row 4 (Changed, partner:2" in prove_rows().fault
    assert "or the row before it was written anew" in prove_rows().fault


def _seal_all_anew() -> None:
    """Forge the whole chain, as somebody who knows how it is made."""
    before = b""
    for row, _ in list(chain.walk("change")):
        before = chain.digest(before, row)
        forge("UPDATE change SET chain = ? WHERE id = ?", values=(before, row[0]))


def test_row_80_a_chain_made_anew_does_not_fit_the_end_kept_beside_it(partners: list[Partner]) -> None:
    forge("UPDATE change SET who = 'x' WHERE id = 3")
    _seal_all_anew()
    assert "its end is not what the program kept beside it" in prove_rows().fault


def test_row_80_a_chain_made_wholly_anew_is_not_that_of_the_backup(partners: list[Partner], office: Path) -> None:
    kept = backup.copy_beside(office, "close")
    forge("UPDATE change SET who = 'x' WHERE id = 3")
    _seal_all_anew()
    rows = list(chain.walk("change"))
    engine.execute("UPDATE setting SET value = ? WHERE name = 'chain:change'", (f'[6, "{rows[-1][1].hex()}"]',))
    assert prove_rows().fault == ""
    assert [each for each in faults() if kept.name in each and "row 6" in each]


def test_rows_cut_off_with_the_end_kept_beside_are_missed_by_record_and_backup(
    partners: list[Partner], office: Path
) -> None:
    backup.copy_beside(office, "close")
    forge("DELETE FROM change WHERE id > 5")
    engine.execute(
        "UPDATE setting SET value = ? WHERE name = 'chain:change'",
        (f'[5, "{engine.rows("SELECT hex(chain) FROM change WHERE id = 5")[0][0].lower()}"]',),
    )
    assert prove_rows().fault == ""
    told = "partner:3 is in version 2, its history tells of version 1: it was altered behind its back."
    assert told in faults()
    assert any("History is not that of the backup" in each for each in faults())


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE partner SET name = 'Khác' WHERE id = 2", "partner:2: “Name” is not what history tells"),
        ("UPDATE partner SET version = 5 WHERE id = 2", "partner:2 is in version 5, its history tells of version 2"),
        ("UPDATE delegation SET persons = 120", "delegation:1: “Persons” is not what history tells"),
        (
            "UPDATE member SET position = 'x' WHERE rank = 1",
            "delegation:1: “Members, Title and unit at the time” is not what",
        ),
        ("UPDATE member SET passport = 'x' WHERE rank = 0", "delegation:1: “Members, Passport number” is not what"),
        ("DELETE FROM member WHERE rank = 1", "delegation:1: “Members, "),
        ("DELETE FROM link", "delegation:1: “Host units” is not what history tells"),
        ("DELETE FROM partner WHERE id = 3", "partner:3 was taken out of the file behind the back of history."),
        (
            "INSERT INTO partner (uuid, version, draft, name) VALUES ('u', 1, 0, 'Nhét vào')",
            "partner:5 was entered behind the back of history.",
        ),
        ("UPDATE partner SET created_at = '2020-01-01T08:00:00' WHERE id = 2", "partner:2: “Entered at” is not what"),
        ("UPDATE partner SET created_by = 'x' WHERE id = 2", "partner:2: “Entered by” is not what history tells"),
        ("UPDATE partner SET updated_at = NULL WHERE id = 2", "partner:2: “Last changed at” is not what history tells"),
        ("UPDATE partner SET updated_by = 'x' WHERE id = 2", "partner:2: “Last changed by” is not what history tells"),
        ("UPDATE partner SET removed_by = 'x' WHERE id = 2", "partner:2: “Removed by” is not what history tells"),
        ("UPDATE partner SET removed_at = '2026-01-01' WHERE id = 2", "partner:2: “removed_at” is not what history"),
    ],
)
def test_row_80_a_record_changed_by_raw_sql_is_named(
    partners: list[Partner], visit: Delegation, statement: str, told: str
) -> None:
    store.save(visit)
    assert faults() == []
    engine.execute(statement)
    assert [each for each in faults() if told in each], faults()


def test_a_forged_state_is_found(visit: Delegation) -> None:
    store.save(visit)
    forge("UPDATE state_change SET on_day = '2020-01-01'")
    assert faults()[0].startswith("Book of states: row 1 (→ ")


def test_purging_personal_details_leaves_the_chain_whole(visit: Delegation) -> None:
    store.save(visit)
    store.purge_personal(visit)
    assert faults() == []
    assert "P1234567" not in str(history.read("delegation", visit.id))


def test_details_emptied_with_their_key_without_purging_are_found(visit: Delegation) -> None:
    store.save(visit)
    engine.execute("DELETE FROM personal_key")
    engine.execute("UPDATE member SET passport = NULL")
    assert "“Members, Passport number” is not what history tells" in str(faults())


def test_an_opening_balance_of_an_older_program_is_not_taken_for_altered(tmp_path: Path, office: Path) -> None:
    """Migration 0006 wrote into each what it is, without a line of history."""
    store.close_office()
    older = tmp_path / "older.db"
    engine.choose(older)
    engine.connect()
    with older_offices.program_of(5, tmp_path):
        migrate.bring_up(older)
    engine.execute(
        "INSERT INTO opening (uuid, version, draft, source, created_at, created_by, updated_at, updated_by) "
        "VALUES ('u', 1, 0, 'Sổ cũ', '2026-01-01T08:00:00', 'Lan', '2026-01-01T08:00:00', 'Lan')"
    )
    details = '[["source", null, "Sổ cũ"], ["draft", null, false]]'
    asked = "INSERT INTO change (at, who, deed, kind, record, version, details) VALUES (?, ?, ?, ?, 1, 1, ?)"
    engine.execute(asked, ("2026-01-01T08:00:00", "Lan", "create", "opening", details))
    engine.disconnect()
    engine.put_away()
    with store.session(older):
        assert store.load("statistic", 1).value("nature") == "OPENING"
        assert faults() == []
        engine.execute("UPDATE statistic SET source = 'Khác'")
        assert "“Source” is not what history tells" in str(faults())


def test_a_save_that_fails_leaves_no_link_behind(visit: Delegation, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(visit)
    before = chain.end("change")

    def broken(*_given: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr("models.store.indexing.keep", broken)
    visit.content = "Khác"
    with pytest.raises(OSError, match="no space"):
        store.save(visit)
    monkeypatch.undo()
    assert chain.end("change") == before
    store.save(visit)
    assert faults() == []


def test_an_office_put_back_from_a_backup_goes_on_without_a_false_alarm(
    partners: list[Partner], office: Path, tmp_path: Path
) -> None:
    early = backup.copy_beside(office, "close")
    partners[0].name = "Sau này bỏ"
    store.save(partners[0])
    backup.copy_beside(office, "close")
    store.restore_office(early, office)
    with store.session(office):
        assert faults() == []
        partner = store.load("partner", 2)
        partner.name = "Đi tiếp"  # type: ignore[attr-defined]
        store.save(partner)
        backup.copy_beside(office, "close")
        assert faults() == []
        assert history.read("office", 0)[0].deed == "put_back"


def test_a_copy_put_in_place_without_the_program_is_noticed(partners: list[Partner], office: Path) -> None:
    early = backup.copy_beside(office, "close")
    partners[0].name = "Sau này mất"
    store.save(partners[0])
    backup.copy_beside(office, "close")
    store.close_office()
    shutil.copy(early, office)
    with store.session(office):
        assert [each for each in faults() if "History is not that of the backup" in each]


def test_old_rows_are_chained_when_the_office_is_brought_up(partners: list[Partner], office: Path) -> None:
    """An office of the version before has rows without links; the migration chains them as the program would."""
    from importlib import import_module

    migration = import_module("models.migrations.0009_deeds")
    links = engine.rows("SELECT id, chain FROM change")
    ends = engine.rows("SELECT name, value FROM setting WHERE name = 'chain:change'")
    for name, _ in engine.rows("SELECT name, 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE '%change'"):
        engine.execute(f"DROP TRIGGER {name}")
    for sql in ("DROP INDEX change_deed_id", "UPDATE change SET deed_id = NULL", "DELETE FROM setting"):
        engine.execute(sql)
    for book in ("change", "state_change"):
        engine.execute(f"ALTER TABLE {book} DROP COLUMN chain")
    engine.execute("ALTER TABLE change DROP COLUMN deed_id")
    engine.execute("DROP TABLE deed")
    for statement in ("kept BEFORE UPDATE", "not_deleted BEFORE DELETE"):
        engine.execute(f"CREATE TRIGGER change_{statement} ON change BEGIN SELECT RAISE(ABORT, 'x'); END")
    migration.up(None, engine.database)
    assert faults() == []
    assert [number for number, _ in links] == [row[0] for row, link in chain.walk("change") if link]
    assert len(ends) == 1
    partners[0].name = "Sau khi nâng cấp"
    store.save(partners[0])
    assert faults() == []
