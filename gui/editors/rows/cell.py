"""The cells of a table of rows are typed into through the same editors as the form's fields."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.editors.editor import Editor
from gui.editors.picking import PickLine
from gui.editors.rows.table import RowsTable
from models.days import Misread

if TYPE_CHECKING:
    from gui.editors.rows.view import RowsView

Index = QModelIndex | QPersistentModelIndex
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Cell(QStyledItemDelegate):
    """Opens an editor in a cell; Enter and Tab go on to the next one."""

    refused = Signal(str, object, int, int)
    wanted = Signal(str, str, int, int)
    typed = Signal()

    def __init__(self, make: Callable[..., Editor], view: "RowsView") -> None:
        super().__init__(view)
        self._make, self._view = make, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)  # the style sheet's border leaves it out
        super().paint(painter, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        table = self._view.table
        row = table.rows[index.row()] if index.row() < len(table.rows) else table.kind()
        editor = self._make(table.fields[index.column()], row, compact=True)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        editor.entry.installEventFilter(self)
        if isinstance(editor.entry, PickLine):
            editor.entry.goes_on = True
        editor.changed.connect(self.typed)
        place = (index.row(), index.column())
        editor.wanted.connect(lambda kind, text: self.wanted.emit(kind, text, *place))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave alone what the editor was made with: data news must not rewrite what is being typed."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, Editor)
        assert isinstance(model, RowsTable)
        editor.leave()
        try:
            with model.deed():
                model.put(index.row(), index.column(), editor.value())
        except Misread as misread:
            self.refused.emit(editor.words().strip(), misread, index.row(), index.column())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = watched if isinstance(watched, Editor) else watched.parent()
        if not isinstance(editor, Editor) or watched is editor:
            return super().eventFilter(watched, event) if isinstance(watched, Editor) else False
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_of_the_table(editor, event):
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self._key(editor, event)
        # An open list or another program in front is no reason to end the typing.
        if (
            event.type() == QEvent.Type.FocusOut
            and not QApplication.activePopupWidget()
            and QApplication.activeWindow()
        ):
            self._close(editor)
        return False

    def _is_of_the_table(self, editor: Editor, event: QKeyEvent) -> bool:
        """Tell whether a key means the table although a cell is open.

        Ctrl+D, Ctrl+minus, Ctrl+V of more than one cell, and Ctrl+Z where nothing was typed yet.
        """
        if event.matches(QKeySequence.StandardKey.Paste):
            return any(sign in QGuiApplication.clipboard().text().strip("\r\n") for sign in "\t\n")
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() == Qt.Key.Key_Z:
            return not (isinstance(editor.entry, QLineEdit) and editor.entry.isUndoAvailable())
        return event.key() in (Qt.Key.Key_D, Qt.Key.Key_Minus)

    def _key(self, editor: Editor, event: QKeyEvent) -> bool:
        if event.key() in _ON and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._close(editor)
            self._view.go_on(1)
        elif event.key() == Qt.Key.Key_Backtab:
            self._close(editor)
            self._view.go_on(-1)
        elif event.key() == Qt.Key.Key_Escape:
            editor.entry.removeEventFilter(self)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self._view.setFocus()
        elif self._is_of_the_table(editor, event):
            self._close(editor)
            self._view.setFocus()
            self._view.keyPressEvent(event)
        else:
            return False
        return True

    def _close(self, editor: Editor) -> None:
        editor.entry.removeEventFilter(self)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
