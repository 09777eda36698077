"""A file keeps the name it was given, and is written only under names that every computer takes."""

import random
import re
import string
from pathlib import PureWindowsPath

import pytest

from models.attachments import guess, is_risky, kept_name, safe_name


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Báo cáo số 12.pdf", "Báo cáo số 12.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\Báo cáo.docx", "Báo cáo.docx"),
        ("bao\u202ecod.exe", "baocod.exe"),
        ("  hai   dòng\n.pdf", "hai dòng .pdf"),
        ("", "tep"),
        ("\x00\u200b", "tep"),
    ],
)
def test_a_name_is_kept_without_folders_and_hidden_signs(told: str, kept: str) -> None:
    assert kept_name(told) == kept


@pytest.mark.parametrize(
    ("told", "safe"),
    [
        ("CON", "_CON"),
        ("aux.tar.gz", "_aux.tar.gz"),
        ("Com1.pdf", "_Com1.pdf"),
        ("a:b?.pdf", "a_b_.pdf"),
        ("x.pdf::$DATA", "x.pdf_$DATA"),
        ("..", "tep"),
        ("tên. ", "tên"),
        ("đ" * 300 + ".pdf", "đ" * 116 + ".pdf"),
        ("漢" * 300 + ".pdf", "漢" * 78 + ".pdf"),
    ],
)
def test_a_name_is_written_out_as_every_computer_takes_it(told: str, safe: str) -> None:
    assert safe_name(told) == safe


def test_no_name_leaves_its_folder_or_is_refused_by_windows() -> None:
    """Rows 62 and 70: folders, reserved names, streams, signs that turn the reading."""
    chance = random.Random(7)
    letters = string.printable + '/\\:*?"<>|.đấ漢\u202e\u200b\x00\ud800' * 3
    for _ in range(500):
        told = "".join(chance.choice(letters) for _ in range(chance.randrange(1, 400)))
        name = safe_name(told)
        assert name == PureWindowsPath(name).name
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[ .]$', name), name
        assert 0 < len(name.encode()) <= 240


@pytest.mark.parametrize("name", ["a.exe", "báo cáo.pdf.EXE", "trang.html", "bìa.svg", "mẫu.docm", "lối tắt.lnk "])
def test_what_may_run_a_program_is_known_by_its_name(name: str) -> None:
    """Row 71: dangerous kinds and double endings."""
    assert is_risky(name)


def test_a_long_name_cannot_be_cut_into_a_program() -> None:
    """Row 71: an ending that shows only after a cut."""
    name = "a" * 116 + ".exe" + "x" * 30
    assert safe_name(name).endswith(".exe")
    assert is_risky(name)


@pytest.mark.parametrize("name", ["a.pdf", "ảnh.png", "exe.pdf", "thư.docx", "bảng.xlsx"])
def test_papers_are_not_risky(name: str) -> None:
    assert not is_risky(name)


@pytest.mark.parametrize(
    ("name", "slot"),
    [
        ("Bao_cao ket qua doan.pdf", "report"),
        ("12-BC-SNgV.docx", "report"),
        ("Biên bản làm việc.pdf", "minutes"),
        ("QĐ cho phép.pdf", "permit"),
        ("Chuong-trinh.docx", "programme"),
        ("scan0001.pdf", "other"),
    ],
)
def test_the_kind_of_paper_is_guessed_from_the_name(name: str, slot: str) -> None:
    assert guess("delegation", name).name == slot
