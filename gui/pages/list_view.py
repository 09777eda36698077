"""The table on a page: its columns, their widths and order, and the rows that stay chosen when data changes."""

from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QTableView, QWidget

from gui import look
from gui.pages.steady import SteadyTable
from gui.tables import PAGE, STANDING, STATE, TONE, TableModel, main_column, usual_columns
from gui.widgets import follow_language
from gui.widgets.pill_cells import PillDelegate
from gui.widgets.pills import pill_width
from models import discretion, preferences
from models.text import mark, say

NAME_SHARE, NAME_LEAST, NAME_MOST = 0.26, 240, 420  # of the list's width for the name, in device-independent pixels
PILL, PILL_MOST = "ok", 260  # a tone with a sign, and the widest column of pills
_ALONG = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
MANY = 500  # more chosen rows than these are not looked for again after a change


class ListView(SteadyTable):
    """A list of records; what a person changes about its columns is remembered."""

    sorted = Signal(str)
    chosen = Signal()

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        """Show the rows of ``model``."""
        super().__init__(parent)
        self._model = model
        self._kept: tuple[list[int], int, int] = ([], 0, 0)
        self._widths: dict[str, int] = {}
        self._fitting = False
        self.sort_by = model.page.sort
        self._keeper = QTimer(self, singleShot=True, interval=800)
        self._keeper.timeout.connect(self.remember)
        self._set_up()
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_choice)
        model.modelReset.connect(self._choose_again)
        model.modelReset.connect(self._fit_pills)
        model.dataChanged.connect(self._fit_pills)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self._recall()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerWidget(QWidget())
        self.verticalHeader().hide()
        self._pills = PillDelegate(TONE, self)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(56)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self.offer_columns(header.mapToGlobal(place)))
        header.sectionClicked.connect(self._sort)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_: self._keeper.start())
        look.changed.connect(self._dress)
        follow_language(self, lambda: self.setAccessibleName(say(self._model.page.title)))

    def _dress(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(20)
        rows.setDefaultSectionSize(look.row_height())

    # Columns

    def names(self) -> list[str]:
        """Give the columns shown, in the order shown."""
        header, columns = self.horizontalHeader(), self._model.columns
        return [columns[header.logicalIndex(place)].name for place in range(len(columns))]

    def show_columns(self, names: list[str]) -> None:
        """Show these columns in this order."""
        header = self.horizontalHeader()
        self._fitting = True
        header.restoreState(header.saveState())
        self._model.choose_columns(names)
        for place in range(len(self._model.columns)):
            header.moveSection(header.visualIndex(place), place)
            column = self._model.columns[place]
            pills = column.name in (STATE, STANDING)
            self.setItemDelegateForColumn(place, self._pills if pills else None)  # type: ignore[arg-type]
            self.setColumnWidth(place, self._widths.get(column.name, column.width))
        self._fitting = False
        self._show_sort()
        self._fit_pills()

    def offer_columns(self, place: QPoint | None = None) -> None:
        """Let the person choose columns."""
        menu = QMenu(self)
        shown = self.names()
        for name, column in self._model.known.items():
            action = menu.addAction(say(column.label))
            action.setCheckable(True)
            action.setChecked(name in shown)
            action.setEnabled(shown != [name])
            action.toggled.connect(lambda on, name=name: self.switch_column(name, on))
        menu.addSeparator()
        menu.addAction(say(mark("Usual columns"))).triggered.connect(self.usual)
        menu.exec(place or self.mapToGlobal(QPoint(0, 0)))
        menu.deleteLater()

    def switch_column(self, name: str, on: bool) -> None:
        """Add a column at the end, or take one away."""
        shown = [each for each in self.names() if each != name]
        self.show_columns([*shown, name] if on else shown)
        self._keeper.start()

    def usual(self) -> None:
        """Go back to the columns, widths and order of the first day."""
        self._widths.clear()
        self.show_columns(usual_columns(self._model.page))
        self._keeper.start()

    def _resized(self, section: int, _old: int, new: int) -> None:
        if not self._fitting and section < len(self._model.columns):
            self._widths[self._model.columns[section].name] = new
            self._keeper.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill_width()

    def _fill_width(self) -> None:
        """Give what room is left to the column of the name."""
        names = [column.name for column in self._model.columns]
        main = main_column(self._model.page)
        if main not in names:
            return
        room, others = self.viewport().width(), sum(self.columnWidth(n) for n, name in enumerate(names) if name != main)
        least = self._widths.get(main, min(max(int(room * NAME_SHARE), NAME_LEAST), NAME_MOST))
        self._fitting = True
        self.setColumnWidth(names.index(main), max(least, room - others))
        self._fitting = False

    def _fit_pills(self) -> None:
        """Make the columns of pills as wide as the longest of the first lines, where nobody set them otherwise."""
        if not self.isVisible():
            return  # done when it is shown: a hidden list does not read its lines
        lines = self._model.texts(range(min(len(self._model.ids), PAGE)))
        self._fitting = True
        for place, column in enumerate(self._model.columns):
            if column.name in (STATE, STANDING) and column.name not in self._widths:
                longest = max((pill_width(line[place], PILL, self.font()) for line in lines), default=0)
                title = self.horizontalHeader().sectionSizeHint(place)
                self.setColumnWidth(place, min(max(longest + 16, title), PILL_MOST))
        self._fitting = False
        self._fill_width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_pills()

    # Order

    def _sort(self, section: int) -> None:
        column = self._model.columns[section]
        if column.sortable:
            self.sort_by = f"-{column.name}" if self.sort_by == column.name else column.name
            self._keeper.start()
            self.sorted.emit(self.sort_by)
        self._show_sort()

    def _show_sort(self) -> None:
        names = [column.name for column in self._model.columns]
        name, down = self.sort_by.lstrip("-"), self.sort_by.startswith("-")
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(names.index(name) if name in names else -1, order)

    # Choice

    def selected_ids(self) -> list[int]:
        """Give the records chosen, in the order of the list."""
        rows = {row for part in self._parts() for row in range(part.top(), part.bottom() + 1)}
        return [self._model.ids[row] for row in sorted(rows) if row < len(self._model.ids)]

    def count_selected(self) -> int:
        """Tell how many rows are chosen."""
        return sum(part.bottom() - part.top() + 1 for part in self._parts())

    def _parts(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def current_id(self) -> int | None:
        """Give the record on whose row the cursor stands."""
        row = self.currentIndex().row()
        return self._model.ids[row] if 0 <= row < len(self._model.ids) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = self.current_id() if event.key() in _ALONG and held == Qt.KeyboardModifier.NoModifier else None
        if number is not None and not self.selectionModel().hasSelection():
            self.select(number)  # the cursor stands there without a choice, and Qt would pass over it
        else:
            super().keyPressEvent(event)

    def select(self, number: int) -> bool:
        """Choose one record; tell whether it is in the list."""
        row = self._model.row_of(number)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(self._model.index(-1, -1))
            return False
        # Not selectRow: it looks at Ctrl and Shift, which may still be held after Ctrl+Enter in a form.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), flags.ClearAndSelect | flags.Rows)
        self.scrollTo(self._model.index(row, 0))
        return True

    def stand_somewhere(self) -> None:
        """Put the cursor on the first row in sight where it stands on none: the record read may have gone."""
        row = max(self.indexAt(QPoint(0, 0)).row(), 0)
        if self.current_id() is None and row < len(self._model.ids):
            self.stand_on(self._model.ids[row])

    def stand_on(self, number: int | None) -> None:
        """Put the cursor on a record and choose nothing."""
        self.clearSelection()
        row = self._model.row_of(number) if number else -1
        place = self._model.index(row, 0) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)

    def keep_current_in_sight(self) -> None:
        """Scroll to the row of the cursor, as the list became narrower or lower."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _keep_choice(self) -> None:
        few = self.count_selected() <= MANY
        self._kept = (self.selected_ids() if few else [], self.current_id() or 0, self.verticalScrollBar().value())

    def _choose_again(self) -> None:
        chosen, current, top = self._kept
        rows = [row for row in (self._model.row_of(number) for number in chosen) if row >= 0]
        row = self._model.row_of(current) if current else -1
        self.verticalScrollBar().setValue(top)
        flags = QItemSelectionModel.SelectionFlag
        if row >= 0:
            place = self._model.index(row, 0)
            self.selectionModel().setCurrentIndex(place, flags.NoUpdate)
        last = max(0, len(self._model.columns) - 1)
        kept = QItemSelection()
        for each in rows:
            kept.select(self._model.index(each, 0), self._model.index(each, last))
        self.selectionModel().select(kept, flags.ClearAndSelect)

    def copy(self, headers: bool = False) -> int:
        """Copy the chosen rows as a table; tell how many."""
        order = [self.horizontalHeader().logicalIndex(place) for place in range(len(self._model.columns))]
        ids, hidden = discretion.outside(self._model.page.record.kind, self.selected_ids())
        rows = [self._model.row_of(number) for number in ids]
        lines = ["\t".join(texts[place] for place in order) for texts in self._model.texts(rows)]
        if headers:
            lines.insert(0, "\t".join(say(self._model.columns[place].label) for place in order))
        lines += hidden
        if rows or hidden:
            QApplication.clipboard().setText("\n".join(lines) + "\n")
        return len(rows)

    # What is remembered

    def _recall(self) -> None:
        told: dict[str, Any] = preferences.get("lists", {}).get(self._model.page.name, {})
        names = [name for name in told.get("columns", []) if name in self._model.known]
        self._widths = {name: int(width) for name, width in told.get("widths", {}).items()}
        self.sort_by = told.get("sort") or self._model.page.sort
        self._dress()
        self.show_columns(names or usual_columns(self._model.page))

    def remember(self) -> None:
        """Keep columns, widths and order for the next time."""
        self._keeper.stop()
        told = {"columns": self.names(), "widths": self._widths, "sort": self.sort_by}
        preferences.remember("lists", preferences.get("lists", {}) | {self._model.page.name: told})
