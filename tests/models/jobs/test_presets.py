"""The command line runs the reports that an office put together itself like those of the program."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from models import engine, store
from models.reports import built
from models.reports.built import Built
from models.reports.built.keeping import SETTING
from tests.models.jobs.line import job

PERIOD = ("--from", "2019-01-01", "--to", "2026-12-31")
MINE = Built("theo-nuoc", "Đoàn vào\ttheo nước", "inbound", ("name", "persons"), ("countries",), language="en")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample office with a preset, one of a later program, and one for which a column has gone."""
    path = tmp_path_factory.mktemp("presets") / "office.db"
    job("sample", "dien-bien", "--office", path, home=path.parent).well()
    with store.session(path):
        for name in ("theo-nuoc", "moi-hon", "cot-mat"):
            assert built.keep(Built(name, MINE.title, MINE.page, MINE.columns, MINE.groupings, language="en")) == []
        kept = store.setting(SETTING)
        kept[1]["version"] = 99
        kept[2]["columns"] = ["gone"]
        store.set_setting(SETTING, kept)
    return path


def listed(*more: str | Path, home: Path) -> list[list[str]]:
    lines = job("report", "--list", "--language", "en", *more, home=home).well().splitlines()
    return [line.split("\t") for line in lines]


def test_the_list_of_an_office_names_its_presets_behind_all_others(office: Path, tmp_path: Path) -> None:
    program = listed(home=tmp_path)
    assert listed("--office", office, home=tmp_path) == [*program, ["theo-nuoc", "Đoàn vào theo nước"]]


@pytest.mark.parametrize("form", ["xlsx", "pdf", "docx"])
def test_a_preset_is_written_in_every_form(office: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"a.{form}"
    job("report", "theo-nuoc", "--office", office, *PERIOD, "--output", path, home=tmp_path).well()
    assert path.read_bytes()[:4] == (b"%PDF" if form == "pdf" else b"PK\x03\x04")


def test_it_speaks_its_own_language_unless_another_is_asked_for(office: Path, tmp_path: Path) -> None:
    for told, head in (((), "SOCIALIST REPUBLIC"), (("--language", "vi"), "CỘNG HÒA")):
        path = tmp_path / "a.xlsx"
        job("report", "theo-nuoc", "--office", office, *PERIOD, *told, "--output", path, home=tmp_path).well()
        texts = [str(cell.value) for row in load_workbook(path).worksheets[0].iter_rows() for cell in row]
        assert any(head in text for text in texts), told


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("theo-nuoc-2", 2, "theo-nuoc"),
        ("inbuond", 2, "inbound"),
        ("Theo-Nuoc", 2, "theo-nuoc"),
        ("moi-hon", 1, "later version"),
        ("cot-mat", 1, "gone"),
    ],
)
def test_what_cannot_be_run_is_told_in_one_sentence(
    office: Path, tmp_path: Path, name: str, code: int, told: str
) -> None:
    line = ("report", name, "--office", office, *PERIOD, "--language", "en", "--output", tmp_path / "a.xlsx")
    assert told in job(*line, home=tmp_path).refused(code)
    assert not (tmp_path / "a.xlsx").exists()


def test_a_preset_is_handed_in_and_compared(office: Path, tmp_path: Path) -> None:
    line = ("frozen", "hand-in", "theo-nuoc", "--office", office, *PERIOD, "--language", "en")
    assert "Đoàn vào theo nước" in job(*line, home=tmp_path).well()
    job("frozen", "compare", "1", "--office", office, "--language", "en", home=tmp_path).well()
    wrong = ("frozen", "hand-in", "nothing", "--office", office, *PERIOD, "--language", "en")
    assert "nothing" in job(*wrong, home=tmp_path).refused(2)


def test_damaged_presets_stop_no_report_of_the_program(office: Path, tmp_path: Path) -> None:
    with store.session(office):
        before = engine.rows("SELECT value FROM setting WHERE name = ?", (SETTING,))[0][0]
        engine.execute("UPDATE setting SET value = '[{' WHERE name = ?", (SETTING,))
    try:
        line = ("--office", office, *PERIOD, "--language", "en", "--output", tmp_path / "a.xlsx")
        job("report", "gates", *line, home=tmp_path).well()
        assert "damaged" in job("report", "theo-nuoc", *line, home=tmp_path).refused(1)
        assert listed("--office", office, home=tmp_path) == listed(home=tmp_path)
    finally:
        with store.session(office):
            engine.execute("UPDATE setting SET value = ? WHERE name = ?", (before, SETTING))
