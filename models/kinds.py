"""The kinds of records, and the pages on which the window shows them, in menu order."""

from dataclasses import dataclass, field
from typing import Any

from models import delegations
from models.actions import FollowUp
from models.agreements import Agreement, Amendment, OpinionRow, Party
from models.attached import Rows
from models.delegations import Delegation, Member
from models.fields import Described
from models.office import Office
from models.openings import Opening
from models.partners import Partner
from models.people import Person
from models.record import Detail, Numbered, Record
from models.text import mark
from models.units import Unit

KINDS: dict[str, type[Record]] = {
    kind.kind: kind for kind in (Delegation, Agreement, FollowUp, Partner, Person, Unit, Opening, Office)
}
DETAILS: dict[str, type[Detail]] = {kind.__name__: kind for kind in (Member, Party, OpinionRow, Amendment)}


def rows_of(field_: Rows) -> type[Detail]:
    """Give the class of the detail rows of a field."""
    return DETAILS[field_.kind]


@dataclass(frozen=True)
class Page:
    """A view on a kind: which records, under which words, with which columns."""

    name: str
    record: type[Record]
    title: str
    one: str
    new: str
    icon: str
    group: str
    fixed: dict[str, Any] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    sort: str = "id"

    def blank(self) -> Record:
        """Make a new record of this page."""
        return self.record.blank(**self.fixed)

    def columns(self) -> list[Described]:
        """Give the fields that a list shows."""
        return [each for each in self.fields() if each.listed]

    def fields(self) -> list[Described]:
        """Give all fields that concern this page."""
        return [
            each for each in self.record.described() if each.name not in self.hidden and each.name not in self.fixed
        ]

    def label(self, each: Described) -> str:
        """Give the label of a field on this page."""
        if self.record is Delegation:
            return delegations.labels(self.fixed.get("direction")).get(each.name, each.label)
        return each.label

    @property
    def numbered(self) -> bool:
        """Tell whether the records have codes and states."""
        return issubclass(self.record, Numbered)


_WORK, _LISTS = mark("Casework"), mark("Registers")

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
        Page("partner", Partner, mark("Partners"), mark("partner"), mark("New partner"), "globe", _LISTS, sort="name"),
        Page("person", Person, mark("People"), mark("person"), mark("New person"), "users", _LISTS, sort="name"),
        Page("unit", Unit, mark("Own units"), mark("unit"), mark("New unit"), "landmark", _LISTS, sort="name"),
        Page(
            "opening",
            Opening,
            mark("Opening balances"),
            mark("opening balance"),
            mark("New opening balance"),
            "scale",
            _LISTS,
            sort="indicator",
        ),
    )
}

# Views without a place in the menu: both directions together, as the command line exports them.
ALL_DELEGATIONS = Page(
    "delegation",
    Delegation,
    mark("Delegations"),
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
