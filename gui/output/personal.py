"""Personal details and restricted records on paper or in workbooks: as ticked for the one output, and always noted."""

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui import messages, tasks
from gui.widgets import label, say_on
from models import discretion
from models.discretion import Ticked
from models.errors import OfficeRefused
from models.kinds import Page
from models.text import mark, say

TICK = mark("With personal details (passport, birth date, telephone, private notes)")
RESTRICTED = mark("With the words of restricted records")
WARNING = mark("They go into this one file only, the file says so, and the program notes who took them out.")


def personal_fields(page: Page) -> list[str]:
    """Name the personal fields of a page's own records, which its list never shows."""
    return [field.name for field in page.fields() if field.personal]


def take_out(parent: QWidget | None, what: str, ticked: Ticked) -> bool:
    """Note in history what is about to leave; where no note can be kept, say so: then it must not leave."""
    try:
        if ticked:
            discretion.note(what, ticked)
    except OfficeRefused as refused:
        title, words = say("Not taken out"), say("It could not be noted who takes it out, so nothing was written.")
        messages.tell(parent.window() if parent else None, title, f"{words}\n\n{refused}", kind="warning")
        return False
    return True


class Ticks(QWidget):
    """The ticks of one output: never set by themselves, never kept; that of restricted records only where there are."""

    def __init__(self, parent: QWidget | None = None, *, personal: bool = True) -> None:
        """Offer what may be ticked."""
        super().__init__(parent)
        self.personal, self.restricted = QCheckBox(), QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for box, words in ((self.personal, TICK), (self.restricted, RESTRICTED)):
            say_on(box, text=words, accessible_name=words)
            column.addWidget(box)
        self.personal.setVisible(personal)
        self.restricted.hide()  # whether there are such records takes a moment to find out in a large office
        tasks.start(self, discretion.restricted, lambda found: self.restricted.setVisible(bool(found)))

    def ticked(self) -> Ticked:
        """Give what is ticked now."""
        return Ticked(self.personal.isChecked(), self.restricted.isChecked())


class PersonalQuestion(QDialog):
    """Asks, before a file is written, what goes into it besides; the ticks are never kept."""

    def __init__(self, parent: QWidget | None, words: str, *, personal: bool = True) -> None:
        """Say what is written; nothing is ticked."""
        super().__init__(parent)
        self.setWindowTitle(say("Export to Excel"))
        self.ticks = Ticks(personal=personal)
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
        for part in (what, self.ticks, warning, buttons):
            column.addWidget(part)
        go_on.setFocus()


def ask_ticks(parent: QWidget, words: str, *, personal: bool = True) -> Ticked | None:
    """Ask what goes along besides; None where the person gives up."""
    question = PersonalQuestion(parent, words, personal=personal)
    agreed = question.exec() == QDialog.DialogCode.Accepted
    ticked = question.ticks.ticked()
    question.deleteLater()
    return ticked if agreed else None
