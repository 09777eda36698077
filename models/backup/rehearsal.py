"""Trying a restore: a copy that cannot be put back is none."""

import tempfile
from pathlib import Path

from models import attachments, engine, vault
from models.attachments import blobs, resealing
from models.backup import accounts, copies, files
from models.text import mark

_LOST = mark("Restoring was tried: {n} attached files of the backup are missing or altered.")


def rehearse(copy: Path) -> int:
    """Restore a copy of the open office into a passing folder and read everything; give how many files it has.

    Raises ``BackupFailed`` where the copy is not what was made, or ``OSError`` where there is no room to try.
    """
    copies.prove(copy)
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "rehearsal.db"
        vault.take_along(copy, office)
        copies.put_in_place(copy, office)
        counted = copies.check(office)
        store = attachments.folder_of(office)
        with engine.apart(office) as ask:
            digests = [digest for (digest,) in ask("SELECT DISTINCT digest FROM attachment")]
        lost = 0
        for digest in digests:  # one after another, so that a small disk is enough
            place = blobs.place_of(store, digest)
            files.copy_missing(files.files_of(copy), [place.name], store)
            lost += _is_lost(digest, store, files.files_of(copy))
            place.unlink(missing_ok=True)
    account = accounts.account_of(copy)
    if account and (counted != account.counts or lost > account.lacking):
        raise copies.BackupFailed(_LOST, n=lost)
    return len(digests) - lost


def _is_lost(digest: str, store: Path, pool: Path) -> bool:
    """Tell whether a content does not come back as it was; where the office still has it, it is laid there anew."""
    if not blobs.proof(store, digest):
        return False
    key = engine.key()
    resealing.mend(attachments.folder_of(engine.office()), pool, key, key, [digest])
    return bool(blobs.proof(pool, digest))
