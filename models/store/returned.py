"""What a backup is told before it takes the place of an office: the numbers given since, and that it was put back.

It is told before the swap, so that a program that dies in between leaves the old office or one that knows all this.
"""

import json
from pathlib import Path

from models import closed, engine, history, preferences
from models.store.proof import PUT_BACK
from models.store.transaction import writing
from models.vault import DataKey

Numbers = dict[tuple[str, int], int]
# Where the replaced office could not be read, its last numbers are unknown: the next ones begin well after.
LEAP = 1000
_JOIN = (
    "INSERT INTO number_given (letters, year, last) VALUES (?, ?, ?) "
    "ON CONFLICT (letters, year) DO UPDATE SET last = max(last, excluded.last)"
)
_NOTE = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


def tell(draft: Path, key: DataKey | None, copy: str, given: Numbers | None) -> None:
    """Tell a laid-out backup the numbers given since (None: unknown) and the name it had; raise ``DatabaseError``."""
    leap: list[tuple[str, tuple[object, ...]]] = [("UPDATE number_given SET last = last + ?", (LEAP,))]
    joined = leap if given is None else [(_JOIN, (*what, last)) for what, last in given.items()]
    closed.amend(draft, key, [*joined, (_NOTE, (PUT_BACK, json.dumps(copy)))])


def note() -> None:
    """Begin the history of an office that was put back with the backup that it goes on from.

    Backups of the office that it replaced are no measure for it any more.
    """
    found = engine.rows("SELECT value FROM setting WHERE name = ?", (PUT_BACK,))
    if found:
        with writing():
            history.write(preferences.author(), PUT_BACK, "office", 0, 0, [], json.loads(found[0][0]))
            engine.execute("DELETE FROM setting WHERE name = ?", (PUT_BACK,))
