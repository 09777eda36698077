"""Passport numbers on paper or in workbooks: only for the one output they were ticked for, and always noted."""

from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.widgets import label, say_on
from models import preferences, store
from models.kinds import Page
from models.store import Closed
from models.text import mark, say

TICK = mark("With personal details (passport, birth date, telephone)")
WARNING = mark("Personal data. They go into this one file only, and the program notes who took them out.")
NOTED = "personal_output"  # the setting of the office that lists them
KEPT = 200


def personal_fields(page: Page) -> list[str]:
    """Name the personal fields of a page's own records, which its list never shows."""
    return [field.name for field in page.fields() if field.personal]


def note_output(what: str) -> None:
    """Note in the office that personal details left it; an office open for reading keeps no note."""
    entry = {"at": datetime.now().isoformat(timespec="minutes"), "who": preferences.who(), "what": what}
    try:
        store.set_setting(NOTED, [*store.setting(NOTED, []), entry][-KEPT:])
    except Closed:
        return


class PersonalQuestion(QDialog):
    """Asks, before a file is written, whether personal details go into it; the tick is never kept."""

    def __init__(self, parent: QWidget | None, words: str) -> None:
        """Say what is written; the tick is off."""
        super().__init__(parent)
        self.setWindowTitle(say("Export to Excel"))
        self.tick = QCheckBox()
        say_on(self.tick, text=TICK, accessible_name=TICK)
        what = label()
        what.setText(words)
        warning = label(WARNING, "muted")
        warning.setWordWrap(True)
        warning.setMinimumWidth(420)
        buttons = QDialogButtonBox()
        go_on = buttons.addButton(say("&Choose the file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        buttons.addButton(say("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (what, self.tick, warning, buttons):
            column.addWidget(part)
        go_on.setFocus()


def ask_personal(parent: QWidget, words: str) -> bool | None:
    """Ask whether personal details go along; None where the person gives up."""
    question = PersonalQuestion(parent, words)
    agreed = question.exec() == QDialog.DialogCode.Accepted
    ticked = question.tick.isChecked()
    question.deleteLater()
    return ticked if agreed else None
