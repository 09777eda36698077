"""A list of things that may be ticked, and moved up and down where their order counts."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.widgets import button, follow_language, label, say_on, tool
from models.reports.built import Offered
from models.text import mark, say

HIGH = 26  # pixels of a line
NAME = Qt.ItemDataRole.UserRole
ALL, NONE = mark("Tick all"), mark("Untick all")
UP, DOWN = mark("Move up (Alt+Up)"), mark("Move down (Alt+Down)")


class CheckList(QWidget):
    """Sends ``changed`` when something is ticked or moved; Space ticks, Alt with the arrows moves."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        """Show nothing yet under a marked title."""
        super().__init__()
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(84)
        say_on(self.list, accessible_name=title)
        self.complaint = label("", "error")
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self.up, self.down = tool("arrow-up", UP), tool("arrow-down", DOWN)
        self.all = button("", "", "link")
        self.all.clicked.connect(self.tick_all)
        head = label(title, "small")
        head.setBuddy(self.list)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(head, 1)
        for part in (self.all, self.up, self.down):
            top.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list)
        column.addWidget(self.complaint)
        self.list.itemChanged.connect(lambda _item: self._tell())
        for part, key, step in ((self.up, "Alt+Up", -1), (self.down, "Alt+Down", 1)):
            part.clicked.connect(lambda _on=False, step=step: self.move_by(step))
            shortcut = QShortcut(QKeySequence(key), self.list, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self.move_by(step))
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        follow_language(self, self._name_all)

    def offer(self, offered: Sequence[Offered], chosen: Sequence[str]) -> None:
        """Offer these; the chosen ones stand first, in their order."""
        known = {each.name: each for each in offered}
        order = [*(name for name in chosen if name in known), *(name for name in known if name not in chosen)]
        self.list.blockSignals(True)
        self.list.clear()
        for name in order:
            item = QListWidgetItem(say(known[name].title))
            item.setData(NAME, name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, HIGH))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._allow()

    def chosen(self) -> tuple[str, ...]:
        """Give the names of what is ticked, in the order of the list."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(str(each.data(NAME)) for each in items if each.checkState() == Qt.CheckState.Checked)

    def tick_all(self) -> None:
        """Tick everything, or nothing where something is ticked."""
        wanted = Qt.CheckState.Unchecked if self.chosen() else Qt.CheckState.Checked
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(wanted)
        self.list.blockSignals(False)
        self._tell()

    def move_by(self, step: int) -> None:
        """Move the current line up or down."""
        row = self.list.currentRow()
        if not 0 <= row + step < self.list.count() or row < 0:
            return
        self.list.blockSignals(True)
        self.list.insertItem(row + step, self.list.takeItem(row))
        self.list.setCurrentRow(row + step)
        self.list.blockSignals(False)
        self._tell()

    def complain(self, words: str) -> None:
        """Say what is wrong below the list, or nothing."""
        self.complaint.setText(words)
        self.complaint.setVisible(bool(words))

    def _allow(self) -> None:
        self._name_all()
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)

    def _name_all(self) -> None:
        self.all.setText(say(NONE if self.chosen() else ALL))

    def _tell(self) -> None:
        self._allow()
        self.changed.emit()
