"""The kinds of records and of their detail rows, by name."""

from models.actions import FollowUp
from models.agreements import Agreement, Amendment, OpinionRow, Party
from models.aid import Adjustment, Aid, Disbursement
from models.attached import Rows
from models.conclusions import Conclusion
from models.conferences import Conference
from models.delegations import Delegation, Member
from models.documents import Document
from models.exchanges import Exchange
from models.gates import Gate, GateChange
from models.incidents import Incident
from models.mechanisms import Mechanism
from models.ngos import Ngo
from models.office import Office
from models.partners import Partner
from models.people import Person
from models.programme import PlannedActivity
from models.record import Detail, Record
from models.sessions import Participant, Proposal, Session, SessionParty
from models.statistic import Statistic
from models.training import Training
from models.units import Unit

KINDS: dict[str, type[Record]] = {
    kind.kind: kind
    for kind in (
        *(Delegation, Agreement, FollowUp, Mechanism, Session, Conclusion, Exchange, Conference, Training),
        *(Ngo, Aid, Gate, Incident, Document, PlannedActivity, Partner, Person, Unit, Statistic, Office),
    )
}
DETAILS: dict[str, type[Detail]] = {
    kind.__name__: kind
    for kind in (
        *(Member, Party, OpinionRow, Amendment, SessionParty, Participant, Proposal),
        *(Disbursement, Adjustment, GateChange),
    )
}


def rows_of(field_: Rows) -> type[Detail]:
    """Give the class of the detail rows of a field."""
    return DETAILS[field_.kind]
