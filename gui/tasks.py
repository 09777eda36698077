"""Work that takes a while, done beside the window with a connection of its own."""

import threading
from collections.abc import Callable
from functools import cache
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

THREADS = 4
STEPS = 20_000  # of the database between two looks whether the work was cancelled
_running: "set[Task]" = set()


class Task(QObject):
    """One piece of work; what it gives is handed over in the window's thread, unless it was cancelled."""

    _ended = Signal(object, object)

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        """Belong to ``owner``: when it is gone, nothing is handed over."""
        super().__init__()
        self.cancelled = False
        self._owner, self._work, self._done, self._failed = owner, work, done, failed
        self._connection: Any = None
        self._guard = threading.Lock()
        self._ended.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Stop the question that is being asked, and forget the answer."""
        self.cancelled = True
        with self._guard:
            if self._connection is not None:
                self._connection.interrupt()

    def work(self) -> None:
        """Do the work; called in the other thread."""
        from models import engine

        result: Any = None
        fault: Exception | None = None
        try:
            engine.connect()
            self._connection = engine.database.connection()
            # One interruption ends one question; work that asks many would go on with the next.
            self._connection.set_progress_handler(lambda: self.cancelled, STEPS)
            if not self.cancelled:
                result = self._work()
        except Exception as error:
            fault = error
        with self._guard:
            self._connection = None
        engine.disconnect()
        self._ended.emit(result, fault)

    @Slot(object, object)
    def _hand_over(self, result: Any, fault: Exception | None) -> None:
        _running.discard(self)
        if self.cancelled or not shiboken6.isValid(self._owner):
            return
        if fault is None:
            self._done(result)
        elif self._failed:
            self._failed(fault)
        else:
            raise fault


class _Run(QRunnable):
    """What the pool of threads takes."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.work()


@cache
def _pool() -> QThreadPool:
    pool = QThreadPool()
    pool.setMaxThreadCount(THREADS)
    return pool


def start(
    owner: QObject,
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None] | None = None,
) -> Task:
    """Do ``work`` in another thread, then call ``done`` with what it gave (or ``failed`` with what went wrong)."""
    task = Task(owner, work, done, failed)
    _running.add(task)
    _pool().start(_Run(task))
    return task


def settle(owner: QObject) -> None:
    """Bring what was saved from the log into the file of the office; where that fails now, closing does it."""
    from models import engine

    start(owner, engine.checkpoint, lambda _done: None, lambda _fault: None)


def stop_all(patience: int = 10_000) -> None:
    """Cancel everything and wait for it, so many milliseconds at most; called before an office is closed."""
    for task in list(_running):
        task.cancel()
    _pool().waitForDone(patience)
    _running.clear()
