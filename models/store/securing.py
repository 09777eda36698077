"""Encrypting an office, taking its lock away, and giving it a new key, passphrase or recovery code.

How an office goes over from one side to the other, and why it can be killed at any moment, stands in
``models.store.settling``. It is done to an office that is not open; a new passphrase or code touches the key file alone
and can be taken while it is.
"""

import os
import shutil
from pathlib import Path

from models import backup, closed, engine, vault
from models.attachments import folder_of, resealing
from models.attachments.blobs import Going, Stopped, go_on
from models.errors import SENTENCES, OfficeRefused
from models.files import WriteRefused, is_full, overwrite, put_in_place, sync, wipe
from models.fingerprint import fingerprint
from models.store import lock_notes, settling
from models.store.opening import session
from models.text import mark, say
from models.vault import CODE, PASSPHRASE, DataKey, Envelope, Passing, envelope

IN_USE = mark("The office is in use: {holder}. Nothing was changed.")
_READ_ELSEWHERE = mark("Another program is reading the office. Close it there and try again. Nothing was changed.")
_NO_ROOM = mark("There is not enough space on the disk: about {n} MB more are needed. Nothing was changed.")
_FAILED = mark("It could not be done ({reason}). The office is as it was before.")
_NOT_SAME = mark("the copy does not hold the same as the office")
_NOT_LOCKED = mark("{path} is not encrypted.")
_LOCKED_ALREADY = mark("{path} is encrypted already.")


def encrypt(office: Path, passphrase: str, code: str, going: Going = go_on) -> None:
    """Encrypt an office with its attached files; raise ``OfficeRefused`` or ``Stopped``, then it is as it was."""
    if vault.is_plain(office) is False:
        raise OfficeRefused(_LOCKED_ALREADY, path=office)
    key = DataKey.random()
    _turn(office, Envelope.seal(key, passphrase, code), key, going)
    lock_notes.note(office, lock_notes.ENCRYPTED)


def decrypt(office: Path, passphrase: str, going: Going = go_on) -> None:
    """Take the lock away: everything lies open on the disk from then on. Raises as ``encrypt`` does."""
    _proved(office, passphrase)
    _turn(office, None, None, going)
    lock_notes.note(office, lock_notes.DECRYPTED)


def rekey(office: Path, passphrase: str, code: str, going: Going = go_on) -> None:
    """Give an office a new data key and a new recovery code under the same passphrase. Raises as ``encrypt`` does.

    Backups made before keep their old key: whoever has that key can still read them.
    """
    kept, key = _proved(office, passphrase), DataKey.random()
    _turn(office, Envelope.seal(key, passphrase, code, kept.office), key, going)
    lock_notes.note(office, lock_notes.REKEYED)


def change_passphrase(office: Path, secret: str, new: str, way: str = PASSPHRASE) -> None:
    """Take a new passphrase, proved by the old one or the recovery code; the database is not touched."""
    _change_way(office, _proved(office, secret, way), PASSPHRASE, new)
    lock_notes.note(office, lock_notes.PASSPHRASE_CHANGED)


def change_code(office: Path, passphrase: str, code: str) -> None:
    """Take a new recovery code; the old one opens nothing any more but backups that lie elsewhere."""
    _change_way(office, _proved(office, passphrase), CODE, code)
    lock_notes.note(office, lock_notes.CODE_RENEWED)


def _change_way(office: Path, kept: Envelope, way: str, secret: str) -> None:
    """Write the key file anew, then those of the backups beside the office, which open with the same key.

    Where one of these cannot be written now, and at the second place, the next backup sees to it.
    """
    key = vault.unlocked(kept.key)  # the office may be open: its own file must not be looked into here
    assert key is not None, "it was proved"
    try:
        envelope.write(office, kept.with_way(way, secret, key))
    except WriteRefused as error:
        raise OfficeRefused("{reason}", reason=error) from error
    vault.renew(office, backup.copies_of(office))


def _proved(office: Path, secret: str, way: str = PASSPHRASE) -> Envelope:
    """Give the lock of an office to one who knows it; raise ``WrongSecret``, ``TooSoon`` or ``KeysRefused``."""
    if not vault.envelope_of(office).exists():
        raise OfficeRefused(_NOT_LOCKED, path=office)
    opened = vault.unlock(office, secret, way)
    return next(side for side in envelope.sides(office) if side.key in {key.id for key in opened})


def _turn(office: Path, after: Envelope | None, key: DataKey | None, going: Going) -> None:
    """Bring an office from its side to another; raise ``OfficeRefused`` or ``Stopped``, then it is as it was."""
    with session(office) as opened:
        if opened.read_only:
            raise OfficeRefused(IN_USE, holder=say(opened.holder))
        found = envelope.read(office) if engine.key() else None
        assert not isinstance(found, Passing), "an open office is settled"
        passing = Passing(found, after)
        _find_room(office)
        try:
            _go_over(office, passing, key, going)
        except BaseException as error:
            engine.disconnect()
            settling.settle(office)
            if isinstance(error, Stopped | OfficeRefused) or not isinstance(error, Exception):
                raise
            raise OfficeRefused(_FAILED, reason=_reason(error)) from error


def _go_over(office: Path, passing: Passing, key: DataKey | None, going: Going) -> None:
    old, draft, store = engine.key(), settling.draft_of(office), folder_of(office)
    digests = [digest for (digest,) in engine.rows("SELECT DISTINCT digest FROM attachment")]
    if key:
        vault.hold(key)
    envelope.write(office, passing)
    copy_under(office, old, draft, key)
    resealing.reseal(store, old, key, digests, going)
    close_whole(office)
    swap(draft, office, old is None)
    settling.keep_side(office, passing, passing.after)


def copy_under(source: Path, old: DataKey | None, target: Path, new: DataKey | None) -> None:
    """Write a copy under another key and prove that it holds the same; raise ``OfficeRefused``."""
    wipe(target)
    closed.export(source, old, target, new)
    if fingerprint(target, new) != fingerprint(source, old):
        raise OfficeRefused(_FAILED, reason=say(_NOT_SAME))
    sync(target)


def close_whole(office: Path) -> None:
    """Bring the whole log into the file and close it: what lies beside the new file must not be played into it."""
    if engine.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]:
        raise OfficeRefused(_READ_ELSEWHERE)
    engine.disconnect()
    for ending in ("-wal", "-journal"):
        log = office.with_name(office.name + ending)
        if log.exists() and log.stat().st_size:
            raise OfficeRefused(_READ_ELSEWHERE)


def swap(draft: Path, office: Path, was_plain: bool) -> None:
    """Put the copy in place; what could be read by anybody is overwritten, where the system lets it be held open."""
    if was_plain and os.name != "nt":
        with office.open("r+b") as former:
            put_in_place(draft, office)
            overwrite(former)
    else:
        put_in_place(draft, office)


def _find_room(office: Path) -> None:
    needed = int((office.stat().st_size + resealing.weight(folder_of(office))) * 1.1) + (4 << 20)
    free = shutil.disk_usage(office.parent).free
    if free < needed:
        raise OfficeRefused(_NO_ROOM, n=(needed - free) // 1_000_000 + 1)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return say(mark("the disk is full")) if is_full(error) else error.strerror or str(error)
    if isinstance(error, engine.DatabaseError):
        return say(SENTENCES[engine.cause(error)])
    return str(error)
