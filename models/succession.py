"""Bodies that came before and after one another: merged provinces, abolished districts, renamed offices."""

from datetime import timedelta
from typing import Any

from models import days, engine
from models.checks import Complaint
from models.record import Record, day_of, in_order
from models.text import mark

# In a line, every body that leads here and every body that this one leads to; removed ones are left out.
_LINE = """
WITH RECURSIVE
  earlier(id) AS (SELECT ? UNION SELECT t.id FROM "{table}" t JOIN earlier ON t.successor_id = earlier.id
    WHERE t.removed_at IS NULL),
  later(id) AS (SELECT ? UNION SELECT t.id FROM "{table}" s JOIN later ON s.id = later.id
    JOIN "{table}" t ON t.id = s.successor_id WHERE t.removed_at IS NULL)
SELECT t.id, t.id IN earlier, {columns} FROM "{table}" t
WHERE (t.id IN earlier OR t.id IN later) AND t.id <> ? AND t.removed_at IS NULL ORDER BY t.ended IS NULL, t.ended, t.id
"""


def line(kind: type[Record], number: int, columns: str) -> list[tuple[Any, ...]]:
    """Give (id, whether it came before, the columns …) of the bodies before and after one, in one question."""
    asked = _LINE.format(table=kind._meta.table_name, columns=columns)
    return engine.rows(asked, (number, number, number))


def other_names(body: Record, names: tuple[str, ...]) -> list[str]:
    """Give the names of the bodies before and after this one, under which it is found too."""
    if not body.id:
        return []
    found = line(type(body), body.id, ", ".join(f"t.{name}" for name in names))
    return [told for row in found for told in row[2:] if told]


def complaints(body: Any) -> list[Complaint]:
    """Give what is wrong with the time of a body, with its successor and with what it belongs to."""
    found = in_order(body, "begun", "ended", mark("It ended before it was set up."))
    circles = {
        "successor": mark("{name} leads back to this body: a body does not succeed itself. Choose another successor."),
        "parent": mark("{name} belongs to this body: a body does not belong to itself. Choose another one."),
    }
    for name, words in circles.items():
        if body.value(name) and body.id and _leads_back(body, name):
            found.append(Complaint(name, words, {"name": getattr(body, name).heading}))
    return found + _at_the_seam(body)


def _leads_back(body: Any, name: str) -> bool:
    table, column = type(body)._meta.table_name, type(body)._meta.fields[name].column_name
    asked = (
        f'WITH RECURSIVE way(id) AS (SELECT ? UNION SELECT t.{column} FROM "{table}" t JOIN way ON t.id = way.id '
        f"WHERE t.{column} IS NOT NULL) SELECT 1 FROM way WHERE id = ?"
    )
    return bool(engine.rows(asked, (body.value(name), body.id)))


def _at_the_seam(body: Any) -> list[Complaint]:
    """Warn where the end is missing, or where the successor began only after a gap (an older one may take over)."""
    if not body.value("successor"):
        return []
    ended, begun = day_of(body.ended), day_of(body.successor.begun)
    if ended is None:
        return [Complaint("ended", mark("It has a successor: write the day on which it ended."), warning=True)]
    if begun and begun > ended + timedelta(days=1):
        words = mark("{name} was set up on {day}, not on the day on which this body ended.")
        told = {"name": body.successor.heading, "day": days.text(body.successor.begun)}
        return [Complaint("successor", words, told, warning=True)]
    return []
