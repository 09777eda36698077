"""What a mechanism brought since one of its sessions, gathered by field of cooperation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from models import choices, days, options, sequel, store
from models.deadlines import OPEN_ACTIONS
from models.mechanisms import Mechanism
from models.reports.mechanism import since
from models.reports.mechanism.since import Happened
from models.reports.periods import Period
from models.sequel import Followed
from models.states import ActionState
from models.store import Row
from models.text import mark, say

# The fields of the source article come first and are told even where nothing happened; then the others, if anything.
NINE = ("giao_luu", "kinh_te_tm", "cua_khau", "giao_thong", "nong_nghiep", "vhdl", "gddt", "y_te", "bien_gioi")
COMMON = "*"
SEVERAL = 3
"""Fields up to which a record stands in each of them; one of more stands once, as common to several."""


class Part(StrEnum):
    """Where a point stands in the report."""

    AGREED = "AGREED"
    DONE = "DONE"
    OPEN = "OPEN"


PARTS = {
    Part.AGREED: mark("Agreed"),
    Part.DONE: mark("Done since"),
    Part.OPEN: mark("Still open"),
}


@dataclass(frozen=True)
class Point:
    """One thing said: the record it comes from, its day, words, who leads, until when, how it stands.

    A task that was given up stands among what is closed and is not counted as done.
    """

    part: Part
    kind: str
    id: int
    words: str
    code: str = ""
    day: str = ""
    by: str = ""
    due: str = ""
    state: str = ""
    late: bool = False
    given_up: bool = False

    def told(self) -> str:
        """Write it as a sentence of a paper."""
        beside = [self.by]
        if self.part == Part.OPEN and self.due:
            beside.append(say(mark("due {day}")).format(day=days.text(self.due)))
        beside += [days.text(self.day) if self.part != Part.OPEN else "", self.state]
        told = "; ".join(each for each in beside if each)
        return f"{self.words} ({told})" if told else self.words


@dataclass(frozen=True)
class Matter:
    """What was agreed in one point, with what became of it; or what was done without having been agreed."""

    agreed: Point | None = None
    done: tuple[Point, ...] = ()
    open: tuple[Point, ...] = ()

    def points(self) -> list[Point]:
        """Give all points, the agreed one first."""
        return [*([self.agreed] if self.agreed else []), *self.done, *self.open]


@dataclass(frozen=True)
class OfField:
    """A field of cooperation with its matters; ``code`` is empty for what names no field."""

    code: str
    name: str
    matters: tuple[Matter, ...] = ()

    def count(self, part: Part, kinds: Iterable[str] = ()) -> int:
        """Count the records of a part, each once; of some kinds where they are named."""
        wanted = tuple(kinds)
        return len(
            {
                (point.kind, point.id)
                for matter in self.matters
                for point in matter.points()
                if point.part == part and not point.given_up and (not wanted or point.kind in wanted)
            }
        )


@dataclass(frozen=True)
class Account:
    """A mechanism since a session, as of a day; ``sessions`` are its sessions from that one on."""

    mechanism: str
    since: str
    period: Period
    sessions: tuple[tuple[int, str], ...]
    fields: tuple[OfField, ...]
    notes: tuple[str, ...] = ()


@dataclass
class _Gathering:
    """Matters on their way into their fields."""

    found: dict[str, list[Matter]] = field(default_factory=dict)

    def add(self, codes: Sequence[str], matter: Matter) -> None:
        for code in (COMMON,) if len(codes) > SEVERAL else codes or ("",):
            self.found.setdefault(code, []).append(matter)


def account(mechanism: int, number: int) -> Account:
    """Gather what a mechanism brought since its session of a number; raise ``LookupError`` where there is none."""
    record = store.load("mechanism", mechanism)
    assert isinstance(record, Mechanism)
    known = since.sessions(mechanism)
    first = next((each for each in known if each.ordinal == number), None)
    if first is None:
        raise LookupError(number)
    told = [each for each in known if (each.ordinal or 0) >= number or (not each.ordinal and each.day >= first.day)]
    begun = days.first(first.day) if first.day else days.today()
    period = Period(min(begun, days.today()), days.today())
    made = _Gathering()
    named = {each.id: _named(each) for each in told}
    _agree(made, told, named)
    signed = since.documents([each.id for each in told])
    for one in signed:
        made.add(one.fields, Matter(_point(one, Part.AGREED)))
    for one in since.happened(record, [each.id for each in told], period, {(each.kind, each.id) for each in signed}):
        made.add(one.fields, Matter(done=(_point(one, Part.DONE),)))
    for one in since.entered(period, record.fields):
        made.add(one.fields, Matter(done=(_point(one, Part.DONE),)))
    sessions = tuple((each.id, named[each.id]) for each in told)
    return Account(record.name or "", named[first.id], period, sessions, _in_order(made.found))


def _named(session: since.Held) -> str:
    if session.ordinal:
        return say(mark("session {number}")).format(number=session.ordinal)
    return session.name


def _agree(made: _Gathering, told: Sequence[since.Held], named: dict[int, str]) -> None:
    """Add the conclusions of the sessions, each with its tasks, then the tasks that come of a session itself."""
    for session in told:
        conclusions = sequel.conclusions(session.id)
        taken = {row.id for each in conclusions for row in each.actions}
        own = [row for row in sequel.own_actions(session.id) if row.id not in taken]
        states = since.states_of([*taken, *(row.id for row in own)])
        for each in conclusions:
            codes = [each.field] if each.field else []
            made.add(codes, _concluded(each, named[session.id], states))
        fields = since.fields_of("action", [row.id for row in own])
        for row in own:
            made.add(fields[row.id], Matter(None, *_followed((row,), states)))


def _concluded(each: Followed, session: str, states: dict[int, str]) -> Matter:
    item = say(mark("{session}, item {number}")).format(session=session, number=each.number)
    side = choices.label(options.Responsible, each.responsible) if each.responsible else ""
    where = item if each.number else session
    agreed = Point(Part.AGREED, "conclusion", each.id, each.content, by=where, state=side)
    done, left = _followed(each.actions, states)
    if not each.actions and each.responsible != options.Responsible.THEIRS:
        left = (Point(Part.OPEN, "conclusion", each.id, say(mark("No task was given for it."))),)
    return Matter(agreed, done, left)


def _followed(actions: Sequence[Row], states: dict[int, str]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Divide tasks into those that are closed and those that are open; one carried over is told by what carries it."""
    kept = [row for row in actions if states[row.id] != ActionState.CARRIED]
    done = tuple(_task(row, Part.DONE, states[row.id]) for row in kept if states[row.id] not in OPEN_ACTIONS)
    return done, tuple(_task(row, Part.OPEN) for row in kept if states[row.id] in OPEN_ACTIONS)


def _task(row: Row, part: Part, closed: str = "") -> Point:
    standing = row.standing
    state = standing[0] if standing and part == Part.OPEN else row.state[0] if row.state else ""
    return Point(
        part,
        "action",
        row.id,
        row.texts["name"],
        row.texts["code"],
        row.values["done_on"] or "",
        row.texts["lead"],
        row.values["due_on"] or "",
        state,
        late=bool(standing and standing[1] == "bad"),
        given_up=closed == ActionState.CANCELLED,
    )


def _point(one: Happened, part: Part) -> Point:
    return Point(part, one.kind, one.id, one.words, one.code, one.day, one.by)


def _in_order(found: dict[str, list[Matter]]) -> tuple[OfField, ...]:
    others = [code for code in choices.every_code("field") if code not in NINE and code in found]
    unknown = [code for code in found if code not in (*NINE, *others, COMMON, "")]
    last = [code for code in (COMMON, "") if code in found]
    codes = (*NINE, *others, *unknown, *last)
    return tuple(OfField(code, _name_of(code), tuple(found.get(code, ()))) for code in codes)


def _name_of(code: str) -> str:
    beside = {COMMON: mark("Common to several fields"), "": mark("Without a field")}
    return say(beside[code]) if code in beside else choices.item_label("field", code)
