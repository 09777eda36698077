"""What an office holds, summed up: two files with the same sums hold the same, whatever their keys are."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from models import engine
from models.vault import DataKey

_AT_ONCE = 4000  # rows summed up in one piece


def fingerprint(path: Path, key: DataKey | None) -> dict[str, str]:
    """Check every page of a file and sum up each of its tables; the same rows give the same sums under any key."""
    with engine.apart(path, key) as ask:
        if ask("PRAGMA integrity_check") != [("ok",)]:
            raise engine.DatabaseError("database disk image is malformed")
        told = {name: str(ask(f"PRAGMA {name}")[0][0]) for name in ("application_id", "user_version")}
        for _, name, kind, _, without_rowid, _ in ask("PRAGMA main.table_list"):
            if name == "sqlite_schema":  # where tables begin in a file is no part of what it holds
                schema = ask("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
                told[name] = hashlib.sha256(repr(schema).encode()).hexdigest()
            elif kind != "virtual":
                told[name] = _sum_up(ask, name, bool(without_rowid) or kind == "view")
    return told


def _sum_up(ask: Callable[[str], list[tuple[Any, ...]]], table: str, whole: bool) -> str:
    """Sum up the rows of a table in their order, some thousands at a time where they have numbers."""
    summed, last = hashlib.sha256(), None
    while True:
        after = "" if last is None else f"WHERE _rowid_ > {last}"
        part = "" if whole else f"{after} ORDER BY _rowid_ LIMIT {_AT_ONCE}"
        found = ask(f'SELECT {"0" if whole else "_rowid_"}, * FROM "{table}" {part}')
        for row in found:
            summed.update(repr(row[1:]).encode(errors="surrogatepass"))
        if whole or len(found) < _AT_ONCE:
            return summed.hexdigest()
        last = found[-1][0]
