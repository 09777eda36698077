"""The note that an action has led to another: the next term of a series, or the work that goes on in a session."""

from PySide6.QtWidgets import QWidget

from gui.widgets import Toast
from models import checklists, days, recurring, store
from models.actions import FollowUp
from models.record import Record
from models.states import ActionState
from models.text import mark, say

_MADE = mark("The next action of the series is made: {code}, due on {day}.")
_GOES_ON = mark("Carried over; it goes on as the action {code}.")


class SeriesNote(Toast):
    """A note about the action that continues another."""


def tell_next(parent: QWidget, record: Record, before: int | None) -> None:
    """Say which action was made when this one was done or carried; ``before`` is the one there already."""
    number = recurring.next_of(record) if isinstance(record, FollowUp) else None
    if number is None or number == before:
        return
    made = store.load("action", number)
    assert isinstance(made, FollowUp)
    window = parent.window()
    note = window.findChild(SeriesNote)
    if note is None:
        note = SeriesNote(window)
        note.stand_in(window)
    words = _GOES_ON if record.value("state") == ActionState.CARRIED else _MADE
    day = " – ".join(part for part in (days.text(made.due_on), checklists.remark(made.due_on)) if part)
    note.note(say(words).format(code=made.code, day=day))
