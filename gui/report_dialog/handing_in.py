"""Handing a report in: what is frozen is said first, a note is asked, the gathering runs beside the window."""

import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gui import messages
from gui.editors.typing_dialog import TypingDialog
from gui.output import writing
from gui.widgets import button, label, say_on
from gui.widgets.sizes import resize_within
from gui.widgets.texts import words
from models import frozen, store
from models.errors import OfficeRefused
from models.frozen import Frozen
from models.reports.periods import Period
from models.reports.tongues import of_cells
from models.text import mark, say

TITLE, NOTE = mark("Hand in the report"), mark("Note (to whom, number and date of the letter)")
WHAT = mark(
    "The report is kept as it stands now: its figures, its registers and the records behind each figure. Nobody can "
    "change or delete it. Personal details are never in it. Later the program shows what has changed since."
)


class HandInDialog(TypingDialog):
    """Says what is handed in and asks for a note."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        """Show the report's title and its period."""
        super().__init__(parent)
        say_on(self, window_title=TITLE)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        say_on(self.note, accessible_name=NOTE)
        head = label(NOTE, "small")
        head.setBuddy(self.note)
        self.take, leave = button(mark("&Hand in"), "stamp", "primary"), button(mark("Cancel", "dialog"))
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        feet = QHBoxLayout()
        feet.addStretch()
        feet.addWidget(leave)
        feet.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (words(title, "heading"), words(say(WHAT), "muted"), head, self.note):
            column.addWidget(part)
        column.addLayout(feet)
        resize_within(self, 560, 320)
        self.note.setFocus()

    def typed(self) -> bool:
        """Tell whether there is a note."""
        return bool(self.note.toPlainText())


def hand_in(
    parent: QWidget, name: str, title: str, period: Period, language: str, done: Callable[[Frozen], None]
) -> None:
    """Ask, gather a report in a process of its own, keep it, and call ``done`` with it."""
    asked = HandInDialog(parent, f"{title}, {period.name()}")
    agreed = asked.exec() == QDialog.DialogCode.Accepted
    note = asked.note.toPlainText()
    asked.deleteLater()
    if not agreed:
        return
    folder = tempfile.mkdtemp(prefix="bang-giao-")
    told = {
        "work": "hand_in",
        "name": name,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "titles": language,
        "language": of_cells(language),
        "path": str(Path(folder) / "report"),
    }
    saying = say(mark("Gathering what is handed in ({period})…")).format(period=period.name())
    made = writing.write(parent, told, saying, partial(_keep, parent, note, done), partial(_refuse, parent))
    for over in (made.ended, made.refused):
        over.connect(lambda _told: shutil.rmtree(folder, ignore_errors=True))


def _keep(parent: QWidget, note: str, done: Callable[[Frozen], None], gathered: Path) -> None:
    try:
        kept = frozen.keep(gathered.read_bytes(), note)
    except OfficeRefused as error:
        _refuse(parent, str(error))
    else:
        done(kept)


def _refuse(parent: QWidget, why: str) -> None:
    messages.tell(parent, say(mark("The report was not handed in")), why)


def may_hand_in() -> bool:
    """Tell whether the open office takes a report now."""
    session = store.current()
    return session is not None and not session.read_only
