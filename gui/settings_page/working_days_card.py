"""The days off that the program knows, the office's own days, and a calculator of working days."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from gui import messages
from gui.settings_page.parts import attempt, told, writable
from gui.widgets import Card, FlowLayout, button, follow_language, label, number_box, say_on
from models import days, store, working_days
from models.days import Misread
from models.text import mark, say

KINDS = {False: mark("Day off"), True: mark("Worked although off")}
HEADS = (mark("Day"), mark("Off or worked"))
ROWS = 5


class WorkingDaysCard(Card):
    """What the office decided otherwise than the calendar; kept in the office and counted at once."""

    def __init__(self) -> None:
        """Show the office's own days."""
        super().__init__(mark("Working days"))
        self.body.addWidget(
            told(
                mark(
                    "The program knows the public holidays of the law, the days given for those on a weekend, and some "
                    "days that the Government swapped. Where the decision of a year differs (a longer Tết, a swap, a "
                    "day of the province), write it here: it comes before the calendar."
                )
            )
        )
        self.holidays = label("", "small")
        self.holidays.setWordWrap(True)
        self.year = number_box(mark("Year"), 1990, 2100)
        self.year.setGroupSeparatorShown(False)
        self.year.setFixedWidth(110)
        self.show_year = button(mark("Show the public holidays"), "calendar-days")
        self.show_year.clicked.connect(self.tell_year)
        self.body.addLayout(_row(self.year, self.show_year))
        self.body.addWidget(self.holidays)
        self._make_list()
        self._make_calculator()
        self.year.setValue(days.today().year)
        follow_language(self, self._speak)

    def _make_list(self) -> None:
        self.day, self.kind = QLineEdit(), QComboBox()
        say_on(self.day, placeholder_text=mark("Day, like 02/01/2026"), accessible_name=mark("Day"))
        self.day.setFixedWidth(190)
        for works in KINDS:
            self.kind.addItem("", works)
        say_on(self.kind, accessible_name=mark("Off or worked"))
        self.add = button(mark("Add the day"), "plus")
        self.drop = button(mark("Remove the day"), "trash-2")
        self.add.clicked.connect(self._add)
        self.day.returnPressed.connect(self._add)
        self.drop.clicked.connect(self._drop)
        for each in (self.day, self.kind, self.add, self.drop):
            each.setEnabled(writable())
        self.body.addLayout(_row(self.day, self.kind, self.add, self.drop))
        self.table = QTableWidget(0, len(HEADS))
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setColumnWidth(0, 150)
        self.table.setFixedHeight(self.table.verticalHeader().defaultSectionSize() * (ROWS + 1) + 8)
        say_on(self.table, accessible_name=mark("Own days of the office"))
        self.body.addWidget(self.table)

    def _make_calculator(self) -> None:
        self.start, self.count, self.end = QLineEdit(), number_box(mark("Working days"), -3650, 3650), QLineEdit()
        say_on(self.start, placeholder_text=mark("From day"), accessible_name=mark("From day"))
        say_on(self.end, placeholder_text=mark("To day"), accessible_name=mark("To day"))
        for line in (self.start, self.end):
            line.setFixedWidth(130)
        self.reckon = button(mark("Add working days"), "calendar-plus")
        self.between = button(mark("Count between"), "calendar-clock")
        self.reckon.clicked.connect(self._reckon)
        self.between.clicked.connect(self._between)
        self.result = label()
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label(mark("Calculator of working days"), "muted"))
        self.body.addLayout(_row(self.start, self.count, self.reckon, self.end, self.between))
        self.body.addWidget(self.result)

    def _speak(self) -> None:
        for place, words in enumerate(KINDS.values()):
            self.kind.setItemText(place, say(words))
        self.fill()

    def fill(self) -> None:
        """Show the office's own days, the newest first."""
        self.table.setHorizontalHeaderLabels([say(head) for head in HEADS])
        self.table.setRowCount(0)
        for day, works in sorted(own_days().items(), reverse=True):
            row = self.table.rowCount()
            self.table.insertRow(row)
            shown = QTableWidgetItem(days.text(day))
            shown.setData(Qt.ItemDataRole.UserRole, day)
            self.table.setItem(row, 0, shown)
            self.table.setItem(row, 1, QTableWidgetItem(say(KINDS[works])))

    def tell_year(self) -> None:
        """Name the public holidays of the year that is chosen."""
        known = working_days.holidays_of(self.year.value())
        self.holidays.setText("; ".join(f"{day:%d/%m} {name}" for day, name in known.items()))

    def _add(self) -> None:
        day = self._read(self.day)
        if day and self._keep({**own_days(), day.isoformat(): bool(self.kind.currentData())}):
            self.day.clear()

    def _drop(self) -> None:
        item = self.table.item(self.table.currentRow(), 0)
        if item is not None:
            gone = str(item.data(Qt.ItemDataRole.UserRole))
            self._keep({day: works for day, works in own_days().items() if day != gone})

    def _keep(self, own: dict[str, bool]) -> bool:
        kept = attempt(self, lambda: store.set_setting("own_days", own))
        self.fill()
        return kept

    def _read(self, line: QLineEdit) -> date | None:
        """Read a whole day; say what is wrong with it where it cannot be read."""
        try:
            told_ = days.read(line.text())
        except Misread as misread:
            messages.tell(self.window(), say("Not a day"), say(misread.args[0]), kind="warning")
            told_ = None
        if told_ is None:
            line.setFocus()
        return date.fromisoformat(told_) if told_ else None

    def _reckon(self) -> None:
        start = self._read(self.start)
        if start:
            end = working_days.add(start, self.count.value())
            self.end.setText(f"{end:%d/%m/%Y}")
            self._tell(start, end)

    def _between(self) -> None:
        start = self._read(self.start)
        end = self._read(self.end) if start else None
        if start and end:
            self.count.setValue(working_days.between(start, end))
            self._tell(start, end)

    def _tell(self, start: date, end: date) -> None:
        words = say("{n} working days after {start}: {weekday} {end}")
        values = {"start": f"{start:%d/%m/%Y}", "end": f"{end:%d/%m/%Y}", "weekday": say(days.WEEKDAYS[end.weekday()])}
        self.result.setText(words.format(n=working_days.between(start, end), **values))


def own_days() -> dict[str, bool]:
    """Give the days on which the office decided otherwise than the calendar."""
    return dict(store.setting("own_days", working_days.DECIDED))


def _row(*parts: QWidget | QLabel) -> FlowLayout:
    row = FlowLayout()
    for part in parts:
        row.addWidget(part)
    return row
