"""Follow-up actions: who leads, by when, how far, and where the task came from."""

from collections.abc import Sequence
from typing import Any

import peewee

from models import days, options
from models.attached import Links
from models.checks import Complaint, between
from models.fields import Choice, Count, Day, Described, Link, LongText, Many, PersonName, Text, YesNo
from models.partners import Partner
from models.record import Lifecycle, Noted, Step, in_order, not_in_future
from models.sessions import Session
from models.states import ActionState as State
from models.text import mark
from models.units import Unit


def _confirmable(action: "FollowUp") -> list[Complaint]:
    return not_in_future(action, "done_on")


def _carried(action: "FollowUp") -> list[Complaint]:
    """Carried over: to a session, as a record, or in words while it is not entered."""
    if action.value("carried_session") or action.carried_to:
        return []
    return [Complaint("carried_session", mark("Say to which session it is carried over."))]


_OPEN = (State.NEW, State.DOING, State.WAIT_CONFIRM)

ACTION = Lifecycle(
    states=State,
    first=State.NEW,
    late_entry=(State.DOING, State.DONE),
    late_needs={State.DOING: ("lead", "assigned_on"), State.DONE: ("result", "done_on")},
    closed=(State.DONE, State.CANCELLED, State.CARRIED),
    steps=(
        Step(State.NEW, State.DOING, ("lead", "assigned_on")),
        Step(State.DOING, State.WAIT_CONFIRM, ("result", "done_on", "evidence"), _confirmable),
        Step(State.WAIT_CONFIRM, State.DONE, ("confirmed_by", "done_on", "result")),
        *(Step(start, State.PAUSED, ("review_on",), reason=True) for start in _OPEN),
        Step(State.PAUSED, State.DOING),
        Step(State.DOING, State.CARRIED, (), _carried),
        *(Step(start, State.CANCELLED, reason=True) for start in (*_OPEN, State.PAUSED)),
    ),
)


# What a checklist or a series keeps about an action; a person sees what came of it: the day it is due.
KEPT = frozenset({"anchor", "anchor_days", "anchor_working"})


class FollowUp(Noted):
    """A task that follows from a record of the office, with exactly one lead unit."""

    kind = "action"
    letters = "VB"
    sections = {
        "name": mark("The task"),
        "assigned_on": mark("Time and progress"),
        "result": mark("Result"),
        "related": mark("Linked records"),
    }

    name = LongText(
        mark("Task"), width=50, required=True, listed=True, searched=True, aliases=("Nội dung nhiệm vụ", "Nội dung")
    )
    source = Links(None, mark("Source record"), help=mark("The record that the task comes from"))
    source_words = Text(
        mark("Source in words"),
        width=28,
        searched=True,
        help=mark("Where the record does not exist yet: Minutes of session 11, item 3"),
        aliases=("Nguồn giao",),
    )
    fields = Many("field", mark("Fields of cooperation"), width=20, required=True, aliases=("Lĩnh vực",))
    pillar = Choice(options.Pillar, mark("Pillar"), width=16)
    lead = Link(
        Unit, mark("Lead unit"), required=True, listed=True, searched=True, aliases=("Cơ quan chủ trì", "Chủ trì")
    )
    officer = PersonName(mark("Officer in charge"), width=22, searched=True)
    cooperating = Links(Unit, mark("Cooperating units"), searched=True, aliases=("Cơ quan phối hợp",))
    counterpart = Link(Partner, mark("Foreign counterpart"), searched=True, aliases=("Phía bạn",))
    assigned_on = Day(mark("Assigned on"), required=True, listed=True, index=True, aliases=("Ngày giao",))
    due_on = Day(
        mark("Due on"), listed=True, index=True, aliases=("Thời hạn", "Hạn"), help=mark("Empty: without time limit")
    )
    repeats = Choice(options.Repeats, mark("Comes again"), width=14)
    repeats_from = Choice(options.RepeatsFrom, mark("Next term runs"), width=18)
    earlier = Link("self", mark("Continues"), help=mark("The action that this one repeats or carries on"))
    anchor = Text(mark("Counted from"), width=12, help=mark("The day of the source record that it hangs on"))
    anchor_days = Count(mark("Days from it"), help=mark("Before it with a minus"))
    anchor_working = YesNo(mark("In working days"))
    # The day of the month on which the series falls due, which a short month cannot show: 31/01, 28/02, 31/03.
    term_day = peewee.IntegerField(null=True)
    progress = Count(mark("Progress (%)"), listed=True, checks=(between(0, 100),), aliases=("Tiến độ",))
    review_on = Day(mark("Look again on"))
    result = LongText(mark("Result"), width=40, searched=True, aliases=("Kết quả",))
    evidence = Text(mark("Result: document number"), width=18, searched=True, aliases=("Số văn bản",))
    done_on = Day(mark("Done on"), index=True, aliases=("Ngày hoàn thành",))
    confirmed_by = PersonName(mark("Confirmed by"), width=22)
    carried_session = Link(Session, mark("Carried over to session"))
    carried_to = Text(mark("Carried over to, in words"), width=24, help=mark("Where the session is not entered yet"))
    obstacles = LongText(mark("Difficulties and proposals"), width=30, searched=True, aliases=("Khó khăn, kiến nghị",))
    related = Links(None, mark("Linked records"))

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of an action."""
        return ACTION

    def asked(self) -> tuple[Described, ...]:
        """Leave out what the program keeps for itself."""
        return tuple(field for field in super().asked() if field.name not in KEPT)

    def proposed(self) -> dict[str, Any]:
        """Propose that a new task is given today."""
        return {} if self.id else {"assigned_on": days.today().isoformat()}

    def first_event(self) -> str | None:
        """Give the day of assignment, or else that of its end."""
        return self.assigned_on or self.done_on

    def complaints(self) -> list[Complaint]:
        """Add: dates in order, one source."""
        found = super().complaints()
        found += in_order(self, "assigned_on", "due_on", mark("It is due before it is assigned."))
        found += in_order(self, "assigned_on", "done_on", mark("It was done before it was assigned."))
        if len(self.source) > 1:
            found.append(Complaint("source", mark("An action has one source record.")))
        return found

    def missing(self, names: Sequence[str] | None = None) -> list[Complaint]:
        """Add: a source is needed, as a record or in words."""
        found = super().missing(names)
        if names is None and not self.source and not self.source_words:
            found.append(Complaint("source", mark("Name the source: a record, or words.")))
        return found
