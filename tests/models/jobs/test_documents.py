"""Reports and papers as Word documents: from the command line, and from the process beside the window."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document

from tests.models.jobs.line import ROOT, job

PERIOD = ("--from", "2019-01-01", "--to", "2026-12-31")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    job("sample", "dien-bien", "--office", folder / "office.db", home=folder).well()
    return folder / "office.db"


def words(path: Path) -> str:
    body = Document(str(path)).element.body
    return "\n".join("".join(each.itertext()) for each in body.iter("{*}p"))


@pytest.mark.parametrize("more", [("--format", "docx", "--output", "a.out"), ("--output", "a.docx")])
def test_a_report_is_a_document_where_one_is_asked_for(sample: Path, tmp_path: Path, more: tuple[str, ...]) -> None:
    path = tmp_path / more[-1]
    told = job("report", "conferences", "--office", sample, *PERIOD, *more[:-1], path, home=tmp_path).well()
    assert str(path) in told
    assert "DANH SÁCH HỘI NGHỊ, HỘI THẢO QUỐC TẾ" in words(path)


def test_the_report_of_a_mechanism_is_running_text_by_field(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "m.docx"
    asked = ("--mechanism", "2026-002-CC", "--since", "10", "--office", sample, "--output", path)
    job("report", "mechanism", *asked, home=tmp_path).well()
    text = words(path)
    places = [text.index(each) for each in ("1. Giao lưu hữu nghị", "2. Kinh tế, thương mại", "9. Quản lý biên giới")]
    assert places == sorted(places)
    assert "Nội dung thống nhất:" in text


def test_papers_are_documents_by_their_ending(sample: Path, tmp_path: Path) -> None:
    for asked, told in (
        (("calendar",), "LỊCH CÔNG TÁC"),
        (("delegation", "2024-001-DV"), "TÓM TẮT THÔNG TIN ĐOÀN VÀO"),
    ):
        path = tmp_path / "p.docx"
        job("print", *asked, "--office", sample, "--output", path, home=tmp_path).well()
        assert told in words(path)


def test_a_folder_that_is_not_there_is_told_in_one_sentence(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "missing" / "a.docx"
    assert "a.docx" in job("report", "gates", "--office", sample, *PERIOD, "--output", path, home=tmp_path).refused(1)


@pytest.mark.parametrize(
    ("module", "ending", "begins"),
    [
        ("models.jobs.apart", "xlsx", b"PK"),
        ("models.jobs.apart", "docx", b"PK"),
        ("gui.printing.apart", "pdf", b"%PDF-"),
        ("models.jobs.apart", "pdf", None),
    ],
)
def test_the_process_beside_the_window_writes_each_form(
    sample: Path, tmp_path: Path, module: str, ending: str, begins: bytes | None
) -> None:
    path = tmp_path / f"r.{ending}"
    period = {"first": "2025-01-01", "last": "2025-12-31", "today": "2026-11-21"}
    asked = {"work": "report", "name": "gates", "office": str(sample), "language": "en", "titles": "both"}
    answer = ask(module, asked | period | {"path": str(path)})
    if begins is None:
        assert "cannot paint" in answer["refused"]
        assert not path.exists()
    else:
        assert answer == {"done": str(path)}
        assert path.read_bytes().startswith(begins)


def test_the_process_beside_the_window_writes_the_report_of_a_mechanism(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "m.docx"
    asked = {
        "work": "report",
        "name": "mechanism",
        "mechanism": 2,
        "since": 10,
        "office": str(sample),
        "language": "vi",
    }
    assert ask("models.jobs.apart", asked | {"today": "2026-11-21", "path": str(path)}) == {"done": str(path)}
    assert "9. Quản lý biên giới" in words(path)


def ask(module: str, asked: Mapping[str, object]) -> dict[str, str]:
    """Ask one work and wait for its answer, the line kept open."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-X", "utf8", "-m", module]
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as work:
        assert work.stdin is not None
        assert work.stdout is not None
        work.stdin.write(json.dumps(dict(asked)) + "\n")
        work.stdin.flush()
        answer = work.stdout.readline()
    found: dict[str, str] = json.loads(answer)
    return found
