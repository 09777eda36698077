"""What a person does with files: attach, open, save a copy, say what they are, take out and bring back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui import messages
from gui.attachments.bringing import Brought
from gui.long_work import LongWork, Outcome
from gui.messages import attempt
from gui.output.saving import last_folder
from gui.widgets import note
from models import preferences, store
from models.attachments import OTHER, Stopped, guess, is_risky, safe_name
from models.errors import OfficeRefused
from models.files import WriteRefused
from models.record import Record
from models.store import AttachedFile
from models.text import mark, say, say_n

Then = Callable[[], None]
TOLD = (OfficeRefused, WriteRefused)  # what the world refuses, each with its sentence
COPYING = mark("Copying files")
NOTHING_THERE = mark("There is no file and no picture in the clipboard.")


def attach(widget: QWidget, record: Record, things: Sequence[Brought], slot: str, then: Then) -> None:
    """Ask what the files are and copy them into the store beside the window."""
    from gui.attachments.dialog import ask_about

    if not things:
        note(widget, say(NOTHING_THERE))
        return
    if not attempt(widget, lambda: store.may_attach(record)):
        return
    window = widget.window()  # the widget may be gone by then: its page shows the record anew after each save
    names = [each.name for each in things]
    known = {"slot": slot or (guess(record.kind, names[0]).name if len(names) == 1 else OTHER.name)}
    told = ask_about(window, record, names, known)
    if told is not None:
        named = told.pop("name", None)
        deeds = [_attaching(record, each, named, told) for each in things]
        n = len(things)
        words = say_n("Attaching {n} file", "Attaching {n} files", n).format(n=n)
        LongWork(window, COPYING, words, deeds, lambda outcome: _attached(window, outcome, then))


def _attaching(record: Record, thing: Brought, named: str | None, told: dict[str, Any]) -> Callable[[Any], Any]:
    return lambda going: store.attach(record, thing.source, name=named or thing.name, going=going, **told)


def _attached(window: QWidget, outcome: Outcome, then: Then) -> None:
    made, refused = outcome
    then()
    if made:
        n = len(made)
        note(window, say_n("{n} file attached.", "{n} files attached.", n).format(n=n))
    _say_refused(window, say(mark("Not attached")), refused, say(mark("Stopped. What was not attached yet stays out.")))


def _say_refused(window: QWidget, title: str, refused: list[Exception], stopped: str) -> None:
    sentences = [str(each) for each in refused if isinstance(each, TOLD)]
    if sentences:
        messages.tell(window, title, "\n\n".join(sentences), kind="warning")
    if any(isinstance(each, Stopped) for each in refused):
        note(window, stopped)
    for each in refused:
        if not isinstance(each, (*TOLD, Stopped)):
            raise each


def pick(widget: QWidget) -> list[Brought]:
    """Let the person choose files."""
    folder = preferences.get("attached_folder", str(last_folder()))
    paths = messages.choose_files(widget.window(), say(mark("Attach files")), folder, kind=say(mark("All files")))
    if paths:
        preferences.remember("attached_folder", str(paths[0].parent))
    return [Brought(path.name, path) for path in paths]


def open_file(widget: QWidget, file: AttachedFile) -> None:
    """Open a copy for reading with the program that the computer has for it; ask first where it may run something."""
    window = widget.window()
    if is_risky(file.name):
        words = mark(
            "“{name}” can start a program or holds programs. Open it only if you know who sent it and why. "
            "To look at it safely, save a copy and ask the office's technician."
        )
        buttons = {"open": say(mark("Open all the same")), "leave": say(mark("Do not open"))}
        title = say(mark("This file may be dangerous"))
        if (
            messages.ask(window, title, say(words).format(name=file.name), buttons, kind="warning", danger="open")
            != "open"
        ):
            return
    words = say(mark("Opening “{name}”")).format(name=file.name)
    deed = partial(store.open_copy, file)
    LongWork(window, COPYING, words, [deed], lambda outcome: _opened(window, file, outcome))


def _opened(window: QWidget, file: AttachedFile, outcome: Outcome) -> None:
    made, refused = outcome
    _say_refused(window, say(mark("Not opened")), refused, say(mark("Stopped.")))
    if made and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(made[0]))):
        words = mark("This computer has no program that opens “{name}”. Save a copy of it instead.")
        messages.tell(window, say(mark("Not opened")), say(words).format(name=file.name), kind="warning")
    elif made:
        note(window, say(mark("A copy for reading was opened; changes in it are not kept.")))


def save_file(widget: QWidget, file: AttachedFile) -> None:
    """Save a copy where the person says."""
    window, name = widget.window(), safe_name(file.name)
    suffix = Path(name).suffix
    target = messages.choose_file_to_save(
        window, say(mark("Save a copy")), last_folder() / name, suffix=suffix, kind=say(mark("File"))
    )
    if target is None:
        return
    preferences.remember("output_folder", str(target.parent))

    def done(outcome: Outcome) -> None:
        _say_refused(window, say(mark("The file was not saved")), outcome[1], say(mark("Stopped.")))
        if not outcome[1]:
            note(window, say(mark("Saved: {name}")).format(name=target.name))

    words = say(mark("Saving “{name}”")).format(name=target.name)
    LongWork(window, COPYING, words, [partial(store.save_copy, file, target)], done)


def edit(widget: QWidget, record: Record, file: AttachedFile, then: Then) -> None:
    """Let the person say anew what a file is."""
    from gui.attachments.dialog import ask_about

    known = {"id": file.id, "slot": file.slot, "number": file.number, "dated": file.dated, "signer": file.signer}
    told = ask_about(widget.window(), record, [file.name], known)
    if told is not None and attempt(widget, lambda: store.describe(file, **told)):
        then()


def take_out(widget: QWidget, file: AttachedFile, then: Then) -> None:
    """Take a file out of its record; the note that tells of it offers the way back."""
    if attempt(widget, lambda: store.detach(file)):
        then()


def bring_back(widget: QWidget, file: AttachedFile, then: Then) -> None:
    """Bring back a file that was taken out."""
    if attempt(widget, lambda: store.restore_attachment(file)):
        then()
