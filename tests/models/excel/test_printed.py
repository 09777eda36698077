"""A list comes out of the printer as an official paper: its letterhead, letters that can be read, who signs it."""

from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.excel.printed import fitted
from models.excel.workbook import Column, DataSheet, Letterhead, Signature, SummarySheet, Table, Workbook
from models.excel.write import write

HEAD = Letterhead(
    "UBND TỈNH A & B", "SỞ NGOẠI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "Lai Châu, ngày 22 tháng 11 năm 2026", "Số:      /BC-SNgV",
)  # fmt: skip
SIGNED = Signature(["GIÁM ĐỐC"], "Kiều Hải Nam", "Nơi nhận:", ["- Lưu: VT."])
WIDE = [Column(f"Cột {n}", "text", 13) for n in range(27)]


def written(folder: Path, columns: list[Column], count: int) -> Worksheet:
    rows = tuple(tuple(f"ô {row}" for _ in columns) for row in range(count))
    register = DataSheet("Đoàn vào", columns, rows, ("ĐOÀN VÀO",), "Rows", (), HEAD, SIGNED)
    write(Workbook([register]), folder / "list.xlsx")
    return load_workbook(folder / "list.xlsx")["Đoàn vào"]


def test_a_list_of_many_columns_is_printed_on_a3_and_one_of_few_on_a4(tmp_path: Path) -> None:
    assert written(tmp_path, WIDE, 3).page_setup.paperSize == 8
    assert written(tmp_path, WIDE[:6], 3).page_setup.paperSize == 9


def test_the_letterhead_is_printed_above_the_first_page_which_bears_no_number(tmp_path: Path) -> None:
    sheet = written(tmp_path, WIDE[:6], 3)
    assert sheet.HeaderFooter.differentFirst
    assert sheet.firstFooter.right.text is None
    assert "&P" in sheet.oddFooter.right.text
    with ZipFile(tmp_path / "list.xlsx") as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode()
    header = text.split("<firstHeader>")[1].split("</firstHeader>")[0]
    assert len(header.replace("&amp;", "&")) <= 255
    for words in ("UBND TỈNH A &amp;&amp; B\n", "SỞ NGOẠI VỤ", "/BC-SNgV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"):
        assert words in header


def test_who_signs_stands_below_the_list_and_takes_its_last_rows_along(tmp_path: Path) -> None:
    sheet = written(tmp_path, WIDE[:6], 24)
    cells = {cell.value: cell.row for row in sheet.iter_rows() for cell in row if cell.value}
    assert cells["Nơi nhận:"] == cells["GIÁM ĐỐC"] > cells["ô 23"]
    assert f"${cells['Kiều Hải Nam']}" in sheet.print_area
    assert [each.id for each in sheet.row_breaks.brk] in ([], [cells["ô 22"] - 1])
    assert sheet.row_breaks.brk or sheet.page_setup.fitToHeight == 1


def test_columns_with_words_are_narrowed_until_a3_holds_them_in_letters_that_can_be_read() -> None:
    day, helper = Column("Ngày", "day", 12), Column("mã", "text", 11, helper=True)
    made = fitted([*WIDE, day, helper])
    assert made[-2:] == [day, helper]
    assert sum(each.width for each in made[:-1]) <= 305
    assert fitted(WIDE[:5]) == WIDE[:5]


def test_a_page_that_is_a_little_too_long_is_made_smaller_so_that_nobody_signs_alone(tmp_path: Path) -> None:
    table = Table([Column("Nước", "text", 30), Column("Số đoàn", "whole", 12)], [(f"Nước {n}", n) for n in range(26)])
    page = SummarySheet("Số liệu", [table], HEAD, "SỐ LIỆU", "", ("Nguồn: …",), SIGNED)
    write(Workbook([page]), tmp_path / "page.xlsx")
    sheet = load_workbook(tmp_path / "page.xlsx")["Số liệu"]
    assert sheet.page_setup.fitToHeight == 1
    assert not sheet.row_breaks.brk
