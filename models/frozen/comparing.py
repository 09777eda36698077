"""A handed-in report beside the same period now: each figure then and now, each record added, removed or corrected."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from models import engine, store
from models.frozen.content import Content, Figure, Records
from models.frozen.gathering import now
from models.frozen.keeping import Frozen, contents, description
from models.frozen.taking import names_of
from models.history import FieldChange
from models.store.past import FieldWords, words_of

How = Literal["added", "removed", "corrected"]
HOWS: tuple[How, ...] = ("added", "removed", "corrected")
Key = tuple[str, int]  # kind and number of a record
_OF_FILES = ("attach", "detach", "reattach", "describe")  # what no report tells of


@dataclass(frozen=True)
class Event:
    """What somebody did to a record after the report was handed in."""

    at: str
    who: str
    deed: str
    note: str | None


@dataclass(frozen=True)
class Touched:
    """A record that changed the report since: how, by which deeds, in which fields; ``gone`` is in the bin now."""

    kind: str
    id: int
    code: str
    name: str
    how: How
    gone: bool
    events: tuple[Event, ...]
    fields: tuple[FieldWords, ...]


@dataclass(frozen=True)
class Difference:
    """A figure then and now; ``None`` where the report did not or does not have it, which counts as 0."""

    code: str
    label: str
    then: Figure | None
    now: Figure | None
    records: tuple[Touched, ...]

    @property
    def difference(self) -> int | float:
        """Give now less then."""
        before, after = (Decimal(str(each.value if each else 0)) for each in (self.then, self.now))
        found = after - before
        return int(found) if found == found.to_integral_value() else float(found)

    @property
    def changed(self) -> bool:
        """Tell whether the figure itself is another one now."""
        return self.difference != 0 or _beside(self.then) != _beside(self.now)

    @property
    def register(self) -> bool:
        """Tell whether this is the number of records of a register."""
        return "register" in {each.source for each in (self.then, self.now) if each}


@dataclass(frozen=True)
class Comparison:
    """All figures of a handed-in report beside those of now, and all records that changed, each once."""

    frozen: Frozen
    figures: tuple[Difference, ...]
    records: tuple[Touched, ...]

    def changed(self) -> list[Difference]:
        """Give the figures that are others now, or behind which records changed."""
        return [each for each in self.figures if each.changed or each.records]

    def count(self, how: How) -> int:
        """Tell how many records were added, removed or corrected."""
        return sum(each.how == how for each in self.records)


def compare(which: Frozen) -> Comparison:
    """Compare a handed-in report with the same period now; raise ``Altered``."""
    then = contents(which)
    with engine.one_state():
        today = now(which.name, which.period, which.language, description(which))
        touched = _touched(which, then, today)
    before, after = ({each.code: each for each in content.figures} for content in (then, today))
    figures = tuple(_difference(code, before.get(code), after.get(code), touched) for code in _order(then, today))
    kept, present = then.records(), today.records()
    return Comparison(which, figures, _told(touched, touched, kept, present))


def _order(then: Content, today: Content) -> list[str]:
    """Put the codes of both in the order of now; what is no longer there follows what stood before it."""
    codes = [each.code for each in today.figures]
    before = ""
    for each in then.figures:
        if each.code not in codes:
            codes.insert(codes.index(before) + 1 if before in codes else 0, each.code)
        before = each.code
    return codes


def _beside(figure: Figure | None) -> tuple[Any, ...]:
    return (figure.most, figure.qualifier) if figure and (figure.value or figure.most) else (None, "")


def _difference(code: str, then: Figure | None, today: Figure | None, touched: Mapping[Key, Touched]) -> Difference:
    before, after = (each.behind if each else {} for each in (then, today))
    keys = [key for key in touched if any(key[1] in side.get(key[0], ()) for side in (before, after))]
    records = _told(keys, touched, before, after)
    label = next(each.label for each in (then, today) if each)
    return Difference(code, label, then, today, records)


def _told(keys: Iterable[Key], touched: Mapping[Key, Touched], before: Records, after: Records) -> tuple[Touched, ...]:
    """Tell these records, the added first, then the removed, then the corrected."""
    found = [replace(touched[key], how=_how(key, before, after)) for key in keys]
    return tuple(sorted(found, key=lambda each: (HOWS.index(each.how), each.kind, each.id)))


def _how(key: Key, before: Records, after: Records) -> How:
    kind, number = key
    if number not in before.get(kind, ()):
        return "added"
    return "corrected" if number in after.get(kind, ()) else "removed"


def _touched(which: Frozen, then: Content, today: Content) -> dict[Key, Touched]:
    """Find every record that came, went, moved from one figure to another, or was corrected."""
    concerned = _moved(then, today)
    lines = _lines_since(which.last_change)
    every = {(kind, n) for content in (then, today) for kind, numbers in content.records().items() for n in numbers}
    found: dict[Key, Touched] = {}
    wanted = sorted(concerned | (every & lines.keys()))
    present = names_of({kind: frozenset(n for k, n in wanted if k == kind) for kind, _ in wanted})
    for key in wanted:
        events, changes = lines.get(key, ((), ()))
        told = present.get(key) or then.names.get(key) or ("", "")
        code, name = (now_ or before for now_, before in zip(told, then.names.get(key, ("", "")), strict=True))
        fields, gone = _fields(key, changes)
        if fields or key in concerned:
            found[key] = Touched(*key, code, name, "corrected", gone, events, fields)
    return found


def _moved(then: Content, today: Content) -> set[Key]:
    """Give the records that stand behind a figure now and did not then, or the other way round."""
    empty: Records = {}
    before, after = ({each.code: each.behind for each in content.figures} for content in (then, today))
    found: set[Key] = set()
    for code in before.keys() | after.keys():
        old, new = before.get(code, empty), after.get(code, empty)
        for kind in old.keys() | new.keys():
            found |= {(kind, number) for number in old.get(kind, frozenset()) ^ new.get(kind, frozenset())}
    return found


def _lines_since(last: int) -> dict[Key, tuple[tuple[Event, ...], tuple[FieldChange, ...]]]:
    """Read history after a line: for each record its deeds, and each field from its first to its last value."""
    events: dict[Key, list[Event]] = {}
    values: dict[Key, dict[str, FieldChange]] = {}
    asked = "SELECT kind, record, at, who, deed, note, details FROM change WHERE id > ? ORDER BY id"
    for kind, number, at, who, deed, note, details in engine.rows(asked, (last,)):
        if deed in _OF_FILES:
            continue
        events.setdefault((kind, number), []).append(Event(at, who, deed, note))
        told = values.setdefault((kind, number), {})
        for path, old, new in json.loads(details):
            first = told[path].old if path in told else old
            told[path] = FieldChange(path, first, new)
    return {
        key: (tuple(several), tuple(each for each in values[key].values() if each.old != each.new))
        for key, several in events.items()
    }


def _fields(key: Key, changes: tuple[FieldChange, ...]) -> tuple[tuple[FieldWords, ...], bool]:
    """Say what was corrected, and whether the record is in the bin; personal details are in no handed-in report."""
    try:
        record = store.load(*key)
    except LookupError:  # taken out of the file by other hands: what was handed in still names it
        return (), True
    told = (words_of(record, each) for each in changes)
    return tuple(each for each in told if each and not each.personal), bool(record.removed_at)
