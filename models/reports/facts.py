"""What a report asks of a record, each fact said once: in SQL for the sums, as a 0/1 column for the workbook.

Everything is asked as of the last day of the period, never of today.
"""

from collections.abc import Iterable
from datetime import timedelta

from models import deadlines
from models.reports.periods import Period, last_of
from models.text import mark

ALIVE = "t.removed_at IS NULL AND NOT t.draft"  # drafts and removed records never count
TABLES = {"inbound": "delegation", "outbound": "delegation", "agreement": "agreement", "action": "follow_up"}
DIRECTIONS = {"inbound": "in", "outbound": "out"}

_HELD = ("ONGOING", "ENDED", "DEPARTED", "RETURNED", "REPORTED", "CLOSED")
_ENDED = ("TERMINATED", "WITHDRAWN", "REPLACED")
_SIGNED = ("SIGNED", "IN_FORCE", "SUSPENDED", "EXPIRED", *_ENDED)

# How the 0/1 columns are headed.
WORDS: dict[str, str] = {
    "in_period": mark("In the period"),
    "held": mark("Took place"),
    "press": mark("Press"),
    "signed_in_period": mark("Signed in the period"),
    "own": mark("Agreement of the province"),
    "twinning": mark("Twinning"),
    "village": mark("Village twinning"),
    "in_force": mark("In force at the end of the period"),
    "expiring": mark("Expires soon"),
    "copy_late": mark("Copy late"),
    "done": mark("Done by the end of the period"),
    "late": mark("Done after the time limit"),
    "dropped": mark("Carried over or cancelled"),
    "carried": mark("Carried over"),
    "overdue": mark("Time limit passed"),
}


def facts(page: str, period: Period) -> dict[str, str]:
    """Give the SQL condition of each fact about the records of a page (their table is called ``t``)."""
    return {"delegation": _delegation, "agreement": _agreement, "follow_up": _action}[TABLES[page]](period)


def true(condition: str) -> str:
    """Give 1 where a condition holds and 0 where it does not or nobody knows."""
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


def all_of(page: str, wanted: Iterable[str], period: Period) -> str:
    """Give the SQL condition that all facts hold; "!done" wants the opposite."""
    known = facts(page, period)
    parts = [f"{true(known[name.lstrip('!')])} = {int(not name.startswith('!'))}" for name in wanted]
    if page in DIRECTIONS:
        parts.append(f"t.direction = '{DIRECTIONS[page]}'")
    return " AND ".join(parts)


def listed(page: str, period: Period) -> str:
    """Give the SQL condition for the records that stand in the register of a report."""
    if page == "agreement":
        return f"t.state IN {_SIGNED} AND (t.signed_on IS NULL OR {period.before_end('t.signed_on')})"
    if page == "action":
        return period.touches("t.assigned_on")
    return f"t.direction = '{DIRECTIONS[page]}' AND {period.touches('t.starts')}"


def _delegation(period: Period) -> dict[str, str]:
    return {
        "in_period": period.contains("t.starts"),
        "held": f"t.state IN {_HELD}",
        "press": "(t.level = 'bao_chi' OR t.purpose = 'bao_chi')",
    }


def _agreement(period: Period) -> dict[str, str]:
    reference = f"COALESCE(t.signed_as, '') = 'TRUNG_UONG' OR COALESCE(t.type, '') IN {deadlines.NO_COPY}"
    in_force = f"({_begun(period)} AND {_not_ended(period)} AND NOT {_suspended(period)})"
    limit = period.last + timedelta(days=deadlines.limit("agr.expiry_far") + 1)
    owed = period.last - timedelta(days=deadlines.limit("agr.copy_mofa"))
    return {
        "signed_in_period": f"(t.state IN {_SIGNED} AND {period.contains('t.signed_on')})",
        "own": f"NOT ({reference})",
        "in_force": in_force,
        "twinning": "t.type = 'ket_nghia'",
        "village": "t.type = 'ket_nghia_ban'",
        "expiring": f"({in_force} AND t.renews IS NOT TRUE AND t.valid_until IS NOT NULL "
        f"AND NOT {_runs_to(limit.isoformat(), period)})",
        "copy_late": f"((t.state = 'SIGNED' OR {in_force}) AND length(t.signed_on) = 10 AND t.signed_on < '{owed}' "
        f"AND COALESCE(t.copy_date, '9999') > '{period.last}')",
    }


def _begun(period: Period) -> str:
    """Signed first, then effective; without any known day an agreement in force has begun."""
    signed = f"(t.signed_on IS NULL OR {period.before_end('t.signed_on')})"
    begun = f"(t.state <> 'SIGNED' AND t.effective_on IS NULL OR {period.before_end('t.effective_on')})"
    return f"t.state IN {_SIGNED} AND {signed} AND {begun}"


def _not_ended(period: Period) -> str:
    in_term = f"(t.renews IS TRUE OR t.valid_until IS NULL OR {_runs_to(period.last.isoformat(), period)})"
    ended_later = f"COALESCE(t.end_date, t.state_since, '') > '{period.last}'"
    run_out = f"CASE WHEN t.valid_until IS NULL THEN {ended_later} ELSE {_runs_to(str(period.last), period)} END"
    return (
        f"CASE WHEN t.state = 'EXPIRED' THEN {run_out} "
        f"WHEN t.state IN {_ENDED} THEN {in_term} AND {ended_later} ELSE {in_term} END"
    )


def _runs_to(day: str, period: Period) -> str:
    """Extensions count from their own day on."""
    extended = (
        "EXISTS (SELECT 1 FROM amendment a WHERE a.owner_id = t.id AND a.valid_until >= "
        f"'{day}' AND a.dated <= '{period.last}')"
    )
    return f"({last_of('t.valid_until')} >= '{day}' OR {extended})"


def _suspended(period: Period) -> str:
    """An agreement set in force again before the suspension was to end is suspended no longer."""
    still = f"t.state = 'SUSPENDED' AND COALESCE(t.suspended_from, t.state_since, '') <= '{period.last}'"
    then = (
        f"COALESCE(t.suspended_from, '9999') <= '{period.last}' AND COALESCE(t.suspended_until, '') >= '{period.last}'"
    )
    since = "COALESCE(t.state_since, '')"
    back = f"t.state = 'IN_FORCE' AND {since} > t.suspended_from AND {since} <= '{period.last}'"
    return f"({still} OR {then} AND NOT ({back}))"


def _action(period: Period) -> dict[str, str]:
    return {
        "in_period": period.contains("t.assigned_on"),
        "done": f"(t.state = 'DONE' AND COALESCE(t.done_on, t.state_since, '') <= '{period.last}')",
        "late": "t.done_on > t.due_on",
        "dropped": f"(t.state IN ('CANCELLED', 'CARRIED') AND COALESCE(t.state_since, '') <= '{period.last}')",
        "carried": "t.state = 'CARRIED'",
        "overdue": f"t.due_on < '{period.last}'",
    }
