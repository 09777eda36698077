"""The three ways to begin in an office that holds nothing yet."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gui.home.lines import Choice, Pressed
from gui.widgets import button, label
from models import engine
from models.text import mark, say

SAMPLES = {"lai-chau": "Lai Châu", "dien-bien": "Điện Biên"}


class Beginning(QWidget):
    """Offers a sample office, the first record, and the facts of the office."""

    begin = Signal(str)
    sample = Signal(str)
    settings = Signal()

    def __init__(self) -> None:
        """Show the three choices."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(mark("This office holds nothing yet. Begin with one of these:"), "muted"))
        row = QHBoxLayout()
        row.setSpacing(16)
        for icon, title, sentence, deed in self._choices():
            choice = Choice(icon, say(title), say(sentence))
            choice.clicked.connect(lambda _on=False, deed=deed, choice=choice: deed(choice))
            row.addWidget(choice)
        column.addLayout(row)
        if engine.key() is None:
            lock = button(mark("Keep this office under a passphrase (Settings, Encryption)"), "lock", "link")
            lock.clicked.connect(self.settings)
            column.addWidget(lock, 0, Qt.AlignmentFlag.AlignLeft)

    def _choices(self) -> list[tuple[str, str, str, Any]]:
        return [
            (
                "folder-open",
                mark("Open sample data"),
                mark("Look around in an office with records already in it. Your own file stays as it is."),
                self._offer_samples,
            ),
            (
                "plus",
                mark("Add a record"),
                mark("A delegation, an agreement, a session or any other: what is missing can be filled in later."),
                self._offer_kinds,
            ),
            (
                "landmark",
                mark("Name your office"),
                mark("Superior body, letterhead and signatories, as they stand on papers and reports."),
                lambda _choice: self.settings.emit(),
            ),
        ]

    def _offer_samples(self, choice: Pressed) -> None:
        menu = QMenu(choice)
        for name, words in SAMPLES.items():
            menu.addAction(words).triggered.connect(lambda _on=False, name=name: self.sample.emit(name))
        menu.exec(choice.mapToGlobal(choice.rect().bottomLeft()))

    def _offer_kinds(self, choice: Pressed) -> None:
        from gui.pages.kinds_menu import kinds_menu

        menu = kinds_menu(choice, self.begin.emit)
        menu.exec(choice.mapToGlobal(choice.rect().bottomLeft()))
