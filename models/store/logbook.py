"""The log of the whole office in words: who, when, what was done, to which record, each field from what to what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from models import history
from models.history import Told
from models.kinds import KINDS, page_named
from models.record import Numbered, Record
from models.store import doing, past
from models.store.past_files import file_lines
from models.text import mark, say

_ERASED = mark("erased record {n}")
_REMEMBERED = 2_000  # records and deeds read lately


@dataclass(frozen=True)
class LogLine:
    """One field's change, or a deed without one; personal values are covered."""

    number: int
    at: datetime
    who: str
    deed: str
    part_of: str
    kind: str
    code: str
    name: str
    field: str = ""
    old: str = ""
    new: str = ""
    note: str = ""


def log(first: date | None = None, last: date | None = None) -> Iterator[LogLine]:
    """Give the log between two days, both counted, oldest first."""
    record_of = lru_cache(_REMEMBERED)(_record)
    deed_of = lru_cache(_REMEMBERED)(_deed)
    for told in history.everything():
        at = datetime.fromisoformat(told.entry.at)
        if (first is None or first <= at.date()) and (last is None or at.date() <= last):
            yield from _lines(told, at, record_of(told.kind, told.record), deed_of)


def _record(kind: str, number: int) -> Record | None:
    """Give a record without its rows; where it was erased, what history knows of it; None where it is of no record."""
    if kind not in KINDS or number <= 0:
        return None
    found: Record | None = KINDS[kind].get_or_none(KINDS[kind].id == number)
    return found or _erased(KINDS[kind].blank(), number)


def _erased(blank: Record, number: int) -> Record:
    """Give an erased record the code and the name that it had last."""
    for entry in reversed(history.read(blank.kind, number)):
        for change in entry.changes:
            value = change.old if entry.deed == "erase" else change.new
            if change.path in ("code", blank.named_by) and value:
                setattr(blank, change.path, str(value))
    return blank


def _deed(number: int) -> str:
    found = doing.read("id = ?", (number,))
    return found[0].text() if found else ""  # taken out behind the program's back: the rows still tell all


def _lines(told: Told, at: datetime, record: Record | None, deed_of: Callable[[int], str]) -> Iterator[LogLine]:
    entry = told.entry
    line = LogLine(
        told.id,
        at,
        entry.who,
        past.deed_words(entry.deed),
        deed_of(told.part_of) if told.part_of else "",
        say(page_named(told.kind).one) if record is not None and told.kind != "office" else "",
        (record.code or "") if isinstance(record, Numbered) else "",
        _name(told, record),
        note=entry.note or "",
    )
    if entry.deed == "show" and record is not None:
        line = replace(line, field=past.shown_where(record, line.note), note="")
    fields = list(_fields(line, told, record)) if record is not None else []
    yield from fields or [line]


def _name(told: Told, record: Record | None) -> str:
    if record is None:
        return ""
    return record.heading or ("" if record.id else say(_ERASED).format(n=told.record))


def _fields(line: LogLine, told: Told, record: Record) -> Iterator[LogLine]:
    changes = told.entry.changes
    if any(change.path.startswith("attachment/") for change in changes):
        yield from (replace(line, field=words) for words in file_lines(told.kind, changes))
        return
    for change in changes:
        words = past.words_of(record, change)
        if words:
            yield replace(line, field=words.label, old=words.old, new=words.new)
