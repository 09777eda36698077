"""LibreOffice reads what was written as it was meant, and computes the values that the program stored."""

import csv
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.excel.cells import Tally, clean, settle
from models.excel.workbook import Column, DataSheet, Formula, SummarySheet, Table, Workbook, area
from models.excel.write import write
from tests.models.excel.hostile import KNOWN, TEXTS
from tests.models.excel.sample import report

pytestmark = pytest.mark.outside("soffice")

# LibreOffice trusts the stored values otherwise, and the tests would compare them with themselves
ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
</oor:items>"""


XLSX, CSV = "xlsx:Calc MS Excel 2007 XML", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true"


def through_libreoffice(path: Path, form: str = XLSX) -> Path:
    """Let LibreOffice open a workbook and save it again, or save the texts of its first sheet."""
    return all_through_libreoffice([path], form)[0]


def all_through_libreoffice(paths: list[Path], form: str = XLSX) -> list[Path]:
    """Let LibreOffice open workbooks of one folder and save them again, all in one start."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("soffice is missing")
    ending, folder = form[: form.index(":")], paths[0].parent
    profile = folder / f"profile-{ending}"  # a second start would speak to the first, which is just leaving
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_COMPUTE, "utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", folder / "out", *paths], check=True, capture_output=True, timeout=300)
    return [folder / "out" / path.with_suffix(f".{ending}").name for path in paths]


def hostile_texts(count: int) -> list[str]:
    """Make this many different texts, the known ones among them."""
    found = dict.fromkeys(KNOWN)

    @settings(
        max_examples=count * 4,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(TEXTS, min_size=4, max_size=4))
    def gather(texts: list[str]) -> None:
        found.update(dict.fromkeys(texts))

    gather()
    return list(found)[: max(count, len(KNOWN))]


def test_hostile_texts_are_only_texts_for_libreoffice(tmp_path: Path) -> None:
    """Row 57: LibreOffice calculates none of them."""
    texts = hostile_texts(400)
    assert len(texts) >= 300
    register = DataSheet("=1+1", (Column("=1+1"), Column("#N/A", "identifier")), [(text, text) for text in texts])
    page = SummarySheet("'x", (Table((Column("+1"),), [(text,) for text in texts if text]),), heading="=1+1")
    write(Workbook((register, page), "=1", "\x00a", "&P &"), tmp_path / "a.xlsx")
    book = load_workbook(through_libreoffice(tmp_path / "a.xlsx"))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type in "fe"]
    # not the saved workbook: LibreOffice reads _x005F_ rightly but does not write it back
    with through_libreoffice(tmp_path / "a.xlsx", CSV).open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    assert rows == [[clean(text, Tally())] * 2 for text in texts]


@pytest.mark.parametrize("count", [0, 1, 40])
def test_libreoffice_computes_what_the_program_stored(tmp_path: Path, count: int) -> None:
    write(report(count), tmp_path / "a.xlsx")
    again = through_libreoffice(tmp_path / "a.xlsx")
    formulas, ours, theirs = (
        load_workbook(tmp_path / "a.xlsx"),
        load_workbook(tmp_path / "a.xlsx", data_only=True),
        load_workbook(again, data_only=True),
    )
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found, stored = (book[sheet.title][cell.coordinate].value for book in (theirs, ours))
                    assert found == pytest.approx(stored), f"{sheet.title} {cell.coordinate} {cell.value}"


def test_libreoffice_really_computes_and_does_not_copy(tmp_path: Path) -> None:
    register = DataSheet(
        "Sổ's [1]", (Column("Tên [a]#'@b", total="count"), Column("Số", "whole", total="sum")), [("a", 1), ("b", 5)]
    )
    wrong = Table((Column("A"), Column("B")), [(Formula(f"=SUM({area(register, 'Số')})", 999), "x")])
    write(Workbook((SummarySheet("T", (wrong,)), register)), tmp_path / "a.xlsx")
    book = load_workbook(through_libreoffice(tmp_path / "a.xlsx"), data_only=True)
    assert book["T"]["A2"].value == 6
    assert [cell.value for cell in book.worksheets[1][4]] == [2, 6]


def test_days_and_numbers_are_days_and_numbers_for_libreoffice(tmp_path: Path) -> None:
    rows = [(date(1901, 1, 1), 0.1), (date(9999, 12, 31), 123456789012345), (datetime(2025, 2, 28, 23, 59, 59), 1e300)]
    rows += [(date(2024, 2, 29), -0.5)]
    write(Workbook((DataSheet("S", (Column("A", "day"), Column("B", "number")), rows),)), tmp_path / "a.xlsx")
    sheet = load_workbook(through_libreoffice(tmp_path / "a.xlsx"))["S"]
    for row, (day, number) in enumerate(rows, 2):
        assert sheet.cell(row, 1).value == datetime.fromisoformat(str(settle(day, Tally())))
        assert sheet.cell(row, 2).value == pytest.approx(number, rel=1e-14)
