"""A record that has no layout of its own on one sheet: its fields by their sections, nothing private."""

from dataclasses import replace

from models import deadlines
from models.attached import Rows
from models.kinds import page_of
from models.paper.facts import Facts, table
from models.paper.issuer import letterhead, recipients, signature
from models.paper.sheet import Item, Line, Paper, Paragraph, Section
from models.record import Numbered, Record
from models.text import mark, say


def sheet(record: Record) -> Paper:
    """Put a record on a sheet; one with a file code is signed like a paper."""
    facts = Facts(record)
    items: dict[str, list[Item]] = {}
    title, summed = "", set()
    for field in record.asked():
        title = record.sections.get(field.name, title)
        told = items.setdefault(title, [])
        if isinstance(field, Rows):
            told += _rows(record, field)
            summed |= {words for words, _ in record.totals(field.name)}
        elif not field.personal and record.label(field) not in summed:  # else it stands below its rows
            told += facts.lines([field.name])
    sections = [Section(say(title), tuple(told)) for title, told in items.items()]
    numbered = isinstance(record, Numbered)
    return Paper(
        letterhead=letterhead(numbered=False),
        title=say(page_of(record).one),
        subtitle=record.heading,
        sections=tuple(each for each in [*_state(record), *sections] if each.items),
        signature=signature() if numbered else None,
        recipients=recipients() if numbered else (),
    )


def _rows(record: Record, field: Rows) -> list[Item]:
    grid = table(getattr(record, field.name))
    sums = [Line(say(words), value) for words, value in record.totals(field.name)]
    name = say(record.label(field))
    return [Paragraph(f"{name}:"), replace(grid, annex=name), *sums] if grid else []


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
