"""Annexes of aid, of those who bring it, and of the border's gates."""

from models.reports.annexes import asked
from models.reports.annexes.annex import Annex, Money
from models.reports.facts.aid import APPROVED
from models.reports.listing import Listing, Told
from models.reports.periods import Period
from models.reports.shown import STATE
from models.text import mark


def _running(period: Period) -> str:
    """Approved, and approved, paid or at work in the period."""
    paid = f"SELECT 1 FROM disbursement d WHERE d.owner_id = t.id AND {period.contains('d.paid_on')}"
    day = "COALESCE(t.approval_date, t.starts)"
    runs = f"({period.before_end(day)} AND (t.ends IS NULL OR t.ends >= substr('{period.first}', 1, length(t.ends))))"
    return f"t.state IN {APPROVED} AND ({period.contains(day)} OR {runs} OR EXISTS ({paid}))"


_VALUE, _PAID = mark("Value committed"), mark("Disbursed (dong)")
AID = Annex(
    "aid",
    mark("List of aid received and given"),
    Listing(
        "aid",
        (
            *("name", "donor", "owner_unit", "area", "sectors", "mode", "starts", "ends", "qualifier", "committed"),
            *("currency", "rate", "committed_vnd", "(paid)", "(paid so far)", "result", "direction", "(approval)"),
            *("code", STATE, "note"),
        ),
        where=_running,
        groups={
            **dict.fromkeys(("qualifier", "committed", "currency", "rate", "committed_vnd"), (_VALUE,)),
            **dict.fromkeys(("(paid)", "(paid so far)"), (_PAID,)),
        },
        titles={"committed": mark("Original currency"), "committed_vnd": mark("In dong")},
        told={
            "(paid)": Told(mark("In the period"), asked.paid(up_to_the_end=False), "money", 15, total=True),
            "(paid so far)": Told(mark("So far"), asked.paid(up_to_the_end=True), "money", 15, total=True),
        },
        summed=("committed_vnd", "(paid)", "(paid so far)"),
    ),
    mark(
        "Aid that was approved, and approved, at work or paid in the period. Amounts in dong are at the rates entered; "
        "what has no rate is not in them and stands by its currency."
    ),
    ("I40", "I41", "I42", "I43", "I45", "I46"),
    payments=True,
    money=(
        Money(
            mark("Aid received: value committed by currency"),
            "aid",
            "committed",
            "committed_vnd",
            "currency:code",
            (("in_period", 1), ("incoming", 1)),
        ),
        Money(
            mark("Aid given: value committed by currency"),
            "aid",
            "committed",
            "committed_vnd",
            "currency:code",
            (("in_period", 1), ("incoming", 0)),
        ),
    ),
)
NGOS = Annex(
    "ngos",
    mark("List of foreign non-governmental organisations"),
    Listing(
        "ngo",
        (
            *("name", "content", "area", "licensed", "country", "registration", "type", "issued_on", "valid_until"),
            *("registered_area", "registered_fields", "unit", "contact", "plan_received_on", "last_report_year"),
            *("code", STATE, "note"),
        ),
        where=lambda period: f"(t.issued_on IS NULL OR {period.before_end('t.issued_on')})",
    ),
    mark("Organisations kept in the register; one that was registered after the period is not among them."),
    up_to=True,
)
GATES = Annex(
    "gates",
    mark("Border gates and crossings"),
    Listing(
        "gate",
        (
            *("ours", "theirs", "province", "unit", "partner", "country", "type", "landmark", "basis", "(status)"),
            *("(history)", "goods", "works", "works_state", "upgrade_approved", "upgrade_on", "upgrade_proposal"),
            *("code", "note"),
        ),
        told={
            "(status)": Told(mark("Status on the last day"), asked.gate_status),
            "(history)": Told(mark("History of the status"), asked.gate_history, width=26),
        },
    ),
    mark("All gates of the register, with their status on the last day of the period, as their history tells it."),
    ("I80", "I81", "I82"),
    up_to=True,
)
INCIDENTS = Annex(
    "incidents",
    mark("Incidents at the border"),
    Listing("incident", ("name", "area", "content", "settlement", "happened_on", "settled_on", "code", STATE, "note")),
    mark("Incidents that happened in the period."),
)
