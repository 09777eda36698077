"""The life of a delegation, inbound and outbound, and what each step asks for."""

from typing import Any

from models import days, engine, options
from models.checks import Complaint
from models.record import Lifecycle, Step, not_in_future
from models.states import InboundState as In
from models.states import OutboundState as Out
from models.text import mark


def _one_head(delegation: Any) -> list[Complaint]:
    if sum(1 for member in delegation.members if member.is_head) == 1:
        return []
    return [Complaint("members", mark("Name the head of the delegation: exactly one."))]


def _arrived(delegation: Any) -> list[Complaint]:
    if delegation.starts and days.first(delegation.starts) <= days.today():
        return []
    return [Complaint("starts", mark("The day of arrival or departure has not come yet."))]


def _ended(delegation: Any) -> list[Complaint]:
    return not_in_future(delegation, "ends")


def _closable(delegation: Any) -> list[Complaint]:
    held = any(member.passport for member in delegation.members)
    if held and not delegation.purge_on:
        return [Complaint("purge_on", mark("Purge the passport numbers or set the day for it."))]
    return []


def _followed_up(delegation: Any) -> bool:
    """Tell whether an action hangs on the delegation, named there or here."""
    asked = (
        "SELECT 1 FROM link JOIN follow_up ON follow_up.id = link.from_id AND follow_up.removed_at IS NULL "
        "WHERE link.from_kind = 'action' AND link.to_kind = 'delegation' AND link.to_id = ? LIMIT 1"
    )
    if any(ref.startswith("action:") for ref in delegation.related):
        return True
    return bool(delegation.id and engine.rows(asked, (delegation.id,)))


def _needs_follow_up(delegation: Any) -> list[Complaint]:
    if delegation.nothing_to_follow or _followed_up(delegation):
        return _closable(delegation)
    words = mark("Create the follow-up actions, or tick that none was proposed.")
    return [Complaint("nothing_to_follow", words), *_closable(delegation)]


def _decided_below(delegation: Any) -> list[Complaint]:
    """The host unit itself decides on what it manages; the province's own guests are submitted first."""
    if delegation.admin_level != "tinh":
        return []
    return [
        Complaint("admin_level", mark("A delegation of the province is submitted to the People's Committee first."))
    ]


def _second_decision(delegation: Any) -> list[Complaint]:
    if delegation.decided_by == options.DecidedBy.TINH_UY and not delegation.second_permit_number:
        words = mark("The Party Committee's document is needed as second decision.")
        return [Complaint("second_permit_number", words)]
    return []


def _set_aside(start: str, states: Any) -> list[Step]:
    return [
        Step(start, states.POSTPONED, reason=True),
        Step(start, states.CANCELLED, reason=True),
    ]


_REQUEST = ("request_number", "request_date", "request_issuer", "name", "countries", "starts")
_PROPOSAL = ("purpose", "countries", "inviter", "invitation_number", "cost", "funding", "in_plan")
_PERMIT = ("permit_number", "permit_date", "permit_issuer")
_DECISION = ("permit_number", "permit_date", "permit_signer")
_REPORT = ("report_number", "report_date", "result")

INBOUND = Lifecycle(
    states=In,
    first=In.PLANNED,
    late_entry=(In.REPORTED, In.RECEIVED),
    late_needs={In.RECEIVED: _REQUEST},
    closed=(In.CLOSED,),
    steps=(
        Step(In.PLANNED, In.RECEIVED, _REQUEST),
        Step(
            In.RECEIVED,
            In.SUBMITTED,
            ("submission_number", "submission_date", "persons", "programme", "host_units"),
            _one_head,
        ),
        Step(In.RECEIVED, In.SUPPLEMENT, ("supplement", "supplement_due")),
        Step(In.SUPPLEMENT, In.RECEIVED, ("supplement_date",)),
        Step(In.RECEIVED, In.APPROVED, _PERMIT, _decided_below),
        Step(In.SUBMITTED, In.APPROVED, _PERMIT),
        Step(In.SUBMITTED, In.REJECTED, _PERMIT, reason=True),
        Step(In.APPROVED, In.ONGOING, (), _arrived),
        Step(In.ONGOING, In.ENDED, ("ends", "persons"), _ended),
        Step(In.ENDED, In.REPORTED, _REPORT),
        Step(In.REPORTED, In.CLOSED, ("retention",), _closable),
        *(
            step
            for start in (In.PLANNED, In.RECEIVED, In.SUPPLEMENT, In.SUBMITTED, In.APPROVED)
            for step in _set_aside(start, In)
        ),
        Step(In.POSTPONED, In.SUBMITTED, ("starts", "ends")),
        Step(In.POSTPONED, In.APPROVED, ("starts", "ends", *_PERMIT)),
        Step(In.POSTPONED, In.CANCELLED, reason=True),
    ),
)

OUTBOUND = Lifecycle(
    states=Out,
    first=Out.PLANNED,
    late_entry=(Out.REPORTED, Out.RECEIVED, Out.PROPOSED),
    late_needs={Out.RECEIVED: _REQUEST, Out.PROPOSED: _PROPOSAL},
    closed=(Out.CLOSED,),
    steps=(
        Step(
            Out.PLANNED,
            Out.PROPOSED,
            _PROPOSAL,
        ),
        Step(Out.PROPOSED, Out.RECEIVED, _REQUEST),
        Step(
            Out.RECEIVED,
            Out.SUBMITTED,
            ("members", "starts", "ends", "decided_by"),
            _one_head,
        ),
        Step(Out.RECEIVED, Out.SUPPLEMENT, ("supplement", "supplement_due")),
        Step(Out.SUPPLEMENT, Out.RECEIVED, ("supplement_date",)),
        Step(Out.SUBMITTED, Out.APPROVED, _DECISION, _second_decision),
        Step(Out.SUBMITTED, Out.REJECTED, _DECISION, reason=True),
        Step(Out.APPROVED, Out.DEPARTED, ("starts",), _arrived),
        Step(Out.DEPARTED, Out.RETURNED, ("ends",), _ended),
        Step(Out.RETURNED, Out.REPORTED, ("report_number", "report_date", "plan_changes")),
        Step(Out.REPORTED, Out.CLOSED, ("retention",), _needs_follow_up),
        *(
            step
            for start in (Out.PLANNED, Out.PROPOSED, Out.RECEIVED, Out.SUPPLEMENT, Out.SUBMITTED, Out.APPROVED)
            for step in _set_aside(start, Out)
        ),
        Step(Out.POSTPONED, Out.SUBMITTED, ("starts", "ends")),
        Step(Out.POSTPONED, Out.APPROVED, ("starts", "ends", *_DECISION)),
        Step(Out.POSTPONED, Out.CANCELLED, reason=True),
    ),
)
