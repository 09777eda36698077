"""Files of records: whole or not there, once for each content, refused in words, and never lost by a removal."""

import errno
import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models import engine, history, search, store
from models.attachments import FileRefused, Stopped, blobs
from models.delegations import Delegation
from models.errors import Closed, SaveFailed


@pytest.fixture
def saved(visit: Delegation) -> Delegation:
    store.save(visit)
    return visit


@pytest.fixture
def report(tmp_path: Path) -> Path:
    made = tmp_path / "Báo cáo đoàn.pdf"
    made.write_bytes(b"%PDF report" * 100)
    return made


def kept(office: Path) -> list[Path]:
    return sorted(each for each in blobs.folder_of(office).rglob("*") if each.is_file())


def refusal(record: Delegation, source: Path) -> str:
    with pytest.raises(FileRefused) as refused:
        store.attach(record, source, "other")
    assert engine.rows("SELECT count(*) FROM attachment") == [(0,)]
    return str(refused.value)


def test_a_file_lies_under_its_digest_and_keeps_its_name(saved: Delegation, report: Path, office: Path) -> None:
    file = store.attach(saved, report, "report", number="12/BC-SNgV", dated="2026-03-20", signer="Nguyễn Văn A")
    assert (file.name, file.slot, file.size, file.state()) == ("Báo cáo đoàn.pdf", "report", 1100, "")
    assert kept(office) == [office.with_name("office.db.files") / file.digest[:2] / file.digest]
    assert kept(office)[0].read_bytes() == report.read_bytes()
    assert store.attachments("delegation", saved.id) == [file]


def test_the_same_content_is_stored_once(saved: Delegation, report: Path, tmp_path: Path, office: Path) -> None:
    twin = tmp_path / "Bản sao.pdf"
    twin.write_bytes(report.read_bytes())
    store.attach(saved, report, "report")
    store.attach(saved, twin, "other")
    assert [each.name for each in store.attachments("delegation", saved.id)] == ["Báo cáo đoàn.pdf", "Bản sao.pdf"]
    assert len(kept(office)) == 1


def test_the_same_file_is_not_attached_twice_as_the_same_paper(saved: Delegation, report: Path) -> None:
    store.attach(saved, report, "report")
    with pytest.raises(FileRefused, match="attached to this record already"):
        store.attach(saved, report, "report")
    assert len(store.attachments("delegation", saved.id)) == 1


def test_an_open_form_is_not_stale_after_a_file_was_attached(saved: Delegation, report: Path) -> None:
    store.attach(store.load("delegation", saved.id), report, "report")
    saved.content = "Sửa"
    store.save(saved)


def test_history_tells_of_each_deed(saved: Delegation, report: Path) -> None:
    file = store.attach(saved, report, "report", number="12/BC")
    store.describe(file, name="Báo cáo.pdf", slot="report", number="13/BC", dated=None, signer=None)
    store.detach(file)
    store.restore_attachment(file)
    entries = history.read("delegation", saved.id)
    assert [each.deed for each in entries] == ["reattach", "detach", "describe", "attach", "create"]
    told = {(c.path.split("/")[2], c.old, c.new) for c in entries[2].changes}
    assert told == {("name", "Báo cáo đoàn.pdf", "Báo cáo.pdf"), ("number", "12/BC", "13/BC")}


def test_a_record_is_found_by_its_files_until_they_are_taken_out(saved: Delegation, report: Path) -> None:
    def found(words: str) -> list[int]:
        return [hit.record for hit in search.find(words)]

    file = store.attach(saved, report.rename(report.with_name("Ban_ghi-nho.v2.pdf")), "other", number="77/BGN-UBND")
    assert found("ghi nho") == found("77/BGN") == [saved.id]
    store.save(_changed(saved))
    assert found("ghi nho") == [saved.id]
    store.detach(file)
    assert found("ghi nho") == []


def _changed(record: Delegation) -> Delegation:
    record.name = "Đoàn khác"
    return record


def test_what_was_taken_out_can_be_brought_back(saved: Delegation, report: Path, office: Path) -> None:
    file = store.attach(saved, report, "report")
    store.detach(file)
    assert store.attachments("delegation", saved.id) == []
    assert len(kept(office)) == 1
    store.restore_attachment(store.attachments("delegation", saved.id, removed=True)[0])
    assert store.attachments("delegation", saved.id) == [file]


def test_a_new_record_is_saved_before_it_takes_files(visit: Delegation, report: Path) -> None:
    with pytest.raises(Closed, match="Save the record first"):
        store.attach(visit, report, "report")


def test_a_record_in_the_bin_takes_no_files(saved: Delegation, report: Path, office: Path) -> None:
    store.remove(saved)
    with pytest.raises(Closed, match="in the bin"):
        store.attach(saved, report, "report")
    assert kept(office) == []


def test_what_is_no_plain_file_with_something_in_it_is_refused_in_words(
    saved: Delegation, report: Path, tmp_path: Path, office: Path
) -> None:
    empty = tmp_path / "rỗng.docx"
    empty.touch()
    assert "empty (0 bytes)" in refusal(saved, empty)
    assert "is a folder" in refusal(saved, tmp_path)
    assert "no file “đi đâu.pdf” any more" in refusal(saved, tmp_path / "đi đâu.pdf")
    assert kept(office) == []


@pytest.mark.skipif(os.name == "nt", reason="links and devices are made otherwise there")
def test_links_and_devices_are_refused_without_being_opened(saved: Delegation, report: Path, tmp_path: Path) -> None:
    """Row 73: symbolic links and devices."""
    link, pipe = tmp_path / "lối tắt.pdf", tmp_path / "ống"
    link.symlink_to(report)
    os.mkfifo(pipe)
    assert "only a link" in refusal(saved, link)
    assert "is a device" in refusal(saved, pipe)
    assert "is a device" in refusal(saved, Path(os.devnull))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert "is a device" in refusal(saved, tmp_path / "s")


@pytest.mark.parametrize("ending", ["", "-wal", ".lock"])
def test_the_office_itself_is_never_opened_beside_the_database(
    saved: Delegation, office: Path, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = tmp_path / "tên khác.db"
    os.link(office.with_name(office.name + ending), twin)
    monkeypatch.setattr(blobs, "_opened", lambda *_: pytest.fail("opened: the locks of the program are gone"))
    assert "the open office itself" in refusal(saved, twin)


def test_an_unreadable_file_is_refused(saved: Delegation, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(path: Path, *_: Any) -> Any:
        raise PermissionError(errno.EACCES, "denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", locked)
        with pytest.raises(FileRefused, match="cannot be read"):
            store.attach(saved, report, "other")


def test_a_file_that_changes_while_it_is_copied_is_refused(saved: Delegation, report: Path, office: Path) -> None:
    def grow(_done: int, _all: int) -> bool:
        with report.open("ab") as writer:
            writer.write(b"more")
        return report.stat().st_size < 1200

    with pytest.raises((FileRefused, Stopped)) as refused:
        store.attach(saved, report, "other", going=grow)
    assert isinstance(refused.value, Stopped) or "was changed while it was copied" in str(refused.value)
    assert kept(office) == []


def test_a_change_of_the_same_size_is_seen_too(saved: Delegation, report: Path, office: Path) -> None:
    def change(_done: int, _all: int) -> bool:
        report.write_bytes(b"x" * 1100)
        os.utime(report, ns=(1, 1))
        return True

    with pytest.raises(FileRefused, match="was changed while it was copied"):
        store.attach(saved, report, "other", going=change)
    assert kept(office) == []


def test_copying_can_be_stopped_and_leaves_nothing(saved: Delegation, tmp_path: Path, office: Path) -> None:
    huge = tmp_path / "phim.mp4"
    with huge.open("wb") as out:
        out.truncate(5 * blobs.BLOCK)
    seen: list[tuple[int, int]] = []

    def going(done: int, whole: int) -> bool:
        seen.append((done, whole))
        return len(seen) < 3

    with pytest.raises(Stopped):
        store.attach(saved, huge, "other", going=going)
    assert seen == [(n * blobs.BLOCK, 5 * blobs.BLOCK) for n in (1, 2, 3)]
    assert kept(office) == []
    assert store.attachments("delegation", saved.id) == []


def test_a_full_disk_is_said_and_leaves_nothing_half(
    saved: Delegation, report: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 7: a full disk while attaching."""

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        assert "no space left on the disk" in refusal(saved, report)
    assert kept(office) == []
    store.attach(saved, report, "other")


def test_where_the_row_is_not_taken_the_record_stays_as_it_was(
    saved: Delegation, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise engine.DatabaseError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(history, "write", refuse)
        with pytest.raises(SaveFailed):
            store.attach(saved, report, "other")
    assert store.attachments("delegation", saved.id) == []
    store.attach(saved, report, "other")


def test_an_office_open_for_reading_shows_its_files_and_takes_none(
    saved: Delegation, report: Path, office: Path
) -> None:
    file = store.attach(saved, report, "report")
    with store.session(office, read_only=True):
        with pytest.raises(Closed, match="for reading only"):
            store.attach(saved, report, "other")
        with pytest.raises(Closed, match="for reading only"):
            store.detach(file)
        assert store.open_copy(file).read_bytes() == report.read_bytes()


def test_a_closed_record_takes_papers_but_gives_none_away(saved: Delegation, report: Path) -> None:
    engine.execute("UPDATE delegation SET state = 'CLOSED'")
    file = store.attach(store.load("delegation", saved.id), report, "report")
    with pytest.raises(Closed, match="Reopen it"):
        store.detach(file)


def test_a_missing_or_altered_content_is_said_and_never_opened(
    saved: Delegation, report: Path, tmp_path: Path, office: Path
) -> None:
    """Row 72: missing or changed on the disk."""
    file = store.attach(saved, report, "report")
    blob, target = kept(office)[0], tmp_path / "ra ngoài.pdf"
    target.write_bytes(b"as it was")
    blob.write_bytes(b"%PDF rePort" * 100)
    for give in (store.open_copy, lambda each: store.save_copy(each, target)):
        with pytest.raises(FileRefused, match="no longer what was attached"):
            give(file)
    blob.write_bytes(b"short")
    assert file.state() == "altered"
    blob.unlink()
    assert file.state() == "missing"
    with pytest.raises(FileRefused, match="is missing from the store"):
        store.open_copy(file)
    assert target.read_bytes() == b"as it was"
    assert not [each for each in (tmp_path / "home" / "opened").rglob("*") if each.is_file() and each.suffix == ".pdf"]


def test_attaching_again_mends_an_altered_content(saved: Delegation, report: Path, office: Path) -> None:
    file = store.attach(saved, report, "report")
    kept(office)[0].write_bytes(b"damaged")
    store.attach(saved, report, "other")
    assert store.open_copy(file).read_bytes() == report.read_bytes()


def test_a_copy_for_reading_is_ours_alone_and_wiped_at_close(
    saved: Delegation, report: Path, office: Path, tmp_path: Path
) -> None:
    """Row 68: a passing copy is closed to others and removed."""
    copy = store.open_copy(store.attach(saved, report, "report"))
    assert copy.name == "Báo cáo đoàn.pdf"
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == 0o700
    store.close_office()
    assert not copy.exists()
    assert list((tmp_path / "home" / "opened").iterdir()) == []
    store.open_office(office)


@pytest.mark.parametrize(
    "name", ["../../ra ngoài.pdf", "/etc/ra ngoài.pdf", "C:\\ra\\ra ngoài.pdf", "..", "CON", "a:b\u202e"]
)
def test_row_70_a_name_that_leads_elsewhere_is_attached_and_opened_inside_our_folders(
    saved: Delegation, tmp_path: Path, office: Path, name: str
) -> None:
    before = {each for each in tmp_path.rglob("*") if each.is_file()}
    copy = store.open_copy(store.attach(saved, b"%PDF", "report", name=name))
    assert copy.resolve().is_relative_to((tmp_path / "home" / "opened").resolve())
    made = {each for each in tmp_path.rglob("*") if each.is_file()} - before
    inside = (tmp_path / "home" / "opened", blobs.folder_of(office))
    assert made
    assert [each for each in made if not any(each.is_relative_to(folder) for folder in inside)] == []


def test_copies_of_a_program_that_died_are_wiped_at_the_next_start_but_not_those_of_another(
    office: Path, tmp_path: Path
) -> None:
    """Row 68: also after a crash."""
    dead, alive = tmp_path / "home" / "opened" / "dead", tmp_path / "home" / "opened" / "alive"
    for folder in (dead, alive):
        folder.mkdir(parents=True)
        (folder / "a.pdf").write_bytes(b"secret")
        (folder / "a.pdf").chmod(0o400)
    held: Any = store.locking.take(alive)
    store.open_office(office)
    assert (dead.exists(), alive.exists()) == (False, True)
    held.release()


def test_what_was_half_taken_in_is_swept_when_the_office_is_opened_for_writing(office: Path) -> None:
    left = blobs.folder_of(office) / f"0123{blobs.PASSING}"
    left.parent.mkdir()
    left.write_bytes(b"half")
    store.open_office(office, read_only=True)
    assert left.exists()
    store.open_office(office)
    assert not left.exists()


def test_saving_a_copy_never_replaces_the_office(saved: Delegation, report: Path, office: Path) -> None:
    file = store.attach(saved, report, "report")
    with pytest.raises(FileRefused, match="the open office itself"):
        store.save_copy(file, office)


def test_every_content_is_proved(saved: Delegation, report: Path, office: Path) -> None:
    file = store.attach(saved, report, "report")
    store.detach(store.attach(saved, b"a picture", "other", name="Ảnh.png"))
    assert store.attaching.prove() == (1, 1, [])
    blobs.place_of(blobs.folder_of(office), file.digest).write_bytes(b"%PDF rePort" * 100)
    assert store.attaching.prove() == (1, 1, [(file, "altered")])


def test_an_older_copy_of_the_office_still_finds_its_files(
    saved: Delegation, report: Path, office: Path, tmp_path: Path
) -> None:
    from models import backup

    file = store.attach(saved, report, "report")
    backup.make(tmp_path / "copy.db")
    store.detach(file)
    store.restore_office(tmp_path / "copy.db", office)
    store.open_office(office)
    assert [each.state() for each in store.attachments("delegation", saved.id)] == [""]
    assert not store.attaching.lacks_store()


def test_an_office_whose_store_stayed_behind_says_so(
    saved: Delegation, report: Path, office: Path, tmp_path: Path
) -> None:
    store.attach(saved, report, "report")
    store.close_office()
    (tmp_path / "moved").mkdir()
    store.open_office(office.rename(tmp_path / "moved" / "office.db"))
    assert store.attaching.lacks_store()


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    store.close_office()
