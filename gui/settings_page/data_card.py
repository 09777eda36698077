"""Where the data lies, the offices opened lately, and the backups."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout

from gui.output.notice import open_path
from gui.settings_page import copies
from gui.settings_page.copies import Copy
from gui.settings_page.parts import told, writable
from gui.settings_page.second_place import SecondPlace
from gui.vault.beside import Beside
from gui.widgets import Card, Elided, FlowLayout, button, follow_language, say_on
from models import preferences, store
from models.backup import Kept
from models.text import mark, say

HEADS = (mark("Backup"), mark("Made"), mark("Size"))
SHOWN = 6  # rows of the table that are seen without scrolling


class DataCard(Card):
    """The file of the office and the offices opened lately."""

    office_wanted = Signal(object)

    def __init__(self) -> None:
        """Show the folders."""
        super().__init__(mark("Data"))
        session = store.current()
        assert session is not None
        self.path = session.path
        row = QHBoxLayout()
        row.addWidget(Elided(str(self.path)), 1)
        self.folder = button(mark("Open folder"), "folder-open")
        self.folder.clicked.connect(lambda: open_path(self, self.path.parent))
        row.addWidget(self.folder)
        self.body.addLayout(row)
        self.body.addWidget(told(mark("All records are in this one file. Copy it only while the program is closed.")))
        self.recent = QVBoxLayout()
        self._fill_recent()
        self.body.addLayout(self.recent)

    def _fill_recent(self) -> None:
        others = [Path(each) for each in preferences.get("recent", []) if Path(each) != self.path]
        if others:
            self.recent.addWidget(told(mark("Offices opened lately:")))
        for path in others:
            line = QHBoxLayout()
            link = button(mark("Open"), "folder-open", "link")
            link.setAccessibleDescription(str(path))
            link.setEnabled(path.exists())
            link.clicked.connect(lambda _on=False, path=path: self.office_wanted.emit(path))
            line.addWidget(link)
            line.addWidget(Elided(str(path), "muted"), 1)
            self.recent.addLayout(line)


class CopiesCard(Card):
    """The backups beside the office.

    ``restore_wanted`` carries the one that was chosen and agreed to, ``made`` what came of one made by hand.
    """

    restore_wanted = Signal(object)
    made = Signal(object)

    def __init__(self) -> None:
        """List them."""
        super().__init__(mark("Backups"))
        session = store.current()
        assert session is not None
        self._office = session.path
        words = mark(
            "A backup is made after work, once a day and at close, with the attached files. Kept are the newest three, "
            "one of each of seven days, four weeks and twelve months."
        )
        self.body.addWidget(told(words))
        self.table = QTableWidget(0, len(HEADS))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(1, 170)
        say_on(self.table, accessible_name=mark("Backups"))
        self.body.addWidget(self.table)
        self.make = button(mark("Make a backup now"), "archive")
        self.elsewhere = button(mark("Back up to…"), "save")
        self.restore = button(mark("Restore this backup…"), "archive-restore")
        self.other = button(mark("Restore another file…"), "folder-open")
        row = FlowLayout()
        for each in (self.make, self.elsewhere, self.restore, self.other):
            row.addWidget(each)
        self.body.addLayout(row)
        self.second = SecondPlace()
        self.body.addWidget(self.second)
        self._elsewhere: list[Copy] = []
        self._connect()
        follow_language(self, self.fill)

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.elsewhere.clicked.connect(self._make_elsewhere)
        self.restore.clicked.connect(lambda: self._restore(self.chosen()))
        self.other.clicked.connect(lambda: self._restore(None))
        self.table.itemSelectionChanged.connect(self._allow)

    def fill(self) -> None:
        """List the backups again; those elsewhere come once they were found, beside the window."""
        self._list()
        if preferences.second_place() or preferences.get(copies.REMEMBERED):
            office = self._office
            Beside(self, lambda: copies.copies_elsewhere(office)).done.connect(self._list_elsewhere)
        elif self._elsewhere:
            self._list_elsewhere([])

    def _list_elsewhere(self, found: list[Copy]) -> None:
        self._elsewhere = found
        self._list()

    def _list(self) -> None:
        """Show them, with the one marked that was, at first the newest."""
        found, marked = [*copies.copies(self._office), *self._elsewhere], self.chosen()
        self.table.setHorizontalHeaderLabels([say(head) for head in HEADS])
        self.table.setRowCount(len(found))
        for row, (copy, made) in enumerate(zip(found, copies.moments(found), strict=True)):
            for column, words in enumerate((copy.why, made, copies.size_text(copy.size))):
                item = QTableWidgetItem(words)
                item.setToolTip(str(copy.path))
                item.setData(Qt.ItemDataRole.UserRole, copy.path)
                self.table.setItem(row, column, item)
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(height * (min(max(len(found), 1), SHOWN) + 1) + 8)
        self.table.selectRow(next((row for row, copy in enumerate(found) if copy.path == marked), 0))
        self._allow()

    def chosen(self) -> Path | None:
        """Give the backup that is marked."""
        items = self.table.selectedItems()
        return items[0].data(Qt.ItemDataRole.UserRole) if items else None

    def _allow(self) -> None:
        self.restore.setEnabled(writable() and self.chosen() is not None)
        self.other.setEnabled(writable())

    def _make(self) -> None:
        self._tell(copies.make_copy(self))

    def _make_elsewhere(self) -> None:
        target = copies.choose_target(self)
        self._tell(copies.make_copy(self, target) if target is not None else None)

    def _tell(self, kept: Kept | None) -> None:
        if kept is not None:
            self.table.clearSelection()  # the newest is marked, which is this one
            self.fill()
            self.made.emit(kept)

    def _restore(self, copy: Path | None) -> None:
        agreed = copies.choose_copy(self, copy)
        if agreed is not None:
            self.restore_wanted.emit(agreed)
