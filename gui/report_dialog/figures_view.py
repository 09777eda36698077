"""The annual report in the window: its figures, each with its code, the rule of the chosen one below."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from gui import look
from gui.report_dialog.figures import CODE, FIGURE, HEADS, SOURCE, VALUE, FigureModel
from gui.report_dialog.plain import on_enter, plain_table
from gui.widgets import follow_language, label, say_on
from models.reports.figures import Figure
from models.reports.indicators import rule
from models.reports.periods import Period
from models.text import mark, say


class FiguresView(QWidget):
    """Shows figures; ``opened`` carries the place of the one whose records are wanted."""

    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        """Begin without figures."""
        super().__init__()
        self.period: Period | None = None
        self.told, self.rule = label("", "muted"), label("", "small")
        self.model = FigureModel(self)
        self.table = plain_table()
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(FIGURE, QHeaderView.ResizeMode.Stretch)
        head.setResizeContentsPrecision(-1)  # every row counts, also those out of sight
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in (self.told, self.rule):
            line.setWordWrap(True)
        for part in (self.told, self.table, self.rule):
            column.addWidget(part)
        say_on(self.table, accessible_name=mark("Figures of the period"))
        self.table.selectionModel().currentChanged.connect(lambda index, _before: self._tell_rule(index))
        self.table.clicked.connect(lambda index: self._open(index) if index.column() == VALUE else None)
        self.table.doubleClicked.connect(lambda index: self._open(index) if index.column() != VALUE else None)
        on_enter(self.table, lambda: self._open(self.table.currentIndex()))
        follow_language(self, self._say_again)

    def _say_again(self) -> None:
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADS) - 1)
        self.model.show(self.model.figures)
        self._tell()

    def wait(self) -> None:
        """Say that the figures are being counted; the pixels of those before are kept."""
        self.table.setUpdatesEnabled(False)  # painting cells asks Python, and the work beside has Python busy
        self.told.setText(say("Counting…"))

    def clear(self) -> None:
        """Show nothing: no figure of another period stays in sight."""
        self.table.setUpdatesEnabled(True)
        self.period = None
        self.model.show([])
        self.told.setText("")

    def show_figures(self, period: Period, figures: list[Figure]) -> None:
        """Show the figures of a period."""
        self.table.setUpdatesEnabled(True)
        self.period = period
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

    def _tell_rule(self, index: QModelIndex) -> None:
        figure = self.model.figures[index.row()] if index.isValid() else None
        self.rule.setText(f"{figure.base}: {say(rule(figure))}" if figure and rule(figure) else "")

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self.period is not None:
            self.opened.emit(index)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "table"):
            self.table.verticalHeader().setDefaultSectionSize(look.row_height() - 6)
