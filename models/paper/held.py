"""The paper that lists everything the office holds about one person."""

from models.paper.issuer import letterhead, recipients, signature
from models.paper.sheet import Grid, Item, Line, Paper, Paragraph, Section
from models.privacy import Held
from models.privacy.erasing import what_stays
from models.privacy.held import Place
from models.store.past import deed_words
from models.text import mark, say

_NOTHING = mark("none", "held about a person")


def held_paper(held: Held) -> Paper:
    """Put what is held about a person on paper."""
    parts: tuple[tuple[str, list[Item]], ...] = (
        (mark("The person's own record"), [Line(label, text) for label, text in held.facts]),
        (mark("Member of delegations"), [item for place in held.member_of for item in _member(place)]),
        (mark("Named in other records"), [Paragraph(f"{each.one}: {each}") for each in held.named_in]),
        (mark("The same name, perhaps another person"), [Paragraph(str(each)) for each in held.namesakes]),
        (mark("Attached files"), [Paragraph(f"{file} ({record})") for file, record in held.files]),
        (mark("Forms that were not saved"), [Paragraph(title) for title in held.drafts]),
        (mark("History of the person's record"), _changes(held)),
        (mark("What else holds the name"), [Paragraph(each) for each in what_stays(held)]),
    )
    sections = [Section(say(title), tuple(items) or (Paragraph(say(_NOTHING)),)) for title, items in parts]
    return Paper(
        letterhead=letterhead(),
        title=say(mark("What the office holds about a person")),
        subtitle=held.person.heading,
        sections=tuple(sections),
        signature=signature(),
        recipients=recipients(),
    )


def _member(place: Place) -> list[Item]:
    told = "; ".join(f"{label}: {text}" for label, text in place.facts)
    return [Paragraph(f"{place}: {told}")]


def _changes(held: Held) -> list[Item]:
    rows = tuple((each.at.replace("T", " "), each.who, deed_words(each.deed)) for each in held.changes)
    heads = (say(mark("Moment")), say(mark("Who")), say(mark("What was done")))
    return [Grid(heads, rows, (28, 36, 36), annex=say(mark("History of the person's record")))] if rows else []
