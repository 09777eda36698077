"""One line of the weekly calendar that belongs to no record: asked for in a small form."""

from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.editors import unbound
from gui.editors.day import DayEditor
from gui.editors.lines import TextEditor
from gui.editors.long_text import LongTextEditor
from gui.editors.typing_dialog import TypingDialog
from gui.widgets import button, label, say_on
from gui.widgets.sizes import resize_within
from models.days import Misread
from models.errors import Closed, SaveFailed
from models.fields import Day, LongText, Text
from models.reports.calendar import HALVES
from models.store.calendar import MORNING, CalendarLine, keep_calendar_line
from models.text import mark, say

TEXTS = {
    "at": Text(mark("Hour")),
    "words": LongText(mark("Content"), required=True),
    "chair": Text(mark("Chaired by")),
    "persons": Text(mark("Participants")),
    "place": Text(mark("Place")),
    "prepared_by": Text(mark("Prepared by")),
}
HALF = mark("Half of the day")


class LineDialog(TypingDialog):
    """Writes a line of the calendar; accepted once it is kept."""

    def __init__(self, line: CalendarLine, number: int | None = None, parent: QWidget | None = None) -> None:
        """Show a line; ``number`` is that of one kept before."""
        super().__init__(parent)
        self.number = number
        self.setWindowTitle(say(mark("Line of the calendar")))
        self.day = DayEditor(unbound(Day(mark("Day"), required=True), "day"))
        self.half = QComboBox()
        for code, words in HALVES.items():
            self.half.addItem(say(words), code)
        say_on(self.half, accessible_name=HALF)
        self.texts: dict[str, TextEditor | LongTextEditor] = {}
        for name, field in TEXTS.items():
            self.texts[name] = (LongTextEditor if isinstance(field, LongText) else TextEditor)(unbound(field, name))
        self.wrong = label("", "error")
        self.wrong.setWordWrap(True)
        self.leave, self.keep = button(mark("Cancel", "dialog")), button(mark("&Keep the line"), "check", "primary")
        self._lay()
        self._fill(line)
        self.leave.clicked.connect(self.reject)
        self.keep.clicked.connect(self.take)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.keep.click)
        resize_within(self, 560, 520)
        self.texts["words"].setFocus()

    def _lay(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        rows: list[tuple[str, Any, QWidget]] = [(mark("Day"), self.day.entry, self.day), (HALF, self.half, self.half)]
        rows += [(field.label, self.texts[name].entry, self.texts[name]) for name, field in TEXTS.items()]
        for row, (words, buddy, editor) in enumerate(rows):
            head = label(words)
            head.setBuddy(buddy)
            grid.addWidget(head, row, 0)
            grid.addWidget(editor, row, 1)
        grid.setColumnStretch(1, 1)
        feet = QHBoxLayout()
        feet.addWidget(self.wrong, 1)
        feet.addWidget(self.leave)
        feet.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addLayout(grid, 1)
        column.addLayout(feet)

    def _fill(self, line: CalendarLine) -> None:
        self.day.set_value(line.day)
        self.half.setCurrentIndex(max(0, self.half.findData(line.half or MORNING)))
        for name, editor in self.texts.items():
            editor.set_value(getattr(line, name) or None)

    def take(self) -> None:
        """Keep the line, or say what is wrong with it."""
        try:
            day = self.day.value()
            told = {name: (editor.value() or "").strip() for name, editor in self.texts.items()}
        except Misread as misread:
            self.wrong.setText(say(misread.args[0]))
            return
        if not day or not told["words"]:
            self.wrong.setText(say(mark("Fill in the day.") if not day else mark("Write what it is about.")))
            return
        try:
            keep_calendar_line(CalendarLine(day, self.half.currentData(), **told), self.number)
        except (Closed, SaveFailed) as trouble:
            self.wrong.setText(str(trouble))
        else:
            self.accept()
