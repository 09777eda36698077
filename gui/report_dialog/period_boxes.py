"""The boxes above a report: its period and its language."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from gui import look
from gui.report_dialog.choosing import KINDS, SPAN, YEARS, Chosen, tongues
from gui.widgets import follow_language, label, number_box, say_on
from models import days
from models.days import Misread
from models.reports.periods import Period
from models.reports.tongues import BOTH
from models.text import mark, say, spoken

PAUSE = 250  # milliseconds after the last key before the days are read
LANGUAGE = mark("Language of the report")


class PeriodBoxes(QWidget):
    """Sends ``changed`` when another period or language is chosen; ``period`` is None where the days make none."""

    changed = Signal()

    def __init__(self, chosen: Chosen | None = None) -> None:
        """Begin with what was chosen before, or with this year up to today."""
        super().__init__()
        self.period: Period | None = None
        self.kind, self.language = QComboBox(), QComboBox()
        self.year = number_box(mark("Year"), *YEARS)
        self.year.setGroupSeparatorShown(False)
        self.year.setValue(days.today().year)
        self.first, self.last = QLineEdit(), QLineEdit()
        self.complaint = label("", "error")
        self.complaint.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self._lay_out()
        self._name()
        if chosen:
            self._put(chosen)
        else:
            self._choose_kind()
        self._connect()

    def _put(self, chosen: Chosen) -> None:
        self.kind.setCurrentIndex(chosen.kind)
        self.year.setValue(chosen.year)
        self.first.setText(chosen.first)
        self.last.setText(chosen.last)
        self.language.setCurrentIndex(max(0, self.language.findData(chosen.language or spoken())))
        self._read()

    def _lay_out(self) -> None:
        boxes = (
            (mark("Period"), self.kind, 3), (mark("Year"), self.year, 1), (mark("From day"), self.first, 2),
            (mark("To day"), self.last, 2), (LANGUAGE, self.language, 2),
        )  # fmt: skip
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (words, box, stretch) in enumerate(boxes):
            name = label(words, "small")
            name.setBuddy(box)
            grid.addWidget(name, 0, column)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, stretch)
        grid.addWidget(self.complaint, 2, 2, 1, 3)
        for combo in (self.kind, self.language):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
        for line in (self.first, self.last):
            line.setMinimumWidth(100)

    def _name(self) -> None:
        say_on(self.kind, accessible_name=mark("Period"))
        say_on(self.language, accessible_name=LANGUAGE)
        say_on(self.first, accessible_name=mark("From day"))
        say_on(self.last, accessible_name=mark("To day"))
        for _ in (*KINDS, SPAN):
            self.kind.addItem("")
        for code, name in tongues():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(spoken()))
        follow_language(self, self._say_again)

    def _say_again(self) -> None:
        for place, ((words, values), _) in enumerate(KINDS):
            self.kind.setItemText(place, say(words).format(**values))
        self.kind.setItemText(len(KINDS), say(SPAN))
        for place, (_, name) in enumerate(tongues()):
            self.language.setItemText(place, name)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _place: self._choose_kind())
        self.year.valueChanged.connect(lambda _year: self._choose_kind())
        self.first.textEdited.connect(lambda _words: self._choose_span())
        self.last.textEdited.connect(lambda _words: self._choose_span())
        self.language.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def allow_both(self, allowed: bool) -> None:
        """Offer both languages at once, or not; then the first of them is chosen instead."""
        place, model = self.language.findData(BOTH), self.language.model()
        assert isinstance(model, QStandardItemModel)
        model.item(place).setEnabled(allowed)
        if not allowed and self.language.currentIndex() == place:
            self.language.blockSignals(True)
            self.language.setCurrentIndex(0)
            self.language.blockSignals(False)

    def _choose_kind(self) -> None:
        place = self.kind.currentIndex()
        if place < len(KINDS):
            period = KINDS[place][1](self.year.value())
            self.first.setText(days.written(period.first))
            self.last.setText(days.written(period.last))
            self._tell()

    def _choose_span(self) -> None:
        self.kind.setCurrentIndex(len(KINDS))
        self._pause.start()

    def _tell(self) -> None:
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        """Read the days; what is wrong with them is said below them."""
        complaint = ""
        try:
            self.period = _period(self.first.text(), self.last.text())
        except Misread as misread:
            self.period = None
            complaint = say(misread.args[0])
        self.complaint.setText(complaint)
        self.complaint.setVisible(bool(complaint))
        for box in (self.first, self.last):
            look.show_bad(box, bool(complaint))


def _period(*written: str) -> Period:
    first, last = (days.read(words) for words in written)
    if not (first and last):
        raise Misread(mark("Write the first and the last day of the period."))
    if last < first:
        raise Misread(mark("The period ends before it begins."))
    return Period(date.fromisoformat(first), date.fromisoformat(last))
