"""The lock of the office in the window: opening it, locking the window, and changing how the office is kept."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from gui.vault import Guard, Turning, turn, unlock, wait
from models import backup, engine, preferences, store, vault
from models.text import mark, say

if TYPE_CHECKING:
    from gui.shell.workplace import Workplace
    from gui.window import Window

_RESTORING = mark("Restoring a backup")
_BEING_RESTORED = mark("The backup is being read, checked and put in place. Please do not switch off…")
_ASKED = 3  # files of one deed that may each have a lock of their own: the office and a backup


def open_unlocked(window: "Window", path: Path) -> None:
    """Open an office, asking for its passphrase where it has one; raise ``OfficeRefused``."""
    try:
        store.open_office(path, create=True)
    except vault.Locked:
        if not unlock(window, path.expanduser().absolute()):
            raise
        store.open_office(path, create=True)


def restore_unlocked(window: "Window", copy: Path, path: Path) -> None:
    """Restore a backup, asking for the passphrases that this needs; raise ``OfficeRefused``."""
    second = preferences.second_place()
    for _ in range(_ASKED):
        try:
            wait(window, say(_RESTORING), say(_BEING_RESTORED), lambda _going: _restore(copy, path, second))
        except vault.Locked as error:
            if not unlock(window, error.values["path"]):
                raise
        else:
            return


def _restore(copy: Path, path: Path, second: Path | None) -> None:
    """Restore; the copy of what was there goes to the second place as any other, where that can be had."""
    kept = store.restore_office(copy, path)
    if second and kept and backup.account_of(kept):
        with suppress(backup.BackupFailed):  # the next backup tells what is the matter there
            backup.send(kept, second)


def attend(window: "Window", work: "Workplace") -> None:
    """Guard an encrypted office, and do what its settings ask for the file of an office."""
    from gui.shell import offices

    work.office_wanted.connect(lambda path: offices.switch(window, path))
    work.restore_wanted.connect(lambda copy: offices.restore(window, copy))
    work.turning_wanted.connect(lambda asked: change(window, asked))
    if engine.key() is not None and window.findChild(Guard) is None:
        Guard(window)


def lock(window: "Window") -> None:
    """Lock the window, or say why that would lock nobody out."""
    guard = window.findChild(Guard)
    if guard is None or not guard.lock():
        window.note(say(mark("This office is not encrypted, so nothing can be locked: see Settings, Encryption.")))


def once_unlocked(window: "Window", deed: Callable[[], object]) -> None:
    """Do what asks a person something, now or once the window is unlocked: a box would open over the lock."""
    guard = window.findChild(Guard)
    if guard is None or guard.screen is None:
        deed()
    else:
        guard.unlocked.connect(deed, Qt.ConnectionType.SingleShotConnection)


def change(window: "Window", asked: Turning) -> None:
    """Close the office, encrypt it, decrypt it or give it a new key, and open it again."""
    from gui.shell import offices
    from gui.vault.turning import offer_old_copies

    session = store.current()
    if session is None or not offices.leave(window):
        return
    done = turn(window, session.path, asked)
    window.open_office(session.path)
    if done and window.workplace:
        window.note(say(asked.done))
        if engine.key() is not None:
            offer_old_copies(window, session.path)
