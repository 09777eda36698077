"""Steps done before the program was started, or a backup restored: taken back by Ctrl+Z once the person has agreed."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui import messages
from models import days, store
from models.store import Deed
from models.text import mark, say

TITLE = mark("Undo an earlier step?")
_STEP = mark(
    "“{deed}” is an earlier step, done at {at} by {who}. Undo it? If so, Ctrl+Z no longer asks about other earlier "
    "steps until the program ends."
)
_CREATION = mark(
    "“{deed}” is an earlier step, done at {at} by {who}. Undo it, so that what was entered then goes to the bin?"
)


@dataclass
class _Start:
    """What this start of the program knows of one office: its newest deed then, and whether the person agreed."""

    newest: int
    agreed: bool = False


_starts: dict[Path, _Start] = {}  # for each office opened since the program was started


def begin_again(path: Path) -> None:
    """Take all that an office holds for earlier: a backup was put in its place."""
    _starts.pop(path, None)


class Earlier:
    """Knows which deeds of the open office are older than this start of the program."""

    def __init__(self) -> None:
        """Note the newest deed, where this start opens the office for the first time."""
        session, newest = store.current(), store.newest()
        path = session.path if session else Path()
        self._start = _starts.setdefault(path, _Start(newest))
        self._start.newest = min(self._start.newest, newest)  # a backup that was put back has fewer

    def agreed(self, parent: QWidget, deed: Deed) -> bool:
        """Tell whether a deed may be taken back: asks for an earlier one once, and each time for an earlier entry."""
        if deed.id > self._start.newest or deed.final:  # what is final is refused anyway
            return True
        creation = store.brings(deed.id)
        if self._start.agreed and not creation:
            return True
        words = say(_CREATION if creation else _STEP).format(deed=deed.text(), at=days.moment(deed.at), who=deed.who)
        buttons = {"undo": say(mark("&Undo")), "keep": say(mark("&Keep"))}
        if messages.ask(parent, say(TITLE), words, buttons, danger="undo") != "undo":
            return False
        self._start.agreed = self._start.agreed or not creation
        return True
