"""The page over the content area: names, figures, kinds to choose from, and the timeline."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import look, tasks
from gui.detail.parts import words
from gui.relations.figures import figure_row
from gui.relations.names import name_lines
from gui.relations.timeline import TimelineView
from gui.tasks import Task
from gui.widgets import Card, FlowLayout, button, follow_language, label, say_on
from models import store
from models.kinds import PAGES
from models.reading import show_number
from models.record import Record
from models.store import Question, relations
from models.store.relations import NOTHING, Relations
from models.text import mark, say

ALL = ""


class RelationsPage(QWidget):
    """Everything with one partner, person or unit; what is followed goes out as signals."""

    open_record = Signal(str, int)
    open_list = Signal(str, object)
    told = Signal()  # once the timeline is read

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        """Wait for ``show_body``."""
        super().__init__(parent)
        look.as_part(self, "page")
        self.kind, self.number, self.page = kind, 0, ALL
        self.record: Record | None = None
        self.relations: Relations | None = None
        self._task: Task | None = None
        self._lay_out()
        follow_language(self, self._fill)

    def _lay_out(self) -> None:
        self.title = words("", "title")
        self.back = button(mark("To the record"), "arrow-left")
        self.print_button = button(mark("Print"), "printer")
        self.list_button = button(mark("Open as a list"), "table", tip=mark("To filter, export or print these records"))
        self.back.clicked.connect(lambda: self.open_record.emit(self.kind, self.number))
        self.print_button.clicked.connect(self.print_sheet)
        self.list_button.clicked.connect(self._open_list)
        self.as_now, self.below = QCheckBox(), QCheckBox()
        say_on(
            self.as_now,
            text=mark("As now: with the bodies before it"),
            tool_tip=mark("Off: as then, the records of this body alone"),
        )
        say_on(self.below, text=mark("With those that belong to it"))
        for box in (self.as_now, self.below):
            box.toggled.connect(lambda _on: self.refresh())
        self.view = TimelineView()
        self.view.opened.connect(self.open_record)
        self._names, self._figures = QVBoxLayout(), QVBoxLayout()
        self._names.setSpacing(2)
        self.chips = QButtonGroup(self)
        self.chips.setExclusive(True)
        self.chips.buttonClicked.connect(lambda chip: self._choose(chip.property("page")))
        self._chip_row = QWidget()
        self._chip_flow = FlowLayout(self._chip_row, 6)
        # There may be fifteen of them, and the timeline needs the room.
        self._chip_row.setStyleSheet("QPushButton { padding: 2px 9px; } QPushButton:focus { padding: 1px 8px; }")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(8)
        outer.addLayout(self._head())
        outer.addLayout(self._names)
        outer.addLayout(self._figures)
        outer.addWidget(self._choices())
        outer.addWidget(self._chip_row)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        self.nothing = label(NOTHING, "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.body.addWidget(self.nothing)
        card.body.addWidget(self.view, 1)
        outer.addWidget(card, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.title, 1)
        for each in (self.back, self.list_button, self.print_button):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _choices(self) -> QWidget:
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        self.note = label("", "small")
        for each in (self.as_now, self.below):
            row.addWidget(each)
        row.addWidget(self.note)
        row.addStretch()
        return self._ways

    # What is shown

    def show_body(self, number: int) -> None:
        """Read a body and everything with it."""
        if number != self.number:
            self.number, self.page = number, ALL
            for box in (self.as_now, self.below):
                box.blockSignals(True)
                box.setChecked(False)
                box.blockSignals(False)
        self.refresh()

    def refresh(self) -> None:
        """Read again, as something was saved or another way of counting was chosen."""
        if not self.number:
            return
        if self._task:
            self._task.cancel()
        kind, number, now, below = self.kind, self.number, self.as_now.isChecked(), self.below.isChecked()

        def read() -> tuple[Record, Relations] | None:
            try:
                return store.load(kind, number), relations.read(kind, number, as_now=now, below=below)
            except LookupError:
                return None

        self._task = tasks.start(self, read, self._show)

    def _show(self, found: tuple[Record, Relations] | None) -> None:
        self._task = None
        self.record, self.relations = found or (None, None)
        self._fill()
        self.told.emit()

    def _fill(self) -> None:
        """Show what was read in the language in use."""
        told, record = self.relations, self.record
        for layout in (self._names, self._figures):
            _empty(layout)
        gone = say(mark("This record is no longer there.")) if self.number and not self._task else ""
        self.title.setText(record.heading if record else gone)
        for each in (self.back, self.print_button, self.list_button):
            each.setEnabled(told is not None)
        if told is None or record is None:
            return
        for line in name_lines(record, told, self.open_record.emit):
            self._names.addWidget(line)
        self._figures.addWidget(figure_row(told, self.open_record.emit))
        self.as_now.setVisible(bool(told.before))
        self._ways.setVisible(self.kind != "person")
        self._tell_counted(told)
        if self.page not in told.counts:
            self.page = ALL
        self._fill_chips(told)
        self._choose(self.page)

    def _tell_counted(self, told: Relations) -> None:
        others = [body.name for body in told.counted if body.id != told.body.id]
        shown = ", ".join(others[:3]) + (" …" if len(others) > 3 else "")
        self.note.setText(say(mark("Counted with it: {names}")).format(names=shown) if others else "")
        self.note.setToolTip("\n".join(others))

    def _fill_chips(self, told: Relations) -> None:
        for chip in self.chips.buttons():
            self.chips.removeButton(chip)
        _empty(self._chip_flow)
        named = [(ALL, say(mark("Everything")), len(told.events))]
        named += [(name, say(PAGES[name].title), number) for name, number in told.counts.items()]
        for name, title, number in named:
            chip = QPushButton(f"{title} ({show_number(number)})")
            chip.setProperty("page", name)
            chip.setCheckable(True)
            chip.setChecked(name == self.page)
            self.chips.addButton(chip)
            self._chip_flow.addWidget(chip)

    def _choose(self, page: str) -> None:
        """Show the records of one page, or all for ""."""
        self.page = page
        if self.relations:
            self.view.show_events(self.relations, page)
            self.list_button.setEnabled(bool(page))
            some = bool(self.relations.events)
            had_focus = self.view.hasFocus()
            self.view.setVisible(some)
            self.nothing.setVisible(not some)
            if had_focus and not some:
                self.take_focus()

    # What is done

    def _open_list(self) -> None:
        if self.relations and self.page:
            only = tuple(event.id for event in self.relations.of(self.page))
            self.open_list.emit(self.page, Question(only=only))

    def print_sheet(self) -> None:
        """Show the sheet of these relations, to be printed or saved."""
        if self.relations and self.record:
            from gui.output import print_paper
            from models.paper.relations import relations_sheet
            from models.paper.sheet import Paper

            told, record = self.relations, self.record

            def paper() -> Paper:
                again = relations.read(told.kind, record.id, as_now=told.as_now, below=told.below)
                return relations_sheet(record, again)

            print_paper(self, paper, record.heading)

    def panes(self) -> list[QWidget]:
        """Give the parts between which F6 goes."""
        chosen = self.chips.checkedButton()
        return [chosen, self.view] if chosen else [self.back]

    def take_focus(self) -> None:
        """Take the keyboard: into the timeline, or to the way back from an empty one."""
        (self.back if self.view.isHidden() else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.number:
            self.open_record.emit(self.kind, self.number)
        else:
            super().keyPressEvent(event)


def _empty(layout: Any) -> None:
    while item := layout.takeAt(0):
        if each := item.widget():
            each.hide()
            each.deleteLater()
