"""What can stand in the way of opening or saving, each with its own sentence."""

from typing import Any

from models.checks import Complaint
from models.text import mark, say


class OfficeRefused(Exception):
    """A file cannot be opened as an office; the text says why and what to do."""

    def __init__(self, words: str, **values: Any) -> None:
        super().__init__(words)
        self.words, self.values = words, values

    def __str__(self) -> str:
        return say(self.words).format(**self.values)


class SaveFailed(OfficeRefused):
    """The disk or the database did not take a save; nothing was changed."""


class Closed(OfficeRefused):
    """The record is closed, or the office is open for reading only."""


class Refused(Exception):
    """The values break rules; nothing was saved. ``complaints`` stand beside their fields."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__("; ".join(complaint.text() for complaint in complaints))
        self.complaints = complaints


class Stale(Exception):
    """Somebody saved the record since it was opened; nothing was saved."""

    def __init__(self, kind: str, record: int, who: str, at: str) -> None:
        super().__init__(kind, record, who, at)
        self.kind, self.record, self.who, self.at = kind, record, who, at

    def __str__(self) -> str:
        words = mark(
            "{who} changed this record at {at} while it was open here. "
            "Your text was not saved; nothing was overwritten."
        )
        return say(words).format(who=self.who, at=self.at)


# What the database said → what the person is told.
SENTENCES: dict[str, str] = {
    "full": mark(
        "The disk is full or does not answer. Nothing was saved, your text is still in the form. "
        "Make room and save again."
    ),
    "read-only": mark(
        "The file cannot be written. Nothing was saved. Check the rights of the folder, then save again."
    ),
    "locked": mark("Another program holds the file. Nothing was saved. Close that program and save again."),
    "corrupt": mark(
        "The file is damaged. Nothing was saved. Restore the newest backup; the damaged file stays untouched."
    ),
    "foreign": mark("This file is not an office of Bang Giao, or it is encrypted."),
    "gone": mark(
        "The file of the office was moved, deleted or replaced while it was open. Nothing was saved. "
        "Put it back, or open it anew."
    ),
    "unknown": mark(
        "The database did not take the save. Nothing was changed. "
        "Try again; if it happens again, make a backup and restart."
    ),
}
