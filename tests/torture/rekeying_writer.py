"""The program that is killed while it encrypts, gives new keys and decrypts: says which key holds after each."""

import secrets
from pathlib import Path
from typing import Any

from models import store, vault
from models.store import securing
from models.units import Unit
from models.vault import envelope
from tests.torture.lives import tell

PASSPHRASE = "một hai ba bốn"
FILES, SIZE = 3, 200_000  # small, so that a kill meets the steps after the copying as well


def make(office: Path) -> None:
    """Make a plain office with some files."""
    with store.session(office, create=True):
        unit = store.save(Unit.blank(name="Sở Ngoại vụ", level="so"))
        for number in range(FILES):
            store.attach(unit, bytes([number]) * SIZE, "other", name=f"{number}.pdf")


def write(office: Path, *, near: bool = False) -> None:
    """Turn round and round until killed; ``near`` says its first word right before a database takes its place."""
    said = tell if not near else lambda _words: None
    if near:
        done = securing.swap

        def swap(*given: Any) -> None:
            tell("swap")
            done(*given)

        securing.swap = swap  # type: ignore[assignment]
    envelope.COST = 1 << 4  # the kills shall hit the writing, not the thinking
    vault.let_go()
    if vault.is_plain(office) is False:
        vault.unlock(office, PASSPHRASE)
    with store.session(office):  # finishes or takes back what the one before was killed in
        pass
    said("open")
    if vault.is_plain(office) is False and secrets.randbelow(2):  # so that encrypting is hit as often as the others
        securing.decrypt(office, PASSPHRASE)
        said("plain")
    while True:
        if vault.is_plain(office):
            securing.encrypt(office, PASSPHRASE, vault.new_code())
            said("encrypted")
        securing.rekey(office, PASSPHRASE, vault.new_code())
        said("another key")
        securing.decrypt(office, PASSPHRASE)
        said("plain")
