"""The editor of detail rows: members, parties, opinions, amendments, typed or pasted from a spreadsheet."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton

from gui.editors.editor import Editor
from gui.editors.rows.pasting import Pasted, paste
from gui.editors.rows.table import RowsTable
from gui.editors.rows.view import RowsView
from gui.editors.suggestions import only_namesake
from gui.widgets import FlowLayout, button, label
from models import kinds
from models.attached import Rows
from models.days import Misread
from models.fields import Described, Link
from models.record import Record
from models.text import mark, say, say_n

ALL_SHOWN, FIRST_SHOWN = 7, 6  # a kind with more columns shows the first six and those that hold something
TAKEN = mark("Columns: {columns}.")
NOT_FOUND = mark("There is no such record.")


class RowsEditor(Editor):
    """A table of detail rows with its buttons under it."""

    wanted_row = Signal(str, str, object)

    def __init__(self, field: Rows, make: Callable[..., Editor], label_words: str = "") -> None:
        """Edit the rows of ``field``; ``make`` gives the editor of a cell."""
        super().__init__(field, label_words)
        self.table = RowsTable(kinds.rows_of(field), self)
        self.view = RowsView(self.table, make)
        self.start(self.view)
        self.all_columns = False
        self.notice = label("", "small")
        self.notice.setWordWrap(True)
        self.notice.hide()
        layout = self.layout()
        assert layout is not None
        layout.addLayout(self._buttons())  # type: ignore[attr-defined]
        layout.addWidget(self.notice)
        self.table.edited.connect(self._edited)
        self.view.pasted.connect(self.paste)
        self.view.cell.refused.connect(self.tell)
        self.view.cell.wanted.connect(self._want)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(spacing=6)
        kinds_of = (
            ("plus", mark("Add row"), self.add),
            ("clipboard-paste", mark("Paste from Excel"), self.view.paste),
            ("arrow-up", mark("Move up"), partial(self.view.shift_row, -1)),
            ("arrow-down", mark("Move down"), partial(self.view.shift_row, 1)),
            ("trash-2", mark("Delete row"), self.view.remove_rows),
        )
        for icon, words, do in kinds_of:
            made = button(words, icon, "flat")
            made.clicked.connect(lambda _on=False, do=do: do())
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            row.addWidget(made)
        self.more: QPushButton = button(mark("All columns"), "columns-3", "flat")
        self.more.setCheckable(True)
        self.more.toggled.connect(self.show_all_columns)
        self.more.setVisible(len(self.table.fields) > ALL_SHOWN)
        row.addWidget(self.more)
        return row

    def add(self) -> None:
        """Go to the empty last row."""
        self.view._edit(len(self.table.rows), 0)

    def show_all_columns(self, shown: bool) -> None:
        """Show every column, or only the first ones and those that hold something."""
        self.all_columns = shown
        for place, each in enumerate(self.table.fields):
            held = any(not each.empty(row.value(each.name)) for row in self.table.rows)
            few = len(self.table.fields) <= ALL_SHOWN
            self.view.setColumnHidden(place, not (few or shown or held or place < FIRST_SHOWN))
        self.view.set_widths()
        self.view.fit()

    def read(self) -> Any:
        return list(self.table.rows)

    def nothing(self) -> Any:
        return []

    def set_value(self, value: Any) -> None:
        self.table.take(value or [])
        self.show_all_columns(self.all_columns)

    def told(self) -> Any:
        return [tuple(row.value(each.name) for each in self.table.fields) for row in self.table.rows] or None

    def paste(self, text: str) -> None:
        """Take over copied rows; a single cell goes into the cell one stands on."""
        at = self.view.currentIndex()
        first = self.table.fields[at.column()] if at.isValid() else None
        done = paste(text, self.table.kind, self.table.fields, first, self._read)
        if len(done.rows) == 1 and len(done.columns) == 1 and not done.header and at.isValid():
            self.table.put(at.row(), at.column(), done.rows[0].value(done.columns[0].name))
        else:
            self.table.insert(len(self.table.rows), done.rows)
        self.show_all_columns(self.all_columns)
        self._say_pasted(done)

    def _say_pasted(self, done: Pasted) -> None:
        count = len(done.rows)
        told = [say_n("{n} row pasted.", "{n} rows pasted.", count).format(n=count)]
        if count:
            told.append(say(TAKEN).format(columns=", ".join(say(each.label) for each in done.columns)))
        self.tell("\n".join([" ".join(told), *done.troubles]))

    def tell(self, words: str) -> None:
        """Say under the table what was or was not taken over."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _read(self, each: Described, words: str) -> Any:
        if not isinstance(each, Link):
            return each.read(words)
        found = only_namesake(each.rel_model.kind, words)
        if found is None:
            raise Misread(NOT_FOUND)
        return int(found.partition(":")[2])

    def _edited(self) -> None:
        self.changed.emit()

    def _want(self, kind: str, text: str, row: int, column: int) -> None:
        def put(record: Record) -> None:
            self.table.put(row, column, record.id)

        self.wanted_row.emit(kind, text, put)

    def leave(self) -> None:
        """Say nothing on leaving: each cell speaks for itself."""

    def mark_bad(self, bad: bool) -> None:
        """Leave the frame as it is: the sentence under the table says which row is meant."""

    def retranslate(self) -> None:
        super().retranslate()
        self.table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.table.fields) - 1)
        top, bottom = self.table.index(0, 0), self.table.index(self.table.rowCount() - 1, len(self.table.fields) - 1)
        self.table.dataChanged.emit(top, bottom)
        self.view.set_widths()

    def go_to(self, row: int) -> None:
        """Stand on a row."""
        index: QModelIndex = self.table.index(min(row, self.table.rowCount() - 1), 0)
        self.view.setCurrentIndex(index)
