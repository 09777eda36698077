"""Flip single bits of an encrypted office: each one must be found, none may be read as something else."""

import os
import random
import shutil
from pathlib import Path

from models import engine, store, vault
from models.fingerprint import fingerprint
from models.store import securing
from models.units import Unit
from models.vault import envelope

PASSPHRASE = "một hai ba bốn"


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Flip one bit ``times`` times, each in a fresh copy; count those found, and those that changed data unnoticed.

    The planted fault is an office that is not encrypted.
    """
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    office, encrypted = folder / "office.db", not planted
    with store.session(office, create=True):
        for number in range(60):
            store.save(Unit.blank(name=f"Sở số {number}", level="so", note="ghi chú " * 40))
    key = None
    if encrypted:
        envelope.COST, cost = 1 << 4, envelope.COST
        securing.encrypt(office, PASSPHRASE, vault.new_code())
        envelope.COST = cost
        key = vault.keys_of(office)[0]
    held, whole = fingerprint(office, key), office.read_bytes()
    figures = {"flips": 0, "found": 0, "harmless": 0, "lost": 0, "half": 0, "faults": 0}
    chance, copy = random.Random(7), folder / "flipped.db"
    shutil.copy(office, copy)
    while figures["flips"] < times:
        figures["flips"] += 1
        place = chance.randrange(len(whole))
        bit = whole[place] ^ (1 << chance.randrange(8))
        _put(copy, place, bit)
        try:
            same = fingerprint(copy, key) == held
        except (engine.DatabaseError, UnicodeError, ValueError):
            figures["found"] += 1
        else:
            figures["harmless" if same else "lost"] += 1
        _put(copy, place, whole[place])
    if encrypted:  # every byte is proved, so a flip that goes unnoticed is a fault even where it did no harm
        figures["faults"] = figures["harmless"]
    return figures


def _put(file: Path, place: int, byte: int) -> None:
    with file.open("r+b") as out:
        out.seek(place)
        out.write(bytes([byte]))
