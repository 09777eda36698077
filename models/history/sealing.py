"""Personal values in history: sealed with a key of their person, unreadable for ever once that key is destroyed."""

import base64
import json
import secrets
from typing import Any

from models import engine

SEALED = "sealed"


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


def unseal(value: Any) -> Any:
    """Unseal a personal value; a purged one stays sealed for ever and shows as ``None`` inside SEALED."""
    if not is_sealed(value):
        return value
    found = engine.rows("SELECT key FROM personal_key WHERE owner = ?", (value[SEALED],))
    if not found:
        return {SEALED: value[SEALED]}
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    closed = base64.b64decode(value["text"])
    try:
        return AESGCM(bytes(found[0][0])).decrypt(closed[:12], closed[12:], value[SEALED].encode()).decode()
    except InvalidTag:  # sealed with a key that was destroyed before the person got this one
        return {SEALED: value[SEALED]}


def is_sealed(value: Any) -> bool:
    """Tell whether a value of history is sealed; once it was read, that means its key is gone."""
    return isinstance(value, dict) and SEALED in value


def read_details(text: str) -> list[tuple[str, Any, Any]]:
    """Read what a row of history says: path, old, new; nothing where the row was spoiled, which ``check`` tells."""
    try:
        return [(path, old, new) for path, old, new in json.loads(text)]
    except (TypeError, ValueError):
        return []


def owners(kind: str, record: int) -> set[str]:
    """Give everybody of whom the history of a record holds sealed details, those taken out of it too."""
    told = engine.rows("SELECT details FROM change WHERE kind = ? AND record = ?", (kind, record))
    values = (value for (details,) in told for _, *both in read_details(details) for value in both)
    return {value[SEALED] for value in values if is_sealed(value)}


def holding(named: set[str]) -> list[str]:
    """Give those of them whose key is still there."""
    return [owner for owner in sorted(named) if engine.rows("SELECT 1 FROM personal_key WHERE owner = ?", (owner,))]


def destroy_key(owner: str) -> None:
    """Destroy the key of a person's details: what history holds of them can never be read again."""
    engine.execute("DELETE FROM personal_key WHERE owner = ?", (owner,))
