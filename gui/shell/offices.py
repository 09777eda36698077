"""Opening, closing, backing up and restoring the office of a window, with what can go wrong said in words."""

from pathlib import Path
from typing import TYPE_CHECKING

from gui import messages, recovery, tasks
from gui.shell import earlier, further, locks, summons
from models import backup, preferences, soundness, store, vault
from models.attachments import Stopped
from models.backup import BackupFailed
from models.errors import OPENING, Damaged, OfficeRefused
from models.store import locking
from models.store.opening import check_file
from models.text import mark, say

if TYPE_CHECKING:
    from gui.shell.workplace import Workplace
    from gui.window import Window

KIND = mark("Office of Bang Giao")
NOT_OPENED = mark("The office was not opened")
NOT_BACKED_UP = mark("No backup was made")
DAMAGED = mark("the file is damaged")


def enter(window: "Window", path: Path) -> bool:
    """Open an office; where that is refused, offer what can be done. False: the person gave up."""
    while True:
        try:
            locks.open_unlocked(window, path)
        except (OfficeRefused, OSError) as error:
            other = _after_refusal(window, path.expanduser().absolute(), error)
            if other is None:
                return False
            path = other
        else:
            preferences.remember_office(path.expanduser().absolute())
            return True


def _after_refusal(window: "Window", path: Path, trouble: Exception, *, readable: bool = False) -> Path | None:
    """Ask what to do about an office that is not open; give the one to be opened, or None to end."""
    while True:
        wish = recovery.ask_way_on(window, path, trouble, readable=readable)
        if wish.way == recovery.QUIT:
            return None
        if wish.way == recovery.OPEN and (other := _ask_for_office(window, path.parent)):
            return other
        put_back = (wish.way == recovery.OTHER and _put_back(window, path)) or (
            wish.file is not None and _put_in_place(window, wish.file, path)
        )
        if put_back or wish.way == recovery.AGAIN:
            return path
        if wish.way == recovery.READ and _read_on(window, path):
            return path


def _read_on(window: "Window", path: Path) -> bool:
    """Open a damaged office for reading what is left of it."""
    try:
        opened = store.open_office(path, read_only=True)
    except OfficeRefused as error:
        messages.tell(window, say(NOT_OPENED), str(error), kind="error")
        return False
    opened.holder = DAMAGED
    return True


def _ask_for_office(window: "Window", folder: Path) -> Path | None:
    return messages.choose_file_to_open(window, say(mark("Open an office")), folder, suffix="*.db", kind=say(KIND))


def _put_back(window: "Window", path: Path) -> bool:
    """Put a backup in the place of a closed office; what lay there is kept beside it."""
    folder = backup.folder_of(path)
    title = say(mark("Choose the backup"))
    copy = messages.choose_file_to_open(
        window, title, folder if folder.is_dir() else path.parent, suffix="*.db", kind=say(KIND)
    )
    return copy is not None and _put_in_place(window, copy, path)


def _put_in_place(window: "Window", copy: Path, path: Path) -> bool:
    try:
        locks.restore_unlocked(window, copy, path)
    except (OfficeRefused, OSError) as error:
        messages.tell(window, say(mark("Nothing was restored")), str(error), kind="error")
        return False
    except Stopped:
        return False  # the program ends
    return True


def leave(window: "Window", *, kept_later: bool = False) -> bool:
    """Close the open office with a backup, unless one is made of it later; False where the person wants to stay."""
    if window.workplace and not window.workplace.leave_forms():
        return False
    session = store.current()
    if session is None:
        return True
    tasks.stop_all()
    while not (kept_later or session.read_only) and (window.keeper is None or window.keeper.is_needed()):
        try:
            backup.keep(session.path, "close", preferences.second_place())
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
    if summons.is_shown_elsewhere(Path(path).expanduser().absolute()):
        return
    before = store.current()
    if leave(window):
        if before is None or before.path != Path(path).expanduser().absolute():
            vault.let_go()
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
    made = make_copy(window, target) if target else None
    if made and window.keeper:
        window.keeper.count(made)


def restore(window: "Window", copy: Path | None = None) -> None:
    """Close the office, put a backup in its place and open it; where none is given, show those that there are."""
    session = store.current()
    if session is None or session.read_only:
        window.note(say(mark("The office is open for reading only.")))
        return
    if copy is None:
        if window.workplace:
            further.show_backups(window.workplace)
        return
    needed = window.keeper is not None and window.keeper.is_needed()
    if leave(window, kept_later=True):
        words = mark("Restored: the backup of {moment}. What was here before is kept among the backups.")
        told = say(words).format(moment=f"{backup.made_at(copy):%d/%m/%Y %H:%M}")
        restored = _put_in_place(window, copy, session.path)
        if restored:
            earlier.begin_again(session.path)
        window.open_office(session.path)
        if restored:
            window.note(told)
        elif needed and window.keeper:
            window.keeper.note_change()  # what leaving did not back up


def look_over(window: "Window") -> None:
    """Check the file beside the window, wholly where the program died last time; where it is damaged, say so."""
    session = store.current()
    if session is None or session.holder == DAMAGED:
        return
    path, unclean = session.path, session.unclean

    def check() -> None:
        backup.check(path)
        if unclean and soundness.faults():
            raise BackupFailed(OPENING["corrupt"], path=path)

    def whole(_done: None) -> None:
        if unclean:
            words = mark("The program did not end properly last time. The file was checked: everything saved is there.")
            window.note(say(words))

    def damaged(error: Exception) -> None:
        if isinstance(error, BackupFailed):
            locks.once_unlocked(window, lambda: recover(window, path))

    tasks.start(window, check, whole, damaged)


def recover(window: "Window", path: Path) -> None:
    """Close a damaged office, so that nothing more is written into it, and show the ways on."""
    if window.workplace is None or not window.workplace.leave_forms():
        return
    tasks.stop_all()
    window.workplace.keep()
    window.show_nothing()
    store.close_office()
    other = _after_refusal(window, path, Damaged(OPENING["corrupt"], path=path), readable=True)
    if other is None:
        window.close()
    elif store.current():
        window.show_office()
    else:
        window.open_office(other)


def serve(window: "Window", work: "Workplace") -> None:
    """Do what the bar above the pages offers where something is the matter with the file."""
    work.notice.again.clicked.connect(lambda: _open_again(window))
    work.notice.rescue.clicked.connect(lambda: back_up(window))
    work.notice.take.clicked.connect(lambda: take_over(window))


def _open_again(window: "Window") -> None:
    session = store.current()
    if session:
        switch(window, session.path)


def take_over(window: "Window") -> None:
    """Disregard the lock that another computer left, once a person says that nobody works there any more."""
    session = store.current()
    if session is None:
        return
    words = mark(
        "Only do this when nobody has the office open on the other computer: two who write at once destroy each "
        "other's work. It says: {holder}."
    )
    buttons = {"take": say(mark("&Nobody has it open: take over")), "leave": say(mark("&Leave it"))}
    title = say(mark("Take over the office?"))
    told = say(words).format(holder=say(session.holder))
    if messages.ask(window, title, told, buttons, kind="warning", danger="take") == "take":
        taken = locking.take(session.path, believe=False)
        if isinstance(taken, locking.Lock):
            taken.release()
        switch(window, session.path)
