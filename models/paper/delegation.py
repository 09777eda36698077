"""The one-page summary of a delegation, in the eight parts that the office is used to."""

from models import deadlines, options, store
from models.delegations import Delegation, Member
from models.kinds import PAGES
from models.paper.facts import Facts
from models.paper.issuer import letterhead, recipients, signature
from models.paper.sheet import Align, Grid, Line, Paper, Section
from models.store import Question, Row
from models.text import mark, say, say_n

TITLES = {
    options.Direction.IN: mark("Summary of an inbound delegation"),
    options.Direction.OUT: mark("Summary of an outbound delegation"),
}
PLACES = ("entry_gate", "exit_gate", "places")
PURPOSE = ("purpose", "pillar", "fields", "content")
HOSTS = ("requesting_unit", "inviter", "host_units", "host_leader", "decided_by", "programme")
DOCUMENTS = {
    "request": mark("Request"),
    "invitation": mark("Letter of invitation"),
    "submission": mark("Submission to the People's Committee"),
    "permit": mark("Permit"),
    "second_permit": mark("Second decision"),
}
IN_FORCE = ("SIGNED", "IN_FORCE", "SUSPENDED")
NAMED = 4
"""Agreements and tasks named one by one; the brief stays on a page."""
ANNEX = mark("List of members of the delegation")


def brief(record: Delegation, *, with_passports: bool = False) -> Paper:
    """Put a delegation on one page; passport numbers only where they were asked for."""
    facts = Facts(record)
    parts = (
        (mark("General facts"), _general(facts, record)),
        (mark("Time and places"), (Line(say("Time"), _time(facts)), *facts.lines(PLACES))),
        (mark("Purpose and content"), facts.lines(PURPOSE)),
        (mark("Members"), _members(record, with_passports)),
        (mark("Reception") if record.direction == options.Direction.IN else mark("Organisation"), facts.lines(HOSTS)),
        (mark("Legal basis"), _documents(facts)),
        (mark("Relations with the partner"), _relations(record)),
        (mark("State and report"), _state(facts, record)),
    )
    return Paper(
        letterhead=letterhead(numbered=False),
        title=say(TITLES[options.Direction(record.direction)]),
        subtitle=record.name or "",
        sections=tuple(Section(say(title), items) for title, items in parts if items),
        signature=signature(),
        recipients=recipients(),
    )


def _general(facts: Facts, record: Delegation) -> tuple[Line, ...]:
    first = facts.lines(("partner", "head", "countries", "level"))
    code = (Line(say("File code"), record.code),) if record.code else ()
    return (*first, *code, *facts.lines(("persons",)))


def _time(facts: Facts) -> str:
    days = dict.fromkeys(text for text in (facts.text("starts"), facts.text("ends")) if text)
    return " – ".join(days) or "…"


def _members(record: Delegation, with_passports: bool) -> tuple[Grid, ...]:
    if not record.members:
        return ()
    heads = [mark("No."), mark("Full name"), mark("Title and unit at the time"), mark("Notes")]
    widths: list[float] = [7, 30, 48, 15]
    aligns: list[Align] = ["center", "left", "left", "left"]
    if with_passports:
        heads[3:3] = [mark("Birth date"), mark("Passport number")]
        widths[1:] = [24, 27, 16, 15, 11]
        aligns[3:3] = ["center", "left"]
    rows = tuple(_member(place, member, with_passports) for place, member in enumerate(record.members, 1))
    headers = tuple(say(head) for head in heads)
    return (Grid(headers, rows, tuple(widths), tuple(aligns), annex=say(ANNEX)),)


def _member(place: int, member: Member, with_passports: bool) -> tuple[str, ...]:
    facts = Facts(member)
    plain = member.role in (None, options.Role.MEMBER)
    role = "" if plain else facts.text("role")
    if member.is_head and not role:
        role = say(mark("Head", "name"))
    personal = (facts.text("born"), facts.text("passport")) if with_passports else ()
    return (str(place), facts.text("name"), facts.text("position"), *personal, role)


def _documents(facts: Facts) -> tuple[Line, ...]:
    asked = {field.name for field in facts.record.asked()}
    told = ((label, facts.document(stem)) for stem, label in DOCUMENTS.items() if f"{stem}_number" in asked)
    found = tuple(Line(say(label), text) for label, text in told if text)
    return found or (Line(say("Documents"), say("none entered yet")),)


def _relations(record: Delegation) -> tuple[Line, ...]:
    """List by themselves the agreements with the partner and the tasks still open with it or from this visit."""
    partner = record.value("partner")
    hanging = store.hanging(record) if record.id else []
    if partner:
        hanging += store.hanging(store.load("partner", partner))
    agreements = _still("agreement", hanging, IN_FORCE)
    actions = _still("action", hanging, deadlines.OPEN_ACTIONS)
    told = ((mark("Agreements in force"), agreements), (mark("Tasks being followed up"), actions))
    return tuple(Line(say(label), _listed(rows) or say("none")) for label, rows in told)


def _still(page: str, hanging: list[tuple[str, int]], states: tuple[str, ...]) -> list[Row]:
    ids = tuple(dict.fromkeys(number for kind, number in hanging if kind == page))
    if not ids:
        return []
    shown = [field for field in PAGES[page].fields() if field.name in ("code", "name", "due_on")]
    found = [
        number for state in states for number in store.find(PAGES[page], Question(only=ids, state=state, drafts=False))
    ]
    return store.rows(PAGES[page], found, shown)


def _listed(rows: list[Row]) -> str:
    more = len(rows) - NAMED
    rest = [say_n("and {n} more", "and {n} more", more).format(n=more)] if more > 0 else []
    return "; ".join([_one(row) for row in rows[:NAMED]] + rest)


def _one(row: Row) -> str:
    due = row.texts.get("due_on")
    name = f"{row.texts['code']} {row.texts['name']}"
    return say("{name} (due {day})").format(name=name, day=due) if due else name


def _state(facts: Facts, record: Delegation) -> tuple[Line, ...]:
    standing = deadlines.standing(record)
    state = say(mark("Draft", "state")) if record.draft else record.state_text()
    words = f"{state} ({standing.text()})" if standing else state
    report = facts.document("report") or say("none yet")
    return (Line(say("State"), words), Line(say("Report"), report))
