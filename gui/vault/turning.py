"""Encrypting, decrypting and a new key, done to an office that the window has closed, with a bar that shows how far."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui import messages
from gui.vault.waiting import wait
from models import backup, preferences, vault
from models.attachments import Stopped
from models.attachments.blobs import Going
from models.errors import OfficeRefused
from models.store import securing_copies
from models.text import mark, say, say_n

OLDER = mark("Older backups")
_UNREACHED = mark(
    "The second place, {place}, cannot be reached now: backups there may lie open. Connect it, then look after them in "
    "Settings, Encryption."
)
_DAMAGED = mark(
    "Among them is a damaged office, kept when a backup took its place ({names}). Once it is deleted, nothing can be "
    "salvaged from it any more."
)


@dataclass(frozen=True)
class Turning:
    """What is to be done to an office: marked words for its title, for its end, and the deed itself."""

    title: str
    done: str
    deed: Callable[[Path, Going], None]


@dataclass(frozen=True)
class Found:
    """The backups that the lock of their office does not close, and the second place where it cannot be reached.

    ``plain`` of them lie open; the names ``beside`` are of those in the folder of the office itself.
    """

    copies: list[Path]
    unreached: Path | None = None
    plain: int = 0
    beside: tuple[str, ...] = ()

    def told(self) -> list[str]:
        """Say how many lie open, and how many have another key."""
        other, lines = len(self.copies) - self.plain, []
        if self.plain:
            words = say_n(
                "{n} copy of this office is not encrypted: whoever gets the file can read it.",
                "{n} copies of this office are not encrypted: whoever gets the files can read them.",
                self.plain,
            )
            lines.append(words.format(n=self.plain))
        if self.beside:
            lines.append(say(mark("In the folder of the office: {names}.")).format(names=", ".join(self.beside)))
        if other:
            words = say_n(
                "{n} backup is encrypted with an older key: whoever knows the old passphrase can read it.",
                "{n} backups are encrypted with an older key: whoever knows the old passphrase can read them.",
                other,
            )
            lines.append(words.format(n=other))
        return lines


def turn(window: QWidget, path: Path, asked: Turning) -> bool:
    """Do it to the closed office and tell how it ended; False where the office is as it was before."""
    words = say(mark("The office is being rewritten. Please do not switch off…"))
    try:
        wait(window, say(asked.title), words, lambda going: asked.deed(path, going), stoppable=True)
    except (OfficeRefused, Stopped) as fault:
        why = say(mark("It was stopped. The office is as it was before.")) if isinstance(fault, Stopped) else str(fault)
        messages.tell(window, say(asked.title), why, kind="warning")
        return False
    return True


def old_copies(path: Path) -> Found:
    """Look for backups that the lock does not close; a second place that is gone may let one wait long."""
    second = preferences.second_place()
    unreached = second if second and not backup.is_there(second) else None
    copies = securing_copies.other_copies(path, second)
    beside = (copy.name for copy in copies if copy.parent == path.parent and copy.suffix != ".replaced")
    return Found(copies, unreached, sum(1 for copy in copies if vault.is_plain(copy)), tuple(beside))


def offer_old_copies(window: QWidget, path: Path) -> None:
    """Say which backups the lock does not close, and encrypt or delete them where the person wants that."""
    try:
        found = wait(window, say(OLDER), say(mark("Looking for backups…")), lambda _going: old_copies(path))
    except Stopped:
        return  # the program ends
    if found.copies:
        _offer(window, path, found)
    elif found.unreached:
        messages.tell(window, say(OLDER), say(_UNREACHED).format(place=found.unreached), kind="warning")


def _offer(window: QWidget, path: Path, found: Found) -> None:
    buttons = {
        "bring": say(mark("&Encrypt them")),
        "delete": say(mark("&Delete them")),
        "leave": say(mark("&Leave them")),
    }
    names = "\n".join(str(copy) for copy in found.copies)
    told = "\n\n".join(_told(found))
    answer = messages.ask(window, say(OLDER), told, buttons, kind="warning", danger="delete", details=names)
    second = preferences.second_place()
    if answer == "bring":
        ready = [copy for copy in found.copies if vault.is_open(copy)]  # the others: of a key that nobody unlocked here
        words = say(mark("Backups are being encrypted…"))
        left = _do(window, words, lambda: securing_copies.bring_copies(path, ready, second))
        left += [copy for copy in found.copies if copy not in ready]
        _tell_left(window, mark("These backups could not be encrypted and are as they were: {names}"), left)
    elif answer == "delete":
        words = say(mark("Backups are being deleted…"))
        left = _do(window, words, lambda: securing_copies.delete_copies(path, found.copies, second))
        _tell_left(window, mark("These backups could not be deleted: {names}"), left)


def _told(found: Found) -> list[str]:
    second = preferences.second_place()
    told = " ".join(found.told())
    there = sum(1 for copy in found.copies if second and copy.is_relative_to(second))
    if there:
        words = say_n(
            "{n} of them lies at the second place, {place}.", "{n} of them lie at the second place, {place}.", there
        )
        told = f"{told} {words.format(n=there, place=second)}"
    lines = [told]
    if damaged := [copy.name for copy in found.copies if copy.suffix == ".replaced"]:
        lines.append(say(_DAMAGED).format(names=", ".join(damaged)))
    if found.unreached:
        lines.append(say(_UNREACHED).format(place=found.unreached))
    lines.append(say(mark("Backups on other disks and exported files are not touched; look after those yourself.")))
    return lines


def _do(window: QWidget, words: str, work: Callable[[], list[Path]]) -> list[Path]:
    """Do it to the end: what was done so far would stay done. Give what could not be."""
    try:
        return list(wait(window, say(OLDER), words, lambda _going: work()))
    except Stopped:
        return []  # the program ends; what was done is, the rest is as it was


def _tell_left(window: QWidget, words: str, left: list[Path]) -> None:
    if left:
        names = ", ".join(str(copy) for copy in left)
        messages.tell(window, say(OLDER), say(words).format(names=names), kind="warning")
