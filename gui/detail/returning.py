"""Bringing an older value or a whole version of a record back, from the lines of its history."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from gui import messages
from models import store
from models.history import FieldChange
from models.record import Record
from models.text import mark, say

VALUE, VERSION = mark("Bring the old value back"), mark("Bring this version back")
_ASKED = mark(
    "Fields, rows and links of “{name}” become again what they were in version {n}. The file code, the state and the "
    "attached files stay. What stands there now is kept in the history and can be brought back too."
)
_PURGED = mark("Purged personal details cannot be brought back: {fields}. Everything else was.")


class Returning:
    """What the buttons of a history do; ``done`` is called after something was brought back."""

    def __init__(self, parent: QWidget, done: Callable[[], None]) -> None:
        """Ask and complain over ``parent``."""
        self._parent, self._done = parent, done

    def value(self, record: Record, change: FieldChange) -> Callable[[], None]:
        """Give what brings the value back that stood before a change."""
        return partial(self._do, partial(store.bring_back_value, record, change.path, change.old))

    def version(self, record: Record, version: int) -> Callable[[], None]:
        """Give what brings a whole version back, once the person has agreed."""
        return partial(self._bring_version, record, version)

    def _bring_version(self, record: Record, version: int) -> None:
        buttons = {"bring": say(mark("&Bring back")), "cancel": say(mark("Cancel", "dialog"))}
        text = say(_ASKED).format(name=record.heading, n=version)
        if messages.ask(self._parent, say(VERSION), text, buttons) != "bring":
            return
        purged: list[str] = []
        self._do(lambda: purged.extend(store.bring_back_version(record, version)[1]))
        if purged:
            messages.tell(self._parent.window(), say(VERSION), say(_PURGED).format(fields=", ".join(purged)))

    def _do(self, deed: Callable[[], object]) -> None:
        if messages.attempt(self._parent, deed):
            self._done()
