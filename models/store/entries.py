"""What the office keeps beside its records under a name: settings, items of lists, lines of the calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.history import FieldChange
from models.store import doing, saving
from models.store.taking_back import NotUndone, Touched
from models.store.transaction import writing
from models.store.wording import Said
from models.text import mark


@dataclass(frozen=True)
class Keeping:
    """How entries of one sort are read and written by their name; None stands for an entry that is not there."""

    read: Callable[[str], Any]
    write: Callable[[str, Any], None]
    words: Callable[[str], Said]
    after: Callable[[], None] = lambda: None


KEPT: dict[str, Keeping] = {}
_CHANGED = mark("It was changed since. Nothing was undone; everything stays as it is.")


def put(sort: str, name: str, value: Any) -> None:
    """Keep an entry as a deed of its own; nothing is written where it is so already."""
    keeping = KEPT[sort]
    with writing():
        before = keeping.read(name)
        if before == value:
            return
        keeping.write(name, value)
        changes = [FieldChange(name, before, keeping.read(name))]
        doing.write_down("set", sort, 0, 0, changes, None, lambda: keeping.words(name))
    keeping.after()
    saving.announce({sort})


def take_back(touched: Touched, verb: str) -> None:
    """Set entries as they were before a deed; raise ``NotUndone`` where they were changed since."""
    keeping = KEPT[touched.kind]
    for name, (old, new) in touched.values.items():
        if keeping.read(name) != new:
            raise NotUndone(_CHANGED)
        keeping.write(name, old)
        changes = [FieldChange(name, new, keeping.read(name))]
        doing.write_down(verb, touched.kind, 0, 0, changes, None, lambda name=name: keeping.words(name))  # type: ignore[misc]
    saving.announce({touched.kind})


def take_over() -> None:
    """Let the program go by what is kept now."""
    for after in {keeping.after for keeping in KEPT.values()}:
        after()
