"""Delegations of both directions in the order of the registers, read in parts that need little memory."""

from collections.abc import Iterator

from models.reports.facts import ALIVE
from models.reports.kept import numbers, parts

WAY = "CASE WHEN t.direction = 'in' THEN 'inbound' ELSE 'outbound' END"
SHOWN = f"{WAY} AS way, t.starts, t.id, t.code, t.name, t.persons"


def in_order(condition: str) -> Iterator[str]:
    """Give the delegations that meet a condition, inbound first and by their first day, as lists for SQL."""
    ids = numbers(f"SELECT t.id FROM delegation t WHERE {ALIVE} AND ({condition}) ORDER BY {WAY}, t.starts, t.id")
    return (listed for _, listed in parts(ids))
