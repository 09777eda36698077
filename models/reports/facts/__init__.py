"""What a report asks of a record, each fact said once: in SQL for the sums, as a 0/1 column for the workbook.

Everything is asked as of the last day of the period, never of today.
"""

from collections.abc import Iterable

from models.reports.facts import actions, agreements, aid, events, gates, meetings, plans, visits
from models.reports.facts.source import Source, true
from models.reports.periods import Period

ALIVE = "t.removed_at IS NULL AND NOT t.draft"  # drafts and removed records never count
DIRECTIONS = {"inbound": "in", "outbound": "out"}

SOURCES: dict[str, Source] = {
    "inbound": visits.INBOUND,
    "outbound": visits.OUTBOUND,
    "agreement": agreements.AGREEMENT,
    "action": actions.ACTION,
    "session": meetings.SESSION,
    "mechanism": meetings.MECHANISM,
    "exchange": events.EXCHANGE,
    "conference": events.CONFERENCE,
    "training": events.TRAINING,
    "aid": aid.AID,
    "disbursement": aid.DISBURSEMENT,
    "gate": gates.GATE,
    "programme": plans.PROGRAMME,
}


def all_of(page: str, wanted: Iterable[str], period: Period) -> str:
    """Give the SQL condition that all facts hold; "!done" wants the opposite."""
    source = SOURCES[page]
    known = source.facts(period)
    parts = [f"{true(known[name.lstrip('!')])} = {int(not name.startswith('!'))}" for name in wanted]
    return " AND ".join([*parts, source.where])


def listed(page: str, period: Period) -> str:
    """Give the SQL condition for the records that stand in the register of a report."""
    return f"{SOURCES[page].listed(period)} AND {SOURCES[page].where}"


__all__ = ["ALIVE", "DIRECTIONS", "SOURCES", "Source", "all_of", "listed", "true"]
