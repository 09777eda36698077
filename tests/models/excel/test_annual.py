"""The annual workbook: every figure stands in it, and LibreOffice computes each of them again."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models import discretion
from models.discretion import NOTHING, Ticked
from models.excel.report import write_report
from models.files import WriteRefused
from models.kinds import PAGES
from models.reports.catalogue import made
from models.reports.indicators import summary
from models.reports.names import ANNUAL
from models.reports.periods import Period, calendar_year, cut_off_year, month
from models.text import say
from tests.models.excel.test_outside import through_libreoffice
from tests.models.reports import busy
from tests.models.reports.small import UNUSUAL, fill

YEAR = calendar_year(2025)


@pytest.fixture
def small(office: Path) -> Path:
    fill()
    return office


def write_annual(period: Period, path: Path, *, ticked: Ticked = NOTHING, today: date | None = None) -> None:
    """Write the report as it leaves the program."""
    with discretion.leaving(ticked):
        write_report(made(ANNUAL, period, "en", today), path)


def told(sheet: Worksheet) -> dict[str, Any]:
    """Read code and value of the summary, wherever they stand."""
    header = next(row for row in sheet.iter_rows() if row[0].value == "Code")
    place = next(cell.column for cell in header if cell.value == "Value")
    rows = sheet.iter_rows(min_row=header[0].row + 1, values_only=True)
    return {row[0]: row[place - 1] for row in rows if isinstance(row[0], str) and row[place - 1] is not None}


def figures(period: Period) -> dict[str, Any]:
    return {figure.code: figure.value for figure in summary(period)}


def test_the_summary_has_every_figure_as_a_formula_with_our_own_value(small: Path, tmp_path: Path) -> None:
    write_annual(YEAR, tmp_path / "a.xlsx")
    values = load_workbook(tmp_path / "a.xlsx", data_only=True)
    formulas = load_workbook(tmp_path / "a.xlsx")
    assert told(values["Summary"]) == figures(YEAR)
    assert all(str(text).startswith("=") for text in told(formulas["Summary"]).values())
    assert formulas.calculation.fullCalcOnLoad


def test_the_sheets_stand_in_the_offices_order_with_one_chart(small: Path, tmp_path: Path) -> None:
    write_annual(YEAR, tmp_path / "a.xlsx", today=date(2026, 1, 5))
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [
        "Summary",
        "Statistics",
        "Inbound delegations",
        "Outbound delegations",
        "Members of delegations",
        "Agreements",
        "Follow-up actions",
        "Records by country",
        "Records by field",
        "Records by unit",
        "Entered statistics",
        "Rules of the figures",
    ]
    assert len(book["Statistics"]._charts) == 1
    texts = [str(cell.value) for row in book["Summary"].iter_rows() for cell in row if cell.value]
    assert {"UBND TỈNH LAI CHÂU", "SỞ NGOẠI VỤ", "Lai Châu, 5 January 2026", "Kiều Hải Nam"} <= set(texts)
    assert "SUMMARY REPORT ON FOREIGN AFFAIRS YEAR 2025" in texts


def test_texts_stay_texts_and_passports_stay_out(small: Path, tmp_path: Path) -> None:
    write_annual(YEAR, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.data_type for cell in cells if cell.value == UNUSUAL][:1] == ["s"]
    assert not [cell for cell in cells if "E1234567" in str(cell.value)]
    write_annual(YEAR, tmp_path / "b.xlsx", ticked=Ticked(personal=True))
    members = load_workbook(tmp_path / "b.xlsx")["Members of delegations"]
    assert [cell for row in members.iter_rows() for cell in row if cell.value == "E1234567"]


def test_a_refused_folder_leaves_nothing_behind(small: Path, tmp_path: Path) -> None:
    with pytest.raises(WriteRefused):
        write_annual(YEAR, tmp_path / "gone" / "a.xlsx")


@pytest.mark.outside("soffice")
@pytest.mark.parametrize(
    "period",
    [YEAR, cut_off_year(2025), month(2025, 2), Period(date(2020, 1, 1), date(2026, 2, 10))],
    ids=["year", "cut-off", "empty month", "six years"],
)
def test_libreoffice_computes_the_same_figures(small: Path, tmp_path: Path, period: Period) -> None:
    path = tmp_path / "a.xlsx"
    write_annual(period, path)
    again = load_workbook(through_libreoffice(path), data_only=True)
    found = told(again["Summary"])
    assert found == {code: pytest.approx(value) for code, value in figures(period).items()}
    compare(path, again)


def compare(path: Path, again: Workbook) -> None:
    """Check that every formula gives what the program stored for it."""
    formulas, ours = load_workbook(path), load_workbook(path, data_only=True)
    compared = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    stored, theirs = (book[sheet.title][cell.coordinate].value for book in (ours, again))
                    assert theirs == pytest.approx(stored), f"{sheet.title} {cell.coordinate} {cell.value}"
                    compared += 1
    assert compared > 40
    errors = [cell for sheet in again for row in sheet.iter_rows() for cell in row if cell.data_type == "e"]
    assert errors == []


@pytest.mark.outside("soffice")
@pytest.mark.parametrize(
    "period", [YEAR, month(2025, 4), Period(date(2020, 1, 1), date(2026, 12, 31))], ids=["year", "month", "seven years"]
)
def test_libreoffice_computes_the_figures_of_every_kind_too(office: Path, tmp_path: Path, period: Period) -> None:
    busy.fill()
    path = tmp_path / "a.xlsx"
    write_annual(period, path)
    again = load_workbook(through_libreoffice(path), data_only=True)
    assert told(again["Summary"]) == {code: pytest.approx(value) for code, value in figures(period).items()}
    compare(path, again)


def test_a_register_stands_in_the_workbook_only_where_something_is_in_it(office: Path, tmp_path: Path) -> None:
    busy.fill()
    write_annual(YEAR, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    filled = ("session", "mechanism", "exchange", "conference", "training", "aid", "gate")
    assert book.sheetnames[7:] == [
        *(say(PAGES[name].title, "en") for name in filled),
        "Payments of aid",
        "Changes of the status of gates",
        "Records by country",
        "Records by field",
        "Records by unit",
        "Aid by sector",
        "Entered statistics",
        "Rules of the figures",
    ]
    texts = [[cell.value for cell in row] for row in book["Summary"].iter_rows()]
    (head,) = [row for row in texts if row[0] == "Code"]
    (income,) = [row for row in texts if row[0] == "I65"]
    assert str(income[head.index("Up to")]).startswith("=SUMIFS")
    rules = {row[0] for row in book["Rules of the figures"].iter_rows(values_only=True)}
    assert {"I20", "I41", "I65", "I80"} <= rules


@pytest.mark.outside("soffice")
def test_an_empty_office_has_a_report_too(office: Path, tmp_path: Path) -> None:
    write_annual(YEAR, tmp_path / "a.xlsx")
    again = load_workbook(through_libreoffice(tmp_path / "a.xlsx"), data_only=True)
    assert told(again["Summary"]) == figures(YEAR)
