"""Facts about border gates: their status on the last day of the period, as their history tells it."""

from models.reports.facts.source import Source
from models.reports.periods import Period, last_of
from models.text import mark

_ORDER = f"{last_of('c.changed_on')}, c.rank"  # "2025" stands after "2025-04": nothing says it came before


def _restored(period: Period) -> str:
    """Open again in the period, after it was closed for the time being or its reopening was under way."""
    changes = (
        "SELECT c.owner_id, c.changed_on, c.to_state, "
        f"lag(c.to_state) OVER (PARTITION BY c.owner_id ORDER BY {_ORDER}) AS before FROM gate_change c"
    )
    return (
        f"t.id IN (SELECT x.owner_id FROM ({changes}) x WHERE x.to_state = 'OPEN' "
        f"AND x.before IN ('SUSPENDED', 'RESTORING') AND {period.contains('x.changed_on')})"
    )


def _status(period: Period) -> str:
    """The last change up to the last day; a gate without any history has the status it is kept with."""
    told = (
        f"SELECT c.to_state FROM gate_change c WHERE c.owner_id = t.id AND {period.before_end('c.changed_on')} "
        f"ORDER BY {last_of('c.changed_on')} DESC, c.rank DESC LIMIT 1"
    )
    untold = "CASE WHEN NOT EXISTS (SELECT 1 FROM gate_change c WHERE c.owner_id = t.id) THEN t.state END"
    return f"COALESCE(({told}), {untold})"


GATE = Source(
    '"gate" t',
    lambda period: "1 = 1",
    lambda period: {
        "restored": _restored(period),
        "has_works": "COALESCE(t.works, '') <> ''",
        "known": f"{_status(period)} IS NOT NULL",
    },
    keys=lambda period: {"gate_state": _status(period), "works_state": "t.works_state"},
    order="t.ours_key, t.id",
    words={
        "restored": mark("Restored in the period"),
        "has_works": mark("Works across the border"),
        "known": mark("Status known"),
        "gate_state": mark("Status on the last day"),
    },
)
