"""The log of the office as a file, and check, which tells what was altered without the program."""

import csv
import io
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models import engine, privacy, store
from models.delegations import Delegation
from models.excel.log import write_log
from models.store.logbook import log
from tests.models.jobs.line import Done

FORMULAS = ("=1+1", "+84 123", "-5", "@SUM(A1)", "\t=1", "＝HYPERLINK")


@pytest.fixture
def changed(visit: Delegation) -> Delegation:
    """A delegation with a passport, changed, with hostile words, in the bin."""
    store.save(visit)
    visit.ends, visit.content = "2026-03-08", FORMULAS[0]
    store.save(visit)
    store.remove(visit, "nhập trùng")
    return visit


def test_each_line_tells_who_when_what_from_and_to(changed: Delegation) -> None:
    lines = [line for line in log() if line.deed == "Changed"]
    day = next(line for line in lines if "07/03/2026" in line.old)
    assert (day.kind, day.code, day.name) == ("delegation", changed.code, changed.name)
    assert (day.old, day.new) == ("07/03/2026", "08/03/2026")
    assert day.who == changed.removed_by
    assert day.part_of.startswith("Changed inbound delegation “Đoàn đại biểu")
    gone = [line for line in log() if line.deed == "Moved to the bin"]
    assert [(line.field, line.note) for line in gone] == [("", "nhập trùng")]


def test_personal_details_are_covered(changed: Delegation, tmp_path: Path) -> None:
    told = [line for line in log() if line.field.endswith("Passport number")]
    assert [line.new for line in told] == ["••••••"]
    for name in ("log.csv", "log.xlsx"):
        write_log(tmp_path / name)
    assert b"P1234567" not in (tmp_path / "log.csv").read_bytes()
    sheet = load_workbook(tmp_path / "log.xlsx").active
    assert sheet
    assert "P1234567" not in str(list(sheet.values))


def test_an_erased_record_is_still_told_of(changed: Delegation) -> None:
    store.erase(store.binned())
    last = list(log())[-1]
    assert (last.deed, last.name, last.kind) == ("Erased for good", changed.name, "delegation")


@pytest.mark.parametrize("words", FORMULAS)
def test_no_text_becomes_a_formula(visit: Delegation, words: str, tmp_path: Path) -> None:
    """Row 63: the log is the one .csv that the program writes."""
    visit.content = words
    store.save(visit)
    kept = store.load("delegation", visit.id).value("content")
    n = write_log(tmp_path / "log.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "log.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == n + 1
    assert ["'" + kept] == [row[10] for row in rows if kept and kept in row[10]]
    write_log(tmp_path / "log.xlsx")
    sheet = load_workbook(tmp_path / "log.xlsx").active
    assert sheet
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.value == kept] == ["s"]


def test_the_job_writes_a_workbook_of_a_span(run: Callable[..., Done], place: Path) -> None:
    told = run("log", office="office.db", output="log.xlsx").well()
    assert "log.xlsx" in told
    none = run("log", "--from", "2001-01-01", "--to", "2001-12-31", office="office.db", output="log.csv").well()
    assert none.startswith("0 ")
    assert len((place / "log.csv").read_text(encoding="utf-8-sig").splitlines()) == 1
    assert "log.txt" in run("log", office="office.db", output="log.txt").refused(1)
    run("log", "--from", "2002-01-01", "--to", "2001-12-31", office="office.db", output="log.csv").refused(1)


def test_row_80_the_job_check_names_the_forged_row_and_refuses(run: Callable[..., Done], place: Path) -> None:
    """Row 80: the owner of the file alters history or records with another tool."""
    told = run("check", office="office.db", language="en").well()
    assert "rows of history: 364, seal " in told
    with sqlite3.connect(place / "office.db") as other:
        other.execute("DROP TRIGGER change_kept")
        other.execute("UPDATE change SET who = 'somebody else' WHERE id = 100")
    other.close()
    said = run("check", office="office.db", language="en").refused(1)
    assert "History: row 100 (" in said
    assert "somebody else" in said


def test_row_80_the_job_check_names_a_record_changed_by_hand(run: Callable[..., Done], place: Path) -> None:
    with sqlite3.connect(place / "office.db") as other:
        other.execute("UPDATE delegation SET persons = persons + 1 WHERE id = 7")
    other.close()
    said = run("check", office="office.db", language="en").refused(1)
    assert "delegation:7: “Persons” is not what history tells" in said


def test_a_look_at_a_personal_detail_says_whose_and_which(changed: Delegation) -> None:
    store.restore(changed)
    privacy.note_shown(changed.members[0], "passport")
    privacy.note_shown(changed)
    first, second = [line for line in log() if line.deed == "Personal details shown"]
    assert first.field == f"Members “{changed.members[0].name}”: Passport number"
    assert (first.code, first.name, first.note) == (changed.code, changed.name, "")
    assert second.field == ""


def test_an_erased_record_keeps_its_code_and_name_in_every_line(changed: Delegation) -> None:
    gone = changed.id
    store.erase(store.binned())
    lines = [line for line in log() if line.kind == "delegation"]
    assert len(lines) > 3
    assert {(line.code, line.name) for line in lines} == {(changed.code, changed.name)}
    engine.execute("DROP TRIGGER IF EXISTS change_kept")
    engine.execute("UPDATE change SET details = '[]'")
    assert {line.name for line in log() if line.kind == "delegation"} == {f"erased record {gone}"}
