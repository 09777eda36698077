"""The box of handed-in reports: open one, see what has changed since, write its file again."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from gui import tasks
from gui.output import saving, say_saved, writing
from gui.report_dialog.frozen_tables import DifferenceTable, RecordTable, ReportTable
from gui.widgets import button, follow_language, label, say_on
from gui.widgets.sizes import resize_within
from models import frozen
from models.errors import OfficeRefused
from models.frozen import Altered, Comparison, Frozen, Touched
from models.frozen.words import counts, page_of
from models.text import mark, say

AGAIN, COMPARED = mark("Write the handed-in file"), mark("Write the comparison")
EMPTY = mark("No report of this office was handed in yet.")


class FrozenDialog(QDialog):
    """Shows handed-in reports; ``record_opened`` carries page, number and whether the record is in the bin."""

    record_opened = Signal(str, int, bool)

    def __init__(self, parent: QWidget | None = None, number: int | None = None) -> None:
        """Open one of them, or the newest."""
        super().__init__(parent)
        resize_within(self, 1080, 700)
        say_on(self, window_title=mark("Handed-in reports"))
        self.told: Comparison | None = None
        self._whole = True  # until its content is found to be altered
        self._task: tasks.Task | None = None
        self.reports, self.figures, self.records = ReportTable(), DifferenceTable(), RecordTable()
        self.changed_only = QCheckBox()
        self.changed_only.setChecked(True)
        say_on(self.changed_only, text=mark("Only what has changed"), accessible_name=mark("Only what has changed"))
        self.line, self.complaint = label("", "muted"), label("", "error")
        self.below = label("", "small")
        self.all_records = button(mark("All records that changed"), kind="link")
        self.again = button(mark("Write the handed-in file…"), "file-spreadsheet")
        self.compared = button(mark("Write the comparison…"), "file-down")
        self.close_button = button(mark("&Close"))
        self._lay_out()
        self._connect()
        follow_language(self, partial(self._fill, number))

    def _lay_out(self) -> None:
        for each in (self.line, self.complaint, self.below):
            each.setWordWrap(True)
        self.complaint.hide()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        for part, stretch in ((self.reports, 2), (self._figure_part(), 4), (self._record_part(), 4)):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, stretch)
        foot = QHBoxLayout()
        foot.addWidget(self.again)
        foot.addWidget(self.compared)
        foot.addStretch()
        foot.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(split, 1)
        outer.addLayout(foot)

    def _figure_part(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.line, 1)
        head.addWidget(self.changed_only)
        return _column(head, self.complaint, self.figures)

    def _record_part(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.below, 1)
        head.addWidget(self.all_records)
        return _column(head, self.records)

    def _connect(self) -> None:
        self.reports.itemSelectionChanged.connect(self._choose)
        self.figures.itemSelectionChanged.connect(self._show_records)
        self.changed_only.toggled.connect(lambda _on: self._show_figures())
        self.all_records.clicked.connect(self._show_all_records)
        self.records.doubleClicked.connect(lambda _index: self._open())
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            enter = QShortcut(QKeySequence(key), self.records, context=Qt.ShortcutContext.WidgetShortcut)
            enter.activated.connect(self._open)
        self.again.clicked.connect(lambda: self._write(AGAIN, "frozen"))
        self.compared.clicked.connect(lambda: self._write(COMPARED, "compared"))
        self.close_button.clicked.connect(self.reject)

    def _fill(self, number: int | None) -> None:
        found = frozen.reports()
        self.reports.show_reports(found)
        self._clear(say(EMPTY) if not found else "")
        if found:
            places = [each.id for each in found]
            self.reports.selectRow(places.index(number) if number in places else 0)

    def _clear(self, words: str, *, whole: bool = True) -> None:
        self.told, self._whole = None, whole
        self.line.setText(words)
        self.complaint.hide()
        self.figures.show_lines([], [])
        self.records.show_records([])
        self.below.clear()
        self._allow()

    def _allow(self) -> None:
        self.again.setEnabled(self._whole and self.reports.chosen() is not None)
        self.compared.setEnabled(self.told is not None)
        self.all_records.setVisible(self.figures.chosen() is not None)

    # One report

    def _choose(self) -> None:
        which: Frozen | None = self.reports.chosen()
        if which is None:
            return
        if self._task:
            self._task.cancel()
        self._clear(say("Counting…"))
        self._task = tasks.start(self, partial(frozen.compare, which), self._show, self._fail)

    def _show(self, told: Comparison) -> None:
        self.told = told
        self.line.setText(counts(told))
        self._show_figures()

    def _fail(self, fault: Exception) -> None:
        if not isinstance(fault, OfficeRefused):
            raise fault
        self._clear("", whole=not isinstance(fault, Altered))
        self.complaint.setText(str(fault))
        self.complaint.show()

    def _show_figures(self) -> None:
        if self.told is None:
            return
        some = bool(self.told.changed())
        self.changed_only.setEnabled(some)
        self.figures.show_differences(self.told, changed_only=some and self.changed_only.isChecked())
        self._show_records()

    def _show_all_records(self) -> None:
        self.figures.drop_choice()
        self._show_records()

    def _show_records(self) -> None:
        if self.told is None:
            return
        figure = self.figures.chosen()
        self.records.show_records(figure.records if figure else self.told.records)
        self.below.setText(
            say(mark("Records that changed behind “{figure}”")).format(figure=figure.label)
            if figure
            else say(mark("All records that changed; Enter opens one"))
        )
        self._allow()

    # What is done with it

    def _open(self) -> None:
        record: Touched | None = self.records.chosen()
        if record is not None:
            self.record_opened.emit(page_of(record).name, record.id, record.gone)

    def _write(self, title: str, work: str) -> None:
        which: Frozen | None = self.reports.chosen()
        if which is None:
            return
        name = which.title if work == "frozen" else say(mark("{title} – compared")).format(title=which.title)
        path = saving.choose(self, say(title), saving.proposed(name, ".xlsx"))
        if path is not None:
            self._write_to(title, {"work": work, "number": which.id}, path)

    def _write_to(self, title: str, asked: dict[str, Any], path: Path) -> None:
        def done(file: Path) -> None:
            say_saved(self, say(mark("Saved: {file}.")).format(file=file.name), file)

        def refused(why: str) -> None:
            saving.choose_another(self, say(title), path, why, partial(self._write_to, title, asked))

        words = say(mark("Writing {file}…")).format(file=path.name)
        writing.write(self, asked | {"path": str(path)}, words, done, refused)


def _column(*parts: Any) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
    return made
