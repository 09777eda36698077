"""Facts about what is held once: exchange activities, conferences, classes and scholarships."""

from models.reports.facts.source import Source
from models.reports.periods import Period
from models.text import mark

HELD = ("HELD", "REPORTED")
_OWN = "COALESCE(t.scope, 'tinh') = 'tinh'"
_EVENT = {"in_period": mark("In the period"), "held": mark("Took place")}


def _event(period: Period) -> dict[str, str]:
    return {"in_period": period.contains("t.starts"), "held": f"t.state IN {HELD}"}


def _exchange(period: Period) -> dict[str, str]:
    """A bulk row counts as an entered figure does: only where all of its time lies inside."""
    single = "COALESCE(t.activities, 1) = 1"
    inside = f"({period.contains('t.starts')} AND ({single} OR t.ends IS NULL OR {period.before_end('t.ends')}))"
    held = f"t.state IN {HELD}"
    return {
        "in_period": inside,
        "held": held,
        "own_scope": _OWN,
        "yearly_event": f"({inside} AND {held} AND {_OWN} AND t.yearly IS TRUE AND t.mechanism_id IS NULL)",
    }


def _training(period: Period) -> dict[str, str]:
    begun = period.before_end("t.starts")
    runs = f"({begun} AND (t.ends IS NULL OR {period.touches('t.ends')} OR t.ends > '{period.last}'))"
    return _event(period) | {
        "runs": runs,
        "received": "t.direction = 'RECEIVED'",
        "class": "COALESCE(t.type, '') <> 'hoc_bong'",
        "numbered": "(t.learners IS NOT NULL OR t.per_class IS NOT NULL)",
    }


def _of_training(period: Period) -> dict[str, str]:
    classes = "COALESCE(t.classes, 1)"
    return {
        "classes:counted": classes,
        "learners:counted": f"COALESCE(t.learners, t.per_class * {classes}, 0)",
        "places_a_year": "COALESCE(t.places_a_year, 0)",
    }


EXCHANGE = Source(
    '"exchange" t',
    lambda period: period.touches("t.starts"),
    _exchange,
    lambda period: {"activities:counted": "COALESCE(t.activities, 1)"},
    lambda period: {"pillar": "t.pillar", "scope": "t.scope"},
    {"countries": "t.countries"},
    words={
        **_EVENT,
        "own_scope": mark("Scope of the province"),
        "yearly_event": mark("Yearly event of no series"),
        "activities:counted": mark("Number of activities, counted"),
    },
    day="t.starts",
    order="t.starts",
    qualifier="t.qualifier",
)
CONFERENCE = Source(
    '"conference" t',
    lambda period: period.touches("t.starts"),
    _event,
    lambda period: {"delegates": "COALESCE(t.delegates, 0)"},
    lambda period: {"part": "t.type"},
    words={**_EVENT, "part": mark("Our part")},
    day="t.starts",
    order="t.starts",
    qualifier="t.qualifier",
)
TRAINING = Source(
    '"training" t',
    lambda period: f"({period.touches('t.starts')} OR {_training(period)['runs']})",
    _training,
    _of_training,
    words={
        **_EVENT,
        "runs": mark("Runs in the period"),
        "received": mark("We receive"),
        "class": mark("Class"),
        "numbered": mark("Number of learners known"),
        "classes:counted": mark("Classes, counted"),
        "learners:counted": mark("Learners, counted"),
    },
    day="t.starts",
    order="t.starts",
    qualifier="t.qualifier",
)
