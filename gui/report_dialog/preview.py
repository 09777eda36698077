"""The preview of a report: its tables one beside the other, with what stands above and below each."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.report_dialog.content_model import ContentModel
from gui.report_dialog.making import Made
from gui.report_dialog.plain import on_enter, plain_table
from gui.report_dialog.two_heads import TwoHeads
from gui.widgets import Elided, button, label, say_on
from gui.widgets.texts import words as wrapped
from models.reports.columns import Column
from models.reports.report import Content
from models.text import mark, say

LETTER, NARROWEST, WIDEST = 7.4, 48, 320  # pixels of a column's letter and of its room
PATIENCE = 300  # milliseconds before it is said that a report is being made
SPANNED = 400  # rows up to which subheadings are looked for: tables of figures, not registers
NOTHING = mark("Nothing in this period.")


class Preview(QWidget):
    """Shows a report; ``opened`` carries the origin of its table and the cell whose records are wanted."""

    opened = Signal(object, QModelIndex)
    stopped = Signal()
    again = Signal()

    def __init__(self, heading: Elided | None = None) -> None:
        """Begin without a report; ``heading`` is a label elsewhere that shows the title of the table."""
        super().__init__()
        self.made: Made | None = None
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.heading, self.below_heading = heading or Elided("", "heading"), label("", "muted")
        self._own_heading = heading is None
        self.empty = label(NOTHING, "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.model = ContentModel(self)
        self.table = plain_table()
        self.heads = TwoHeads(self.table)
        self.table.setHorizontalHeader(self.heads)
        self.table.setModel(self.model)
        self.table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.notes = wrapped("", "small")
        self._notes_room = QScrollArea()
        self._stack = QStackedWidget()
        self._busy = QTimer(self, singleShot=True, interval=PATIENCE)
        self._busy.timeout.connect(lambda: self._stack.setCurrentIndex(1))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        say_on(self.tabs, accessible_name=mark("Tables of the report"))
        say_on(self.table, accessible_name=mark("Preview of the report"))
        self._notes_room.setWidget(self.notes)
        self._notes_room.setWidgetResizable(True)
        self._notes_room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say_on(self._notes_room, accessible_name=mark("Notes below the table"))
        heads = [self.heading] if self._own_heading else []
        shown = _column(*heads, self.tabs, self.below_heading, self.table, self.empty, self._notes_room)
        self.below_heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.stop = button(mark("&Stop"), "x")
        self.again_button = button(mark("&Make it again"), "refresh-cw")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedSize(220, 6)
        say_on(bar, accessible_name=mark("Making the report…"))
        self.trouble = QLabel()
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (
            shown,
            _centred(label(mark("Making the report…"), "muted"), bar, self.stop),
            _centred(self.trouble, self.again_button),
        ):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.clear()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_table)
        self.table.doubleClicked.connect(self._open)
        self.table.clicked.connect(lambda index: self._open(index) if self._is_figure(index) else None)
        on_enter(self.table, lambda: self._open(self.table.currentIndex()))
        self.stop.clicked.connect(self.stopped)
        self.again_button.clicked.connect(self.again)

    def _is_figure(self, index: QModelIndex) -> bool:
        return not self.model.by_rows() and self.model.opens(index.row(), index.column())

    # What is shown

    def wait(self) -> None:
        """Keep the pixels of what was shown, and say after a moment that a report is being made."""
        # Painting cells asks Python for each of them, and the work beside has Python busy.
        self.table.setUpdatesEnabled(False)
        self._busy.start()

    def clear(self) -> None:
        """Show nothing."""
        self._show(None)

    def say_stopped(self, words: str = "") -> None:
        """Say that there is no report, and why; offer to make it again."""
        self._show(None)
        self.trouble.setText(words or say(mark("You stopped this report. Nothing was changed.")))
        self._stack.setCurrentIndex(2)

    def show_made(self, made: Made) -> None:
        """Show a report, on the same of its tables as before where it is made anew."""
        before = self.tabs.currentIndex() if self.made and self.made.report.name == made.report.name else 0
        self._show(made, before)

    def _show(self, made: Made | None, place: int = 0) -> None:
        self._busy.stop()
        self.table.setUpdatesEnabled(True)
        self._stack.setCurrentIndex(0)
        self.made = made
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name in made.names if made else ():
            self.tabs.setTabToolTip(self.tabs.addTab(name.replace("&", "&&")), name)
        place = place if made and place < len(made.contents) else 0
        if made:
            self.tabs.setCurrentIndex(place)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(self.tabs.count() > 1)
        self._show_table(place)

    def _show_table(self, place: int) -> None:
        content = self.made.contents[place] if self.made and self.made.contents else None
        self.table.clearSpans()
        self.model.show(content, self.made.origins[place] if self.made and content else None)
        if content:
            self.heading.setText(" – ".join(content.title.split("\n")))
        subtitle = content.subtitle if content else ""
        self.below_heading.setText(subtitle)
        self.below_heading.setVisible(bool(subtitle))
        self.notes.setText("\n".join(content.notes) if content else "")
        self._notes_room.setVisible(bool(content and content.notes))
        self.empty.setVisible(content is not None and not content.rows)
        self.table.setVisible(content is None or bool(content.rows))
        self._fit()

    def _fit(self) -> None:
        content = self.model.content
        if content is None:
            return
        hidden = self.model.hidden()
        for place, each in enumerate(content.columns):
            self.table.setColumnHidden(place, place in hidden)
            self.table.setColumnWidth(place, self._width(each))
        shown = [place for place in range(len(content.columns)) if place not in hidden]
        if 1 < len(content.rows) <= SPANNED:
            for row in filter(self.model.is_heading, range(len(content.rows))):
                self.table.setSpan(row, 0, 1, len(content.columns))
        self._span_total(content)
        whole = self.model.by_rows()
        behaviour = QTableView.SelectionBehavior
        self.table.setSelectionBehavior(behaviour.SelectRows if whole else behaviour.SelectItems)
        self.heads.show_columns(content.columns)
        self._stretch()
        if content.rows and shown:
            self.table.setCurrentIndex(self.model.index(0, shown[0]))
        self._fit_notes()

    def _width(self, column: Column) -> int:
        """Give the pixels of a column: as wide as its cells want, and no word of its title cut."""
        wanted = round(min(max(column.width * LETTER + 16, NARROWEST), WIDEST))
        return max(wanted, min(self.heads.least(column), WIDEST))

    def _span_total(self, content: Content) -> None:
        """Let the word before the totals reach over the empty cells that follow it."""
        first = self.model.label_of_totals()
        if first is not None and content.rows:
            rest = content.totals[first + 1 :]
            free = next((n for n, words in enumerate(rest) if words), len(rest))
            if free:
                self.table.setSpan(len(content.rows), first, 1, free + 1)

    def _stretch(self) -> None:
        """Give the widest column of words what room is left."""
        content = self.model.content
        if content is None:
            return
        texts = [place for place, each in enumerate(content.columns) if each.kind == "text"]
        texts = [place for place in texts if place not in self.model.hidden()]
        widest = max(texts, key=lambda place: content.columns[place].width, default=None)
        for place in range(len(content.columns)):
            self.heads.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
        if widest is not None:
            width = self._width(content.columns[widest])
            others = self.heads.length() - self.heads.sectionSize(widest)
            self.table.setColumnWidth(widest, max(width, self.table.viewport().width() - others))

    def _fit_notes(self) -> None:
        """Give the notes the room they need, up to some lines; the rest is reached by scrolling."""
        wanted = self.notes.heightForWidth(max(self._notes_room.viewport().width(), 200))
        self._notes_room.setFixedHeight(min(wanted + 4, 4 * self.notes.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()
        self._fit_notes()

    # What is opened

    def _open(self, index: QModelIndex) -> None:
        if self.made is not None and index.isValid() and self.model.opens(index.row(), index.column()):
            self.opened.emit(self.model.origin, index)


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part)
    return made


def _centred(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setSpacing(12)
    column.addStretch()
    for part in parts:
        if isinstance(part, QLabel):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        wide = Qt.AlignmentFlag(0) if isinstance(part, QLabel) else Qt.AlignmentFlag.AlignHCenter
        column.addWidget(part, 0, wide)
    column.addStretch()
    return made
