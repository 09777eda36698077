"""What came of a salvage: the new office, what is missing in words, and whether it takes the place of the old one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from gui.messages.boxes import Asked, prepared_answer
from gui.widgets import button, label, say_on
from gui.widgets.sizes import resize_within
from gui.widgets.texts import words
from models.reading import show_number
from models.salvage import Salvaged
from models.text import mark, say

TITLE = mark("What could be read is saved")
_MADE = mark("{n} records were written into a new office: {path}")
_MISSING = mark("Not whole any more:")
_ALL = mark("Nothing that was read had to be left out.")
SIZE = (620, 420)


def tell_result(parent: QWidget, made: Salvaged) -> bool:
    """Tell what was salvaged and what was not; True where it shall take the place of the damaged office."""
    told = say(_MADE).format(n=show_number(sum(made.survey.records.values())), path=made.path)
    answer = prepared_answer(Asked(say(TITLE), "\n".join([told, *made.told]), ("use", "leave")))
    if answer is not None:
        return answer == "use"
    dialog = Result(parent, told, made.told)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return chosen


class Result(QDialog):
    """Lists what lost what it belonged to."""

    def __init__(self, parent: QWidget, told: str, missing: tuple[str, ...]) -> None:
        """Show the list."""
        super().__init__(parent)
        say_on(self, window_title=TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(TITLE, "heading"))
        column.addWidget(words(told))
        column.addWidget(words(say(_MISSING if missing else _ALL), "muted"))
        self.list = QListWidget()
        self.list.addItems(missing)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say_on(self.list, accessible_name=_MISSING)
        self.list.setVisible(bool(missing))
        column.addWidget(self.list, 1)
        column.addStretch()
        self.use, leave = button(mark("&Use it in place of the damaged office"), kind="primary"), button(mark("&Back"))
        self.use.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        feet = QHBoxLayout()
        feet.addStretch()
        feet.addWidget(leave)
        feet.addWidget(self.use)
        column.addLayout(feet)
        resize_within(self, SIZE[0], SIZE[1] if missing else 220)
