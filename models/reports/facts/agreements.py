"""Facts about agreements, as of the last day of the period."""

from datetime import timedelta

from models import deadlines
from models.reports.facts.source import Source
from models.reports.periods import Period, last_of
from models.text import mark

_ENDED = ("TERMINATED", "WITHDRAWN", "REPLACED")
_SIGNED = ("SIGNED", "IN_FORCE", "SUSPENDED", "EXPIRED", *_ENDED)
_MINUTES = ("bb_hoi_dam", "bb_phien_hop", "bb_hoi_nghi")


def _facts(period: Period) -> dict[str, str]:
    reference = f"COALESCE(t.signed_as, '') = 'TRUNG_UONG' OR COALESCE(t.type, '') IN {deadlines.NO_COPY}"
    in_force = f"({_begun(period)} AND {_not_ended(period)} AND NOT {_suspended(period)})"
    limit = deadlines.latest("agr.expiry_far", period.last) + timedelta(days=1)
    owed = deadlines.latest("agr.copy_mofa", period.last - timedelta(days=1)) + timedelta(days=1)
    signed = f"(t.state IN {_SIGNED} AND {period.contains('t.signed_on')})"
    return {
        "signed_in_period": signed,
        "own": f"NOT ({reference})",
        "in_force": in_force,
        "twinning": "t.type = 'ket_nghia'",
        "village": "t.type = 'ket_nghia_ban'",
        "expiring": f"({in_force} AND t.renews IS NOT TRUE AND t.valid_until IS NOT NULL "
        f"AND NOT {_runs_to(limit.isoformat(), period)})",
        "copy_late": f"((t.state = 'SIGNED' OR {in_force}) AND length(t.signed_on) = 10 AND t.signed_on < '{owed}' "
        f"AND COALESCE(t.copy_date, '9999') > '{period.last}')",
        "minutes": f"({signed} AND NOT ({reference}) AND t.type IN {_MINUTES} AND NOT EXISTS ({_OF_A_SESSION}))",
    }


# The session already tells of these minutes.
_OF_A_SESSION = (
    "SELECT 1 FROM link l JOIN session s ON s.id = l.from_id AND s.removed_at IS NULL AND NOT s.draft "
    "AND s.minutes_signed_on IS NOT NULL WHERE l.from_kind = 'session' AND l.field = 'documents' "
    "AND l.to_kind = 'agreement' AND l.to_id = t.id"
)


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


AGREEMENT = Source(
    '"agreement" t',
    lambda period: f"t.state IN {_SIGNED} AND (t.signed_on IS NULL OR {period.before_end('t.signed_on')})",
    _facts,
    keys=lambda period: {"signed_as": "t.signed_as"},
    many={"countries": "t.countries"},
    order="t.signed_on",
    words={
        "signed_in_period": mark("Signed in the period"),
        "own": mark("Agreement of the province"),
        "in_force": mark("In force at the end of the period"),
        "twinning": mark("Twinning"),
        "village": mark("Village twinning"),
        "expiring": mark("Expires soon"),
        "copy_late": mark("Copy late"),
        "minutes": mark("Minutes of no session kept here"),
    },
)
