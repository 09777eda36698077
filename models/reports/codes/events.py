"""The indicators of exchanges, conferences and training."""

from dataclasses import replace

from models.reports.codes.indicator import Indicator
from models.text import mark

_HELD = ("in_period", "held")
_EXCHANGE = Indicator(
    "I50",
    mark("Exchange activities"),
    mark(
        "Exchange activities held that began in the period, of the province's own scope; a bulk row counts with its "
        "number of activities, and only where all of its time lies in the period."
    ),
    ("exchange",),
    (*_HELD, "own_scope"),
    "sum",
    "activities:counted",
    hedged=True,
)
_CONFERENCE = Indicator(
    "I55",
    mark("International conferences and workshops"),
    mark("Conferences held that began in the period, organised or attended."),
    ("conference",),
    _HELD,
)
_DELEGATES = Indicator(
    "I56",
    mark("Delegates at international conferences"),
    mark("The delegates of the conferences of I55, added up."),
    ("conference",),
    _HELD,
    "sum",
    "delegates",
    hedged=True,
)
EVENTS: tuple[Indicator, ...] = (
    _EXCHANGE,
    replace(
        _EXCHANGE,
        rule=mark("Exchange activities of another scope, each scope for itself; they are never added to I50."),
        facts=(*_HELD, "!own_scope"),
        split="scope",
    ),
    replace(
        _EXCHANGE,
        code="I51",
        words=mark("Exchange activities by pillar"),
        rule=mark("Exchange activities of I50 by pillar."),
        split="pillar",
    ),
    replace(
        _EXCHANGE,
        code="I51",
        words=mark("Exchange activities by country"),
        rule=mark(
            "Exchange activities of I50 by country; one of two countries counts in each, so the rows do not add up."
        ),
        split="countries",
    ),
    Indicator(
        "I52",
        mark("Annual exchange events"),
        mark(
            "Series of yearly or alternating events and fairs among the mechanisms at work on the last day, and yearly "
            "exchange activities of I50 that belong to no series."
        ),
        ("mechanism", "exchange"),
        ("yearly_event",),
        level=True,
    ),
    _CONFERENCE,
    replace(_CONFERENCE, rule=mark("Conferences of I55 by our part in them."), split="part"),
    _DELEGATES,
    replace(_DELEGATES, rule=mark("Delegates of I56 by our part in the conferences."), split="part"),
)
TRAINING: tuple[Indicator, ...] = (
    Indicator(
        "I60",
        mark("Scholarships for neighbours (places a year)"),
        mark("The places a year of the training we receive people for that took place and ran in the period."),
        ("training",),
        ("held", "runs", "received"),
        "sum",
        "places_a_year",
        level=True,
        hedged=True,
    ),
    Indicator(
        "I61",
        mark("Training classes"),
        mark("Classes for people we receive, held and begun in the period; scholarships are not classes."),
        ("training",),
        (*_HELD, "received", "class"),
        "sum",
        "classes:counted",
    ),
    Indicator(
        "I62",
        mark("Learners in each training class (average)"),
        mark("The learners of the classes of I61 divided by the number of these classes, where learners are known."),
        ("training",),
        (*_HELD, "received", "class", "numbered"),
        "mean",
        "learners:counted",
        "classes:counted",
        hedged=True,
    ),
    Indicator(
        "I63",
        mark("Officials sent to training abroad"),
        mark("The learners of the training we send people to that was held and began in the period, added up."),
        ("training",),
        (*_HELD, "!received"),
        "sum",
        "learners:counted",
        hedged=True,
    ),
)
