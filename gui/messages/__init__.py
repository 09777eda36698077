"""The one door for boxes that wait for an answer, so that a test can give it."""

from gui.messages.attempting import NOT_DONE, attempt
from gui.messages.boxes import Asked, answering, ask, tell
from gui.messages.files import choose_file_to_open, choose_file_to_save, choose_files, choose_folder
from gui.messages.unexpected import install_exception_hook

__all__ = [
    "NOT_DONE",
    "Asked",
    "answering",
    "ask",
    "attempt",
    "choose_file_to_open",
    "choose_file_to_save",
    "choose_files",
    "choose_folder",
    "install_exception_hook",
    "tell",
]
