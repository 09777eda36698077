"""What happens when the program itself is at fault: a line in the log and one box in plain words."""

import logging
import re
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gui.messages.boxes import ask, tell
from gui.messages.traces import trace_of
from models.text import mark, say

LOG = logging.getLogger("bang_giao")
LOG_SIZE = 1_000_000  # bytes; a longer one is put aside
LOGS = 3
"""So many older logs are kept."""
TITLE = mark("Something went wrong in the program")
TEXT = mark(
    "The program met a fault of its own, and the last step was not finished.\n\n"
    "Everything saved before it is kept. What you are typing is still in the window: save it, "
    "and if saving fails too, close the program and open it again.\n\n"
    "To have it repaired, copy the details and send them to whoever looks after the program."
)
WORLD = mark("Not done")
FILE = mark("A file could not be read or written: {why}. What you entered is still in the window.")
COPY, GO_ON = mark("&Copy details"), mark("C&ontinue")
_QUOTED = re.compile('"[^"]*"')  # what Qt quotes may be the name that somebody gave a file
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Unexpected(QObject):
    """Takes faults from any thread, writes each one down and shows each kind once."""

    happened = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Live in the thread of the window, where the box has to open."""
        super().__init__(parent)
        self._seen: set[str] = set()
        self._open = False
        self.happened.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def take(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Write a fault down and have it shown if it is new."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        details = trace_of(fault.with_traceback(trace))
        LOG.error(details)
        last = traceback.extract_tb(trace)[-1:] if trace else []
        signature = f"{kind.__name__} {last[0].filename}:{last[0].lineno}" if last else kind.__name__
        if signature not in self._seen:
            self._seen.add(signature)
            self.happened.emit(details, in_words(fault))

    @Slot(str, str)
    def show(self, details: str, told: str) -> None:
        """Show one box; while it is open, further faults only go to the log."""
        if self._open:
            return
        self._open = True
        try:
            if told:
                tell(QApplication.activeWindow(), say(WORLD), told, kind="warning")
                return
            buttons = {"copy": say(COPY), "continue": say(GO_ON)}
            if ask(QApplication.activeWindow(), say(TITLE), say(TEXT), buttons, kind="error") == "copy":
                QApplication.clipboard().setText(details)
        finally:
            self._open = False


def in_words(fault: BaseException) -> str:
    """Say what the disk or the database did; nothing where the fault is the program's own."""
    from models import engine
    from models.errors import SENTENCES, OfficeRefused

    if isinstance(fault, OfficeRefused):
        return str(fault)
    if isinstance(fault, engine.DatabaseError):
        why = engine.cause(fault)
        return "" if why == "unknown" else say(SENTENCES[why])
    if isinstance(fault, OSError) and fault.filename:
        return say(FILE).format(why=f"{fault.strerror} ({fault.filename})")
    return ""


def install_exception_hook(log: Path, parent: QObject | None = None) -> Unexpected:
    """Catch what nobody caught, in every thread, and Qt's own warnings; ``log`` is the file they are written to."""
    _write_to(log)
    unexpected = Unexpected(parent)
    sys.excepthook = unexpected.take
    sys.unraisablehook = lambda bad: unexpected.take(bad.exc_type, bad.exc_value or bad.exc_type(), bad.exc_traceback)
    threading.excepthook = lambda bad: unexpected.take(bad.exc_type, bad.exc_value or bad.exc_type(), bad.exc_traceback)
    qInstallMessageHandler(_note_qt)
    return unexpected


def _write_to(log: Path) -> None:
    """Write the log into a file of limited size; where the folder takes none, the program goes on without."""
    logging.raiseExceptions = False  # a full disk must not become a fault of its own
    LOG.setLevel(logging.INFO)
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log, maxBytes=LOG_SIZE, backupCount=LOGS, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)


def _note_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    LOG.log(_LEVELS.get(kind, logging.INFO), "Qt: %s", _QUOTED.sub('"…"', message))
