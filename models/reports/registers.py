"""The registers behind a report: records as rows, in the order of the office's own lists, with helper columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from models import choices, days, engine, store
from models.fields import Described
from models.kinds import PAGES, Page
from models.reports.columns import Column, Kind, column, plain, titled
from models.reports.facts import ALIVE, DIRECTIONS, SOURCES, Source, true
from models.reports.periods import Period
from models.reports.shown import DAYS, DOCUMENTS, NARROW, OPTIONAL, SHOWN, SIGNERS, STANDING, STATE, SUMMED, WIDE
from models.reports.statistics import keys, number
from models.text import mark, say

_CHUNK = 500


@dataclass(frozen=True)
class Register:
    """A table of records with their helper columns, which stand last."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]

    def place(self, name: str) -> int:
        """Find a column by its name."""
        return [each.name for each in self.columns].index(name)


def register(name: str, period: Period, language: str | None = None) -> Register:
    """Give the records of a page that a report lists, with what each of them counts."""
    page, source = PAGES[name], source_of(name)
    helpers = _helpers(name, period)
    asked = ", ".join(("t.id", "t.state" if page.numbered else "NULL", *(expression for _, expression in helpers)))
    where = f"{ALIVE} AND {source.listed(period)} AND {source.where}"
    found = engine.rows(f"SELECT {asked} FROM {source.table} WHERE {where} ORDER BY {source.order}, t.id")
    columns = [_shown(page, each, period, language) for each in SHOWN[name]]
    columns += [Column(each.name, _head(each, page, language), each.kind, 11, True) for each, _ in helpers]
    counted = {row[0]: (row[1], _typed(helpers, row[2:])) for row in found}
    rows = _rows(page, counted, period, language)
    return Register(name, say(page.title, language), tuple(titled(_numbered(columns, language))), tuple(rows))


def optional(period: Period, language: str | None = None) -> list[Register]:
    """Give the registers that a report has only where something is in them."""
    found = [register(name, period, language) for name in OPTIONAL]
    return [each for each in found if each.rows]


# Registers that nothing is counted in, with the day by which they are listed; without one all records are.
_PLAIN: dict[str, str | None] = {
    "conclusion": "(SELECT s.starts FROM session s WHERE s.id = t.session_id)",
    "ngo": None,
    "incident": "t.happened_on",
    "programme": "t.planned_for",
    "document": "t.dated",
}


def source_of(name: str) -> Source:
    """Give how the records of a page are asked for."""
    if name in SOURCES:
        return SOURCES[name]
    table, day = PAGES[name].record._meta.table_name, _PLAIN[name]

    def inside(period: Period) -> str:
        return period.touches(day) if day else "1 = 1"

    return Source(f'"{table}" t', inside, order=day or "t.name_key")


def _numbered(columns: list[Column], language: str | None) -> list[Column]:
    return [Column("(number)", say(mark("No."), language), "whole", 6), *columns]


def _shown(page: Page, name: str, period: Period, language: str | None) -> Column:
    if name in DOCUMENTS:
        return Column(name, say(DOCUMENTS[name][0], language), "text", NARROW)
    if name in _EXTRA:
        title = say(_EXTRA[name], language).format(day=days.text(period.last.isoformat()))
        kind: Kind = "whole" if name == DAYS else "text"
        return Column(name, title, kind, 7 if name == DAYS else WIDE.get(name, NARROW))
    made = column(page, page.record.field(name), language, total=name in SUMMED)
    return replace(made, width=min(made.width, WIDE.get(name, NARROW)))


_EXTRA: dict[str, str] = {
    STATE: mark("State"),
    STANDING: mark("As of {day}"),
    DAYS: mark("Days"),
    SIGNERS: mark("Signed by (both sides)"),
}


def _helpers(name: str, period: Period) -> list[tuple[Column, str]]:
    """Give the helper columns of a page with their SQL."""
    found: list[tuple[Column, str]] = []
    source = source_of(name)
    if source.day:
        day = f"{source.day} || substr('-01-01', length({source.day}) - 3)"
        found.append((Column("counted_on", mark("Counted on"), "day"), day))
    found += helpers_of(source, period, SHOWN[name])
    if name in DIRECTIONS:
        month, _ = keys("month", period)
        plan, _ = keys("plan", period)
        found.append((Column("month", mark("Counted in month"), "whole"), month))
        found.append((Column("plan", mark("In the programme (1/0)"), "whole"), plan))
    return found


def helpers_of(source: Source, period: Period, shown: Sequence[str]) -> list[tuple[Column, str]]:
    """Give what formulas need of a source: facts as 1 and 0, what is added up and not shown, keys as codes."""
    words = source.words
    found = [(Column(each, words[each], "whole"), true(sql)) for each, sql in source.facts(period).items()]
    for each, sql in source.amounts(period).items():
        if each not in shown:
            found.append((Column(each, words[each], "number"), sql))
    return found + [(Column(f"{each}:code", words.get(each, each)), sql) for each, sql in source.keys(period).items()]


def _head(each: Column, page: Page, language: str | None) -> str:
    if not each.name.endswith(":code"):
        return say(each.title, language)
    return code_head(each, {field.name: page.label(field) for field in page.record.described()}, language)


def code_head(each: Column, labels: Mapping[str, str], language: str | None) -> str:
    """Head the column with the codes of a field, or of what the source names itself."""
    label = labels.get(each.title, each.title)
    return say(mark("{column}: code"), language).format(column=say(label, language))


def _typed(helpers: Sequence[tuple[Column, str]], values: Sequence[Any]) -> tuple[Any, ...]:
    found = []
    for (each, _), value in zip(helpers, values, strict=True):
        if each.name == "counted_on":
            value = date.fromisoformat(value) if value else None
        found.append(number("month", value) if each.name == "month" else value)
    return tuple(found)


def _rows(
    page: Page, counted: dict[int, tuple[str, tuple[Any, ...]]], period: Period, language: str | None
) -> list[tuple[Any, ...]]:
    names = SHOWN[page.name]
    asked = [part for name in names for part in DOCUMENTS.get(name, ("", (name,)))[1] if not part.startswith("(")]
    fields = {name: page.record.field(name) for name in asked}
    states = page.blank().lifecycle().states if page.numbered else None  # type: ignore[attr-defined]
    source = source_of(page.name)
    first = 1 if source.day else 0
    known = list(source.facts(period))
    made: list[tuple[Any, ...]] = []
    ids = list(counted)
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        signers = _signers(part) if SIGNERS in names else {}
        for line in store.rows(page, part, list(fields.values())):
            state, helpers = counted[line.id]
            cells: dict[str, Any] = {
                STATE: choices.label(states, state, language) if states and state else None,
                STANDING: standing(page.name, dict(zip(known, helpers[first:], strict=False)), language),
                DAYS: _days(line.values),
                SIGNERS: signers.get(line.id),
            }
            cells |= {name: _cell(line, field, language) for name, field in fields.items()}
            cells |= {name: _document(line, DOCUMENTS[name][1]) for name in names if name in DOCUMENTS}
            made.append((len(made) + 1, *(cells[name] for name in names), *helpers))
    return made


def _cell(line: store.Row, field: Described, language: str | None) -> Any:
    """Give the value of a cell; what the source does not tell is said to be unknown."""
    value = line.values[field.name]
    if value in (None, [], ""):
        return say(mark("not known"), language) if line.texts[field.name] else None
    return plain(field, value, language)


def _document(line: store.Row, names: Sequence[str]) -> str:
    return ", ".join(line.texts[name] for name in names if line.values[name])


def _days(values: dict[str, Any]) -> int | None:
    starts, ends = values.get("starts"), values.get("ends")
    if not (starts and ends and len(starts) == len(ends) == 10):
        return None
    return (days.last(ends) - days.first(starts)).days + 1


def _signers(ids: Sequence[int]) -> dict[int, str]:
    """Give who signed, with the titles held then, ours first."""
    asked = (
        "SELECT owner_id, signatory, position FROM party WHERE signatory IS NOT NULL "
        f"AND owner_id IN ({', '.join(map(str, ids))}) ORDER BY owner_id, side = 'THEIRS', rank"
    )
    found: dict[int, list[str]] = {}
    for owner, name, position in engine.rows(asked):
        found.setdefault(owner, []).append(", ".join(part for part in (name, position) if part))
    return {owner: "; ".join(several) for owner, several in found.items()}


def standing(name: str, told: dict[str, int], language: str | None) -> str:
    """Say how a record stood on the last day of the period."""
    judge: Callable[[dict[str, int]], str] | None = {"agreement": _agreement, "action": _action}.get(name)
    return say(judge(told), language) if judge else ""


def _agreement(told: dict[str, int]) -> str:
    if told["in_force"]:
        return mark("In force, expires soon") if told["expiring"] else mark("In force", "state")
    return mark("Not in force")


def _action(told: dict[str, int]) -> str:
    if told["done"]:
        return mark("Done late") if told["late"] else mark("Done in time")
    if told["dropped"]:
        return mark("Carried over") if told["carried"] else mark("Cancelled", "state")
    return mark("Overdue") if told["overdue"] else mark("In time")
