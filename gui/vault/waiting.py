"""Waiting for work beside the window, under a bar that lets nothing else be done meanwhile."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from gui.long_work import OFTEN, STEPS, progress
from gui.vault.beside import Beside
from gui.vault.guard import Guard
from models.attachments import Stopped
from models.attachments.blobs import Going

_under_way: set[Beside] = set()


def is_busy() -> bool:
    """Tell whether something is waited for that must not lose its office meanwhile."""
    return bool(_under_way)


def wait(window: QWidget, title: str, words: str, work: Callable[[Going], Any], *, stoppable: bool = False) -> Any:
    """Do something beside the window, which lives on, but takes no orders; give what came of it, raise what it raised.

    Where the whole program is told to end meanwhile, the work is told to stop and waited for; that raises ``Stopped``.
    """
    stop, part = threading.Event(), [0.0]
    bar = progress(window, title, words)
    bar.setWindowModality(Qt.WindowModality.ApplicationModal)
    if stoppable:
        bar.setRange(0, STEPS)
        bar.canceled.connect(stop.set)
    else:
        bar.setCancelButton(None)

    def going(done: int, whole: int) -> bool:
        part[0] = done / max(whole, 1)
        return not stop.is_set()

    loop, given, faults = QEventLoop(), list[Any](), list[Exception]()
    running = Beside(loop, lambda: work(going))
    _under_way.add(running)
    for ended, kept in ((running.done, given), (running.failed, faults)):
        ended.connect(kept.append)
        ended.connect(loop.quit)
    timer = QTimer(bar, interval=OFTEN)
    timer.timeout.connect(lambda: _tell(bar, int(part[0] * (STEPS - 1))))
    timer.start()
    bar.show()
    loop.exec()
    _until_unlocked(loop)
    timer.stop()  # it lives until the window's own loop takes it away, and would show the bar over what is asked next
    bar.blockSignals(True)  # closing it is no wish to stop
    bar.reset()
    bar.close()
    bar.deleteLater()
    if not (given or faults):
        stop.set()
        running.wait()
        faults.append(Stopped())
    _under_way.discard(running)
    if faults:
        raise faults[0]
    return given[0]


def _until_unlocked(loop: QEventLoop) -> None:
    """Wait on where the window locked itself meanwhile: what is told next would open over the lock."""
    guards = (each.findChild(Guard) for each in QApplication.topLevelWidgets())
    for guard in {guard for guard in guards if guard and guard.screen}:
        guard.unlocked.connect(loop.quit)
        loop.exec()


def _tell(bar: QProgressDialog, part: int) -> None:
    if bar.maximum():
        bar.setValue(part)
    bar.show()  # Esc hides it, and the window would take orders again
