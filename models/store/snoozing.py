"""Lines of the start page that a person hid until a day; the day something is due does not move."""

from dataclasses import dataclass

from models import days, engine
from models.history import now
from models.preferences import author
from models.store.transaction import writing


@dataclass(frozen=True)
class Snoozed:
    """One hidden line: of which list, which record, until when, by whom."""

    concern: str
    kind: str
    record: int
    until: str
    who: str


def snooze(concern: str, kind: str, record: int, until: str) -> None:
    """Hide a line until a day, on which it shows again; a duty of the office has the kind "" and the number 0."""
    with writing():
        engine.execute(
            "INSERT INTO snooze (concern, kind, record, until, at, who) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (concern, kind, record) DO UPDATE SET until = excluded.until, at = excluded.at, "
            "who = excluded.who",
            (concern, kind, record, until, now(), author()),
        )


def wake(concern: str, kind: str, record: int) -> None:
    """Show a hidden line again."""
    with writing():
        engine.execute("DELETE FROM snooze WHERE concern = ? AND kind = ? AND record = ?", (concern, kind, record))


def snoozed(concern: str | None = None) -> list[Snoozed]:
    """Give what is hidden today, of one list or of all, the first to come back first."""
    where, values = ("AND concern = ?", [concern]) if concern else ("", [])
    asked = f"SELECT concern, kind, record, until, who FROM snooze WHERE until > ? {where} ORDER BY until, record"
    return [Snoozed(*row) for row in engine.rows(asked, [days.today().isoformat(), *values])]


def asleep(concern: str, kind: str) -> tuple[str, list[str]]:
    """Give the condition that the line of a record (``t``) is hidden today, with its values."""
    told = "EXISTS (SELECT 1 FROM snooze z WHERE z.concern = ? AND z.kind = ? AND z.record = t.id AND z.until > ?)"
    return told, [concern, kind, days.today().isoformat()]
