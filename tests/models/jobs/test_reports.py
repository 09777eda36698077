"""The job that writes reports: it names them all, and each runs with a period alone."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.models.jobs.line import job

PERIOD = ("--from", "2025-01-01", "--to", "2025-12-31")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    job("sample", "dien-bien", "--office", folder / "office.db", home=folder).well()
    return folder / "office.db"


def listed(home: Path) -> dict[str, str]:
    lines = job("report", "--list", "--language", "en", home=home).well().splitlines()
    return dict(line.split("\t") for line in lines)


def test_the_list_has_a_name_and_a_title_a_line_and_nothing_else(tmp_path: Path) -> None:
    found = listed(tmp_path)
    assert list(found)[:3] == ["annual", "inbound", "outbound"]
    assert {"conferences", "programme", "implementation", "statistics-person", "statistics-plan"} <= set(found)
    assert all(title for title in found.values())


def test_every_report_of_the_list_runs_with_a_period_alone(sample: Path, tmp_path: Path) -> None:
    for name in listed(tmp_path):
        path = tmp_path / f"{name}.xlsx"
        job("report", name, "--office", sample, *PERIOD, "--output", path, home=tmp_path).well()
        assert path.read_bytes()[:2] == b"PK", name


def test_both_titles_stand_in_the_head_and_the_rows_are_vietnamese(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    job("report", "gates", "--office", sample, *PERIOD, "--language", "both", "--output", path, home=tmp_path).well()
    texts = {cell.value for row in load_workbook(path).worksheets[0].iter_rows() for cell in row}
    assert "Căn cứ / Legal basis" in texts


@pytest.mark.parametrize(
    "more", [("--format", "pdf", "--output", "a.out"), ("--output", "a.pdf"), ("--output", "A.PDF")]
)
def test_a_report_is_painted_where_a_pdf_is_asked_for(sample: Path, tmp_path: Path, more: tuple[str, ...]) -> None:
    path = tmp_path / more[-1]
    job("report", "statistics-country", "--office", sample, *PERIOD, *more[:-1], path, home=tmp_path).well()
    assert path.read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("report",), "NAME"),
        (("report", "annual"), "--office"),
        (("report", "everything", "--office", "o.db", *PERIOD, "--output", "a.xlsx"), "everything"),
        (("report", "annual", "--office", "o.db", *PERIOD, "--format", "csv", "--output", "a.xlsx"), "csv"),
        (("report", "annual", "--office", "o.db", *PERIOD, "--language", "fr", "--output", "a.xlsx"), "fr"),
        (("summary", "--office", "o.db", *PERIOD, "--language", "both"), "both"),
        (("report", "annual", "--list"), "--office"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    assert told in job(*words, home=tmp_path).refused(2)
