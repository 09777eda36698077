"""How the window ends: closed by a person, or stopped by the system, when there is no time for questions."""

import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication

from gui import messages
from models.text import mark, say

if TYPE_CHECKING:
    from gui.window import Window

_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")  # the last one is what Windows has


class Ending(QObject):
    """Calls ``end`` once, in the window's thread, when the system wants the program to stop."""

    def __init__(self, parent: QObject, end: Callable[[], None]) -> None:
        """Listen from now on, as long as ``parent`` lives."""
        super().__init__(parent)
        self._end, self._ended = end, False
        self._heard, self._told = socket.socketpair()
        for each in (self._heard, self._told):
            each.setblocking(False)
        # Python runs its own handlers between two steps of Python, and Qt's loop makes none: the byte wakes it up.
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        known = [number for name in _NAMES if (number := getattr(signal, name, None)) is not None]
        for number in known:
            signal.signal(number, lambda *_: self.stop())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.commitDataRequest.connect(lambda _manager: self.stop())
        application.aboutToQuit.connect(finish)

    def stop(self) -> None:
        """End the program; a second wish to stop changes nothing."""
        if not self._ended:
            self._ended = True
            self._end()

    def _wake(self) -> None:
        with suppress(BlockingIOError):
            self._heard.recv(64)


def close_tidily(window: "Window") -> bool:
    """Leave the open office, asking what has to be asked; tell whether the window may go."""
    from gui.shell import offices

    window.setCursor(Qt.CursorShape.WaitCursor)
    try:
        return offices.leave(window)
    finally:
        window.unsetCursor()


def close_after_fault(window: "Window") -> bool:
    """Ask whether to end although leaving tidily failed before."""
    words = mark(
        "The program met a fault while it was closing. Everything you saved is in the office; a backup was not made. "
        "What you typed and did not save is offered at the next start."
    )
    buttons = {"close": say(mark("&Close all the same")), "stay": say(mark("&Stay"))}
    title = say(mark("Closing did not work"))
    return messages.ask(window, title, say(words), buttons, kind="warning", danger="close") == "close"


def let_go(window: "Window") -> None:
    """Close the office within a moment, without a question and without a backup; what is being typed is kept."""
    from gui import tasks
    from gui.shell import drafts
    from gui.vault.waiting import is_busy
    from models import store

    if window.workplace:
        drafts.keep_all(window.workplace)
        tasks.stop_all(1_000)
        window.workplace.keep()
        window.show_nothing()
    if not is_busy():  # else an office is being restored or encrypted, and whoever waits for it closes it: see finish
        store.close_office()


def finish() -> None:
    """Let nothing run on, and no office stay open, once the window's loop has ended.

    A dialog that the end cut short may have opened an office on its way out.
    """
    from gui.vault.beside import wait_for_all
    from models import store

    wait_for_all()
    store.close_office()


def end_at_once(window: "Window") -> None:
    """End the program because the system wants it to; the next start makes a backup."""
    let_go(window)
    QApplication.exit(0)
