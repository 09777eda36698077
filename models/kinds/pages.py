"""The pages on which the window shows the kinds, in menu order."""

from models import delegations
from models.actions import FollowUp
from models.agreements import Agreement
from models.aid import Aid
from models.conclusions import Conclusion
from models.conferences import Conference
from models.delegations import Delegation
from models.documents import Document
from models.exchanges import Exchange
from models.gates import Gate
from models.incidents import Incident
from models.kinds.page import Page
from models.mechanisms import Mechanism
from models.ngos import Ngo
from models.partners import Partner
from models.people import Person
from models.programme import PlannedActivity
from models.record import Record
from models.sessions import Session
from models.statistic import Statistic
from models.text import mark
from models.training import Training
from models.units import Unit

_WORK, _MEET = mark("Casework"), mark("Meetings and events")
_HELP, _PAPERS, _LISTS = mark("Aid and border"), mark("Plans and papers"), mark("Registers")

PAGES: dict[str, Page] = {
    page.name: page
    for page in (
        Page(
            "inbound",
            Delegation,
            mark("Inbound delegations"),
            mark("inbound delegation"),
            mark("New inbound delegation"),
            "plane-landing",
            _WORK,
            {"direction": "in"},
            delegations.OUTBOUND_ONLY,
            "-starts",
        ),
        Page(
            "outbound",
            Delegation,
            mark("Outbound delegations"),
            mark("outbound delegation"),
            mark("New outbound delegation"),
            "plane-takeoff",
            _WORK,
            {"direction": "out"},
            delegations.INBOUND_ONLY,
            "-starts",
        ),
        Page(
            "agreement",
            Agreement,
            mark("Agreements"),
            mark("agreement"),
            mark("New agreement"),
            "handshake",
            _WORK,
            sort="-signed_on",
        ),
        Page(
            "action",
            FollowUp,
            mark("Follow-up actions"),
            mark("follow-up action"),
            mark("New action"),
            "list-checks",
            _WORK,
            sort="due_on",
        ),
        Page(
            "session",
            Session,
            mark("Sessions and minutes"),
            mark("session"),
            mark("New session"),
            "messages-square",
            _MEET,
            sort="-starts",
        ),
        Page(
            "conclusion",
            Conclusion,
            mark("Conclusions"),
            mark("conclusion"),
            mark("New conclusion"),
            "list-ordered",
            _MEET,
            sort="-id",
        ),
        Page(
            "mechanism",
            Mechanism,
            mark("Mechanisms"),
            mark("mechanism"),
            mark("New mechanism"),
            "repeat",
            _MEET,
            sort="name",
        ),
        Page(
            "exchange",
            Exchange,
            mark("Exchange activities"),
            mark("exchange activity"),
            mark("New exchange activity"),
            "party-popper",
            _MEET,
            sort="-starts",
        ),
        Page(
            "conference",
            Conference,
            mark("Conferences"),
            mark("conference"),
            mark("New conference"),
            "presentation",
            _MEET,
            sort="-starts",
        ),
        Page(
            "training",
            Training,
            mark("Training and scholarships"),
            mark("class or programme"),
            mark("New class or programme"),
            "graduation-cap",
            _MEET,
            sort="-starts",
        ),
        Page(
            "aid",
            Aid,
            mark("Aid"),
            mark("aid"),
            mark("New aid"),
            "hand-coins",
            _HELP,
            sort="-starts",
        ),
        Page(
            "ngo",
            Ngo,
            mark("Foreign NGOs"),
            mark("foreign NGO"),
            mark("New foreign NGO"),
            "heart-handshake",
            _HELP,
            sort="name",
        ),
        Page(
            "gate",
            Gate,
            mark("Border gates"),
            mark("border gate"),
            mark("New border gate"),
            "door-open",
            _HELP,
            sort="ours",
        ),
        Page(
            "incident",
            Incident,
            mark("Border incidents"),
            mark("incident"),
            mark("New incident"),
            "siren",
            _HELP,
            sort="-happened_on",
        ),
        Page(
            "programme",
            PlannedActivity,
            mark("Programme of the year"),
            mark("planned activity"),
            mark("New planned activity"),
            "calendar-days",
            _PAPERS,
            sort="planned_for",
        ),
        Page(
            "document",
            Document,
            mark("Documents"),
            mark("document"),
            mark("New document"),
            "file-text",
            _PAPERS,
            sort="-dated",
        ),
        Page(
            "statistic",
            Statistic,
            mark("Entered statistics"),
            mark("entered figure"),
            mark("New entered figure"),
            "scale",
            _PAPERS,
            sort="indicator",
        ),
        Page(
            "partner",
            Partner,
            mark("Partners"),
            mark("partner"),
            mark("New partner"),
            "globe",
            _LISTS,
            sort="name",
        ),
        Page(
            "person",
            Person,
            mark("People"),
            mark("person"),
            mark("New person"),
            "users",
            _LISTS,
            sort="name",
        ),
        Page(
            "unit",
            Unit,
            mark("Own units"),
            mark("unit"),
            mark("New unit"),
            "landmark",
            _LISTS,
            sort="name",
        ),
    )
}

# Views without a place in the menu: both directions together, as the command line exports them.
ALL_DELEGATIONS = Page(
    "delegation",
    Delegation,
    mark("Delegations", "kind"),
    mark("delegation"),
    mark("New delegation"),
    "users",
    _WORK,
    sort="-starts",
)


def page_of(record: Record) -> Page:
    """Give the page on which a record is shown."""
    if isinstance(record, Delegation):
        return PAGES["outbound" if record.direction == "out" else "inbound"]
    return PAGES[record.kind]


def page_named(name: str) -> Page:
    """Give a page by its own name or by the name of its kind."""
    return ALL_DELEGATIONS if name == "delegation" else PAGES[name]
