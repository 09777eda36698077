"""Who changed what, when, from what: written with each save, read for each record."""

import base64
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from models import engine

SEALED = "sealed"


@dataclass(frozen=True)
class FieldChange:
    """One field's change; ``path`` is the field, or ``field/row uuid/field`` inside detail rows."""

    path: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Entry:
    """One save, removal, restoring or step, as history shows it."""

    at: str
    who: str
    deed: str
    version: int
    changes: tuple[FieldChange, ...]
    note: str | None


def now() -> str:
    """Give the moment as history writes it."""
    return datetime.now().isoformat(timespec="seconds")


def write(
    who: str, deed: str, kind: str, record: int, version: int, changes: list[FieldChange], note: str | None = None
) -> None:
    """Write one row of history inside the running transaction."""
    details = json.dumps([[c.path, c.old, c.new] for c in changes], ensure_ascii=False, default=plain)
    engine.execute(
        "INSERT INTO change (at, who, deed, kind, record, version, details, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (now(), who, deed, kind, record, version, details, note),
    )


def write_step(who: str, kind: str, record: int, step: tuple[str | None, str], on_day: str, note: str | None) -> None:
    """Write one row of a record's life inside the running transaction."""
    engine.execute(
        'INSERT INTO state_change (kind, record, start, "end", on_day, at, who, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        (kind, record, *step, on_day, now(), who, note),
    )


def plain(value: Any) -> Any:
    """Give a value as JSON can hold it."""
    return str(value) if isinstance(value, Decimal) else value


def read(kind: str, record: int) -> list[Entry]:
    """Give the history of a record, newest first."""
    asked = "SELECT at, who, deed, version, details, note FROM change WHERE kind = ? AND record = ? ORDER BY id DESC"
    entries = []
    for at, who, deed, version, details, note in engine.rows(asked, (kind, record)):
        changes = tuple(FieldChange(path, _open(old), _open(new)) for path, old, new in json.loads(details))
        entries.append(Entry(at, who, deed, version, changes, note))
    return entries


def read_steps(kind: str, record: int) -> list[tuple[str | None, str, str, str, str | None]]:
    """Give the life of a record, newest first: from, to, day, who, why."""
    asked = 'SELECT start, "end", on_day, who, note FROM state_change WHERE kind = ? AND record = ? ORDER BY id DESC'
    return engine.rows(asked, (kind, record))


def seal(owner: str, value: Any) -> Any:
    """Seal a personal value with the key of its owner, so that purging the key purges it from history."""
    if value is None:
        return None
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    found = engine.rows("SELECT key FROM personal_key WHERE owner = ?", (owner,))
    key = bytes(found[0][0]) if found else AESGCM.generate_key(bit_length=256)
    if not found:
        engine.execute("INSERT INTO personal_key (owner, key) VALUES (?, ?)", (owner, key))
    nonce = secrets.token_bytes(12)
    closed = nonce + AESGCM(key).encrypt(nonce, str(value).encode(), owner.encode())
    return {SEALED: owner, "text": base64.b64encode(closed).decode()}


def _open(value: Any) -> Any:
    """Unseal a personal value; a purged one stays sealed for ever and shows as ``None`` inside SEALED."""
    if not (isinstance(value, dict) and SEALED in value):
        return value
    found = engine.rows("SELECT key FROM personal_key WHERE owner = ?", (value[SEALED],))
    if not found:
        return {SEALED: value[SEALED]}
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    closed = base64.b64decode(value["text"])
    return AESGCM(bytes(found[0][0])).decrypt(closed[:12], closed[12:], value[SEALED].encode()).decode()


def owners(kind: str, record: int) -> set[str]:
    """Give everybody of whom the history of a record holds sealed details, those taken out of it too."""
    told = engine.rows("SELECT details FROM change WHERE kind = ? AND record = ?", (kind, record))
    values = (value for (details,) in told for _, *both in json.loads(details) for value in both)
    return {value[SEALED] for value in values if isinstance(value, dict) and SEALED in value}


def holding(named: set[str]) -> list[str]:
    """Give those of them whose key is still there."""
    return [owner for owner in sorted(named) if engine.rows("SELECT 1 FROM personal_key WHERE owner = ?", (owner,))]


def destroy_key(owner: str) -> None:
    """Destroy the key of a person's details: what history holds of them can never be read again."""
    engine.execute("DELETE FROM personal_key WHERE owner = ?", (owner,))
