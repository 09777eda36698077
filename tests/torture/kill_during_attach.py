"""Kill the program at a random moment of attaching: never a row without its content, never half a content."""

import hashlib
import os
from functools import partial
from pathlib import Path

from models import engine, soundness, store
from models.attachments import blobs
from tests.torture import attaching_writer
from tests.torture.lives import lives

ROUND = 10  # kills before a fresh office: every content is read again at each look
LONGEST = 0.06  # seconds of a life after its first word


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Kill ``times`` writers; count acknowledged files, lost ones, contents that are half, and faults."""
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    template, office = folder / "template.db", folder / "office.db"
    attaching_writer.make(template)
    work = partial(attaching_writer.write, too_early=planted)
    figures = {"kills": 0, "acknowledged": 0, "left": 0, "lost": 0, "half": 0, "faults": 0}
    told: set[str] = set()
    for lines in lives(work, office, template, times, LONGEST, ROUND):
        told = set(lines) if figures["kills"] % ROUND == 0 else told | set(lines)
        figures["acknowledged"] += len(lines)
        figures["kills"] += 1
        figures["left"] += len(list(blobs.folder_of(office).glob(f"*{blobs.PASSING}")))
        _look(office, told, figures)
    return figures


def _look(office: Path, told: set[str], figures: dict[str, int]) -> None:
    with store.session(office):
        kept = {digest for (digest,) in engine.rows("SELECT digest FROM attachment")}
        _, _, wrong = store.attaching.prove()
        figures["lost"] += len(told - kept) + len(wrong)
        figures["faults"] += len(soundness.faults())
        for file in blobs.folder_of(office).rglob("*"):
            if file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() != file.name:
                figures["half"] += 1  # what was half taken in is swept by now, and no name may lie
