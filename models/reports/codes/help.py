"""The indicators of aid, in both directions."""

from models.reports.codes.indicator import Indicator
from models.text import mark

_AID, _PAID = ("aid",), ("disbursement",)
_IN, _OUT = ("in_period", "incoming"), ("in_period", "!incoming")
_NO_RATE = mark("Of which without a value in dong, in its own currency; it is never added to the sum in dong.")

AID: tuple[Indicator, ...] = (
    Indicator(
        "I40",
        mark("Aid received: projects and grants"),
        mark("Aid received that was approved in the period; where no day of approval is known, that began in it."),
        _AID,
        _IN,
    ),
    Indicator(
        "I41",
        mark("Aid received: value committed (dong)"),
        mark("The values in dong committed by the aid of I40, added up."),
        _AID,
        _IN,
        "sum",
        "committed_vnd",
        unit="VND",
        hedged=True,
    ),
    Indicator(
        "I41",
        mark("Aid received: value committed, no rate known"),
        _NO_RATE,
        _AID,
        (*_IN, "without_rate"),
        "sum",
        "committed",
        split="currency",
        hedged=True,
    ),
    Indicator(
        "I42",
        mark("Aid received: value disbursed (dong)"),
        mark("The payments of aid received that were made in the period, in dong, added up."),
        _PAID,
        _IN,
        "sum",
        "amount_vnd",
        unit="VND",
    ),
    Indicator(
        "I42",
        mark("Aid received: value disbursed, no rate known"),
        _NO_RATE,
        _PAID,
        (*_IN, "without_rate"),
        "sum",
        "amount",
        split="currency",
    ),
    Indicator(
        "I43",
        mark("Aid received by kind of donor"),
        mark("Projects and grants of I40 by the kind of their donor."),
        _AID,
        _IN,
        split="donor_kind",
    ),
    Indicator(
        "I44",
        mark("Aid received by sector"),
        mark("Projects and grants of I40 by sector; one of two sectors counts in each, so the rows do not add up."),
        _AID,
        _IN,
        split="sectors",
    ),
    Indicator(
        "I45",
        mark("Support given to neighbours: value (dong)"),
        mark(
            "The values in dong of the aid given to neighbours that was approved in the period (or began in it, where "
            "no day of approval is known), added up."
        ),
        _AID,
        _OUT,
        "sum",
        "committed_vnd",
        unit="VND",
        hedged=True,
    ),
    Indicator(
        "I45",
        mark("Support given to neighbours: value, no rate known"),
        _NO_RATE,
        _AID,
        (*_OUT, "without_rate"),
        "sum",
        "committed",
        split="currency",
        hedged=True,
    ),
    Indicator(
        "I46",
        mark("Support given to neighbours: area (hectares)"),
        mark("The hectares of the aid of I45, added up."),
        _AID,
        _OUT,
        "sum",
        "area_ha",
        unit="ha",
    ),
    Indicator(
        "I46:MODELS",
        mark("Support given to neighbours: kinds of models"),
        mark("The kinds of models of the aid of I45, added up."),
        _AID,
        _OUT,
        "sum",
        "models_count",
    ),
)
