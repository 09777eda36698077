"""Rows that are kept are the same however many there are and however often they are read."""

import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.reports import kept


def rows(count: int) -> list[tuple[object, ...]]:
    return [(n, f"Đoàn {n}", date(2025, 1, 1), Decimal("1.5"), None, True) for n in range(count)]


@pytest.mark.parametrize("count", [0, 1, kept.BATCH - 1, kept.BATCH, kept.BATCH + 1, 20_000])
def test_they_are_read_again_in_their_order(count: int) -> None:
    found = kept.keep(iter(rows(count)))
    assert len(found) == count
    assert bool(found) == (count > 0)
    assert list(found) == list(found) == rows(count)


def test_two_readers_do_not_disturb_each_other_nor_who_looks_at_a_row() -> None:
    found = kept.keep(rows(2_000))
    for one, other in zip(found, found, strict=True):
        assert one == other
        assert found[one[0]] == one
        assert found[-1] == rows(2_000)[-1]
    with pytest.raises(IndexError):
        found[2_000]


def test_what_lies_in_a_file_has_no_name_and_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    many = [(n, f"Nguyễn Văn Đức {n}, hộ chiếu C1234567 " * 3) for n in range(20_000)]
    found = kept.keep(many)
    assert isinstance(found, kept._Many)
    found._file.seek(0)
    lying = found._file.read()
    assert len(lying) > kept._IN_MEMORY
    assert b"C1234567" not in lying
    assert list(tmp_path.iterdir()) == []
