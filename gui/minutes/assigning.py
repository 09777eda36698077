"""Conclusions are given as tasks: who leads, who cooperates, by when; field and pillar come from the conclusion."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.editors import Editor, editor_for
from gui.editors.typing_dialog import TypingDialog
from gui.forms.block import FieldBlock
from gui.forms.body import line_of, read_into
from gui.forms.notices import Notice
from gui.minutes.several import TasksTable
from gui.widgets import button, label
from gui.widgets.sizes import resize_within
from models import sequel
from models.actions import FollowUp
from models.checks import Complaint
from models.record import Record
from models.store import Closed, Refused, SaveFailed, Stale
from models.text import mark, say, say_n

ASKED = ("name", "lead", "officer", "cooperating", "due_on", "counterpart", "fields", "pillar")
MISSING = mark("This is not entered yet: enter it on its own page first.")


class AssignDialog(TypingDialog):
    """Accepted once there is a task for each source; ``made`` are the saved tasks."""

    def __init__(self, sources: Sequence[Record], parent: QWidget | None = None) -> None:
        """Ask for what the conclusions do not say themselves: in full for one, in a table for several."""
        super().__init__(parent)
        self.tasks, self.made = [sequel.assigned(source) for source in sources], list[FollowUp]()
        self.notice = Notice()
        one = len(self.tasks) == 1
        self.table = None if one else TasksTable(self.tasks)
        self.lines: list[dict[str, Editor]] = self.table.lines if self.table else [self._fields(self.tasks[0])]
        for editor in (editor for line in self.lines for editor in line.values()):
            editor.wanted.connect(lambda _kind, _text: self.notice.tell(say(MISSING), "info"))
        self.notice.chosen.connect(lambda name: self.lines[0][name].setFocus() if name in self.lines[0] else None)
        self.take = button(mark("&Give the task"), "list-todo", "primary")
        self.close_button = button(mark("Close", "form"))
        n = len(self.tasks)
        self.setWindowTitle(say_n("Give {n} conclusion as a task", "Give {n} conclusions as tasks", n).format(n=n))
        self._lay()
        self.take.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.take.click)
        resize_within(self, 640 if one else 1180, 640 if one else 560)
        self.lines[0]["lead"].setFocus()

    @staticmethod
    def _fields(task: FollowUp) -> dict[str, Editor]:
        return {name: editor_for(FollowUp.field(name), task) for name in ASKED}

    def _lay(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.notice)
        if self.table:
            column.addWidget(self.table)
        else:
            for editor in self.lines[0].values():
                column.addWidget(FieldBlock(editor, editor.field.required))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        feet = QHBoxLayout()
        feet.addWidget(label(mark("Given today; the source is the conclusion."), "small"), 1)
        feet.addWidget(self.close_button)
        feet.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 14)
        whole.setSpacing(12)
        whole.addWidget(area, 1)
        whole.addLayout(feet)

    def save(self) -> None:
        """Save the tasks, all or none; say what is missing beside its field."""
        if self.table:
            self.table.offer()
        wrong = []
        for task, line in zip(self.tasks, self.lines, strict=True):
            wrong.append(read_into(task, line.values()) or [*task.complaints(), *task.missing()])
        if any(not each.warning for found in wrong for each in found):
            self._refuse(wrong)
            return
        try:
            sequel.give(self.tasks)
        except (Refused, Stale, Closed, SaveFailed) as failed:
            self.notice.tell(str(failed), "bad")
        else:
            self.made = self.tasks
            self.accept()

    def _refuse(self, wrong: Sequence[Sequence[Complaint]]) -> None:
        elsewhere: list[tuple[str, str]] = []
        first: Editor | None = None
        for task, line, found in zip(self.tasks, self.lines, wrong, strict=True):
            told = [each for each in found if not each.warning]
            for name, editor in line.items():
                words = [each.text() for each in told if each.field == name]
                editor.complain("\n".join(dict.fromkeys(words)) or None)
                first = first or (editor if words else None)
            elsewhere += [(each.field, line_of(task, each)) for each in told if each.field not in line]
        self.notice.tell(say(mark("The task was not saved. See the marked places.")), "bad", dict.fromkeys(elsewhere))
        if first:
            first.setFocus()


def give_task(parent: QWidget | None, sources: Sequence[Record]) -> list[FollowUp]:
    """Let a person give conclusions as tasks; gives the tasks saved."""
    dialog = AssignDialog(sources, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.made
