"""Damage an office in every way a disk can: it is refused in words or told by the check, and no byte of it changes."""

import random
import shutil
from pathlib import Path

from models import backup, engine, soundness, store, vault
from models.errors import OfficeRefused
from models.fingerprint import fingerprint
from models.store import securing
from models.units import Unit
from models.vault import DataKey, envelope

PAGE = 4096
PASSPHRASE = "một hai ba bốn"


def torture(folder: Path, times: int) -> dict[str, int]:
    """Damage a copy ``times`` times, every second one encrypted.

    ``refused`` were not opened, ``told`` opened and the check said what is wrong, ``harmless`` hold the same as before
    (what was hit held nothing), ``mended`` were put right by opening (a wrong mark in the header). ``unseen``: a plain
    file that reads as if nothing were wrong and holds something else, which SQLite cannot tell; in an encrypted file
    that counts as ``lost``. ``half``: a refused or told file whose bytes changed. ``faults``: an error without words.
    """
    figures = dict.fromkeys(("damages", "refused", "told", "harmless", "mended", "unseen", "lost", "half", "faults"), 0)
    offices = [_made(folder / name, encrypted) for name, encrypted in (("plain", False), ("locked", True))]
    chance = random.Random(10)
    while figures["damages"] < times:
        office, key, held, whole = offices[figures["damages"] % 2]
        figures["damages"] += 1
        damaged = _damaged(whole, chance)
        office.write_bytes(damaged)
        answer = _answer(office, key, held)
        if answer in ("refused", "told") and office.read_bytes() != damaged:
            figures["half"] += 1
        figures["lost" if answer == "unseen" and key else answer] += 1
    return figures


def _made(folder: Path, encrypted: bool) -> tuple[Path, DataKey | None, dict[str, str], bytes]:
    folder.mkdir()
    office, key = folder / "office.db", None
    with store.session(office, create=True):
        for number in range(60):
            store.save(Unit.blank(name=f"Sở số {number}", level="so", note="ghi chú " * 40))
    if encrypted:
        envelope.COST, cost = 1 << 4, envelope.COST
        securing.encrypt(office, PASSPHRASE, vault.new_code())
        envelope.COST = cost
        key = vault.keys_of(office)[0]
        with store.session(office):
            pass  # an encrypted office gets its write-ahead log when it is opened for the first time
    return office, key, fingerprint(office, key), office.read_bytes()


def _damaged(whole: bytes, chance: random.Random) -> bytes:
    """Hit the header, a page, a range, or cut the end off."""
    way, held = chance.choice(("header", "page", "zeros", "cut", "rubbish", "moved")), bytearray(whole)
    start = chance.randrange(len(held))
    length = chance.choice((1, 16, 100, 512, PAGE, 3 * PAGE))
    if way == "header":
        at = chance.randrange(100)
        held[at : at + chance.randint(1, 8)] = chance.randbytes(len(held[at : at + chance.randint(1, 8)]))
    elif way == "page":
        at = start // PAGE * PAGE
        held[at : at + PAGE] = chance.randbytes(PAGE)
    elif way == "zeros":
        held[start : start + length] = bytes(len(held[start : start + length]))
    elif way == "cut":
        del held[start:]
    elif way == "rubbish":
        held[start : start + length] = chance.randbytes(len(held[start : start + length]))
    else:  # one page written where another belongs
        one, other = (chance.randrange(len(held) // PAGE) * PAGE for _ in range(2))
        held[one : one + PAGE] = held[other : other + PAGE]
    return bytes(held)


def _holds(office: Path, key: DataKey | None, held: dict[str, str]) -> bool:
    """Tell whether it holds what it held; a text whose letters are no letters any more is another one."""
    try:
        return fingerprint(office, key) == held
    except engine.DatabaseError:
        return False


def _answer(office: Path, key: DataKey | None, held: dict[str, str]) -> str:
    """Open it as the program does, then check it as the program does beside the window."""
    before = office.read_bytes()
    try:
        with store.session(office):
            try:
                backup.check(office)
            except backup.BackupFailed:
                return "told"
            if soundness.faults() or store.prove_history()[1]:
                return "told"
        same = _holds(office, key, held)
        if office.read_bytes() != before:
            return "mended" if same else "faults"
        return "harmless" if same else "unseen"
    except OfficeRefused as error:
        return "refused" if str(error) else "faults"
    except Exception:
        return "faults"
    finally:
        store.close_office()
        shutil.rmtree(office.with_name("office-backups"), ignore_errors=True)
