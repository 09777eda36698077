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


class Damaged(OfficeRefused):
    """A file cannot be read as the office it was: a backup, or what can still be read of it, is the way on."""


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
        "The file of the office is no longer there: it was moved or deleted, or its disk was taken away. Nothing was "
        "saved, your text is still in the form. Put it back, or save a copy of what is open here."
    ),
    "replaced": mark(
        "Another file lies in the place of the office since it was opened. Nothing was saved, your text is still in "
        "the form. Save a copy of what is open here, then open the office anew."
    ),
    "unknown": mark(
        "The database did not take the save. Nothing was changed. "
        "Try again; if it happens again, make a backup and restart."
    ),
}

# What the database said while a file was being opened → what the person is told. Nothing was changed then.
OPENING: dict[str, str] = {
    "full": mark(
        "The disk of {path} is full or does not answer, so the office cannot be opened. Nothing was changed. "
        "Make room on it or connect it again, then try again."
    ),
    "read-only": mark(
        "{path} cannot be opened: its folder cannot be written, or the disk does not answer. Nothing was changed. "
        "Check the rights of the folder, or copy the office with everything beside it to another disk."
    ),
    "locked": mark(
        "Another program, such as a viewer of databases, holds {path}. Nothing was changed. "
        "Close that program, then try again."
    ),
    "corrupt": mark("{path} is damaged. It was not changed and stays as it is."),
    "foreign": mark("{path} is damaged at its start, or is not an office of Bang Giao. It was not changed."),
    "unknown": mark("{path} could not be opened. Nothing was changed. Try again; if it happens again, restart."),
}


def cause(error: BaseException) -> str:
    """Name what the database really said: full, read-only, locked, corrupt, foreign, or unknown.

    Peewee hides the first error behind the failed rollback's, so the chain is walked to its beginning.
    """
    told = ""
    step: BaseException | None = error
    while step is not None:
        told = f"{step} {told}"
        step = step.__cause__ or step.__context__
    for sign, name in _CAUSES:
        if sign in told:
            return name
    return "unknown"


_CAUSES = (
    ("disk is full", "full"),
    ("disk I/O error", "full"),
    ("readonly", "read-only"),
    ("unable to open", "read-only"),
    ("locked", "locked"),
    ("malformed", "corrupt"),
    ("not a database", "foreign"),
)
