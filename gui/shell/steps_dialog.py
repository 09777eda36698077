"""The list of steps: what was done of late, when and by whom, each to be taken back alone or with all that followed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from gui import look, messages
from gui.widgets import PlainTable, button, label
from gui.widgets.sizes import resize_within
from models import days, store
from models.store import Deed
from models.text import mark, say, say_n

if TYPE_CHECKING:
    from gui.shell.steps import Steps

TITLE = mark("Recent steps")
_HEADS = (mark("When"), mark("Who"), mark("What was done"))
_TOLD = mark(
    "The newest step stands first. “Undo back to here” undoes the chosen step and all above it, “Undo this step alone” "
    "only the chosen one. What was undone is struck through; “Redo” (Ctrl+Y) does it again."
)
_ERASED = mark("This step cannot be undone: a record that belongs to it was erased for good.")
_FINAL = mark("This step cannot be undone: the personal details are gone for good.")
_BACK = mark("Undo back to here")
_ASKED = mark("{n} steps will be undone, the chosen one among them:")
_AFTER = mark("All of them are undone or none. “Redo” brings them back.")
SHOWN = 200
NAMED = 6  # so many steps are named in the question


class StepsDialog(QDialog):
    """Stays open while steps are taken back, so that one sees what became of them."""

    def __init__(self, steps: "Steps", parent: QWidget | None = None) -> None:
        """List the newest steps."""
        super().__init__(parent)
        self._steps = steps
        self.setWindowTitle(say(TITLE))
        self.table = PlainTable(TITLE, _HEADS, (140, 160, 200), wide=2)
        self.table.itemSelectionChanged.connect(self._offer)
        self.one = button(mark("Undo this step &alone"), "undo-2")
        self.back = button(mark("Undo &back to here"), "undo-2", "primary")
        close = button(mark("Close", "dialog"))
        self.again = button(mark("&Redo"), "redo-2")
        self.one.clicked.connect(lambda: self._go(self._steps.undo_one))
        self.back.clicked.connect(lambda: self._go(self._ask_back_to))
        self.again.clicked.connect(self._steps.redo)
        close.clicked.connect(self.accept)
        told = label(_TOLD, "muted")
        told.setWordWrap(True)
        feet = QHBoxLayout()
        feet.addStretch(1)
        for each in (close, self.again, self.one, self.back):
            feet.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(TITLE, "title"))
        column.addWidget(told)
        column.addWidget(self.table, 1)
        self.why = label("", "muted")
        self.why.setWordWrap(True)
        column.addWidget(self.why)
        column.addLayout(feet)
        steps.ended.connect(self._fill_again)
        self.fill()
        resize_within(self, 760, 520)

    def fill(self, row: int = 0) -> None:
        """Write the steps as they are now and stand on a row."""
        deeds = store.deeds(SHOWN)
        self.table.show_lines(deeds, [(days.moment(deed.at), deed.who, deed.text()) for deed in deeds])
        self._erased = store.erased(deeds)
        for place, deed in enumerate(deeds):
            if deed.undone_by is not None:
                self._strike(place)
            elif why := self._bar(deed):
                self._grey(place, say(why))
        self.table.selectRow(min(row, len(deeds) - 1))
        self._offer()

    def _strike(self, row: int) -> None:
        for column in range(len(_HEADS)):
            item = self.table.item(row, column)
            if item is not None:
                font = item.font()
                font.setStrikeOut(True)
                item.setFont(font)
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, say(mark("undone", "step")))

    def _bar(self, deed: Deed) -> str:
        """Give the marked words why a step that stands can never be undone; nothing where it can."""
        return _FINAL if deed.final else _ERASED if deed.id in self._erased else ""

    def _grey(self, row: int, why: str) -> None:
        for column in range(len(_HEADS)):
            item = self.table.item(row, column)
            if item is not None:
                item.setForeground(look.color("muted"))
                item.setToolTip(why)
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, why)

    def _offer(self) -> None:
        deed: Deed | None = self.table.chosen()
        session = store.current()
        writable = session is not None and not session.read_only
        open_ = writable and deed is not None and deed.undone_by is None
        why = self._bar(deed) if deed is not None and deed.undone_by is None else ""
        self.why.setText(say(why) if why else "")
        self.why.setVisible(bool(why))
        self.one.setEnabled(open_ and not why)
        self.back.setEnabled(open_ and not why)
        self.again.setEnabled(writable and store.next_redo() is not None)

    def _ask_back_to(self, number: int) -> None:
        """Take back a step and all after it, once the person has seen which; what bars the way is said at once."""
        deeds = store.standing_since(number)
        if len(deeds) < 2:
            self._steps.undo_one(number)
        elif store.erased(deeds) or self._agreed(deeds):
            self._steps.undo_back_to(number)

    def _agreed(self, deeds: list[Deed]) -> bool:
        n, more = len(deeds), len(deeds) - NAMED
        lines = [say(_ASKED).format(n=n), "", *(f"• {deed.text()}" for deed in deeds[:NAMED])]
        if more > 0:
            lines.append("• " + say_n("and {n} more", "and {n} more", more).format(n=more))
        buttons = {"undo": say(mark("&Undo {n} steps")).format(n=n), "keep": say(mark("&Keep"))}
        text = "\n".join([*lines, "", say(_AFTER)])
        return messages.ask(self, say(_BACK), text, buttons, kind="warning", danger="undo") == "undo"

    def _go(self, take_back: Callable[[int], None]) -> None:
        deed = self.table.chosen()
        if deed is not None:
            take_back(deed.id)

    def _fill_again(self) -> None:
        self.fill(self.table.currentRow())
