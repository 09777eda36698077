"""The figures of a grouping: records and sums for each item, as formulas over the register or over its unfolding."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from models import store
from models.reports.built.choosing import MONEY, adds_up
from models.reports.built.grouping import Grouping
from models.reports.cells import NUMBER, Counted, Key, Wanted
from models.reports.columns import Column, Kind, is_number, titled
from models.reports.kept import keep
from models.reports.registers import Register
from models.reports.report import Drawing, Table
from models.reports.tongues import of_cells, told
from models.text import mark

ONCE = "once"
_MOST_SHOWN = 12  # items in a chart


@dataclass(frozen=True)
class Measure:
    """What is counted for each item: records, or one column added up over the rows that meet a criterion."""

    name: str
    title: str
    kind: Kind = "whole"
    added: str | None = None
    wanted: tuple[Wanted, ...] = ()


def measures(found: Register, language: str | None) -> list[Measure]:
    """Give what can be counted over a register: its records, its numbers that add up, its money by currency."""
    made = [Measure("records", told(mark("Records"), language))]
    for each in found.columns:
        if each.helper:
            continue
        if each.name in MONEY:
            made += _by_currency(found, each)
        elif adds_up(each):
            made.append(Measure(each.name, each.title, each.kind, each.name))
    return made


def _by_currency(found: Register, amount: Column) -> Iterator[Measure]:
    code = f"{MONEY[amount.name][0]}:code"
    place, number = found.place(code), found.place(amount.name)
    known = {row[place] for row in found.rows if row[place] and is_number(row[number])}
    for currency in sorted(known):
        name = f"{amount.name}:{currency}"
        yield Measure(name, f"{amount.title} ({currency})", "money", amount.name, ((code, currency),))


def unfolded(found: Register, grouping: Grouping, place: int, language: str | None) -> Register:
    """Give a row for each record and item, because a formula cannot look into "Laos; China"."""
    kept = [n for n, each in enumerate(found.columns) if not each.helper and (each.name in MONEY or adds_up(each))]
    codes = [found.place(f"{MONEY[found.columns[n].name][0]}:code") for n in kept if found.columns[n].name in MONEY]
    columns = (
        Column("code", told(mark("File code"), language), "identifier", 15),
        Column("name", told(mark("Record"), language), "text", 46),
        Column("item", grouping.head(language), "text", 28),
        *(replace(found.columns[n], total=False) for n in kept),
        *(found.columns[n] for n in codes),
        Column(grouping.key, grouping.code_head(language), "text", 11, True),
        Column(ONCE, told(mark("First row of the record"), language), "whole", 9, True),
    )
    spoken, ids = of_cells(language), array("q")
    rows = keep(_unfold(found, grouping, (*kept, *codes), ids, spoken))
    title = f"{place}. {grouping.heading(spoken)}"
    return Register(f"by_{grouping.name}", title, tuple(titled(columns)), rows, ids, grouping.page.name)


def _unfold(
    found: Register, grouping: Grouping, kept: Sequence[int], ids: "array[int]", language: str | None
) -> Iterator[tuple[Any, ...]]:
    """Give the rows, and put the record of each into ``ids``."""
    items = grouping.items(found.ids)
    keys = {item for several in items.values() for item in several} | {None}
    label = grouping.labels(keys, language)
    words = {key: label(key) for key in keys}
    heads = store.headings(grouping.page.record.kind, found.ids)
    for number, row in zip(found.ids, found.rows, strict=True):
        for nth, key in enumerate(items.get(number) or [None]):
            ids.append(number)
            cells = (row[n] for n in kept)
            yield (*heads.get(number, ("", "")), words[key], *cells, key, int(nth == 0))


def figures(found: Register, grouping: Grouping, counted: Sequence[Measure], language: str | None) -> Table:
    """Count every measure for each item of a grouping over its register."""
    sums, whole = _add_up(found, grouping, counted)
    keys = _order(grouping, sums)
    label = grouping.labels(keys, of_cells(language))
    rows = tuple((key, label(key), *_cells(found, counted, sums[key], (grouping.key, Key()))) for key in keys)
    total = (None, told(mark("Total"), language), *_cells(found, counted, whole, _once(grouping)))
    title = grouping.heading(language)
    columns = (
        Column("key", told(mark("Code"), language), "identifier", 14),
        Column("item", grouping.head(language), "text", 34),
        *(Column(each.name, each.title, each.kind, _WIDTHS[each.kind]) for each in counted),
    )
    drawing = Drawing("item", ("records",), 0 if grouping.in_time else _MOST_SHOWN, title=title) if rows else None
    return Table(title, columns, rows, total, drawing)


_WIDTHS: dict[Kind, float] = {"whole": 12, "number": 15, "money": 17}


def _add_up(found: Register, grouping: Grouping, counted: Sequence[Measure]) -> tuple[dict[Any, list[Any]], list[Any]]:
    """Add up all measures for each item, and over all records, each once, in one reading of the rows."""
    place, once = found.place(grouping.key), found.place(ONCE) if grouping.several else None
    sums: dict[Any, list[Any]] = {}
    whole: list[Any] = [0] * len(counted)
    plan = _plan(found, counted)
    for row in found.rows:
        mine = sums.setdefault(row[place], [0] * len(counted))
        for added, at, numbers in plan:
            number = numbers.get(None if at is None else row[at])
            value = 1 if added is None else row[added]
            if number is None or not is_number(value):
                continue
            if not isinstance(value, int):
                value = Decimal(str(value))
            mine[number] += value
            if once is None or row[once]:
                whole[number] += value
    return {item: list(map(_plain, several)) for item, several in sums.items()}, list(map(_plain, whole))


def _plan(found: Register, counted: Sequence[Measure]) -> list[tuple[int | None, int | None, dict[Any, int]]]:
    """Give the column to add, the column that must hold something, and which measure each such thing counts for."""
    plan: dict[tuple[int | None, int | None], dict[Any, int]] = {}
    for number, each in enumerate(counted):
        added = found.place(each.added) if each.added else None
        at, told_ = (found.place(each.wanted[0][0]), each.wanted[0][1]) if each.wanted else (None, None)
        plan.setdefault((added, at), {})[told_] = number
    return [(added, at, numbers) for (added, at), numbers in plan.items()]


def _plain(number: Any) -> Any:
    return int(number) if number == int(number) else number


def _order(grouping: Grouping, sums: dict[Any, list[Any]]) -> list[Any]:
    """Times in their order; else the most frequent first; what is not known at the end."""
    known = [key for key in sums if key is not None]
    rest = [None] if None in sums else []
    if grouping.in_time:
        return [*sorted(known), *rest]
    return [*sorted(known, key=lambda key: (-sums[key][0], str(key))), *rest]


def _once(grouping: Grouping) -> Wanted:
    """Give what tells the one row of a record that counts in the totals."""
    return (ONCE, 1) if grouping.several else ("(number)", NUMBER)


def _cells(found: Register, counted: Sequence[Measure], values: Sequence[Any], which: Wanted) -> Iterator[Counted]:
    for each, value in zip(counted, values, strict=True):
        yield Counted(value, found.name, (*each.wanted, which), each.added)
