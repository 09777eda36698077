"""The indicators of delegations."""

from models.reports.codes.indicator import Indicator
from models.text import mark

_VISIT = ("in_period", "held")
_BOTH = ("inbound", "outbound")
_TOOK_PLACE = mark(
    "Inbound delegations that took place (in progress, ended, reported or closed) and arrived in the period."
)
_DEPARTED = mark(
    "Outbound delegations that took place (abroad, returned, reported or closed) and departed in the period."
)

VISITS: tuple[Indicator, ...] = (
    Indicator("I01", mark("Inbound delegations"), _TOOK_PLACE, ("inbound",), _VISIT),
    Indicator(
        "I02",
        mark("Visitors of inbound delegations"),
        mark("The numbers of persons of the delegations of I01, added up."),
        ("inbound",),
        _VISIT,
        "sum",
        "persons",
    ),
    Indicator(
        "I03",
        mark("Foreign press delegations among them"),
        mark("Delegations of I01 whose level or purpose is the press."),
        ("inbound",),
        (*_VISIT, "press"),
    ),
    Indicator("I04", mark("Outbound delegations"), _DEPARTED, ("outbound",), _VISIT),
    Indicator(
        "I05",
        mark("Trips of persons in outbound delegations"),
        mark("The numbers of persons of the delegations of I04, added up; who goes three times is three trips."),
        ("outbound",),
        _VISIT,
        "sum",
        "persons",
    ),
    Indicator(
        "I06",
        mark("Different persons in outbound delegations (named in the lists of members)"),
        mark(
            "Different persons named in the lists of members of the delegations of I04; who goes three times is one "
            "person, who is not named in a list is not counted."
        ),
        ("outbound",),
        _VISIT,
        "people",
        source="counted",
    ),
    Indicator(
        "I07",
        mark("Delegations by country"),
        mark("Delegations of I01 and I04 by country; one of two countries counts in each, so the rows do not add up."),
        _BOTH,
        _VISIT,
        split="countries",
    ),
    Indicator(
        "I08",
        mark("Delegations by purpose"),
        mark("Delegations of I01 and I04 by their purpose."),
        _BOTH,
        _VISIT,
        split="purpose",
    ),
)
SURVEYS = Indicator(
    "I90",
    mark("Delegations of foreign enterprises helped with surveys"),
    mark(
        "Delegations of I01 with the purpose survey that are of the level enterprise or come from an enterprise; "
        "one delegation counts once, however many enterprises it brings."
    ),
    ("inbound",),
    (*_VISIT, "survey"),
)
