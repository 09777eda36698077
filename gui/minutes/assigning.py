"""Conclusions are given as tasks: who leads, who cooperates, by when; field and pillar come from the conclusion."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.editors import Editor, editor_for
from gui.forms.block import FieldBlock
from gui.forms.body import line_of, read_into
from gui.forms.notices import Notice
from gui.widgets import button, label
from gui.widgets.sizes import resize_within
from models import sequel
from models.actions import FollowUp
from models.checks import Complaint
from models.record import Record
from models.store import Closed, Refused, SaveFailed, Stale
from models.text import mark, say, say_n

ASKED_OF_ONE = ("name", "lead", "cooperating", "due_on", "fields", "pillar")
ASKED_OF_ALL = ("lead", "cooperating", "due_on")
SHOWN = 6  # conclusions named in the dialog
MISSING_UNIT = mark("This unit is not entered yet: enter it on the page “Own units” first.")


class AssignDialog(QDialog):
    """Accepted once there is a task for each source; ``made`` are the saved tasks."""

    def __init__(self, sources: Sequence[Record], parent: QWidget | None = None) -> None:
        """Ask for what the conclusions do not say themselves."""
        super().__init__(parent)
        self.sources, self.made = list(sources), list[FollowUp]()
        self.task = sequel.assigned(self.sources[0])
        one = len(self.sources) == 1
        self.notice = Notice()
        self.editors: dict[str, Editor] = {}
        for name in ASKED_OF_ONE if one else ASKED_OF_ALL:
            editor = editor_for(FollowUp.field(name), self.task)
            editor.wanted.connect(lambda _kind, _text: self.notice.tell(say(MISSING_UNIT), "info"))
            self.editors[name] = editor
        self.notice.chosen.connect(lambda name: self.editors[name].setFocus() if name in self.editors else None)
        self.take = button(mark("&Give the task"), "list-todo", "primary")
        self.close_button = button(mark("Close", "form"))
        n = len(self.sources)
        self.setWindowTitle(say_n("Give {n} conclusion as a task", "Give {n} conclusions as tasks", n).format(n=n))
        self._lay(one)
        self.take.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.take.click)
        resize_within(self, 640, 640 if one else 500)
        self.editors["lead"].setFocus()

    def _lay(self, one: bool) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.notice)
        if not one:
            column.addWidget(self._named())
        for editor in self.editors.values():
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

    def _named(self) -> QWidget:
        named = [f"• {' '.join(source.heading.split())}" for source in self.sources[:SHOWN]]
        more = len(self.sources) - SHOWN
        if more > 0:
            named.append("• " + say_n("and {n} more", "and {n} more", more).format(n=more))
        made = label()
        made.setText("\n".join(line if len(line) < 120 else line[:118] + "…" for line in named))
        made.setWordWrap(True)
        return made

    def save(self) -> None:
        """Save the tasks, all or none; say what is missing beside its field."""
        unread = read_into(self.task, self.editors.values())
        if unread:
            self._refuse(unread)
            return
        further = {name: self.task.value(name) for name in self.editors if name not in ASKED_OF_ALL}
        lead, due_on = self.task.value("lead"), self.task.due_on
        try:
            self.made = sequel.assign(self.sources, lead, self.task.cooperating, due_on, **further)
        except Refused as refused:
            self._refuse(refused.complaints)
        except (Stale, Closed, SaveFailed) as failed:
            self.notice.tell(str(failed), "bad")
        else:
            self.accept()

    def _refuse(self, complaints: Sequence[Complaint]) -> None:
        for name, editor in self.editors.items():
            told = [each.text() for each in complaints if each.field == name]
            editor.complain("\n".join(dict.fromkeys(told)) or None)
        elsewhere = [each for each in complaints if each.field not in self.editors]
        lines = [(each.field, line_of(self.task, each)) for each in elsewhere]
        self.notice.tell(say(mark("The task was not saved. See the marked places.")), "bad", dict.fromkeys(lines))
        first = next((each.field for each in complaints if each.field in self.editors), None)
        if first:
            self.editors[first].setFocus()


def give_task(parent: QWidget | None, sources: Sequence[Record]) -> list[FollowUp]:
    """Let a person give conclusions as tasks; gives the tasks saved."""
    dialog = AssignDialog(sources, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.made
