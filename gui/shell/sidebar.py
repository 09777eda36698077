"""The dark bar on the left: the start page, the kinds by group, the settings."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui import look
from gui.widgets import Elided, follow_language, label, say_on
from models import preferences
from models.text import mark, say

if TYPE_CHECKING:
    from models.kinds import Page

WIDTH = 232
HOME, BIN, SETTINGS, REPORTS = "home", "bin", "settings", "report"
FOLDED = "folded_groups"  # the English titles of the groups that the person folded


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
        self.groups: dict[str, Group] = {}
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
        outer.addWidget(self._item(REPORTS, mark("Reports"), "file-spreadsheet"))
        outer.addWidget(self._item(BIN, mark("Bin"), "trash-2"))
        outer.addWidget(self._item(SETTINGS, mark("Settings"), "settings"))
        self.backup = self._note()
        outer.addWidget(self.backup)
        say_on(self.items[REPORTS], tool_tip=mark("Reports of a period, for every list (Ctrl+R)"))
        self.items[REPORTS].setCheckable(False)  # a window of its own: the page behind it stays marked
        follow_language(self, self._name_home)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._forget_pointer()

    def _forget_pointer(self) -> None:
        """Take back the look of being pointed at: under a menu that closed into a window, Qt lets it stay."""
        for each in self.findChildren(QPushButton):
            if each.underMouse() and not each.rect().contains(each.mapFromGlobal(QCursor.pos())):
                each.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
                each.update()

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

    def _note(self) -> QPushButton:
        """Make the line that tells how old the last good backup is; hidden until that is known."""
        made = look.as_part(QPushButton(), "side_note")
        made.setIconSize(QSize(14, 14))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.hide()
        return made

    def show_backup(self, words: str, tone: str, whole: str) -> None:
        """Tell about the backups; ``tone`` is "bad", "warn" or "", ``whole`` says more under the pointer."""
        self.backup.setText(words)
        self.backup.setIcon(look.icon("triangle-alert" if tone else "archive", tone or "side_title"))
        self.backup.setToolTip(whole)
        self.backup.setAccessibleDescription(whole)
        self.backup.show()

    def add_pages(self, pages: "dict[str, Page]") -> None:
        """Add the kinds, each in its group."""
        folded = preferences.get(FOLDED, [])
        for name, page in pages.items():
            if page.group not in self.groups:
                made = self.groups[page.group] = Group(page.group, open_=page.group not in folded)
                made.head.clicked.connect(self._keep_folded)
                self._pages.addWidget(made)
            self.groups[page.group].add(self._item(name, page.title, page.icon))
        for before, after in pairwise((name, REPORTS, BIN, SETTINGS)):
            self.setTabOrder(self.items[before], self.items[after])

    def _keep_folded(self) -> None:
        preferences.remember(FOLDED, [name for name, group in self.groups.items() if not group.is_open()])

    def show_chosen(self, name: str) -> None:
        """Mark the page that is open; a folded group opens for it, and stays folded at the next start."""
        for each, item in self.items.items():
            item.setChecked(each == name)
        chosen = self.items.get(name)
        group = next((each for each in self.groups.values() if chosen and each.isAncestorOf(chosen)), None)
        if group and not group.is_open():
            group.fold(False)
        if chosen and name not in (BIN, SETTINGS):
            self._area.ensureWidgetVisible(chosen, 0, 8)

    def count_home(self, count: int) -> None:
        """Show how much needs attention."""
        self._count = count
        self._name_home()

    def _name_home(self) -> None:
        words = say(mark("Needs attention"))
        self.items[HOME].setText(f"{words}  ({self._count})" if self._count else words)

    def names(self) -> list[str]:
        """Give the pages from top to bottom, as Ctrl+1 … Ctrl+9 count them; the reports have a key of their own."""
        return [*(name for name in self.items if name not in (REPORTS, BIN, SETTINGS)), BIN, SETTINGS]

    def current(self) -> QPushButton:
        """Give the item of the page that is open."""
        return next((item for item in self.items.values() if item.isChecked()), self.items[HOME])


class Group(QWidget):
    """The pages of one group under a title that folds and unfolds them."""

    def __init__(self, title: str, open_: bool) -> None:
        """Show the title; ``title`` is marked."""
        super().__init__()
        self._title = title
        self._pages = QWidget()
        self._column = QVBoxLayout(self._pages)
        self.head = look.as_part(QPushButton(), "group")
        self.head.setIconSize(QSize(14, 14))
        self.head.setCursor(Qt.CursorShape.PointingHandCursor)
        self.head.clicked.connect(lambda _on=False: self.fold(self.is_open()))
        column = QVBoxLayout(self)
        for each in (column, self._column):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages)
        follow_language(self, self._name)
        self.fold(not open_)

    def add(self, item: QPushButton) -> None:
        """Put a page under the title."""
        self._column.addWidget(item)

    def is_open(self) -> bool:
        """Tell whether the pages show."""
        return not self._pages.isHidden()

    def fold(self, folded: bool) -> None:
        """Hide the pages, or show them."""
        self._pages.setHidden(folded)
        self.head.setIcon(look.icon("chevron-right" if folded else "chevron-down", "side_title"))
        self._name()

    def _name(self) -> None:
        self.head.setText(say(self._title).upper())
        told = mark("{group}: unfolded") if self.is_open() else mark("{group}: folded")
        self.head.setAccessibleName(say(told).format(group=say(self._title)))
