"""Facts about sessions and mechanisms."""

from models.reports.facts.source import Source
from models.reports.periods import Period
from models.text import mark

HELD = ("HELD", "MINUTES_SIGNED", "PLAN_ISSUED", "CLOSED")
_SERIES = ("su_kien_ln", "hoi_cho")


def _session(period: Period) -> dict[str, str]:
    return {
        "in_period": period.contains("t.starts"),
        "held": f"t.state IN {HELD}",
        "minutes": f"(t.state IN {HELD} AND {period.contains('t.minutes_signed_on')})",
    }


def _mechanism(period: Period) -> dict[str, str]:
    now_or_later = f"(t.state = 'ACTIVE' OR COALESCE(t.state_since, '') > '{period.last}')"
    active = f"({_known(period)} AND {now_or_later} AND {_last_step(period)} = 'ACTIVE')"
    return {"active": active, "yearly_event": f"({active} AND t.type IN {_SERIES})"}


def _last_step(period: Period) -> str:
    """The state since the last step up to the last day: one that slept then may be at work again today."""
    return (
        """COALESCE((SELECT c."end" FROM state_change c WHERE c.kind = 'mechanism' AND c.record = t.id """
        f"AND c.on_day <= '{period.last}' ORDER BY c.on_day DESC, c.id DESC LIMIT 1), 'ACTIVE')"
    )


def _known(period: Period) -> str:
    """Set up by the last day; without a known day it has been set up."""
    return f"(t.since IS NULL OR {period.before_end('t.since')})"


SESSION = Source(
    '"session" t',
    lambda period: f"({period.touches('t.starts')} OR {period.contains('t.minutes_signed_on')})",
    _session,
    day="t.starts",
    order="t.starts",
    words={
        "in_period": mark("In the period"),
        "held": mark("Took place"),
        "minutes": mark("Minutes signed in the period"),
    },
)
MECHANISM = Source(
    '"mechanism" t',
    _known,
    _mechanism,
    keys=lambda period: {"mechanism_kind": "t.type"},
    order="t.since, t.name_key",
    words={
        "active": mark("At work on the last day"),
        "yearly_event": mark("Yearly event"),
        "mechanism_kind": mark("Kind of mechanism"),
    },
)
