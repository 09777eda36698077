"""The report builder: kind of records, columns, groups and filter, with the report itself beside them."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui import look, messages, tasks
from gui.editors.typing_dialog import TypingDialog
from gui.filters import BIN, DRAFTS, Filters
from gui.report_dialog.builder.check_list import CheckList
from gui.report_dialog.making import Made, of_report
from gui.report_dialog.preview import Preview
from gui.report_dialog.troubles import sentence
from gui.widgets import button, label, say_on
from gui.widgets.sizes import resize_within
from models.checks import Complaint
from models.errors import OfficeRefused, Refused
from models.kinds import page_named
from models.reports.built import KINDS, Built, built, columns_of, groupings_of, keep, proposed_name, rename
from models.reports.periods import Period
from models.store import Question
from models.text import mark, say

PAUSE = 300  # milliseconds after the last change before the preview is made anew
NEW, CHANGE = mark("New report"), mark("Change the report")
COUNTING = mark("Only what counts in the official figures")
COUNTING_TIP = mark(
    "Ticked: records that took place and began in the period, as the annual report counts them. "
    "Not ticked: all records that touch the period."
)
ADVANCED = mark("Advanced")
NAME = mark("Name for automatic runs")
NAME_TIP = mark("By this name the report is made without the window (main.py report NAME). It follows the title.")
FORM_WIDTH = 300


class BuilderDialog(TypingDialog):
    """Puts a report together; ``kept`` is the preset once it was saved."""

    def __init__(self, parent: QWidget | None, period: Period, about: Built | None = None) -> None:
        """Begin with a preset, or with the first kind of records."""
        super().__init__(parent)
        resize_within(self, 1200, 690)
        say_on(self, window_title=CHANGE if about else NEW)
        self.kept: Built | None = None
        self._before, self._period = about, period
        self._task: tasks.Task | None = None
        self._named = about is not None  # the name was chosen, and does not follow the title
        self.title, self.name, self.kind = QLineEdit(), QLineEdit(), QComboBox()
        self.complaints: dict[str, QLabel] = {each: label("", "error") for each in ("title", "name", "page")}
        self.columns = CheckList(mark("Columns, from left to right"))
        self.groupings = CheckList(mark("A table of figures for each"))
        self.counting = QCheckBox()
        self.filters: Filters | None = None
        self.filter_complaint = label("", "error")
        self.preview = Preview()
        self.advanced = button(ADVANCED, "settings", "link")
        self.save, self.leave = button(mark("&Save the report"), "save", "primary"), button(mark("Cancel", "dialog"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._make)
        self._name_parts()
        self._lay_out()
        self._begin(about)
        self._connect()
        self._begun_with = self.about()
        self._make()
        self.title.setFocus()

    def _name_parts(self) -> None:
        say_on(self.title, accessible_name=mark("Title of the report"))
        say_on(self.name, accessible_name=NAME, tool_tip=NAME_TIP)
        say_on(self.kind, accessible_name=mark("Kind of records"))
        say_on(self.counting, text=COUNTING, accessible_name=COUNTING, tool_tip=COUNTING_TIP)
        for name in KINDS:
            page = page_named(name)
            self.kind.addItem(look.icon(page.icon, "muted"), say(page.title), name)
        self.kind.setMaxVisibleItems(20)
        for each in (*self.complaints.values(), self.filter_complaint):
            each.setWordWrap(True)
            each.hide()

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        head.setVerticalSpacing(4)
        fields = (
            (mark("Kind of records"), self.kind, "page", 3), (mark("Title of the report"), self.title, "title", 5),
            (NAME, self.name, "name", 3),
        )  # fmt: skip
        for column, (words, box, name, stretch) in enumerate(fields):
            told = label(words, "small")
            told.setBuddy(box)
            if box is self.name:
                self._of_name = (told, box)
            for row, part in enumerate((told, box, self.complaints[name])):
                head.addWidget(part, row, column)
            head.setColumnStretch(column, stretch)
        form = QVBoxLayout()
        form.setSpacing(10)
        form.addWidget(self.columns, 3)
        form.addWidget(self.groupings, 2)
        for part in (self.columns, self.groupings):
            part.setFixedWidth(FORM_WIDTH)
        self._right = QVBoxLayout()
        self._right.setSpacing(8)
        for below in (self.filter_complaint, self.counting, self.preview):
            self._right.addWidget(below)
        self._right.setStretchFactor(self.preview, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(form)
        middle.addLayout(self._right, 1)
        feet = QHBoxLayout()
        feet.addWidget(self.advanced)
        feet.addStretch()
        for part in (self.leave, self.save):
            feet.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addLayout(middle, 1)
        whole.addLayout(feet)

    def _begin(self, about: Built | None) -> None:
        about = about or Built("", "", "inbound")
        self._unfold(False)
        self.title.setText(about.title)
        self.name.setText(about.name)
        self.counting.setChecked(about.counting)
        self.kind.setCurrentIndex(self.kind.findData(about.page))
        self._offer(about)

    def _offer(self, about: Built) -> None:
        """Offer what the records of a page have."""
        page = about.of
        listed = {each.name for each in page.columns()} & {each.name for each in columns_of(page)}
        self.columns.offer(columns_of(page), about.columns or [each for each in about.shown() if each in listed])
        self.groupings.offer(groupings_of(page), about.groupings)
        if self.filters is not None:
            self._right.removeWidget(self.filters)
            self.filters.hide()
            self.filters.deleteLater()
        self.filters = Filters(page, self)
        for unwanted in (DRAFTS, BIN):  # they are in no report
            self.filters.state.removeItem(self.filters.state.findData(unwanted))
        self.filters.put(about.question)
        self.filters.changed.connect(self._pause.start)
        self._right.insertWidget(0, self.filters)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _place: self._choose_kind())
        self.title.textEdited.connect(lambda _words: self._follow_title())
        self.name.textEdited.connect(self._name_chosen)
        self.columns.changed.connect(self._pause.start)
        self.groupings.changed.connect(self._pause.start)
        self.counting.toggled.connect(lambda _on: self._pause.start())
        self.preview.stopped.connect(self._stop)
        self.preview.again.connect(self._make)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.reject)
        self.advanced.clicked.connect(lambda: self._unfold(self.name.isHidden()))

    def _choose_kind(self) -> None:
        self._offer(Built("", "", self.kind.currentData()))
        self._make()

    def _unfold(self, shown: bool) -> None:
        """Show the box of the name, or hide it: the name follows the title by itself."""
        for part in self._of_name:
            part.setVisible(shown)

    def _follow_title(self) -> None:
        if not self._named:
            self.name.setText(proposed_name(self.title.text()) if self.title.text().strip() else "")
        self._complain([])
        self._pause.start()

    def _name_chosen(self, words: str) -> None:
        self._named = bool(words)
        self._complain([])

    def about(self) -> Built:
        """Give the description as it stands in the boxes."""
        page, columns = str(self.kind.currentData()), self.columns.chosen()
        question = self.filters.question("") if self.filters else Question()
        kept = self._before.language if self._before else None
        told = (self.name.text(), self.title.text(), page, columns, self.groupings.chosen(), question)
        return Built(*told, self.counting.isChecked(), kept)

    # The preview

    def _make(self) -> None:
        """Make the report as it would be, beside the window; what was being made before is dropped."""
        self._pause.stop()
        if self._task:
            self._task.cancel()
        if not self.columns.chosen():
            self._complain([Complaint("columns", mark("Tick at least one column."))])
            self.preview.clear()
            return
        about = replace(self.about(), name="preview", title=self.title.text().strip() or say(NEW))
        self._complain([])
        self.preview.wait()
        self._task = tasks.start(self, partial(_made, about, self._period), self.preview.show_made, self._fail)

    def _fail(self, fault: Exception) -> None:
        if isinstance(fault, Refused):
            self._complain(fault.complaints)
        self.preview.say_stopped(sentence(fault))

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self.preview.say_stopped()

    # Keeping it

    def _save(self) -> None:
        about = self.about()
        if not about.columns:
            self._complain([Complaint("columns", mark("Tick at least one column."))])
            return
        try:
            wrong = self._keep(about)
        except OfficeRefused as error:
            messages.tell(self, say(mark("The report was not saved")), str(error), kind="warning")
            return
        self._complain([each for each in wrong if not each.warning])
        if all(each.warning for each in wrong):
            for each in wrong:
                messages.tell(self, self.windowTitle(), each.text(), kind="warning")
            self.kept = about
            self.accept()

    def _keep(self, about: Built) -> list[Complaint]:
        before = self._before
        if before is None or before.name == about.name:
            return keep(about, replace=before is not None)
        return rename(before.name, about.name, about.title) or keep(about, replace=True)

    def _complain(self, wrong: list[Complaint]) -> None:
        """Say what is wrong beside each field; the first of them is where the keyboard goes."""
        told: dict[str, list[str]] = {}
        for each in wrong:
            told.setdefault(each.field, []).append(each.text())
        if "name" in told:
            self._unfold(True)
        for name, place in self.complaints.items():
            place.setText("\n".join(told.get(name, [])))
            place.setVisible(name in told)
            look.show_bad({"title": self.title, "name": self.name, "page": self.kind}[name], name in told)
        self.columns.complain("\n".join(told.get("columns", [])))
        self.groupings.complain("\n".join(told.get("groupings", [])))
        self.filter_complaint.setText("\n".join(told.get("question", [])))
        self.filter_complaint.setVisible("question" in told)
        first = next((each.field for each in wrong), "")
        boxes = {"title": self.title, "name": self.name, "page": self.kind, "columns": self.columns.list}
        if first in boxes and self.focusWidget() is self.save:
            boxes[first].setFocus()

    def typed(self) -> bool:
        """Tell whether the report is put together otherwise than it began."""
        return self.about() != self._begun_with

    def done(self, result: int) -> None:
        """Make nothing more once the box is closed."""
        self._pause.stop()
        if self._task:
            self._task.cancel()
        super().done(result)


def _made(about: Built, period: Period) -> Made:
    return of_report(built(about, period))
