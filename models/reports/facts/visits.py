"""Facts about delegations."""

from dataclasses import replace

from models.reports.facts.source import Source, one_of
from models.reports.periods import Period
from models.text import mark

HELD = ("ONGOING", "ENDED", "DEPARTED", "RETURNED", "REPORTED", "CLOSED")
_BUSINESS = ("doanh_nghiep", "hiep_hoi_dn")


def _facts(period: Period) -> dict[str, str]:
    business = f"SELECT 1 FROM partner p WHERE p.id = t.partner_id AND p.type IN {one_of(_BUSINESS)}"
    return {
        "in_period": period.contains("t.starts"),
        "held": f"t.state IN {HELD}",
        "press": "(t.level = 'bao_chi' OR t.purpose = 'bao_chi')",
        "survey": f"(t.purpose = 'khao_sat' AND (t.level = 'doanh_nghiep' OR EXISTS ({business})))",
    }


def _keys(period: Period) -> dict[str, str]:
    return {name: f"t.{name}" for name in ("purpose", "pillar", "funding")}


def _costed(period: Period) -> dict[str, str]:
    return _keys(period) | {"cost_currency": "t.cost_currency"}


INBOUND = Source(
    '"delegation" t',
    lambda period: period.touches("t.starts"),
    _facts,
    lambda period: {"persons": "COALESCE(t.persons, 0)"},
    _keys,
    {"countries": "t.countries"},
    where="t.direction = 'in'",
    day="t.starts",
    order="t.starts",
    words={
        "in_period": mark("In the period"),
        "held": mark("Took place"),
        "press": mark("Press"),
        "survey": mark("Survey of an enterprise"),
    },
)
OUTBOUND = replace(INBOUND, keys=_costed, where="t.direction = 'out'")
