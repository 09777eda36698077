"""Tables with heads over several columns, numbered columns, merged cells and three signatures come out as drawn."""

from itertools import pairwise
from pathlib import Path

from gui.printing import save_pdf
from gui.printing.bands import Head, joined
from gui.printing.pdf import page_layout
from gui.printing.registers import RegisterPainter
from models.paper.layout import EMPTY, needed_of, widths_of
from models.paper.sheet import Column, Folder, Register, Row, Signature
from models.text import say
from tests.gui.printing.papers import HEAD, SIGNER, letters, outside, pages_of, read

DELEGATES, FOREIGN = "Số lượng đại biểu", "Người nước ngoài"
COLUMNS = (
    Column("STT", 5, "center"),
    Column("Tên hội nghị", 30),
    Column("Người Việt Nam", 10, "right", (DELEGATES,)),
    Column("Ở trong nước", 10, "right", (DELEGATES, FOREIGN)),
    Column("Từ nước ngoài", 10, "right", (DELEGATES, FOREIGN)),
    Column("Địa điểm", 15),
)


def register(rows: tuple[Row, ...] = (), **more: object) -> Register:
    return Register("Biểu thống kê", COLUMNS, rows, **more)  # type: ignore[arg-type]


def test_heads_that_columns_share_are_one_cell_and_no_cell_lies_over_another() -> None:
    head = Head(register(), [100.0] * 6, lambda text, _width: (text,), lambda lines: lines * 10.0)
    boxes = {lines[0]: box for box, lines in head.cells}
    assert (boxes[DELEGATES].left(), boxes[DELEGATES].right()) == (200, 500)
    assert (boxes[FOREIGN].left(), boxes[FOREIGN].right()) == (300, 500)
    assert (boxes["STT"].top(), boxes["STT"].bottom()) == (0, head.height) == (0, 30)
    assert boxes["Người Việt Nam"].top() == boxes[FOREIGN].top() == boxes[DELEGATES].bottom()
    area = sum(box.width() * box.height() for box in boxes.values())
    assert area == 600 * head.height


def test_a_tall_title_makes_the_head_tall_enough() -> None:
    tall = Register("x", (Column("a\na\na\na", 1), Column("b", 1, above=("c",))), ())
    head = Head(tall, [10.0, 10.0], lambda text, _width: tuple(text.split("\n")), lambda lines: lines * 10.0)
    assert head.height == 40


@outside
def test_a_statistics_annex_has_its_unit_its_column_numbers_its_total_and_three_signatures(tmp_path: Path) -> None:
    rows = tuple(Row((str(n), f"Hội nghị {n}", "1", "2", "3", "Lai Châu")) for n in range(1, 301))
    beside = (Signature("NGƯỜI LẬP BIỂU", "Lò Thị Mai"), Signature("TRƯỞNG PHÒNG", "Vàng A Páo"))
    made = register(
        rows, unit="đoàn, lượt người", counted=True, beside=beside, signature=SIGNER, letterhead=HEAD,
        totals=("", "Tổng cộng", "300", "600", "900", ""),
    )  # fmt: skip
    number = save_pdf(made, tmp_path / "annex.pdf")
    pages = pages_of(tmp_path / "annex.pdf")
    assert len(pages) == number > 5
    assert "đoàn, lượt người" in pages[0]
    for page in pages:
        assert "(1) (2) (3) (4) (5) (6)" in page
        assert letters(DELEGATES) in letters(page)
    last = letters(pages[-1])
    assert "Tổngcộng300600900" in last
    assert [last.index(letters(name)) for name in ("NGƯỜILẬPBIỂU", "TRƯỞNGPHÒNG", "KT.GIÁMĐỐC")] == sorted(
        last.index(letters(name)) for name in ("NGƯỜILẬPBIỂU", "TRƯỞNGPHÒNG", "KT.GIÁMĐỐC")
    )
    assert all(letters(each.name) in last for each in (*beside, SIGNER))
    seen = letters("".join(pages))
    assert [n for n in range(1, 301) if letters(f"Hội nghị {n}") not in seen] == []


def test_equal_cells_of_a_merging_column_are_one_as_far_as_what_stands_left_of_them() -> None:
    columns = (Column("Ngày", 1, merges=True), Column("Buổi", 1, merges=True), Column("Việc", 1))
    told = (("2", "sáng", "a"), ("2", "sáng", "b"), ("2", "chiều", "c"), ("3", "chiều", "d"))
    made = Register("x", columns, tuple(Row(cells) for cells in told))
    from gui.printing.bands import Band

    bands = [Band(tuple((cell,) for cell in cells), 10.0) for cells in told]
    assert joined(made, bands) == [{0: 30.0, 1: 20.0}, {0: 0.0, 1: 0.0}, {0: 0.0}, {}]


def test_no_column_is_too_narrow_for_its_head_or_its_days_where_the_page_has_room() -> None:
    made = register((Row(("1", "Hội nghị", "12", "3", "30/06/2025", "x")),))
    needed = needed_of(made, lambda word, _bold: 10.0 * len(word))
    assert needed[4] == 100
    widths = widths_of(made, 1000, needed)
    assert all(width >= least for width, least in zip(widths, needed, strict=True))
    assert round(sum(widths)) == 1000
    tight = widths_of(made, 200, needed)
    assert round(sum(tight)) == 200
    assert min(tight) > 0


def test_a_column_without_a_word_gives_way_only_in_a_crowd() -> None:
    many = tuple(Column(f"c{n}", 10) for n in range(12))
    crowd = Register("x", many, (Row(("ten letters", *("" for _ in many[1:]))),))
    widths = widths_of(crowd, 1200, [1.0] * 12)
    assert round(widths[1] / widths[0], 6) == EMPTY / 10
    few = Register("x", many[:4], (Row(("a", "", "", "")),))
    assert len(set(widths_of(few, 1200, [1.0] * 4))) == 1


@outside
def test_a_row_that_leads_is_not_left_behind(tmp_path: Path) -> None:
    columns = (Column("Mục", 1), Column("Việc", 3))
    for n in range(28, 48):
        rows = tuple(Row((f"a{i}.", "việc")) for i in range(n))
        leading = (*rows, Row(("II.", "Nhóm"), bold=True, leads=True), Row(("cuối.", "việc")))
        save_pdf(Register("Sổ", columns, leading), tmp_path / "rows.pdf")
        page = next(page for page in pages_of(tmp_path / "rows.pdf") if "II." in page.split())
        assert "cuối." in page.split()


@outside
def test_registers_of_one_folder_begin_on_pages_of_their_own_and_wide_ones_come_on_a3(tmp_path: Path) -> None:
    wide = Register("Phụ lục 2", tuple(Column(f"c{n}", 10) for n in range(20)), ())
    folder = Folder("Phụ lục", (register((Row(("1", "Hội nghị", "", "", "", "")),)), wide))
    assert save_pdf(folder, tmp_path / "folder.pdf") == 2
    first, second = pages_of(tmp_path / "folder.pdf")
    assert "BIỂU THỐNG KÊ" in first
    assert "PHỤ LỤC 2" in second
    assert page_layout(folder).pageSize().name().startswith("A3")
    assert page_layout(register()).pageSize().name().startswith("A4")
    assert "c19" in read(tmp_path / "folder.pdf")


def test_pages_hold_every_row_once_whatever_leads(tmp_path: Path) -> None:
    from PySide6.QtGui import QPdfWriter

    from gui.printing.canvas import canvas

    rows = tuple(Row((str(n), "x", "", "", "", ""), leads=n % 3 == 0) for n in range(120))
    writer = QPdfWriter(str(tmp_path / "x.pdf"))
    writer.setPageLayout(page_layout(register(rows)))
    with canvas(writer) as sheet:
        pages = RegisterPainter(register(rows), sheet)._pages()
        sheet.painter.drawPoint(0, 0)
    numbers = [int(band.cells[0][0]) for page in pages for band in page]
    assert numbers == list(range(120))
    assert all(page for page in pages)
    for before, _after in pairwise(pages):
        assert not before[-1].leads


@outside
def test_the_last_rows_of_a_table_go_along_with_the_signature(tmp_path: Path) -> None:
    for n in range(12, 30, 2):
        rows = tuple(Row((str(n), f"Hội nghị {n}.", "1", "2", "3", "Lai Châu")) for n in range(1, n + 1))
        made = register(rows, signature=SIGNER, totals=("", "Tổng cộng", "1", "2", "3", ""))
        save_pdf(made, tmp_path / "annex.pdf")
        last = pages_of(tmp_path / "annex.pdf")[-1]
        assert SIGNER.name in last
        assert f"Hội nghị {n}." in last
        assert f"Hội nghị {n - 1}." in last


@outside
def test_the_pages_of_a_folder_are_numbered_through_from_the_second_one_on(tmp_path: Path) -> None:
    folder = Folder("Báo cáo", (register(), register(), register()))
    assert save_pdf(folder, tmp_path / "folder.pdf") == 3
    numbers = [say("Page {page}/{pages}").format(page=n, pages=3) for n in (1, 2, 3)]
    pages = pages_of(tmp_path / "folder.pdf")
    assert [number in page for number, page in zip(numbers, pages, strict=True)] == [False, True, True]


@outside
def test_recipients_stand_beside_the_posts_of_who_signs(tmp_path: Path) -> None:
    beside = (Signature("NGƯỜI LẬP BIỂU", "Lò Thị Mai"),)
    made = register((), beside=beside, signature=SIGNER, recipients=("- Lưu: VT.",))
    save_pdf(made, tmp_path / "annex.pdf")
    lines = read(tmp_path / "annex.pdf", "-layout").splitlines()
    assert any(say("Recipients:") in line and "NGƯỜI LẬP BIỂU" in line for line in lines)
    assert any("Lò Thị Mai" in line and SIGNER.name in line for line in lines)
