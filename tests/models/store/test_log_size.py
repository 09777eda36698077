"""The write-ahead log does not stay large: not beside a long reader, and not after one."""

import threading
from pathlib import Path

import pytest

from models import engine, store

LARGE = 24_000_000


@pytest.fixture
def log(office: Path) -> Path:
    return office.with_name(office.name + "-wal")


def long_text(number: int) -> str:
    """Give about a megabyte that is another one each time: what stays the same is not written."""
    return f"{number:08}" * 125_000


def write_until(log: Path, size: int) -> None:
    """Change one row again and again, as weeks of work would."""
    number = 0
    while log.stat().st_size < size:
        number += 1
        store.set_setting("own", long_text(number))


def test_row_22_a_log_that_a_long_reader_let_grow_is_brought_down_once_nobody_reads(office: Path, log: Path) -> None:
    """Row 22: at the next quiet moment everything is in the file, and with the next save the log is small again."""
    reading, done = threading.Event(), threading.Event()

    def read() -> None:
        engine.connect()
        with engine.one_state():
            engine.rows("SELECT count(*) FROM setting")
            reading.set()
            done.wait(60)
        engine.disconnect()

    reader = threading.Thread(target=read)
    reader.start()
    assert reading.wait(10)
    write_until(log, LARGE)
    engine.checkpoint()
    store.set_setting("beside", 1)
    assert log.stat().st_size >= LARGE, "a reader needs what it began with"
    done.set()
    reader.join()
    engine.checkpoint()
    store.set_setting("after", 1)
    assert log.stat().st_size <= engine.LARGEST_LOG
    assert store.setting("beside", 0) == 1
    assert engine.rows("PRAGMA integrity_check") == [("ok",)]


def test_row_22_without_a_reader_work_without_a_pause_keeps_the_log_below_64_megabytes(office: Path, log: Path) -> None:
    """Row 22: no quiet moment at all while twice as much is written."""
    sizes = []
    for number in range(130):
        store.set_setting("own", long_text(number))
        sizes.append(log.stat().st_size)
    assert max(sizes) < 64 << 20
    assert max(sizes) > 32 << 20, "else nothing was proved"
