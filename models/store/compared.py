"""A backup beside the open office: how many records each holds, and what was done in one of them alone."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from models import backup, engine
from models.engine import Ask
from models.kinds import KINDS
from models.store import doing
from models.store.doing import Deed
from models.store.wording import Said

# The seal of a deed's last change: two deeds of one number and one second are told apart too.
_LINE = "SELECT deed_id, chain, max(id) FROM change WHERE deed_id IS NOT NULL GROUP BY deed_id ORDER BY deed_id"
# What was done and undone again since is nothing; undoing what both have is something.
_STANDS = "(undoes IS NULL OR undoes <= {0}) AND undone_by IS NULL AND id > {0} ORDER BY id DESC"


@dataclass(frozen=True)
class Number:
    """So many records of a kind that stand, and so many in the bin."""

    standing: int = 0
    binned: int = 0


@dataclass(frozen=True)
class Compared:
    """What a backup holds (``then``) and the open office (``now``), with the deeds that only one of them has.

    The newest deed stands first; one that was undone again is none. ``altered``: the file is no longer what was made.
    """

    then: dict[str, Number]
    now: dict[str, Number]
    only_then: tuple[Deed, ...] = ()
    only_now: tuple[Deed, ...] = ()
    altered: bool = False


def compare(copy: Path) -> Compared:
    """Read a backup beside the connected office; raise ``BackupFailed`` or ``OfficeRefused`` where it cannot be."""
    tables = backup.check(copy)
    with engine.apart(copy) as ask, engine.one_state():
        then, now = _numbers(ask, tables), _numbers(engine.rows)
        if "deed" not in tables:  # a program that kept no deeds yet made it
            since = takewhile(lambda deed: deed.at > backup.made_at(copy).isoformat(), doing.read(_STANDS.format(0)))
            return Compared(then, now, (), tuple(since), backup.is_altered(copy))
        asked = _STANDS.format(_common(ask(_LINE), engine.rows(_LINE)))
        more = tuple(_with_names(deed, ask) for deed in doing.read(asked, ask=ask))
        return Compared(then, now, more, tuple(doing.read(asked)), backup.is_altered(copy))


def _numbers(ask: Ask, tables: Collection[str] | None = None) -> dict[str, Number]:
    """Count the records that a person knows; of what an older program did not keep there is none."""
    found = {}
    for kind, table in ((kind, record._meta.table_name) for kind, record in KINDS.items() if kind != "office"):
        if tables is None or table in tables:
            every, binned = ask(f'SELECT count(*), count(removed_at) FROM "{table}"')[0]
            found[kind] = Number(every - binned, binned)
        else:
            found[kind] = Number()
    return found


def _common(there: list[tuple[Any, ...]], here: list[tuple[Any, ...]]) -> int:
    """Give the number of the last deed up to which both went the same way."""
    pairs = zip(there, here, strict=False)
    return next((one[0] for one, other in reversed([*takewhile(lambda pair: pair[0] == pair[1], pairs)])), 0)


def _with_names(deed: Deed, ask: Ask) -> Deed:
    """Give a deed of the backup with the names that records and files have there: here they may be others."""
    return replace(deed, said=_named_there(deed.said, ask))


def _named_there(said: Said, ask: Ask) -> Said:
    return [said[0], {name: _value_there(value, ask) for name, value in said[1].items()}]


def _value_there(value: Any, ask: Ask) -> Any:
    match value:
        case {"deed": said}:
            return {"deed": _named_there(said, ask)}
        case {"named": reference}:
            kind, _, number = reference.partition(":")
            record = KINDS[kind]
            name = _asked(ask, f'SELECT {record.named_by} FROM "{record._meta.table_name}" WHERE id = {int(number)}')
            return name or value
        case {"file": number}:
            return _asked(ask, f"SELECT name FROM attachment WHERE id = {int(number)}") or value
    return value


def _asked(ask: Ask, question: str) -> str:
    return next((str(name) for (name,) in ask(question) if name), "")
