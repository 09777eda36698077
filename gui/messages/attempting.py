"""Doing what the data may refuse, and saying why where it does."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.messages.boxes import tell
from models.errors import OfficeRefused, Refused, Stale
from models.files import WriteRefused
from models.text import mark, say

NOT_DONE = mark("Not done")
_TOLD = (Refused, Stale, OfficeRefused, WriteRefused)  # what the world refuses, each with its sentence


def attempt(parent: QWidget, deed: Callable[[], object]) -> bool:
    """Do something that the data may refuse; say why where it does, and tell whether it was done."""
    try:
        deed()
    except LookupError:
        tell(parent, say(NOT_DONE), say(mark("This record is no longer there.")), kind="warning")
    except _TOLD as error:
        tell(parent, say(NOT_DONE), str(error), kind="warning")
    else:
        return True
    return False
