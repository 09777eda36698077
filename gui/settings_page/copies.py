"""Backups of the open office: made beside it or elsewhere, looked over before one is restored."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui import messages
from gui.output.notice import say_saved
from gui.output.saving import proposed
from gui.settings_page.preview import preview
from gui.vault import unlocked, wait
from models import backup, preferences, store
from models.attachments import Stopped
from models.backup import BackupFailed, Kept
from models.errors import OfficeRefused
from models.files import is_same
from models.kinds import KINDS
from models.reading import show_number
from models.store.compared import Compared, compare
from models.store.restoring import ITSELF
from models.text import mark, say

WHY = {
    "close": mark("made at close"),
    "work": mark("made after work"),
    "day": mark("made once a day"),
    "before-restore": mark("made before a restore"),
    "by-hand": mark("made by hand"),
    "before-update": mark("made before an update"),
}
COPY = mark("Backup of an office")
_MAKING, _BEING_MADE = mark("Making a backup"), mark("The backup is being written and checked…")
_READING, _BEING_READ = mark("Looking over a backup"), mark("The backup is being read and checked…")
REMEMBERED, MOST = "copies_by_hand", 10  # the backups made in places asked for that the program remembers


@dataclass(frozen=True)
class Copy:
    """One backup of the office; ``place`` is the folder of one that does not lie beside it."""

    path: Path
    made: datetime
    size: int
    place: Path | None = None

    @property
    def why(self) -> str:
        """Say what it was made for, and where it lies, unless that is beside the office."""
        endings = (say(words) for ending, words in WHY.items() if self.path.stem.endswith(ending))
        why = next(endings, say(WHY["by-hand"]) if self.place else self.path.name)
        return f"{why} · {self.place}" if self.place else why


def copies(office: Path) -> list[Copy]:
    """List the backups beside an office, newest first."""
    return _newest_first(_seen(path) for path in backup.copies_of(office))


def copies_elsewhere(office: Path) -> list[Copy]:
    """List those at the second place, but for those that lie beside the office too, and those made by hand elsewhere.

    A stick or a share that is gone may let one wait.
    """
    second = preferences.second_place()
    folder = backup.folder_elsewhere(office, second) if second and backup.is_there(second) else None
    beside = {copy.name for copy in backup.copies_of(office)}
    found = [copy for copy in folder.glob("*.db") if copy.name not in beside] if folder else []
    by_hand = (Path(told) for told in preferences.get(REMEMBERED, {}).get(str(office), []))
    return _newest_first(_seen(path, path.parent) for path in dict.fromkeys((*found, *by_hand)))


def _seen(path: Path, place: Path | None = None) -> Copy | None:
    try:
        return Copy(path, backup.made_at(path), path.stat().st_size, place)
    except OSError:
        return None  # thinned, moved, or on a stick that was pulled out


def _newest_first(found: Iterable[Copy | None]) -> list[Copy]:
    return sorted((copy for copy in found if copy), key=lambda copy: copy.made, reverse=True)


def moments(found: list[Copy]) -> list[str]:
    """Say when each backup of a list was made; with seconds where two were made for the same in one minute."""
    named = [(f"{copy.made:%d/%m/%Y %H:%M}", copy.why) for copy in found]
    twice = {each for each, n in Counter(named).items() if n > 1}
    return [
        f"{copy.made:%d/%m/%Y %H:%M:%S}" if each in twice else each[0] for copy, each in zip(found, named, strict=True)
    ]


def _remember(office: Path, made: Path) -> None:
    """Keep in mind where a backup was made that does not lie beside the office."""
    known = preferences.get(REMEMBERED, {})
    told = [each for each in known.get(str(office), []) if each != str(made)]
    if made.parent != backup.folder_of(office):
        preferences.remember(REMEMBERED, known | {str(office): [str(made), *told][:MOST]})


def counts(tables: dict[str, int]) -> dict[str, int]:
    """Pick the records that a person knows out of a copy's counted tables."""
    return {kind: tables.get(record._meta.table_name, 0) for kind, record in KINDS.items() if kind != "office"}


def make_copy(parent: QWidget, target: Path | None = None) -> Kept | None:
    """Make a backup now, as any other or in a place asked for, and tell of it; None where it could not be made."""
    session = store.current()
    assert session is not None
    office, second = session.path, preferences.second_place()

    def make() -> Kept:
        with store.connected():
            if target is None:
                return backup.keep(office, "by-hand", second)
            backup.make(target)
            return Kept(target)

    try:
        kept: Kept = wait(parent.window(), say(_MAKING), say(_BEING_MADE), lambda _going: make())
    except Stopped:
        return None  # the program ends
    except (BackupFailed, OSError) as trouble:
        words = (
            say(str(trouble))
            if isinstance(trouble, BackupFailed)
            else say("The backup could not be written. The office itself is unchanged.")
        )
        messages.tell(parent.window(), say("No backup was made"), words, kind="warning")
        return None
    if target is not None:
        _remember(office, kept.copy)
    say_saved(parent, say("Backup made and checked: {file}.").format(file=kept.copy.name), kept.copy)
    if kept.elsewhere:
        messages.tell(parent.window(), say(mark("The second place has no backup")), str(kept.elsewhere), kind="warning")
    return kept


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
        folder = backup.folder_of(session.path)
        title = say("Choose a backup")
        copy = messages.choose_file_to_open(parent, title, folder, suffix="*.db", kind=say(COPY))
    if copy is None:
        return None
    try:
        if is_same(copy, session.path):
            raise OfficeRefused(ITSELF, path=session.path)
        if not unlocked(parent, copy):
            return None
        found = wait(parent.window(), say(_READING), say(_BEING_READ), lambda _going: _look_over(copy))
    except Stopped:
        return None  # the program ends
    except (BackupFailed, OfficeRefused, OSError) as trouble:
        messages.tell(parent.window(), say("Not restored"), say(str(trouble)), kind="warning")
        return None
    buttons = {"restore": say("&Restore this backup"), "leave": say("&Keep what is here")}
    words = preview(copy, found)
    answer = messages.ask(parent.window(), say("Restore a backup?"), words, buttons, kind="warning", danger="restore")
    return copy if answer == "restore" else None


def _look_over(copy: Path) -> Compared:
    """Read a backup beside the office, in a thread of its own."""
    with store.connected():
        return compare(copy)


def size_text(size: int) -> str:
    """Say how large a file is."""
    return f"{show_number(max(round(size / 1_000_000, 1), 0.1))} MB"
