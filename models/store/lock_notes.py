"""Notes in the history of the office of what was done to its lock: who, when, which way, never a secret.

Much of it is done while the office is closed; the note is then kept in mind and written as soon as it is open again.
"""

from contextlib import suppress
from pathlib import Path

from models import history, preferences
from models.errors import OfficeRefused, SaveFailed
from models.store.transaction import current, writing

ENCRYPTED, DECRYPTED, REKEYED = "encrypt", "decrypt", "rekey"
PASSPHRASE_CHANGED, CODE_USED, CODE_RENEWED = "new_passphrase", "code_used", "new_code"

_waiting: dict[Path, list[str]] = {}


def note(office: Path, deed: str) -> None:
    """Note what was done to the lock of an office, now or once it is open for writing."""
    _waiting.setdefault(office.absolute(), []).append(deed)
    write_waiting()


def write_waiting() -> None:
    """Write what was kept in mind of the open office."""
    session = current()
    if session is None or session.read_only or session.path.absolute() not in _waiting:
        return
    with suppress(OfficeRefused, SaveFailed), writing():  # what was done stands; the next opening notes it
        for deed in _waiting[session.path.absolute()]:
            history.write(preferences.author(), deed, "office", 0, 0, [])
        del _waiting[session.path.absolute()]
