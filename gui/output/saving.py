"""Where a file goes: a proposed name, the last folder, and another copy where the first place refuses."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from gui import messages
from models import days, preferences
from models.text import mark, say

KINDS = {
    ".xlsx": mark("Excel workbook"),
    ".pdf": mark("PDF document"),
    ".docx": mark("Word document"),
    ".zip": mark("Folder of files (zip)"),
}
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def last_folder() -> Path:
    """Give the folder into which something was saved last, or the person's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(str(preferences.get("output_folder", documents)))


def proposed(title: str, suffix: str) -> Path:
    """Propose a file in the folder used last, named after what it holds and the day."""
    name = _FORBIDDEN.sub(" ", title).strip(" .")[:100]
    return last_folder() / f"{name} {days.today():%d-%m-%Y}{suffix}"


def choose(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Ask where to save and remember the folder; None where the person gives up."""
    suffix = suggested.suffix
    path = messages.choose_file_to_save(parent, title, suggested, suffix=suffix, kind=say(KINDS[suffix]))
    if path is not None:
        preferences.remember("output_folder", str(path.parent))
    return path


def choose_another(parent: QWidget, title: str, path: Path, sentence: str, again: Callable[[Path], None]) -> None:
    """Say why a file was not saved and offer to save another copy; ``again`` gets its place."""
    buttons = {"copy": say("Save &another copy…"), "leave": say("&Do not save")}
    if messages.ask(parent, say("The file was not saved"), sentence, buttons, kind="warning") == "copy":
        other = choose(parent, title, _beside(path))
        if other is not None:
            again(other)


def _beside(path: Path) -> Path:
    return next(
        other
        for number in range(2, 1000)
        if not (other := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists()
    )
