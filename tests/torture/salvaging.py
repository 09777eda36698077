"""Destroy one page of an office after the other: how many of its rows can still be read, and no byte of it changes."""

import random
from pathlib import Path

from models import salvage, vault
from models.sample import load
from models.store import securing
from models.vault import envelope
from tests.torture.damaged_files import PAGE, PASSPHRASE

ENOUGH = 99  # percent of all rows


def torture(folder: Path, times: int) -> dict[str, int]:
    """Destroy one page ``times`` times, every second one of an encrypted office; rows are counted over all of them.

    ``lost`` is 1 where less than 99 of 100 rows were left on the whole. What records are found by is made anew and not
    counted.
    """
    figures = dict.fromkeys(("files", "rows", "left", "worst", "lost", "half", "faults"), 0)
    figures["worst"] = 100
    plain, locked = folder / "plain.db", folder / "locked.db"
    for office in (plain, locked):
        load("lai-chau", office)
    envelope.COST, cost = 1 << 4, envelope.COST
    securing.encrypt(locked, PASSPHRASE, vault.new_code())
    envelope.COST = cost
    known = {office: (office.read_bytes(), _rows(office)) for office in (plain, locked)}
    chance = random.Random(26)
    while figures["files"] < times:
        office = (plain, locked)[figures["files"] % 2]
        whole, rows = known[office]
        at = chance.randrange(len(whole) // PAGE) * PAGE
        damaged = whole[:at] + chance.randbytes(PAGE) + whole[at + PAGE :]
        office.write_bytes(damaged)
        left = _rows(office)
        figures["files"] += 1
        figures["rows"] += rows
        figures["left"] += left
        figures["worst"] = min(figures["worst"], left * 100 // rows)
        figures["half"] += office.read_bytes() != damaged
    figures["lost"] = int(figures["left"] * 100 < ENOUGH * figures["rows"])
    return figures


def _rows(office: Path) -> int:
    return sum(number for table, number in salvage.survey(office).counts.items() if table != "search_row")
