"""A template filled beside the window: where to, then what a person should look at in it."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from gui import messages
from gui.output import saving, writing
from gui.output.notice import say_saved
from gui.output.personal import take_out
from models import discretion
from models.discretion import Ticked
from models.text import mark, say

FILL = mark("Fill in a template")


def fill_template(parent: QWidget, asked: dict[str, Any], title: str, suffix: str) -> None:
    """Ask where to save and fill a template; ``asked`` is what the process beside the window needs to know."""
    path = saving.choose(parent, say(FILL), saving.proposed(title, suffix))
    if path is not None:
        _write(parent, {"work": "fill", **asked}, path)


def _write(parent: QWidget, asked: dict[str, Any], path: Path) -> None:
    if not take_out(parent, path.name, Ticked.of(asked)):
        return

    def done(file: Path) -> None:
        said = say("Saved: {file}.").format(file=file.name)
        say_saved(parent, " ".join((said, *discretion.said(Ticked.of(asked)))), file)
        if work.notes:
            messages.tell(parent.window(), say("Please look at the file"), "\n\n".join(work.notes), kind="warning")

    def refused(why: str) -> None:
        saving.choose_another(parent, say(FILL), path, why, partial(_write, parent, asked))

    words = say("Filling in {file}…").format(file=path.name)
    work = writing.write(parent, asked | {"path": str(path)}, words, done, refused)
