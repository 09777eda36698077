"""The next step of a record: which there are, what they ask for, filled in right there."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.checklists import offer_shifts, tell_next
from gui.editors import Editor, editor_for, unbound
from gui.editors.day import DayEditor
from gui.editors.lines import ENTER
from gui.editors.long_text import LongTextEditor
from gui.editors.typing_dialog import TypingDialog
from gui.forms.block import FieldBlock
from gui.forms.body import line_of, read_into
from gui.forms.notices import Notice
from gui.widgets import button, label, say_on
from gui.widgets.sizes import resize_within
from models import choices, days, recurring, store
from models.checks import Complaint
from models.days import Misread
from models.fields import Day, Described, LongText
from models.record import Numbered, Step
from models.store import Closed, Refused, SaveFailed, Stale
from models.text import mark, say

TITLE = mark("Next step")
BACK = mark("Back to: {state}")
REOPEN = mark("Reopen: {state}")
ON_DAY, REASON, REMARK = mark("Day of the step"), mark("Reason"), mark("Remark")


class StepDialog(TypingDialog):
    """Offers the steps of a record and takes the one chosen; accepted once the record has moved."""

    def __init__(self, record: Numbered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = record
        self.editors: dict[str, Editor] = {}  # those that the chosen step needs
        self._blocks: dict[str, FieldBlock] = {}  # those of all steps looked at, with what was filled in
        self._filled: set[str] = set()  # the fields that were filled in for any of them
        named = (record.code, record.heading)
        self.setWindowTitle(" · ".join([say(TITLE), *(each for each in named if each)]))
        self.steps = sorted(record.steps(), key=lambda step: self._is_back(step))
        self.list = QListWidget()
        self.list.setFixedWidth(270)
        self.list.setWordWrap(True)
        say_on(self.list, accessible_name=TITLE)
        for step in self.steps:
            self.list.addItem(QListWidgetItem(self._words(step)))
        self.wrong = Notice()
        self.wrong.chosen.connect(lambda name: self.editors[name].setFocus() if name in self.editors else None)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(12)
        self.day = DayEditor(unbound(Day(ON_DAY, required=True), "on_day"))
        self.day.set_value(days.today().isoformat())
        self.note = LongTextEditor(unbound(LongText(REMARK), "note"))
        self.take = button(TITLE, "arrow-right", "primary")
        self.take.clicked.connect(self.go)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.take.click)
        self._lay()
        for watched in (self.list, self.day.entry, self.close_it, self.take):
            watched.installEventFilter(self)
        self.list.currentRowChanged.connect(self._show)
        if self.steps:
            self.list.setCurrentRow(0)
        else:
            self.wrong.tell(say(mark("There is no further step from here.")), "info")
            self.take.setEnabled(False)
        resize_within(self, 860, 560)

    def _lay(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(12)
        column.addWidget(self.wrong)
        column.addLayout(self.fields)
        self.day_block, self.note_block = FieldBlock(self.day, True), FieldBlock(self.note, False)
        column.addWidget(self.day_block)
        column.addWidget(self.note_block)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.close_it = button(mark("Close", "form"))
        self.close_it.clicked.connect(self.reject)
        feet = QHBoxLayout()
        feet.addWidget(label(mark("Enter what is missing here; it is saved with the step."), "small"), 1)
        feet.addWidget(self.close_it)
        feet.addWidget(self.take)
        sides = QHBoxLayout()
        sides.addWidget(self.list)
        sides.addWidget(area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 14)
        whole.setSpacing(12)
        whole.addLayout(sides, 1)
        whole.addLayout(feet)

    def _is_back(self, step: Step) -> bool:
        return step not in self.record.lifecycle().steps

    def _words(self, step: Step) -> str:
        state = choices.label(self.record.lifecycle().states, step.end)
        if self.record.closed():
            return say(REOPEN).format(state=state)
        return say(BACK).format(state=state) if self._is_back(step) else state

    def _show(self, place: int) -> None:
        """Show the fields that the chosen step lacks."""
        step = self.steps[place]
        lacking = self.record.step_complaints(step)
        if not self.record.closed():
            lacking += self.record.missing()
        self._show_fields([each.field for each in lacking])
        self.note.label = REASON if step.reason else REMARK
        self.note_block.required = step.reason
        self.note.retranslate()
        self.note_block.retranslate()
        self._order()
        rules = [each for each in lacking if each.words != mark("Fill in: {field}.")]
        self._tell(rules, mark("Before this step:") if rules else "", "warn")

    def _show_fields(self, needed: Iterable[str]) -> None:
        """Show the fields that a step needs, and those that were filled in for another: they go with any step."""
        for name, block in self._blocks.items():
            self.fields.removeWidget(block)
            block.hide()
            if self.differs(block.editor):
                self._filled.add(name)
        self.editors = {}
        for field in self.record.asked():
            if field.name in self._filled or field.name in needed:
                block = self._blocks.get(field.name) or self._block(field)
                self.editors[field.name] = block.editor
                self.fields.addWidget(block)
                block.show()

    def _block(self, field: Described) -> FieldBlock:
        editor = editor_for(field, self.record)
        self.watch(editor)
        self._blocks[field.name] = made = FieldBlock(editor, True)
        return made

    def _order(self) -> None:
        """Let Tab go as one reads: the steps, what they need, the day, the remark, the buttons."""
        needed = [each.entry for each in self.editors.values()]
        chain = [self.list, *needed, self.day.entry, self.note.entry, self.close_it, self.take]
        for one, next_one in pairwise(chain):
            QWidget.setTabOrder(one, next_one)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on: from the steps to what the chosen one needs, at the end to the button that takes it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() not in ENTER:
            return super().eventFilter(watched, event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if isinstance(watched, QPushButton):
            watched.click()
        else:
            needed = [*self.editors.values()] if watched is self.list else []
            if self.note_block.required:
                needed.append(self.note)
            (needed[0].entry if needed else self.take).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _tell(self, complaints: list[Complaint], words: str, tone: str) -> None:
        lines = [(each.field, line_of(self.record, each)) for each in complaints]
        self.wrong.tell(say(words), tone, dict.fromkeys(lines))

    def go(self) -> None:
        """Take the chosen step, or say what stands in the way."""
        unread = read_into(self.record, self.editors.values())
        self._filled |= set(self.editors)  # the record has them now
        own = {"on_day": self.day, "note": self.note}
        try:
            on_day = self.day.value()
        except Misread as misread:
            unread.append(Complaint("on_day", misread.args[0]))
        if unread:
            self._refuse(unread, own)
            return
        try:
            store.move(self.record, self.steps[self.list.currentRow()].end, on_day=on_day, note=self.note.value())
        except Refused as refused:
            self._refuse(refused.complaints, own)
        except (Stale, Closed, SaveFailed) as failed:
            self.wrong.tell(str(failed), "bad")
        else:
            self.accept()

    def _refuse(self, complaints: list[Complaint], own: dict[str, Editor]) -> None:
        editors = self.editors | own
        for name, editor in editors.items():
            told = [each.text() for each in complaints if each.field == name]
            editor.complain("\n".join(dict.fromkeys(told)) or None)
        # What stands beside a field need not be said twice.
        elsewhere = [each for each in complaints if each.field not in editors]
        self._tell(elsewhere, mark("The step was not taken. See the marked places."), "bad")
        first = next((each.field for each in complaints if each.field in editors), None)
        if first:
            editors[first].setFocus()


def take_step(parent: QWidget | None, record: Numbered) -> bool:
    """Let the person take a step of a stored record; tell whether it has moved.

    The dialog works on a copy read anew: load the record again afterwards.
    """
    fresh = store.load(record.kind, record.id)
    assert isinstance(fresh, Numbered)
    since, before = fresh.version, recurring.next_of(fresh)
    dialog = StepDialog(fresh, parent)
    moved = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if moved and parent:
        tell_next(parent, fresh, before)
        offer_shifts(parent, fresh, since)
    return moved
