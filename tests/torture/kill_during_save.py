"""Kill the program at a random moment of its saves, and look for what it had acknowledged."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from models import engine, soundness, store
from tests.torture import writer
from tests.torture.lives import complain, lives

ROUND = 50  # kills before a fresh office: a growing file would make each look longer
LONGEST = 0.08  # seconds of a life after its first word

Told = dict[str, int]


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Kill ``times`` writers and count acknowledged saves, lost ones, half ones and faults of the file."""
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    template, office = folder / "template.db", folder / "office.db"
    writer.make(template)
    work = partial(writer.write, too_early=planted)
    figures = {"kills": 0, "acknowledged": 0, "lost": 0, "half": 0, "faults": 0}
    told: Told = {}
    for lines in lives(work, office, template, times, LONGEST, ROUND):
        if figures["kills"] % ROUND == 0:
            told = {}
        figures["acknowledged"] += add(told, lines)
        figures["kills"] += 1
        look(office, told, figures, whole=figures["kills"] % ROUND == 0 or figures["kills"] == times)
    return figures


def add(told: Told, lines: Iterable[str]) -> int:
    """Add what a writer told, as uuids with their versions; give how many saves that were."""
    count = 0
    for line in lines:
        words = line.split()
        for uuid, version in zip(words[::2], words[1::2], strict=True):
            told[uuid] = max(int(version), told.get(uuid, 0))
            count += 1
    return count


def look(office: Path, told: Told, figures: dict[str, int], *, whole: bool) -> None:
    """Open the office as after a restart and count what is not as it must be; ``whole`` proves its history too."""
    with store.session(office):
        count(told, figures)
        put_down(store.prove_history()[1] if whole else _broken_chains(), figures)


def count(told: Told, figures: dict[str, int]) -> None:
    """Count what is lost, half or faulty in the connected office."""
    kept: Told = dict(engine.rows("SELECT uuid, version FROM delegation"))
    figures["lost"] += sum(kept.get(uuid, 0) < version for uuid, version in told.items())
    figures["half"] += len(_half_saved())
    put_down(soundness.faults(), figures)


def put_down(faults: list[str], figures: dict[str, int]) -> None:
    """Say and count faults."""
    for fault in faults:
        complain(fault)
    figures["faults"] += len(faults)


def _broken_chains() -> list[str]:
    return [fault for fault in (store.prove_rows(book).fault for book in ("change", "state_change")) if fault]


def _half_saved() -> list[tuple[int]]:
    """Give the records whose members, history, deed, number, link or search text did not come with them."""
    asked = """
        SELECT d.id FROM delegation d
        WHERE (SELECT count(*) FROM member m WHERE m.owner_id = d.id) <> ?
           OR (SELECT count(*) FROM change c WHERE c.kind = 'delegation' AND c.record = d.id) <> d.version
           OR NOT EXISTS (SELECT 1 FROM state_change s WHERE s.kind = 'delegation' AND s.record = d.id)
           OR NOT EXISTS (SELECT 1 FROM link l WHERE l.from_kind = 'delegation' AND l.from_id = d.id)
           OR (SELECT count(*) FROM search_row r WHERE r.kind = 'delegation' AND r.record = d.id)
              <> (d.removed_at IS NULL)
           OR d.code IS NULL
        UNION ALL SELECT m.id FROM member m WHERE NOT EXISTS (SELECT 1 FROM delegation d WHERE d.id = m.owner_id)
        UNION ALL SELECT c.id FROM change c
            WHERE NOT EXISTS (SELECT 1 FROM deed e WHERE e.id = c.deed_id AND e.words <> '')
        UNION ALL SELECT e.id FROM deed e WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.deed_id = e.id)
        UNION ALL SELECT n.last FROM number_given n WHERE n.last < (SELECT count(*) FROM delegation)
    """
    return engine.rows(asked, (writer.MEMBERS,))
