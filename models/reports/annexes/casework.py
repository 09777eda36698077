"""Annexes of agreements and what follows from them: twinning, implementation, sessions, minutes, tasks, programme."""

from dataclasses import replace

from models.reports.annexes import asked
from models.reports.annexes.annex import Annex, Progress
from models.reports.listing import Listing, Told
from models.reports.shown import SIGNERS, STANDING, STATE
from models.text import mark

_ACTIVITIES = ("inbound", "outbound", "session", "exchange", "conference")
_AS_OF = mark("Agreements signed by the last day of the period; their validity is that of this day.")

AGREEMENTS = Annex(
    "agreements",
    mark("List of international agreements"),
    Listing(
        "agreement",
        (
            *("proposer", "signed_as", "type", "name", "foreign_name", "countries", "partners", "signed_on", STANDING),
            *("effective_on", "term", "valid_until", SIGNERS, "approved_by", "authorised", "in_high_visit", "in_plan"),
            *("fields", "(opinions)", "(copy)", "original_signer", "inherited_by", "inheritance", "custody"),
            *("languages", "code", "note"),
        ),
        told={"(opinions)": Told(mark("Opinions (body, days, answer)"), asked.opinions, width=20)},
    ),
    _AS_OF,
    ("I10", "I11", "I13", "I14", "I15", "I16", "I17"),
    up_to=True,
)
TWINNING = Annex(
    "twinning",
    mark("Twinning and friendship between localities"),
    Listing(
        "agreement",
        (
            *("name", "signed_on", STANDING, "result", "signed_as", "(ours)", "partners", "countries", "valid_until"),
            *("(latest)", "code", "note"),
        ),
        where=lambda period: "t.type IN ('ket_nghia', 'ket_nghia_ban')",
        titles={"name": mark("Pair of localities"), "result": mark("Results of the twinning")},
        told={
            "(ours)": Told(mark("Our side"), asked.our_side, width=20),
            "(latest)": Told(mark("Latest activity"), asked.latest("agreement", _ACTIVITIES), width=24),
        },
    ),
    _AS_OF,
    ("I14", "I15"),
    up_to=True,
)
_RESULTS = mark("Results in the period")
IMPLEMENTATION = Annex(
    "implementation",
    mark("Results of carrying out agreements"),
    Listing(
        "agreement",
        (
            *("name", "partners", "signed_on", "effective_on", "commitments", "result", "(visits)", "(meetings)"),
            *("(exchanges)", "(tasks)", "(done)", "(data)", "(obstacles)", "(proposal)", "proposer", "code"),
        ),
        ("in_force",),
        groups=dict.fromkeys(("result", "(visits)", "(meetings)", "(exchanges)", "(tasks)", "(done)"), (_RESULTS,)),
        titles={"proposer": mark("Body in charge")},
        told={
            "(visits)": Told(
                mark("Delegations"), asked.number_of("agreement", ("inbound", "outbound")), "whole", 9, total=True
            ),
            "(meetings)": Told(mark("Sessions"), asked.number_of("agreement", ("session",)), "whole", 9, total=True),
            "(exchanges)": Told(
                mark("Exchanges, conferences"),
                asked.number_of("agreement", ("exchange", "conference")),
                "whole",
                10,
                total=True,
            ),
            "(tasks)": Told(
                mark("Tasks"), asked.number_of("agreement", ("action",), ("in_period",)), "whole", 9, total=True
            ),
            "(done)": Told(
                mark("Tasks done"),
                asked.number_of("agreement", ("action",), ("in_period", "done")),
                "whole",
                9,
                total=True,
            ),
            "(data)": Told(mark("Figures"), asked.entered, width=20),
            "(obstacles)": Told(mark("Difficulties"), asked.obstacles, width=20),
            "(proposal)": Told(mark("Proposal (go on, extend, amend, end)"), lambda ids, period, language: {}),
        },
    ),
    mark(
        "Agreements in force on the last day of the period, central ones too. Records count that are linked to the "
        "agreement and took place, or were assigned, in the period; one that is linked to two agreements stands with "
        "both, so the totals are of links. The column for proposals is left for the officer to fill in."
    ),
    ("I11",),
    up_to=True,
)
SESSIONS = Annex(
    "sessions",
    mark("Sessions of mechanisms and their minutes"),
    Listing(
        "session",
        (
            *("mechanism", "ordinal", "starts", "ends", "place", "country", "party_names", "form", "(participants)"),
            *("agenda", "(proposals)", "result", "documents", "(minutes)", "(plan)", "previous", "code", STATE, "note"),
        ),
        told={
            "(participants)": Told(mark("Participants"), asked.participants, width=24),
            "(proposals)": Told(mark("Proposals of each side"), asked.proposals, width=24),
        },
        where=lambda period: "t.state IN ('HELD', 'MINUTES_SIGNED', 'PLAN_ISSUED', 'CLOSED')",
    ),
    mark("Sessions that were held in the period, and those whose minutes were signed in it."),
    ("I20", "I21"),
    (
        Listing("conclusion", ("session", "number", "field_of", "content", "responsible", "note")),
        replace(AGREEMENTS.listing, facts=("minutes",), title=mark("Minutes of no session kept here")),
    ),
)
ACTIONS = Annex(
    "actions",
    mark("Follow-up of conclusions and minutes"),
    Listing(
        "action",
        (
            *("code", "source", "source_words", "name", "fields", "pillar", "lead", "cooperating", "counterpart"),
            *("assigned_on", "due_on", "progress", "result", "evidence", "done_on", STANDING, "obstacles", "note"),
        ),
    ),
    mark("Tasks assigned in the period, as they stood on its last day."),
    ("I30", "I31", "I32", "I33", "I34", "I35"),
)
_PLAN, _ACTUAL = mark("Plan"), mark("Carried out", "heading")
_PLANNED = ("name", "partners", "countries", "content", "level", "head", "persons", "planned_for", "quarter")
PROGRAMME = Annex(
    "programme",
    mark("Annual programme: plan and result"),
    Listing(
        "programme",
        (
            *("group", *_PLANNED, "cost_vnd", "funding", "lead", "basis", STATE, "carried_out", "(days)", "(persons)"),
            *("change", "code", "note"),
        ),
        ("in_period",),
        groups={
            **dict.fromkeys((*_PLANNED, "cost_vnd", "funding", "lead", "basis"), (_PLAN,)),
            **dict.fromkeys((STATE, "carried_out", "(days)", "(persons)", "change"), (_ACTUAL,)),
        },
        told={
            "(days)": Told(mark("Days of the delegations"), asked.carried_out(asked.days_of, "t.starts"), width=13),
            "(persons)": Told(
                mark("Persons of the delegations"),
                asked.carried_out(asked.sum_of, "t.persons"),
                "whole",
                10,
                total=True,
            ),
        },
    ),
    mark(
        "Activities planned for a time that lies wholly inside the period, with what became of them; the share is "
        "that of the activities carried out among all that were planned."
    ),
    progress=Progress(
        mark("Plan and result by group"),
        "programme",
        "group",
        "group:code",
        ("done", "changed", "dropped"),
        "done",
    ),
)
