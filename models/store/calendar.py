"""Lines of the weekly calendar that belong to no record, kept in the office's file."""

from dataclasses import astuple, dataclass
from datetime import date

from models import engine
from models.history import now
from models.preferences import author
from models.store import entries
from models.text import mark

MORNING, AFTERNOON, WHOLE_DAY = "MORNING", "AFTERNOON", "WHOLE_DAY"
_NAMES = "day, half, at, words, chair, persons, place, prepared_by"


@dataclass(frozen=True)
class CalendarLine:
    """A line as it was written: the day (ISO), the half of the day, the hour in words, and the columns."""

    day: str
    half: str = MORNING
    at: str = ""
    words: str = ""
    chair: str = ""
    persons: str = ""
    place: str = ""
    prepared_by: str = ""


def calendar_lines(first: date, last: date) -> dict[int, CalendarLine]:
    """Give the lines of these days by their numbers, in the order in which they were written."""
    asked = f"SELECT id, {_NAMES} FROM calendar_row WHERE day BETWEEN ? AND ? ORDER BY day, id"
    found = engine.rows(asked, (first.isoformat(), last.isoformat()))
    return {number: CalendarLine(*rest) for number, *rest in found}


def keep_calendar_line(line: CalendarLine, number: int | None = None) -> None:
    """Add a line, or write another in the place of one."""
    if number is None:
        number = engine.rows("SELECT COALESCE(max(id), 0) + 1 FROM calendar_row")[0][0]
    entries.put("calendar", str(number), list(astuple(line)))


def drop_calendar_line(number: int) -> None:
    """Take a line out of the calendar."""
    entries.put("calendar", str(number), None)


def _read(number: str) -> list[str] | None:
    found = engine.rows(f"SELECT {_NAMES} FROM calendar_row WHERE id = ?", (int(number),))
    return list(found[0]) if found else None


def _write(number: str, line: list[str] | None) -> None:
    engine.execute("DELETE FROM calendar_row WHERE id = ?", (int(number),))
    if line is not None:
        values = (int(number), *line, now(), author())
        marks = ", ".join("?" * len(values))
        engine.execute(f"INSERT INTO calendar_row (id, {_NAMES}, kept_at, kept_by) VALUES ({marks})", values)


entries.KEPT["calendar"] = entries.Keeping(
    _read, _write, lambda _name: [mark("Changed a line of the weekly calendar"), {}]
)
