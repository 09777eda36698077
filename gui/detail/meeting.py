"""What a session has beside its facts: conclusions and what became of them, what is still open, who took part."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.detail.parts import Opener, column, links, scrolled, words
from gui.widgets import FlowLayout, Pill, button
from models import choices, options, sequel
from models.conclusions import Conclusion
from models.record import Record
from models.sequel import Followed
from models.sessions import Participant, Session, SessionParty
from models.store import Row
from models.text import mark, say

Tab = tuple[QWidget, str, int]  # a part, its name and how much is in it
Wanted = Callable[[str], None]
INSTEAD = frozenset({"parties", "participants", "proposals"})  # fields of a session that have a tab of their own here


class Meeting:
    """Makes the tabs of a session or a conclusion; ``ticks`` are the boxes of its conclusions, by number."""

    def __init__(self, opener: Opener, wanted: Wanted) -> None:
        """Open records through ``opener``; ``wanted`` is told the name of a pressed command."""
        self._open, self._wanted = opener, wanted
        self.ticks: dict[int, QCheckBox] = {}

    def tabs(self, record: Record) -> list[Tab]:
        """Give the tabs that a record of a meeting has; none for other kinds."""
        self.ticks = {}
        live = not record.removed_at and bool(record.id)
        if isinstance(record, Session):
            told = [self._conclusions(record, live), self._still_open(record, live)]
            return [*told, self._people(record), *self._proposals(record)]
        return [self._actions(record, live)] if isinstance(record, Conclusion) else []

    def chosen(self) -> list[int]:
        """Give the ticked conclusions."""
        return [number for number, tick in self.ticks.items() if tick.isChecked()]

    def _command(self, name: str, text: str, icon: str, kind: str = "") -> QWidget:
        made = button(text, icon, kind)
        made.clicked.connect(lambda: self._wanted(name))
        return made

    def _conclusions(self, session: Session, live: bool) -> Tab:
        found = sequel.conclusions(session.id) if session.id else []
        inner, made = column(6)
        if live:
            row = FlowLayout(spacing=8)
            row.addWidget(self._command("minutes", mark("Paste minutes…"), "clipboard-paste"))
            if found:
                row.addWidget(self._command("assign", mark("Give as tasks…"), "list-todo"))
            made.addLayout(row)
        if not found:
            made.addWidget(words(say(mark("No conclusions yet. Paste the minutes to have them split.")), "muted"))
        by_field: dict[str | None, list[Followed]] = {}
        for each in found:
            by_field.setdefault(each.field, []).append(each)
        for field, lines in by_field.items():
            made.addSpacing(6)
            made.addWidget(words(Conclusion.field("field_of").text(field) or say(mark("Without a field")), "heading"))
            for each in lines:
                made.addWidget(self._conclusion(each, live))
        made.addStretch()
        return scrolled(inner), say(mark("Conclusions")), len(found)

    def _conclusion(self, each: Followed, live: bool) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 2, 0, 6)
        row.setSpacing(8)
        text = ". ".join(part for part in (each.number, each.content) if part)
        if live:
            tick = QCheckBox()
            tick.setAccessibleName(text)
            self.ticks[each.id] = tick
            row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addWidget(links([("conclusion", each.id, text)], self._open))
        if each.responsible:
            side = choices.label(options.Responsible, each.responsible)
            below.addWidget(words(say(mark("Responsible: {side}")).format(side=side), "small"))
        for action in each.actions:
            below.addWidget(self._action(action, named=False))
        if not each.actions:
            below.addWidget(words(say(mark("No task yet")), "small"))
        row.addLayout(below, 1)
        return whole

    def _action(self, row: Row, named: bool = True) -> QWidget:
        """Show a task: code, lead, due date, state; with its name where it does not stand above."""
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 4 if named else 0)
        lines.setSpacing(3)
        told = row.texts
        text = f"{told['code']} · {told['name']}" if named else told["code"]
        facts = [told["lead"]]
        if told["due_on"]:
            facts.append(say(mark("due {day}")).format(day=told["due_on"]))
        name = links([("action", row.id, text)], self._open)
        second = FlowLayout(spacing=6)
        if named:
            lines.addWidget(name)
        else:
            name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            name.setWordWrap(False)
            second.addWidget(name)
        for pill in (row.state, row.standing):
            if pill:
                second.addWidget(Pill(*pill))
        lines.addLayout(second)
        lines.addWidget(words(" · ".join(part for part in facts if part), "small"))
        return whole

    def _actions(self, conclusion: Conclusion, live: bool) -> Tab:
        found = sequel.actions_of("conclusion", [conclusion.id]).get(conclusion.id, []) if conclusion.id else []
        inner, made = column(6)
        if live:
            row = FlowLayout(spacing=8)
            row.addWidget(self._command("assign", mark("Give as a task…"), "list-todo"))
            made.addLayout(row)
        self._list(made, found, say(mark("No task yet")))
        made.addStretch()
        return scrolled(inner), say(mark("Tasks")), len(found)

    def _still_open(self, session: Session, live: bool) -> Tab:
        before = sequel.still_open(session)
        own = [row for row in sequel.own_actions(session.id) if row.id not in {each.id for each in before}]
        inner, made = column(6)
        if live:
            flow = FlowLayout(spacing=8)
            flow.addWidget(self._command("next_session", mark("Next session…"), "calendar-plus"))
            made.addLayout(flow)
        made.addWidget(words(say(mark("Still open from earlier sessions")), "heading"))
        self._list(made, before, say(mark("Nothing is open from earlier sessions.")))
        made.addSpacing(8)
        left = sequel.unassigned(session)
        if left:
            made.addWidget(words(say(mark("Conclusions of earlier sessions not assigned yet")), "heading"))
            for number, text in left:
                made.addWidget(links([("conclusion", number, text)], self._open))
            made.addSpacing(8)
        going = [row for row in sequel.open_actions(session.id) if row in own]
        ended = [row for row in own if row not in going]
        made.addWidget(words(say(mark("Tasks of this session")), "heading"))
        self._list(made, going, say(mark("Nothing is open.")) if ended else say(mark("No task yet")))
        if ended:
            made.addSpacing(8)
            made.addWidget(words(say(mark("Ended tasks of this session")), "heading"))
            self._list(made, ended, "")
        made.addStretch()
        return scrolled(inner), say(mark("Still open")), len(before) + len(left) + len(going)

    def _list(self, made: QVBoxLayout, rows: Sequence[Row], nothing: str) -> None:
        for row in rows:
            made.addWidget(self._action(row))
        if not rows:
            made.addWidget(words(nothing, "muted"))

    def _people(self, session: Session) -> Tab:
        """Show the parties and the participants side by side of the table: ours, then theirs."""
        inner, made = column(4)
        for side in options.Side:
            parties = [party for party in session.parties if party.side == side]
            people = [person for person in session.participants if person.side == side]
            if parties or people:
                made.addWidget(words(choices.label(options.Side, side), "heading"))
            for party in parties:
                made.addWidget(self._party(party))
            for person in people:
                made.addWidget(self._person(person))
            made.addSpacing(10)
        if not (session.parties or session.participants):
            made.addWidget(words(say(mark("None entered.")), "muted"))
        made.addStretch()
        return scrolled(inner), say(mark("Parties and participants")), len(session.participants)

    def _party(self, party: SessionParty) -> QWidget:
        name = party.heading
        told = [("partner", party.value("partner")), ("unit", party.value("unit"))]
        linked = [(kind, number, name) for kind, number in told if number]
        head = links(linked[:1], self._open) if linked else words(name)
        signed = ", ".join(part for part in (party.signatory, party.position) if part)
        if not signed:
            return head
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 4)
        lines.setSpacing(2)
        lines.addWidget(head)
        lines.addWidget(words(say(mark("Signed by {person}")).format(person=signed), "small"))
        return whole

    def _person(self, person: Participant) -> QWidget:
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 2, 0, 4)
        lines.setSpacing(2)
        number = person.value("person")
        name = person.name or ""
        lines.addWidget(links([("person", number, name)], self._open) if number else words(name))
        plain = person.role in (None, options.SessionRole.MEMBER)
        role = "" if plain else choices.label(options.SessionRole, person.role)
        told = " · ".join(part for part in (role, person.position, person.remarks) if part)
        if told:
            lines.addWidget(words(told, "small"))
        return whole

    def _proposals(self, session: Session) -> list[Tab]:
        if not session.proposals:
            return []
        inner, made = column(4)
        for side in options.Side:
            rows = [row for row in session.proposals if row.side == side]
            if rows:
                made.addWidget(words(choices.label(options.Side, side), "heading"))
            for place, row in enumerate(rows, 1):
                made.addWidget(words(f"{place}. {row.content}"))
                told = " · ".join(part for part in (row.by, type(row).field("field_of").text(row.field_of)) if part)
                if told:
                    made.addWidget(words(told, "small"))
            made.addSpacing(10)
        made.addStretch()
        return [(scrolled(inner), say(mark("Proposals")), len(session.proposals))]
