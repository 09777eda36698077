"""Where one was: the way back and forward through pages and records."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from models import preferences, store
from models.kinds import PAGES

if TYPE_CHECKING:
    from gui.shell.workplace import Workplace
    from gui.window import Window


@dataclass(frozen=True)
class Place:
    """A page, with the record that was read on it (0: none)."""

    page: str
    record: int = 0


class Way:
    """The places visited, and where among them one stands."""

    def __init__(self, start: Place) -> None:
        """Begin at a place."""
        self._places, self._at = [start], 0

    @property
    def here(self) -> Place:
        """Give the place where one stands."""
        return self._places[self._at]

    def note(self, record: int) -> None:
        """Remember the record read on the page where one stands."""
        self._places[self._at] = Place(self.here.page, record)

    def go(self, place: Place) -> None:
        """Go on to a place; what lay ahead is forgotten."""
        if place != self.here:
            self._places[self._at + 1 :] = [place]
            self._at += 1

    def back(self) -> Place | None:
        """Go back one place; None where there is none."""
        return self._step(-1)

    def forward(self) -> Place | None:
        """Go forward one place; None where there is none."""
        return self._step(1)

    def _step(self, way: int) -> Place | None:
        if not 0 <= self._at + way < len(self._places):
            return None
        self._at += way
        return self.here


def keep(place: Place, office: Path) -> None:
    """Remember where one was in an office, for its next opening."""
    preferences.remember("place", [str(office), place.page, place.record])


def kept(office: Path) -> Place | None:
    """Give the place where one was when this office was closed; None where another one was open."""
    told = preferences.get("place", [])
    return Place(told[1], told[2]) if told[:1] == [str(office)] else None


def go_back(work: "Workplace") -> None:
    """Open the page on which the office was closed, with its record unless that lies in the bin."""
    session = store.current()
    place = kept(session.path) if session else None
    if place and place.page in PAGES:
        work.open_record(place.page, 0 if _in_bin(place) else place.record)


def _in_bin(place: Place) -> bool:
    try:
        return bool(store.load(PAGES[place.page].record.kind, place.record).removed_at)
    except LookupError:
        return False


def next_pane(window: "Window", way: int) -> None:
    """Put the keyboard into the next (1) or previous (-1) part of the window."""
    parts = [window.sidebar.current(), window.topbar.search, *(window.workplace.panes() if window.workplace else [])]
    shown, focus = [part for part in parts if part.isVisible()], window.focusWidget()
    inside = (n for n, part in enumerate(shown) if focus and (part is focus or part.isAncestorOf(focus)))
    shown[(next(inside, -way) + way) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
