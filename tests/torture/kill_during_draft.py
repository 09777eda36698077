"""Kill the window while somebody types into a form without saving: at most two seconds of typing are lost."""

import os
import sys
import time
import traceback
from contextlib import nullcontext
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui import look
from gui.forms.keeping import Keeping
from gui.qt_words import set_language
from gui.window import Window
from models import soundness, store
from models.kinds import PAGES
from models.store import unfinished
from tests.gui.typing_hands import type_text
from tests.torture import writer
from tests.torture.lives import lives, tell

EVERY = 50  # milliseconds between two letters
MOST = 2.0  # seconds of typing that may be lost
LONGEST = 5.0  # seconds of a life after its first letter
LETTERS = "Đoàn công tác của tỉnh sang thăm và làm việc, ký biên bản ghi nhớ về cửa khẩu. "
FIELD = "content"


def torture(folder: Path, times: int, *, planted: bool = False) -> dict[str, int]:
    """Kill ``times`` windows; count letters typed and kept, the longest loss in milliseconds, and what is wrong."""
    os.environ["BANG_GIAO_HOME"] = str(folder / "home")
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*.warning=false"}
    template, office = folder / "template.db", folder / "office.db"
    writer.make(template)
    figures = {"kills": 0, "typed": 0, "kept": 0, "worst_ms": 0, "lost": 0, "half": 0, "faults": 0}
    for lines in lives(partial(write, lazily=planted), office, template, times, LONGEST, a_round=1):
        figures["kills"] += 1
        figures["typed"] += len(lines)
        _look(office, [float(line) for line in lines], figures)
    return figures


def write(office: Path, *, lazily: bool = False) -> None:
    """Open the window and a new form, and type until killed; the planted fault keeps only after a pause."""
    app = QApplication([])
    set_language(app, "vi")
    look.apply(app, "light")
    window = Window(office)
    window.ready.connect(lambda: _begin(window))
    window.show()
    lazy = patch.object(Keeping, "_typed", lambda self: self._quiet.start()) if lazily else nullcontext()
    with lazy, patch("gui.messages.install_exception_hook"):
        sys.excepthook = _end
        app.exec()


def _end(*told: Any) -> None:
    """Let a fault of the program end it, so that it is not taken for a kill."""
    traceback.print_exception(*told)
    os._exit(3)


def _begin(window: Window) -> None:
    """Open a form and type one letter after the other, each told of as soon as it stands there."""
    assert window.workplace is not None
    form = window.workplace.open_form(PAGES["inbound"].blank())
    editor = form.body.editors[FIELD]
    letters = cycle(LETTERS)

    def press() -> None:
        focus = QApplication.focusWidget()
        if focus is None or not editor.isAncestorOf(focus):
            window.activateWindow()
            editor.setFocus()
            return
        type_text(next(letters))
        tell(str(time.monotonic()))

    timer = QTimer(form, interval=EVERY)
    timer.timeout.connect(press)
    timer.start()


def _look(office: Path, typed: list[float], figures: dict[str, int]) -> None:
    """Compare what is offered after a restart with what was typed."""
    with store.session(office):
        kept = unfinished.unfinished()
        figures["faults"] += len(soundness.faults())
    words = kept[0].content["fields"][FIELD].get("value") or "" if kept else ""
    wanted = LETTERS * (len(typed) // len(LETTERS) + 2)
    figures["half"] += not wanted.startswith(words) or len(kept) > 1
    figures["kept"] += min(len(words), len(typed))
    lost = typed[-1] - typed[len(words)] + EVERY / 1000 if len(words) < len(typed) else 0.0
    figures["worst_ms"] = max(figures["worst_ms"], round(lost * 1000))
    figures["lost"] += lost > MOST
