"""Kill the program while it brings an office of any older version up to date: started again, the result is the same."""

import os
import random
import time
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from unittest.mock import patch

from models import engine, migrate, soundness, store
from tests.torture import older_offices
from tests.torture.lives import SEED, complain, lay, one_life, tell

AGAIN = 0.3  # so often a second start is killed too, before one is let through
SLOWER = 1.3  # a killed start may take so much longer than the undisturbed one


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Kill ``times`` migrations, as many from each version; count results that differ from the undisturbed one."""
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    figures = {"kills": 0, "versions": 0, "old": 0, "between": 0, "new": 0, "lost": 0, "half": 0, "faults": 0}
    chance = random.Random(SEED)
    office = folder / "office.db"
    for version in _spread(times):
        fixture = folder / f"version-{version}.db"
        if not fixture.exists():
            older_offices.make(fixture, version)
            figures["versions"] += 1
            wanted, longest = _undisturbed(fixture, office)
        lay(fixture, office)
        for _ in range(2 if chance.random() < AGAIN else 1):
            work = partial(bring_up, carelessly=planted)
            one_life(work, office, chance.uniform(0, longest * SLOWER), from_birth=True)
            figures["kills"] += 1
            state = _state(office, fixture)
            figures[state] += 1
            figures["half"] += state == "between"
        _look(office, wanted, figures)
    return figures


def bring_up(office: Path, *, carelessly: bool = False) -> None:
    """Open an office and wait for the end; the planted fault is an update that is no transaction."""
    with patch.object(engine.database, "atomic", nullcontext) if carelessly else nullcontext(), store.session(office):
        while True:
            tell("open")
            time.sleep(1)


def _spread(times: int) -> Iterator[int]:
    """Give each older version as often as the others, one version after the other; the newest has no way to go."""
    versions = range(1, migrate.known())
    for version in versions:
        yield from [version] * max(1, round(times / len(versions) / (1 + AGAIN)))


def _undisturbed(fixture: Path, office: Path) -> tuple[dict[str, list[tuple[object, ...]]], float]:
    """Give what an office holds that nobody disturbed, and how long bringing it up took."""
    lay(fixture, office)
    begun = time.monotonic()
    with store.session(office):
        longest = time.monotonic() - begun
    return older_offices.held(office), longest


def _state(office: Path, fixture: Path) -> str:
    """Tell how far a killed program came: the old file, some of the steps, or all of them."""
    with engine.apart(fixture) as ask:
        before = ask("SELECT count(*) FROM schema_migration")[0][0]
    with engine.apart(office) as ask:
        steps, version = ask("SELECT count(*) FROM schema_migration")[0][0], ask("PRAGMA user_version")[0][0]
    if version == migrate.known():
        return "new"
    return "old" if steps == before else "between"


def _look(office: Path, wanted: dict[str, list[tuple[object, ...]]], figures: dict[str, int]) -> None:
    try:
        with store.session(office):
            found = soundness.faults()
    except store.OfficeRefused as refused:
        found = [str(refused)]
    for fault in found:
        complain(fault)
    figures["faults"] += len(found)
    now = older_offices.held(office)
    for table, rows in wanted.items():
        if now.get(table) != rows:
            complain(f"{table}: {now.get(table)} instead of {rows}"[:500])
            figures["half"] += 1
            figures["lost"] += len(now.get(table, [])) < len(rows)
