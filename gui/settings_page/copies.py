"""Backups of the open office: made beside it or elsewhere, looked over before one is restored."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui import messages
from gui.output.saving import proposed
from models import backup, store
from models.backup import BackupFailed
from models.kinds import KINDS, page_named
from models.reading import show_number
from models.store import Question
from models.text import mark, say

WHY = {
    "close": mark("made at close"),
    "before-restore": mark("made before a restore"),
    "by-hand": mark("made by hand"),
    "before-update": mark("made before an update"),
}
COPY = mark("Backup of an office")


@dataclass(frozen=True)
class Copy:
    """One backup beside the office."""

    path: Path
    made: datetime
    size: int

    @property
    def why(self) -> str:
        """Say what it was made for."""
        return next((say(words) for ending, words in WHY.items() if self.path.stem.endswith(ending)), "")


def copies(office: Path) -> list[Copy]:
    """List the backups beside an office, newest first."""
    folder = office.with_name(office.stem + "-backups")
    found = [(path, path.stat()) for path in folder.glob("*.db")] if folder.is_dir() else []
    made = [Copy(path, datetime.fromtimestamp(status.st_mtime), status.st_size) for path, status in found]
    return sorted(made, key=lambda copy: copy.made, reverse=True)


def counts(tables: dict[str, int]) -> dict[str, int]:
    """Pick the records that a person knows out of a copy's counted tables."""
    return {kind: tables.get(record._meta.table_name, 0) for kind, record in KINDS.items() if kind != "office"}


def make_copy(parent: QWidget, target: Path | None = None) -> Path | None:
    """Make a backup now, beside the office or in a place asked for; None where it could not be made."""
    session = store.current()
    assert session is not None
    try:
        if target is None:
            return backup.copy_beside(session.path, "by-hand")
        backup.make(target)
    except (BackupFailed, OSError) as trouble:
        words = (
            say(str(trouble))
            if isinstance(trouble, BackupFailed)
            else say("The backup could not be written. The office itself is unchanged.")
        )
        messages.tell(parent.window(), say("No backup was made"), words, kind="warning")
        return None
    return target


def choose_target(parent: QWidget) -> Path | None:
    """Ask for a place elsewhere, such as a memory stick."""
    session = store.current()
    assert session is not None
    suggested = proposed(session.path.stem, ".db")
    return messages.choose_file_to_save(parent, say("Back up to…"), suggested, suffix=".db", kind=say(COPY))


def choose_copy(parent: QWidget, copy: Path | None = None) -> Path | None:
    """Ask for a backup (or take this one), show what is in it beside what is here now, and ask once more.

    Gives the copy that is to be restored; whoever gets it closes the office and restores.
    """
    session = store.current()
    assert session is not None
    if copy is None:
        folder = session.path.with_name(session.path.stem + "-backups")
        title = say("Choose a backup")
        copy = messages.choose_file_to_open(parent, title, folder, suffix="*.db", kind=say(COPY))
    if copy is None:
        return None
    try:
        inside = counts(backup.check(copy))
    except BackupFailed as trouble:
        messages.tell(parent.window(), say("Not restored"), say(str(trouble)), kind="warning")
        return None
    buttons = {"restore": say("&Restore this backup"), "leave": say("&Keep what is here")}
    words = _preview(copy, inside, present())
    answer = messages.ask(parent.window(), say("Restore a backup?"), words, buttons, kind="warning", danger="restore")
    return copy if answer == "restore" else None


def present() -> dict[str, int]:
    """Count the records of the open office as a copy's are counted, removed ones too."""
    pages = {kind: page_named(kind) for kind in KINDS if kind != "office"}
    return {kind: store.count(page) + store.count(page, Question(removed=True)) for kind, page in pages.items()}


def _preview(copy: Path, inside: dict[str, int], now: dict[str, int]) -> str:
    made = datetime.fromtimestamp(copy.stat().st_mtime)
    lines = [say("Backup of {moment}:").format(moment=f"{made:%d/%m/%Y %H:%M}"), ""]
    for kind, number in inside.items():
        if number or now.get(kind):
            name = say(page_named(kind).title)
            words = say("• {name}: {then} in the backup, {now} now")
            lines.append(words.format(name=name, then=show_number(number), now=show_number(now.get(kind, 0))))
    lines += ["", say("What is here now is saved first as a backup of its own, so that you can go back.")]
    return "\n".join(lines)


def size_text(size: int) -> str:
    """Say how large a file is."""
    return f"{show_number(max(round(size / 1_000_000, 1), 0.1))} MB"
