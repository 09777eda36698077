"""The box of countries over a list: one is chosen in its list, several in a small window beside it."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.editors.choice import ManyEditor
from gui.widgets import button, label, tool
from gui.widgets.sizes import resize_within
from models.days import Misread
from models.fields import Many
from models.kinds import PAGES
from models.store import Question, countries_told
from models.text import mark, say

SEVERAL = mark("Choose several countries…")


def button_for_several(box: QComboBox) -> QToolButton:
    """Make the button that lets several countries be chosen for a box of countries."""

    def ask() -> None:
        dialog = CountriesDialog(box.window(), box.currentData())
        if dialog.exec():
            choose(box, dialog.codes)
        dialog.deleteLater()

    made = tool("plus", SEVERAL)
    made.clicked.connect(ask)
    return made


def choose(box: QComboBox, value: Any) -> None:
    """Choose a value of a box; what it does not offer, as a year without records or several countries, is added."""
    place = box.findData(value) if value is not None else 0
    if place < 0:
        box.addItem(countries_told(Question(country=value)) if isinstance(value, str) else str(value), value)
        place = box.count() - 1
    box.setCurrentIndex(place)


class CountriesDialog(QDialog):
    """Asks for countries; ``codes`` has a blank between them, and is None for all countries."""

    def __init__(self, parent: QWidget, codes: str | None) -> None:
        """Begin with those chosen before."""
        super().__init__(parent)
        self.setWindowTitle(say(mark("Several countries")))
        self.codes: str | None = codes
        field = PAGES["inbound"].record.field("countries")
        assert isinstance(field, Many)
        self.editor = ManyEditor(field)
        self.editor.set_value((codes or "").split())
        self.leave, self.keep = button(mark("Cancel", "dialog")), button(mark("&Show these"), "check", "primary")
        self.wrong = label("", "error")
        told = label(mark("Type a country and choose it; then the next one. The list shows records of any of them."))
        told.setWordWrap(True)
        feet = QHBoxLayout()
        feet.addWidget(self.wrong, 1)
        for part in (self.leave, self.keep):
            part.setAutoDefault(False)  # Enter takes the country that is being typed
            feet.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(told)
        column.addWidget(self.editor)
        column.addStretch()
        column.addLayout(feet)
        self.leave.clicked.connect(self.reject)
        self.keep.clicked.connect(self.take)
        resize_within(self, 460, 260)
        self.editor.setFocus()

    def take(self) -> None:
        """Take what was chosen, or say what is no country."""
        try:
            self.codes = " ".join(self.editor.value()) or None
        except Misread as error:
            self.wrong.setText(say(str(error)))
            return
        self.accept()
