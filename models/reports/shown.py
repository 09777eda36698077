"""The columns of the office's registers, in the order in which provincial offices keep them."""

from models.text import mark

STATE, STANDING, DAYS, SIGNERS = "(state)", "(standing)", "(days)", "(signers)"

# Columns that show number, date and issuer of a document together, as the office's lists do.
DOCUMENTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "(request)": (mark("Request"), ("request_number", "request_date", "request_issuer")),
    "(invitation)": (mark("Letter of invitation"), ("invitation_number", "invitation_date")),
    "(permit)": (mark("Permit"), ("permit_number", "permit_date", "permit_issuer")),
    "(second)": (mark("Second decision"), ("second_permit_number", "second_permit_date")),
    "(report)": (mark("Report"), ("report_number", "report_date")),
    "(copy)": (mark("Copy to the ministry"), ("copy_number", "copy_date")),
    "(minutes)": (mark("Minutes"), ("minutes_number", "minutes_signed_on")),
    "(plan)": (mark("Plan of implementation"), ("plan_number", "plan_date")),
    "(approval)": (mark("Approval"), ("approval_number", "approval_date", "approval_signer")),
    "(settlement)": (mark("Handover or settlement"), ("settlement_number", "settlement_date")),
    "(permitted)": (mark("Permit"), ("permit_number", "permit_date")),
    "(registration)": (mark("Registration"), ("registration", "issued_on")),
}

SHOWN: dict[str, tuple[str, ...]] = {
    "inbound": (
        *("code", "name", "head", "countries", "partner", "level", "admin_level", "host_units", "host_leader"),
        *("(request)", "(permit)", "starts", "ends", "persons", "purpose", "fields", "pillar", "content"),
        *("places", "entry_gate", "funding", "in_plan", "(report)", "result", STATE, "note"),
    ),
    "outbound": (
        *("code", "name", "head", "requesting_unit", "(request)", "(permit)", "(second)", "decided_by"),
        *("inviter", "(invitation)", "countries", "partner", "starts", "ends", DAYS, "persons", "purpose"),
        *("fields", "pillar", "content", "funding", "cost", "cost_currency", "cost_rate", "cost_vnd", "in_plan"),
        *("(report)", STATE, "note"),
    ),
    "agreement": (
        *("code", "proposer", "signed_as", "type", "name", "countries", "partners", "signed_on", STATE, STANDING),
        *("effective_on", "term", "valid_until", SIGNERS, "approved_by", "authorised", "in_high_visit", "in_plan"),
        *("fields", "opinions", "(copy)", "original_signer", "inherited_by", "inheritance"),
        *("custody", "languages", "note"),
    ),
    "action": (
        *("code", "source", "source_words", "name", "fields", "pillar", "lead", "cooperating", "counterpart"),
        *("assigned_on", "due_on", "progress", "result", "evidence", "done_on", STATE, STANDING, "obstacles", "note"),
    ),
    "session": (
        *("code", "mechanism", "ordinal", "name", "starts", "ends", "place", "country", "form", "party_names"),
        *("agenda", "result", "(minutes)", "documents", "(plan)", STATE, "note"),
    ),
    "conclusion": ("session", "number", "field_of", "content", "responsible", "note"),
    "mechanism": (
        *("code", "name", "short", "type", "countries", "partners", "lead", "pillar", "cycle", "next_host", "since"),
        *("basis", "agreements", STATE, "note"),
    ),
    "exchange": (
        *("code", "name", "type", "pillar", "fields", "lead", "partners", "countries", "level", "starts", "ends"),
        *("place", "hosted_by", "ours", "theirs", "mechanism", "ordinal", "yearly", "result", "activities"),
        *("qualifier", "scope", "source", "in_plan", STATE, "note"),
    ),
    "conference": (
        *("code", "name", "type", "organiser", "partners", "content", "vietnamese", "foreign_here", "foreign_abroad"),
        *("countries", "delegates", "qualifier", "starts", "ends", "place", "funding", "(report)", "in_plan"),
        *("permitted_by", "(permitted)", STATE, "note"),
    ),
    "training": (
        *("code", "name", "type", "direction", "countries", "institutions", "audience", "starts", "ends", "place"),
        *("learners", "classes", "per_class", "places_a_year", "qualifier", "(report)", "funding", "cost_vnd"),
        *("content", "result", STATE, "note"),
    ),
    "aid": (
        *("code", "name", "direction", "mode", "donor_kind", "donor", "recipients", "authority", "owner_unit"),
        *("content", "sectors", "area", "starts", "ends", "committed", "currency", "rate", "committed_vnd"),
        *("qualifier", "counterpart_vnd", "state_revenue", "(approval)", "paid_vnd", "result", "beneficiaries"),
        *("area_ha", "models_count", "(settlement)", "(report)", STATE, "note"),
    ),
    "ngo": (
        *("code", "name", "country", "content", "area", "fields", "unit", "(registration)", "type", "valid_until"),
        *("registered_area", "registered_fields", "plan_received_on", "last_report_year", STATE, "note"),
    ),
    "gate": (
        *("code", "ours", "theirs", "province", "unit", "partner", "country", "type", "landmark", "basis", STATE),
        *("goods", "works", "works_state", "upgrade_approved", "upgrade_on", "upgrade_proposal", "restored_on"),
        *("note",),
    ),
    "incident": (
        *("code", "name", "happened_on", "area", "country", "gate", "content", "lead", "settlement", "settled_on"),
        *(STATE, "note"),
    ),
    "programme": (
        *("code", "group", "name", "partners", "countries", "content", "level", "head", "persons", "planned_for"),
        *("quarter", "cost_vnd", "funding", "lead", "basis", "carried_out", "change", STATE, "note"),
    ),
    "document": ("number", "dated", "issuer", "type", "subject", "way", "urgency", "signer", "note"),
}
# Each is left out of a report where it is empty; no formula misses it.
OPTIONAL = tuple(name for name in SHOWN if name not in ("inbound", "outbound", "agreement", "action"))

WIDE, NARROW = {"code": 15, "name": 26, "content": 24, "result": 20, SIGNERS: 20}, 13
SUMMED = ("persons", "cost_vnd", "activities", "delegates", "learners", "committed_vnd", "paid_vnd", "area_ha")
# What the office keeps beside a form whose paper has no such columns; they stand in workbooks.
UNPRINTED: dict[str, tuple[str, ...]] = {
    "outbound": (STATE,),
    "agreement": ("code", STATE),
    "action": (STATE,),
    "session": ("code",),
    "mechanism": ("code",),
    **dict.fromkeys(("exchange", "conference", "training", "aid", "ngo", "incident"), ("code", STATE)),
    "gate": ("code",),
    "programme": ("code",),
}
