"""The lists that the office may extend: items are added, renamed and hidden, never deleted."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem

from gui import messages
from gui.settings_page.parts import attempt, told, writable
from gui.widgets import Card, button, follow_language, say_on
from models import choices
from models.fold import clean, fold
from models.lists import STOCK
from models.store.settings import keep_item
from models.text import mark, say

TITLES = {
    "field": mark("Fields of cooperation"),
    "admin_level": mark("Administrative levels"),
    "partner_kind": mark("Kinds of partners"),
    "agreement_kind": mark("Kinds of agreements"),
    "delegation_level": mark("Levels of delegations"),
    "purpose": mark("Purposes of delegations"),
    "funding": mark("Sources of funding"),
    "currency": mark("Currencies"),
    "scope": mark("Scopes of opening balances"),
}
HEADS = (mark("In use"), mark("Vietnamese"), mark("English"))
USED, VIETNAMESE, ENGLISH = range(3)
ROWS = 9


class ListsCard(Card):
    """One list at a time; a change is kept when its cell is left."""

    def __init__(self) -> None:
        """Show the first list."""
        super().__init__(mark("Lists"))
        words = mark("Take the tick away to offer an item no more; records that have it keep it. Type to rename it.")
        self.body.addWidget(told(words))
        self.list = QComboBox()
        for name in TITLES:
            self.list.addItem("", name)
        say_on(self.list, accessible_name=mark("List"))
        self.add = button(mark("Add an item"), "plus")
        self.add.setEnabled(writable())
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addWidget(self.add)
        row.addStretch()
        self.body.addLayout(row)
        self.table = QTableWidget(0, len(HEADS))
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (VIETNAMESE, ENGLISH):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setFixedHeight(self.table.verticalHeader().defaultSectionSize() * (ROWS + 1) + 8)
        say_on(self.table, accessible_name=mark("Items of the list"))
        self.body.addWidget(self.table)
        self.list.currentIndexChanged.connect(lambda _place: self.fill())
        self.add.clicked.connect(self._begin)
        self.table.itemChanged.connect(self._keep)
        follow_language(self, self._speak)

    def _speak(self) -> None:
        for place, words in enumerate(TITLES.values()):
            self.list.setItemText(place, say(words))
        self.fill()

    def name(self) -> str:
        """Name the list that is shown."""
        return str(self.list.currentData())

    def fill(self) -> None:
        """Show the items, hidden ones too."""
        self.table.blockSignals(True)
        self.table.setHorizontalHeaderLabels([say(head) for head in HEADS])
        offered = choices.codes(self.name())
        known = [*offered, *(code for code in choices.every_code(self.name()) if code not in offered)]
        self.table.setRowCount(0)
        for code in known:
            labels = tuple(choices.item_label(self.name(), code, language) for language in ("vi", "en"))
            self._put(code, code in offered, *labels)
        self.table.blockSignals(False)

    def _put(self, code: str, used: bool, vietnamese: str, english: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        tick = QTableWidgetItem()
        tick.setCheckState(Qt.CheckState.Checked if used else Qt.CheckState.Unchecked)
        for column, item in enumerate((tick, QTableWidgetItem(vietnamese), QTableWidgetItem(english))):
            item.setData(Qt.ItemDataRole.UserRole, code)
            on = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            can = Qt.ItemFlag.ItemIsUserCheckable if column == USED else Qt.ItemFlag.ItemIsEditable
            item.setFlags(on | can if writable() else on)
            self.table.setItem(row, column, item)

    def _begin(self) -> None:
        """Add an empty row; its code is made of its Vietnamese words once they are there."""
        self.table.blockSignals(True)
        self._put("", True, "", "")
        self.table.blockSignals(False)
        index = self.table.model().index(self.table.rowCount() - 1, VIETNAMESE)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _keep(self, changed: QTableWidgetItem) -> None:
        code = str(changed.data(Qt.ItemDataRole.UserRole))
        used, vietnamese, english = self._read(changed.row())
        if not vietnamese:
            if code:
                self.fill()  # an item keeps its name
            return
        name, known = self.name(), choices.every_code(self.name())
        if any(fold(_label(name, each)) == fold(vietnamese) for each in known if each != code):
            words = say("“{item}” is already in the list. Nothing was changed.").format(item=vietnamese)
            messages.tell(self.window(), say("Not saved"), words, kind="warning")
        else:
            code = code or new_code(vietnamese, known)
            own = {"vietnamese": vietnamese, "english": english or vietnamese}
            if code in STOCK[name] and own == _stock(name, code):
                own = {"vietnamese": "", "english": ""}  # not renamed: the words stay those of the catalogue
            attempt(self, lambda: keep_item(name, code, hidden=not used, **own))
        self.fill()

    def _read(self, row: int) -> tuple[bool, str, str]:
        """Give what a row says now: offered, Vietnamese, English."""
        items = [self.table.item(row, column) for column in (USED, VIETNAMESE, ENGLISH)]
        tick, vietnamese, english = (item or QTableWidgetItem() for item in items)
        return tick.checkState() == Qt.CheckState.Checked, clean(vietnamese.text()), clean(english.text())


def _label(name: str, code: str) -> str:
    return choices.item_label(name, code, "vi")


def _stock(name: str, code: str) -> dict[str, str]:
    return {"vietnamese": say(STOCK[name][code], "vi"), "english": say(STOCK[name][code], "en")}


def new_code(words: str, known: list[str]) -> str:
    """Make a code of an item's words that no other item has."""
    stem = re.sub(r"[^a-z0-9]+", "_", fold(words)).strip("_")[:24] or "muc"
    return next(code for n in range(1, 10_000) if (code := stem if n == 1 else f"{stem}_{n}") not in known)
