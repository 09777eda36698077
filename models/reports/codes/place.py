"""The indicators of border gates, and those that are only entered."""

from models.reports.codes.indicator import Indicator
from models.text import mark

_ENTERED = mark("Entered only: figures whose whole period lies in the period of the report.")
_LATEST = mark("Entered only: the latest figure whose whole period lies in the period of the report, never a sum.")
_WORKS = Indicator(
    "I82",
    mark("Works across the border"),
    mark("Border gates with works across the border: bridges, roads, markets; planned ones too."),
    ("gate",),
    ("has_works",),
    level=True,
)
GATES: tuple[Indicator, ...] = (
    Indicator(
        "I80",
        mark("Border gates and crossings by state"),
        mark(
            "Border gates by their status on the last day, as the history of the status tells it; one without a "
            "history by the status it is kept with."
        ),
        ("gate",),
        ("known",),
        split="gate_state",
        level=True,
    ),
    Indicator(
        "I81",
        mark("Crossings restored in the period"),
        mark("Border gates that opened in the period after they were closed or their reopening was under way."),
        ("gate",),
        ("restored",),
    ),
    _WORKS,
    Indicator(
        "I82",
        mark("Works across the border"),
        mark("Works of I82 by their state."),
        ("gate",),
        ("has_works",),
        split="works_state",
        level=True,
    ),
)
INCOME = Indicator("I65", mark("Seasonal work: mean monthly income"), _LATEST, source="entered", level=True)
TRADE: tuple[Indicator, ...] = (
    Indicator("I70", mark("Turnover of foreign trade"), _ENTERED, source="entered"),
    Indicator("I71", mark("Imports"), _ENTERED, source="entered"),
    Indicator("I72", mark("Exports"), _ENTERED, source="entered"),
    Indicator("I73", mark("Area of agricultural cooperation"), _LATEST, source="entered", level=True),
)
BORDER = Indicator("I83", mark("Length of the border"), _LATEST, source="entered", level=True)
