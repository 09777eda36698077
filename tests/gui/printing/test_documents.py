"""Official papers come out of the printer as the office expects them."""

import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication

from gui.printing import save_pdf
from gui.printing.canvas import SetText
from models.paper.sheet import Grid, Letterhead, Line, Paper, Paragraph, Section, Signature
from models.text import say
from tests.gui.printing.papers import (
    HEAD,
    RECIPIENTS,
    SIGNER,
    agreement,
    brief,
    letters,
    members,
    outside,
    pages_of,
    read,
)


@pytest.mark.parametrize("n", [1, 5, 12])
def test_a_brief_of_up_to_twelve_members_takes_one_page(tmp_path: Path, n: int) -> None:
    assert save_pdf(brief(n), tmp_path / "brief.pdf") == 1


def test_a_brief_that_is_a_little_long_is_set_closer_instead_of_spilling_over(tmp_path: Path) -> None:
    assert save_pdf(brief(12, extra=2), tmp_path / "brief.pdf") == 1


def test_a_brief_that_is_much_too_long_goes_on_to_a_second_page(tmp_path: Path) -> None:
    assert save_pdf(brief(12, extra=14), tmp_path / "brief.pdf") == 2


@outside
def test_every_fact_of_a_brief_is_on_the_page(tmp_path: Path) -> None:
    paper = brief(12)
    save_pdf(paper, tmp_path / "brief.pdf")
    seen = letters(read(tmp_path / "brief.pdf"))
    expected = ["UBND TỈNH LAI CHÂU", "SỞ NGOẠI VỤ", "/BC-SNgV", "TÓM TẮT THÔNG TIN ĐOÀN VÀO"]
    expected += [say("SOCIALIST REPUBLIC OF VIET NAM"), say("Independence - Freedom - Happiness"), "2025"]
    expected += ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", SIGNER.name, say("Recipients:"), *RECIPIENTS]
    for section in paper.sections:
        expected.append(section.title)
        for item in section.items:
            if isinstance(item, Line):
                expected.append(f"{item.label}: {item.text}")
            elif isinstance(item, Grid):
                expected += [cell for row in item.rows for cell in row]
    assert [words for words in expected if letters(words) not in seen and " " in words and len(words) < 60] == []
    assert [words for words in expected if letters(words)[:20] not in seen] == []


@outside
def test_members_beyond_twelve_stand_in_an_annex_with_its_page_number(tmp_path: Path) -> None:
    assert save_pdf(brief(30), tmp_path / "brief.pdf") == 2
    first, second = pages_of(tmp_path / "brief.pdf")
    assert "Phommasy" not in first
    assert "Danh sách thành viên đoàn" in first
    assert second.split()[0] == "2"
    assert [f"Phommasy {i}" in second for i in range(1, 31)] == [True] * 30


@outside
def test_a_heading_is_not_left_behind_by_its_table(tmp_path: Path) -> None:
    for extra in range(10, 18):
        save_pdf(brief(12, extra), tmp_path / "brief.pdf")
        page = next(page for page in pages_of(tmp_path / "brief.pdf") if "Thành phần đoàn" in page)
        assert "Phommasy 1 " in page
        assert "Phommasy 12" in page


@outside
def test_the_agreement_sheet_shows_opinions_and_milestones(tmp_path: Path) -> None:
    assert save_pdf(agreement(), tmp_path / "agreement.pdf") == 1
    seen = read(tmp_path / "agreement.pdf")
    assert "Bộ Công an 03/02/2025 25/02/2025 Đồng ý" in seen
    assert "Gửi bản sao Bộ Ngoại giao 30/05/2025 27/05/2025" in seen


@outside
def test_all_fonts_are_inside_the_file(tmp_path: Path) -> None:
    save_pdf(brief(3), tmp_path / "brief.pdf")
    listed = subprocess.run(["pdffonts", str(tmp_path / "brief.pdf")], capture_output=True, check=True)
    fonts = [re.split(r"\s+", line) for line in listed.stdout.decode().splitlines()[2:]]
    assert {name.split("+")[-1].split("-")[0] for name, *_ in fonts} & {"Tinos", "TimesNewRomanPSMT"}
    assert {line[-6] for line in fonts if line[-1] == ""} | {line[-5] for line in fonts if line[-1] != ""} == {"yes"}


@outside
def test_vietnamese_chinese_and_lao_stand_in_one_file(tmp_path: Path) -> None:
    systems = QFontDatabase.WritingSystem
    words = "Ngoại vụ ắẵẳằặ ễệ ưỡ"
    # 云南 and not 广西: some Chinese fonts draw those two with the shapes of radicals, and are read back as such.
    for system, sample in ((systems.Lao, "ສະຫວັນ"), (systems.SimplifiedChinese, "云南")):
        if QFontDatabase.families(system):
            words += " " + sample
    save_pdf(Paper(HEAD, "Thử", sections=(Section("", (Paragraph(words),)),)), tmp_path / "scripts.pdf")
    assert letters(words) in letters(read(tmp_path / "scripts.pdf"))


@outside
def test_what_was_typed_is_printed_literally(tmp_path: Path) -> None:
    """Row 65: on paper."""
    nasty = '<b>A&B</b> <img src="file:///etc/hostname"> {{7*7}} %s =1+1 &lt;'
    paper = Paper(
        Letterhead(nasty, nasty, number=nasty),
        nasty,
        nasty,
        (Section(nasty, (Line(nasty, nasty), Paragraph(nasty), Grid((nasty,), ((nasty,),), (1,)))),),
        Signature(nasty, nasty),
        (nasty,),
    )
    save_pdf(paper, tmp_path / "nasty.pdf")
    assert letters(read(tmp_path / "nasty.pdf")).lower().count(letters(nasty).lower()) >= 8


def test_nothing_is_loaded_from_the_disk_or_the_net(tmp_path: Path) -> None:
    """Row 65: on paper."""
    picture = tmp_path / "picture.png"
    image = QImage(QSize(40, 40), QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(picture))
    address = QUrl.fromLocalFile(str(picture))
    kind = QTextDocument.ResourceType.ImageResource.value
    assert QTextDocument().resource(kind, address) is not None
    text = SetText(f'<p>x<img src="{address.toString()}"><img src="http://127.0.0.1:9/x.png"></p>', 2000)
    loaded = text.resource(kind, address)
    assert isinstance(loaded, QImage)
    assert loaded.size() == QSize(1, 1)
    assert text.idealWidth() < 40


def test_paper_is_black_on_white_in_a_dark_theme(qapp: QApplication) -> None:
    before = qapp.palette()
    dark = QPalette(before)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        dark.setColor(role, QColor("white"))
    qapp.setPalette(dark)
    try:
        image = QImage(400, 100, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(0.2, 0.2)
        SetText("<p style='font-size:20pt'>Bang giao</p>", 2000).draw_page(painter, 0)
        painter.end()
    finally:
        qapp.setPalette(before)
    darkest = min(image.pixelColor(x, y).lightness() for x in range(400) for y in range(100))
    assert darkest < 60


@outside
@pytest.mark.parametrize("step", [1, 3, 7, 11])
def test_a_long_sheet_of_labels_ends_its_pages_between_two_rows(tmp_path: Path, step: int) -> None:
    rows = tuple((f"a{i}.", f"b{i}. " + "chữ " * (i * step % 61) + f"c{i}.") for i in range(120))
    paper = Paper(HEAD, "Phiếu", sections=(Section("Thông tin", (Grid((), rows, (1, 3)),)),), signature=SIGNER)
    assert save_pdf(paper, tmp_path / "sheet.pdf") > 4
    pages = pages_of(tmp_path / "sheet.pdf")
    assert "a0." in pages[0]
    assert min(len(page.split()) for page in pages[:-1]) > 200
    for i in range(120):
        assert [sum(f"{end}{i}." in page.split() for end in "abc") for page in pages].count(3) == 1


@outside
def test_a_long_paragraph_before_a_table_does_not_lose_its_heading(tmp_path: Path) -> None:
    for length in range(60, 130, 10):
        section = Section("Phần", (Paragraph("Nội dung rất dài. " * length), members(10)))
        save_pdf(Paper(HEAD, "Dài", sections=(section, section)), tmp_path / "long.pdf")
        for page in pages_of(tmp_path / "long.pdf"):
            for heading in re.findall(r"\d\. Phần\n+(.*)", page):
                assert "Nội dung" in heading
            assert not page.rstrip().endswith("Phần")
