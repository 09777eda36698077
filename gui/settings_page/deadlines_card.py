"""The days of each deadline, with where the rule comes from."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSpinBox

from gui.settings_page.parts import Rows, attempt, writable
from gui.widgets import Card, button, number_box
from models import deadlines, store
from models.text import mark

PAUSE = 400  # milliseconds after the last change before it is kept
MOST = 3650


class DeadlinesCard(Card):
    """A box for each rule; what is changed is kept in the office and counts at once."""

    def __init__(self) -> None:
        """Show the days in use."""
        super().__init__(mark("Deadlines"))
        rows = Rows(self)
        self.boxes: dict[str, QSpinBox] = {}
        for rule, (words, source) in deadlines.RULES.items():
            box = number_box(words, 0, MOST)
            box.setValue(deadlines.limit(rule))
            box.setEnabled(writable())
            rows.add(words, box, source).setWordWrap(True)
            box.setFixedWidth(110)
            rows.setAlignment(box, Qt.AlignmentFlag.AlignLeft)
            self.boxes[rule] = box
        self.usual = button(mark("Back to the usual days"), "undo-2")
        self.usual.setEnabled(writable())
        self.usual.clicked.connect(self._back)
        rows.addWidget(self.usual, rows.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        for box in self.boxes.values():
            box.valueChanged.connect(lambda _value: self._pause.start())

    def keep(self) -> None:
        """Keep the days that differ from the usual ones."""
        self._pause.stop()
        told = {rule: box.value() for rule, box in self.boxes.items()}
        own = {rule: days for rule, days in told.items() if days != deadlines.DEFAULTS[rule]}
        if own != store.setting("deadlines", {}):
            attempt(self, lambda: store.set_setting("deadlines", own))

    def _back(self) -> None:
        for rule, box in self.boxes.items():
            box.setValue(deadlines.DEFAULTS[rule])
        self.keep()
