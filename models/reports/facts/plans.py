"""Facts about the annual programme: what was planned for the period, and what became of it."""

from models.reports.facts.source import Source
from models.reports.periods import Period
from models.text import mark

_DAY = "t.planned_for"


def _month(of_quarters: str) -> str:
    """Give the month of a quarter where only the quarter is known."""
    month = f"substr('{of_quarters}', t.quarter * 2 - 1, 2)"
    return f"CASE WHEN length({_DAY}) = 4 AND t.quarter BETWEEN 1 AND 4 THEN {_DAY} || '-' || {month} ELSE {_DAY} END"


def _facts(period: Period) -> dict[str, str]:
    first, last = (f"({_month(months)})" for months in ("01040710", "03060912"))
    return {
        "in_period": f"({period.contains(first)} AND {period.before_end(last)})",
        "done": "t.state = 'DONE'",
        "changed": "t.state = 'CHANGED'",
        "dropped": "t.state = 'DROPPED'",
    }


PROGRAMME = Source(
    '"planned_activity" t',
    lambda period: period.touches(_DAY),
    _facts,
    keys=lambda period: {"group": 't."group"'},
    order=_DAY,
    day=_DAY,
    words={
        "in_period": mark("In the period"),
        "done": mark("Carried out", "state"),
        "changed": mark("Changed", "state"),
        "dropped": mark("Not carried out", "state"),
    },
)
