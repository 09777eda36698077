"""Several conclusions given at once: one line each; what is chosen in the first is offered to the rest."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.editors import Editor, editor_for
from gui.widgets import label
from models.actions import FollowUp
from models.text import mark

ASKED = ("lead", "due_on", "cooperating")
SHARES = (4, 3, 2, 3)  # of the width: content, lead, day, cooperating
DAY = 180  # device-independent pixels: a day with its day of the week and the calendar
SHORT = 160  # letters of a conclusion that stand in its line; the whole is its tip


class TasksTable(QWidget):
    """A grid of editors; ``lines`` are those of each task, by the name of the field."""

    def __init__(self, tasks: Sequence[FollowUp]) -> None:
        """Show a line for each task."""
        super().__init__()
        self.lines: list[dict[str, Editor]] = []
        self._offered: list[dict[str, Any]] = [{} for _ in tasks]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for place, words in enumerate((mark("Conclusion"), *(FollowUp.field(name).label for name in ASKED))):
            grid.addWidget(label(words, "small"), 0, place)
            grid.setColumnStretch(place, SHARES[place])
        grid.setColumnMinimumWidth(1 + ASKED.index("due_on"), DAY)
        for row, task in enumerate(tasks, 1):
            told = " ".join(str(task.name or "").split())
            head = label()
            head.setText(told if len(told) <= SHORT else told[: SHORT - 2] + " …")
            head.setToolTip(told)
            head.setWordWrap(True)
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            line = {name: editor_for(FollowUp.field(name), task) for name in ASKED}
            for place, editor in enumerate(line.values(), 1):
                editor.setAccessibleName(told)  # the field itself is called by its label
                grid.addWidget(editor, row, place, Qt.AlignmentFlag.AlignTop)
            self.lines.append(line)
        for editor in self.lines[0].values():
            editor.changed.connect(self.offer)

    def offer(self) -> None:
        """Put what the first line has into the others, where nobody chose anything else."""
        first = {name: editor.told() for name, editor in self.lines[0].items()}
        for line, offered in zip(self.lines[1:], self._offered[1:], strict=True):
            for name, editor in line.items():
                told, value = editor.told(), first[name]
                if isinstance(value, tuple) or told == value or told != offered.get(name):
                    continue  # the first is not read yet, or a person chose here
                editor.set_value(value if value is not None else editor.nothing())
                offered[name] = editor.told()
