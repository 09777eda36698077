"""Actions from a template: the list with its days and lead units, to be confirmed, changed and made at once."""

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QWidget

from gui import messages
from gui.checklists.frame import TROUBLES, ListDialog, plain
from gui.editors import Editor, editor_for
from gui.editors.clearing import clear
from gui.widgets import label, say_on
from gui.widgets.sizes import resize_within
from models import checklists
from models.actions import FollowUp
from models.checklists import Task, Template
from models.checklists.planning import fields_of
from models.days import Misread
from models.kinds import page_of
from models.record import Record
from models.text import mark, say, say_n

TITLE = mark("Actions from a template")
NONE = mark("There is no template for this kind of record. Make one in Settings, under Checklists.")
_NO_LEAD = mark("Choose the lead unit of each ticked task.")
_NO_FIELDS = mark("Choose at least one field of cooperation.")
_UNREAD = mark("Correct the marked places.")


@dataclass
class _Line:
    """One task on the screen."""

    task: Task
    tick: QCheckBox
    name: Editor
    due: Editor
    lead: Editor

    def editors(self) -> tuple[Editor, ...]:
        return (self.name, self.due, self.lead)


class TasksDialog(ListDialog):
    """Shows the tasks of a template; accepted once they are actions, which are then in ``made``."""

    def __init__(self, record: Record, templates: list[Template], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, mark("Create the actions"), mark("Cancel", "dialog"), "list-checks", parent)
        self.record, self.templates = record, templates
        self.made: list[FollowUp] = []
        self.lines: list[_Line] = []
        self.setWindowTitle(f"{say(TITLE)} · {record.heading}")
        self.choice = QComboBox()
        for each in templates:
            self.choice.addItem(each.title)
        say_on(self.choice, accessible_name=mark("Template"))
        row = QHBoxLayout()
        row.addWidget(label(mark("Template"), "small"))
        row.addWidget(self.choice, 1)
        self.top.addLayout(row)
        hint = mark("Take the tick from what is not needed; days, tasks and lead units can be changed here.")
        self.top.addWidget(label(hint, "small"))
        action = FollowUp(fields=fields_of(record))
        self.fields = editor_for(FollowUp.field("fields"), action)
        self.below.addWidget(label(mark("Fields of cooperation"), "small"))
        self.below.addWidget(self.fields)
        self.choice.currentIndexChanged.connect(lambda _place: self._fill())
        self._fill()
        resize_within(self, 1000, 640)

    def _fill(self) -> None:
        clear(self.grid)
        self.lines = []
        self.head(mark("Task"), mark("Due on"), mark("Lead unit"))
        self.grid.setColumnStretch(1, 5)
        self.grid.setColumnStretch(3, 3)
        self.grid.setColumnMinimumWidth(2, 190)
        template = self.templates[self.choice.currentIndex()]
        for place, task in enumerate(checklists.plan(template, self.record)):
            self._add(2 * place + 1, task)
        self._count()
        parts = [part for line in self.lines for part in (line.tick, *(each.entry for each in line.editors()))]
        self.order(self.choice, *parts, self.fields.entry)

    def _add(self, row: int, task: Task) -> None:
        action = FollowUp(name=task.words, due_on=task.due, lead=task.lead)
        tick = self.tick(row, task.words, task.wanted)
        name, lead = (editor_for(FollowUp.field(each), action, compact=True) for each in ("name", "lead"))
        line = _Line(task, tick, name, editor_for(FollowUp.field("due_on"), action), lead)
        for column, editor in enumerate(line.editors(), 1):
            self.grid.addWidget(editor, row, column)
        if task.remark:
            self.grid.addWidget(plain(say(task.remark), "small"), row + 1, 1)
        self._watch(line.due, row + 1)
        tick.toggled.connect(lambda _on: self._count())
        self.lines.append(line)

    def _watch(self, due: Editor, row: int) -> None:
        """Say below a day that the office does not work on it; the day stays."""
        told = plain("", "small")
        self.grid.addWidget(told, row, 2, 1, 2)

        def tell() -> None:
            try:
                words = checklists.remark(due.value())
            except Misread:
                words = ""
            told.setText(words)
            told.setVisible(bool(words))

        due.changed.connect(tell)
        tell()

    def _count(self) -> None:
        n = sum(line.tick.isChecked() for line in self.lines)
        self.told.setText(say_n("{n} action will be created", "{n} actions will be created", n).format(n=n))
        self.deed.setEnabled(n > 0)
        for line in self.lines:
            for editor in line.editors():
                editor.setEnabled(line.tick.isChecked())

    def go(self) -> None:
        """Make the ticked tasks into actions."""
        tasks, fields = self._read()
        if tasks is None:
            return
        try:
            self.made = checklists.carry_out(self.record, tasks, fields)
        except TROUBLES as trouble:
            self.complain(str(trouble))
        else:
            self.accept()

    def _read(self) -> tuple[list[Task] | None, list[str]]:
        """Give the ticked tasks as they stand there, or say what is missing."""
        self.complain("")
        found, wrong = [], ""
        for line in self.lines:
            if line.tick.isChecked():
                try:
                    words, due, lead = (editor.value() for editor in line.editors())
                except Misread:
                    wrong = _UNREAD
                    continue
                wrong = wrong or ("" if lead else _NO_LEAD) or ("" if words else _UNREAD)
                found.append(replace(line.task, words=words, due=due, lead=lead, wanted=True))
        fields = self.fields.value()
        wrong = wrong or ("" if fields else _NO_FIELDS)
        if wrong:
            self.complain(say(wrong))
        return (None if wrong else found), fields


def make_tasks(parent: QWidget, record: Record) -> list[FollowUp]:
    """Let the person make actions of a stored record from a template; gives those made."""
    templates = checklists.offered(page_of(record).name)
    if not templates:
        messages.tell(parent.window(), say(TITLE), say(NONE))
        return []
    dialog = TasksDialog(record, templates, parent)
    made = dialog.made if dialog.exec() == QDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    return made
