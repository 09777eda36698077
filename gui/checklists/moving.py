"""A visit has moved: which of its open actions shall move with it, old day and new side by side."""

from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from gui.checklists.frame import TROUBLES, ListDialog, plain
from gui.widgets import label
from gui.widgets.sizes import resize_within
from models import checklists, days
from models.checklists import Shift
from models.record import Record
from models.text import mark, say

TITLE = mark("Move the actions too?")
_OWN = mark("Its day was chosen by hand; it would move as far as the visit.")
_NO_DAY = mark("no day")


class ShiftDialog(ListDialog):
    """Offers the actions to be moved; accepted once the ticked ones are."""

    def __init__(self, record: Record, shifts: list[Shift], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, mark("Move the ticked ones"), mark("Leave them as they are"), "calendar-clock", parent)
        self.record, self.shifts = record, shifts
        self.setWindowTitle(f"{say(TITLE)} · {record.heading}")
        words = mark("The days have changed. These open actions were counted from them; what is done stays.")
        told = label(words)
        told.setWordWrap(True)
        self.top.addWidget(told)
        self.head(mark("Action"), mark("Due now"), mark("New day"))
        self.grid.setColumnStretch(1, 1)
        self.ticks = []
        for place, each in enumerate(shifts):
            row = 2 * place + 1
            name = f"{each.code} {each.name}".strip()
            self.ticks.append(self.tick(row, name, not each.own))
            self.grid.addWidget(plain(name), row, 1)
            self.grid.addWidget(plain(days.text(each.old) or say(_NO_DAY), "muted"), row, 2)
            self.grid.addWidget(plain(days.text(each.new)), row, 3)
            self.grid.addWidget(plain(checklists.remark(each.new), "small"), row, 4)
            if each.own:
                self.grid.addWidget(plain(say(_OWN), "small"), row + 1, 1, 1, 3)
        for column, width in ((2, 100), (3, 100), (4, 120)):
            self.grid.setColumnMinimumWidth(column, width)
        self.order(*self.ticks)
        resize_within(self, 760, 180 + 34 * min(len(shifts), 10) + 22 * sum(each.own for each in shifts[:10]))

    def go(self) -> None:
        """Move the ticked actions."""
        chosen = [each for each, tick in zip(self.shifts, self.ticks, strict=True) if tick.isChecked()]
        try:
            checklists.move(self.record, chosen)
        except (*TROUBLES, LookupError) as trouble:
            self.complain(str(trouble))
        else:
            self.accept()


def offer_shifts(parent: QWidget, record: Record, since: int) -> bool:
    """Offer to move the open actions of a record whose days changed after version ``since``; tell whether some were."""
    found = checklists.shifts(record, since)
    if not found:
        return False
    dialog = ShiftDialog(record, found, parent)
    moved = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return moved


def watch(form: Any) -> None:
    """Offer after each save of a form to move what hangs on the days that changed in it."""
    known = {form.record.uuid: form.record.version}

    def saved(record: Record) -> None:
        since = known.get(record.uuid, 0)
        known[record.uuid] = record.version
        if since:
            offer_shifts(form, record, since)

    form.saved.connect(saved)
