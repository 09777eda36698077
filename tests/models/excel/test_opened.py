"""A template that would keep the reader busy for ever is refused before it is read."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from models.excel.opened import read_book
from models.filling import TemplateRefused
from tests.models.filling.telling import workbook


@pytest.mark.parametrize(
    "reach",
    [
        b"ref='A1:XFD1048576'",
        b'ref = "A1:XFD1048576"',
        b'ref="A1&#58;XFD1048576"',
        b'ref="a1:xfd1048576"',
        b'ref="A2:B"',
    ],
)
def test_a_merge_that_would_never_end_is_refused_however_it_is_written(tmp_path: Path, reach: bytes) -> None:
    hostile = tmp_path / "mau.xlsx"
    book = load_workbook(workbook(tmp_path / "merged.xlsx", A1="{{ten}}"))
    book.active.merge_cells("A2:B2")
    book.save(tmp_path / "merged.xlsx")
    with ZipFile(tmp_path / "merged.xlsx") as plain, ZipFile(hostile, "w") as made:
        for name in plain.namelist():
            made.writestr(name, plain.read(name).replace(b'ref="A2:B2"', reach))
    with pytest.raises(TemplateRefused, match="cannot be read as a workbook"):
        read_book(hostile.read_bytes(), hostile)
