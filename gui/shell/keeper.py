"""Backups that make themselves: after work, once a day, at the end; once a month a restore is tried."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui import tasks
from gui.shell import further
from models import backup, preferences, store
from models.backup import Account, Kept
from models.text import mark, say

if TYPE_CHECKING:
    from gui.shell.sidebar import Sidebar
    from gui.shell.workplace import Workplace

QUIET = 120_000  # milliseconds without a change before a backup is made
LONGEST = 600_000  # milliseconds of work that may be without a backup
HOUR = 3_600_000
OLD = timedelta(days=2)
MONTH = timedelta(days=30)
REHEARSED = "rehearsed"
_ALL_WELL = mark("Backups are made after work, once a day and at close. Click to see them.")
_GONE = mark("A backup could not be tried: there is no room, or it cannot be read.")


@dataclass(frozen=True)
class State:
    """What is known of the backups: when the last good one was made, and what went wrong since."""

    last: datetime | None = None
    trouble: str = ""

    def tone(self, now: datetime) -> str:
        """Tell how much this matters: "bad", "warn", or "" where all is well."""
        if self.trouble:
            return "bad"
        return "warn" if self.last is None or now - self.last > OLD else ""

    def words(self, now: datetime) -> str:
        """Say it in a few words."""
        if self.last is None:
            return say(mark("No backup yet"))
        days = (now.date() - self.last.date()).days
        moment = f"{self.last:%H:%M}"
        if days <= 0:
            told = say(mark("Backup: today {time}")).format(time=moment)
        elif days == 1:
            told = say(mark("Backup: yesterday {time}")).format(time=moment)
        else:
            told = say(mark("Backup: {n} days ago")).format(n=days)
        return say(mark("Backup failed; last: {day}")).format(day=f"{self.last:%d/%m %H:%M}") if self.trouble else told


class Keeper(QObject):
    """Looks after the backups of the open office.

    ``changed`` tells when its state did, ``wanted`` that somebody wants to see them.
    """

    changed = Signal()
    wanted = Signal()

    def __init__(self, office: Path, parent: QObject) -> None:
        """Look first at what is there."""
        super().__init__(parent)
        self.office, self.state = office, State()
        self._unsaved = False  # whether something was changed since the last good backup
        self._working: tasks.Task | None = None
        self._quiet = _timer(self, QUIET, lambda: self.make("work"))
        self._longest = _timer(self, LONGEST, lambda: self.make("work"))
        self._hourly = QTimer(self, interval=HOUR)
        self._hourly.timeout.connect(self.look)
        self._hourly.start()

    def told(self) -> tuple[str, str, str]:
        """Say how old the last good backup is, how much that matters, and what went wrong."""
        now = datetime.now()
        return self.state.words(now), self.state.tone(now), self.state.trouble or say(_ALL_WELL)

    def look(self) -> None:
        """Read what the newest good backup is; make the day's, or try one, where that is due."""
        folder = backup.folder_of(self.office)
        tasks.start(self, lambda: backup.newest(folder), self._seen)

    def _seen(self, found: tuple[Path, Account] | None) -> None:
        self._tell(State(found[1].moment if found else None, self.state.trouble))
        if found is None or datetime.now() - found[1].moment > timedelta(days=1):
            self.make("day")
        elif self._rehearsal_due():
            self.rehearse(found[0])

    def note_change(self) -> None:
        """Something was saved: a backup follows after a while of quiet, and soon in any case."""
        self._unsaved = True
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def is_needed(self) -> bool:
        """Tell whether closing has to make a backup: something was saved since the last one, or that one failed."""
        return self._unsaved or self.state.last is None or bool(self.state.trouble) or self._working is not None

    def make(self, why: str) -> None:
        """Make a backup beside the window."""
        if self._working is not None:
            return
        office, second = self.office, preferences.second_place()
        self._unsaved = False
        self._quiet.stop()
        self._longest.stop()
        self._working = tasks.start(self, lambda: backup.keep(office, why, second), self._made, self._failed)

    def _made(self, kept: Kept) -> None:
        self._working = None
        self._told_of(kept)

    def _told_of(self, kept: Kept) -> None:
        account = backup.account_of(kept.copy)
        self._tell(State(account.moment if account else datetime.now(), str(kept.elsewhere or "")))

    def count(self, kept: Kept) -> None:
        """Count a backup that somebody made by hand, where it lies among those of the office."""
        if kept.copy.parent.resolve() == backup.folder_of(self.office).resolve():
            self._unsaved = False
            self._quiet.stop()
            self._longest.stop()
            self._told_of(kept)

    def _failed(self, error: Exception) -> None:
        self._working = None
        self._unsaved = True
        self._tell(State(self.state.last, str(error)))
        if not isinstance(error, backup.BackupFailed | OSError):
            raise error

    def _rehearsal_due(self) -> bool:
        told = preferences.get(REHEARSED, {}).get(str(self.office))
        return told is None or datetime.now() - datetime.fromisoformat(told["at"]) > MONTH

    def rehearse(self, copy: Path) -> None:
        """Try to restore a backup into a passing folder, and remember how that went."""

        def done(files: int) -> None:
            self._remember("", files)

        def failed(error: Exception) -> None:
            trouble = str(error) if isinstance(error, backup.BackupFailed) else say(_GONE)
            self._remember(trouble, 0)
            self._tell(State(self.state.last, trouble))

        tasks.start(self, lambda: backup.rehearse(copy), done, failed)

    def _remember(self, trouble: str, files: int) -> None:
        told = {"at": datetime.now().isoformat(timespec="minutes"), "trouble": trouble, "files": files}
        preferences.remember(REHEARSED, preferences.get(REHEARSED, {}) | {str(self.office): told})
        self.changed.emit()

    def _tell(self, state: State) -> None:
        self.state = state
        self.changed.emit()


def _timer(owner: QObject, interval: int, act: Callable[[], None]) -> QTimer:
    made = QTimer(owner, singleShot=True, interval=interval)
    made.timeout.connect(act)
    return made


def keep_backups(work: "Workplace", sidebar: "Sidebar") -> Keeper | None:
    """Look after the backups of the office in the window; None where it is open for reading only."""
    session = store.current()
    if session is None or session.read_only:
        return None
    keeper = Keeper(session.path, work)
    sidebar.backup.clicked.connect(keeper.wanted)
    keeper.wanted.connect(lambda: further.show_backups(work))
    work.backup_made.connect(keeper.count)
    keeper.changed.connect(lambda: sidebar.show_backup(*keeper.told()))
    work.changes.changed.connect(lambda _kinds: keeper.note_change())
    return keeper
