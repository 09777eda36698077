"""Kill the program while it makes backups and saves at once: no half copy, and a good one holds all it must."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from unittest.mock import patch

from models import backup, engine, store
from tests.torture import kill_during_save, writer
from tests.torture.lives import complain, lives, tell

ROUND = 10  # kills before a fresh office
LONGEST = 0.8  # seconds of a life after its first word
PAUSE = 0.01  # seconds between two saves: the copies are what shall be hit
ATTACHED = 5  # files with contents of their own


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Kill ``times`` programs; count copies that were told of and lack something, half copies, and leftovers."""
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    template, office, second = folder / "template.db", folder / "office.db", folder / "second"
    second.mkdir()
    _make(template)
    work = partial(back_up, second=second, plainly=planted)
    figures = {"kills": 0, "backups": 0, "proved": 0, "left": 0, "lost": 0, "half": 0, "faults": 0}
    told: list[str] = []
    for lines in lives(work, office, template, times, LONGEST, ROUND):
        told = lines if figures["kills"] % ROUND == 0 else told + lines
        figures["kills"] += 1
        figures["backups"] += sum(line.startswith("copy ") for line in lines)
        _look(office, second, told, lines, figures)
        if figures["kills"] % ROUND == 0:
            figures["left"] += _left(office, second)
            shutil.rmtree(second / backup.folder_of(office).name, ignore_errors=True)
    figures["left"] += _left(office, second) if times % ROUND else 0
    return figures


def _make(template: Path) -> None:
    writer.make(template)
    with store.session(template):
        unit = store.load("unit", 1)
        for number in range(ATTACHED):
            store.attach(unit, os.urandom(100_000), "other", name=f"{number}.pdf")


def back_up(office: Path, *, second: Path, plainly: bool = False) -> None:
    """Make backups until killed, while another thread saves; the planted fault copies the open file as it lies."""
    with _plain_copies() if plainly else nullcontext(), store.session(office):
        threading.Thread(target=_save, daemon=True).start()
        while True:
            tell("begin")
            made = backup.keep(office, "work", second)
            tell(f"copy {made.copy.name}")


@contextmanager
def _plain_copies() -> Iterator[None]:
    with patch("models.engine.copy_into", lambda target: shutil.copy(engine.office(), target)):
        yield


def _save() -> None:
    engine.connect()
    for number in range(1_000_000):
        visit = store.save(writer.blank_visit(number, 1, 1))
        tell(f"{visit.uuid} {visit.version}")
        time.sleep(PAUSE)


def _folders(office: Path, second: Path) -> tuple[Path, Path]:
    return backup.folder_of(office), second / backup.folder_of(office).name


def _left(office: Path, second: Path) -> int:
    """Count what half-made copies left behind for good."""
    return sum(len(list(each.rglob("*.part"))) for each in _folders(office, second))


def _look(office: Path, second: Path, told: list[str], newest: list[str], figures: dict[str, int]) -> None:
    """Look at the office as after any kill, then at every copy; the newest that was told of must hold all it can."""
    saves: kill_during_save.Told = {}
    kill_during_save.add(saves, _saves(told))
    kill_during_save.look(office, saves, figures, whole=False)
    for copy in (copy for each in _folders(office, second) for copy in each.glob("*.db")):
        try:
            figures["half"] += backup.prove(copy) is None
            figures["proved"] += 1
        except backup.BackupFailed as failed:
            complain(copy, failed)
            figures["half"] += 1
    copies = [place for place, line in enumerate(newest) if line.startswith("copy ")]
    with store.session(office):
        if copies:  # older ones may have been thinned
            begun = max(place for place, line in enumerate(newest[: copies[-1]]) if line == "begin")
            before = {line.split()[0] for line in _saves(newest[:begun])}
            for each in _folders(office, second):
                figures["lost"] += _lacks(each / newest[copies[-1]].removeprefix("copy "), before)
        backup.keep(office, "work", second)  # goes on after a kill, whatever that left


def _saves(lines: list[str]) -> list[str]:
    return [line for line in lines if line != "begin" and not line.startswith("copy ")]


def _lacks(copy: Path, saves: set[str]) -> bool:
    """Tell whether a copy that was told of is not there, cannot be restored whole, or lacks a save before it."""
    try:
        backup.rehearse(copy)
        with engine.apart(copy) as ask:
            return bool(saves - {uuid for (uuid,) in ask("SELECT uuid FROM delegation")})
    except (backup.BackupFailed, OSError, engine.DatabaseError) as failed:
        complain(copy, failed)
        return True
