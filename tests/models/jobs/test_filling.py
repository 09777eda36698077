"""python main.py fill: a workbook, a document, letters, and the list of names."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.models.filling.telling import document, workbook
from tests.models.jobs.line import Done, job

Run = Callable[..., Done]
YEAR = ("--from", "2025-01-01", "--to", "2025-12-31", "--language", "en")


@pytest.fixture
def run(tmp_path: Path, sample: Path) -> Run:
    def fill(*words: str | Path) -> Done:
        return job("fill", *words, "--office", sample, home=tmp_path, PYTHONPATH=os.environ.get("PYTHONPATH", ""))

    return fill


def test_a_workbook_is_filled_and_what_was_not_is_told(run: Run, tmp_path: Path) -> None:
    template = workbook(
        tmp_path / "mau.xlsx", A1="{{I01}}", A2="{{ten_co_qan}}", A3="{{doan_vao.ten_doan}}", A4="=COUNTA(A3)"
    )
    told = run(template, *YEAR, "--output", tmp_path / "a.xlsx").well().splitlines()
    assert "ten_co_qan (perhaps ten_co_quan)" in told[1]
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet["A1"].value > 0
    assert sheet.cell(sheet.max_row, 1).value == f"=COUNTA(A3:A{sheet.max_row - 1})"


def test_a_template_of_the_program_is_named_without_its_folder(run: Run, tmp_path: Path) -> None:
    run("bao-cao-nam", *YEAR, "--output", tmp_path / "a.docx").well()
    assert (tmp_path / "a.docx").exists()


def test_all_names_are_listed_one_a_line(run: Run) -> None:
    told = [line.split("\t") for line in run("--names", "--language", "en").well().splitlines()]
    assert {len(line) for line in told} == {3}
    assert {"{{ten_co_quan}}", "{{I01}}", "{{doan_vao.ten_doan}}"} <= {line[0] for line in told}


def test_what_is_missing_or_wrong_is_one_sentence(run: Run, tmp_path: Path) -> None:
    template = document(tmp_path / "mau.docx", "{{ten_doan}}")
    run(template, "--output", tmp_path / "a.docx").refused(2)
    run(*YEAR, "--output", tmp_path / "a.docx").refused(2)
    run(template, "--record", "2025-999-DV", "--output", tmp_path / "a.docx").refused(1)
    run(tmp_path / "none.docx", *YEAR, "--output", tmp_path / "a.docx").refused(1)
    run(template, *YEAR, "--output", template).refused(1)
    assert not (tmp_path / "a.docx").exists()
