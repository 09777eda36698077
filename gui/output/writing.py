"""A file written by a process of its own, so that the window stays quick and the writing can be stopped."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal
from PySide6.QtWidgets import QWidget

import models
from gui.long_work import progress
from models import days, engine, store
from models.text import mark, say, spoken

HOUSE = Path(models.__file__).resolve().parent.parent
WRITER, PAINTER = "models.jobs.apart", "gui.printing.apart"
PATIENCE = 5000  # milliseconds for a stopped process to clear up after itself
TITLE = mark("Writing a file")


class Writing(QObject):
    """One file on its way; ``ended`` carries the path, or None where it was stopped; ``refused`` a sentence."""

    ended = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget, asked: dict[str, Any], words: str) -> None:
        """Start at once; ``words`` say what is being written and how much of it."""
        super().__init__(parent)
        self._stopped = False
        self.notes: list[str] = []  # sentences about what a person should look at in the file
        self._process = QProcess(self)
        self._process.setWorkingDirectory(str(HOUSE))
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        self._process.start(sys.executable, ["-X", "utf8", "-m", PAINTER if asked.get("form") == "pdf" else WRITER])
        self._process.write((json.dumps(asked | _surroundings()) + "\n").encode())
        self.progress = progress(parent, say(TITLE), words)
        self.progress.canceled.connect(self.stop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._leave)

    def stop(self) -> None:
        """Ask the process to stop; it takes away what it had begun."""
        self._stopped = True
        self._process.closeWriteChannel()
        QTimer.singleShot(PATIENCE, self._process, self._process.kill)

    def _leave(self) -> None:
        self._process.closeWriteChannel()
        self._process.waitForFinished(PATIENCE)

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._close()
            self.refused.emit(say("The program that writes files could not be started. Nothing was saved."))

    def _finish(self) -> None:
        self._close()
        told = bytes(self._process.readAllStandardOutput().data()).decode().strip()
        faults = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        answer: dict[str, Any] = json.loads(told) if told.startswith("{") else {}
        if "refused" in answer:
            self.refused.emit(answer["refused"])
        elif "done" in answer:
            self.notes = answer.get("notes", [])
            self.ended.emit(Path(answer["done"]))
        elif self._stopped or "cancelled" in answer:
            self.ended.emit(None)
        else:
            self.ended.emit(None)
            raise RuntimeError(faults or "the writer said nothing")

    def _close(self) -> None:
        self.progress.canceled.disconnect(self.stop)
        self.progress.close()
        self.progress.deleteLater()
        self.deleteLater()


def _surroundings() -> dict[str, str]:
    session = store.current()
    assert session is not None, "an office is open while lists are shown"
    told = {"office": str(session.path), "today": days.today().isoformat()}
    key = engine.key()
    return told | ({"key": key.hex()} if key else {})


def write(
    parent: QWidget,
    asked: dict[str, Any],
    words: str,
    done: Callable[[Path], None],
    refused: Callable[[str], None],
) -> Writing:
    """Write a file beside the window, then call ``done`` with its path or ``refused`` with the sentence."""
    made = Writing(parent, {"language": spoken()} | asked, words)
    made.ended.connect(lambda path: done(path) if path is not None else None)
    made.refused.connect(refused)
    return made
