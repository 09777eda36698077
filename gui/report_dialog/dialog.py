"""The annual report: choose a period, look at its figures, open what is behind them, write the workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui import look, tasks
from gui.output import write_annual
from gui.output.personal import TICK
from gui.report_dialog.figures import CODE, FIGURE, HEADS, SOURCE, VALUE, FigureModel, Index
from gui.widgets import button, follow_language, label, number_box, say_on
from gui.widgets.sizes import resize_within
from models import days
from models.days import Misread
from models.kinds import page_named
from models.reports import periods
from models.reports.figures import Figure
from models.reports.indicators import behind, rule, summary
from models.reports.periods import Period
from models.text import LANGUAGES, mark, say, spoken

Words = tuple[str, dict[str, int]]
YEARS = 1900, 2200
PAUSE = 250  # milliseconds after the last key before the figures are counted again
KINDS: tuple[tuple[Words, Callable[[int], Period]], ...] = (
    ((mark("Year to date"), {}), periods.year_to_date),
    ((mark("Calendar year"), {}), periods.calendar_year),
    ((mark("Reporting year (15/12 – 14/12)"), {}), periods.cut_off_year),
    ((mark("First half"), {}), lambda year: periods.half(year, 1)),
    ((mark("Second half"), {}), lambda year: periods.half(year, 2)),
    ((mark("First six months (15/12 – 14/06)"), {}), periods.cut_off_half),
    *(((mark("Quarter {n}"), {"n": n}), lambda year, n=n: periods.quarter(year, n)) for n in range(1, 5)),
    *(((mark("Month {n}"), {"n": n}), lambda year, n=n: periods.month(year, n)) for n in range(1, 13)),
)
SPAN = mark("From … to …")


@dataclass(frozen=True)
class Chosen:
    """The boxes of the period as they stood."""

    kind: int
    year: int
    first: str
    last: str


class ReportDialog(QDialog):
    """Shows the figures of a period while it is chosen; ``figure_opened`` carries a page, the ids and their title."""

    figure_opened = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None, chosen: Chosen | None = None) -> None:
        """Begin with what was chosen before, or with this year up to today."""
        super().__init__(parent)
        resize_within(self, 980, 600)
        self._task: tasks.Task | None = None
        self.period: Period | None = None
        self.kind, self.language = QComboBox(), QComboBox()
        self.year = number_box(mark("Year"), *YEARS)
        self.year.setGroupSeparatorShown(False)
        self.year.setValue(days.today().year)
        self.first, self.last = QLineEdit(), QLineEdit()
        self.complaint, self.told, self.rule = label("", "error"), label("", "muted"), label("", "small")
        self.passports = QCheckBox()
        self.write = button(mark("&Write the workbook…"), "file-spreadsheet", "primary")
        self.close_button = button(mark("&Close"))
        self.model = FigureModel(self)
        self.table = self._make_table()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._count)
        self._lay_out()
        self._name()
        if chosen:
            self.kind.setCurrentIndex(chosen.kind)
            self.year.setValue(chosen.year)
            self.first.setText(chosen.first)
            self.last.setText(chosen.last)
        self._connect()
        if chosen:
            self._count()
        else:
            self._choose_kind()

    def chosen(self) -> Chosen:
        """Give what stands in the boxes of the period, for the next time."""
        return Chosen(self.kind.currentIndex(), self.year.value(), self.first.text(), self.last.text())

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(look.row_height() - 6)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(FIGURE, QHeaderView.ResizeMode.Stretch)
        head.setResizeContentsPrecision(-1)  # every row counts, also those out of sight
        return table

    def _lay_out(self) -> None:
        boxes = (
            (mark("Period"), self.kind, 3), (mark("Year"), self.year, 1), (mark("From day"), self.first, 2),
            (mark("To day"), self.last, 2), (mark("Language of the workbook"), self.language, 2),
        )  # fmt: skip
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (words, box, stretch) in enumerate(boxes):
            head = label(words, "small")
            head.setBuddy(box)
            grid.addWidget(head, 0, column)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, stretch)
        foot = QHBoxLayout()
        foot.addWidget(self.passports)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.write)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addLayout(grid)
        for part in (self.complaint, self.told, self.table, self.rule):
            outer.addWidget(part)
        outer.addLayout(foot)
        for line in (self.told, self.rule):
            line.setWordWrap(True)
        self.complaint.hide()

    def _name(self) -> None:
        say_on(self, window_title=mark("Annual report"))
        say_on(self.kind, accessible_name=mark("Period"))
        say_on(self.language, accessible_name=mark("Language of the workbook"))
        say_on(self.first, accessible_name=mark("From day"))
        say_on(self.last, accessible_name=mark("To day"))
        say_on(self.table, accessible_name=mark("Figures of the period"))
        say_on(self.passports, text=TICK, accessible_name=TICK)
        for _ in (*KINDS, SPAN):
            self.kind.addItem("")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(spoken()))
        follow_language(self, self._say_again)

    def _say_again(self) -> None:
        for place, ((words, values), _) in enumerate(KINDS):
            self.kind.setItemText(place, say(words).format(**values))
        self.kind.setItemText(len(KINDS), say(SPAN))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADS) - 1)
        self.model.show(self.model.figures)
        self._tell()

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._choose_kind)
        self.year.valueChanged.connect(self._choose_kind)
        self.first.textEdited.connect(self._choose_span)
        self.last.textEdited.connect(self._choose_span)
        self.write.clicked.connect(self._write)
        self.close_button.clicked.connect(self.reject)
        self.table.selectionModel().currentChanged.connect(lambda index, _before: self._tell_rule(index))
        self.table.clicked.connect(lambda index: self._open(index) if index.column() == VALUE else None)
        self.table.doubleClicked.connect(lambda index: self._open(index) if index.column() != VALUE else None)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            enter = QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            enter.activated.connect(lambda: self._open(self.table.currentIndex()))

    # The period

    def _choose_kind(self) -> None:
        place = self.kind.currentIndex()
        if place < len(KINDS):
            self.show_period(KINDS[place][1](self.year.value()))

    def _choose_span(self) -> None:
        self.kind.setCurrentIndex(len(KINDS))
        self._pause.start()

    def show_period(self, period: Period) -> None:
        """Put a period into the boxes and count its figures."""
        self.first.setText(f"{period.first:%d/%m/}{period.first.year:04d}")
        self.last.setText(f"{period.last:%d/%m/}{period.last.year:04d}")
        self._count()

    def _read(self) -> Period:
        first, last = (days.read(box.text()) for box in (self.first, self.last))
        if not (first and last):
            raise Misread(mark("Write the first and the last day of the period."))
        if last < first:
            raise Misread(mark("The period ends before it begins."))
        return Period(date.fromisoformat(first), date.fromisoformat(last))

    def _count(self) -> None:
        if self._task:
            self._task.cancel()
        try:
            self.period = period = self._read()
        except Misread as misread:
            self.period = None
            self._complain(say(misread.args[0]))
            return
        self._complain("")
        self.told.setText(say("Counting…"))
        self._task = tasks.start(self, lambda: summary(period), self._show)

    def _complain(self, words: str) -> None:
        self.complaint.setText(words)
        self.complaint.setVisible(bool(words))
        self.write.setDisabled(bool(words))
        for box in (self.first, self.last):
            look.show_bad(box, bool(words))
        if words:
            self.model.show([])
            self.told.setText("")

    def _show(self, figures: list[Figure]) -> None:
        self.model.show(figures)
        for column in (CODE, VALUE, SOURCE):  # codes and ranges are read whole
            self.table.resizeColumnToContents(column)
        self._tell()

    def _tell(self) -> None:
        if self.period is None:
            return
        last = f"{self.period.last:%d/%m/%Y}"
        words = say("{period}. States, deadlines and agreements in force are as of {last}.")
        told = words.format(period=self.period.days_text(), last=last)
        if self.model.figures and not any(figure.value for figure in self.model.figures):
            told = say("Nothing happened in this period, and nothing was entered for it.") + " " + told
        self.told.setText(told)

    # What is done with it

    def _tell_rule(self, index: Index) -> None:
        figure = self.model.figures[index.row()] if index.isValid() else None
        self.rule.setText(f"{figure.code}: {say(rule(figure))}" if figure and rule(figure) else "")

    def _open(self, index: Index) -> None:
        if not index.isValid() or self.period is None:
            return
        figure = self.model.figures[index.row()]
        found = behind(figure, self.period)
        title = f"{figure.code} · {figure.label()} · {self.period.short()}"
        if len(found) > 1:
            self._choose(index, found, title)
        for page, ids in found if len(found) == 1 else []:
            self.figure_opened.emit(page, ids, title)

    def _choose(self, index: Index, found: list[tuple[str, list[int]]], title: str) -> None:
        """Ask which of several lists to open: records of two registers, or records and figures that were entered."""
        menu = QMenu(self)
        for page, ids in found:
            words = say("{register} ({n})").format(register=say(page_named(page).title), n=len(ids))
            act = menu.addAction(look.icon(page_named(page).icon), words)
            act.triggered.connect(lambda _on=False, page=page, ids=ids: self.figure_opened.emit(page, ids, title))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(self.table.visualRect(index).bottomLeft()))

    def _write(self) -> None:
        if self.period is not None:
            write_annual(self, self.period, self.language.currentData(), self.passports.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "table"):
            self.table.verticalHeader().setDefaultSectionSize(look.row_height() - 6)
