"""The life of an aid: nothing is received before the competent authority approved it (Decree 313/2025/NĐ-CP)."""

from typing import Any

from models import days
from models.checks import Complaint, Label
from models.record import Lifecycle, Step, not_in_future
from models.rules.cooperation import AID_UNAPPROVED
from models.states import LABELS
from models.states import AidState as State
from models.text import mark


def before_approval(aid: Any) -> list[Complaint]:
    """Refuse payments before the approval; emergency aid may come first and be approved within three months.

    Of an old aid the day of the approval may not be known any more.
    """
    forgotten = aid.may_be_old() and "approval_date" in (aid.unknown or "").split()
    if aid.emergency or (forgotten and not aid.approval_date):
        return []
    found = []
    for row in aid.disbursements:
        if row.paid_on and not aid.approval_date:
            words = mark("Paid on {day}, but there is no approval yet: nothing may be received before it.")
            found.append(Complaint("disbursements", words, {"day": days.text(row.paid_on)}))
        elif row.paid_on and row.paid_on < aid.approval_date:
            words = mark("Paid on {day}, before the approval of {approved}: nothing may be received before it.")
            values = {"day": days.text(row.paid_on), "approved": days.text(aid.approval_date)}
            found.append(Complaint("disbursements", words, values))
    return found


def left_behind(aid: Any) -> list[Complaint]:
    """Warn where an aid is approved or paid out and its state says that it is not even approved."""
    paid = bool(aid.disbursements) and not aid.emergency
    if aid.state not in AID_UNAPPROVED or not (aid.approval_date or aid.approval_number or paid):
        return []
    words = mark("It is approved or paid out already, but its state is still “{state}”: take the next step.")
    return [Complaint("approval_date", words, {"state": Label(LABELS[State][aid.state])}, warning=True)]


def _begun(aid: Any) -> list[Complaint]:
    found = not_in_future(aid, "starts")
    if aid.starts and aid.approval_date and not aid.emergency and days.last(aid.starts).isoformat() < aid.approval_date:
        found.append(Complaint("starts", mark("It begins before it was approved.")))
    return found


def _over(aid: Any) -> list[Complaint]:
    return not_in_future(aid, "ends")


_STOPPABLE = (State.APPROVED, State.IMPLEMENTING)
_DOSSIER = ("charter_ready", "consent_number", "consent_date", "owner_unit")
_APPROVAL = ("approval_number", "approval_date", "approval_signer", "committed_vnd")

AID = Lifecycle(
    states=State,
    first=State.MOBILISING,
    late_entry=(State.APPROVED, State.IMPLEMENTING, State.FINISHED, State.SETTLED),
    late_needs={
        State.APPROVED: ("approval_number", "approval_date"),
        State.IMPLEMENTING: ("starts", "approval_number", "approval_date"),
        State.FINISHED: ("starts", "ends"),
        State.SETTLED: ("starts", "ends"),
    },
    closed=(State.CLOSED,),
    steps=(
        Step(State.MOBILISING, State.DOSSIER),
        Step(State.DOSSIER, State.APPRAISAL, _DOSSIER),
        Step(State.APPRAISAL, State.APPROVED, _APPROVAL),
        Step(State.APPRAISAL, State.REJECTED, reason=True),
        Step(State.APPROVED, State.IMPLEMENTING, ("starts",), _begun),
        Step(State.IMPLEMENTING, State.FINISHED, ("ends",), _over),
        Step(State.FINISHED, State.SETTLED, ("settlement_number", "settlement_date")),
        Step(State.SETTLED, State.CLOSED),
        *(Step(start, State.SUSPENDED, reason=True) for start in _STOPPABLE),
        Step(State.SUSPENDED, State.IMPLEMENTING, ("starts",), _begun),
        *(Step(start, State.TERMINATED, reason=True) for start in (*_STOPPABLE, State.SUSPENDED)),
    ),
)
