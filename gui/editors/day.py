"""The editor of days: typed freely, read on leaving, with the weekday beside it and a calendar behind F4."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from gui import look
from gui.editors.editor import beside
from gui.editors.lines import Line, TextEditor
from models import days
from models.days import Misread
from models.fields import Described
from models.text import mark, say

OPEN = mark("Open the calendar (F4)")
_STEPS = {Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0), Qt.Key.Key_PageUp: (0, 1), Qt.Key.Key_PageDown: (0, -1)}


class _DayLine(Line):
    """A line whose arrows go by days and whose pages go by months."""

    stepped = Signal(int, int)
    today = Signal()
    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier):
            self.opened.emit()
        elif key == Qt.Key.Key_Semicolon and held == Qt.KeyboardModifier.ControlModifier:
            self.today.emit()
        elif key in _STEPS and held == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(*_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)


class DayEditor(TextEditor):
    """A day, whole or (where the field allows) partial."""

    line: _DayLine

    def __init__(self, field: Described, label: str = "", compact: bool = False) -> None:
        line = _DayLine()
        super().__init__(field, label, compact, line)
        self.beside = beside(line, right=True)
        self.beside.setHidden(compact)  # a cell has no room for the weekday: it would lie over the day
        self._open = QAction(look.icon("calendar", "muted", 16), "", self)
        self._open.triggered.connect(self.open_calendar)
        if not compact:
            line.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        line.textChanged.connect(self._tell)
        line.stepped.connect(self._step)
        line.today.connect(lambda: self.put(days.text(days.today().isoformat())))
        line.opened.connect(self.open_calendar)
        self.retranslate()

    def settle(self, value: Any) -> None:
        self.show_words(self.field.text(value))

    def retranslate(self) -> None:
        super().retranslate()
        if hasattr(self, "_open"):
            self._open.setText(say(OPEN))
            self._open.setToolTip(say(OPEN))
            self._tell()

    def open_calendar(self) -> None:
        """Open the calendar under the line, on the day typed so far or on today."""
        calendar = _Calendar(self, self.open_calendar_on())
        calendar.chosen.connect(lambda day: self.put(days.text(day)))
        calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        calendar.show()
        calendar.keep_on_screen()

    def open_calendar_on(self) -> date:
        """Give the day that the calendar shows at first."""
        return self._day() or days.today()

    def put(self, words: str) -> None:
        """Put a day there that was chosen and not typed."""
        self.show_words(words)

    def _day(self) -> date | None:
        """Give the whole day typed, or None."""
        try:
            value = self.value()
        except Misread:
            return None
        return date.fromisoformat(value) if value and len(value) == 10 else None

    def _step(self, by_days: int, by_months: int) -> None:
        day = self._day()
        if day is None:
            day = days.today()
        elif by_months:
            month = day.year * 12 + day.month - 1 + by_months
            year, month = divmod(month, 12)
            day = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        else:
            day += timedelta(days=by_days)
        self.show_words(days.text(day.isoformat()))

    def _tell(self) -> None:
        day = self._day()
        if day is None:
            self.beside.setText("")
            return
        weekday, full = say(days.WEEKDAYS[day.weekday()]), days.text(day.isoformat())
        self.beside.setText(weekday if full == self.words() else f"{weekday} {full}")


class _Calendar(QFrame):
    """A month to choose a day from; Esc closes it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look.as_part(self, "card")
        self.month = QCalendarWidget()
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._dress()
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.month.activated.connect(self._choose)
        self.month.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.month)
        self.month.setFocus()

    def _dress(self) -> None:
        """Give Saturdays, Sundays and the arrows the colours in use; Qt's own are made for a light ground."""
        quiet = QTextCharFormat()
        quiet.setForeground(look.color("bad"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, quiet)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            if arrow := self.month.findChild(QToolButton, name):
                arrow.setIcon(look.icon(icon, "muted", 16))

    def keep_on_screen(self) -> None:
        """Move up or left where the screen ends."""
        room = self.screen().availableGeometry()
        self.move(min(self.x(), room.right() - self.width()), min(self.y(), room.bottom() - self.height()))

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(day.toString(Qt.DateFormat.ISODate))
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
