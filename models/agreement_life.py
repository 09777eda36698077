"""The life of an agreement from idea to end (Law 70/2020/QH14), and what each step asks for."""

from datetime import date
from typing import Any

from models import days, options, rules
from models.checks import Complaint
from models.fold import fold
from models.record import Lifecycle, Step, not_in_future
from models.states import AgreementState as State
from models.text import mark

_MINISTRY = ("bo ngoai giao", "ministry of foreign affairs")
_PROVINCIAL = (options.SignedAs.UBND_TINH, options.SignedAs.HDND_TINH)


def _foreign_party(agreement: Any) -> list[Complaint]:
    if any(party.side == options.Side.THEIRS for party in agreement.parties):
        return []
    return [Complaint("parties", mark("Name the foreign party."))]


def _consultable(agreement: Any) -> list[Complaint]:
    found = []
    if agreement.draft_ready is False:
        found.append(Complaint("draft_ready", mark("The drafts in both languages must be ready.")))
    asked = [fold(row.body or "") for row in agreement.opinions]
    if agreement.signed_as in _PROVINCIAL and not any(name in body for name in _MINISTRY for body in asked):
        found.append(Complaint("opinions", mark("The Ministry of Foreign Affairs must be asked.")))
    return found


def _opinions_in(agreement: Any) -> list[Complaint]:
    found = []
    for row in agreement.opinions:
        waiting = row.answer in (None, options.Opinion.PENDING)
        if row.answer == options.Opinion.OBJECT:
            found.append(Complaint("opinions", mark("A body objects: the Prime Minister must be asked first.")))
        elif waiting and not _time_is_over(row):
            words = mark("{body} has not answered and the time is not over.")
            found.append(Complaint("opinions", words, {"body": row.body or ""}))
    return found


def _time_is_over(row: Any) -> bool:
    """Tell whether the answer is past its day: the one set, else that of the rule (Law 70/2020/QH14, article 19)."""
    if row.due_on:
        return date.fromisoformat(row.due_on) < days.today()
    return bool(row.asked_on) and rules.due("agr.opinion", date.fromisoformat(row.asked_on)) < days.today()


def _objected(agreement: Any) -> list[Complaint]:
    if any(row.answer == options.Opinion.OBJECT for row in agreement.opinions):
        return []
    return [Complaint("opinions", mark("No body has objected."))]


def _signed_by_both(agreement: Any) -> list[Complaint]:
    found = [
        Complaint("parties", mark("Name who signed for {party}."), {"party": party.heading})
        for party in agreement.parties
        if not party.signatory
    ]
    if not any(party.side == options.Side.OURS for party in agreement.parties):
        found.append(Complaint("parties", mark("Name our own party and who signed for it.")))
    if agreement.authorised and not agreement.authorisation_number:
        found.append(Complaint("authorisation_number", mark("Fill in the authorisation.")))
    return found + _foreign_party(agreement) + not_in_future(agreement, "signed_on")


def _has_term(agreement: Any) -> list[Complaint]:
    found = not_in_future(agreement, "effective_on")
    if not (agreement.valid_until or agreement.unlimited):
        found.append(Complaint("valid_until", mark("Give the end, or tick that it is without end.")))
    return found


def _over(agreement: Any) -> list[Complaint]:
    if agreement.valid_until and days.last(agreement.valid_until) < days.today() and not agreement.renews:
        return []
    return [Complaint("valid_until", mark("The agreement has not run out."))]


_DROP_FROM = (State.IDEA, State.NEGOTIATING, State.CONSULTING, State.OBJECTED, State.APPROVED)
_END = ("end_number", "end_date")

AGREEMENT = Lifecycle(
    states=State,
    first=State.IDEA,
    late_entry=(State.IN_FORCE, State.EXPIRED),
    steps=(
        Step(State.IDEA, State.NEGOTIATING, ("type", "signed_as", "proposer"), _foreign_party),
        Step(State.NEGOTIATING, State.CONSULTING, ("draft_ready", "opinion_asked_on", "opinions"), _consultable),
        Step(State.CONSULTING, State.APPROVED, ("decision_number", "decision_date", "approved_by"), _opinions_in),
        Step(State.CONSULTING, State.OBJECTED, ("opinions",), _objected),
        Step(State.OBJECTED, State.APPROVED, ("consent_number", "consent_date", "decision_number", "decision_date")),
        *(Step(start, State.DROPPED, reason=True) for start in _DROP_FROM),
        Step(State.APPROVED, State.SIGNED, ("signed_on", "signed_at", "authorised"), _signed_by_both),
        Step(State.SIGNED, State.IN_FORCE, ("effective_on",), _has_term),
        Step(State.IN_FORCE, State.SUSPENDED, (*_END, "suspended_from", "suspended_until")),
        Step(State.SUSPENDED, State.IN_FORCE),
        Step(State.IN_FORCE, State.EXPIRED, ("valid_until",), _over),
        *(
            Step(start, end, _END)
            for start in (State.IN_FORCE, State.SUSPENDED)
            for end in (State.TERMINATED, State.WITHDRAWN)
        ),
        Step(State.IN_FORCE, State.REPLACED, (*_END, "replaced_by")),
    ),
)

_ENDED = (State.TERMINATED, State.WITHDRAWN, State.REPLACED)
ONCE_IN_FORCE = (State.IN_FORCE, State.EXPIRED, State.SUSPENDED, *_ENDED)
# What the late entry of an old agreement asks for, instead of all required fields.
REDUCED = ("name", "type", "signed_as", "parties", "signed_on")
