"""Papers of records and printed lists: preview, printer, PDF."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QWidget

from gui import messages
from gui.output import saving
from gui.output.notice import say_saved
from gui.output.personal import note_output
from gui.printing import Printable, PrintError, paint, save_pdf
from gui.printing.preview import Preview
from models import store
from models.delegations import Delegation
from models.files import WriteRefused
from models.kinds import Page
from models.paper.records import list_paper, paper_for
from models.reading import show_number
from models.record import Record
from models.store import Question
from models.text import mark, say

MANY = 2000
"""Rows of a list from which on printing is asked for once more."""
PDF, PASSPORTS = mark("Save as PDF"), mark("With passport numbers")


class RecordPreview(Preview):
    """Shows a record's paper before it is printed; passport numbers come on it only while they are ticked."""

    def __init__(self, parent: QWidget | None, record: Record) -> None:
        """Show the paper without passport numbers."""
        self.record = record
        self.thing = paper_for(record.kind, record)
        super().__init__(self.thing, parent, lambda: save_as_pdf(self, self.thing, _name(record)))
        self.paintRequested.disconnect()  # Preview keeps to the paper it was given; this one may change
        self.paintRequested.connect(lambda printer: paint(self.thing, printer))
        bar = self.findChild(QToolBar)
        if bar is not None and isinstance(record, Delegation) and any(member.passport for member in record.members):
            self.passports = QAction(say(PASSPORTS), self)
            self.passports.setCheckable(True)
            self.passports.toggled.connect(self._with_passports)
            bar.addAction(self.passports)

    def _with_passports(self, ticked: bool) -> None:
        if ticked:
            note_output(_name(self.record))
        self.thing = paper_for(self.record.kind, self.record, with_passports=ticked)
        self._update()

    def _update(self) -> None:
        from PySide6.QtPrintSupport import QPrintPreviewWidget

        for each in self.findChildren(QPrintPreviewWidget):
            each.updatePreview()


def print_record(parent: QWidget, record: Record) -> None:
    """Show the paper of a delegation, an agreement or an action, to be printed or saved."""
    _show(parent, lambda: RecordPreview(parent, record))


def print_paper(parent: QWidget, paper: Printable, name: str) -> None:
    """Show a paper made elsewhere, to be printed or saved under a name."""
    _show(parent, lambda: Preview(paper, parent, lambda: save_as_pdf(parent, paper, name)))


def print_list(parent: QWidget, page: Page, question: Question, columns: Sequence[str] = ()) -> None:
    """Show a list as a register, to be printed or saved; the actions come grouped by who leads."""
    count = store.count(page, question)
    if count > MANY and not _agreed(parent, count):
        return
    thing = list_paper(page, question, columns)
    _show(parent, lambda: Preview(thing, parent, lambda: save_as_pdf(parent, thing, say(page.title))))


def _agreed(parent: QWidget, count: int) -> bool:
    words = say("This list has {n} rows, some {pages} pages. A workbook may serve better.")
    text = words.format(n=show_number(count), pages=show_number(count // 25))
    buttons = {"print": say("&Print all the same"), "leave": say("&Do not print")}
    return messages.ask(parent, say("A long list"), text, buttons) == "print"


def _show(parent: QWidget, make: Callable[[], Any]) -> None:
    try:
        preview = make()
        preview.exec()
        preview.deleteLater()
    except PrintError as trouble:
        messages.tell(parent, say("Not printed"), str(trouble), kind="warning")


def save_as_pdf(parent: QWidget, thing: Printable, name: str, path: Path | None = None) -> None:
    """Save a paper as PDF, in the place given or asked for."""
    path = path or saving.choose(parent, say(PDF), saving.proposed(name, ".pdf"))
    if path is None:
        return
    try:
        save_pdf(thing, path)
    except (PrintError, WriteRefused) as trouble:
        saving.choose_another(
            parent, say(PDF), path, str(trouble), lambda other: save_as_pdf(parent, thing, name, other)
        )
    else:
        say_saved(parent, say("Saved: {file}.").format(file=path.name), path)


def _name(record: Record) -> str:
    return " ".join(part for part in (getattr(record, "code", None), record.heading) if part)
