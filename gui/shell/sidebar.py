"""The dark bar on the left: the start page, the kinds by group, the settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui import look
from gui.widgets import Elided, follow_language, label, say_on
from models.text import mark, say

if TYPE_CHECKING:
    from models.kinds import Page

WIDTH = 232
HOME, SETTINGS = "home", "settings"


class Sidebar(QFrame):
    """Sends ``chosen`` with the name of a page; the pages come in once the data has been opened."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the program's name, the start page and the settings."""
        super().__init__(parent)
        look.as_part(self, "side")
        self.setFixedWidth(WIDTH)
        say_on(self, accessible_name=mark("Pages"))
        self.items: dict[str, QPushButton] = {}
        self._count = 0
        self.office = Elided("", "")
        self._pages = QVBoxLayout()
        self._pages.setSpacing(0)
        inner = look.as_part(QWidget(), "side")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages)
        column.addStretch()
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 14, 0, 12)
        outer.setSpacing(0)
        outer.addLayout(self._brand())
        outer.addWidget(area, 1)
        outer.addSpacing(6)
        self._pages.addWidget(self._item(HOME, mark("Needs attention"), "bell"))
        outer.addWidget(self._item(SETTINGS, mark("Settings"), "settings"))
        follow_language(self, self._name_home)

    def _brand(self) -> QHBoxLayout:
        sign = QLabel()
        sign.setPixmap(QPixmap(look.program_icon().pixmap(28, 28)))
        names = QVBoxLayout()
        names.setSpacing(0)
        name = label("", "brand")
        name.setText("Bang Giao")
        names.addWidget(name)
        names.addWidget(self.office)
        self.office.setMaximumWidth(WIDTH - 70)
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 12, 10)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addLayout(names, 1)
        return row

    def _item(self, name: str, words: str, icon: str) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        made.setAutoExclusive(False)
        made.setIcon(look.icon(icon, "side_text", on="on_side"))
        made.setIconSize(look.BESIDE_TEXT)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda _on=False: self.chosen.emit(name))
        if name != HOME:
            say_on(made, text=words)
        self.items[name] = made
        return made

    def add_pages(self, pages: "dict[str, Page]") -> None:
        """Add the kinds, each under the title of its group."""
        group = ""
        for name, page in pages.items():
            if page.group != group:
                group = page.group
                self._pages.addWidget(_group(group))
            self._pages.addWidget(self._item(name, page.title, page.icon))

    def show_chosen(self, name: str) -> None:
        """Mark the page that is open."""
        for each, item in self.items.items():
            item.setChecked(each == name)
            if each == name and each != SETTINGS:
                self._area.ensureWidgetVisible(item, 0, 8)

    def count_home(self, count: int) -> None:
        """Show how much needs attention."""
        self._count = count
        self._name_home()

    def _name_home(self) -> None:
        words = say(mark("Needs attention"))
        self.items[HOME].setText(f"{words}  ({self._count})" if self._count else words)

    def names(self) -> list[str]:
        """Give the items from top to bottom, as Ctrl+1 … Ctrl+9 count them."""
        return [*(name for name in self.items if name != SETTINGS), SETTINGS]

    def current(self) -> QPushButton:
        """Give the item of the page that is open."""
        return next((item for item in self.items.values() if item.isChecked()), self.items[HOME])


def _group(words: str) -> QLabel:
    made = label("", "group")
    follow_language(made, lambda: made.setText(say(words).upper()))
    return made
