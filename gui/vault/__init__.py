"""Encryption as people meet it: the lock screen, the passphrase, the recovery code, and what is done with them."""

from gui.vault.guard import Guard
from gui.vault.turning import Turning, turn
from gui.vault.unlocking import unlock, unlocked
from gui.vault.waiting import wait

__all__ = ["Guard", "Turning", "turn", "unlock", "unlocked", "wait"]
