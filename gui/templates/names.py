"""The names that a template may use, to be searched and copied into Word or Excel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.widgets import SearchBox, button, label
from gui.widgets.sizes import resize_within
from models.filling import Names, every_name
from models.fold import fold
from models.text import mark, say

TITLE = mark("Names that a template may use")
HEADS = (mark("Name"), mark("What it stands for"), mark("Other spellings"))
HELP = mark(
    "Write a name between two pairs of braces where its value shall stand, in Word or in a cell of Excel. A row of a "
    "table that holds names with a dot is repeated: once for each row of that list. In Excel a cell may also bear the "
    "name itself (a named cell; I01 is then called I_01)."
)


class NamesDialog(QDialog):
    """A list of all names; Ctrl+C or the button copies the chosen ones."""

    def __init__(self, parent: QWidget | None, names: Names) -> None:
        """Show the names for one period or one record."""
        super().__init__(parent)
        self.setWindowTitle(say(TITLE))
        self.lines = list(every_name(names))
        self.search = SearchBox(mark("Search in the names"))
        self.table = QTableWidget(len(self.lines), len(HEADS))
        self.copy_button, self.close_button = button(mark("&Copy"), "copy", "primary"), button(mark("C&lose"))
        self._fill()
        self._lay_out()
        self.search.textChanged.connect(self._show_found)
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.accept)
        QShortcut(
            QKeySequence.StandardKey.Copy, self.table, context=Qt.ShortcutContext.WidgetShortcut
        ).activated.connect(self.copy)
        resize_within(self, 900, 620)

    def _fill(self) -> None:
        self.table.setHorizontalHeaderLabels([say(words) for words in HEADS])
        for row, (name, also, words) in enumerate(self.lines):
            for column, told in enumerate((name, words, also)):
                item = QTableWidgetItem(told)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(row, column, item)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAccessibleName(say(TITLE))
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        for column, width in enumerate((260, 290)):
            self.table.setColumnWidth(column, width)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.table.horizontalHeader().setDefaultAlignment(left)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        if self.lines:
            self.table.selectRow(0)

    def _lay_out(self) -> None:
        told = label(HELP, "muted")
        told.setWordWrap(True)
        feet = QHBoxLayout()
        feet.addStretch()
        feet.addWidget(self.close_button)
        feet.addWidget(self.copy_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        for part in (told, self.search, self.table):
            whole.addWidget(part)
        whole.addLayout(feet)

    def _show_found(self, words: str) -> None:
        wanted = fold(words)
        for row, told in enumerate(self.lines):
            self.table.setRowHidden(row, wanted not in fold(" ".join(told)))

    def copy(self) -> None:
        """Put the chosen names on the clipboard, one a line."""
        rows = sorted(
            {index.row() for index in self.table.selectedIndexes() if not self.table.isRowHidden(index.row())}
        )
        QGuiApplication.clipboard().setText("\n".join(self.lines[row][0] for row in rows))
