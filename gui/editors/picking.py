"""A line with a list under it: typing filters the list, choosing fills the line, nothing else does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui import look
from gui.editors.editor import ICON
from gui.editors.lines import ENTER, Line
from gui.widgets import say_on
from models.text import mark

WIDEST = 380  # the list is at least this wide, so that names can be read in the cell of a table
WATCH = 40  # milliseconds between two looks whether the line of an open list has moved
OPEN = mark("Open the list (F4)")


@dataclass(frozen=True)
class Suggestion:
    """A line of the list: what is chosen, how it is called, and what tells it from its namesakes."""

    key: Any
    text: str
    beside: str = ""
    create: bool = False

    def shown(self) -> str:
        """Give the line as it stands in the list."""
        return f"{self.text}  ·  {self.beside}" if self.beside else self.text


class _Spaced(QStyledItemDelegate):
    """Gives the lines of the list the height of a table's rows, nearly."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), look.row_height() - 8)


class PickLine(Line):
    """A line of text that offers suggestions in a pop-up; the text stays exactly as typed until one is chosen."""

    picked = Signal(object)
    emptied = Signal()

    def __init__(self, suggest: Callable[[str], list[Suggestion]]) -> None:
        """Ask ``suggest`` for the list that fits the typed words ("" for the list as it opens)."""
        super().__init__()
        self._suggest = suggest
        self._completer: QCompleter | None = None
        self._model = QStringListModel(self)
        self.offered: list[Suggestion] = []
        self._place = QPoint()
        self._watch = QTimer(self, interval=WATCH)
        self._watch.timeout.connect(self._go_along)
        self.goes_on = False  # whether a choice is the end of the typing, as in the cell of a table
        self.textEdited.connect(self._offer)
        arrow = QAction(look.icon("chevron-down", "muted", 16), "", self)
        arrow.triggered.connect(self.open_list)
        self.addAction(arrow, QLineEdit.ActionPosition.TrailingPosition)

    def open_list(self) -> None:
        """Open the whole list, or close it."""
        if self.is_open():
            self.popup().hide()
        else:
            self.setFocus()
            self._offer("")

    def is_open(self) -> bool:
        """Tell whether the list is open."""
        return self._completer is not None and self.popup().isVisible()

    def popup(self) -> QListView:
        """Give the list; it is made when it is first needed."""
        if self._completer is None:
            view = QListView()
            look.as_part(view, "popup")
            view.setUniformItemSizes(True)
            view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
            self._completer = QCompleter(self._model, self)
            self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            self._completer.setMaxVisibleItems(10)
            self._completer.setPopup(view)
            view.setItemDelegate(_Spaced(view))  # the completer's own knows nothing of the style sheet
            self._completer.setWidget(self)
            self._completer.activated[QModelIndex].connect(  # type: ignore[index]
                lambda index: self._choose_by_mouse(index.row())
            )
            say_on(view, accessible_name=OPEN)
        return self._completer.popup()  # type: ignore[return-value]

    def _offer(self, words: str) -> None:
        self.offered = self._suggest(words.strip())
        view = self.popup()
        if not self.offered:
            view.hide()
            return
        self._model.setStringList([each.shown() for each in self.offered])
        assert self._completer is not None
        self._completer.complete(QRect(0, 0, max(self.width(), WIDEST), self.height() + 2))
        self._fit_list(view)
        self._place = self.mapToGlobal(QPoint(0, 0))
        self._watch.start()
        first = self._completer.completionModel().index(0, 0)
        view.setCurrentIndex(first if words.strip() and not self.offered[0].create else QModelIndex())

    def _go_along(self) -> None:
        """Keep the list at its line when the form below moves; nothing tells a widget that it was scrolled."""
        if not self.is_open():
            self._watch.stop()
        elif self.visibleRegion().isEmpty():
            self.popup().hide()
        else:
            here = self.mapToGlobal(QPoint(0, 0))
            self.popup().move(self.popup().pos() + here - self._place)
            self._place = here

    def _fit_list(self, view: QListView) -> None:
        """Be as high as the lines: the completer does not reckon with the padding of the style sheet."""
        assert self._completer is not None
        lines = min(len(self.offered), self._completer.maxVisibleItems())
        height = lines * view.sizeHintForRow(0) + view.height() - view.viewport().height()
        above = view.geometry().bottom() <= self.mapToGlobal(QPoint(0, 0)).y()
        if above:
            view.move(view.x(), view.y() + view.height() - height)
        view.resize(view.width(), height)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.offered):
            chosen = self.offered[row]
            self.popup().hide()
            self.picked.emit(chosen)

    def _choose_by_mouse(self, row: int) -> None:
        made = 0 <= row < len(self.offered) and self.offered[row].create
        self._choose(row)
        if self.goes_on and not made:
            # Once the list is closed: the cell and with it this line go away.
            QTimer.singleShot(0, self, lambda: QApplication.sendEvent(self, _enter()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._leaves_list(event):
            if not self._take_highlighted():
                # Sent anew, for an open list hands its keys past those who watch this line: the table of a cell.
                QApplication.sendEvent(self, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room, letters = self.width() - ICON - 10, self.fontMetrics()
        cut = letters.horizontalAdvance(self.text()) > room
        self.setToolTip(self.text() if cut else "")
        if cut and self.cursorPosition() == 0 and not self.hasSelectedText():
            sign = QRect(room + 6 - letters.horizontalAdvance("…"), 3, ICON - 20, self.height() - 6)
            painter = QPainter(self)
            painter.fillRect(sign, self.palette().base())
            painter.drawText(sign, Qt.AlignmentFlag.AlignVCenter, "…")

    def _leaves_list(self, event: QKeyEvent) -> bool:
        """Tell whether a key means to go on from the open list to another field."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if not self.is_open() or event.modifiers() & held:
            return False
        going = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return going or (event.key() in ENTER and (self.goes_on or not self.popup().currentIndex().isValid()))

    def _take_highlighted(self) -> bool:
        """Close the list and choose its highlighted line; tell whether that opens another form."""
        row = self.popup().currentIndex().row()
        self.popup().hide()
        self._choose(row)
        return 0 <= row < len(self.offered) and self.offered[row].create

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.is_open() and key in ENTER and self.popup().currentIndex().isValid():
            self._choose(self.popup().currentIndex().row())
        elif self.is_open() and key == Qt.Key.Key_Escape:
            self.popup().hide()
        elif not self.is_open() and (
            key == Qt.Key.Key_F4
            or (key == Qt.Key.Key_Down and held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier))
        ):
            self.open_list()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


def _enter() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
