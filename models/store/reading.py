"""Reading: one record whole, names, the lines of a list as words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models import choices, deadlines, engine
from models.attached import Links, Rows, Told
from models.fields import Described, Link
from models.kinds import KINDS, Page, rows_of
from models.record import Entity, Numbered, Record
from models.store import snapshot
from models.text import mark, say

_MOST = 10_000  # values in one question; databases take some 30,000


@dataclass(frozen=True)
class Row:
    """A line of a list: number, words by column, state and standing as (words, tone), the day this speaks of."""

    id: int
    texts: dict[str, str]
    state: tuple[str, str] | None = None
    standing: tuple[str, str] | None = None
    draft: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    due: date | None = None


def load(kind: str, number: int) -> Record:
    """Give one record whole, with its rows and links; raise ``LookupError`` where there is none."""
    stored = _read(KINDS[kind], KINDS[kind]._meta.fields, "id = ?", [number])
    if not stored:
        raise LookupError(f"{kind}:{number}")
    record: Record = stored[0]
    for each in type(record).described():
        if isinstance(each, Rows):
            detail = rows_of(each)
            setattr(record, each.name, _read(detail, detail._meta.fields, "owner_id = ? ORDER BY rank", [number]))
        elif isinstance(each, Links):
            asked = (
                "SELECT to_kind, to_id FROM link WHERE from_kind = ? AND from_id = ? AND field = ? ORDER BY position"
            )
            found = engine.rows(asked, (kind, number, each.name))
            setattr(record, each.name, [f"{to_kind}:{to_id}" for to_kind, to_id in found])
    snapshot.keep(record)
    return record


def names(kind: str, numbers: Iterable[int]) -> dict[int, str]:
    """Give the names of records of one kind in one question."""
    return {number: name for number, (_, name) in headings(kind, numbers).items()}


def headings(kind: str, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Give (code, name) of records of one kind in one question, or a few for very many."""
    wanted = sorted(set(numbers))
    record = KINDS[kind]
    code = "code" if issubclass(record, Numbered) else "NULL"
    asked = f'SELECT id, {code}, {record.named_by} FROM "{record._meta.table_name}" WHERE id IN '
    found: dict[int, tuple[str, str]] = {}
    for start in range(0, len(wanted), _MOST):
        part = wanted[start : start + _MOST]
        rows_ = engine.rows(f"{asked} ({_marks(part)})", part)
        found |= {number: (given or "", name or "") for number, given, name in rows_}
    return found


def coded(kind: str, code: str) -> int | None:
    """Give the record with a file code, or None; kinds without codes go by the number of the record."""
    table = KINDS[kind]._meta.table_name
    told = "code" if issubclass(KINDS[kind], Numbered) else "CAST(id AS TEXT)"
    found = engine.rows(f'SELECT id FROM "{table}" WHERE {told} = ? AND removed_at IS NULL', (code,))
    return found[0][0] if found else None


def _marks(numbers: Sequence[Any]) -> str:
    return ", ".join("?" * len(numbers))


def rows(
    page: Page,
    numbers: Sequence[int],
    columns: Sequence[Described] | None = None,
    concern: str | None = None,
) -> list[Row]:
    """Give the lines of a list for these ids, in their order, with a fixed number of questions.

    Each says how it stands for a ``concern`` of the start page, or what is most urgent of it.
    """
    shown = page.columns() if columns is None else columns
    if not numbers:
        return []
    model = page.record
    wanted = {each.name for each in shown if each.stored} | _ALWAYS | deadlines.NEEDED.get(model.kind, frozenset())
    columns_ = [name for name in model._meta.fields if name in wanted]
    records = {record.id: record for record in _read(model, columns_, f"id IN ({_marks(numbers)})", numbers)}
    linked = _linked_names(records.values(), shown)
    attached = {each.name: attached_texts(page, each, numbers) for each in shown if not each.stored}
    known = [records[number] for number in numbers if number in records]
    return [_line(record, shown, linked, attached, concern) for record in known]


def _read(model: type[Entity], names: Iterable[str], where: str, values: Sequence[Any]) -> list[Any]:
    """Read some columns of rows, without what Peewee does for each question and row: a third of the time."""
    columns = [model._meta.fields[name] for name in names]
    listed = ", ".join(f'"{column.column_name}"' for column in columns)
    found = []
    for told in engine.rows(f'SELECT {listed} FROM "{model._meta.table_name}" WHERE {where}', list(values)):
        row: Any = model.__new__(model)
        row.__rel__, row._dirty = {}, set()
        row.__data__ = {
            column.name: value if value is None else column.python_value(value)
            for column, value in zip(columns, told, strict=True)
        }
        found.append(row)
    return found


_ALWAYS = frozenset({"id", "draft", "state", "unknown", "direction"})


def _text(field: Described, value: Any, unknown: Sequence[str]) -> str:
    """Word a cell; what the source does not tell is said to be unknown."""
    if not field.stored:
        return str(value)
    return say(mark("not known")) if value in (None, []) and field.name in unknown else field.text(value)


def _line(
    record: Record,
    shown: Sequence[Described],
    linked: dict[str, dict[int, str]],
    attached: dict[str, Any],
    concern: str | None = None,
) -> Row:
    texts, values = {}, {}
    unknown = (getattr(record, "unknown", None) or "").split()
    for each in shown:
        if not each.stored:
            texts[each.name] = values[each.name] = attached[each.name].get(record.id, "")
            continue
        value = record.value(each.name)
        if isinstance(each, Link):
            value = linked[each.name].get(value, "") if value else None
        values[each.name] = value
        texts[each.name] = _text(each, value, unknown)
    state = standing = None
    if isinstance(record, Numbered) and record.state:
        state = (record.state_text(), choices.tone(record.lifecycle().states, record.state))
    if record.draft:
        state = (say(mark("Draft", "state")), "neutral")
    judged = deadlines.standing(record, concern)
    if judged:
        standing = (judged.text(), judged.tone)
    return Row(record.id, texts, state, standing, bool(record.draft), values, judged.due if judged else None)


def _linked_names(records: Iterable[Record], shown: Sequence[Described]) -> dict[str, dict[int, str]]:
    kept = list(records)
    found = {}
    for each in shown:
        if isinstance(each, Link):
            ids = {value for record in kept if (value := record.__data__.get(each.name))}
            found[each.name] = names(each.rel_model.kind, ids)
    return found


def attached_texts(page: Page, each: Described, numbers: Sequence[int]) -> dict[int, str]:
    """Give the words of linked records or detail rows for many records in one or two questions."""
    if isinstance(each, Told):
        return each.kind(numbers)
    marks = ", ".join("?" * len(numbers))
    texts: dict[int, list[str]] = {}
    if isinstance(each, Links):
        asked = (
            f"SELECT from_id, to_kind, to_id FROM link WHERE from_kind = ? AND field = ? AND from_id IN ({marks}) "
            "ORDER BY from_id, position"
        )
        found = engine.rows(asked, (page.record.kind, each.name, *numbers))
        known = {kind: names(kind, (to for _, k, to in found if k == kind)) for kind in {k for _, k, _ in found}}
        for owner, kind, to in found:
            texts.setdefault(owner, []).append(known[kind].get(to, ""))
    elif isinstance(each, Rows):
        detail = rows_of(each)
        for row in detail.select().where(detail.owner.in_(list(numbers))).order_by(detail.owner, detail.rank):
            texts.setdefault(row.__data__["owner"], []).append(row.heading)
    return {owner: "; ".join(words) for owner, words in texts.items()}
