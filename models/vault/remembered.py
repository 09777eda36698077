"""Offices remembered on this computer: their data key, in the store of passwords of the operating system.

Whoever may use the person's account on this computer can then open the office without its passphrase.
"""

from pathlib import Path
from typing import Any

from models.errors import OfficeRefused
from models.text import mark
from models.vault import envelope
from models.vault.held import hold, unlocked
from models.vault.keys import DataKey

SERVICE = "Bang Giao"
NO_STORE = mark(
    "This computer has no store of passwords that the program can use (Windows Credential Manager, GNOME Keyring, "
    "KWallet). The passphrase has to be typed each time."
)
_NOT_KEPT = mark("The computer's store of passwords refused ({reason}). The passphrase has to be typed each time.")


class NotRemembered(OfficeRefused):
    """The system's store of passwords is missing or refuses; the sentence says which."""


def is_possible() -> bool:
    """Tell whether this computer has a store of passwords that is its own, not a file of ours."""
    try:
        import keyring

        return bool(keyring.get_keyring().priority >= 1)
    except Exception:  # a back end that is broken fails in its own ways
        return False


def remember(office: Path) -> None:
    """Keep the key of an unlocked office; raise ``NotRemembered``."""
    if not is_possible():
        raise NotRemembered(NO_STORE)
    key = next((key for side in envelope.sides(office) if (key := unlocked(side.key))), None)
    assert key is not None, "only an unlocked office can be remembered"
    _ask("set_password", SERVICE, _name(office), key.hex())


def recall(office: Path) -> bool:
    """Unlock an office with what this computer remembers; False where it remembers nothing that fits."""
    try:
        found = _ask("get_password", SERVICE, _name(office)) if is_possible() else None
        key = DataKey.from_hex(found) if found else None
        fits = key is not None and key.id in {side.key for side in envelope.sides(office)}
    except (OfficeRefused, ValueError):
        return False
    if key is not None and fits:
        hold(key)
    return fits


def is_remembered(office: Path) -> bool:
    """Tell whether this computer remembers something for an office."""
    try:
        return is_possible() and bool(_ask("get_password", SERVICE, _name(office)))
    except OfficeRefused:
        return False


def forget(office: Path) -> None:
    """Remember an office no longer; raise ``NotRemembered`` where the store refuses."""
    if is_remembered(office):
        _ask("delete_password", SERVICE, _name(office))


def _name(office: Path) -> str:
    return envelope.sides(office)[0].office


def _ask(deed: str, *told: str) -> Any:
    import keyring

    try:
        return getattr(keyring, deed)(*told)
    except Exception as error:  # back ends raise what their system gives them
        raise NotRemembered(_NOT_KEPT, reason=error) from error
