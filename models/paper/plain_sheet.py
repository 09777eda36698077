"""A record that has no layout of its own on one sheet: its fields by their sections, nothing private."""

from models import deadlines
from models.attached import Rows
from models.kinds import page_of
from models.paper.facts import Facts
from models.paper.issuer import letterhead, recipients, signature
from models.paper.sheet import Line, Paper, Section
from models.record import Numbered, Record
from models.text import mark, say


def sheet(record: Record) -> Paper:
    """Put a record on a sheet; one with a file code is signed like a paper."""
    facts = Facts(record)
    names: dict[str, list[str]] = {}
    title = ""
    for field in record.asked():
        title = record.sections.get(field.name, title)
        if not (field.personal or isinstance(field, Rows)):
            names.setdefault(title, []).append(field.name)
    sections = [Section(say(title), facts.lines(fields)) for title, fields in names.items()]
    numbered = isinstance(record, Numbered)
    return Paper(
        letterhead=letterhead(),
        title=say(page_of(record).one),
        subtitle=record.heading,
        sections=tuple(each for each in [*_state(record), *sections] if each.items),
        signature=signature() if numbered else None,
        recipients=recipients() if numbered else (),
    )


def _state(record: Record) -> list[Section]:
    if not isinstance(record, Numbered):
        return []
    standing = deadlines.standing(record)
    state = say(mark("Draft", "state")) if record.draft else record.state_text()
    lines = [
        Line(say("File code"), record.code or ""),
        Line(say("State"), f"{state} ({standing.text()})" if standing else state),
    ]
    return [Section("", tuple(line for line in lines if line.text))]
