"""A report that was handed in stays as it was: written again it is the same, and whoever alters it is found out."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from models import backup, discretion, engine, frozen, store
from models.errors import Closed
from models.excel.report import write_report
from models.files import WriteRefused
from models.frozen.content import Content, Figure, file_of, pack, unpack
from models.reports.catalogue import made
from tests.models.frozen.conftest import YEAR, Visits

Cells = dict[tuple[str, str], object]


def cells(path: Path) -> Cells:
    book = load_workbook(path, data_only=True)
    return {(sheet.title, each.coordinate): each.value for sheet in book for row in sheet.iter_rows() for each in row}


def content_of(number: int) -> bytes:
    return bytes(engine.rows("SELECT content FROM frozen_report WHERE id = ?", (number,))[0][0])


def forge(column: str, value: object) -> None:
    """Alter what no hand of the program can alter."""
    engine.execute("DROP TRIGGER frozen_report_kept")
    engine.execute(f"UPDATE frozen_report SET {column} = ?", (value,))


def test_it_is_listed_with_moment_person_title_period_language_and_note(visits: Visits) -> None:
    made = frozen.hand_in("annual", YEAR, "en", "  Kèm công văn 12/SNgV \n")
    assert frozen.reports() == [made]
    assert (made.name, made.first, made.last, made.language) == ("annual", "2026-01-01", "2026-12-31", "en")
    assert (made.title, made.note) == ("Summary report on foreign affairs – Year 2026", "Kèm công văn 12/SNgV")
    assert made.who
    assert len(made.at) == 19


def test_written_again_after_everything_changed_every_cell_is_as_it_was(visits: Visits, tmp_path: Path) -> None:
    made = frozen.hand_in("annual", YEAR, "en")
    frozen.write_again(made, tmp_path / "then.xlsx")
    visits.twelve.persons, visits.twelve.name = 99, "Tên khác"
    store.save(visits.twelve)
    store.remove(visits.eight)
    store.purge_personal(visits.five)
    store.settings.keep_item("country", "LA", "Tên mới", "New name", False)
    frozen.write_again(made, tmp_path / "again.xlsx")
    then, again = cells(tmp_path / "then.xlsx"), cells(tmp_path / "again.xlsx")
    assert then == again
    assert (tmp_path / "then.xlsx").read_bytes() == (tmp_path / "again.xlsx").read_bytes()
    places = {value: (sheet, place) for (sheet, place), value in again.items() if sheet == "Summary"}
    row = places["I02"][1][1:]
    assert again["Summary", f"E{row}"] == 25
    names = {value for (sheet, _), value in again.items() if sheet == "Inbound delegations"}
    assert {"Đoàn Mười Hai", "Đoàn Tám", "Đoàn Năm"} <= names


def test_it_is_the_workbook_that_the_report_writes(visits: Visits, tmp_path: Path) -> None:
    frozen.write_again(frozen.hand_in("annual", YEAR, "en"), tmp_path / "handed.xlsx")
    with discretion.leaving():
        write_report(made("annual", YEAR, "en"), tmp_path / "written.xlsx")

    def plain(path: Path) -> Cells:  # below each register stands the minute in which it was made
        return {place: each for place, each in cells(path).items() if not str(each).startswith("Source: ")}

    assert plain(tmp_path / "handed.xlsx") == plain(tmp_path / "written.xlsx")


def test_no_personal_detail_is_in_it(visits: Visits) -> None:
    frozen.hand_in("annual", YEAR)
    packed = content_of(1)
    parts = [ZipFile(io.BytesIO(packed)), ZipFile(io.BytesIO(file_of(packed)))]
    told = b"".join(archive.read(name) for archive in parts for name in archive.namelist() if name != "report.xlsx")
    assert "Trưởng đoàn Đoàn Tám".encode() in told
    assert b"P7700008" not in told


@pytest.mark.parametrize("statement", ["UPDATE frozen_report SET note = 'x'", "DELETE FROM frozen_report"])
def test_the_file_itself_lets_nobody_alter_or_delete_it(visits: Visits, statement: str) -> None:
    frozen.hand_in("annual", YEAR)
    with pytest.raises(engine.DatabaseError, match="a report that was handed in is not altered"):
        engine.execute(statement)
    assert len(frozen.reports()) == 1


@pytest.mark.parametrize("column", ["content", "note", "at", "who", "first", "digest", "last_change"])
def test_whatever_is_forged_is_told_in_words_and_nothing_is_shown(visits: Visits, column: str, tmp_path: Path) -> None:
    frozen.hand_in("annual", YEAR, "en", "note")
    was = content_of(1)
    forged = {"content": was[:-1] + bytes([was[-1] ^ 1]), "last_change": 1, "first": "2025-01-01"}
    forge(column, forged.get(column, "forged"))
    which = frozen.report(1)
    told = "The handed-in report 1 is not as it was handed in: its content does not fit its checksum"
    for ask in (frozen.contents, frozen.compare, lambda each: frozen.write_again(each, tmp_path / "x.xlsx")):
        with pytest.raises(frozen.Altered, match=told):
            ask(which)
    assert not (tmp_path / "x.xlsx").exists()
    count, wrong = frozen.prove()
    assert count == 1
    assert [each.startswith(told) for each in wrong] == [True]


def test_a_forger_who_reckons_the_checksum_anew_is_found_out_by_history(visits: Visits) -> None:
    from dataclasses import astuple

    from models.frozen.keeping import _digest

    made = frozen.hand_in("annual", YEAR, "en", "note")
    forged = pack({}, Content((Figure("I01", "Inbound delegations", 1000),), {}), b"")
    told = [*astuple(made)[1:-1]]
    forge("content", forged)
    engine.execute("UPDATE frozen_report SET digest = ?", (_digest(told, forged),))
    with pytest.raises(frozen.Altered):
        frozen.contents(frozen.report(1))


def test_a_report_that_was_taken_out_is_missed_by_name_of_who_handed_it_in(visits: Visits) -> None:
    made = frozen.hand_in("annual", YEAR)
    engine.execute("DROP TRIGGER frozen_report_not_deleted")
    engine.execute("DELETE FROM frozen_report")
    with pytest.raises(
        frozen.Altered, match=rf"The report 1, handed in by {made.who} on \d\d/\d\d/\d{{4}}, is missing"
    ):
        frozen.report(1)
    assert frozen.prove()[0] == 0
    assert "is missing" in frozen.prove()[1][0]


def test_a_number_that_never_was_is_told_apart(office: Path) -> None:
    with pytest.raises(LookupError):
        frozen.report(7)


def test_a_backup_holds_it_and_gives_it_back(visits: Visits, office: Path, tmp_path: Path) -> None:
    made = frozen.hand_in("annual", YEAR)
    figures = frozen.contents(made)
    assert backup.make(tmp_path / "copy.db")["frozen_report"] == 1
    store.restore_office(tmp_path / "copy.db", office)
    store.open_office(office)
    assert frozen.reports() == [made]
    assert frozen.contents(made) == figures
    assert frozen.prove() == (1, [])
    assert frozen.compare(made).changed() == []


def test_an_office_open_for_reading_takes_no_report(visits: Visits, office: Path) -> None:
    store.close_office()
    with store.session(office, read_only=True), pytest.raises(Closed):
        frozen.hand_in("annual", YEAR)
    store.open_office(office)
    assert frozen.reports() == []


def test_a_save_that_fails_keeps_neither_report_nor_line(visits: Visits, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_told: object, **_more: object) -> None:
        raise engine.DatabaseError("database or disk is full")

    monkeypatch.setattr("models.frozen.keeping.history.write", broken)
    with pytest.raises(store.SaveFailed):
        frozen.hand_in("annual", YEAR)
    assert frozen.prove() == (0, [])


def test_a_place_that_refuses_the_file_is_told_in_words(visits: Visits, tmp_path: Path) -> None:
    made = frozen.hand_in("annual", YEAR)
    with pytest.raises(WriteRefused, match="is not there or cannot be reached"):
        frozen.write_again(made, tmp_path / "no" / "x.xlsx")


def test_numbers_of_records_come_back_as_they_went_in() -> None:
    numbers = frozenset({1, 2, 3, 7, 9, 10, *range(100, 5000)})
    figures = (Figure("I41", "Aid", 1.5, 2, "about", "both", {"aid": numbers, "statistic": frozenset({4})}),)
    content = Content(figures, {("aid", 7): ("2025-007-VT", "Dự án <&>")})
    assert unpack(pack({}, content, b"")) == content
