"""Kill the program at a random moment of its saves, and look for what it had acknowledged."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from models import engine, store

HOUSE = Path(__file__).resolve().parents[2]
MEMBERS = 5


def torture(folder: Path, times: int) -> dict[str, int]:
    """Kill ``times`` writers and count acknowledged saves, lost ones, half ones and faults of the file."""
    office = folder / "office.db"
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    figures = {"kills": 0, "acknowledged": 0, "lost": 0, "half": 0, "faults": 0}
    acknowledged: set[str] = set()
    chance = random.Random(7)
    while figures["kills"] < times:
        acknowledged |= one_life("tests.torture.writer", office, chance.uniform(0.0, 0.25))
        figures["kills"] += 1
        _look(office, acknowledged, figures)
    figures["acknowledged"] = len(acknowledged)
    return figures


def one_life(writer: str, office: Path, seconds: float) -> set[str]:
    """Let a writer (a module) work, kill it ``seconds`` after its first acknowledgement, and give what it told."""
    command = [sys.executable, "-m", writer, str(office)]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE) as working:
        assert working.stdout is not None
        first = working.stdout.readline()
        time.sleep(seconds)
        working.send_signal(signal.SIGKILL)
        told = first + working.stdout.read()
    # A line cut off by the kill was no acknowledgement.
    return {line.decode() for line in told.split(b"\n")[:-1]}


def _look(office: Path, acknowledged: set[str], figures: dict[str, int]) -> None:
    with store.session(office):
        kept = {uuid for (uuid,) in engine.rows("SELECT uuid FROM delegation")}
        figures["lost"] += len(acknowledged - kept)
        figures["half"] += len(_half_saved())
        figures["faults"] += len(engine.faults())


def _half_saved() -> list[tuple[int]]:
    """Give the records whose members, history, number, link or search text did not come with them."""
    asked = """
        SELECT d.id FROM delegation d
        WHERE (SELECT count(*) FROM member m WHERE m.owner_id = d.id) <> ?
           OR (SELECT count(*) FROM change c WHERE c.kind = 'delegation' AND c.record = d.id) <> d.version
           OR NOT EXISTS (SELECT 1 FROM state_change s WHERE s.kind = 'delegation' AND s.record = d.id)
           OR NOT EXISTS (SELECT 1 FROM link l WHERE l.from_kind = 'delegation' AND l.from_id = d.id)
           OR NOT EXISTS (SELECT 1 FROM search_row r WHERE r.kind = 'delegation' AND r.record = d.id)
           OR d.code IS NULL
        UNION ALL SELECT m.id FROM member m WHERE NOT EXISTS (SELECT 1 FROM delegation d WHERE d.id = m.owner_id)
    """
    return engine.rows(asked, (MEMBERS,))
