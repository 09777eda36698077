"""Every report as a workbook: LibreOffice computes each figure again, and it is the one that the database gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models import days, discretion, engine, sample, store
from models.excel.report import write_report
from models.kinds import PAGES
from models.reports.catalogue import REPORTS, entries
from models.reports.indicators import summary
from models.reports.mechanism import content
from models.reports.periods import Period, calendar_year, year_before
from models.reports.report import Report
from models.reports.statistics import AXES, statistics
from models.text import say, speak, spoken
from tests.models.excel.test_outside import all_through_libreoffice

NAMES = (*(each.name for each in entries(presets=False)), "mechanism")
SECRET = "TENMAT"
LONG = Period(date(2019, 1, 1), date(2026, 12, 31))


@dataclass
class Written:
    """The reports of one office, written and saved again by LibreOffice."""

    office: Path
    period: Period
    language: str
    reports: dict[str, Report]
    ours: dict[str, Path]
    theirs: dict[str, Path]


@pytest.fixture(
    scope="module",
    params=[
        ("lai-chau", "en", calendar_year(2025)),
        ("dien-bien", "both", LONG),
        (None, "vi", calendar_year(2025)),
    ],
    ids=["Lai Chau in English", "Dien Bien with both titles", "empty office in Vietnamese"],
)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    name, language, period = request.param
    folder, before = tmp_path_factory.mktemp("reports"), spoken()
    office = folder / "office.db"
    if name:
        sample.load(name, office)
    else:
        with store.session(office, create=True):
            pass
    speak("en" if language == "en" else "vi")
    days.set_today(date(2026, 11, 21))
    try:
        if name:
            restrict(office)
        with store.session(office, read_only=True), discretion.leaving():
            made = {each.name: each.make(period, language, None) for each in entries(presets=False)}
            if name:
                made["mechanism"] = content(*mechanism(), language)
        ours = {name: folder / f"{name}.xlsx" for name in made}
        for name, path in ours.items():
            write_report(made[name], path)
        found = all_through_libreoffice(list(ours.values()))
        yield Written(office, period, language, made, ours, dict(zip(ours, found, strict=True)))
    finally:
        days.set_today(None)
        speak(before)


def restrict(office: Path) -> None:
    """Mark a record of every kind as restricted: its words go, and every formula still gives the same."""
    with store.session(office):
        for page in PAGES.values():
            for number in store.find(page, store.Question(drafts=False), 3)[-1:]:
                record = store.load(page.record.kind, number)
                if record.kind != "statistic":  # its name is the code by which it counts
                    told = f'UPDATE "{record._meta.table_name}" SET {record.named_by} = ? WHERE id = ?'
                    engine.execute(told, (f"{SECRET} {record.reference}", number))
                discretion.mark_restricted(record)


def mechanism() -> tuple[int, int]:
    """Give a mechanism of the sample with the number of one of its sessions."""
    asked = "SELECT mechanism_id, min(ordinal) FROM session WHERE ordinal IS NOT NULL AND mechanism_id IS NOT NULL"
    return engine.rows(f"{asked} AND removed_at IS NULL GROUP BY 1 ORDER BY count(*) DESC")[0]


def books(written: Written, name: str) -> tuple[Workbook, Workbook, Workbook]:
    """Give formulas, our values, LibreOffice's values."""
    if name not in written.ours:
        pytest.skip("an empty office has no mechanism to report on")
    return _read(written.ours[name], False), _read(written.ours[name], True), _read(written.theirs[name], True)


@cache
def _read(path: Path, data_only: bool) -> Workbook:
    """Read a workbook once for all tests."""
    return load_workbook(path, data_only=data_only)


@pytest.mark.outside("soffice")
@pytest.mark.parametrize("name", NAMES)
def test_every_formula_gives_what_the_program_stored_and_no_cell_is_an_error(written: Written, name: str) -> None:
    formulas, ours, theirs = books(written, name)
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                stored, found = (book[sheet.title][cell.coordinate].value for book in (ours, theirs))
                if cell.data_type == "f":
                    assert stored is not None, f"{sheet.title} {cell.coordinate}"
                    assert found == pytest.approx(stored), f"{sheet.title} {cell.coordinate} {cell.value}"
                else:
                    assert same(stored, found), f"{sheet.title} {cell.coordinate}: {stored!r} {found!r}"
    assert not [cell for sheet in theirs for row in sheet.iter_rows() for cell in row if cell.data_type == "e"]


def same(stored: Any, found: Any) -> bool:
    """Tell whether LibreOffice reads a cell as the same day, number or text; whole numbers and others are one kind."""
    if isinstance(stored, bool) or not isinstance(stored, int | float):
        return type(found) is type(stored) and found == stored
    return isinstance(found, int | float) and found == pytest.approx(stored, rel=1e-14)


@pytest.mark.outside("soffice")
def test_days_numbers_and_texts_of_the_registers_are_such_cells(written: Written) -> None:
    """A column of days holds days (or a month or year in words), one of numbers numbers, all else texts."""
    kinds = {
        "day": (datetime, str),
        "whole": (int, float, str),
        "number": (int, float, str),
        "money": (int, float, str),
    }
    seen = dict.fromkeys((datetime, int, str), 0)
    for name, report in written.reports.items():
        _, _, theirs = books(written, name)
        for register in report.registers:
            sheet = next((each for each in theirs if each.title == register.title[:31]), None)
            table = next(iter(sheet.tables.values()), None) if sheet else None
            if not sheet or not table:
                continue
            first, *rows = sheet[table.ref]
            for place, column in enumerate(register.columns[: len(first)]):
                wanted = kinds.get(column.kind, (str,))
                cells = [row[place].value for row in rows if row[place].value is not None]
                if column.kind in kinds or (column.kind in ("text", "identifier") and not column.helper):
                    years = column.kind == "identifier" and all(isinstance(e, int) and 1900 < e < 2200 for e in cells)
                    right = years or all(isinstance(each, wanted) for each in cells)
                    assert right, f"{name} {sheet.title} {column.title}"
                    for kind in seen:
                        seen[kind] += sum(isinstance(each, kind) for each in cells)
    assert all(seen.values()) or not any(report.registers[0].ids for report in written.reports.values())


@pytest.mark.outside("soffice")
def test_restricted_records_stand_without_their_words(written: Written) -> None:
    covered, words = 0, {say(discretion.COVERED, language) for language in ("vi", "en")}
    for name in written.reports:
        ours, _, _ = books(written, name)
        texts = [str(cell.value) for sheet in ours for row in sheet.iter_rows() for cell in row if cell.value]
        assert not [text for text in texts if SECRET in text], name
        covered += sum(any(each in text for each in words) for text in texts)
    with store.session(written.office, read_only=True):
        assert (covered > 10) is bool(discretion.restricted())


@pytest.mark.outside("soffice")
def test_the_figures_of_the_annexes_are_those_of_the_database(written: Written) -> None:
    with store.session(written.office, read_only=True):
        wanted = {figure.code: figure.value for figure in summary(written.period)}
    seen: set[str] = set()
    for name in REPORTS:
        _, _, theirs = books(written, name)
        for title in ("Figures", "Số liệu"):
            if title in theirs.sheetnames:
                told = codes(theirs[title])
                assert told == {code: pytest.approx(wanted[code]) for code in told}, name
                seen |= set(told)
    assert {code.partition(":")[0] for code in wanted if wanted[code]} - seen - NOT_IN_ANNEXES <= {
        code.partition(":")[0] for code in seen
    } | NOT_IN_ANNEXES


NOT_IN_ANNEXES = {f"I{number:02}" for number in (7, 8, 12, 22, 44, 51, 52, 65, 70, 71, 72, 73, 83)}


def codes(sheet: Worksheet) -> dict[str, Any]:
    """Read code and value of the figures of a page."""
    found = {}
    for row in sheet.iter_rows(values_only=True):
        if isinstance(row[0], str) and row[0][:1] == "I" and row[0][1:3].isdecimal():
            found[row[0]] = row[4]
    return found


@pytest.mark.outside("soffice")
@pytest.mark.parametrize("axis", [each for each in AXES if each.name != "month"], ids=lambda axis: axis.name)
def test_statistics_are_those_of_the_database_now_and_a_year_before(written: Written, axis: Any) -> None:
    with store.session(written.office, read_only=True):
        now, before = (
            {str(line.key): line.values for told, lines in tables if told.name == axis.name for line in lines}
            for tables in (statistics(each).tables for each in (written.period, year_before(written.period)))
        )
    _, _, theirs = books(written, f"statistics-{axis.name}")
    page = theirs.worksheets[0]
    found = {}
    for row in page.iter_rows(min_row=10, values_only=True):
        if (
            len(row) > 13
            and row[1]
            and isinstance(row[2], int | float)
            and not row[1].startswith(("Total", "Tổng cộng"))
        ):
            found[str(row[0])] = (tuple(row[2:14:3]), tuple(row[3:14:3]))
    nothing = (0, 0, 0, 0)
    assert found == {key: (now.get(key, nothing), before.get(key, nothing)) for key in {*now, *before}}


@pytest.mark.outside("soffice")
def test_the_conference_annex_has_three_merged_header_rows(written: Written) -> None:
    formulas, _, _ = books(written, "conferences")
    sheet = formulas.worksheets[0]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    first = next(row for row in range(1, 12) if sheet.cell(row, 1).value in ("No.", "STT", "STT / No."))
    assert {f"A{first}:A{first + 2}", f"E{first}:H{first}", f"F{first + 1}:H{first + 1}"} <= merged
    assert f"E{first + 1}:E{first + 2}" in merged
    table = next(iter(sheet.tables.values()))
    assert table.ref.startswith(f"A{first + 3}:")  # the table's own header is one plain row below
    assert [each for each in merged if f"A{first + 3}" in each] == []
    if written.language == "both":
        assert sheet.cell(first, 2).value == "Tên, chủ đề / Name or topic"


@pytest.mark.parametrize("name", REPORTS)
def test_a_statistic_has_its_chart_and_every_table_says_where_it_comes_from(written: Written, name: str) -> None:
    book = load_workbook(written.ours[name])
    texts = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value}
    assert [text for text in texts if text.startswith(("Source: ", "Nguồn: ", "Nguồn / Source: "))]
    if name.startswith("statistics") and len(written.reports[name].registers[0].rows):
        assert book.worksheets[0]._charts
