"""The calendar of a week: what the records say of it, lines of the office's own, and the way to paper."""

from dataclasses import fields
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import messages
from gui.calendar.line import LineDialog
from gui.output import print_paper
from gui.widgets import button, label, say_on, tool
from gui.widgets.sizes import resize_within
from models import days, store
from models.errors import Closed, SaveFailed
from models.paper.calendar import WEEKDAYS, calendar
from models.reports.calendar import HALVES, Entry, week_of
from models.store.calendar import CalendarLine, drop_calendar_line
from models.text import mark, say

HEADS = (mark("Day"), mark("Half of the day"), mark("Hour"), mark("Content"), mark("Chaired by"), mark("Place"))
WIDTHS = (130, 80, 60, 300, 150, 140)
CONTENT = 3
TITLE = mark("Weekly calendar")
DUE = mark("Due", "calendar")


class CalendarDialog(QDialog):
    """Shows a week; ``record_opened`` carries the kind and number of the record behind a line."""

    record_opened = Signal(str, int)

    def __init__(self, day: date | None = None, parent: QWidget | None = None) -> None:
        """Begin with the week of a day, of today where none is said."""
        super().__init__(parent)
        self.day = day or days.today()
        self.entries: list[Entry] = []
        self.setWindowTitle(say(TITLE))
        self.told = label("", "heading")
        self.before = tool("chevron-left", mark("The week before"))
        self.after = tool("chevron-right", mark("The week after"))
        self.now = button(mark("&This week"))
        self.table = _table()
        self.add = button(mark("&Add a line…"), "plus")
        self.edit = button(mark("&Edit the line…"), "pencil")
        self.drop = button(mark("&Remove the line"), "trash-2")
        self.to_record = button(mark("&Open the record"), "eye")
        self.print_button = button(mark("&Preview and print…"), "printer", "primary")
        self.close_button = button(mark("Close", "form"))
        self._lay()
        self._connect()
        resize_within(self, 1020, 600)
        self.show_week()

    def _lay(self) -> None:
        head = QHBoxLayout()
        for part in (self.before, self.after, self.now):
            head.addWidget(part)
        head.addSpacing(8)
        head.addWidget(self.told, 1)
        feet = QHBoxLayout()
        for part in (self.add, self.edit, self.drop, self.to_record):
            feet.addWidget(part)
        feet.addStretch(1)
        feet.addWidget(self.close_button)
        feet.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(feet)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.move_by(-7))
        self.after.clicked.connect(lambda: self.move_by(7))
        self.now.clicked.connect(lambda: self.move_by((days.today() - self.day).days))
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.itemActivated.connect(lambda _item: self._go())
        self.add.clicked.connect(self.write)
        self.edit.clicked.connect(self.rewrite)
        self.drop.clicked.connect(self.remove)
        self.to_record.clicked.connect(self._go)
        self.print_button.clicked.connect(self.preview)
        self.close_button.clicked.connect(self.reject)
        for keys, deed in (("Alt+Left", self.before), ("Alt+Right", self.after), ("Ctrl+P", self.print_button)):
            QShortcut(QKeySequence(keys), self).activated.connect(deed.click)

    def move_by(self, count: int) -> None:
        """Show the week that lies some days away."""
        self.day += timedelta(days=count)
        self.show_week()

    def show_week(self) -> None:
        """Read the week again."""
        week = week_of(self.day)
        told = say(mark("Week {number}, from {first} to {last}"))
        self.told.setText(told.format(number=week.number, first=f"{week.first:%d/%m/%Y}", last=f"{week.last:%d/%m/%Y}"))
        self.entries = [each for place in range(7) for each in week.of(week.first + timedelta(days=place))]
        self.entries += week.due
        self.table.setRowCount(len(self.entries))
        for row, each in enumerate(self.entries):
            day = f"{say(WEEKDAYS[each.day.weekday()])}, {each.day:%d/%m}"
            half = say(DUE) if each in week.due else say(HALVES[each.half])
            cells = (day, half, each.at, each.words, each.chair, each.place)
            for place, words in enumerate(cells):
                item = QTableWidgetItem(" ".join(words.split()))
                item.setToolTip(words)
                self.table.setItem(row, place, item)
        self._offer()

    def chosen(self) -> Entry | None:
        """Give the line that the keyboard stands on."""
        rows = self.table.selectionModel().selectedRows()
        return self.entries[rows[0].row()] if rows else None

    def _offer(self) -> None:
        session, line = store.current(), self.chosen()
        writable = session is not None and not session.read_only
        self.add.setEnabled(writable)
        for part in (self.edit, self.drop):
            part.setEnabled(writable and line is not None and not line.kind)
        self.to_record.setEnabled(line is not None and bool(line.kind))

    def _go(self) -> None:
        line = self.chosen()
        if line is not None and line.kind:
            self.record_opened.emit(line.kind, line.id)
        elif line is not None and self.edit.isEnabled():
            self.rewrite()

    def write(self) -> None:
        """Ask for a new line, on the day of the chosen one."""
        line = self.chosen()
        self._ask(LineDialog(CalendarLine((line.day if line else self.day).isoformat()), None, self))

    def rewrite(self) -> None:
        """Ask for other words of the chosen line."""
        line = self.chosen()
        if line is not None and not line.kind:
            told = {each.name: getattr(line, each.name) for each in fields(CalendarLine) if each.name != "day"}
            self._ask(LineDialog(CalendarLine(line.day.isoformat(), **told), line.id, self))

    def _ask(self, dialog: LineDialog) -> None:
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.show_week()
        dialog.deleteLater()

    def remove(self) -> None:
        """Take the chosen line out, once the person agreed."""
        line = self.chosen()
        if line is None or line.kind:
            return
        buttons = {"drop": say(mark("&Remove the line")), "leave": say(mark("&Leave it"))}
        if messages.ask(self, say(mark("Remove this line?")), line.words, buttons) != "drop":
            return
        try:
            drop_calendar_line(line.id)
        except (Closed, SaveFailed) as trouble:
            messages.tell(self, say(mark("Not done")), str(trouble), kind="warning")
        self.show_week()

    def preview(self) -> None:
        """Show the paper of the week, to be printed or saved."""
        words = mark("Weekly calendar: week {number}")
        print_paper(self, lambda: calendar(self.day), say(words).format(number=self.day.isocalendar().week))


def _table() -> QTableWidget:
    made = QTableWidget(0, len(HEADS))
    made.setHorizontalHeaderLabels([say(head) for head in HEADS])
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    head = made.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place, width in enumerate(WIDTHS):
        made.setColumnWidth(place, width)
    head.setSectionResizeMode(CONTENT, QHeaderView.ResizeMode.Stretch)
    say_on(made, accessible_name=TITLE)
    return made


def show_calendar(parent: QWidget) -> tuple[str, int] | None:
    """Show this week's calendar; give the kind and number of a record that the person wants to see."""
    dialog = CalendarDialog(None, parent)
    wanted: list[tuple[str, int]] = []

    def leave(kind: str, number: int) -> None:
        wanted.append((kind, number))
        dialog.accept()

    dialog.record_opened.connect(leave)
    dialog.exec()
    dialog.deleteLater()
    return wanted[0] if wanted else None
