"""Row 104: names of folders and files with # % ? blanks and Vietnamese letters, and very long ones, are only names."""

import os
from pathlib import Path

import pytest

from models import backup, engine, store
from models.attachments import OTHER
from models.errors import OfficeRefused
from models.partners import Partner

LONG = Path(*["thư mục dài " + "x" * 50] * 4)  # more than the 260 letters of Windows; SQLite itself takes 512 bytes
NAMES = (
    "Nguyễn Văn Ả", "50% xong", "a#b?c=d&e", "hai  khoảng trắng", "file:office.db?mode=ro", "'; DROP TABLE person;--",
    "%41%00", "[1]*", "ລາວ 云南", "a\tb", "-rf", "~", str(LONG),
)  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows takes few of these names")
@pytest.mark.parametrize("name", NAMES)
def test_row_104_an_office_lives_in_any_folder(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / name / "home"))
    folder = tmp_path / name
    folder.mkdir(parents=True)
    office = folder / f"{Path(name).name[:40]}.db"
    report = folder / "báo cáo #1 100%?.txt"
    report.write_text("nội dung", encoding="utf-8")
    with store.session(office, create=True):
        partner = Partner.blank(name="Tỉnh Phông Sa Lỳ", type="chinh_quyen_tinh", country="LA")
        store.save(partner)
        held = store.attach(partner, report, OTHER.name)
        assert store.open_copy(held).read_text(encoding="utf-8") == "nội dung"
        assert engine.rows("PRAGMA quick_check")[0][0] == "ok"
        copy = backup.keep(office, "day").copy
    with engine.apart(copy) as ask:
        assert ask("SELECT name FROM partner")[0][0] == "Tỉnh Phông Sa Lỳ"
    with store.session(office, read_only=True):
        assert store.load("partner", 1).heading == "Tỉnh Phông Sa Lỳ"
    assert {each.suffix for each in folder.iterdir() if each.is_file()} <= {".db", ".txt", ".lock"}


def test_row_104_a_name_that_no_disk_takes_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    with pytest.raises((OfficeRefused, OSError)), store.session(tmp_path / f"{'x' * 300}.db", create=True):
        raise AssertionError("never opened")
