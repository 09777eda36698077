"""The tasks of a checklist as a table: what, counted from which day, how far, who leads."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QWidget,
)

from gui.settings_page.parts import writable
from gui.widgets import number_box, say_on
from models import store
from models.checklists import ANCHORS, LEADS, Item
from models.fold import clean
from models.kinds import PAGES
from models.store import Question
from models.text import mark, say

HEADS = (mark("Task"), mark("Counted from"), mark("Days"), mark("Working days"), mark("Lead unit"))
TASK, ANCHOR, DAYS, WORKING, LEAD = range(5)
WIDTHS = {ANCHOR: 140, DAYS: 84, WORKING: 106, LEAD: 170}
ROWS = 7
MOST = 999
_OWN = mark("The office itself")


class _Box(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change a choice in passing


class ItemsTable(QTableWidget):
    """A row for each task."""

    def __init__(self) -> None:
        """Show no task yet."""
        super().__init__(0, len(HEADS))
        self._page = next(iter(ANCHORS))
        self._units: list[tuple[str, str]] = []
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(TASK, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self.verticalHeader().setDefaultSectionSize(40)
        self.setFixedHeight(40 * ROWS + 44)
        say_on(self, accessible_name=mark("Tasks of the template"))

    def speak(self) -> None:
        """Say the heads in the language in use."""
        self.setHorizontalHeaderLabels([say(each) for each in HEADS])

    def show_items(self, page: str, items: Sequence[Item]) -> None:
        """Show the tasks of a template."""
        self._page, self._units = page, _units(items)
        self.setRowCount(0)
        for each in items:
            self._put(each)

    def count_from(self, page: str) -> None:
        """Show the same tasks for the records of another page: days that these do not have become their first."""
        self.show_items(page, [self._fitting(each, page) for each in self.tasks()])

    @staticmethod
    def _fitting(item: Item, page: str) -> Item:
        anchor = item.anchor if item.anchor in ANCHORS[page] else ANCHORS[page][0]
        known = item.lead.startswith("unit:") or item.lead in LEADS.get(page, ())
        return Item(item.words, anchor, item.days, item.working, item.lead if known else "")

    def begin(self) -> None:
        """Add an empty task and stand in it."""
        self._put(Item("", ANCHORS[self._page][0], 0))
        self._words(self.rowCount() - 1).setFocus()

    def drop(self) -> None:
        """Take out the task on whose row one stands."""
        row = next((n for n in range(self.rowCount()) if self._holds(n)), self.currentRow())
        if row >= 0:
            self.removeRow(row)

    def tasks(self) -> tuple[Item, ...]:
        """Give the tasks that have words."""
        return tuple(item for row in range(self.rowCount()) if (item := self._read(row)).words)

    def _put(self, item: Item) -> None:
        row = self.rowCount()
        self.insertRow(row)
        words = QLineEdit(item.words)
        words.setCursorPosition(0)
        words.setToolTip(item.words)
        record = PAGES[self._page].blank()
        days_ = [(record.label(type(record).field(name)), name) for name in ANCHORS[self._page]]
        far = number_box(HEADS[DAYS], -MOST, MOST)
        far.setValue(item.days)
        tick = QCheckBox()
        tick.setChecked(item.working)
        around = QWidget()
        row_of = QHBoxLayout(around)
        row_of.setContentsMargins(10, 0, 0, 0)
        row_of.addWidget(tick)
        leads = [(say(_OWN), ""), *((say(type(record).field(n).label), n) for n in LEADS.get(self._page, ()))]
        anchor = self._choice([(say(label), name) for label, name in days_], item.anchor)
        lead = self._choice([*leads, *self._units], item.lead)
        for column, each in enumerate((words, anchor, far, around, lead)):
            say_on(tick if each is around else each, accessible_name=HEADS[column])
            each.setEnabled(writable())
            self.setCellWidget(row, column, each)

    @staticmethod
    def _choice(offered: list[tuple[str, str]], chosen: str) -> QComboBox:
        made = _Box()
        for words, code in offered:
            made.addItem(words, code)
        made.setCurrentIndex(max(made.findData(chosen), 0))
        return made

    def _words(self, row: int) -> QLineEdit:
        made = self.cellWidget(row, TASK)
        assert isinstance(made, QLineEdit)
        return made

    def _holds(self, row: int) -> bool:
        parts = [self.cellWidget(row, column) for column in range(len(HEADS))]
        focus = self.window().focusWidget()
        return any(part and focus and (part is focus or part.isAncestorOf(focus)) for part in parts)

    def _read(self, row: int) -> Item:
        anchor, far, lead = (self.cellWidget(row, column) for column in (ANCHOR, DAYS, LEAD))
        around = self.cellWidget(row, WORKING)
        assert isinstance(anchor, QComboBox)
        assert isinstance(far, QSpinBox)
        assert isinstance(lead, QComboBox)
        tick = around.findChild(QCheckBox) if around else None
        words = clean(self._words(row).text())
        return Item(words, anchor.currentData(), far.value(), bool(tick and tick.isChecked()), lead.currentData())


def _units(items: Sequence[Item]) -> list[tuple[str, str]]:
    """Give the units that may lead, and those that lead a task already although they are in the bin now."""
    numbers = store.find(PAGES["unit"], Question(sort="name", drafts=False))
    named = [int(item.lead.partition(":")[2]) for item in items if item.lead.startswith("unit:")]
    names = store.names("unit", [*numbers, *named])
    return [(names[number], f"unit:{number}") for number in dict.fromkeys([*numbers, *named]) if number in names]
