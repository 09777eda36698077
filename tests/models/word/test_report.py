"""Every report as a Word document: the same tables as everywhere, in the layout of an official paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from models import days, engine, sample, store
from models.delegations import Member
from models.paper.annex import printed as columns_of
from models.paper.layout import WIDEST
from models.reports.catalogue import entries
from models.reports.periods import Period
from models.reports.report import Content, Report, content
from models.text import speak, spoken
from models.word.report import write_report
from tests.models.word.reading import printed, registers, whole

LONG = Period(date(2019, 1, 1), date(2026, 12, 31))
NAMES = [each.name for each in entries(presets=False)]
PASSPORT = "P7654321"


@dataclass
class Written:
    """The reports of one office in one language, with their tables in words."""

    reports: dict[str, Report]
    tables: dict[str, list[Content]]
    paths: dict[str, Path]


@pytest.fixture(scope="module", params=["vi", "en", "both"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    folder, before, language = tmp_path_factory.mktemp("word"), spoken(), request.param
    sample.load("dien-bien", folder / "office.db")
    speak("en" if language == "en" else "vi")
    days.set_today(date(2026, 11, 21))
    try:
        with store.session(folder / "office.db"):
            _tell_secrets()
            made = {each.name: each.make(LONG, language, None) for each in entries(presets=False)}
            paths = {name: folder / f"{name}.docx" for name in made}
            for name, path in paths.items():
                assert write_report(made[name], path) == ()
            yield Written(made, {name: list(content(each)) for name, each in made.items()}, paths)
    finally:
        days.set_today(None)
        speak(before)


def _tell_secrets() -> None:
    """Put personal details into every member of a delegation, behind the back of the records."""
    engine.execute(f'UPDATE "{Member._meta.table_name}" SET passport = ?', (PASSPORT,))
    assert engine.rows(f'SELECT id FROM "{Member._meta.table_name}" WHERE passport = ?', (PASSPORT,))


@pytest.mark.parametrize("name", NAMES)
def test_each_table_of_a_report_stands_in_its_document_row_by_row(written: Written, name: str) -> None:
    found = registers(written.paths[name])
    for told, seen in zip(written.tables[name], found, strict=True):
        _, shown = columns_of(told)
        groups = [row for row in told.rows if len(row) > 1 and row[0] and not any(row[1:])]
        wanted = [[row[0]] if row in groups else [row[place] for place in shown] for row in told.rows]
        wanted += [[told.totals[place] for place in shown]] if told.totals else []
        assert seen.rows == wanted, told.title
        assert seen.head[-1] == [f"({number})" for number in range(1, len(shown) + 1)]
        titles = {words for row in seen.head for words in row}
        assert {told.columns[place].title for place in shown} <= titles
        assert {group for place in shown for group in told.columns[place].groups} <= titles


@pytest.mark.parametrize("name", NAMES)
def test_wide_tables_lie_and_very_wide_ones_lie_on_a3(written: Written, name: str) -> None:
    document = Document(str(written.paths[name]))
    for section, seen in zip(document.sections, registers(written.paths[name]), strict=True):
        wide = len(seen.head[-1]) > WIDEST
        assert section.orientation == WD_ORIENT.LANDSCAPE
        page, left, right = (int(each or 0) for each in (section.page_width, section.left_margin, section.right_margin))
        assert abs(page - Mm(420 if wide else 297)) < Mm(1)
        widths = [each.w for each in seen.xml.tblGrid.gridCol_lst]
        assert abs(sum(widths) - (page - left - right)) < Mm(1)


@pytest.mark.parametrize("name", NAMES)
def test_personal_details_are_in_no_report(written: Written, name: str) -> None:
    assert PASSPORT not in whole(written.paths[name])


def test_heads_over_several_columns_are_merged_as_on_paper(written: Written) -> None:
    seen = registers(written.paths["conferences"])[0]
    places = [[(cell.grid_span, cell.vMerge) for cell in row.tc_lst] for row in seen.xml.tr_lst[:3]]
    assert (4, None) in places[0]  # the number of participants, over four columns
    assert (3, None) in places[1]  # the foreigners among them
    assert all(sum(span for span, _ in row) == len(seen.head[-1]) for row in places)
    assert places[0][0] == (1, "restart")
    assert places[1][0] == places[2][0] == (1, "continue")


def test_pages_are_numbered_from_the_second_one_on(written: Written) -> None:
    first, *others = Document(str(written.paths["conferences"])).sections
    assert first.different_first_page_header_footer
    assert "fldSimple" not in first.first_page_footer._element.xml
    for each in (first, *others):
        assert " PAGE " in each.footer._element.xml
        assert " NUMPAGES " in each.footer._element.xml
    assert not any(each.different_first_page_header_footer for each in others)


def test_a_single_list_is_headed_and_signed_and_what_explains_it_stands_behind_unsigned(written: Written) -> None:
    heads, signed = _frames(written.paths["conferences"])
    assert (heads, signed) == ([0], [2])  # of the letterhead, the list, the signatures, the figures, their rules
    assert [each.aside for each in written.tables["conferences"]] == [False, True, True]


def test_annexes_of_a_report_name_it_and_are_signed_once_at_the_end(written: Written) -> None:
    heads, signed = _frames(written.paths["annual"])
    document, count = Document(str(written.paths["annual"])), len(written.tables["annual"])
    named = [each.text for each in document.paragraphs if "(Kèm theo" in each.text or "(Attached" in each.text]
    assert (heads, len(named)) == ([], count)
    assert signed == [count - 1]  # before the rules of the figures only


def _frames(path: Path) -> tuple[list[int], list[int]]:
    """Find the letterheads and the signatures among the tables of a document."""
    tables = Document(str(path)).tables
    heads = [place for place, each in enumerate(tables) if "SỞ NGOẠI VỤ" in each.cell(0, 0).text]
    signed = [place for place, each in enumerate(tables) if "Giám đốc (mẫu)" in each.rows[-1].cells[-1].text]
    return heads, signed


def test_who_receives_a_paper_stands_to_the_left_of_who_signs_it(written: Written) -> None:
    left, *others = Document(str(written.paths["conferences"])).tables[2].rows[-1].cells
    assert "Lưu" in left.text or "Kept" in left.text
    assert len(others) == 3


def test_the_last_rows_of_a_table_stay_with_the_signature(written: Written) -> None:
    seen = registers(written.paths["inbound"])[0]
    rows = [each for each in seen.xml.tr_lst if each.findall(f".//{qn('w:keepNext')}")]
    assert rows[-3:] == seen.xml.tr_lst[-3:]  # two of the list, and its totals


@pytest.mark.outside("soffice", "pdftotext")
def test_libreoffice_prints_every_cell(written: Written) -> None:
    names = ["annual", "inbound", "conferences", "actions", "statistics-country"]
    for name, text in zip(names, printed([written.paths[name] for name in names]), strict=True):
        for told in written.tables[name]:
            _, shown = columns_of(told)
            for row in (*told.rows, *([told.totals] if told.totals else [])):
                for place in shown:
                    assert "".join(row[place].split()) in text, (name, row[place])
