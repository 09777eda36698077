"""Proving the chain of history: the first row that was forged, taken out, put in, moved or cut off."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models import engine
from models.days import moment
from models.engine import Ask
from models.history import chain
from models.store.past import deed_words
from models.text import mark, say

PUT_BACK = "put_back"  # the row that a restored backup begins its further history with
_BOOKS = {"change": mark("History"), "state_change": mark("Book of states")}
_ALTERED = mark(
    "{book}: row {row} is not as it was written: it was altered, moved or put in, "
    "or the row before it was written anew."
)
_FOREIGN = mark("{book}: row {row} was not written by the program: it has no seal.")
_LACKING = mark("{book}: {n} missing before row {row}.")
_CUT = mark("{book}: the end is missing, from row {first} to row {last}.")
_ADDED = mark("{book}: row {row} and what follows was put in behind the program's back.")
_OTHER_END = mark("{book}: its end is not what the program kept beside it: rows were written anew.")
_DIFFERS = mark(
    "History is not that of the backup {name}: row {row} is there, but not the same here. Either rows were written "
    "anew or cut off, or another copy was put in the place of the office without the program."
)


@dataclass(frozen=True)
class Proof:
    """What walking a chain came to: how many rows, the seal of the last one, and the first fault in words."""

    count: int
    seal: str
    fault: str = ""


def prove_rows(book: str = "change") -> Proof:
    """Walk the chain of a book from its first row to its end."""
    before, last, count = b"", 0, 0
    for row, link in chain.walk(book):
        fault = _fault(book, row, link, before, last)
        if fault:
            return Proof(count, before.hex(), fault)
        before, last, count = link, row[0], count + 1
    return Proof(count, before.hex(), _end_fault(book, last, before.hex()))


def _fault(book: str, row: Sequence[Any], link: bytes, before: bytes, last: int) -> str:
    """Say what is wrong with a row; nothing where it follows the one before."""
    if chain.digest(before, row) == link and row[0] == last + 1:
        return ""
    told = {"book": say(_BOOKS[book]), "row": _named(book, row)}
    if not link:
        return say(_FOREIGN).format(**told)
    if row[0] > last + 1:
        gap = f"{last + 1}" if row[0] == last + 2 else f"{last + 1}–{row[0] - 1}"
        return say(_LACKING).format(**told, n=gap)
    return say(_ALTERED).format(**told)


def _end_fault(book: str, last: int, seal: str) -> str:
    """Compare where the chain ends with what was kept beside it at the last save."""
    number, kept = chain.end(book)
    told = {"book": say(_BOOKS[book])}
    if last < number:
        return say(_CUT).format(**told, first=last + 1, last=number)
    if last > number:
        return say(_ADDED).format(**told, row=number + 1)
    return "" if seal == kept else say(_OTHER_END).format(**told)


def _named(book: str, row: Sequence[Any]) -> str:
    """Name a row: its number, what it tells, of which record, by whom, when."""
    told = dict(zip(chain.BOOKS[book], row, strict=True))
    deed = deed_words(told["deed"]) if book == "change" else f"{told['start'] or ''} → {told['end']}".strip()
    return f"{told['id']} ({deed}, {told['kind']}:{told['record']}, {told['who']}, {moment(str(told['at']))})"


def differs_from(name: str, ask: Ask) -> str:
    """Compare history with that of a backup, asked through ``ask``; give a sentence where they are not one history.

    A backup from before the office was last put back from another is no measure: its history was left then.
    """
    if not ask("SELECT 1 FROM pragma_table_info('change') WHERE name = 'chain'"):
        return ""  # made before history was chained
    found = ask("SELECT id, chain, at FROM change ORDER BY id DESC LIMIT 1")
    if not found:
        return ""
    number, seal, at = found[0]
    here = engine.rows("SELECT chain FROM change WHERE id = ?", (number,))
    if here and bytes(here[0][0] or b"") == bytes(seal or b""):
        return ""
    if engine.rows("SELECT 1 FROM change WHERE deed = ? AND at >= ? LIMIT 1", (PUT_BACK, at)):
        return ""
    return say(_DIFFERS).format(name=name, row=number)
