"""Long registers come out whole, page after page."""

import re
import subprocess
from pathlib import Path

from gui.printing import save_pdf
from models.paper.sheet import Column, Register, Row
from models.text import say
from tests.gui.printing.papers import SIGNER, actions, letters, outside, pages_of, read


@outside
def test_a_register_repeats_its_head_and_counts_its_pages(tmp_path: Path) -> None:
    number = save_pdf(actions(200), tmp_path / "actions.pdf")
    pages = pages_of(tmp_path / "actions.pdf")
    assert len(pages) == number > 5
    for place, page in enumerate(pages, start=1):
        assert "Nội dung nhiệm vụ" in page
        assert (say("Page {page}/{pages}").format(page=place, pages=number) in page) == (place > 1)
        assert "In ngày 05/02/2025" in page


@outside
def test_every_row_of_a_register_stands_once_and_whole(tmp_path: Path) -> None:
    rows = tuple(Row((f"a{i}.", f"b{i}. " + "chữ " * (i % 50) + f"c{i}.")) for i in range(200))
    save_pdf(Register("Sổ", (Column("Mã", 1), Column("Việc", 3)), rows), tmp_path / "rows.pdf")
    pages = pages_of(tmp_path / "rows.pdf")
    for i in range(200):
        where = [[place for place, page in enumerate(pages) if f"{end}{i}." in page.split()] for end in "abc"]
        assert len(where[0]) == 1
        assert where[0] == where[1] == where[2]


@outside
def test_a_group_that_goes_on_overleaf_is_named_again(tmp_path: Path) -> None:
    save_pdf(actions(200), tmp_path / "actions.pdf")
    pages = pages_of(tmp_path / "actions.pdf")
    assert "Sở Công Thương (50)" in pages[0]
    assert say("{group} (continued)").format(group="Sở Công Thương (50)") in pages[1]


@outside
def test_overdue_rows_are_bold(tmp_path: Path) -> None:
    def darkness(row: Row) -> int:
        save_pdf(Register("Việc", (Column("Mã", 1),), (row,)), tmp_path / "one.pdf")
        image = tmp_path / "one"
        subprocess.run(["pdftoppm", "-r", "100", "-gray", str(tmp_path / "one.pdf"), str(image)], check=True)
        return sum(255 - shade for shade in (tmp_path / "one-1.pgm").read_bytes())

    words = ("Quá hạn " * 10,)
    assert darkness(Row(words, bold=True)) > darkness(Row(words)) + 1000


@outside
def test_the_signature_does_not_stand_alone_on_the_last_page(tmp_path: Path) -> None:
    for n in range(40, 80, 4):
        save_pdf(actions(n), tmp_path / "actions.pdf")
        last = pages_of(tmp_path / "actions.pdf")[-1]
        assert SIGNER.name in last
        assert f"Tổng số: {n} việc" in last


@outside
def test_a_row_taller_than_a_page_loses_nothing(tmp_path: Path) -> None:
    words = " ".join(f"w{i}" for i in range(3000))
    register = Register("Dài", (Column("STT", 10), Column("Nội dung", 20), Column("", 70)), (Row(("1", words, "")),))
    assert save_pdf(register, tmp_path / "tall.pdf") > 3
    assert set(re.findall(r"w\d+", read(tmp_path / "tall.pdf"))) == set(words.split())


@outside
def test_a_word_wider_than_its_column_is_broken_not_cut(tmp_path: Path) -> None:
    word = "".join(chr(0x61 + i % 26) for i in range(300)) + "😀Đ"
    register = Register("Rộng", (Column("A", 1), Column("B", 9)), (Row((word, "")),))
    save_pdf(register, tmp_path / "wide.pdf")
    assert letters(word)[:300] in letters(read(tmp_path / "wide.pdf"))


@outside
def test_no_control_sign_costs_the_words_behind_it(tmp_path: Path) -> None:
    """Row 58: on paper too; what somebody else's program wrote into the file may hold such signs."""
    signs = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x200B, 0x2028, 0x2029, 0xFEFF, 0xFFFE)]
    rows = tuple(Row((f"a{place}{sign}z{place}.", f"{sign}b z{place}.")) for place, sign in enumerate(signs))
    save_pdf(Register("Sổ", (Column("Mã", 1), Column("Việc", 3)), rows), tmp_path / "signs.pdf")
    found = " ".join(pages_of(tmp_path / "signs.pdf"))
    assert [hex(ord(sign)) for place, sign in enumerate(signs) if found.count(f"z{place}.") != 2] == []


def test_an_empty_register_is_one_page_with_its_head(tmp_path: Path) -> None:
    assert save_pdf(Register("Trống", (Column("A", 1),), ()), tmp_path / "empty.pdf") == 1


def test_five_hundred_pages_need_no_printer(tmp_path: Path) -> None:
    """Row 67: 500 pages."""
    rows = tuple(Row((str(i), f"Việc số {i}")) for i in range(18_000))
    register = Register("Sổ", (Column("STT", 1), Column("Việc", 4)), rows)
    assert save_pdf(register, tmp_path / "long.pdf") >= 500
