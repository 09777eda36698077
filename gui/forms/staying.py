"""The fields of a form stay where they are on the screen when what is said above them grows or shrinks."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Staying(QObject):
    """Scrolls a form by as much as its first section moved."""

    def __init__(self, area: QScrollArea, first: QWidget) -> None:
        """Watch the ``first`` section."""
        super().__init__(area)
        self.on = False  # only while somebody types: what a refused save says above is to be seen
        self._area, self._first = area, first
        first.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.on and isinstance(event, QMoveEvent) and event.oldPos().y() > 0:
            by, bar = event.pos().y() - event.oldPos().y(), self._area.verticalScrollBar()
            wished = bar.value() + by
            # What appears above is pushed out of sight only where one does not look at that place anyway.
            if by and (by < 0 or bar.value() >= event.oldPos().y()):
                bar.setValue(wished)
                QTimer.singleShot(0, bar, lambda: bar.setValue(wished))  # the bar learns its new length after this
        return False
