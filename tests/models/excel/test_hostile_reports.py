"""Five thousand hostile texts go through the annexes: each file opens, holds no formula of theirs, and loses none."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from models import engine
from models.excel.cells import LONGEST_TEXT, Tally, clean, unescape
from models.excel.report import write_report
from models.reports.catalogue import REPORTS
from models.reports.periods import calendar_year
from tests.models.excel.test_outside import hostile_texts
from tests.models.reports.small import put

YEAR = calendar_year(2025)
# The kind, what else the record needs to be listed, and the text columns that are filled with hostile texts.
FILLED: dict[str, tuple[str, str, dict[str, Any], tuple[str, ...]]] = {
    "inbound": ("inbound", "ENDED", {"starts": "2025-03-01", "countries": ["CN"]}, ("name", "places", "result")),
    "agreements": ("agreement", "IN_FORCE", {"signed_on": "2025-03-01", "countries": ["CN"]}, ("name", "term")),
    "actions": ("action", "DOING", {"assigned_on": "2025-03-01"}, ("name", "source_words", "obstacles")),
    "conferences": ("conference", "HELD", {"starts": "2025-03-01"}, ("name", "place", "content")),
    "aid": ("aid", "IMPLEMENTING", {"starts": "2025-03-01", "direction": "IN"}, ("name", "area", "result")),
    "ngos": ("ngo", "ACTIVE", {}, ("name", "content", "area")),
}


@cache
def five_thousand() -> list[str]:
    """Make the texts as a database can hold them: without NUL and lone surrogates."""
    return [text.encode("utf-8", "replace").decode() for text in hostile_texts(5000) if text and "\x00" not in text]


@pytest.mark.parametrize("name", FILLED)
def test_hostile_texts_go_through_an_annex_whole_and_as_texts(office: Path, tmp_path: Path, name: str) -> None:
    page, state, facts, columns = FILLED[name]
    texts = five_thousand()[list(FILLED).index(name) :: len(FILLED)]
    record = put(page, "2025-001-XX", state, name="x", **facts)
    table = record._meta.table_name
    names = [row[1] for row in engine.rows(f'PRAGMA table_info("{table}")') if row[1] not in ("id", "uuid", "code")]
    listed = ", ".join(f'"{each}"' for each in names)
    for number, start in enumerate(range(0, len(texts), len(columns)), 2):
        told = texts[start : start + len(columns)]
        engine.execute(
            f'INSERT INTO "{table}" (uuid, code, {listed}) SELECT ?, ?, {listed} FROM "{table}" WHERE id = ?',
            (f"u{number}", f"2025-{number:04}-XX", record.id),
        )
        sets = ", ".join(f'"{column}" = ?' for column, _ in zip(columns, told, strict=False))
        engine.execute(f'UPDATE "{table}" SET {sets} WHERE uuid = ?', (*told, f"u{number}"))
    path = tmp_path / "a.xlsx"
    write_report(REPORTS[name].make(YEAR, "en", None), path)
    book = load_workbook(path)
    formulas = [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert all("SUBTOTAL" in c.value or "IFS(" in c.value or "SUM(" in c.value or c.value == "=0" for c in formulas)
    found = {unescape(c.value) for row in book.worksheets[0].iter_rows() for c in row if isinstance(c.value, str)}
    wanted = {clean(text, Tally()) for text in texts}
    assert {text for text in wanted if text and len(text) < LONGEST_TEXT} <= found
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "e"]
