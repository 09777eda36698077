"""The editor of detail rows: members, parties, opinions, amendments, typed or pasted from a spreadsheet."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from gui.editors.editor import Editor
from gui.editors.rows.pasting import Pasted, paste
from gui.editors.rows.refusals import Refusal
from gui.editors.rows.table import RowsTable
from gui.editors.rows.view import RowsView, bring_into_sight
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
TAKE_BACK = mark("Ctrl+Z takes it back.")
NOT_FOUND = mark("There is no such record.")


class RowsEditor(Editor):
    """A table of detail rows with its buttons under it."""

    field: Rows
    wanted_row = Signal(str, str, object)

    def __init__(self, field: Rows, make: Callable[..., Editor], label_words: str = "") -> None:
        """Edit the rows of ``field``; ``make`` gives the editor of a cell."""
        super().__init__(field, label_words)
        self.table = RowsTable(kinds.rows_of(field), self)
        self.view = RowsView(self.table, make)
        self.start(self.view)
        self.all_columns = False
        self.notice = label("", "small")
        self.trouble = label("", "error")
        self._lost: list[str] = []  # what of the pasted cells has no place in the table
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        for place, told in enumerate((self.notice, self.trouble)):
            told.setWordWrap(True)
            told.hide()
            layout.insertWidget(place, told)
        layout.addLayout(self._buttons())
        self.table.edited.connect(self._edited)
        self.table.dataChanged.connect(self._mended)
        self.table.rowsRemoved.connect(self._mended)
        self.table.modelReset.connect(self._say_nothing)
        self.view.pasted.connect(self.paste)
        self.view.cell.refused.connect(self._refuse)
        self.view.cell.wanted.connect(self._want)
        self.view.cell.typed.connect(self.changed)

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
        told = [tuple(row.value(each.name) for each in self.table.fields) for row in self.table.rows]
        told += [("refused", each.field.name, each.words) for each in self.table.refusals.cells]
        typing = self.view.typing()
        return [*told, ("cell", typing.told())] if typing else told or None

    def end_typing(self) -> None:
        """Take over what stands in the open cell, which stays open."""
        if typing := self.view.typing():
            self.view.cell.commitData.emit(typing)

    def put_words(self, row: int, name: str, words: str) -> None:
        """Put words into a cell as if they were typed there; what cannot be read is said above the table."""
        column = next(place for place, each in enumerate(self.table.fields) if each.name == name)
        each = self.table.fields[column]
        try:
            self.table.put(min(row, len(self.table.rows)), column, self._read(each, words))
        except Misread as misread:
            self._refuse(words, misread, row, column)

    def paste(self, text: str) -> None:
        """Take copied cells over: from the cell one stands on, or as new rows where they have a header."""
        at = self.view.currentIndex()
        first = max(at.column(), 0)
        seen = [
            e for place, e in enumerate(self.table.fields) if place >= first and not self.view.isColumnHidden(place)
        ]
        end = len(self.table.rows)
        done = paste(text, self.table.fields, seen, self._read)
        row = at.row() if at.isValid() and not done.header else end
        self.table.refusals.clear()
        with self.table.deed():
            filled = self.table.fill(row, done.rows)
        for place, column, words, misread in done.unread:
            self.table.refusals.add(Refusal(filled[place], row + place, column, words, misread))
        self.show_all_columns(self.all_columns)
        self._say_pasted(done)
        if done.unread:
            self.changed.emit()  # also where no cell took anything

    def _say_pasted(self, done: Pasted) -> None:
        count = sum(1 for each in done.rows if each)
        told = [say_n("{n} row pasted.", "{n} rows pasted.", count).format(n=count)]
        if count:
            told.append(say(TAKEN).format(columns=", ".join(say(each.label) for each in done.columns)))
            told.append(say(TAKE_BACK))
        self._tell(" ".join(told))
        self._lost = done.troubles
        self._show_trouble()
        # Its place is known only after the form was laid out.
        QTimer.singleShot(0, self.trouble, partial(bring_into_sight, self.trouble))

    def _tell(self, words: str) -> None:
        """Say above the table what was taken over."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _show_trouble(self) -> None:
        """Say above the table, in the colour of errors, what was not taken over and is not mended yet."""
        self.trouble.setText("\n".join([*self._lost, *(each.text() for each in self.table.refusals.cells)]))
        self.trouble.setVisible(bool(self.trouble.text()))
        self.view.viewport().update()

    def _mended(self) -> None:
        """Take back what was said of cells that hold something now; what else was lost goes with the last of it."""
        if not self.table.refusals.cells:
            self._lost = []
        self._show_trouble()

    def _say_nothing(self) -> None:
        self._lost = []
        self._tell("")
        self._show_trouble()

    def _refuse(self, words: str, why: Misread, row: int, column: int) -> None:
        self._tell("")
        detail, field = self.table.detail(row), self.table.fields[column]
        if row <= len(self.table.rows):  # beyond stand those of other rows that were pasted and took nothing
            self.table.refusals.forgive(detail, field.name)
        self.table.refusals.add(Refusal(detail, row, field, words, why))
        self._show_trouble()
        QTimer.singleShot(0, self.trouble, partial(bring_into_sight, self.trouble))

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
            with self.table.deed():
                self.table.put(row, column, record.id)
            self.view.setFocus()
            self.view.setCurrentIndex(self.table.index(row, column))

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
