"""The note that a file is saved, with the ways to it: open the file, open its folder."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui import messages
from gui.widgets import Toast, say_on
from models.text import mark, say

OPEN_FILE, OPEN_FOLDER = mark("Open file"), mark("Open folder")


class SavedNote(Toast):
    """A note about one file."""

    def __init__(self, parent: QWidget) -> None:
        """Wait, hidden, over ``parent``."""
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

    def show_saved(self, words: str, path: Path) -> None:
        """Say that a file is there."""
        self._path = path
        self.note(words)


def say_saved(parent: QWidget, words: str, path: Path) -> None:
    """Show the note over the window that ``parent`` belongs to, or over the one behind it where that was closed."""
    window = parent.window()
    while not window.isVisible() and (behind := window.parentWidget()):
        window = behind.window()
    made = window.findChild(SavedNote) or SavedNote(window)
    made.show_saved(words, path)


def open_path(parent: QWidget, path: Path) -> None:
    """Open a file or folder with the computer's own program for it; say where it is if there is none."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        words = say("No program on this computer opens it. You find it here:") + f"\n{path}"
        messages.tell(parent.window(), say("Not opened"), words)
