"""One rule about time in Settings: whether it counts, how far, in what, and the way back to the usual."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from gui.widgets import follow_language, number_box, say_on, tool
from models import rules
from models.rules import UNITS, Rule, Unit
from models.text import mark, say

MOST = 3650
OFFERED = tuple(UNITS)


class RuleLine(QWidget):
    """A tick, a number with its unit (or a day of the year), and "back to the usual" where it differs."""

    changed = Signal()

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        """Show a rule as it counts in this office."""
        super().__init__(parent)
        self.rule = rule
        self.on = QCheckBox()
        say_on(self.on, tool_tip=mark("Counts in this office"), accessible_name=rule.words)
        self.amount, self.month, self.unit = self._boxes()
        self.back = tool("undo-2", mark("Back to the usual"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for each in (self.on, self.amount, self.month, self.unit, self.back):
            if each is not None:
                row.addWidget(each)
        row.addStretch()
        self.put(rules.chosen(rule.key))
        self.on.toggled.connect(lambda _on: self._tell())
        for box in (self.amount, self.month):
            if box is not None:
                box.valueChanged.connect(lambda _value: self._tell())
        if self.unit is not None:
            self.unit.currentIndexChanged.connect(lambda _place: self._tell())
        self.back.clicked.connect(self.go_back)

    def _boxes(self) -> tuple[QSpinBox, QSpinBox | None, QComboBox | None]:
        if self.rule.unit == Unit.DATE:
            amount, month = number_box(mark("Day"), 1, 31), number_box(mark("Month"), 1, 12)
            follow_language(amount, lambda: amount.setPrefix(say(mark("day")) + " "))
            follow_language(month, lambda: month.setPrefix(say(mark("month")) + " "))
            return amount, month, None
        unit = QComboBox()
        for each in OFFERED:
            unit.addItem("", each)
        say_on(unit, accessible_name=mark("Counted in"))
        follow_language(unit, lambda: _name(unit))
        amount = number_box(self.rule.words, 0, MOST)
        amount.setFixedWidth(90)
        return amount, None, unit

    def put(self, value: rules.Chosen) -> None:
        """Show a value."""
        self.on.setChecked(value.on)
        if self.month is not None:
            self.amount.setValue(value.amount % 100)
            self.month.setValue(value.amount // 100)
        else:
            self.amount.setValue(value.amount)
        if self.unit is not None:
            self.unit.setCurrentIndex(OFFERED.index(value.unit))
        self._show()

    def value(self) -> rules.Chosen:
        """Give what the boxes say."""
        amount = self.amount.value() + (100 * self.month.value() if self.month is not None else 0)
        unit = Unit(self.unit.currentData()) if self.unit is not None else self.rule.unit
        return rules.Chosen(amount, unit, self.on.isChecked())

    def differing(self) -> dict[str, Any]:
        """Give what differs from the usual, as the office keeps it."""
        value, usual = self.value(), rules.usual(self.rule.key)
        told = {"amount": value.amount, "unit": value.unit.value, "on": value.on}
        before = {"amount": usual.amount, "unit": usual.unit.value, "on": usual.on}
        return {name: each for name, each in told.items() if each != before[name]}

    def go_back(self) -> None:
        """Put the usual value in."""
        self.put(rules.usual(self.rule.key))
        self.changed.emit()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.back.setVisible(bool(self.differing()))
        for each in (self.amount, self.month, self.unit):
            if each is not None:
                each.setEnabled(self.on.isChecked())


def _name(unit: QComboBox) -> None:
    for place, each in enumerate(OFFERED):
        unit.setItemText(place, say(UNITS[each]))
