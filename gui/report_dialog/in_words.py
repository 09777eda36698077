"""The annual report in words: a draft in Word, its figures in sentences, from the template that the program brings."""

from PySide6.QtWidgets import QWidget

from gui.output import fill_template
from models.discretion import Ticked
from models.reports.periods import Period
from models.text import mark, say
from models.word.stock import suited

WHAT = mark("Save a draft of the written report as a Word document: the figures of the period in sentences")


def write_in_words(parent: QWidget, period: Period, ticked: Ticked) -> None:
    """Ask where to save and write the draft for a period."""
    draft = suited("")[0]
    asked = {
        "template": str(draft.path),
        "record": None,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "values": draft.language,
        "each": draft.each,
    }
    fill_template(parent, asked | ticked.asked(), f"{say(draft.title)}, {period.name()}", draft.path.suffix)
