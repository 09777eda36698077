"""The check reads every attached file; a restored office says when its files stayed behind."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from models import store
from models.attachments import blobs
from tests.models.jobs.line import Done

Run = Callable[..., Done]


@pytest.fixture
def file(place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> store.AttachedFile:
    """A file of the first delegation of the office."""
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    with store.session(place / "office.db"):
        return store.attach(store.load("delegation", 1), b"%PDF", "report", name="Báo cáo.pdf")


def test_the_check_counts_the_files(run: Run, file: store.AttachedFile) -> None:
    assert "attached files: 1, removed: 0" in run("check", office="office.db", language="en").well()


def test_the_check_names_a_file_that_is_altered_or_missing(run: Run, place: Path, file: store.AttachedFile) -> None:
    blob = blobs.place_of(blobs.folder_of(place / "office.db"), file.digest)
    blob.write_bytes(b"%PDf")
    assert "“Báo cáo.pdf” (delegation:1, altered)" in run("check", office="office.db", language="en").refused(1)
    blob.unlink()
    assert "“Báo cáo.pdf” (delegation:1, missing)" in run("check", office="office.db", language="en").refused(1)


def test_an_office_restored_elsewhere_has_its_files_with_it(run: Run, place: Path, file: store.AttachedFile) -> None:
    run("backup", office="office.db", output="kept.db").well()
    (place / "other").mkdir()
    said = run("restore", str(place / "kept.db"), office="other/office.db", language="en").well()
    assert "Its attached files" not in said
    assert blobs.place_of(blobs.folder_of(place / "other" / "office.db"), file.digest).read_bytes() == b"%PDF"
    assert "attached files: 1, removed: 0" in run("check", office="other/office.db", language="en").well()


def test_a_backup_that_came_without_its_files_says_so_when_it_is_restored_elsewhere(
    run: Run, place: Path, file: store.AttachedFile
) -> None:
    run("backup", office="office.db", output="kept.db").well()
    shutil.rmtree(blobs.folder_of(place / "kept.db"))
    (place / "other").mkdir()
    said = run("restore", str(place / "kept.db"), office="other/office.db", language="en").well()
    assert "Its attached files are not here" in said
    assert "office.db.files" in said
    assert "Its attached files" not in run("restore", str(place / "kept.db"), office="office.db", language="en").well()
