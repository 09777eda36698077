"""Any list of the window as a register: the same rows, columns and order, and above it what was asked for."""

from collections.abc import Sequence

from models import days, discretion, store
from models.fields import Amount, Count, Day, Described
from models.kinds import Page
from models.paper.issuer import letterhead
from models.paper.sheet import Align, Column, Register, Row
from models.reading import show_number
from models.store import Question
from models.text import say, say_n

PART = 500
"""Records fetched in one go."""
STANDING_UP = 5
"""Columns up to which a register stands upright."""


def list_register(page: Page, question: Question, columns: Sequence[str] = ()) -> Register:
    """Make a register of what a list shows; ``columns`` are the names of its fields in their order."""
    known = {field.name: field for field in page.fields()}
    shown = [known[name] for name in columns if name in known] or page.columns()
    ids, hidden = discretion.kept(page.record.kind, store.find(page, question))
    lines = in_parts(page, ids, shown)
    heads = [Column(say("No."), 5, "center"), *(Column(say(page.label(f)), _weight(f), _align(f)) for f in shown)]
    if page.numbered:
        heads.append(Column(say("State"), 14))
    rows = tuple(_row(place, line, shown, page.numbered) for place, line in enumerate(lines, 1))
    total = say_n("{n} record", "{n} records", len(lines)).format(n=show_number(len(lines)))
    return Register(
        title=say(page.title),
        subtitle=asked_for(page, question),
        columns=tuple(heads),
        rows=rows,
        notes=(total, *hidden),
        footer=footer(),
        landscape=len(heads) > STANDING_UP,
        letterhead=letterhead(numbered=False),
    )


def in_parts(page: Page, ids: Sequence[int], shown: Sequence[Described]) -> list[store.Row]:
    """Fetch the lines of many records some hundred at a time, in the order of their ids."""
    return [line for start in range(0, len(ids), PART) for line in store.rows(page, ids[start : start + PART], shown)]


def asked_for(page: Page, question: Question) -> str:
    """Say in brackets which records a question asks for; nothing where it asks for all."""
    told = store.in_words(page, question)
    return "(" + "; ".join(told) + ")" if told else ""


def footer() -> str:
    """Say when a list was printed, and what was ticked for it."""
    printed = say("Printed on {day}").format(day=f"{days.today():%d/%m/%Y}")
    return " – ".join((printed, *discretion.said()))


def _weight(field: Described) -> float:
    """Give long texts most of the width, but not all of it."""
    return min(max(field.width, 8), 36)


def _align(field: Described) -> Align:
    return "right" if isinstance(field, Count | Amount) else "center" if isinstance(field, Day) else "left"


def _row(place: int, line: store.Row, shown: Sequence[Described], numbered: bool) -> Row:
    cells = [str(place), *(line.texts[field.name] for field in shown)]
    if numbered:
        cells.append(state_words(line))
    return Row(tuple(cells), bold=is_overdue(line))


def state_words(line: store.Row) -> str:
    """Give the state of a record, and below it how it stands today."""
    return "\n".join(told[0] for told in (line.state, line.standing) if told)


def is_overdue(line: store.Row) -> bool:
    """Tell whether the eye must stop at a row."""
    return line.standing is not None and line.standing[1] == "bad"
