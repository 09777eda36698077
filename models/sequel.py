"""What follows from a session: its conclusions, the actions that come of them, what is still open, the next session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models import days, engine, store
from models.actions import FollowUp
from models.conclusions import LINE, UNASSIGNED, Conclusion
from models.deadlines import OPEN_ACTIONS
from models.kinds import PAGES
from models.minutes import Point
from models.record import Record
from models.sessions import Session
from models.store import Row
from models.text import mark

SHOWN = ("code", "name", "lead", "due_on", "done_on", "progress")


@dataclass(frozen=True)
class Followed:
    """A conclusion as a session lists it, with what became of it."""

    id: int
    number: str
    field: str | None
    content: str
    responsible: str | None
    actions: tuple[Row, ...] = ()


def conclusions(session: int) -> list[Followed]:
    """Give the conclusions of a session in their order, each with its actions, in a fixed number of questions."""
    asked = (
        "SELECT id, number, field_of, content, responsible FROM conclusion "
        "WHERE session_id = ? AND removed_at IS NULL ORDER BY id"
    )
    found = engine.rows(asked, (session,))
    born = actions_of("conclusion", [number for number, *_ in found])
    return [
        Followed(number, item or "", field, content or "", side, tuple(born.get(number, ())))
        for number, item, field, content, side in found
    ]


def actions_of(kind: str, numbers: Sequence[int]) -> dict[int, list[Row]]:
    """Give the actions whose source is one of these records, and those that carry them on, by the record."""
    if not numbers:
        return {}
    asked = (
        LINE.format(marks=", ".join("?" * len(numbers)))
        + "SELECT source, line.id FROM line JOIN follow_up a ON a.id = line.id AND a.removed_at IS NULL "
        "ORDER BY line.id"
    )
    pairs = engine.rows(asked, (kind, *numbers))
    lines = {row.id: row for row in _lines([action for _, action in pairs])}
    found: dict[int, list[Row]] = {}
    for source, action in pairs:
        found.setdefault(source, []).append(lines[action])
    return found


def sessions_of(numbers: Sequence[int]) -> list[int]:
    """Give the sessions of conclusions, each once."""
    if not numbers:
        return []
    asked = f"SELECT DISTINCT session_id FROM conclusion WHERE id IN ({', '.join('?' * len(numbers))})"
    return [number for (number,) in engine.rows(asked, list(numbers))]


def _lines(actions: Iterable[int]) -> list[Row]:
    page = PAGES["action"]
    return store.rows(page, list(dict.fromkeys(actions)), [each for each in page.fields() if each.name in SHOWN])


def own_actions(session: int) -> list[Row]:
    """Give the actions that come from a session and its conclusions."""
    return _lines(_born_of([session]))


def open_actions(session: int) -> list[Row]:
    """Give those of them that are still open."""
    return _lines(_open(_born_of([session])))


# Not the next terms of a series, which continue an action of this very session.
_CARRIED = "AND EXISTS (SELECT 1 FROM follow_up e WHERE e.id = a.earlier_id AND e.state = 'CARRIED')"


def still_open(session: Session) -> list[Row]:
    """Give what is still open from the sessions before this one, and what was carried over to it."""
    before = _earlier(session)
    return _lines(_open([*_born_of(before), *_born_of([session.id] if session.id else [], _CARRIED)]))


def _open(actions: Sequence[int]) -> list[int]:
    """Give those actions that are open, the most urgent first."""
    if not actions:
        return []
    open_states = ", ".join(f"'{state}'" for state in OPEN_ACTIONS)
    asked = (
        f"SELECT id FROM follow_up WHERE id IN ({', '.join('?' * len(actions))}) AND state IN ({open_states}) "
        "AND draft = 0 ORDER BY due_on IS NULL, due_on, id"
    )
    return [number for (number,) in engine.rows(asked, list(actions))]


def unassigned(session: Session) -> list[tuple[int, str]]:
    """Give the conclusions of earlier sessions, number and words, that were never assigned."""
    before = _earlier(session)
    if not before:
        return []
    asked = (
        f"SELECT t.id, t.number, t.content FROM conclusion t WHERE t.session_id IN ({', '.join('?' * len(before))}) "
        f"AND t.removed_at IS NULL AND NOT t.draft AND {UNASSIGNED} ORDER BY t.session_id DESC, t.id"
    )
    found = engine.rows(asked, before)
    return [(number, ". ".join(part for part in (item, content) if part)) for number, item, content in found]


def _earlier(session: Session) -> list[int]:
    """Give the sessions before this one, back to the first."""
    found: list[int] = []
    last = session.value("previous")
    while last and last not in found and last != session.id:
        found.append(last)
        told = engine.rows("SELECT previous_id FROM session WHERE id = ?", (last,))
        last = told[0][0] if told else None
    return found


def _born_of(sessions: Sequence[int], further: str = "") -> list[int]:
    """Give the actions whose source is one of the sessions or one of their conclusions."""
    if not sessions:
        return []
    marks = ", ".join("?" * len(sessions))
    asked = (
        "SELECT DISTINCT a.id FROM link l JOIN follow_up a ON a.id = l.from_id AND a.removed_at IS NULL "
        "WHERE l.from_kind = 'action' AND l.field = 'source' AND ("
        f"l.to_kind = 'session' AND l.to_id IN ({marks}) OR l.to_kind = 'conclusion' AND l.to_id IN "
        f"(SELECT id FROM conclusion WHERE session_id IN ({marks}) AND removed_at IS NULL)) {further} ORDER BY a.id"
    )
    return [number for (number,) in engine.rows(asked, (*sessions, *sessions))]


def next_session(session: Session) -> Session:
    """Make the session that follows another one, unsaved and without a name: the parties are a proposal."""
    made = Session.blank(mechanism=session.value("mechanism"), form=session.form, type=session.type)
    for name, value in made.proposed().items():
        setattr(made, name, value)
    made.complete()
    made.name = None  # it follows the number while the form is open
    return made


def accept(session: Session, points: Iterable[Point], text: str | None) -> list[Conclusion]:
    """Save confirmed points as conclusions of a session, with the text they come from: all, or none.

    Raises what ``store.save`` raises; then nothing was saved.
    """
    made = [_conclusion(session, point) for point in points]
    with store.together(mark("Conclusions entered: {n}"), n=len(made)):
        keep_text(session, text)
        for conclusion in made:
            store.save(conclusion)
    return made


def keep_text(session: Session, text: str | None) -> None:
    """Keep the text of the minutes with the session, where it changed."""
    if (text or None) != session.minutes_text:
        fresh = store.load("session", session.id)
        fresh.minutes_text = text or None  # type: ignore[attr-defined]
        store.save(fresh, draft=bool(fresh.draft))


def _conclusion(session: Session, point: Point) -> Conclusion:
    original = f"{point.under}\n{point.content}" if point.under else None
    return Conclusion.blank(
        session=session.id,
        number=point.number or None,
        field_of=point.field,
        content=point.content,
        original=original,
        responsible=point.responsible,
    )


def assigned(source: Record) -> FollowUp:
    """Make the action that a conclusion or a session calls for, unsaved: given today, lead and due date to be said."""
    fields: list[str] = []
    pillar: Any = None
    session = source
    if isinstance(source, Conclusion):
        fields, session = [source.field_of] if source.field_of else [], source.session
    if isinstance(session, Session) and session.value("mechanism"):
        pillar = session.mechanism.pillar
    made = FollowUp.blank(name=source.heading, fields=fields, pillar=pillar, assigned_on=days.today().isoformat())
    made.counterpart = _counterpart(session) if isinstance(session, Session) else None
    if isinstance(source, Conclusion):
        made.name = source.content
    made.source = [source.reference]
    return made


def _counterpart(session: Session) -> int | None:
    """Give the partner of a session with one foreign party; several leave the choice to the person."""
    asked = "SELECT partner_id FROM session_party WHERE owner_id = ? AND side = 'THEIRS'"
    found = engine.rows(asked, (session.id,))
    return found[0][0] if len(found) == 1 else None


def give(actions: Iterable[FollowUp]) -> None:
    """Save new tasks in one go: all, or none.

    Raises what ``store.save`` raises; then nothing was saved.
    """
    tasks = list(actions)
    with store.together(mark("Tasks given: {n}"), n=len(tasks)):
        for action in tasks:
            store.save(action)


def assign(
    sources: Iterable[Record], lead: int | None, cooperating: Sequence[str], due_on: str | None, **other: Any
) -> list[FollowUp]:
    """Give a task for each conclusion, all with the same lead and due date: all, or none, as ``give`` does."""
    made = []
    for source in sources:
        action = assigned(source)
        action.lead, action.cooperating, action.due_on = lead, list(cooperating), due_on
        for name, value in other.items():
            setattr(action, name, value)
        made.append(action)
    give(made)
    return made
