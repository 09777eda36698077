"""The office's own workbook: names filled, one row made many, everything else follows; text is never a formula."""

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table

from models.excel.cells import Tally, clean, unescape
from models.excel.gap import Gap
from models.excel.template import fill_workbook
from models.files import WriteRefused
from models.filling import TemplateRefused
from models.filling.naming import Listing, Name, Value
from tests.models.excel.test_outside import through_libreoffice
from tests.models.filling.telling import changed, hostile, names_of_texts, workbook

GAP = Gap("Tờ 1", 5, 3)


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "mau.xlsx", tmp_path / "bao-cao.xlsx"


def filled(places: tuple[Path, Path], texts: list[str], **singles: object) -> Any:
    fill_workbook(*places, names_of_texts(texts, **singles))
    return load_workbook(places[1])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("=SUM(A5:A5)", "=SUM(A5:A8)"),
        ("=SUM(A4:A6)", "=SUM(A4:A9)"),
        ("=SUM(A5)", "=SUM(A5:A8)"),
        ("=SUBTOTAL(9,$A$5)", "=SUBTOTAL(9,$A$5:$A8)".replace("$A8", "$A$8")),
        ("=A5+A6", "=A5+A9"),
        ('=IF(A5>0,B7,"A5")', '=IF(A5>0,B10,"A5")'),
        ("='Tờ 1'!A6", "='Tờ 1'!A9"),
        ("=Khác!A6", "=Khác!A6"),
        ("=SUM(5:5)", "=SUM(5:8)"),
        ("=SUM(A:A)", "=SUM(A:A)"),
        ("=SUM(A1:A4)", "=SUM(A1:A4)"),
    ],
)
def test_formulas_follow_the_new_rows(before: str, after: str) -> None:
    assert GAP.formula(before, "Tờ 1") == after


def test_a_formula_of_the_marked_row_keeps_to_its_row() -> None:
    assert GAP.formula("=SUM(B5:D5)/A9", "Tờ 1", inside=True) == "=SUM(B5:D5)/A12"


def test_one_marked_row_becomes_as_many_as_the_list_has(places: tuple[Path, Path]) -> None:
    workbook(
        places[0],
        A1="{{ten}}",
        A4="{{danh_sach.so}}",
        B4="{{list.name}}",
        C4="=A4*2",
        D4="x",
        A5="=SUM(A4)",
        C5="=SUM(C4:C4)",
    )
    sheet = filled(places, ["a", "b", "c"], ten="Sở Ngoại vụ").active
    assert sheet["A1"].value == "Sở Ngoại vụ"
    assert [[cell.value for cell in row] for row in sheet["A4:D6"]] == [
        [1, "a", "=A4*2", "x"], [2, "b", "=A5*2", "x"], [3, "c", "=A6*2", "x"],
    ]  # fmt: skip
    assert (sheet["A7"].value, sheet["C7"].value) == ("=SUM(A4:A6)", "=SUM(C4:C6)")


def test_an_empty_list_leaves_its_row_empty(places: tuple[Path, Path]) -> None:
    workbook(places[0], A4="{{danh_sach.so}}", B4="{{danh_sach.ten}}", A5="=SUM(A4:A4)")
    sheet = filled(places, []).active
    assert (sheet["A4"].value, sheet["B4"].value, sheet["A5"].value) == (None, None, "=SUM(A4:A4)")


def test_look_merges_widths_rules_and_print_set_up_stay(places: tuple[Path, Path]) -> None:
    path = workbook(places[0], A1="head", A4="{{danh_sach.so}}", B4="{{danh_sach.ten}}", D4="=A4", A6="foot", A7="end")
    book = load_workbook(path)
    sheet = book.active
    thin = Border(top=Side(style="thin"))
    sheet["B4"].border, sheet["B4"].font, sheet["B4"].alignment = thin, Font(bold=True), Alignment(wrap_text=True)
    for told in ("A1:D1", "B4:C4", "A6:D7"):
        sheet.merge_cells(told)
    sheet.column_dimensions["B"].width, sheet.row_dimensions[4].height, sheet.row_dimensions[6].height = 33, 30, 44
    sheet.print_area, sheet.print_title_rows, sheet.freeze_panes = "A1:D7", "1:3", "A4"
    sheet.page_setup.orientation = "landscape"
    sheet.conditional_formatting.add("A4:A4", FormulaRule(formula=["$A4>1"], font=Font(color="FFFF0000")))
    check = DataValidation(type="whole", operator="greaterThan", formula1="$A$6")
    check.add("A4:A4")
    sheet.add_data_validation(check)
    sheet.row_breaks.append(Break(6))
    book.defined_names["vung"] = DefinedName("vung", attr_text="Sheet!$A$4:$D$4")
    book.save(path)
    made = filled(places, ["a", "b", "c"])
    sheet = made.active
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A1:D1", "B4:C4", "B5:C5", "B6:C6", "A8:D9"}
    assert all(sheet[place].font.bold and sheet[place].border.top.style == "thin" for place in ("B4", "B5", "B6"))
    assert sheet.column_dimensions["B"].width == 33
    assert [sheet.row_dimensions[row].height for row in (4, 5, 6, 8)] == [30, 30, 30, 44]
    assert (sheet.print_area, sheet.print_title_rows, sheet.freeze_panes) == ("'Sheet'!$A$1:$D$9", "$1:$3", "A4")
    assert sheet.page_setup.orientation == "landscape"
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["A4:A6"]
    rule = sheet.data_validations.dataValidation[0]
    assert (str(rule.sqref), rule.formula1) == ("A4:A6", "$A$8")
    assert [each.id for each in sheet.row_breaks.brk] == [8]
    assert made.defined_names["vung"].attr_text == "Sheet!$A$4:$D$6"


def test_a_table_and_other_sheets_take_the_new_rows_in(places: tuple[Path, Path]) -> None:
    path = workbook(places[0], A3="So", B3="Ten", A4="{{danh_sach.so}}", B4="{{danh_sach.ten}}")
    book = load_workbook(path)
    book.active.add_table(Table(displayName="Bang", ref="A3:B4"))
    book.create_sheet("Tổng")["A1"] = "=COUNTA(Sheet!B4:B4)"
    book.save(path)
    made = filled(places, ["a", "b", "c"])
    assert made.active.tables["Bang"].ref == "A3:B6"
    assert made["Tổng"]["A1"].value == "=COUNTA(Sheet!B4:B6)"


def test_charts_of_the_template_stay_and_take_the_new_rows_in(places: tuple[Path, Path]) -> None:
    path = workbook(places[0], A3="So", A4="{{danh_sach.so}}", A6="x", C1="{{ten}}")
    book = load_workbook(path)
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=1, min_row=4, max_row=4))
    book.active.add_chart(chart, "B8")
    book.save(path)
    made = filled(places, ["a", "b", "c"], ten="y").active
    assert [each.anchor._from.row for each in made._charts] == [9]
    assert made._charts[0].series[0].val.numRef.f == "'Sheet'!$A$4:$A$6"
    assert made["C1"].value == "y"


def test_a_chart_whose_letters_cannot_be_read_is_refused_in_words(places: tuple[Path, Path], tmp_path: Path) -> None:
    book = load_workbook(workbook(tmp_path / "chart.xlsx", A1="{{ten}}"))
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=1, min_row=1, max_row=1))
    chart.title = "eee"
    book.active.add_chart(chart, "B8")
    book.save(tmp_path / "chart.xlsx")
    with ZipFile(tmp_path / "chart.xlsx") as plain, ZipFile(places[0], "w") as odd:
        for name in plain.namelist():
            part = plain.read(name)
            if name.startswith("xl/charts/"):
                told = part.partition(b"?>")[2] or part
                part = b"<?xml version='1.0' encoding='ISO-8859-1'?>" + told.replace(b">eee<", b">\xe9\xe9<")
            odd.writestr(name, part)
    with pytest.raises(TemplateRefused, match="cannot be read as a workbook"):
        filled(places, [], ten="y")
    assert not places[1].exists()


def test_two_lists_on_a_sheet_stand_below_each_other(places: tuple[Path, Path]) -> None:
    workbook(places[0], A2="{{danh_sach.ten}}", A3="=COUNTA(A2)", A5="{{danh_sach.so}}", A6="=SUM(A5)+A3")
    sheet = filled(places, ["a", "b"]).active
    assert [cell.value for (cell,) in sheet["A2:A8"]] == ["a", "b", "=COUNTA(A2:A3)", None, 1, 2, "=SUM(A6:A7)+A4"]


def test_days_are_days_and_numbers_numbers_with_the_word_before_them(places: tuple[Path, Path]) -> None:
    workbook(places[0], A1="{{ngay}}", A2="{{so}}", A3="có {{so}} đoàn", A4="{{gan}}")
    names = names_of_texts([], ngay=date(2026, 3, 5), so=3700)
    names.add(Name("gan"), Value(3700, "gần 3.700", "gần"))
    fill_workbook(*places, names)
    sheet = load_workbook(places[1]).active
    assert (sheet["A1"].value.date(), sheet["A1"].number_format) == (date(2026, 3, 5), "dd/mm/yyyy")
    assert (sheet["A2"].value, sheet["A3"].value) == (3700, "có 3.700 đoàn")
    assert (sheet["A4"].value, sheet["A4"].number_format[:6]) == (3700, '"gần "')


def test_a_cell_with_a_name_is_filled_and_an_unknown_one_is_told(places: tuple[Path, Path]) -> None:
    book = load_workbook(workbook(places[0], C1=5))
    for name, place in (("ten_co_quan", "A1"), ("la_gi", "B1"), ("ty_gia", "C1")):
        book.defined_names[name] = DefinedName(name, attr_text=f"Sheet!${place[0]}${place[1]}")
    book.save(places[0])
    told = fill_workbook(*places, names_of_texts([], ten_co_quan="Sở Ngoại vụ"))
    sheet = load_workbook(places[1]).active
    assert (sheet["A1"].value, sheet["B1"].value, sheet["C1"].value) == ("Sở Ngoại vụ", None, 5)
    assert told.unknown == ("la_gi",), "a named cell with a value is the office's own"


def test_unknown_names_stay_and_are_named_with_the_nearest(places: tuple[Path, Path]) -> None:
    workbook(places[0], A1="{{ten_co_qan}}", A2="{{danh_sach.tem}}", A3="{{danh_sach.ten}}", A4="{{''.__class__}}")
    told = fill_workbook(*places, names_of_texts(["a"], ten_co_quan="x"))
    assert set(told.unknown) == {"ten_co_qan", "danh_sach.tem", "''.__class__"}
    assert "ten_co_qan (perhaps ten_co_quan)" in told.notes[0]
    assert "danh_sach.tem (perhaps danh_sach.ten)" in told.notes[0]
    assert load_workbook(places[1]).active["A1"].value == "{{ten_co_qan}}"


def test_two_lists_in_one_row_and_names_in_formulas_are_told(places: tuple[Path, Path]) -> None:
    workbook(places[0], A1="{{danh_sach.ten}}", B1="{{khach.ten}}", A3='="x {{ten}}"')
    names = names_of_texts(["a"], ten="x")
    names.add_list(Listing(Name("khach"), (Name("ten"),), lambda: [(Value("k", "k"),)]))
    told = fill_workbook(*places, names)
    assert any("Sheet!B1: one row can repeat one list only" in note for note in told.notes)
    assert any("Sheet!A3: names inside a formula" in note for note in told.notes)
    assert "Sheet" not in told.unknown


def test_what_a_record_says_is_not_taken_for_a_field(places: tuple[Path, Path]) -> None:
    workbook(places[0], A1="{{ten}}", A2="{{danh_sach.ten}}")
    sheet = filled(places, ["{{ten}}", "{{danh_sach.so}}"], ten="{{danh_sach.ten}}").active
    assert [cell.value for (cell,) in sheet["A1:A3"]] == ["{{danh_sach.ten}}", "{{ten}}", "{{danh_sach.so}}"]


def test_a_text_too_long_goes_on_in_a_sheet_of_its_own(places: tuple[Path, Path]) -> None:
    workbook(places[0], A1="{{ten}}")
    told = fill_workbook(*places, names_of_texts([], ten="đ" * 70_000))
    book = load_workbook(places[1])
    rest = "".join(row[3] for row in book.worksheets[1].iter_rows(values_only=True))
    assert book.active["A1"].value.startswith("đ" * 30_000)
    assert book.active["A1"].value.count("đ") + rest.count("đ") >= 70_000
    assert any("longer than a cell" in note for note in told.notes)


@given(st.data())
@settings(max_examples=10, deadline=None)
def test_any_bytes_in_a_template_are_refused_or_filled_but_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("any")
    whole = bytearray(workbook(folder / "a.xlsx", A1="{{ten}}", A2="{{danh_sach.ten}}").read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    (folder / "a.xlsx").write_bytes(whole)
    try:
        fill_workbook(folder / "a.xlsx", folder / "b.xlsx", names_of_texts(["a"], ten="b"))
    except TemplateRefused:
        assert not (folder / "b.xlsx").exists()


def test_endless_merges_are_refused_at_once(places: tuple[Path, Path]) -> None:
    workbook(places[0], A1="{{ten}}")
    part = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>%s</worksheet>'
    wide = part % b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    changed(places[0], places[0].with_name("b.xlsx"), xl__worksheets__sheet1_dot_xml=wide)
    with pytest.raises(TemplateRefused):
        fill_workbook(places[0].with_name("b.xlsx"), places[1], names_of_texts([]))


def test_a_place_that_refuses_leaves_the_old_file(places: tuple[Path, Path]) -> None:
    workbook(places[0], A1="{{ten}}")
    with pytest.raises(WriteRefused):
        fill_workbook(places[0], places[1].parent / "none" / "a.xlsx", names_of_texts([], ten="a"))


def test_5000_hostile_texts_stay_texts(places: tuple[Path, Path]) -> None:
    """Row 57: in templates of the office too."""
    texts = hostile(5_000)
    workbook(places[0], A1="{{danh_sach.ten}}", B1="Đoàn {{danh_sach.ten}} (A R&D)")
    sheet = filled(places, texts).active
    for (alone, inside), text in zip(sheet.iter_rows(max_row=len(texts)), texts, strict=True):
        told = clean(text, Tally())
        assert alone.data_type != "f"
        assert inside.data_type == "s"
        assert unescape(alone.value or "") == told
        assert unescape(inside.value) == f"Đoàn {told} (A R&D)"


@pytest.mark.outside("soffice")
def test_libreoffice_computes_the_formulas_that_followed(places: tuple[Path, Path]) -> None:
    workbook(places[0], A2="{{danh_sach.so}}", B2="{{danh_sach.ten}}", C2="=A2*2", A3="=SUM(A2)", C3="=SUM(C2:C2)")
    fill_workbook(*places, names_of_texts([f"=1+{each}" for each in range(40)]))
    sheet = load_workbook(through_libreoffice(places[1]), data_only=True).active
    assert (sheet["A42"].value, sheet["C42"].value) == (820, 1640)
    assert sheet["B2"].value == "=1+0"
