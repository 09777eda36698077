"""Kill the program at a random moment of encrypting, decrypting or a new key: exactly the old or the new holds."""

import os
import random
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from unittest.mock import patch

from models import engine, soundness, store, vault
from models.attachments import resealing
from models.errors import OfficeRefused
from models.fingerprint import fingerprint
from models.store import settling
from models.vault import DataKey, Passing, envelope
from tests.torture import rekeying_writer
from tests.torture.lives import SEED, lay, one_life
from tests.torture.rekeying_writer import FILES, PASSPHRASE

ROUND = 25  # kills before a fresh office
NEAR, LONGEST = 0.06, 3.0  # seconds of a life after its first word: some turns, each with its five steps


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Kill ``times`` programs; count what was turned, offices that do not open whole, and states in between.

    The planted fault is that nothing is finished or taken back at the next opening.
    """
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    template, office = folder / "template.db", folder / "office.db"
    rekeying_writer.make(template)
    held = _held(template, None)
    figures = {"kills": 0, "acknowledged": 0, "in_passing": 0, "taken_back": 0, "lost": 0, "half": 0, "faults": 0}
    chance = random.Random(SEED)
    while figures["kills"] < times:
        if figures["kills"] % ROUND == 0:
            lay(template, office)
        near = bool(figures["kills"] % 2)  # the steps after the copying are short: every second kill aims at them
        work = partial(rekeying_writer.write, near=near)
        lines = one_life(work, office, chance.uniform(0, NEAR if near else LONGEST))
        figures["acknowledged"] += len([line for line in lines if line not in ("open", "swap")])
        figures["kills"] += 1
        passing = envelope.read(office)
        with patch.object(settling, "settle") if planted else nullcontext():
            _look(office, held, figures)
        if isinstance(passing, Passing):
            figures["in_passing"] += 1
            figures["taken_back"] += envelope.read(office) == passing.before
    return figures


def _held(office: Path, key: DataKey | None) -> dict[str, str]:
    """Sum up the tables but for history, which gets a line with each turn; its chain is proved instead."""
    return {table: told for table, told in fingerprint(office, key).items() if table not in ("change", "setting")}


def _look(office: Path, held: dict[str, str], figures: dict[str, int]) -> None:
    """Open the office as a person would, and compare what it holds with what it always held."""
    vault.let_go()
    try:
        if vault.is_plain(office) is False:
            vault.unlock(office, PASSPHRASE)
        with store.session(office):
            _, _, wrong = store.attaching.prove()
            figures["lost"] += len(wrong)
            figures["faults"] += len(soundness.faults())
            key = engine.key()
            figures["faults"] += bool(store.prove_rows().fault)
        now = _held(office, key)
    except OfficeRefused as refused:
        print(refused)
        figures["lost"] += 1
        return
    figures["lost"] += now != held
    store_folder = store.attaching.folder_of(office)
    kept = [each for each in store_folder.rglob("*") if each.is_file()]
    whole = len(kept) == len(list(resealing.contents(store_folder, key.id if key else ""))) == FILES
    figures["half"] += not whole or isinstance(envelope.read(office), Passing) or settling.draft_of(office).exists()
