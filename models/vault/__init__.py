"""The lock of an encrypted office: its data key, the file that keeps this key wrapped, and who may open it."""

from models.vault.codes import Mistyped, new_code, read_code
from models.vault.envelope import (
    CODE,
    PASSPHRASE,
    Envelope,
    KeysRefused,
    Passing,
    WrongSecret,
    envelope_of,
    remove_with,
    renew,
    send_along,
    set_aside,
    take_along,
)
from models.vault.held import Locked, TooSoon, hold, is_open, is_plain, keys_of, let_go, unlock, unlocked, wait
from models.vault.keys import DataKey
from models.vault.strength import Strength, strength

__all__ = [
    "CODE",
    "PASSPHRASE",
    "DataKey",
    "Envelope",
    "KeysRefused",
    "Locked",
    "Mistyped",
    "Passing",
    "Strength",
    "TooSoon",
    "WrongSecret",
    "envelope_of",
    "hold",
    "is_open",
    "is_plain",
    "keys_of",
    "let_go",
    "new_code",
    "read_code",
    "remove_with",
    "renew",
    "send_along",
    "set_aside",
    "strength",
    "take_along",
    "unlock",
    "unlocked",
    "wait",
]
