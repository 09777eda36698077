"""Row 64: no workbook links anywhere: an address that was entered is a text like any other."""

import zipfile
from pathlib import Path

import pytest

from models import store
from models.delegations import Delegation
from models.excel.export import export_list
from models.kinds import PAGES
from models.store import Question

ADDRESSES = ("javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share\\x", "https://example.org", "mailto:a@b.vn")


@pytest.mark.parametrize("address", ADDRESSES)
def test_row_64_an_address_is_written_as_text_and_links_nowhere(
    visit: Delegation, tmp_path: Path, address: str
) -> None:
    visit.name = visit.content = address
    store.save(visit)
    export_list(PAGES["inbound"], Question(), ["code", "name", "content"], tmp_path / "a.xlsx", "vi")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        parts = {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}
    assert not any("<hyperlink" in text or 'TargetMode="External"' in text for text in parts.values())
    assert any(address.replace("&", "&amp;") in text for text in parts.values())
