"""The box for a small whole number."""

from PySide6.QtWidgets import QSpinBox

from gui.widgets.words import say_on


def number_box(words: str, low: int = 0, high: int = 9999) -> QSpinBox:
    """Make a box for a number from ``low`` to ``high``; the marked words are its accessible name."""
    made = QSpinBox()
    made.setRange(low, high)
    made.setGroupSeparatorShown(True)
    # The style sheet's padding does not reach the line inside a box with arrows.
    made.lineEdit().setTextMargins(8, 0, 0, 0)
    say_on(made, accessible_name=words)
    return made
