"""The papers of many records from the command line: what is in them, in both languages, from both samples."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.models.jobs.line import Done

Run = Callable[..., Done]
outside = pytest.mark.outside("pdftotext", "pdffonts")


def words(path: Path) -> str:
    told = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", "", told)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@outside
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (("calendar", "--from", "2025-10-29"), ("29/10/2025", "Vương Ninh", "Sở Ngoại vụ", "/LCT-SNgV")),
        (("programme", "2025"), ("Giao lưu văn nghệ Chào xuân", "02/2025", "/CTr-SNgV")),
        (("review", "2025", "--to", "2025-06-30"), ("30/06/2025", "Hội thảo xúc tiến tiêu thụ chè", "100%")),
        (("actions",), ("2025-014-VB", "31/12/2025")),
        (("actions", "--by", "source"), ("2025-014-VB", "Nhóm công tác liên hợp 5 tỉnh, lần thứ 11")),
    ],
)
def test_a_paper_is_printed_with_what_it_tells(
    run: Run, place: Path, language: str, line: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    run("print", *line, office="office.db", output="p.pdf", language=language).well()
    seen = words(place / "p.pdf")
    assert [each for each in expected if squeezed(each) not in seen] == []
    motto = "Independence-Freedom-Happiness" if language == "en" else "Độclập-Tựdo-Hạnhphúc"
    assert motto in seen
    listed = subprocess.run(["pdffonts", str(place / "p.pdf")], capture_output=True, check=True).stdout.decode()
    assert all(" yes " in each for each in listed.splitlines()[2:])


@outside
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_of_a_mechanism_is_written_as_paper_and_workbook(run: Run, place: Path, language: str) -> None:
    asked = ("report", "mechanism", "--mechanism", "2026-002-CC", "--since", "10")
    run(*asked, office="office.db", output="m.xlsx", language=language).well()
    run(*asked, office="office.db", output="m.pdf", language=language).well()
    seen = words(place / "m.pdf")
    assert squeezed("Đẩy mạnh thương mại biên giới") in seen
    assert squeezed("Đoàn tỉnh Lai Châu dự Diễn đàn hợp tác") in seen
    assert (place / "m.xlsx").read_bytes()[:2] == b"PK"


@outside
def test_a_page_number_stands_from_the_second_page_on(run: Run, place: Path) -> None:
    run("print", "actions", office="office.db", output="p.pdf", language="en").well()
    seen, count = words(place / "p.pdf"), len(PdfReader(place / "p.pdf").pages)
    assert count > 1
    assert [n for n in range(1, count + 1) if f"Page{n}/{count}" in seen] == list(range(2, count + 1))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("print", "programme", "20255"), 1),
        (("print", "review"), 2),
        (("print", "review", "năm"), 2),
        (("print", "calendar", "--from", "2025-13-01"), 2),
        (("print", "actions", "--by", "nobody"), 2),
        (("report", "mechanism", "--mechanism", "2026-002-CC"), 2),
        (("report", "mechanism", "--mechanism", "2026-002-CC", "--since", "3"), 1),
        (("report", "mechanism", "--mechanism", "x", "--since", "10"), 1),
        (("report", "annual"), 2),
    ],
)
def test_what_cannot_be_printed_is_refused_in_one_sentence(
    run: Run, place: Path, line: tuple[str, ...], code: int
) -> None:
    run(*line, office="office.db", output="p.pdf").refused(code)
    assert not (place / "p.pdf").exists()
