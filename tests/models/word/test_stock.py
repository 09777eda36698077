"""The templates that the program brings: each filled for a real record, nothing unknown, the sentences right."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from models import days, engine, store
from models.filling import Names, of_period, of_record
from models.reports.periods import cut_off_year
from models.sample import load
from models.word.stock import FOLDER, STOCK, Stock
from models.word.template import fill_document
from tests.models.excel.test_outside import through_libreoffice

ROOT = Path(__file__).resolve().parents[3]
_MOST = {
    "delegation": "SELECT owner_id FROM member GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
    "session": "SELECT session_id FROM conclusion GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
    "agreement": "SELECT owner_id FROM party GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("office") / "lai-chau.db"
    load("lai-chau", path)
    with store.session(path, read_only=True):
        yield path
    days.set_today(None)


def names_for(stock: Stock) -> Names:
    if not stock.kind:
        return of_period(cut_off_year(2025), stock.language)
    number = engine.rows(_MOST[stock.kind])[0][0]
    return of_record(store.load(stock.kind, number), stock.language)


def text_of(path: Path) -> str:
    made = Document(str(path))
    cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in made.paragraphs), *cells])


@pytest.mark.parametrize("stock", STOCK, ids=lambda each: each.file)
def test_every_field_of_a_template_is_known_and_filled(sample: Path, tmp_path: Path, stock: Stock) -> None:
    done = fill_document(stock.path, tmp_path / stock.file, names_for(stock), stock.each)
    told = text_of(tmp_path / stock.file)
    assert done.unknown == ()
    assert "{{" not in told
    assert "}}" not in told


def test_the_annual_report_says_its_figures_in_sentences(sample: Path, tmp_path: Path) -> None:
    stock, names = STOCK[0], of_period(cut_off_year(2025), "vi")
    fill_document(stock.path, tmp_path / "a.docx", names)
    values = {code: names.value(code).words for code in ("I01", "I02", "I04", "I05")}  # type: ignore[union-attr]
    told = " ".join(text_of(tmp_path / "a.docx").split())
    assert "đón tiếp {I01} đoàn/{I02} lượt khách".format(**values) in told
    assert "tổ chức {I04} đoàn/{I05} lượt người".format(**values) in told


def test_the_files_are_what_their_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    import templates  # type: ignore[import-not-found, unused-ignore]

    templates.make(tmp_path)
    sys.modules.pop("templates")
    assert {each.file for each in STOCK} == {each.name for each in FOLDER.glob("*.docx")}
    for stock in STOCK:
        ours, made = Document(str(stock.path)), Document(str(tmp_path / stock.file))
        assert ours.element.xml == made.element.xml, "run .ci/templates.py"


@pytest.mark.outside("soffice")
def test_libreoffice_reads_each_filled_template(sample: Path, tmp_path: Path) -> None:
    for stock in (STOCK[0], STOCK[1]):
        fill_document(stock.path, tmp_path / stock.file, names_for(stock), stock.each)
        made = through_libreoffice(tmp_path / stock.file, "txt:Text (encoded):UTF8").read_text("utf-8-sig")
        for line in filter(None, (each.text.strip() for each in Document(str(tmp_path / stock.file)).paragraphs)):
            assert " ".join(line.split()) in " ".join(made.split())
