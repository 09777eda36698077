"""The whole office as one value, so that two moments can be compared: what a person sees, nothing of how it came."""

from typing import Any

from models import engine
from models.attached import Links, Rows
from models.kinds import KINDS
from models.store import load, snapshot

_OWN = ("rank",)  # the order is told by the order of the rows


def picture(words: bool = True) -> dict[str, Any]:
    """Give every record outside the bin with rows, links, files and search words, and what is kept beside them.

    Without ``words`` where the search words hang on the order of saves: those of a body in the bin stay with what
    names it until that is saved again.
    """
    found: dict[str, Any] = {}
    for kind, model in KINDS.items():
        asked = f'SELECT id FROM "{model._meta.table_name}" WHERE removed_at IS NULL ORDER BY id'
        for (number,) in engine.rows(asked):
            found[f"{kind}:{number}"] = of_record(kind, number)
            if not words:
                del found[f"{kind}:{number}"]["found by"]
    found["items"] = engine.rows("SELECT * FROM list_item WHERE NOT hidden ORDER BY list, code")
    found["settings"] = engine.rows("SELECT name, value FROM setting WHERE name NOT LIKE 'chain:%' ORDER BY name")
    found["calendar"] = engine.rows("SELECT id, day, half, at, words FROM calendar_row ORDER BY id")
    return found


def of_record(kind: str, number: int) -> dict[str, Any]:
    """Give one record: its values, rows in their order, links, files, the words under which it is found."""
    record = load(kind, number)
    held = snapshot.take(record)
    for field in type(record).described():
        if isinstance(field, Rows):
            rows = held[field.name].items()
            held[field.name] = [(uuid, {k: v for k, v in row.items() if k not in _OWN}) for uuid, row in rows]
        elif isinstance(field, Links):
            held[field.name] = list(held[field.name])
    asked = "SELECT id, name, slot, number, dated, signer FROM attachment WHERE kind = ? AND record = ?"
    held["files"] = engine.rows(f"{asked} AND removed_at IS NULL ORDER BY id", (kind, number))
    asked = "SELECT hi, lo FROM search_row WHERE kind = ? AND record = ?"
    told = " ".join(" ".join(row) for row in engine.rows(asked, (kind, number)))
    held["found by"] = {word for word in told.split() if word not in "·–"}
    return held


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Say what differs, short enough to read."""
    told = []
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            told += [f"{key} {name}: {old.get(name)!r} → {new.get(name)!r}" for name in old if old[name] != new[name]]
        elif old != new:
            told.append(f"{key}: {old!r} → {new!r}"[:300])
    return told
