"""Copying beside the window: it can be watched and stopped, and its end is told in the window."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui import tasks
from gui.output.writing import progress
from models.attachments import Stopped
from models.attachments.blobs import Going
from models.text import mark, say

STEPS = 1000
OFTEN = 200  # milliseconds between two looks at how far it is
Deed = Callable[[Going], Any]
Outcome = tuple[list[Any], list[Exception]]  # what was done, and what was refused


class Copying(QObject):
    """Several deeds one after the other in another thread; a refusal of one does not stop the others."""

    def __init__(self, window: QWidget, words: str, deeds: Sequence[Deed], done: Callable[[Outcome], None]) -> None:
        """Start at once; ``words`` say what is copied, ``done`` gets the outcome."""
        super().__init__(window)
        self._deeds, self._done = deeds, done
        self._stop = threading.Event()
        self._part = 0.0
        self._task: tasks.Task | None = None
        self.progress = progress(window, say(mark("Copying files")), words)
        self.progress.setRange(0, STEPS)
        self.progress.canceled.connect(self._stop.set)
        self._look = QTimer(self, interval=OFTEN)
        self._look.timeout.connect(self._tell)
        self._look.start()
        self._task = tasks.start(self, self._work, self._end)

    def _going(self, place: int, done: int, whole: int) -> bool:
        """Note how far it is; called in the other thread."""
        self._part = (place + done / max(whole, 1)) / len(self._deeds)
        return not (self._stop.is_set() or (self._task is not None and self._task.cancelled))

    def _work(self) -> Outcome:
        made: list[Any] = []
        refused: list[Exception] = []
        for place, deed in enumerate(self._deeds):
            try:
                made.append(deed(lambda done, whole, place=place: self._going(place, done, whole)))  # type: ignore[misc]
            except Stopped as stopped:
                refused.append(stopped)
                break
            except Exception as error:
                refused.append(error)
        return made, refused

    def _tell(self) -> None:
        self.progress.setValue(int(self._part * (STEPS - 1)))
        if self._task is not None and self._task.cancelled:  # the office is being closed
            self._close()

    def _end(self, outcome: Outcome) -> None:
        self._close()
        self._done(outcome)

    def _close(self) -> None:
        self._look.stop()
        self.progress.canceled.disconnect(self._stop.set)
        self.progress.close()
        self.progress.deleteLater()
        self.deleteLater()
