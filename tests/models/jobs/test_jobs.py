"""The jobs of the command line as a task scheduler runs them: what each does, prints and leaves behind."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.kinds import KINDS, PAGES
from tests.models.jobs.line import ROOT, Done, job, lying

SAMPLE = ROOT / "resources" / "sample" / "lai-chau"
Run = Callable[..., Done]
YEAR = ("--from", "2025-01-01", "--to", "2025-12-31")
FIVE_YEARS = ("--from", "2020-01-01", "--to", "2025-12-31")


@pytest.mark.parametrize("name", ["lai-chau", "dien-bien"])
def test_a_sample_office_is_made_and_is_in_order(run: Run, place: Path, name: str) -> None:
    assert "new.db" in run("sample", name, office="new.db").well()
    assert (place / "new.db").is_file()
    told = run("check", office="new.db").well().splitlines()
    assert [line.partition(":")[0] for line in told[: len(KINDS)]] == list(KINDS)
    assert sorted(path.name for path in place.glob("new.db*")) == ["new.db"]


def test_the_check_counts_what_is_there_and_changes_nothing(run: Run, place: Path) -> None:
    before = lying(place)
    said = run("check", office="office.db", language="en").well()
    assert "delegation: 42" in said
    assert said.rstrip().endswith("in order.")
    assert lying(place) == before


def test_a_search_prints_one_json_object_a_line(run: Run, place: Path) -> None:
    before = lying(place)
    lines = [json.loads(line) for line in run("search", "phong sa ly", office="office.db").well().splitlines()]
    assert len(lines) > 3
    assert all(set(line) == {"kind", "id", "code", "title"} for line in lines)
    marked = run("search", "Phông Sa Lỳ", office="office.db").well()
    assert [json.loads(line) for line in marked.splitlines()] == lines
    only = run("search", "phong", "--kind", "delegation", "--limit", "2", office="office.db").well().splitlines()
    assert [json.loads(line)["kind"] for line in only] == ["delegation", "delegation"]
    assert lying(place) == before


def test_a_search_that_finds_nothing_prints_nothing_and_ends_well(run: Run) -> None:
    for words in ("không có gì như thế", "...", '" *'):
        assert run("search", words, office="office.db").well() == ""


def test_the_summary_gives_every_figure_with_its_code(run: Run, place: Path) -> None:
    before = lying(place)
    figures = json.loads(run("summary", *YEAR, "--json", office="office.db").well())
    assert all({"code", "label", "value", "qualifier", "source"} <= set(figure) for figure in figures)
    codes = {figure["code"] for figure in figures}
    numbers = (*range(1, 9), *range(10, 18), 20, 21, 22, *range(30, 36), 40, 41, 42, 45, 46, 50, 52, 55, 56)
    wanted = {f"I{number:02d}" for number in (*numbers, 60, 61, 62, 63, 80, 81, 82, 90)}
    assert wanted <= {code.split(":")[0] for code in codes}
    lines = run("summary", *YEAR, office="office.db").well().splitlines()
    assert [line.split("\t")[0] for line in lines] == [figure["code"] for figure in figures]
    assert lying(place) == before


def test_the_records_behind_a_figure_are_those_that_the_summary_names(run: Run, place: Path) -> None:
    before = lying(place)
    told = json.loads(run("summary", *FIVE_YEARS, "--json", office="office.db").well())
    figures = {each["code"]: each for each in told}
    for code in ("I01", "I07:CN", "I21", "I41", "I65", "I80:OPEN"):
        lines = [json.loads(line) for line in run("records", code, *FIVE_YEARS, office="office.db").well().splitlines()]
        assert lines, code
        assert all(set(line) == {"kind", "id", "code", "title"} and line["title"] for line in lines)
        assert [f"{line['kind']}:{line['id']}" for line in lines] == figures[code]["ids"], code
    assert {line["kind"] for line in lines} == {"gate"}
    assert figures["I65"]["most"] > figures["I65"]["value"]
    assert lying(place) == before


def test_records_of_a_figure_of_nothing_are_none_and_an_unknown_figure_is_told(run: Run) -> None:
    assert run("records", "I07:AQ", *YEAR, office="office.db").well() == ""
    assert "X9" in run("records", "X9", *YEAR, office="office.db").refused(2)
    run("records", "I01", office="office.db").refused(2)


def test_every_kind_of_record_may_be_exported(run: Run) -> None:
    said = run("export", "nothing", office="office.db", output="e.xlsx").refused(2)
    named = said.rstrip(".").partition(": ")[2].split(", ")
    assert set(named) == {"delegation", *PAGES} >= set(KINDS) - {"office"}


def test_the_labels_are_in_the_language_asked_for_and_the_figures_the_same(run: Run) -> None:
    told = {
        language: json.loads(run("summary", *YEAR, "--json", office="office.db", language=language).well())
        for language in ("vi", "en")
    }
    assert [each["value"] for each in told["vi"]] == [each["value"] for each in told["en"]]
    labels = {language: {each["label"] for each in told[language]} for language in told}
    assert not labels["vi"] & labels["en"]


def test_the_annual_report_is_a_workbook_and_the_office_is_untouched(run: Run, place: Path) -> None:
    before = lying(place)
    assert "r.xlsx" in run("report", "annual", *YEAR, office="office.db", output="r.xlsx").well()
    assert ZipFile(place / "r.xlsx").testzip() is None
    assert len(load_workbook(place / "r.xlsx").sheetnames) >= 5
    (place / "r.xlsx").unlink()
    assert lying(place) == before


@pytest.mark.parametrize("kind", ["delegation", "agreement", "action", "partner"])
def test_a_list_is_exported_with_its_rows(run: Run, place: Path, kind: str) -> None:
    run("export", kind, office="office.db", output="e.xlsx").well()
    whole = load_workbook(place / "e.xlsx").worksheets[0].max_row
    run("export", kind, "--search", "zzzz", office="office.db", output="e.xlsx").well()
    few = load_workbook(place / "e.xlsx").worksheets[0].max_row
    assert whole >= few + 10


def test_an_export_replaces_an_older_workbook(run: Run, place: Path) -> None:
    (place / "e.xlsx").write_text("bản cũ", encoding="utf-8")
    run("export", "partner", office="office.db", output="e.xlsx").well()
    assert ZipFile(place / "e.xlsx").testzip() is None


def test_a_delegation_is_printed_as_one_pdf_page(run: Run, place: Path) -> None:
    run("print", "delegation", "2025-001-DV", office="office.db", output="p.pdf").well()
    assert "2025-001-DV" in "".join(page.extract_text() for page in PdfReader(place / "p.pdf").pages)


def test_a_backup_is_whole_and_restoring_it_keeps_what_was_there(run: Run, place: Path) -> None:
    run("backup", office="office.db", output="b.db").well()
    assert run("check", office="b.db").well() == run("check", office="office.db").well()
    shutil.copy(place / "torn.db", place / "office.db")
    run("restore", str(place / "b.db"), office="office.db").well()
    run("check", office="office.db").well()


def test_a_backup_is_restored_where_no_office_is(run: Run, place: Path) -> None:
    run("restore", str(place / "backup.db"), office="fresh.db").well()
    restored, kept = (run("check", office=each).well().splitlines() for each in ("fresh.db", "backup.db"))
    assert [line for line in restored if not line.startswith("dòng lịch sử: ")] == [
        line for line in kept if not line.startswith("dòng lịch sử: ")
    ]  # history has one line more: that it was restored
    assert [line.startswith("dòng lịch sử: ") for line in restored].count(True) == 1


def test_the_day_is_set_on_the_line(run: Run) -> None:
    def visits(day: str) -> int:
        asked = ("summary", "--from", "2020-01-01", "--to", "2030-12-31", "--json", "--today", day)
        return next(
            each["value"] for each in json.loads(run(*asked, office="office.db").well()) if each["code"] == "I01"
        )

    assert visits("2026-11-21") == visits("2025-01-01")  # as of the period's last day, never of today
    run("summary", *YEAR, "--today", "2025-02-30", office="office.db").refused(2)


def test_an_option_may_be_written_with_an_equals_sign(place: Path, tmp_path: Path) -> None:
    assert job("check", f"--office={place / 'office.db'}", "--language=en", home=tmp_path / "home").well()


def test_help_names_every_job(tmp_path: Path) -> None:
    said = job("--help", home=tmp_path / "home").well()
    for name in (
        "sample",
        "report NAME",
        "frozen",
        "fill",
        "export",
        "search",
        "summary",
        "records",
        "print",
        "check",
        "backup",
        "restore",
    ):
        assert name in said


def no_qt(folder: Path) -> str:
    """Make packages that fail when imported, and give the path to put before all others."""
    for name in ("PySide6", "shiboken6"):
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text("raise ImportError('Qt was asked for')\n", encoding="utf-8")
    return str(folder)


def test_no_job_but_print_needs_qt(place: Path, tmp_path: Path) -> None:
    blocked = no_qt(tmp_path / "blocked")
    office, home = place / "office.db", tmp_path / "home"
    for words in (
        ("sample", "dien-bien", "--office", place / "s.db"),
        ("check", "--office", office),
        ("search", "lao", "--office", office),
        ("summary", *YEAR, "--office", office),
        ("report", "annual", *YEAR, "--office", office, "--output", place / "r.xlsx"),
        ("export", "delegation", "--office", office, "--output", place / "e.xlsx"),
        ("backup", "--office", office, "--output", place / "b"),
        ("restore", place / "b", "--office", office),
    ):
        job(*words, home=home, PYTHONPATH=blocked).well()
    printed = job(
        "print",
        "delegation",
        "2025-001-DV",
        "--office",
        office,
        "--output",
        place / "p.pdf",
        home=home,
        PYTHONPATH=blocked,
    )
    assert "Qt was asked for" in printed.err  # so the way is really blocked
