"""An office that was being encrypted, decrypted or given a new key when the program died: finished or taken back.

Going over has five steps (``models.store.securing``): the key file gets both sides; a copy of the database is written
beside it under the new key and proved; the attached contents are written beside the old ones; the copy takes the place
of the database; what belonged to the old side goes, and last the key file keeps the new side alone. The fourth step is
one renaming, which happens or does not. So the database itself tells which side holds: before it, all of the old side
is still there, after it, all of the new one. Whatever is killed at whatever moment, opening the office comes here
first, keeps that side whole and takes away the other.
"""

from pathlib import Path

from models import backup, engine, vault
from models.attachments import folder_of, resealing
from models.errors import OfficeRefused
from models.files import wipe
from models.text import mark
from models.vault import DataKey, Envelope, Passing, envelope

NOT_ITS_KEYS = mark(
    "The key file {keys} does not open {path}: it belongs to another office, or the file is damaged at its start. "
    "Nothing was changed. Put back the key file of this office, or restore the newest backup."
)


def draft_of(office: Path) -> Path:
    """Give where the copy under the new key is written."""
    return office.with_name(office.name + ".turning")


def is_passing(office: Path) -> bool:
    """Tell whether an office was left on its way from one side to the other."""
    return vault.envelope_of(office).exists() and isinstance(envelope.read(office), Passing)


def settle(office: Path) -> None:
    """Bring an office to the side that its database is on; only the one that holds the office may call this.

    Raises ``vault.Locked`` where its key is needed for that, ``OfficeRefused`` where no key opens it.
    """
    if is_passing(office):
        found = envelope.read(office)
        assert isinstance(found, Passing)
        keep_side(office, found, _side_of(office, found))
    else:
        wipe_drafts(office)


def wipe_drafts(office: Path) -> None:
    """Take away what was written beside an office to take its place and did not."""
    for draft in (draft_of(office), backup.draft_of(office)):
        for ending in ("-journal", "-wal", "-shm", ""):
            wipe(draft.with_name(draft.name + ending))


def keep_side(office: Path, passing: Passing, side: Envelope | None) -> None:
    """Keep one side whole and take away the other, the key file last."""
    other = passing.before if side is passing.after else passing.after
    wipe_drafts(office)
    resealing.drop(folder_of(office), other.key if other else "")
    envelope.write(office, side)


def side_of(office: Path) -> Envelope | None:
    """Give the lock that closes a file now, one of two where it was left on its way; None for a plain one."""
    found = envelope.read(office)
    return _side_of(office, found) if isinstance(found, Passing) else None if vault.is_plain(office) else found


def _side_of(office: Path, passing: Passing) -> Envelope | None:
    if vault.is_plain(office):
        return None
    keys = vault.keys_of(office)
    for side in passing.sides():
        if any(key.id == side.key and engine.opens(office, key) for key in keys):
            return side
    raise OfficeRefused(NOT_ITS_KEYS, keys=vault.envelope_of(office), path=office)


def key_of(office: Path) -> DataKey | None:
    """Give the key of an office that is settled; None for one without a lock, or a new one."""
    return next(iter(vault.keys_of(office)), None)
