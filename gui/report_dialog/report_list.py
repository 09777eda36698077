"""The list of all reports in their groups, with a search that needs no accents."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui import look
from gui.widgets import SearchBox, follow_language, label, say_on
from models import store
from models.fold import fold
from models.reports.built import Built, unreadable
from models.reports.catalogue import Entry, entries, own_entry
from models.reports.names import ANNUAL, STATISTICS
from models.text import mark, say

WIDTH = 268
ROOM = 206  # of it for the words, beside the icon and the scroll bar
SETTLE = 160  # milliseconds on a report before it is made: who walks down the list does not wait for each
NAME, WORDS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
GROUPS = (
    ("annual", mark("Summary"), "file-spreadsheet"),
    ("annex", mark("Annexes"), "table"),
    ("statistics", mark("Statistics"), "chart-column"),
    ("own", mark("Own reports"), "list-checks"),
)


def group_of(entry: Entry) -> str:
    """Name the group in which a report stands."""
    if entry.own:
        return "own"
    if entry.name == ANNUAL:
        return ANNUAL
    return "statistics" if entry.name.startswith(STATISTICS) else "annex"


class ReportList(QWidget):
    """Sends ``chosen`` with the name of a report once the choice has come to rest on it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Show every report of the open office."""
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.search = SearchBox(mark("Search in the reports"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(look.BESIDE_TEXT)
        self.nothing = label(mark("No report has these words."), "muted")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.entries: dict[str, Entry] = {}
        say_on(self.list, accessible_name=mark("Reports"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self.nothing, self.list):
            column.addWidget(part)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._tell)
        self._told = ""
        follow_language(self, self.fill)
        look.changed.connect(self.fill)
        self.list.currentItemChanged.connect(lambda _now, _before: self._settle.start())
        self.search.textChanged.connect(self._show_found)

    def fill(self) -> None:
        """Show the reports as they are now; what was chosen stays chosen."""
        name = self.name()
        is_open = store.current() is not None  # the words may change after the office was closed
        self.entries = {entry.name: entry for entry in entries(presets=is_open)}
        for spoilt in unreadable() if is_open else []:  # choosing one says why it cannot be run
            self.entries.setdefault(spoilt.name, own_entry(Built(spoilt.name, spoilt.title, "")))
        self.list.blockSignals(True)
        self.list.clear()
        for group, title, icon in GROUPS:
            several = [each for each in self.entries.values() if group_of(each) == group]
            if several and group != ANNUAL:
                self.list.addItem(_heading(say(title)))
            for each in several:
                self.list.addItem(self._item(each, icon))
        self.list.blockSignals(False)
        self._show_found(self.search.text())
        self.choose(name)

    def _item(self, entry: Entry, icon: str) -> QListWidgetItem:
        words = entry.heading()
        made = QListWidgetItem(look.icon(icon, "muted"), words)
        made.setData(NAME, entry.name)
        made.setData(WORDS, fold(words))
        made.setToolTip(words)
        wrap = Qt.TextFlag.TextWordWrap
        room = self.list.fontMetrics().boundingRect(QRect(0, 0, ROOM, 999), wrap, words)
        made.setSizeHint(QSize(0, room.height() + 12))
        return made

    def name(self) -> str:
        """Give the name of the chosen report."""
        item = self.list.currentItem()
        return str(item.data(NAME)) if item else ANNUAL

    def entry(self) -> Entry:
        """Give the chosen report."""
        return self.entries[self.name()]

    def choose(self, name: str) -> None:
        """Choose a report by its name, or the first one; it is told without a pause."""
        items = [self.list.item(row) for row in range(self.list.count())]
        known = {str(each.data(NAME)): each for each in items if each.data(NAME)}
        self.list.setCurrentItem(known.get(name) or known[ANNUAL])
        self._tell()

    def _tell(self) -> None:
        self._settle.stop()
        if self.name() != self._told:
            self._told = self.name()
            self.chosen.emit(self._told)

    def _show_found(self, words: str) -> None:
        """Leave the reports that have all the words; headings stay above what is left of theirs."""
        wanted = fold(words).split()
        some, heading = 0, None
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(NAME) is None:
                heading = item
                item.setHidden(True)
                continue
            fits = all(word in str(item.data(WORDS)) for word in wanted)
            item.setHidden(not fits)
            some += fits
            if fits and heading is not None:
                heading.setHidden(False)
        self.nothing.setVisible(not some)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the first report that was found."""
        down = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (down and self.search.hasFocus()):
            super().keyPressEvent(event)
            return
        items = [self.list.item(row) for row in range(self.list.count())]
        found = [each for each in items if each.data(NAME) and not each.isHidden()]
        if found:
            if self.list.currentItem() not in found:
                self.list.setCurrentItem(found[0])
            self.list.setFocus()


def _heading(words: str) -> QListWidgetItem:
    made = QListWidgetItem(words)
    made.setFlags(Qt.ItemFlag.NoItemFlags)
    font = QFont()
    font.setPointSizeF(font.pointSizeF() * 0.85)
    font.setWeight(QFont.Weight.DemiBold)
    made.setFont(font)
    made.setForeground(look.color("muted"))
    return made
