"""A workbook holds what was given for it, opens everywhere, and never costs the file that stood there before."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.excel import stream, workbook
from models.excel import write as writing
from models.excel.cells import Tally, clean, unescape
from models.excel.verify import WrittenWrong
from models.excel.workbook import Column, DataSheet, Formula, SummarySheet, Table, Workbook, area
from models.excel.write import Written, write
from models.files import WriteRefused
from tests.models.excel.hostile import KNOWN, TEXTS
from tests.models.excel.sample import report


def of(rows: Sequence[Sequence[object]], *columns: Column, **more: object) -> Workbook:
    """Make a workbook of one register."""
    columns = columns or tuple(Column(f"C{n}") for n in range(len(rows[0])))
    return Workbook((DataSheet("Sổ", columns, rows, **more),), language="vi")  # type: ignore[arg-type]


def formulas(path: Path) -> int:
    """Count the formulas in the file itself."""
    with ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return sum(len(re.findall(rb"<f[ >]", archive.read(name))) for name in sheets)


def test_typed_values_come_back_as_they_were(tmp_path: Path) -> None:
    rows = [(1, "a", date(2025, 1, 2), 1.25, Decimal("12.5"), True, None, datetime(2025, 1, 2, 3, 4), "2019")]
    write(of(rows), tmp_path / "a.xlsx")
    cells = load_workbook(tmp_path / "a.xlsx")["Sổ"][2]
    day = datetime(2025, 1, 2)
    assert [cell.value for cell in cells] == [1, "a", day, 1.25, 12.5, "Có", None, datetime(2025, 1, 2, 3, 4), "2019"]
    assert cells[2].number_format == "dd/mm/yyyy"
    assert cells[0].font.name == "Times New Roman"
    assert cells[0].border.left.style == "thin"


def test_texts_stay_texts(tmp_path: Path) -> None:
    """Row 57: formulas, errors and commands stay texts."""
    write(of([(text,) for text in KNOWN]), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Sổ"]
    assert formulas(tmp_path / "a.xlsx") == 0
    for row, text in enumerate(KNOWN, 2):
        cell = sheet.cell(row, 1)
        assert unescape(cell.value or "") == clean(text, Tally())
        assert not cell.value or cell.data_type == "s"
    assert sheet.cell(2, 1).quotePrefix
    assert not sheet.cell(2 + KNOWN.index("Điện Biên"), 1).quotePrefix


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=1, max_size=8), word=TEXTS)
def test_any_text_anywhere_makes_a_file_that_opens(tmp_path: Path, texts: list[str], word: str) -> None:
    """Row 58: forbidden signs in cells, titles, properties, heads."""
    columns = [Column(word), Column(word, "identifier", total="count")]
    register = DataSheet(word, columns, [(text, text) for text in texts], (word, word), word, (word,))
    page = SummarySheet(
        word + "x", (Table(columns, [(text, text) for text in texts], word),), heading=word, notes=(word,)
    )
    write(Workbook((register, page), word, word, word), tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    found = [row[0].value or "" for row in book.worksheets[0].iter_rows(min_row=5, max_row=4 + len(texts))]
    assert [unescape(text) for text in found] == [clean(text, Tally()) for text in texts]
    assert formulas(tmp_path / "a.xlsx") == 2


def test_what_was_cleaned_and_what_became_text_is_reported(tmp_path: Path) -> None:
    written = write(of([("a\x00\ufffe", 2**60), ("a\x00\ufffe", 2)]), tmp_path / "a.xlsx")
    assert (written.rows, written.cleaned) == (2, 4)
    assert len(written.notes) == 2


def test_long_texts_go_on_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    """Row 59: nothing is lost."""
    text = "😀" * 40_000
    written = write(of([("a", "short"), ("b", text)]), tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    start = book.worksheets[0]["B3"].value.split(" … [")[0]
    rest = "".join(row[3] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True))
    assert start + rest == text
    assert book.worksheets[1]["B2"].value == "B3"
    assert len(written.notes) == 1


def test_the_register_is_one_table_with_its_own_filter_and_totals(tmp_path: Path) -> None:
    write(report(40), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Đoàn vào"]
    (table,) = sheet.tables.values()
    assert (table.ref, table.autoFilter.ref, table.totalsRowCount) == ("A4:J45", "A4:J44", 1)
    assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[4]]
    assert sheet.auto_filter.ref is None
    assert sheet["F45"].value == "=SUBTOTAL(109,Doan_vao[Số người])"
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.print_area) == ("A5", "$4:$4", "'Đoàn vào'!$A$1:$H$47")
    assert all(merged.max_row < 4 or merged.min_row > 45 for merged in sheet.merged_cells.ranges)
    assert sheet.column_dimensions["I"].outlineLevel == 1
    assert "&&" in sheet.oddFooter.left.text


def test_every_formula_carries_the_program_s_own_value(tmp_path: Path) -> None:
    write(report(40), tmp_path / "a.xlsx")
    with_formulas, with_values = load_workbook(tmp_path / "a.xlsx"), load_workbook(tmp_path / "a.xlsx", data_only=True)
    found = 0
    for sheet in with_formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found += 1
                    assert with_values[sheet.title][cell.coordinate].value is not None
    assert found == 29
    assert with_formulas.calculation.fullCalcOnLoad
    assert with_values["Đoàn vào"]["H45"].value == sum(n * 1_350_000 for n in range(1, 41))


def test_an_empty_register_is_a_table_too(tmp_path: Path) -> None:
    write(report(0), tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx", data_only=True)
    assert book["Đoàn vào"].tables["Doan_vao"].ref == "A4:J6"
    assert book["Đoàn vào"]["F6"].value == 0
    assert book["Tổng hợp"]["C11"].value == 0


def test_areas_name_a_column_by_its_title() -> None:
    register = DataSheet("Sở's [1]", (Column("A"), Column("Số")), [(1, 2)] * 3, heading=("x",))
    assert area(register, "Số") == "'Sở''s _1_'!$B$4:$B$6"
    with pytest.raises(ValueError, match="not in"):
        area(register, "gone")


def test_a_title_that_is_taken_never_lets_formulas_read_the_wrong_sheet(tmp_path: Path) -> None:
    page = SummarySheet("Sổ", (Table((Column("A"),), [(Formula("=1", 1),)]),))
    with pytest.raises(ValueError, match="taken"):
        write(Workbook((page, *of([(1,)]).sheets)), tmp_path / "a.xlsx")


def test_what_is_too_long_for_a_sheet_goes_on_on_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 59: more rows than a sheet takes."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 10)
    monkeypatch.setattr("models.excel.register.MOST_ROWS", 10)
    written = write(of([(n,) for n in range(25)], Column("N", "whole", total="sum")), tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx", data_only=True)
    assert book.sheetnames == ["Sổ", "Sổ (2)", "Sổ (3)"]
    assert [sheet.cell(sheet.max_row, 1).value for sheet in book] == [45, 145, 110]
    assert len(written.notes) == 1


class Announced:
    """Rows that say another number than comes."""

    def __init__(self, said: int, come: int) -> None:
        self.said, self.come = said, come

    def __len__(self) -> int:
        return self.said

    def __iter__(self) -> Iterator[Sequence[object]]:
        return iter([(1,)] * self.come)


@pytest.mark.parametrize(("said", "come"), [(3, 2), (2, 3), (0, 1), (1, 0)])
def test_rows_that_are_not_as_many_as_announced_are_refused(tmp_path: Path, said: int, come: int) -> None:
    with pytest.raises(ValueError, match="announced"):
        write(of(Announced(said, come), Column("A")), tmp_path / "a.xlsx")  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def failing(after: int, failure: Exception) -> Sequence[Sequence[object]]:
    """Make rows that fail midway."""

    class Failing(Announced):
        def __iter__(self) -> Iterator[Sequence[object]]:
            yield from [(1,)] * after
            raise failure

    return Failing(after * 2, 0)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("failure", "told"),
    [(ZeroDivisionError(), ZeroDivisionError), (OSError(28, "full"), WriteRefused), (TypeError(), TypeError)],
)
def test_a_failure_midway_keeps_the_old_workbook(tmp_path: Path, failure: Exception, told: type[Exception]) -> None:
    """Row 60: failure midway, target open, disk full."""
    path = tmp_path / "a.xlsx"
    write(of([("old",)]), path)
    before = path.read_bytes()
    with pytest.raises(told):
        write(of(failing(2_000, failure), Column("A")), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_workbook_that_reads_back_otherwise_never_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    write(of([("old",)]), path)
    before = path.read_bytes()
    real = stream.Lane.body
    monkeypatch.setattr(stream.Lane, "body", lambda self, value, row: real(self, 6 if value == 5 else value, row))
    with pytest.raises(WrittenWrong):
        write(of([(5,)]), path)
    monkeypatch.setattr(stream.Lane, "body", lambda *_: ('" t="inlineStr"><is><t>\x01</t></is></c>', 1))
    with pytest.raises(WrittenWrong):
        write(of([("a",)] * 6_000), path)
    assert path.read_bytes() == before


def test_many_rows_are_streamed_and_counted(tmp_path: Path) -> None:
    rows = [(n, f"2025-{n:05}-DV", "Đoàn", n * 0.5) for n in range(6_000)]
    assert write(of(rows), tmp_path / "a.xlsx") == Written(6_000, 0, ())
    book = load_workbook(tmp_path / "a.xlsx", read_only=True)
    assert list(book["Sổ"].iter_rows(min_row=2, values_only=True)) == rows
    book.close()


def test_a_file_says_what_it_is_before_it_is_unpacked(tmp_path: Path) -> None:
    write(report(3), tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert archive.testzip() is None
        assert writing._member(3) in archive.namelist()
        assert len(archive.namelist()) == len(set(archive.namelist()))
