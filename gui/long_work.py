"""Work that takes long, done beside the window: it can be watched and stopped, and its end is told in the window."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget

from gui import tasks
from gui.messages import attempt
from gui.widgets import note
from models.attachments import Stopped
from models.attachments.blobs import Going, go_on
from models.text import mark, say

STEPS = 1000
OFTEN = 200  # milliseconds between two looks at how far it is
SHOWN_AFTER = 1000  # milliseconds; what is quicker needs no window
MANY = 100  # records from which on the window would stand still too long
CANCEL = mark("Cancel")
STOPPED = mark("Stopped. Nothing was changed by this step.")
Deed = Callable[[Going], Any]
Outcome = tuple[list[Any], list[Exception]]  # what was done, and what was refused


class LongWork(QObject):
    """Several deeds one after the other in another thread; a refusal of one does not stop the others."""

    def __init__(
        self,
        window: QWidget,
        title: str,
        words: str,
        deeds: Sequence[Deed],
        done: Callable[[Outcome], None],
        *,
        modal: bool = False,
    ) -> None:
        """Start at once; the marked ``title`` and ``words`` say what is done, ``done`` gets the outcome.

        ``modal``: the window lives, but takes no other orders meanwhile.
        """
        super().__init__(window)
        self._deeds, self._done = deeds, done
        self._stop = threading.Event()
        self._part = 0.0
        self._task: tasks.Task | None = None
        self.progress = progress(window, say(title), words)
        self.progress.setRange(0, STEPS)
        self.progress.canceled.connect(self._stop.set)
        self._look = QTimer(self, interval=OFTEN)
        self._look.timeout.connect(self._tell)
        self._look.start()
        self._task = tasks.start(self, self._work, self._end)
        if modal:
            self.progress.setWindowModality(Qt.WindowModality.WindowModal)
            self.progress.show()

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


def progress(parent: QWidget, title: str, words: str) -> QProgressDialog:
    """Make the window, seen only where the work takes a while, that tells how far it is and lets one stop it."""
    made = QProgressDialog(parent)
    made.setWindowTitle(title)
    made.setLabelText(words)
    made.setAccessibleName(words)
    made.setRange(0, 0)
    stop = QPushButton(say(CANCEL))
    stop.setAccessibleName(say(CANCEL))
    made.setCancelButton(stop)
    made.setWindowModality(Qt.WindowModality.NonModal)
    made.setMinimumWidth(420)
    made.setAutoClose(False)
    made.setAutoReset(False)
    made.setMinimumDuration(SHOWN_AFTER)
    return made


def do_to_many(parent: QWidget, title: str, words: str, count: int, deed: Deed, ended: Callable[[bool], None]) -> None:
    """Do one step to ``count`` records, beside the window where they are many, whole or not at all.

    Says why where it is refused; ``ended`` is told whether it was done.
    """
    if count < MANY:
        ended(attempt(parent, lambda: deed(go_on)))
        return

    def tell(outcome: Outcome) -> None:
        for refused in outcome[1]:
            if isinstance(refused, Stopped):
                note(parent, say(STOPPED))
            else:
                attempt(parent, lambda refused=refused: _raise(refused))  # type: ignore[misc]
        ended(bool(outcome[0]))

    LongWork(QApplication.activeModalWidget() or parent.window(), title, words, [deed], tell, modal=True)


def _raise(refused: Exception) -> None:
    raise refused
