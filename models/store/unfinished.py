"""What is being typed: kept beside the records until it is saved or given up, so that no crash takes it away."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models import engine, history, preferences
from models.kinds import PAGES
from models.store.transaction import writing

KEPT = timedelta(days=30)
"""So long the text of a form that was closed without saving can be had back."""


@dataclass(frozen=True)
class Unfinished:
    """The text of one form; ``left_by_hand`` tells that a person closed it, else the program ended around it."""

    key: str
    page: str
    kind: str
    record: int | None
    version: int
    title: str
    content: dict[str, Any]
    at: str
    left_by_hand: bool


def keep(typed: Unfinished) -> None:
    """Keep what a form holds now in place of what was kept before; raise ``SaveFailed`` or ``Closed``."""
    told = json.dumps(typed.content, ensure_ascii=False, default=history.plain)
    values = (typed.key, typed.page, typed.kind, typed.record, typed.version, typed.title, told, history.now(),
              preferences.author(), typed.left_by_hand)  # fmt: skip
    with writing():
        engine.execute(
            "INSERT INTO unfinished (key, page, kind, record, version, title, content, at, who, left_by_hand) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET page = excluded.page, "
            "kind = excluded.kind, record = excluded.record, version = excluded.version, title = excluded.title, "
            "content = excluded.content, at = excluded.at, who = excluded.who, left_by_hand = excluded.left_by_hand",
            values,
        )


def give_up(key: str) -> None:
    """Keep the text of a form no more: it was saved, or nobody wants it."""
    with writing():
        engine.execute("DELETE FROM unfinished WHERE key = ?", (key,))


def drop_of(kind: str, record: int) -> int:
    """Keep nothing any more of what was typed for a record whose details are purged; give how many texts that was."""
    with writing():
        return len(engine.rows("DELETE FROM unfinished WHERE kind = ? AND record = ? RETURNING key", (kind, record)))


def unfinished() -> list[Unfinished]:
    """Give the kept texts, newest first; those that cannot be read (of a later program) are left out."""
    asked = "SELECT key, page, kind, record, version, title, content, at, left_by_hand FROM unfinished ORDER BY at DESC"
    found = []
    for key, page, kind, record, version, title, content, at, by_hand in engine.rows(asked):
        if page not in PAGES:
            continue
        try:
            told = json.loads(content)
            found.append(Unfinished(key, page, kind, record, version, title, told, at, bool(by_hand)))
        except ValueError:
            continue
    return found


def drop_old(now: datetime) -> None:
    """Keep no longer what was closed by hand long ago; what a crash left stays until somebody looks at it."""
    limit = (now - KEPT).isoformat(timespec="seconds")
    with writing():
        engine.execute("DELETE FROM unfinished WHERE left_by_hand AND at < ?", (limit,))
