"""The window of all reports: choose one and its period, look at it, open what is behind its figures, take it out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QStackedWidget, QTableView, QVBoxLayout, QWidget

from gui import look, tasks
from gui.output import print_report, write_report
from gui.output.notice import SavedNote
from gui.output.personal import Ticks
from gui.report_dialog.choosing import Chosen
from gui.report_dialog.figures_view import FiguresView
from gui.report_dialog.foot import Foot
from gui.report_dialog.frozen import FrozenDialog
from gui.report_dialog.handing_in import hand_in
from gui.report_dialog.in_words import write_in_words
from gui.report_dialog.making import Made, prepare
from gui.report_dialog.own import OwnReports
from gui.report_dialog.period_boxes import PeriodBoxes
from gui.report_dialog.preview import Preview
from gui.report_dialog.report_list import ReportList
from gui.report_dialog.troubles import sentence
from gui.templates import for_period
from gui.widgets import Elided, button, say_on
from gui.widgets.sizes import resize_within
from models.kinds import page_named
from models.reports.figures import Figure
from models.reports.indicators import behind, summary
from models.reports.names import ANNUAL
from models.reports.origins import Found, Origin
from models.reports.periods import Period
from models.reports.tongues import of_cells
from models.text import mark, say


class ReportDialog(QDialog):
    """Shows a report while it is chosen; ``figure_opened`` carries a page, the ids and their title."""

    figure_opened = Signal(str, object, str)
    record_opened = Signal(str, int, bool)  # page, number, whether it is in the bin

    def __init__(self, parent: QWidget | None = None, chosen: Chosen | None = None) -> None:
        """Begin with what was chosen before, or with the annual report of this year up to today."""
        super().__init__(parent)
        resize_within(self, 1240, 672)
        say_on(self, window_title=mark("Reports"))
        self._task: tasks.Task | None = None
        self.boxes, self.reports, self.foot = PeriodBoxes(chosen), ReportList(), Foot()
        self.toast = SavedNote(self)
        self.own = OwnReports(self.reports, lambda: self.boxes.period, self.toast)
        self.title = Elided("", "heading")
        self.template = button(mark("Office's own &template…"), "file-text", "flat")
        self.handed_in = button(mark("Handed-in &reports"), "archive", "flat")
        self.figures, self.preview, self.ticks = FiguresView(), Preview(self.title), Ticks()
        self._lay_out()
        self._connect()
        self.reports.choose(chosen.report if chosen else ANNUAL)
        if self._task is None:
            self._make()
        self.reports.list.setFocus()

    def chosen(self) -> Chosen:
        """Give what stands in the window, for the next time."""
        boxes = self.boxes
        told = (boxes.kind.currentIndex(), boxes.year.value(), boxes.first.text(), boxes.last.text())
        return Chosen(*told, self.reports.name(), boxes.language.currentData())

    @property
    def period(self) -> Period | None:
        """Give the period in the boxes, None where the days make none."""
        return self.boxes.period

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.reports)
        left.addWidget(self.own)
        self.own.setFixedWidth(self.reports.width())
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for part in (self.template, self.handed_in):
            head.addWidget(part)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.figures)
        self._stack.addWidget(self.preview)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.boxes)
        right.addLayout(head)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left)
        middle.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addLayout(middle, 1)
        outer.addWidget(self.ticks)
        outer.addLayout(self.toast.strip(0))
        outer.addWidget(self.foot)

    def _connect(self) -> None:
        self.reports.chosen.connect(lambda _name: self._make())
        self.boxes.changed.connect(self._make)
        self.own.changed.connect(self._make)
        self.figures.opened.connect(self._open_figure)
        self.preview.opened.connect(self._open_cell)
        self.preview.stopped.connect(self._stop)
        self.preview.again.connect(self._make)
        self.template.clicked.connect(self._fill_template)
        self.handed_in.clicked.connect(lambda: self.open_handed_in())
        deeds: dict[str, Callable[[], object]] = {
            "hand_in": self._hand_in,
            "in_words": self._in_words,
            "print": self._print,
            "pdf": partial(self._write, "pdf"),
            "word": partial(self._write, "docx"),
            "write": partial(self._write, "xlsx"),
            "close_button": self.reject,
        }
        for name, deed in deeds.items():
            getattr(self.foot, name).clicked.connect(lambda _on=False, deed=deed: deed())

    # Making what is shown

    def _make(self) -> None:
        """Make what is chosen beside the window; what was being made before is dropped."""
        if self._task:
            self._task.cancel()
        name, period = self.reports.name(), self.period
        self.boxes.allow_both(name != ANNUAL)
        self.title.setText(self._named())
        self._stack.setCurrentWidget(self.figures if name == ANNUAL else self.preview)
        self.foot.allow(period is not None, words=name == ANNUAL)
        self.template.setEnabled(period is not None)
        if period is None:
            self.figures.clear()
            self.preview.clear()
        elif name == ANNUAL:
            self.figures.wait()
            self._task = tasks.start(self, partial(summary, period), partial(self.figures.show_figures, period))
        else:
            self.preview.wait()
            work = partial(prepare, name, period, self.boxes.language.currentData())
            self._task = tasks.start(self, work, self._show, self._fail)

    def _named(self, language: str | None = None) -> str:
        return self.reports.entry().heading(language)

    def _show(self, made: Made) -> None:
        self.preview.show_made(made)

    def _fail(self, fault: Exception) -> None:
        self.preview.say_stopped(sentence(fault))
        self.foot.allow(False)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self.preview.say_stopped()

    # What stands behind

    def _open_figure(self, index: QModelIndex) -> None:
        assert self.period is not None
        figure: Figure = self.figures.model.figures[index.row()]
        title = f"{figure.base} · {figure.label()} · {self.period.short()}"
        self._offer(self.figures.table, index, title, behind(figure, self.period))

    def _open_cell(self, origin: Origin, index: QModelIndex) -> None:
        """Find the records beside the window, because a figure may count thousands."""
        content, period = self.preview.model.content, self.period
        if content is None or period is None:
            return
        if self.preview.model.by_rows():
            ((page, (number,)),) = origin.behind(index.row(), index.column())
            self.record_opened.emit(page, number, False)
            return
        row = [self.preview.model.words(index.row(), place) for place in range(len(content.columns))]
        named = next((words for place, words in enumerate(row) if content.columns[place].kind == "text" and words), "")
        head = content.columns[index.column()].whole_title
        title = " · ".join((f"{named} – {head}".strip(" –").replace("\n", " "), period.short()))
        work = partial(origin.behind, index.row(), index.column())
        tasks.start(self, work, partial(self._offer, self.preview.table, index, title))

    def _offer(self, table: QTableView, index: QModelIndex, title: str, found: Found) -> None:
        """Open the list of the records; where they are of two lists, ask which."""
        if len(found) == 1:
            page, ids = found[0]
            self.figure_opened.emit(page, ids, title)
        elif found:
            self._choose(table.viewport().mapToGlobal(table.visualRect(index).bottomLeft()), found, title)

    def _choose(self, place: QPoint, found: Found, title: str) -> None:
        menu = QMenu(self)
        for page, ids in found:
            words = say("{register} ({n})").format(register=say(page_named(page).title), n=len(ids))
            act = menu.addAction(look.icon(page_named(page).icon), words)
            act.triggered.connect(lambda _on=False, page=page, ids=ids: self.figure_opened.emit(page, ids, title))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    # What is done with it

    def _asked(self) -> tuple[str, str, Period, str]:
        """Give the report by its name, its title, its period and its language."""
        assert self.period is not None, "the foot allows nothing without a period"
        language = str(self.boxes.language.currentData())
        return self.reports.name(), self._named(of_cells(language)), self.period, language

    def _write(self, form: str) -> None:
        write_report(self, *self._asked(), form, self.ticks.ticked())

    def _print(self) -> None:
        print_report(self, *self._asked(), self.ticks.ticked())

    def _in_words(self) -> None:
        if self.period is not None:
            write_in_words(self, self.period, self.ticks.ticked())

    def _hand_in(self) -> None:
        hand_in(self, *self._asked(), lambda made: self.open_handed_in(made.id))

    def open_handed_in(self, number: int | None = None) -> None:
        """Show the handed-in reports, one of them compared with now."""
        box = FrozenDialog(self, number)
        box.record_opened.connect(box.close)
        box.record_opened.connect(self.record_opened)
        box.exec()
        box.deleteLater()

    def _fill_template(self) -> None:
        if self.period is not None:
            for_period(self, self.period).exec()

    def done(self, result: int) -> None:
        """Make nothing more once the window is closed."""
        if self._task:
            self._task.cancel()
        super().done(result)
