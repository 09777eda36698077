"""Facts about aid, in both directions, and about its payments."""

from models.reports.facts.source import Source
from models.reports.periods import Period
from models.text import mark

APPROVED = ("APPROVED", "IMPLEMENTING", "FINISHED", "SETTLED", "CLOSED", "SUSPENDED", "TERMINATED")
_DAY = "COALESCE(t.approval_date, t.starts)"


def _facts(period: Period) -> dict[str, str]:
    return {
        "in_period": f"(t.state IN {APPROVED} AND {period.contains(_DAY)})",
        "incoming": "t.direction = 'IN'",
        "without_rate": "(t.committed_vnd IS NULL AND t.committed IS NOT NULL)",
    }


def _amounts(period: Period) -> dict[str, str]:
    names = ("committed", "committed_vnd", "area_ha", "models_count")
    return {name: f"COALESCE(t.{name}, 0)" for name in names}


def _paid(period: Period) -> dict[str, str]:
    return {
        "in_period": period.contains("d.paid_on"),
        "incoming": "t.direction = 'IN'",
        "without_rate": "d.amount_vnd IS NULL",
    }


AID = Source(
    '"aid" t',
    lambda period: f"({_DAY} IS NULL OR substr({_DAY}, 1, 4) <= '{period.last.year:04d}')",
    _facts,
    _amounts,
    lambda period: {"donor_kind": "t.donor_kind", "currency": "t.currency"},
    {"sectors": "t.sectors"},
    day=_DAY,
    order=_DAY,
    qualifier="t.qualifier",
    words={
        "in_period": mark("Approved in the period"),
        "incoming": mark("Received", "aid"),
        "without_rate": mark("Value in dong not known"),
    },
)
DISBURSEMENT = Source(
    '"disbursement" d JOIN "aid" t ON t.id = d.owner_id',
    lambda period: period.contains("d.paid_on"),
    _paid,
    lambda period: {"amount": "COALESCE(d.amount, 0)", "amount_vnd": "COALESCE(d.amount_vnd, 0)"},
    lambda period: {"currency": "d.currency"},
    order="d.paid_on, t.id, d.rank",
    row="d.id",
    words={
        "in_period": mark("Paid in the period"),
        "incoming": mark("Received", "aid"),
        "without_rate": mark("Value in dong not known"),
    },
)
