"""The sheet of an agreement: its register entry, the opinions, the milestones and the results."""

from datetime import date

from models import deadlines, options
from models.agreements import Agreement, Party
from models.paper.facts import Facts
from models.paper.issuer import letterhead, recipients, signature
from models.paper.sheet import Grid, Item, Paper, Paragraph, Section
from models.text import mark, say

# The columns of the register, in its order; short ones share a row. The signatories and the validity stand between.
BEFORE = (("proposer",), ("signed_as", "type"), ("name",), ("foreign_name",), ("countries", "fields"))
SIGNING = (("signed_on", "signed_at"),)
TERM = (("effective_on", "valid_until"), ("term", "renews", "notice_days"))
AFTER = (
    ("approved_by",), ("authorised", "authorisation_number"), ("in_plan", "in_high_visit"), ("pillar",),
    ("original_signer",), ("inherited_by",), ("inheritance", "inherited_on"), ("replaced_by",),
    ("custody", "languages"), ("note",),
)  # fmt: skip
DOCUMENTS = {
    "decision": mark("Decision to sign"),
    "consent": mark("Prime Minister's consent"),
    "copy": mark("Copy to the ministry"),
    "pm_report": mark("Report to the Prime Minister"),
    "end": mark("Decision on suspension or end"),
}
OPINIONS = (("body",), ("asked_on",), ("answered_on",), ("answer", "number", "remarks"))
AMENDMENTS = (("number",), ("dated",), ("content",), ("valid_until",))


def sheet(record: Agreement) -> Paper:
    """Put an agreement on one sheet."""
    facts = Facts(record)
    parts: tuple[tuple[str, tuple[Item, ...]], ...] = (
        (mark("General facts"), (Grid((), _entries(facts, record), (32, 68)),)),
        (mark("Opinions of the bodies asked"), _rows(record, "opinions", OPINIONS, (7, 27, 17, 17, 32))),
        (mark("Milestones"), (_milestones(facts, record),)),
        (mark("Amendments and extensions"), _rows(record, "amendments", AMENDMENTS, (7, 22, 17, 37, 17))),
        (mark("Content agreed"), _paragraphs(record.commitments)),
        (mark("Results"), _paragraphs(record.result)),
    )
    return Paper(
        letterhead=letterhead(numbered=False),
        title=say("Sheet of an international agreement"),
        subtitle=record.code or say(mark("Draft", "state")),
        sections=tuple(Section(say(title), items) for title, items in parts if items),
        signature=signature(),
        recipients=recipients(),
    )


def _entries(facts: Facts, record: Agreement) -> tuple[tuple[str, str], ...]:
    sides = (
        (say("Parties and signatories, Vietnamese side"), _parties(record, options.Side.OURS)),
        (say("Parties and signatories, foreign side"), _parties(record, options.Side.THEIRS)),
    )
    standing = deadlines.standing(record)
    state = say(mark("Draft", "state")) if record.draft else record.state_text()
    validity = (say("Validity"), f"{state} ({standing.text()})" if standing else state)
    documents = ((say(label), facts.document(stem)) for stem, label in DOCUMENTS.items())
    before, signing, term, after = (_together(facts, groups) for groups in (BEFORE, SIGNING, TERM, AFTER))
    rows = [*before, *sides, *signing, validity, *term, *documents, *after]
    return tuple((label, text) for label, text in rows if text)


def _together(facts: Facts, groups: tuple[tuple[str, ...], ...]) -> list[tuple[str, str]]:
    """Give a row for each group of fields, with those that are filled in."""
    found = [facts.lines(names) for names in groups]
    return [("; ".join(line.label for line in lines), "; ".join(line.text for line in lines)) for lines in found]


def _parties(record: Agreement, side: str) -> str:
    return "\n".join(_party(party) for party in record.parties if party.side == side)


def _party(party: Party) -> str:
    signer = ", ".join(part for part in (party.signatory, party.position) if part)
    return " – ".join(part for part in (party.name, signer) if part)


def _rows(
    record: Agreement, field: str, columns: tuple[tuple[str, ...], ...], widths: tuple[float, ...]
) -> tuple[Grid, ...]:
    """Make a numbered table of detail rows, with a column for each group of fields."""
    details = getattr(record, field)
    if not details:
        return ()
    heads = (say("No."), *(say(type(details[0]).field(names[0]).label) for names in columns))
    rows = tuple((str(place), *_cells(Facts(row), columns)) for place, row in enumerate(details, 1))
    return (Grid(heads, rows, widths, ("center",), annex=say(type(record).field(field).label)),)


def _cells(facts: Facts, columns: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple("; ".join(text for name in names if (text := facts.text(name))) for names in columns)


def _milestones(facts: Facts, record: Agreement) -> Grid:
    """Set what was due beside what was done."""
    decide_by = record.decide_by()
    rows = (
        (mark("Signing"), "", facts.text("signed_on")),
        (mark("Copy to the Ministry of Foreign Affairs"), _shown(_copy_by(record)), facts.text("copy_date")),
        (mark("Taking effect"), "", facts.text("effective_on")),
        (mark("Decide on renewal by"), _shown(date.fromisoformat(decide_by) if decide_by else None), ""),
        (mark("End", "milestone"), _end(facts, record), facts.text("end_date")),
    )
    kept = tuple((say(label), due, done) for label, due, done in rows if due or done)
    return Grid((say("Milestone"), say("Due"), say("Done on")), kept, (50, 25, 25), ("left", "center", "center"))


def _copy_by(record: Agreement) -> date | None:
    """Give the day by which the copy is or was owed; a copy that was sent needed to be."""
    if record.copy_date and record.signed_on and len(record.signed_on) == 10:
        return deadlines.due("agr.copy_mofa", date.fromisoformat(record.signed_on))
    return deadlines.copy_due(record)


def _end(facts: Facts, record: Agreement) -> str:
    return say("Without end") if record.unlimited else facts.text("valid_until")


def _shown(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _paragraphs(text: str | None) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(part.strip()) for part in (text or "").splitlines() if part.strip())
