"""Opening, closing, backing up and restoring the office of a window, with what can go wrong said in words."""

from pathlib import Path
from typing import TYPE_CHECKING

from gui import messages, tasks
from models import backup, preferences, store
from models.backup import BackupFailed
from models.errors import OfficeRefused
from models.store.opening import check_file
from models.text import mark, say

if TYPE_CHECKING:
    from gui.window import Window

KIND = mark("Office of Bang Giao")
NOT_OPENED = mark("The office was not opened")
NOT_BACKED_UP = mark("No backup was made")


def enter(window: "Window", path: Path) -> bool:
    """Open an office; where that is refused, offer what can be done. False: the person gave up."""
    while True:
        try:
            store.open_office(path, create=True)
        except (OfficeRefused, OSError) as error:
            other = _after_refusal(window, path, str(error))
            if other is None:
                return False
            path = other
        else:
            preferences.remember_office(path.expanduser().absolute())
            return True


def _after_refusal(window: "Window", path: Path, why: str) -> Path | None:
    buttons = {
        "open": say(mark("&Open another office")),
        "restore": say(mark("&Restore a backup")),
        "quit": say(mark("&Quit")),
    }
    while True:
        answer = messages.ask(window, say(NOT_OPENED), why, buttons, kind="error")
        if answer == "quit":
            return None
        if answer == "open" and (other := _ask_for_office(window, path.parent)):
            return other
        if answer == "restore" and _put_back(window, path):
            return path


def _ask_for_office(window: "Window", folder: Path) -> Path | None:
    return messages.choose_file_to_open(window, say(mark("Open an office")), folder, suffix="*.db", kind=say(KIND))


def _put_back(window: "Window", path: Path) -> bool:
    """Put a backup in the place of a closed office; what lay there is kept beside it."""
    folder = path.with_name(path.stem + "-backups")
    title = say(mark("Choose the backup"))
    copy = messages.choose_file_to_open(
        window, title, folder if folder.is_dir() else path.parent, suffix="*.db", kind=say(KIND)
    )
    return copy is not None and _put_in_place(window, copy, path)


def _put_in_place(window: "Window", copy: Path, path: Path) -> bool:
    try:
        store.restore_office(copy, path)
    except (OfficeRefused, OSError) as error:
        messages.tell(window, say(mark("Nothing was restored")), str(error), kind="error")
        return False
    return True


def leave(window: "Window") -> bool:
    """Close the open office with a backup; False where the person wants to stay."""
    if window.workplace and not window.workplace.leave_forms():
        return False
    session = store.current()
    if session is None:
        return True
    tasks.stop_all()
    while not session.read_only:
        try:
            backup.at_close(session.path)
            break
        except (BackupFailed, OSError) as error:
            buttons = {
                "again": say(mark("&Try again")),
                "close": say(mark("&Close without a backup")),
                "stay": say(mark("&Stay")),
            }
            after = say(mark("Everything you saved is in the office itself."))
            answer = messages.ask(window, say(NOT_BACKED_UP), f"{say(str(error))}\n\n{after}", buttons, kind="warning")
            if answer == "stay":
                return False
            if answer == "close":
                break
    if window.workplace:
        window.workplace.keep()
        window.show_nothing()
    store.close_office()
    return True


def choose(window: "Window") -> None:
    """Let the person choose another office and open it."""
    session = store.current()
    path = _ask_for_office(window, session.path.parent if session else preferences.folder())
    if path:
        switch(window, path)


def switch(window: "Window", path: Path | str) -> None:
    """Close the open office and open another; where that one is none, stay."""
    try:
        check_file(Path(path).expanduser().absolute(), create=False)
    except OfficeRefused as error:
        messages.tell(window, say(NOT_OPENED), str(error), kind="warning")
        return
    if leave(window):
        window.open_office(Path(path))


def sample(window: "Window", name: str) -> None:
    """Open a sample office; it is made the first time, in the folder of the program's own data."""
    path = preferences.folder() / f"{name}.db"
    if not path.exists():
        from models.sample import load

        before = store.current()
        if not leave(window):
            return
        try:
            load(name, path)
        except (OfficeRefused, OSError) as error:
            messages.tell(window, say(NOT_OPENED), str(error), kind="warning")
            path = before.path if before else path
        window.open_office(path)
    else:
        switch(window, path)


def back_up(window: "Window") -> None:
    """Make a backup where the person says."""
    from gui.settings_page.copies import choose_target, make_copy

    target = choose_target(window)
    if target and make_copy(window, target):
        window.note(say(mark("Backup made: {path}")).format(path=target))


def restore(window: "Window", copy: Path | None = None) -> None:
    """Close the office, put a backup (asked for, where none is given) in its place and open it."""
    from gui.settings_page.copies import choose_copy

    session = store.current()
    if session is None or session.read_only:
        window.note(say(mark("The office is open for reading only.")))
        return
    copy = copy or choose_copy(window)
    # Leaving makes a backup of what is there now.
    if copy and leave(window):
        _put_in_place(window, copy, session.path)
        window.open_office(session.path)


def look_over(window: "Window") -> None:
    """Check the file beside the window; say it where it is damaged."""
    session = store.current()
    if session is None:
        return
    path = session.path

    def damaged(error: Exception) -> None:
        if isinstance(error, BackupFailed):
            words = mark(
                "The file {path} is damaged. What can still be read is shown. Make no more entries: restore the newest "
                "backup from the menu, the damaged file is kept beside it."
            )
            messages.tell(window, say(mark("The office is damaged")), say(words).format(path=path), kind="error")

    tasks.start(window, lambda: backup.check(path), lambda _rows: None, damaged)
