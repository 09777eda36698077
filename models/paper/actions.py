"""The list of follow-up actions, grouped by who leads or where the tasks come from; overdue in bold."""

from collections.abc import Sequence
from itertools import groupby

from models import discretion, engine, store
from models.fold import sort_key
from models.kinds import PAGES
from models.paper.issuer import letterhead, recipients, signature
from models.paper.lists import PART, asked_for, footer, in_parts, is_overdue, state_words
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
ITEM = Column(mark("Item"), 5, "center")
NOBODY = {"lead": mark("No lead unit yet"), "source": mark("No source")}


def action_register(asked: Question | Sequence[int], group_by: str = "lead") -> Register:
    """List the actions that a question gives, or those of these ids, in groups ("lead" or "source")."""
    page = PAGES["action"]
    by_source = group_by == "source"
    shown_columns = COLUMNS[:3] + ((ITEM, *COLUMNS[4:]) if by_source else (COLUMNS[3], *COLUMNS[5:]))
    question = asked if isinstance(asked, Question) else Question(only=tuple(asked), sort="due_on")
    shown = [field for field in page.fields() if field.name in FIELDS]
    ids, hidden = discretion.kept(page.record.kind, store.find(page, question))
    found = in_parts(page, ids, shown)
    lines = [line for line in found if not line.draft]  # a paper that is signed tells only what was given
    items = _items([line.id for line in lines])

    def group(line: store.Row) -> str:
        if group_by == "lead":
            return line.texts["lead"]
        return items[line.id][0] if line.id in items else line.texts["source"] or line.texts["source_words"]

    lines.sort(key=lambda line: sort_key(group(line)))  # keeps the question's order inside a group
    rows: list[Row | Group] = []
    place = 0
    for title, together in groupby(lines, key=group):
        members = list(together)
        rows.append(Group(f"{title or say(NOBODY[group_by])} ({len(members)})"))
        for line in members:
            place += 1
            rows.append(_row(place, line, items.get(line.id), by_source))
    overdue = sum(is_overdue(line) for line in lines)
    total = say_n("{n} task", "{n} tasks", len(lines)).format(n=len(lines))
    late = say_n("{n} overdue", "{n} overdue", overdue).format(n=overdue)
    totals = ("", "", total, *("" for _ in shown_columns[3:-1]), late)
    return Register(
        title=say("List of follow-up actions"),
        subtitle=asked_for(page, question),
        columns=tuple(Column(say(each.title), each.weight, each.align) for each in shown_columns),
        rows=tuple(rows),
        totals=totals if lines else (),
        notes=(*([say("Rows in bold are overdue.")] if overdue else []), *_drafts(len(found) - len(lines)), *hidden),
        footer=footer(),
        letterhead=letterhead(),
        signature=signature(),
        recipients=recipients(),
    )


def _drafts(n: int) -> tuple[str, ...]:
    told = say_n("{n} draft is not listed.", "{n} drafts are not listed.", n)
    return (told.format(n=n),) if n else ()


def _items(actions: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Give session and item of the tasks that come from a conclusion."""
    found: dict[int, tuple[str, str]] = {}
    for start in range(0, len(actions), PART):
        part = actions[start : start + PART]
        asked = (
            "SELECT l.from_id, COALESCE(s.name, ''), COALESCE(c.number, '') FROM link l "
            "JOIN conclusion c ON c.id = l.to_id JOIN session s ON s.id = c.session_id "
            "WHERE l.from_kind = 'action' AND l.field = 'source' AND l.to_kind = 'conclusion' "
            f"AND l.from_id IN ({', '.join('?' * len(part))})"
        )
        found |= {action: (session, number) for action, session, number in engine.rows(asked, list(part))}
    return found


def _row(place: int, line: store.Row, item: tuple[str, str] | None, by_source: bool) -> Row:
    told = line.texts
    source = told["source"] or told["source_words"]
    if item and not by_source:
        words = say(mark("{session}, item {number}")).format(session=item[0], number=item[1])
        source = words if item[1] else item[0]
    beside = (item[1] if item else "", told["lead"]) if by_source else (source,)
    cells = (
        str(place), told["code"], told["name"], *beside, told["cooperating"], told["due_on"], told["progress"],
        told["result"], state_words(line),
    )  # fmt: skip
    return Row(cells, bold=is_overdue(line))
