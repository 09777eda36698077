"""Annexes of those who come and go: delegations, conferences, training, exchanges."""

from models.reports.annexes.annex import Annex, Money
from models.reports.listing import Listing
from models.reports.shown import DAYS, STATE
from models.text import mark

_HELD = ("in_period", "held")
_DELEGATES, _FOREIGN = mark("Number of delegates"), mark("Foreigners")
_COST = mark("Cost")

INBOUND = Annex(
    "inbound",
    mark("List of inbound delegations"),
    Listing(
        "inbound",
        (
            *("code", "name", "head", "countries", "partner", "level", "admin_level", "host_units", "host_leader"),
            *("(request)", "(permit)", "(second)", "starts", "ends", "persons", "purpose", "fields", "content"),
            *("places", "entry_gate", "funding", "in_plan", "(report)", "result", STATE, "note"),
        ),
        _HELD,
    ),
    mark("Delegations that took place and arrived in the period; a delegation of two countries stands here once."),
    ("I01", "I02", "I03", "I90"),
    members=True,
)
OUTBOUND = Annex(
    "outbound",
    mark("List of outbound delegations"),
    Listing(
        "outbound",
        (
            *("code", "name", "head", "requesting_unit", "(request)", "(permit)", "(second)", "decided_by"),
            *("inviter", "(invitation)", "countries", "partner", "starts", "ends", DAYS, "persons", "purpose"),
            *("content", "funding", "cost", "cost_currency", "cost_rate", "cost_vnd", "in_plan", "(report)"),
            *(STATE, "note"),
        ),
        _HELD,
        groups=dict.fromkeys(("cost", "cost_currency", "cost_rate", "cost_vnd"), (_COST,)),
    ),
    mark("Delegations that took place and departed in the period; a delegation to two countries stands here once."),
    ("I04", "I05", "I06"),
    members=True,
    money=(
        Money(
            mark("Cost of outbound delegations by currency (at the rates entered)"),
            "outbound",
            "cost",
            "cost_vnd",
            "cost_currency:code",
            (("in_period", 1), ("held", 1)),
        ),
    ),
)
CONFERENCES = Annex(
    "conferences",
    mark("List of international conferences and workshops"),
    Listing(
        "conference",
        (
            *("name", "partners", "content", "vietnamese", "foreign_here", "foreign_abroad", "countries", "starts"),
            *("ends", "place", "funding", "(report)", "in_plan", "permitted_by", "type", "qualifier", "delegates"),
            *("organiser", "code", STATE, "note"),
        ),
        _HELD,
        groups={
            "vietnamese": (_DELEGATES,),
            **dict.fromkeys(("foreign_here", "foreign_abroad", "countries"), (_DELEGATES, _FOREIGN)),
        },
        titles={
            "vietnamese": mark("Vietnamese", "delegates"),
            "foreign_here": mark("Living in Vietnam"),
            "foreign_abroad": mark("From abroad"),
            "countries": mark("From (countries)"),
        },
        summed=("vietnamese", "foreign_here", "foreign_abroad", "delegates"),
    ),
    mark(
        "Conferences that took place and began in the period. The delegates in all may be more than the parts, where "
        "a source tells only the whole."
    ),
    ("I55", "I56"),
)
TRAINING = Annex(
    "training",
    mark("List of training classes and scholarships"),
    Listing(
        "training",
        (
            *("name", "starts", "ends", "place", "qualifier", "learners", "(report)", "funding", "cost_vnd", "content"),
            *("type", "direction", "countries", "institutions", "audience", "classes", "per_class", "places_a_year"),
            *("code", STATE, "note"),
        ),
        where=lambda period: "t.state IN ('HELD', 'REPORTED')",
    ),
    mark(
        "Classes that took place and began in the period, and scholarships that run in it. The figures count learners "
        "in all, or else classes times learners in each."
    ),
    ("I60", "I61", "I62", "I63"),
)
EXCHANGES = Annex(
    "exchanges",
    mark("List of exchange activities"),
    Listing(
        "exchange",
        (
            *("name", "type", "pillar", "fields", "lead", "partners", "countries", "level", "starts", "ends", "place"),
            *("hosted_by", "ours", "theirs", "yearly", "ordinal", "result", "qualifier", "activities", "scope"),
            *("source", "code", STATE, "note"),
        ),
        _HELD,
        summed=("ours", "theirs"),
    ),
    mark("Activities that took place in the period; a bulk row counts as the activities it tells of."),
    ("I50",),
)
