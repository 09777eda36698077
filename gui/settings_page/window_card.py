"""How the window looks and speaks on this computer, and the name that history writes."""

import getpass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from gui import look
from gui.qt_words import set_language
from gui.settings_page.parts import Rows
from gui.widgets import Card, follow_language, say_on
from models import preferences
from models.text import LANGUAGES, mark, say, spoken

WIDTH = 280
THEMES = {"light": mark("Light"), "dark": mark("Dark"), "system": mark("As the computer is set")}
DENSITIES = {"comfortable": mark("Comfortable"), "compact": mark("Compact")}


class WindowCard(Card):
    """Everything here is done at once and kept for this person on this computer."""

    changed = Signal()

    def __init__(self) -> None:
        """Show what was chosen."""
        super().__init__(mark("Window and person"))
        rows = Rows(self)
        self.language = _choice(mark("Language"), LANGUAGES, spoken())
        self.theme = _choice(mark("Colours"), THEMES, preferences.get("theme", "light"))
        self.density = _choice(mark("Row height"), DENSITIES, preferences.get("density", "comfortable"))
        self.who = QLineEdit(str(preferences.get("who") or ""))
        self.who.setPlaceholderText(getpass.getuser())
        say_on(self.who, accessible_name=mark("Your name"))
        rows.add(mark("Language"), self.language)
        rows.add(mark("Colours"), self.theme)
        rows.add(mark("Row height"), self.density)
        rows.add(mark("Your name"), self.who, mark("Written beside every change; empty: the account's name"))
        for box in (self.language, self.theme, self.density, self.who):
            box.setMinimumWidth(WIDTH)
        self.language.activated.connect(self._speak)
        self.theme.activated.connect(self._dress)
        self.density.activated.connect(self._dress)
        self.who.editingFinished.connect(self._keep_who)
        look.changed.connect(self._show_looks)
        follow_language(self, lambda: self.language.setCurrentIndex(self.language.findData(spoken())))

    def _speak(self) -> None:
        language = self.language.currentData()
        preferences.put("language", language)
        set_language(_application(), language)
        self.changed.emit()

    def _dress(self) -> None:
        theme, density = self.theme.currentData(), self.density.currentData()
        preferences.put("theme", theme)
        preferences.put("density", density)
        look.apply(_application(), theme, density)
        self.changed.emit()

    def _show_looks(self) -> None:
        """Show what was chosen elsewhere, in the menu or the bar above."""
        self.theme.setCurrentIndex(max(self.theme.findData(preferences.get("theme", "light")), 0))
        self.density.setCurrentIndex(max(self.density.findData(preferences.get("density", "comfortable")), 0))

    def _keep_who(self) -> None:
        preferences.put("who", " ".join(self.who.text().split()))


def _choice(words: str, options: dict[str, str], chosen: str) -> QComboBox:
    made = QComboBox()
    for code in options:
        made.addItem("", code)
    made.setCurrentIndex(max(made.findData(chosen), 0))
    say_on(made, accessible_name=words)

    def again() -> None:
        for place, option in enumerate(options.values()):
            made.setItemText(place, say(option))

    follow_language(made, again)
    return made


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
