"""Finding: the ids of a question, the rows of a page as words, one record whole, what hangs on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models import choices, deadlines, engine, search
from models.fields import Choice, Link, Listed, Many
from models.fold import sort_key
from models.kinds import PAGES, Page
from models.record import Numbered
from models.store import snoozing


@dataclass(frozen=True)
class Question:
    """What a list shows: words, filters, order.

    ``country`` may be several codes with a blank between them: records of any of them are asked for.
    ``concern`` names a list of the start page; ``snoozed`` asks for the lines hidden there, or for those that are not.
    ``title`` tells what the records of ``only`` are.
    """

    words: str = ""
    year: int | None = None
    country: str | None = None
    state: str | None = None
    concern: str | None = None
    sort: str = ""
    drafts: bool | None = None
    removed: bool = False
    only: tuple[int, ...] | None = None
    title: str = ""
    snoozed: bool | None = None

    @property
    def countries(self) -> tuple[str, ...]:
        """Give the codes of the countries, each once."""
        return tuple(dict.fromkeys((self.country or "").split()))


_YEAR_FIELDS = {
    **dict.fromkeys(("delegation", "session", "exchange", "conference", "training", "aid", "statistic"), "starts"),
    "conclusion": "starts",
    "agreement": "signed_on",
    "action": "assigned_on",
    "incident": "happened_on",
    "document": "dated",
    "programme": "planned_for",
    "ngo": "issued_on",
}


def find(page: Page, question: Question, limit: int | None = None) -> list[int]:
    """Give the ids that answer a question, in its order; the first ``limit`` of them."""
    where, values = conditions(page, question)
    order, joins, emptiable = _order(page, question.sort or page.sort)
    asked = f'SELECT t.id FROM "{page.record._meta.table_name}" t {joins} WHERE {where}'

    def ids(more: str, most: int) -> list[int]:
        ordered = f"{asked} AND {more} ORDER BY {order} LIMIT ?"
        return [number for (number,) in engine.rows(ordered, [*values, most])]

    most = -1 if limit is None else limit
    if emptiable is None:
        return ids("1", most)
    # Empty values come last; two questions can walk an index where one that orders by emptiness cannot.
    filled = ids(f"{emptiable} IS NOT NULL", most)
    return (
        filled
        if 0 <= most <= len(filled)
        else filled + ids(f"{emptiable} IS NULL", most - len(filled) if most > 0 else -1)
    )


def count(page: Page, question: Question = Question()) -> int:
    """Count the records that answer a question."""
    where, values = conditions(page, question)
    return int(engine.rows(f'SELECT count(*) FROM "{page.record._meta.table_name}" t WHERE {where}', values)[0][0])


def year_field(page: Page) -> str | None:
    """Give the day by which a page is filtered by year."""
    return _YEAR_FIELDS.get(page.record.kind)


def dated_page(page: Page) -> Page:
    """Give the page whose records carry that day: a conclusion has that of its session."""
    return PAGES["session"] if page.record.kind == "conclusion" else page


def country_field(page: Page) -> str | None:
    """Give the field by which a page is filtered by country."""
    known = page.record._meta.fields
    return next((name for name in ("countries", "country") if name in known), None)


def conditions(page: Page, question: Question) -> tuple[str, list[Any]]:
    """Give the condition that a question makes on the records of a page, with its values."""
    parts = ["t.removed_at IS NOT NULL" if question.removed else "t.removed_at IS NULL"]
    values: list[Any] = []

    def add(part: str, *given: Any) -> None:
        parts.append(part)
        values.extend(given)

    for name, value in page.fixed.items():
        add(f"t.{name} = ?", value)
    if question.drafts is not None:
        add("t.draft = ?", question.drafts)
    day = year_field(page)
    if question.year and day:
        within = f"t.{day} >= ? AND t.{day} < ?"
        if dated_page(page) is not page:
            within = f"t.session_id IN (SELECT t.id FROM session t WHERE {within})"
        add(within, str(question.year), str(question.year + 1))
    home = country_field(page)
    if question.countries and home:
        many, count = isinstance(page.record._meta.fields[home], Many), len(question.countries)
        add(engine.holds(f"t.{home}", count) if many else engine.among(f"t.{home}", count), *question.countries)
    if question.state and page.numbered:
        add("t.state = ? AND t.draft = ?", question.state, False)
    if question.concern:
        concern = next(each for each in deadlines.CONCERNS if each.name == question.concern)
        add(f"({concern.condition}) AND t.draft = ?", *concern.values(), False)
        if question.snoozed is not None:
            told, given = snoozing.asleep(concern.name, page.record.kind)
            add(told if question.snoozed else f"NOT {told}", *given)
    if question.only is not None:
        add(f"t.id IN ({', '.join(map(str, question.only))})")
    if question.words.strip():
        told, given = search.condition(question.words)
        if told:
            add(f"t.id {told}", *given, page.record.kind)
        else:
            add("0")
    return " AND ".join(parts), values


def _order(page: Page, sort: str) -> tuple[str, str, str | None]:
    """Give ORDER BY, the join it needs, and what is NULL where the value is empty; a leading minus sorts downwards."""
    way, name = ("DESC" if sort.startswith("-") else "ASC"), sort.lstrip("-")
    fields = page.record._meta.fields
    each, then = fields.get(name), f"t.id {way}"
    if name == "state" and page.numbered:
        return f"{in_order('t.state', [state.value for state in states_of(page)], way)}, {then}", "", None
    if each is None or name == "id":
        return then, "", None
    if isinstance(each, Link):
        key = f"o.{name_key(each.rel_model)}"
        join = f'LEFT JOIN "{each.rel_model._meta.table_name}" o ON o.id = t.{each.column_name}'
        return f"{key} {way}, {then}", join, key
    if isinstance(each, Choice):
        column = engine.first_item(f't."{name}"') if isinstance(each, Many) else f't."{name}"'
        codes = choices.every_code(str(each.options)) if isinstance(each, Listed) else each.codes()  # hidden ones too
        known = sorted(codes, key=lambda code: sort_key(each.label_of(code)))
        return f"{in_order(column, known, way)}, {then}", "", f't."{name}"'
    column = f"t.{name}_key" if f"{name}_key" in fields else f't."{name}"'
    return f"{column} {way}, {then}", "", column


def name_key(kind: Any) -> str:
    """Give the column by which the records of a kind are sorted by name."""
    key = f"{kind.named_by}_key"
    return key if key in kind._meta.fields else str(kind.named_by)


def states_of(page: Page) -> Any:
    """Give the states that the records of a page pass through."""
    blank = page.blank()
    return blank.lifecycle().states if isinstance(blank, Numbered) else ()


def in_order(column: str, codes: Sequence[str], way: str = "ASC") -> str:
    """Give the ORDER BY that puts the codes of a column in an order; what is not among them comes after."""
    if not codes:
        return f"{column} {way}"
    quoted = [code.replace("'", "''") for code in codes]  # the office makes codes of its own
    steps = " ".join(f"WHEN '{code}' THEN {place}" for place, code in enumerate(quoted))
    return f"CASE {column} {steps} ELSE {len(codes)} END {way}"
