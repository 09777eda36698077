"""The note that a file is saved, with the ways to it: open the file, open its folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui import messages
from gui.widgets import UNDO, Toast, say_on
from models.text import mark, say

_OURS = (".db",)  # no other program can do anything with it
OPEN_FILE, OPEN_FOLDER = mark("Open file"), mark("Open folder")


class SavedNote(Toast):
    """A note as any other, which leads to the file where it tells of one."""

    def __init__(self, parent: QWidget) -> None:
        """Wait, hidden; whoever makes it gives it a place in its window."""
        super().__init__(parent)
        self._path = Path()
        self.open_file, self.open_folder = QPushButton(), QPushButton()
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        for place, (each, words) in enumerate(((self.open_file, OPEN_FILE), (self.open_folder, OPEN_FOLDER)), 1):
            each.setAutoDefault(False)
            say_on(each, text=words, accessible_name=words)
            row.insertWidget(place, each)
        self.open_file.clicked.connect(lambda: open_path(self, self._path))
        self.open_folder.clicked.connect(lambda: open_path(self, self._path.parent))

    def note(self, text: str, undo: Callable[[], None] | None = None, words: str = UNDO, about: str = "") -> None:
        """Show a text that tells of no file."""
        self._tell(text, undo, words, leads=False, about=about)

    def show_saved(self, words: str, path: Path) -> None:
        """Say that a file is there."""
        self._path = path
        self._tell(words, None, UNDO, leads=True)

    def _tell(self, text: str, undo: Callable[[], None] | None, words: str, *, leads: bool, about: str = "") -> None:
        for each in (self.open_file, self.open_folder):
            each.setVisible(leads and (each is self.open_folder or self._path.suffix not in _OURS))
        super().note(text, undo, words, about)


def say_saved(parent: QWidget, words: str, path: Path) -> None:
    """Show the note in the window that ``parent`` belongs to, or in the one behind it where that was closed."""
    window = parent.window()
    while not window.isVisible() and (behind := window.parentWidget()):
        window = behind.window()
    # The windows in front of this one are its children, each with a note of its own.
    made = next((each for each in window.findChildren(SavedNote) if each.window() is window), None)
    if made is None:
        made = SavedNote(window)
        made.stand_in(window)
    made.show_saved(words, path)


def open_path(parent: QWidget, path: Path) -> None:
    """Open a file or folder with the computer's own program for it; say where it is if there is none."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        words = say("No program on this computer opens it. You find it here:") + f"\n{path}"
        messages.tell(parent.window(), say("Not opened"), words)
