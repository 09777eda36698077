"""The sheet of a session: when and where, who took part on each side, what was concluded, what was given as tasks."""

from models import choices, options, sequel
from models.conclusions import Conclusion
from models.paper.facts import Facts
from models.paper.issuer import letterhead, recipients, signature
from models.paper.sheet import Grid, Item, Line, Paper, Paragraph, Section
from models.sequel import Followed
from models.sessions import Session
from models.store import Row
from models.text import mark, say

WHEN = ("place", "country", "form")
TASKS = (mark("No."), mark("Task"), mark("Lead unit"), mark("Due on"), mark("State"))
WIDTHS = (7.0, 45.0, 20.0, 14.0, 14.0)


def sheet(record: Session) -> Paper:
    """Put a session on its sheet."""
    facts = Facts(record)
    parts: tuple[tuple[str, tuple[Item, ...]], ...] = (
        (mark("General facts"), _general(facts, record)),
        (mark("Participants"), _people(record)),
        (mark("Proposals of each side"), _proposals(record)),
        (mark("Conclusions"), _conclusions(record)),
        (mark("Still open from earlier sessions"), _tasks(sequel.still_open(record))),
        (mark("Tasks given"), _tasks(_given(record))),
        (mark("Result"), _paragraphs(record.result)),
    )
    return Paper(
        letterhead=letterhead(numbered=False),
        title=say(mark("Sheet of a session")),
        subtitle=record.heading,
        sections=tuple(Section(say(title), items) for title, items in parts if items),
        signature=signature(),
        recipients=recipients(),
    )


def _general(facts: Facts, record: Session) -> tuple[Line, ...]:
    days = dict.fromkeys(text for text in (facts.text("starts"), facts.text("ends")) if text)
    state = say(mark("Draft", "state")) if record.draft else record.state_text()
    told = (
        (facts.label("ordinal"), facts.text("ordinal")),
        (say("Time"), " – ".join(days)),
        (say("Minutes"), _signed(facts)),
        (say("Plan of implementation"), facts.document("plan")),
        (say("State"), state),
    )
    lines = tuple(Line(label, text) for label, text in told if text)
    first = facts.lines(("mechanism",))
    after = facts.lines(("previous", "documents", "delegations"))
    return (*first, *lines[:2], *facts.lines(WHEN), *facts.lines(("agenda",)), *lines[2:], *after)


def _signed(facts: Facts) -> str:
    day = facts.text("minutes_signed_on")
    signed = say(mark("signed on {day}")).format(day=day) if day else ""
    return ", ".join(part for part in (facts.text("minutes_number"), signed) if part)


def _people(record: Session) -> tuple[Item, ...]:
    """List for each side its parties with who signed, then the participants with the title held then."""
    made: list[Item] = []
    for side in options.Side:
        parties = [party for party in record.parties if party.side == side]
        people = [person for person in record.participants if person.side == side]
        if not parties and not people:
            continue
        named = "; ".join(_party(party.heading, party.signatory, party.position) for party in parties)
        made.append(Line(choices.label(options.Side, side), named or say("none")))
        if people:
            rows = tuple(
                (str(place), person.name or "", person.position or "", _role(person.role))
                for place, person in enumerate(people, 1)
            )
            heads = tuple(say(head) for head in ("No.", "Full name", "Title and unit at the time", "Role"))
            annex = f"{say(mark('Participants'))}: {choices.label(options.Side, side)}"
            made.append(Grid(heads, rows, (7, 28, 43, 22), ("center",), annex=annex))
    return tuple(made)


def _party(name: str, signatory: str | None, position: str | None) -> str:
    signer = ", ".join(part for part in (signatory, position) if part)
    return f"{name} ({say(mark('Signed by {person}')).format(person=signer)})" if signer else name


def _role(role: str | None) -> str:
    return "" if role in (None, options.SessionRole.MEMBER) else choices.label(options.SessionRole, role)


def _proposals(record: Session) -> tuple[Line, ...]:
    found = []
    for side in options.Side:
        told = [row.content or "" for row in record.proposals if row.side == side]
        if told:
            found.append(Line(choices.label(options.Side, side), "".join(f"\n- {each}" for each in told)))
    return tuple(found)


def _conclusions(record: Session) -> tuple[Paragraph | Line, ...]:
    """Write the conclusions by field of cooperation."""
    by_field: dict[str | None, list[Followed]] = {}
    for each in sequel.conclusions(record.id) if record.id else []:
        by_field.setdefault(each.field, []).append(each)
    field = Conclusion.field("field_of")
    return tuple(
        Line(field.text(code) or say(mark("Without a field")), "\n".join(_point(each) for each in found))
        for code, found in by_field.items()
    )


def _point(each: Followed) -> str:
    side = f" ({choices.label(options.Responsible, each.responsible)})" if each.responsible else ""
    return ". ".join(part for part in (each.number, each.content) if part) + side


def _given(record: Session) -> list[Row]:
    carried = {row.id for row in sequel.still_open(record)}
    return [row for row in sequel.own_actions(record.id) if row.id not in carried] if record.id else []


def _tasks(rows: list[Row]) -> tuple[Grid, ...]:
    if not rows:
        return ()
    cells = tuple(
        (str(place), row.texts["name"], row.texts["lead"], row.texts["due_on"], row.state[0] if row.state else "")
        for place, row in enumerate(rows, 1)
    )
    return (Grid(tuple(say(head) for head in TASKS), cells, WIDTHS, ("center", "left", "left", "center", "left")),)


def _paragraphs(text: str | None) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(part.strip()) for part in (text or "").splitlines() if part.strip())
