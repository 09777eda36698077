"""A list as it is seen, as a workbook: the same rows, columns and order."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models import store
from models.excel.export import every_column, export_list
from models.kinds import PAGES, page_named
from models.store import Question
from tests.models.reports import busy
from tests.models.reports.small import UNUSUAL, fill


@pytest.fixture
def small(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("models.text._chosen", "en")
    fill()
    return office


@pytest.mark.parametrize("name", ["inbound", "outbound", "agreement", "action", "partner", "unit", "statistic"])
@pytest.mark.parametrize("sort", ["", "-name", "-starts"])
def test_an_export_has_the_rows_columns_and_order_of_the_list(
    small: Path, tmp_path: Path, name: str, sort: str
) -> None:
    page, question = PAGES[name], Question(sort=sort)
    written = export_list(page, question, None, tmp_path / "a.xlsx", "en")
    ids = store.find(page, question)
    assert written.rows == len(ids) > 0
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    header = [cell.value for cell in sheet[3]]
    labels = [page.label(each) for each in page.columns()]
    assert header[: len(labels)] == labels
    for place, line in enumerate(store.rows(page, ids), 4):
        cells = [cell.value for cell in sheet[place]]
        for each, value in zip(page.columns(), cells, strict=False):
            words = value.strftime("%d/%m/%Y") if isinstance(value, datetime) else "" if value is None else value
            shown = line.texts[each.name]
            assert str(words) == shown or each.text(value) == shown


def test_every_page_is_exported_with_all_its_columns(office: Path, tmp_path: Path) -> None:
    busy.fill()
    for page in PAGES.values():
        written = export_list(page, Question(), every_column(page), tmp_path / "a.xlsx", "vi")
        assert written.rows == store.count(page), page.name
        sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
        personal = sum(each.personal for each in page.fields())
        assert len([cell for cell in sheet[3] if cell.value]) == len(every_column(page)) - personal, page.name


def test_an_export_says_where_it_comes_from(small: Path, tmp_path: Path) -> None:
    question = Question(words="doan", year=2025, country="LA", state="ENDED", drafts=False)
    export_list(PAGES["inbound"], question, None, tmp_path / "a.xlsx", "en")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet.cell(4, 2).value == UNUSUAL
    assert sheet.cell(4, 2).data_type == "s"
    last = str(sheet.cell(sheet.max_row, 1).value)
    assert "Sở Ngoại vụ" in last
    assert "words “doan”; year 2025; Laos; Ended, report pending; without drafts. 1 records." in last


def test_both_directions_together_have_one_row_each(small: Path, tmp_path: Path) -> None:
    page = page_named("delegation")
    assert export_list(page, Question(), every_column(page), tmp_path / "a.xlsx", "vi").rows == 14


def test_personal_columns_come_only_when_asked_for(small: Path, tmp_path: Path) -> None:
    page = PAGES["person"]
    record = page.record.blank(name="Nguyễn Văn A", phone="0912345678")
    store.save(record, draft=True)
    for asked in (False, True):
        export_list(page, Question(), every_column(page), tmp_path / "a.xlsx", "en", with_passports=asked)
        sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
        held = [cell for row in sheet.iter_rows() for cell in row if cell.value == "0912345678"]
        assert bool(held) == asked


def test_an_empty_list_is_a_workbook_too(office: Path, tmp_path: Path) -> None:
    assert export_list(PAGES["action"], Question(), None, tmp_path / "a.xlsx", "en").rows == 0
    assert load_workbook(tmp_path / "a.xlsx").worksheets[0].max_row >= 4


def test_the_columns_stand_in_the_order_asked_for_state_among_them(small: Path, tmp_path: Path) -> None:
    page = PAGES["action"]
    export_list(page, Question(), ("standing", "name", "state", "code"), tmp_path / "a.xlsx", "en")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[3]][:4] == ["Deadline status", "Task", "State", "File code"]
    lines = store.rows(page, store.find(page, Question()))
    states = [sheet.cell(place, 3).value for place in range(4, 4 + len(lines))]
    assert states == [line.state[0] for line in lines if line.state]
