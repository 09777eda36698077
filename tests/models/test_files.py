"""A file is written whole or not at all, and what stood there before survives."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from models import files
from models.files import WriteRefused, atomic_write


def put(content: bytes) -> Callable[[BinaryIO], None]:
    """Make a writer."""

    def write(out: BinaryIO) -> None:
        out.write(content)

    return write


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Make a folder with an old file in it."""
    path = tmp_path / "báo cáo.xlsx"
    path.write_bytes(b"old")
    return path


def only_old(path: Path) -> bool:
    """Tell whether the old file is whole and alone."""
    return path.read_bytes() == b"old" and list(path.parent.iterdir()) == [path]


def test_the_new_file_takes_the_old_one_s_place_and_nothing_else_stays(kept: Path) -> None:
    atomic_write(kept, put(b"new"), lambda passing: None)
    assert kept.read_bytes() == b"new"
    assert list(kept.parent.iterdir()) == [kept]


def test_a_failure_midway_keeps_the_old_file(kept: Path) -> None:
    """Row 60: failure midway."""

    def fail(out: BinaryIO) -> None:
        out.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        atomic_write(kept, fail)
    assert only_old(kept)


def test_a_file_that_is_not_good_never_takes_the_place(kept: Path) -> None:
    def refuse(passing: Path) -> None:
        assert passing.read_bytes() == b"bad"
        raise WriteRefused("bad")

    with pytest.raises(WriteRefused, match="bad"):
        atomic_write(kept, put(b"bad"), refuse)
    assert only_old(kept)


@pytest.mark.parametrize(
    ("number", "word"),
    [(errno.ENOSPC, "space"), (errno.EFBIG, "space"), (errno.EROFS, "may not"), (errno.EIO, "answered")],
)
def test_what_the_disk_refuses_is_told_in_words(kept: Path, number: int, word: str) -> None:
    def refuse(_out: BinaryIO) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.raises(WriteRefused, match=word):
        atomic_write(kept, refuse)
    assert only_old(kept)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of files")
def test_a_disk_that_is_full_for_real_keeps_the_old_file(kept: Path) -> None:
    """Rows 7 and 60: a full disk while exporting."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        with pytest.raises(WriteRefused, match="space"):
            atomic_write(kept, put(b"x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert only_old(kept)


def test_a_missing_folder_and_a_folder_of_that_name_are_told(tmp_path: Path) -> None:
    with pytest.raises(WriteRefused, match="is not there or cannot be reached"):
        atomic_write(tmp_path / "gone" / "a.xlsx", put(b"x"))
    with pytest.raises(WriteRefused, match="a folder has this name"):
        atomic_write(tmp_path, put(b"x"))


def test_a_file_marked_read_only_is_not_replaced(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.os, "access", lambda *_: False)  # the tests may run as root, who may do anything
    with pytest.raises(WriteRefused, match="may not be written"):
        atomic_write(kept, put(b"new"))
    assert only_old(kept)


def test_on_windows_a_held_file_is_asked_for_ten_times(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 25: a virus scanner holds the file."""
    asked = []

    def refuse(self: Path, _target: Path) -> None:
        asked.append(self)
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(files.sys, "platform", "win32")
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WriteRefused, match="open in another program"):
        atomic_write(kept, put(b"new"))
    assert len(asked) == 10
    assert only_old(kept)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_modes_and_links_stay_as_they_were(kept: Path) -> None:
    kept.chmod(0o640)
    link = kept.with_name("link.xlsx")
    link.symlink_to(kept)
    atomic_write(link, put(b"new"))
    assert link.is_symlink()
    assert kept.read_bytes() == b"new"
    assert kept.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes as files are known on Unix only")
def test_a_pipe_or_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(WriteRefused):
        atomic_write(pipe, put(b"new"))
    assert pipe.is_fifo()


def test_a_drive_that_knows_no_syncing_of_folders_takes_files_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Windows share under an older Linux answers EINVAL; backups must reach a second place there."""
    sync = os.fsync

    def on_share(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(handle)

    monkeypatch.setattr(os, "fsync", on_share)
    atomic_write(tmp_path / "x", put(b"x"))
    assert (tmp_path / "x").read_bytes() == b"x"
