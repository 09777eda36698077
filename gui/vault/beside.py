"""Work that must not stop the window and needs no open office: trying a passphrase, encrypting a closed office."""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QThread, Signal

_running: "set[Beside]" = set()


class Beside(QThread):
    """Does one piece of work; ``done`` carries what it gave, ``failed`` what went wrong, in the window's thread.

    A thread that is destroyed while it runs takes the whole program with it, and a person may close a dialog at any
    moment. So it belongs to nobody; what it gave is handed over once it has ended, where its owner is still there.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, owner: QObject, work: Callable[[], Any]) -> None:
        """Start at once, for ``owner``."""
        super().__init__()
        self._owner, self._work = owner, work
        self._given: Any = None
        self._fault: Exception | None = None
        _running.add(self)
        self.finished.connect(self._hand_over)
        self.start()

    def run(self) -> None:
        try:
            self._given = self._work()
        except Exception as error:
            self._fault = error

    def _hand_over(self) -> None:
        _running.discard(self)
        if not shiboken6.isValid(self._owner):
            return
        if self._fault is None:
            self.done.emit(self._given)
        else:
            self.failed.emit(self._fault)


def wait_for_all() -> None:
    """Wait until nothing runs any more: the program ends."""
    for each in list(_running):
        each.wait()
