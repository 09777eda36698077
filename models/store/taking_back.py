"""One record as it was before a deed: refused where somebody changed it since, else set, checked and saved."""

import json
from dataclasses import dataclass, field
from typing import Any

from models import days, engine, history
from models.errors import OfficeRefused
from models.kinds import KINDS
from models.record import Numbered, Record
from models.store import attaching, doing, older, saving
from models.store.attaching import AttachedFile
from models.store.linking import hanging
from models.store.reading import load, names
from models.text import mark, say

FILES = "attachment"  # begins the path of what history tells of a file


class NotUndone(OfficeRefused):
    """A deed cannot be taken back; nothing was changed, and the text says why."""


@dataclass
class Touched:
    """What a deed changed of one record: for each path the values before and after; its last row of history."""

    kind: str
    record: int
    created: bool
    values: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    last: int = 0


ERASED = mark("A record that belongs to it was deleted for good. Nothing was undone.")
_UNKNOWN = mark("This is written down for good and cannot be undone. Nothing was changed.")
_PURGED = mark(
    "Personal details of “{name}” that belong to it were purged for good since. Nothing was undone; everything stays "
    "as it is."
)
_CHANGED = mark(
    "“{name}” was changed since, by {who} at {at}: {fields}. Nothing was undone; everything stays as it is. "
    "Undo the later change first, or correct the record by hand."
)
_IN_BIN = mark("“{name}” lies in the bin since. Nothing was undone. Bring it back first.")
_CLOSED = mark("“{name}” is closed since. Nothing was undone. Reopen it with a reason first.")
_NAMED = mark("“{name}” is named since in “{other}”. Nothing was undone; everything stays as it is.")
_FILES = mark("Files were attached to “{name}” since. Nothing was undone; everything stays as it is.")
_NOT_ALLOWED = mark("The older values of “{name}” are not allowed any more: {sentences} Nothing was undone.")
_ITS_FILE = mark("the file “{file}”")
_BIN = mark("in the bin")


def take_back(touched: Touched, verb: str, note: str, made: set[tuple[str, int]]) -> None:
    """Set one record as it was before; ``made`` are the records that the deed brought, which go with it."""
    if touched.kind not in KINDS:
        raise NotUndone(_UNKNOWN)
    try:
        record = load(touched.kind, touched.record)
    except LookupError:
        raise NotUndone(ERASED) from None
    _refuse_put_away(touched, record)
    files = _take_back_files(touched, record, verb)
    if touched.created:
        _remove_again(touched, record, verb, made, files)
    elif touched.values:
        _set_back(touched, record, verb, note)


def _remove_again(touched: Touched, record: Record, verb: str, made: set[tuple[str, int]], files: set[int]) -> None:
    _refuse_changed(touched, record)
    for kind, number in hanging(record):
        if (kind, number) not in made:
            raise NotUndone(_NAMED, name=record.heading, other=names(kind, [number]).get(number, ""))
    if any(file.id not in files for file in attaching.attachments(record.kind, record.id)):
        raise NotUndone(_FILES, name=record.heading)
    record.removed_at, record.removed_by = history.now(), doing.who()
    saving.commit(record, verb, None)


def _set_back(touched: Touched, record: Record, verb: str, note: str) -> None:
    _refuse_changed(touched, record)
    only_bin = set(touched.values) == {"removed_at"}
    state, since = getattr(record, "state", None), getattr(record, "state_since", None)
    older.put(record, {path: before for path, (before, _) in touched.values.items()})
    bin_, by = (history.now(), doing.who()) if record.removed_at else (None, None)
    record.removed_at, record.removed_by = bin_, by
    if not only_bin:
        _check(record)
    if isinstance(record, Numbered) and record.state != state and not record.draft:
        on_day = max(since or "", record.state_since or "") or None  # a question "as of a day" sees the last step last
        saving.commit(record, verb, note, (state, record.state or ""), on_day=on_day)
    else:
        saving.commit(record, verb, None)


def _refuse_put_away(touched: Touched, record: Record) -> None:
    """Raise ``NotUndone`` where the record went into the bin since, or was closed: its files stay with it too."""
    if touched.created:
        return  # it goes itself
    if record.removed_at and "removed_at" not in touched.values:
        raise NotUndone(_IN_BIN, name=record.heading)
    if not isinstance(record, Numbered) or not record.closed() or touched.values.keys() & {"removed_at", "state"}:
        return
    only_files = all(path.startswith(f"{FILES}/") for path in touched.values)
    if not only_files or _moved_since(touched):  # a file may be attached to what is closed already
        raise NotUndone(_CLOSED, name=record.heading)


def _moved_since(touched: Touched) -> bool:
    asked = "SELECT details FROM change WHERE kind = ? AND record = ? AND id > ?"
    told = engine.rows(asked, (touched.kind, touched.record, touched.last))
    return any(path == "state" for (details,) in told for path, *_ in json.loads(details))


def _check(record: Record) -> None:
    """Ask of older values what is asked of every save."""
    saving.prepare(record, bool(record.draft))
    found = record.complaints()
    if not record.draft and not (isinstance(record, Numbered) and record.closed()):
        found += record.missing()
    sentences = [each.text() for each in found if not each.warning]
    if sentences:
        raise NotUndone(_NOT_ALLOWED, name=record.heading, sentences=" ".join(sentences))


def _refuse_changed(touched: Touched, record: Record) -> None:
    """Raise ``NotUndone`` where a value is not the one that the deed left, or can never be read again."""
    if any(older.is_lost(value) for both in touched.values.values() for value in both):
        raise NotUndone(_PURGED, name=record.heading)
    after = {path: new for path, (_, new) in touched.values.items()}
    changed = older.differing(record, after, whole=touched.created)
    if changed:
        labels = dict.fromkeys(_label(record, path) for path in changed)
        raise changed_since(touched, record, ", ".join(labels))


def changed_since(touched: Touched, record: Record, fields: str) -> NotUndone:
    """Give the refusal that names who changed these fields after the deed, and when."""
    asked = "SELECT who, at FROM change WHERE kind = ? AND record = ? AND id > ? ORDER BY id DESC LIMIT 1"
    found = engine.rows(asked, (touched.kind, touched.record, touched.last))
    who, at = found[0] if found else ("?", "?")
    return NotUndone(_CHANGED, name=record.heading, who=who, at=days.moment(at) if found else at, fields=fields)


def _label(record: Record, path: str) -> str:
    name = path.partition("/")[0]
    if name == "removed_at":
        return say(_BIN)
    found = record.field_or_none(name)
    return say(record.label(found)) if found else say(older.BESIDE.get(name, name))


def _take_back_files(touched: Touched, record: Record, verb: str) -> set[int]:
    """Take out files that the deed brought, bring back those it took out, say of them what was said before."""
    found: dict[int, dict[str, tuple[Any, Any]]] = {}
    for path in [each for each in touched.values if each.startswith(f"{FILES}/")]:
        _, file_number, name = path.split("/")
        found.setdefault(int(file_number), {})[name] = touched.values.pop(path)
    for number, told in reversed(found.items()):
        file = attaching.one(number)
        came, went = told.get("name", ("", ""))
        there = file.removed_at is None
        if came is None and went is None:
            continue  # brought and taken out in the same deed
        described = {name: both for name, both in told.items() if both[0] != both[1] and None not in (came, went)}
        if there == (went is None) or any(getattr(file, name) != new for name, (_, new) in described.items()):
            raise changed_since(touched, record, say(_ITS_FILE).format(file=file.name))
        _set_file_back(file, verb, came, went, described)
    return set(found)


def _set_file_back(file: AttachedFile, verb: str, came: Any, went: Any, described: dict[str, tuple[Any, Any]]) -> None:
    if came is None:
        gone = {"removed_at": history.now(), "removed_by": doing.who()}
        attaching.alter(file, verb, gone, [("name", file.name, None)])
    elif went is None:
        attaching.alter(file, verb, {"removed_at": None, "removed_by": None}, [("name", None, file.name)])
    else:
        before = {name: old for name, (old, _) in described.items()}
        named = [] if "name" in described else [("name", file.name, file.name)]
        attaching.alter(file, verb, before, [*named, *((each, new, old) for each, (old, new) in described.items())])
