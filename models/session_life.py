"""The life of a session from plan to closed file, and what each step asks for."""

from typing import Any

from models import engine, options
from models.checks import Complaint
from models.record import Lifecycle, Step, not_in_future
from models.states import SessionState as State
from models.text import mark


def _chaired(session: Any) -> list[Complaint]:
    """Held: on a day that has come, with a chair of each side."""
    found = not_in_future(session, "ends")
    chairs = {row.side for row in session.participants if row.role == options.SessionRole.CO_CHAIR}
    if chairs != {options.Side.OURS, options.Side.THEIRS}:
        found.append(Complaint("participants", mark("Name who chaired for each side (role: co-chair).")))
    return found


def _signed(session: Any) -> list[Complaint]:
    found = not_in_future(session, "minutes_signed_on")
    for party in session.parties:
        if not party.signatory:
            words = mark("Name who signed the minutes for {party}.")
            found.append(Complaint("parties", words, {"party": party.heading}))
    return found


def _followed_up(session: Any) -> list[Complaint]:
    """The plan assigns work: at least one action comes from the session or one of its conclusions."""
    asked = (
        "SELECT 1 FROM link JOIN follow_up a ON a.id = link.from_id AND a.removed_at IS NULL AND NOT a.draft "
        "WHERE link.from_kind = 'action' AND link.field = 'source' AND ("
        "link.to_kind = 'session' AND link.to_id = ? OR link.to_kind = 'conclusion' AND link.to_id IN "
        "(SELECT id FROM conclusion WHERE session_id = ? AND removed_at IS NULL)) LIMIT 1"
    )
    if session.id and engine.rows(asked, (session.id, session.id)):
        return []
    return [Complaint("plan_number", mark("Make at least one conclusion into a follow-up action first."))]


_BEFORE_HELD = (State.PLANNED, State.INVITED, State.CONFIRMED)
_HELD = ("starts", "ends", "place", "participants")
_MINUTES = ("minutes_signed_on", "minutes_number", "parties")

SESSION = Lifecycle(
    states=State,
    first=State.PLANNED,
    late_entry=(State.HELD, State.MINUTES_SIGNED),
    late_needs={State.HELD: ("starts",), State.MINUTES_SIGNED: ("starts", "minutes_signed_on")},
    closed=(State.CLOSED,),
    steps=(
        Step(State.PLANNED, State.INVITED),
        Step(State.INVITED, State.CONFIRMED),
        Step(State.CONFIRMED, State.HELD, _HELD, _chaired),
        Step(State.HELD, State.MINUTES_SIGNED, _MINUTES, _signed),
        Step(State.MINUTES_SIGNED, State.PLAN_ISSUED, ("plan_number", "plan_date"), _followed_up),
        Step(State.PLAN_ISSUED, State.CLOSED),
        Step(State.HELD, State.CLOSED, reason=True),  # talks that end without minutes
        *(Step(start, State.POSTPONED, reason=True) for start in _BEFORE_HELD),
        *(Step(start, State.CANCELLED, reason=True) for start in (*_BEFORE_HELD, State.POSTPONED)),
        Step(State.POSTPONED, State.CONFIRMED, ("starts", "ends", "place")),
    ),
)
