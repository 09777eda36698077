"""Cut the power at any moment of saves: what was acknowledged is there, whatever the disk kept of the rest.

Plain files only: the disk is simulated under SQLite itself, and the library that allows it knows no encryption.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from models import engine, store
from tests.torture import kill_during_save, writer
from tests.torture.disk import Disk, read_log
from tests.torture.kill_during_save import Told
from tests.torture.lives import complain

HOUSE = Path(__file__).resolve().parents[2]
MEMORY = Path("/dev/shm")  # images are only read: they need no real disk
IMAGES = 250  # power cuts of one recording
SAVES = 30  # acknowledgements of one recording
RESTART = 25  # every so many images is opened as the program opens it, the others by the engine alone
FULL, NORMAL = 2, 1  # SQLite's "synchronous"


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Cut the power ``times`` times, half of them without the write-ahead log; count as killing does.

    The planted fault is "synchronous = NORMAL", which many programs are content with.
    """
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    template = folder / "template.db"
    writer.make(template)
    figures = {"cuts": 0, "acknowledged": 0, "lost": 0, "half": 0, "faults": 0}
    chance = random.Random(7)
    place = MEMORY if MEMORY.is_dir() else folder
    with tempfile.TemporaryDirectory(dir=place) as images:
        for mode in cycle(("wal", "truncate")):
            number = min(IMAGES, times - figures["cuts"])
            if not number:
                return figures
            log = _recorded(folder, template, mode, NORMAL if planted else FULL)
            for image, told in _images(log, template, chance, number, figures):
                _look(Path(images), image, told, figures)
    raise AssertionError("an endless circle")


def _recorded(folder: Path, template: Path, mode: str, synchronous: int) -> Path:
    office, log = folder / "office.db", folder / "log"
    for left in folder.glob(office.name + "*"):
        left.unlink()
    shutil.copy(template, office)
    words = [office, log, mode, synchronous, SAVES]
    subprocess.run([sys.executable, "-m", "tests.torture.recording", *map(str, words)], cwd=HOUSE, check=True)
    return log


def _images(
    log: Path, template: Path, chance: random.Random, number: int, figures: dict[str, int]
) -> Iterator[tuple[dict[str, bytes], Told]]:
    """Give what may be found after cuts at chosen moments of a recording, and what was told until then."""
    done = list(read_log(log))
    syncs = [place for place, op in enumerate(done) if op[0] == "sync"]
    moments = chance.sample(syncs, min(len(syncs), number // 2))  # the worst moment is just before a sync
    moments += chance.sample(range(len(done)), number - len(moments))
    disk, told = Disk(), Told()
    disk.add("office.db", template.read_bytes())
    for place, op in enumerate(done):
        for _ in range(moments.count(place)):
            yield disk.image(chance), told
        if op[0] == "tell":
            figures["acknowledged"] += kill_during_save.add(told, [op[3].decode()])
        else:
            disk.do(op)


def _look(folder: Path, image: dict[str, bytes], told: Told, figures: dict[str, int]) -> None:
    for left in folder.iterdir():
        left.unlink()
    for name, content in image.items():
        (folder / name).write_bytes(content)
    office = folder / "office.db"
    figures["cuts"] += 1
    try:
        if figures["cuts"] % RESTART == 0:
            kill_during_save.look(office, told, figures, whole=True)
            return
        engine.choose(office)
        engine.connect()
        kill_during_save.count(told, figures)
    except (engine.DatabaseError, store.OfficeRefused) as refused:
        complain(refused)
        figures["faults"] += 1
    finally:
        engine.disconnect()
