"""The table in which detail rows are typed: Enter goes to the next cell, the keys are those of a spreadsheet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QScrollArea, QTableView, QWidget

from gui import look
from gui.editors.editor import ICON, Editor
from gui.editors.rows.cell import Cell
from gui.editors.rows.table import Index, RowsTable
from models.discretion import HIDDEN
from models.fields import Choice, PersonalDay, PersonalText, YesNo

Held = Qt.KeyboardModifier
MOST = 15  # rows seen at once
FEW, WHOLE = 10, 170  # items of a short list are shown whole, up to this width in device-independent pixels
NUMBER = 15  # letters of the longest passport or telephone number
SQUEEZED = 0.7  # of the wished width at least; below that one scrolls
_OWN = {Qt.Key.Key_D, Qt.Key.Key_V, Qt.Key.Key_C, Qt.Key.Key_Minus, Qt.Key.Key_Z}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsView(QTableView):
    """A table of rows that is as high as it must be."""

    pasted = Signal(str)

    def __init__(self, table: RowsTable, make: Callable[..., Editor]) -> None:
        super().__init__()
        self.table = table
        self.setModel(table)
        self.cell = Cell(make, self)
        self.setItemDelegate(self.cell)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.setWordWrap(False)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed | trigger.SelectedClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        for news in (table.rowsInserted, table.rowsRemoved, table.modelReset):
            news.connect(self.fit)
        look.changed.connect(self.fit)
        self.horizontalScrollBar().valueChanged.connect(self._name_rows)
        self._passing = False  # whether Tab goes on past the table: it has just come here, or rows were pasted
        self.set_widths()
        self.fit()

    def set_widths(self) -> None:
        """Give each column the width its field asks for, a little less where all then fit."""
        letter = self.fontMetrics().averageCharWidth()
        wished: dict[int, tuple[int, int]] = {}
        for place, each in enumerate(self.table.fields):
            title = str(self.table.headerData(place, Qt.Orientation.Horizontal))
            least = self.fontMetrics().horizontalAdvance(title) + 24
            if isinstance(each, Choice) and len(codes := each.codes()) <= FEW:
                longest = max(self.fontMetrics().horizontalAdvance(each.label_of(code)) for code in codes)
                least = max(least, min(longest + 20, WHOLE))
            elif isinstance(each, PersonalText):  # while it is shown a whole number is read, beside the eye
                least = max(least, self.fontMetrics().horizontalAdvance("0" * NUMBER) + ICON + 12)
            elif isinstance(each, PersonalDay):
                least = max(least, self.fontMetrics().horizontalAdvance("00/00/0000") + ICON + 12)
            wished[place] = (least, max(each.width * letter + 12, least))
        seen = [each for place, each in wished.items() if not self.isColumnHidden(place)]
        room, by = self.viewport().width(), 1.0
        for _ in range(3):  # what some columns cannot give up, the others must
            held = sum(least for least, width in seen if width * by < least)
            by = min(1.0, (room - held) / max(sum(width for least, width in seen if width * by >= least), 1))
        by = by if by >= SQUEEZED else 1.0
        for place, (least, width) in wished.items():
            self.setColumnWidth(place, max(int(width * by), least))

    def _name_rows(self, scrolled: int) -> None:
        """Keep the names in sight: they stand before the rows once their column begins to leave."""
        if not self.table.name_rows(scrolled > 0):
            return
        self.updateGeometries()
        at, edge = self.visualRect(self.currentIndex()), self.viewport().width()
        if 0 <= at.left() < edge < at.right():  # it was just brought into sight, and there is less room now
            self.scrollTo(self.currentIndex())

    def fit(self) -> None:
        """Be as high as the rows."""
        self.verticalHeader().setDefaultSectionSize(look.row_height())
        rows = min(self.table.rowCount(), MOST)
        header = self.horizontalHeader()
        wide = header.length() + self.verticalHeader().sizeHint().width() > self.width() and self.isVisible()
        frame = 2 * self.frameWidth() + 2 + (self.horizontalScrollBar().sizeHint().height() if wide else 0)
        head = header.sizeHint().height()
        self.setFixedHeight(head + rows * look.row_height() + frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_widths()
        self.fit()

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def go_on(self, by: int) -> None:
        """Go to the next or former cell that is seen; past an empty last row, leave the table."""
        shown = [column for column in range(len(self.table.fields)) if not self.isColumnHidden(column)]
        at = self.currentIndex()
        if not at.isValid():
            return
        if by > 0 and at.row() == len(self.table.rows):
            self._leave(True)
            return
        place = at.row() * len(shown) + (shown.index(at.column()) if at.column() in shown else 0) + by
        if place < 0:
            self._leave(False)
            return
        row, column = divmod(place, len(shown))
        self._edit(row, shown[column])

    def _leave(self, forward: bool) -> None:
        self._passing = True
        self.setFocus()
        super().focusNextPrevChild(forward)

    def _edit(self, row: int, column: int) -> None:
        index = self.table.index(row, column)
        self.setFocus()
        self.setCurrentIndex(index)
        if not isinstance(self.table.fields[column], YesNo):
            self.edit(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        area = _area_around(self)
        inside = area.widget() if area else None
        if area and inside and self.hasFocus():
            # The table is as high as its rows: it is the form around it that must follow the cell.
            cell = self.viewport().mapTo(inside, self.visualRect(current).bottomLeft())
            area.ensureVisible(area.width() // 2, cell.y(), 0, 2 * look.row_height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.key() in _OWN and event.modifiers() == Held.ControlModifier
            if own or (event.key() == Qt.Key.Key_Delete and event.modifiers() == Held.NoModifier):
                event.accept()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._passing = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from cell to cell by Tab, unless it was Tab that came here."""
        if self._passing or not self.currentIndex().isValid() or self.state() == self.State.EditingState:
            return super().focusNextPrevChild(forward)
        self.go_on(1 if forward else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Held.KeypadModifier
        self._passing = False
        if held == Held.ControlModifier and key in _OWN:
            {
                Qt.Key.Key_D: self.fill_down,
                Qt.Key.Key_V: self.paste,
                Qt.Key.Key_C: self.copy,
                Qt.Key.Key_Minus: self.remove_rows,
                Qt.Key.Key_Z: self.take_back,
            }[Qt.Key(key)]()
        elif key == Qt.Key.Key_Delete:
            with self.table.deed():
                for index in self.selectedIndexes():
                    self.table.clear(index.row(), index.column())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held == Held.AltModifier:
            self.shift_row(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER and held == Held.NoModifier:
            self.go_on(1)
        elif key == Qt.Key.Key_F4 and held == Held.NoModifier:
            self._open_list()
        else:
            super().keyPressEvent(event)

    def typing(self) -> Editor | None:
        """Give the editor of the open cell where it holds something else than the table."""
        at = self.currentIndex()
        editor = self.indexWidget(at)
        if not isinstance(editor, Editor):
            return None
        value = self.table.value(at.row(), at.column())
        held = None if self.table.fields[at.column()].empty(value) else value
        return None if editor.told() == held else editor

    def _open_list(self) -> None:
        """Type into the cell one stands on, with its list or calendar open."""
        at = self.currentIndex()
        if at.isValid():
            self._edit(at.row(), at.column())
        entry = self.window().focusWidget()
        if entry is not None and entry is not self:
            QApplication.sendEvent(entry, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F4, Held.NoModifier))

    def fill_down(self) -> None:
        """Copy the first selected cell of each column into those below; one cell takes the value above it."""
        by_column: dict[int, list[int]] = {}
        for index in self.selectedIndexes() or [self.currentIndex()]:
            by_column.setdefault(index.column(), []).append(index.row())
        with self.table.deed():
            for column, rows in by_column.items():
                first, *rest = sorted(rows) if len(rows) > 1 else (rows[0] - 1, rows[0])
                for row in rest if first >= 0 else ():
                    self.table.put(row, column, self.table.value(first, column))

    def take_back(self) -> None:
        """Undo the last deed and stay on the same cell."""
        at = self.currentIndex()
        row, column = max(at.row(), 0), max(at.column(), 0)
        self.table.take_back()
        self.setCurrentIndex(self.table.index(min(row, len(self.table.rows)), column))

    def paste(self) -> None:
        """Hand over what was copied elsewhere."""
        self.pasted.emit(QGuiApplication.clipboard().text())
        self._passing = True  # with the rows there, one goes on to the next field

    def copy(self) -> None:
        """Copy the selected cells as a spreadsheet takes them."""
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column())):
            each = self.table.fields[index.column()]
            words = index.data()
            if isinstance(each, YesNo):
                words = each.text(bool(self.table.value(index.row(), index.column())))
            elif each.personal and words:
                words = HIDDEN  # personal details leave only as ticked for one output
            lines.setdefault(index.row(), []).append(str(words or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))

    def remove_rows(self) -> None:
        """Take the selected rows out."""
        with self.table.deed():
            self.table.remove([index.row() for index in self.selectedIndexes()])

    def shift_row(self, by: int) -> None:
        """Move the current row up or down."""
        at = self.currentIndex()
        with self.table.deed():
            moved = at.isValid() and self.table.shift(at.row(), by)
        if moved:
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.table.index(at.row() + by, at.column()), choose)


def _area_around(widget: QWidget) -> QScrollArea | None:
    """Give the form's scroll area in which a widget stands."""
    area = widget.parentWidget()
    while area is not None and not (isinstance(area, QScrollArea) and area.widget()):
        area = area.parentWidget()
    return area


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the form to a widget."""
    area = _area_around(widget)
    if area and widget.isVisible():
        area.ensureWidgetVisible(widget, 0, look.row_height())
