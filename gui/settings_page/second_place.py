"""The second place for backups, and how the last trial of a restore went."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import messages
from gui.settings_page.parts import told
from gui.widgets import Elided, button, follow_language, label
from models import preferences, store
from models.text import mark, say

REHEARSED = "rehearsed"
_NONE = mark(
    "No second place: where this disk is lost, the backups are lost with it. Choose a memory stick or a share."
)


class SecondPlace(QWidget):
    """A folder elsewhere that gets a copy of each backup; it is a choice of this computer."""

    def __init__(self) -> None:
        """Show the folder that is chosen."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        self.warning = told(_NONE)
        self.place = Elided("")
        self.choose = button(mark("Second place…"), "folder-open")
        self.forget = button(mark("No second place"), "x", "link")
        self.choose.clicked.connect(self._choose)
        self.forget.clicked.connect(self._forget)
        row = QHBoxLayout()
        for part in (self.choose, self.place, self.forget):
            row.addWidget(part, int(part is self.place))
        self.trial = label("", "small")
        self.trial.setWordWrap(True)
        for each in (self.warning, self.trial):
            column.addWidget(each)
        column.insertLayout(1, row)
        follow_language(self, self.fill)

    def fill(self) -> None:
        """Say what is chosen and how the last trial went."""
        chosen = preferences.get(preferences.SECOND)
        self.place.setText(chosen or "")
        self.warning.setVisible(not chosen)
        self.forget.setVisible(bool(chosen))
        self.trial.setText(_trial())

    def _choose(self) -> None:
        folder = messages.choose_folder(self, say(mark("Choose the second place for backups")), Path.home())
        if folder is not None:
            preferences.put(preferences.SECOND, str(folder))
            self.fill()

    def _forget(self) -> None:
        preferences.put(preferences.SECOND, None)
        self.fill()


def _trial() -> str:
    """Tell how the last trial of a restore of this office went."""
    session = store.current()
    kept = preferences.get(REHEARSED, {}).get(str(session.path)) if session else None
    if kept is None:
        return say(mark("Once a month the program tries to restore the newest backup; it was not tried yet."))
    day = f"{datetime.fromisoformat(kept['at']):%d/%m/%Y}"
    if kept["trouble"]:
        return say(mark("Restoring was tried on {day} and failed: {why}")).format(day=day, why=kept["trouble"])
    words = mark("Restoring was tried on {day}: every record and {n} attached files came back.")
    return say(words).format(day=day, n=kept["files"])
