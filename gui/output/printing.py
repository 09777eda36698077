"""Papers of records and printed lists: preview, printer, PDF."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QWidget

from gui import messages, tasks
from gui.output import saving
from gui.output.notice import say_saved
from gui.output.personal import RESTRICTED, take_out
from gui.printing import Printable, PrintError, paint, save_pdf
from gui.printing.preview import Preview
from models import discretion, store
from models.delegations import Delegation
from models.discretion import NOTHING, Ticked
from models.errors import OfficeRefused, Refused
from models.files import WriteRefused
from models.kinds import PAGES, Page
from models.paper.annex import annexes
from models.paper.records import action_list, list_paper, paper_for, speaking
from models.reading import show_number
from models.record import Record
from models.reports.catalogue import made
from models.reports.periods import Period
from models.reports.report import Report
from models.reports.tongues import of_cells
from models.store import Question
from models.text import mark, say

P = TypeVar("P", bound=Printable)
MANY = 2000
"""Rows of a list from which on printing is asked for once more."""
PDF, PASSPORTS = mark("Save as PDF"), mark("With passport numbers")
BY_SOURCE = mark("By session or other source")


class ChangingPreview(Preview):
    """Shows a paper that comes out otherwise while something in the bar is ticked."""

    def __init__(self, parent: QWidget | None, thing: Printable, name: str) -> None:
        """Show the paper as it is at first; ``name`` is what a file of it is called."""
        self.thing = thing
        super().__init__(thing, parent, lambda: save_as_pdf(self, self.thing, name))
        self.paintRequested.disconnect()  # Preview keeps to the paper it was given; this one may change
        self.paintRequested.connect(lambda printer: paint(self.thing, printer))

    def offer(self, words: str, ticked: Callable[[bool], Printable]) -> QAction | None:
        """Put a tick of marked words into the bar; it makes the paper anew."""
        bar = self.findChild(QToolBar)
        if bar is None:
            return None
        made = QAction(say(words), self)
        made.setCheckable(True)
        made.toggled.connect(lambda on: self._change(ticked(on)))
        bar.addAction(made)
        return made

    def take(self, what: str, ticked: Ticked, make: Callable[[], Printable]) -> Printable:
        """Make the paper with what was ticked, once that is noted; else it stays as it is."""
        return leaving(make, ticked) if take_out(self, what, ticked) else self.thing

    def _change(self, thing: Printable) -> None:
        from PySide6.QtPrintSupport import QPrintPreviewWidget

        self.thing = thing
        for each in self.findChildren(QPrintPreviewWidget):
            each.updatePreview()


class RecordPreview(ChangingPreview):
    """Shows a record's paper before it is printed; passport numbers come on it only while they are ticked."""

    def __init__(self, parent: QWidget | None, record: Record, *, restricted: bool = False) -> None:
        """Show the paper without passport numbers; a restricted record must have been ticked."""
        self.record, self.restricted = record, restricted
        super().__init__(parent, leaving(self._paper, Ticked(restricted=restricted)), _name(record))
        if isinstance(record, Delegation) and any(member.passport for member in record.members):
            self.passports = self.offer(PASSPORTS, self._with_passports)

    def _with_passports(self, on: bool) -> Printable:
        return self.take(_name(self.record), Ticked(on, self.restricted), self._paper)

    def _paper(self) -> Printable:
        return paper_for(self.record.kind, self.record, with_passports=discretion.ticked().personal)


class ActionsPreview(ChangingPreview):
    """Shows the list of actions, grouped by who leads, or by where the tasks come from while that is ticked."""

    def __init__(self, parent: QWidget | None, question: Question) -> None:
        """Show the actions that a question gives, by who leads."""
        super().__init__(parent, leaving(lambda: action_list(question)), say(PAGES["action"].title))

        def grouped(on: bool) -> Printable:
            return leaving(lambda: action_list(question, group_by="source" if on else "lead"))

        self.by_source = self.offer(BY_SOURCE, grouped)


class ListPreview(ChangingPreview):
    """Shows a list; restricted records come into it only while they are ticked."""

    def __init__(self, parent: QWidget | None, page: Page, question: Question, columns: Sequence[str]) -> None:
        """Show the list without restricted records."""
        name = say(page.title)

        def make() -> Printable:
            return list_paper(page, question, columns)

        super().__init__(parent, leaving(make), name)
        if page.record.kind in discretion.restricted():
            self.restricted = self.offer(RESTRICTED, lambda on: self.take(name, Ticked(restricted=on), make))


def leaving(make: Callable[[], P], ticked: Ticked = NOTHING) -> P:
    """Make a paper as it may leave the program."""
    with discretion.leaving(ticked):
        return make()


def print_record(parent: QWidget, record: Record) -> None:
    """Show the paper of a delegation, an agreement or an action, to be printed or saved."""
    restricted = discretion.is_restricted(record)
    if restricted and not (_may_leave(parent, record) and take_out(parent, _name(record), Ticked(restricted=True))):
        return
    _show(parent, lambda: RecordPreview(parent, record, restricted=restricted))


def _may_leave(parent: QWidget, record: Record) -> bool:
    words = say("“{name}” is a restricted record. Its paper leaves the program only if you want this one to.")
    buttons = {"print": say("&Print all the same"), "leave": say("&Do not print")}
    told = words.format(name=record.heading)
    return messages.ask(parent, say("A restricted record"), told, buttons, kind="warning") == "print"


def print_paper(
    parent: QWidget, make: Callable[[], Printable], name: str, word: Callable[[], None] | None = None
) -> None:
    """Show a paper made elsewhere, to be printed or saved under a name; it is made as it may leave the program.

    ``word`` is what saves it as a Word document, where something does.
    """
    paper = leaving(make)
    _show(parent, lambda: Preview(paper, parent, lambda: save_as_pdf(parent, paper, name), word))


def print_list(parent: QWidget, page: Page, question: Question, columns: Sequence[str] = ()) -> None:
    """Show a list as a register, to be printed or saved; the actions come grouped by who leads."""
    count = store.count(page, question)
    if count > MANY and not _agreed(parent, count):
        return
    if page.record.kind == "action" and not question.removed:
        _show(parent, lambda: ActionsPreview(parent, question))
        return
    _show(parent, lambda: ListPreview(parent, page, question, columns))


def print_report(parent: QWidget, name: str, title: str, period: Period, language: str, ticked: Ticked) -> None:
    """Make the paper of a report beside the window as it may leave, and show it, to be printed or saved."""
    named = f"{title}, {period.name(of_cells(language))}"
    if take_out(parent, named, ticked):
        work = partial(_report, name, period, language, ticked)
        tasks.start(parent, work, partial(_show_report, parent, named, ticked), partial(_not_made, parent))


def _not_made(parent: QWidget, why: Exception) -> None:
    """Say why a report could not be made; a fault of the program goes on to the box about faults."""
    if not isinstance(why, Refused | OfficeRefused):
        raise why
    messages.tell(parent.window(), say("Not printed"), str(why), kind="warning")


def _report(name: str, period: Period, language: str, ticked: Ticked) -> Report:
    with discretion.leaving(ticked):
        return made(name, period, language)


def _show_report(parent: QWidget, named: str, ticked: Ticked, report: Report) -> None:
    with speaking(of_cells(report.language)):  # of the whole program, therefore not beside the window
        paper = leaving(lambda: annexes(report), ticked)
    count = sum(len(each.rows) for each in paper.registers)
    if count <= MANY or _agreed(parent, count):
        _show(parent, lambda: Preview(paper, parent, lambda: save_as_pdf(parent, paper, named)))


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
