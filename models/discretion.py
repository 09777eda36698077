"""What may leave the program: personal details, private notes and restricted records only as ticked for one output.

While something is made that leaves, the office is read through a cover: whoever asks, however he asks, gets covered
words in place of what was not ticked. Days, numbers and codes of lists stay, so that no figure changes.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import peewee

from models import classified, engine, history, preferences
from models.attached import Rows
from models.errors import OfficeRefused
from models.fields import Described, Text
from models.kinds import KINDS, rows_of
from models.record import Entity, Record
from models.store import marking
from models.store.transaction import writable, writing
from models.text import mark, say, say_n

COVERED, HIDDEN = mark("(restricted record)"), "•••"
BOOK, DEED = "output", "output"  # under which history keeps what left the program
PERSONAL_SAID = mark("With personal details, as ticked for this output.")
RESTRICTED_SAID = mark("With restricted records, as ticked for this output.")
# Texts by which figures are counted or files are found; they tell nothing of what a record says.
_PLAIN = frozenset({"code", "indicator", "unit_of_measure"})

Records = dict[str, frozenset[int]]


@dataclass(frozen=True)
class Ticked:
    """What a person ticked for one output; nothing is ticked by itself."""

    personal: bool = False
    restricted: bool = False

    @classmethod
    def of(cls, asked: dict[str, Any]) -> "Ticked":
        """Read what is told to the process beside the window."""
        return cls(bool(asked.get("with_passports")), bool(asked.get("restricted")))

    def asked(self) -> dict[str, bool]:
        """Tell it to the process beside the window."""
        return {"with_passports": self.personal, "restricted": self.restricted}

    def __bool__(self) -> bool:
        """Tell whether anything was ticked."""
        return self.personal or self.restricted


NOTHING = Ticked()


@dataclass(frozen=True)
class _Leaving:
    ticked: Ticked
    restricted: Records = field(default_factory=dict)


_now: ContextVar[_Leaving | None] = ContextVar("leaving", default=None)


@contextmanager
def leaving(ticked: Ticked = NOTHING) -> Iterator[None]:
    """Read the open office inside as it may leave the program; nothing can be saved meanwhile."""
    outer = _now.get()
    with _laid_aside(outer):
        made = _Leaving(ticked, restricted())
        token = _now.set(made)
        try:
            _cover(made)
            yield
        finally:
            _uncover(made)
            _now.reset(token)


@contextmanager
def _laid_aside(outer: _Leaving | None) -> Iterator[None]:
    """Take an outer cover away, and put it back however what is inside ends."""
    if outer is None:
        yield
        return
    _uncover(outer)
    try:
        yield
    finally:
        _cover(outer)


def ticked() -> Ticked:
    """Give what was ticked for the output that is being made."""
    now = _now.get()
    return now.ticked if now else Ticked()


def said(told: Ticked | None = None) -> tuple[str, ...]:
    """Say in the output itself what was ticked for it."""
    told = told or ticked()
    sentences = ((told.personal, PERSONAL_SAID), (told.restricted, RESTRICTED_SAID))
    return tuple(say(words) for on, words in sentences if on)


def covered(kind: str, numbers: Collection[int]) -> frozenset[int]:
    """Give those of some records that are covered in the output that is being made."""
    now = _now.get()
    if now is None or now.ticked.restricted:
        return frozenset()
    return now.restricted.get(kind, frozenset()).intersection(numbers)


def left_out(kind: str, numbers: Collection[int]) -> tuple[str, ...]:
    """Say how many of some records stand without their words."""
    n = len(covered(kind, numbers))
    told = say_n(
        "{n} restricted record stands here without its words; it was not ticked for this output.",
        "{n} restricted records stand here without their words; they were not ticked for this output.",
        n,
    )
    return (told.format(n=n),) if n else ()


def kept(kind: str, numbers: Sequence[int]) -> tuple[list[int], tuple[str, ...]]:
    """Give those of a list that may leave, and a sentence where others may not."""
    hidden = covered(kind, numbers)
    told = say_n(
        "{n} restricted record is not in this list; it was not ticked for this output.",
        "{n} restricted records are not in this list; they were not ticked for this output.",
        len(hidden),
    )
    return [each for each in numbers if each not in hidden], (told.format(n=len(hidden)),) if hidden else ()


def outside(kind: str, numbers: Sequence[int]) -> tuple[list[int], tuple[str, ...]]:
    """Give those of a list that may leave although nothing was made ready, as when rows are copied."""
    with leaving():
        return kept(kind, numbers)


def allow(record: Record) -> None:
    """Let one record be the subject of an output; raise ``OfficeRefused`` where it is restricted and not ticked."""
    if covered(record.kind, (record.id,)):
        words = mark("{record} is a restricted record and was not ticked for this output. Nothing was written.")
        raise OfficeRefused(words, record=getattr(record, "code", None) or record.reference)


def restricted() -> Records:
    """Give the restricted records: marked by a person, naming a classified file, or bearing the mark of a secret.

    What was concluded at a restricted session is restricted too.
    """
    found: dict[str, set[int]] = {}
    for reference in marking.marked():
        kind, _, number = reference.partition(":")
        found.setdefault(kind, set()).add(int(number))
    for kind, record in KINDS.items():
        found.setdefault(kind, set()).update(_stamped(record))
    asked = "SELECT id FROM incident WHERE classified_file IS NOT NULL AND trim(classified_file) <> ''"
    found.setdefault("incident", set()).update(number for (number,) in engine.rows(asked))
    if found.get("session"):
        asked = f"SELECT id FROM conclusion WHERE session_id IN ({_listed(found['session'])})"
        found.setdefault("conclusion", set()).update(number for (number,) in engine.rows(asked))
    return {kind: frozenset(numbers) for kind, numbers in found.items() if numbers}


def is_restricted(record: Record) -> bool:
    """Tell whether a saved record is restricted."""
    if is_marked(record) or classified.stamped(record) or getattr(record, "classified_file", None):
        return True
    session = record.value("session") if record.kind == "conclusion" else None
    return bool(session) and session in restricted().get("session", ())


def is_marked(record: Record) -> bool:
    """Tell whether a person marked a record as restricted."""
    return record.reference in marking.marked()


def mark_restricted(record: Record, on: bool = True) -> None:
    """Mark a saved record as restricted, or take the mark away: a step that can be undone."""
    marking.put(record, on)


def note(what: str, told: Ticked) -> None:
    """Keep in history who takes out what with which ticks; where this raises ``Closed``, nothing may leave."""
    writable()
    on = [name for name in ("personal", "restricted") if getattr(told, name)]
    with writing():
        change = history.FieldChange("ticked", None, on)
        history.write(preferences.author(), DEED, BOOK, 0, 0, [change], what)


def noted() -> list[history.Entry]:
    """Give what left the program with ticks, newest first."""
    return history.read(BOOK, 0)


def _stamped(record: type[Record]) -> Iterable[int]:
    """Find the records one of whose texts bears the mark of a state secret."""
    names = [each.name for each in record.described() if _is_text(each)]
    whole = " || char(10) || ".join(f"COALESCE(\"{name}\", '')" for name in names)
    looks = " OR ".join(f"\"{name}\" GLOB '*[Mm][Ậậ][Tt]*'" for name in names)
    asked = f'SELECT id, {whole} FROM "{record._meta.table_name}" WHERE {looks}'
    return [number for number, words in engine.rows(asked) if any(map(classified.stamp_in, words.split("\n")))]


def _is_text(each: Described) -> bool:
    return isinstance(each, Text) and isinstance(each, peewee.Field)


def _cover(now: _Leaving) -> None:
    for table, columns in _covers(now).items():
        _cover_table(table, columns)


def _uncover(now: _Leaving) -> None:
    for table in _covers(now):
        _uncover_table(table)


def _cover_table(table: str, columns: dict[str, str]) -> None:
    """Let this connection read expressions in place of some columns of a table, and write nothing to it meanwhile."""
    known = [name for _, name, *_ in engine.rows(f'PRAGMA main.table_info("{table}")')]
    shown = ", ".join(f'{columns[name]} AS "{name}"' if name in columns else f'"{name}"' for name in known)
    with engine.writing_beside():
        engine.execute(f'CREATE TEMP VIEW "{table}" AS SELECT {shown} FROM main."{table}"')


def _uncover_table(table: str) -> None:
    """Let this connection read a table as it is again; one that was closed meanwhile has forgotten it."""
    if engine.is_connected():
        with engine.writing_beside():
            engine.execute(f'DROP VIEW IF EXISTS temp."{table}"')


def _covers(now: _Leaving) -> dict[str, dict[str, str]]:
    """Give for each table the expressions that stand in place of its columns."""
    found: dict[str, dict[str, str]] = {}
    hidden = {} if now.ticked.restricted else now.restricted
    for kind, record in KINDS.items():
        numbers = hidden.get(kind, frozenset())
        _of_table(found, record, "id", numbers, now.ticked.personal)
        for each in record.described():
            if isinstance(each, Rows):
                _of_table(found, rows_of(each), "owner_id", numbers, now.ticked.personal)
    for table, columns in _BOOKS.items() if hidden else ():
        which = " OR ".join(f"(kind = '{kind}' AND record IN ({_listed(numbers)}))" for kind, numbers in hidden.items())
        found[table] = {name: f'CASE WHEN {which} THEN {words} ELSE "{name}" END' for name, words in columns.items()}
    return found


_BOOKS = {"change": {"details": "'[]'", "note": "NULL"}, "attachment": {"name": f"'{HIDDEN}'"}}


def _of_table(
    found: dict[str, dict[str, str]], table: type[Entity], by: str, numbers: Collection[int], personal: bool
) -> None:
    columns: dict[str, str] = {}
    for each in table.described():
        if not isinstance(each, peewee.Field):
            continue
        name = each.column_name
        if each.personal and not personal:
            columns[name] = "NULL"
        elif numbers and isinstance(each, Text) and each.name not in _PLAIN:
            words = say(COVERED) if each.name == table.named_by and by == "id" else HIDDEN
            quoted = words.replace("'", "''")
            which = f'{by} IN ({_listed(numbers)}) AND "{name}" IS NOT NULL'
            columns[name] = f"CASE WHEN {which} THEN '{quoted}' ELSE \"{name}\" END"
    if columns:
        found[table._meta.table_name] = columns


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(str(int(number)) for number in sorted(numbers))
