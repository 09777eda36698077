"""The list of follow-up actions, grouped by who leads or where the tasks come from; overdue in bold."""

from collections.abc import Sequence
from itertools import groupby

from models import store
from models.fold import sort_key
from models.kinds import PAGES
from models.paper.issuer import letterhead, recipients, signature
from models.paper.lists import asked_for, footer, in_parts, is_overdue, state_words
from models.paper.sheet import Column, Group, Register, Row
from models.store import Question
from models.text import mark, say, say_n

FIELDS = ("code", "name", "source", "source_words", "lead", "cooperating", "due_on", "progress", "result")
COLUMNS = (
    Column(mark("No."), 4, "center"),
    Column(mark("File code"), 10),
    Column(mark("Task"), 26),
    Column(mark("Source record"), 15),
    Column(mark("Lead unit"), 14),
    Column(mark("Cooperating units"), 13),
    Column(mark("Due on"), 9, "center"),
    Column(mark("Progress (%)"), 7, "center"),
    Column(mark("Result"), 13),
    Column(mark("State"), 11),
)
GROUPED = {"lead": "Lead unit", "source": "Source record"}
NOBODY = {"lead": mark("No lead unit yet"), "source": mark("No source")}


def action_register(asked: Question | Sequence[int], group_by: str = "lead") -> Register:
    """List the actions that a question gives, or those of these ids, in groups ("lead" or "source")."""
    page = PAGES["action"]
    question = asked if isinstance(asked, Question) else Question(only=tuple(asked), sort="due_on")
    shown = [field for field in page.fields() if field.name in FIELDS]
    lines = in_parts(page, store.find(page, question), shown)
    lines.sort(key=lambda line: sort_key(_group(line, group_by)))  # keeps the question's order inside a group
    rows: list[Row | Group] = []
    place = 0
    for title, together in groupby(lines, key=lambda line: _group(line, group_by)):
        members = list(together)
        rows.append(Group(f"{title or say(NOBODY[group_by])} ({len(members)})"))
        for line in members:
            place += 1
            rows.append(_row(place, line, group_by))
    kept = [n for n, column in enumerate(COLUMNS) if column.title != GROUPED[group_by]]
    overdue = sum(is_overdue(line) for line in lines)
    total = say_n("{n} task", "{n} tasks", len(lines)).format(n=len(lines))
    late = say_n("{n} overdue", "{n} overdue", overdue).format(n=overdue)
    totals = ("", "", total, *("" for _ in kept[3:-1]), late)
    return Register(
        title=say("List of follow-up actions"),
        subtitle=asked_for(page, question),
        columns=tuple(Column(say(COLUMNS[n].title), COLUMNS[n].weight, COLUMNS[n].align) for n in kept),
        rows=tuple(rows),
        totals=totals if lines else (),
        notes=(say("Rows in bold are overdue."),) if overdue else (),
        footer=footer(),
        letterhead=letterhead(),
        signature=signature(),
        recipients=recipients(),
    )


def _group(line: store.Row, group_by: str) -> str:
    return line.texts["lead"] if group_by == "lead" else _source(line)


def _source(line: store.Row) -> str:
    return line.texts["source"] or line.texts["source_words"]


def _row(place: int, line: store.Row, group_by: str) -> Row:
    told = line.texts
    cells = {
        "No.": str(place), "File code": told["code"], "Task": told["name"], "Source record": _source(line),
        "Lead unit": told["lead"], "Cooperating units": told["cooperating"], "Due on": told["due_on"],
        "Progress (%)": told["progress"], "Result": told["result"], "State": state_words(line),
    }  # fmt: skip
    return Row(tuple(text for title, text in cells.items() if title != GROUPED[group_by]), bold=is_overdue(line))
