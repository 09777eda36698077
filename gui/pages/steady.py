"""A table that stays put under the pointer: no click moves it sideways, nor is lost on the current row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

_ENSURE = QAbstractItemView.ScrollHint.EnsureVisible


class SteadyTable(QTableView):
    """Tells of a click on the row that was chosen already; only keys move it sideways to another cell."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._again = self._by_key = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        row, pressed = self.currentIndex().row(), self.indexAt(event.position().toPoint()).row()
        self._again = plain and row == pressed >= 0 and self.selectionModel().isRowSelected(row)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        again, self._again = self._again, False
        if again and self.indexAt(event.position().toPoint()).row() == self.currentIndex().row():
            self.again.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        super().keyPressEvent(event)
        self._by_key = False

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = _ENSURE
    ) -> None:
        sideways = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if not self._by_key:
            self.horizontalScrollBar().setValue(sideways)
