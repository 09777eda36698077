"""The window on an office: somebody types the words, faults that hold them happen, and then it is killed."""

import gc
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication

from gui import look, messages, tasks
from gui.qt_words import set_language
from gui.window import Window
from models import preferences, vault
from models.kinds import PAGES
from models.store import unfinished
from tests.models.vault.canaries import WORDS
from tests.models.vault.conftest import PASSPHRASE

TYPED = {"name": "visit", "content": "content", "places": "position"}
"""The words that are typed into the form, by field."""
FAULTS = 4
PATIENCE = 60_000  # milliseconds until it ends by itself


def main(path: Path) -> None:
    """Open the window, type and fail; "ready" once all is kept and logged."""
    if vault.is_plain(path) is False:
        vault.unlock(path, PASSPHRASE)
    app = QApplication([])
    set_language(app, "vi")
    look.apply(app, "light")
    window = Window(path)
    window.ready.connect(lambda: _begin(window))
    window.show()
    QTimer.singleShot(PATIENCE, app.quit)
    with messages.answering(*["continue"] * FAULTS):
        app.exec()


def _begin(window: Window) -> None:
    assert window.workplace
    form = window.workplace.open_form(PAGES["inbound"].blank())
    for name, word in TYPED.items():
        form.body.editors[name].show_words(WORDS[word])
        form.body.editors[name].changed.emit()
    window.topbar.search.setText(WORDS["alias"])
    window.note(WORDS["note"])
    QTimer.singleShot(0, window, _fail)
    tasks.start(window, _fail, lambda _done: None)
    threading.Thread(target=_fail).start()
    _leave_behind()
    qWarning(f'QIODevice::read (QFile, "/home/{WORDS["slot"]}.pdf"): device not open')
    waiting = QTimer(window, interval=50)
    waiting.timeout.connect(_say_when_kept)
    waiting.start()


def _fail() -> None:
    """Be a fault that holds what was typed, and another behind it."""
    try:
        int(WORDS["passport"])
    except ValueError as error:
        raise KeyError(WORDS["member"]) from error


class _FailsAtItsEnd:
    def __del__(self) -> None:
        raise RuntimeError(WORDS["head"])


def _leave_behind() -> None:
    _FailsAtItsEnd()
    gc.collect()


def _say_when_kept() -> None:
    log = (preferences.folder() / "bang-giao.log").read_text(encoding="utf-8")
    logged = log.count("KeyError") + log.count("RuntimeError") >= FAULTS
    if logged and any(len(kept.content["changed"]) == len(TYPED) for kept in unfinished.unfinished()):
        print("ready", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
