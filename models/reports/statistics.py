"""Delegations by country, purpose, unit, field, pillar, funding, plan and month: number and persons, both ways."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from models import choices, engine, store
from models.options import Pillar
from models.reports.counting import exact
from models.reports.facts import ALIVE, all_of
from models.reports.periods import Period
from models.text import mark, say

_LONGEST_BY_MONTH = 24


@dataclass(frozen=True)
class Axis:
    """One way to divide delegations; where one may belong to several items the rows do not add up."""

    name: str
    title: str
    head: str
    adds_up: bool = True


AXES: tuple[Axis, ...] = (
    Axis("month", mark("Delegations by month"), mark("Month")),
    Axis("country", mark("Delegations by country"), mark("Country"), adds_up=False),
    Axis("purpose", mark("Delegations by purpose"), mark("Purpose")),
    Axis("unit", mark("Delegations by unit"), mark("Host or requesting unit"), adds_up=False),
    Axis("field", mark("Delegations by field of cooperation"), mark("Field"), adds_up=False),
    Axis("pillar", mark("Delegations by pillar"), mark("Pillar")),
    Axis("funding", mark("Delegations by source of funding"), mark("Source of funding")),
    Axis("plan", mark("Delegations in and outside the annual programme"), mark("Annual programme")),
)


@dataclass(frozen=True)
class Line:
    """One item: inbound delegations and visitors, outbound delegations and trips of persons."""

    key: Any
    label: str
    values: tuple[int, int, int, int]


@dataclass(frozen=True)
class Money:
    """What delegations cost in one currency, and in dong at the rates that were entered."""

    currency: str
    label: str
    delegations: int
    amount: Decimal
    dong: int


@dataclass(frozen=True)
class Statistics:
    """All tables of a period."""

    tables: tuple[tuple[Axis, tuple[Line, ...]], ...]
    money: tuple[Money, ...]


def statistics(period: Period, language: str | None = None) -> Statistics:
    """Count the delegations of a period along every axis, with one question for each."""
    tables = tuple((axis, tuple(_lines(axis, period, language))) for axis in AXES)
    return Statistics(tables, tuple(_money(period, language)))


def along(name: str, period: Period, language: str | None = None) -> list[Line]:
    """Count the delegations of a period along one axis."""
    return _lines(next(each for each in AXES if each.name == name), period, language)


def of_several_countries(period: Period) -> dict[str, int]:
    """Count the delegations, "in" and "out", that belong to several countries."""
    inner = (
        f"SELECT t.id, t.direction FROM delegation t JOIN {engine.items_of('t.countries')} i ON 1 = 1 "
        f"WHERE {ALIVE} AND ({counted(period)}) GROUP BY t.id, t.direction HAVING count(DISTINCT i.value) > 1"
    )
    return dict(engine.rows(f"SELECT direction, count(*) FROM ({inner}) x GROUP BY direction"))


def counted(period: Period) -> str:
    """Give the SQL condition that a delegation counts, whichever way it goes."""
    return " OR ".join(f"({all_of(page, ('in_period', 'held'), period)})" for page in ("inbound", "outbound"))


def by_month(period: Period) -> bool:
    """Tell whether the time table goes by months; long periods go by years."""
    return _month(period.last) - _month(period.first) < _LONGEST_BY_MONTH


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


# How the key of an item is found beside a delegation called t: an expression, and the join that it needs.
def keys(axis: str, period: Period) -> tuple[str, str]:
    """Give the SQL expression of an axis and the join that unfolds it."""
    if axis in ("country", "field"):
        column = "t.countries" if axis == "country" else "t.fields"
        return "i.value", f"LEFT JOIN {engine.items_of(column)} i ON 1 = 1"
    if axis == "unit":
        link = (
            "LEFT JOIN link l ON l.from_kind = 'delegation' AND l.from_id = t.id AND l.field = 'host_units' "
            "AND t.direction = 'in'"
        )
        return "CASE WHEN t.direction = 'out' THEN t.requesting_unit_id ELSE l.to_id END", link
    if axis == "month":
        digits = 7 if by_month(period) else 4
        return f"CASE WHEN length(t.starts) >= {digits} THEN substr(t.starts, 1, {digits}) END", ""
    if axis == "year":
        return "substr(t.starts, 1, 4)", ""
    if axis == "plan":
        return "CASE WHEN t.in_plan IS TRUE THEN 1 WHEN t.in_plan IS FALSE THEN 0 END", ""
    return f"t.{axis}", ""


def _lines(axis: Axis, period: Period, language: str | None) -> list[Line]:
    key, join = keys(axis.name, period)
    inner = (
        f"SELECT DISTINCT t.id, t.direction, COALESCE(t.persons, 0) AS persons, {key} AS item "
        f"FROM delegation t {join} WHERE {ALIVE} AND ({counted(period)})"
    )
    sums = ", ".join(
        f"sum(CASE WHEN direction = '{way}' THEN {what} ELSE 0 END)" for way in ("in", "out") for what in (1, "persons")
    )
    found = {
        item: tuple(map(int, rest))
        for item, *rest in engine.rows(f"SELECT item, {sums} FROM ({inner}) x GROUP BY item")
    }
    wanted = _order(axis, found, period)
    label = labels(axis.name, [item for item in wanted if item is not None], language)
    nothing = (0, 0, 0, 0)
    return [Line(number(axis.name, item), label(item), found.get(item, nothing)) for item in wanted]  # type: ignore[arg-type]


def number(axis: str, item: Any) -> Any:
    """Give a key as cells hold it: months as 202503, years as 2025, all others as they are."""
    return int(item.replace("-", "")) if axis in ("month", "year") and item is not None else item


def _order(axis: Axis, found: dict[Any, tuple[int, ...]], period: Period) -> list[Any]:
    """Months in their order, all of them; else the most frequent first; what is not known at the end."""
    known = [item for item in found if item is not None]
    if axis.name == "month":
        ordered: Sequence[Any] = times(period)
    elif axis.name == "plan":
        ordered = sorted(known, reverse=True)
    else:
        ordered = sorted(known, key=lambda item: (-found[item][0] - found[item][2], str(item)))
    return [*ordered, *([None] if None in found else [])]


def times(period: Period) -> list[str]:
    """Give all months of a period, or its years where it is long."""
    if not by_month(period):
        return [f"{year:04d}" for year in range(period.first.year, period.last.year + 1)]
    months = range(_month(period.first), _month(period.last) + 1)
    return [f"{each // 12:04d}-{each % 12 + 1:02d}" for each in months]


def labels(axis: str, items: Sequence[Any], language: str | None) -> Callable[[Any], str]:
    """Give the function that words the items of an axis; it need not be told of the items before."""
    units = store.names("unit", items) if axis == "unit" else {}

    @cache
    def label(item: Any) -> str:
        if item is None:
            return say(mark("(not stated)"), language)
        match axis:
            case "country" | "field" | "purpose" | "funding":
                return choices.item_label(axis, item, language)
            case "level":
                return choices.item_label("delegation_level", item, language)
            case "pillar":
                return choices.label(Pillar, item, language)
            case "plan":
                return say(mark("In the programme") if item else mark("Outside the programme"), language)
            case "unit":
                return units.get(item) or store.names("unit", [item]).get(item) or str(item)
        return "/".join(reversed(item.split("-")))

    return label


def _money(period: Period, language: str | None) -> list[Money]:
    asked = (
        "SELECT t.cost_currency, count(*), sum(t.cost), sum(COALESCE(t.cost_vnd, 0)) FROM delegation t "
        f"WHERE {ALIVE} AND ({counted(period)}) AND t.cost IS NOT NULL AND t.cost_currency IS NOT NULL "
        "GROUP BY t.cost_currency ORDER BY t.cost_currency"
    )
    return [
        Money(code, choices.item_label("currency", code, language), number_, exact(amount), int(dong))
        for code, number_, amount, dong in engine.rows(asked)
    ]
