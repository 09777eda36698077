"""Kill the program at a random moment of attaching: never a row without its content, never half a content."""

import hashlib
import os
import random
from pathlib import Path

from models import engine, store
from models.attachments import blobs
from tests.torture.kill_during_save import one_life


def torture(folder: Path, times: int) -> dict[str, int]:
    """Kill ``times`` writers; count acknowledged files, lost ones, contents that are half, and faults."""
    office = folder / "office.db"
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    figures = {"kills": 0, "acknowledged": 0, "lost": 0, "half": 0, "faults": 0, "left": 0}
    acknowledged: set[str] = set()
    chance = random.Random(7)
    while figures["kills"] < times:
        acknowledged |= one_life("tests.torture.attaching_writer", office, chance.uniform(0.0, 0.15))
        figures["kills"] += 1
        figures["left"] += len(list(blobs.folder_of(office).glob(f"*{blobs.PASSING}")))
        _look(office, acknowledged, figures)
    figures["acknowledged"] = len(acknowledged)
    return figures


def _look(office: Path, acknowledged: set[str], figures: dict[str, int]) -> None:
    with store.session(office):
        kept = {digest for (digest,) in engine.rows("SELECT digest FROM attachment")}
        _, _, wrong = store.attaching.prove()
        figures["lost"] += len(acknowledged - kept) + len(wrong)
        figures["faults"] += len(engine.faults())
        for file in blobs.folder_of(office).rglob("*"):
            if file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() != file.name:
                figures["half"] += 1  # what was half taken in is swept by now, and no name may lie
