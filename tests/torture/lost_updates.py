"""Several people count up the same records at once: every count that was said to be saved is in the sum."""

import os
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from unittest.mock import patch

from models import engine, soundness, store
from models.store import locking
from models.units import Unit
from tests.torture.lives import SEED, complain, tell, to_their_end

RECORDS = 5
PROGRAMS, THREADS = 2, 2


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Make ``times`` edits by two programs of two threads each; count the edits that another one overwrote.

    The lock that lets one program write is taken away, so that the versions alone must hold.
    """
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    office = folder / "office.db"
    with store.session(office, create=True):
        for number in range(RECORDS):
            store.save(Unit.blank(name=f"Sở số {number}", level="so", note="0"))
    each = max(1, times // (PROGRAMS * THREADS))
    wanted = each * PROGRAMS * THREADS
    lines = to_their_end([partial(_work, seed=SEED + n, edits=each, blindly=planted) for n in range(PROGRAMS)], office)
    edits = lines.count("saved")
    with store.session(office):
        counted = sum(int(note) for (note,) in engine.rows("SELECT note FROM unit"))
        half = sum(
            version != told
            for version, told in engine.rows(
                "SELECT version, (SELECT count(*) FROM change c WHERE c.kind = 'unit' AND c.record = u.id) FROM unit u"
            )
        )
        faults = soundness.faults() + store.prove_history()[1]
    for fault in faults:
        complain(fault)
    told = {"edits": edits, "refused": lines.count("stale"), "waited": lines.count("locked")}
    return told | {"lost": edits - counted, "half": half, "faults": len(faults) + wanted - edits}


def _work(office: Path, *, seed: int, edits: int, blindly: bool) -> None:
    with patch.object(locking, "take", _no_lock), _blindly() if blindly else nullcontext(), store.session(office):
        hands = [threading.Thread(target=_count_up, args=(seed * 10 + n, edits)) for n in range(THREADS)]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()


def _no_lock(office: Path) -> locking.Lock:
    place = office.with_name(f"{office.name}.{os.getpid()}")
    return locking.Lock(place, place.open("w", encoding="utf-8"))


@contextmanager
def _blindly() -> Iterator[None]:
    """Plant the fault: the version that a record has now is taken for the one that was read."""
    right = store.tables._write_row

    def wrong(record: Unit, who: str, changed: set[str]) -> None:
        if record.id:
            record.version = engine.rows("SELECT version FROM unit WHERE id = ?", (record.id,))[0][0]
        right(record, who, changed)

    with patch.object(store.tables, "_write_row", wrong):
        yield


def _count_up(seed: int, edits: int) -> None:
    chance = random.Random(seed)
    engine.connect()
    for _ in range(edits):
        number = chance.randrange(RECORDS) + 1
        while (told := _one_more(number)) != "saved":
            tell(told)
        tell("saved")
    engine.disconnect()


def _one_more(number: int) -> str:
    unit = store.load("unit", number)
    assert isinstance(unit, Unit)
    unit.note = str(int(unit.note or 0) + 1)
    try:
        store.save(unit)
    except store.Stale:
        return "stale"
    except store.SaveFailed:
        return "locked"
    return "saved"
