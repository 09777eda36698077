"""Making the statistics of one axis: the table with its comparison, its chart, and the records behind it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from models import days, engine
from models.kinds import PAGES
from models.reports.cells import Counted, Key, Wanted, change
from models.reports.columns import Column
from models.reports.compared.axes import MOST_YEARS, RULES, Line, backs, by_years, gather
from models.reports.head import office_head
from models.reports.kept import keep
from models.reports.periods import Period, year_before
from models.reports.registers import Register
from models.reports.report import Drawing, Page, Report, Sheet, Table, source_words, span_of
from models.reports.statistics import Axis, by_month, number, times
from models.reports.tongues import in_each, of_cells, told
from models.text import mark, say

_MEASURES = (
    (mark("In: delegations"), "inbound", False),
    (mark("In: persons"), "inbound", True),
    (mark("Out: delegations"), "outbound", False),
    (mark("Out: persons"), "outbound", True),
)
_RECORDS = "records"


def compared(axis: Axis, period: Period, language: str | None = None, today: date | None = None) -> Report:
    """Count the delegations of a period along an axis beside those of the same period a year earlier."""
    with engine.one_state():
        lines, label = gather(axis, period, of_cells(language))
        sums = Sums()
        records = _register(axis, period, sums.added(lines), label, language)
        head = office_head()
    title = told(_title(axis, period), language)
    made_at = datetime.now()
    table = _table(axis, period, sums, label, language)
    counted = sum(several for (back, _), (several, _) in sums.once.items() if back == 0)
    origin = source_words(head.office, made_at, span_of(period, language), counted, language)
    page = Page(
        say(mark("Statistics"), of_cells(language)),
        title,
        (table,),
        (origin, *_notes(axis, period, language)),
        official=True,
        landscape=True,
    )
    parts = (page, Sheet(records, records.title.upper()))
    name = f"statistics-{axis.name}"
    return Report(name, title, period, language, today or days.today(), made_at, head, parts)


def _title(axis: Axis, period: Period) -> str:
    years = axis.name == "month" and not by_month(period)
    return mark("Delegations by year") if years else axis.title


def _notes(axis: Axis, period: Period, language: str | None) -> list[str]:
    earlier = year_before(period)
    words = [
        mark(
            "Delegations that took place and began in the period; persons are the numbers of persons of these "
            "delegations, added up. A day known only by its year or month counts where the whole of it lies inside."
        ),
        mark(
            "The same period of the year before: {days}. A change is a share of the figure of that period; “—” stands "
            "where that is 0."
        ),
    ]
    if not axis.adds_up:
        words.append(
            mark("A delegation that belongs to several rows counts in each of them; the row of totals counts it once.")
        )
    if axis.name in RULES:
        words.append(RULES[axis.name])

    def said(each: str) -> str:
        return in_each(language, lambda tongue: say(each, tongue).format(days=span_of(earlier, tongue)))

    return [said(each) for each in words]


def _columns(axis: Axis, period: Period, language: str | None) -> tuple[Column, ...]:
    years = axis.name == "month" and not by_month(period)
    heads = (mark("This period"), mark("Year before"), mark("Change (%)"))
    found = [
        Column("key", told(mark("Code"), language), "identifier", 14),
        Column("item", told(mark("Year") if years else axis.head, language), "text", 30),
    ]
    for place, (words, *_) in enumerate(_MEASURES):
        for head, name in zip(heads, ("now", "before", "change"), strict=True):
            kind: Any = "percent" if name == "change" else "whole"
            title = told(head, language)
            found.append(Column(f"{place}:{name}", title, kind, 11, groups=(told(words, language),)))
    return tuple(found)


def _table(axis: Axis, period: Period, sums: "Sums", label: Any, language: str | None) -> Table:
    rows = [
        _row(key, label(key), [_cells(axis, period, sums, key, *each[1:]) for each in _MEASURES])
        for key in _order(axis, period, sums)
    ]
    total = None
    if not by_years(axis, period):
        total = _row(None, told(mark("Total"), language), [_totals(sums, *each[1:]) for each in _MEASURES])
    drawing = None
    if rows:
        names = ("0:now", "0:before", "2:now", "2:before")
        most = 0 if axis.name in ("month", "year") else 12
        drawing = Drawing("item", names, most, title=told(_title(axis, period), language))
    return Table("", _columns(axis, period, language), tuple(rows), total, drawing)


@dataclass
class Sums:
    """Delegations and persons by years back, direction and item; ``once`` has every delegation in one item only."""

    items: dict[tuple[int, str, Any], list[int]] = field(default_factory=dict)
    once: dict[tuple[int, str], list[int]] = field(default_factory=dict)

    def added(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Add lines up while somebody reads them."""
        for line in lines:
            _add(self.items, (line.back, line.way, line.key), line.persons)
            if line.once:
                _add(self.once, (line.back, line.way), line.persons)
            yield line

    def of(self, back: int, way: str, key: Any) -> list[int]:
        """Give delegations and persons of one item."""
        return self.items.get((back, way, key), [0, 0])


def _add(sums: dict[Any, list[int]], key: Any, persons: int | None) -> None:
    if key in sums:
        mine = sums[key]
        mine[0] += 1
        mine[1] += persons or 0
    else:
        sums[key] = [1, persons or 0]


def _cells(axis: Axis, period: Period, sums: Sums, key: Any, way: str, persons: bool) -> tuple[Counted, Counted]:
    """Count one item now and a year earlier."""
    added = "persons" if persons else None
    if by_years(axis, period):
        back = period.last.year - key
        values = [sums.of(back + more, way, key - more)[persons] for more in (0, 1)]
        wanted: list[tuple[Wanted, ...]] = [(("way", way), ("key", Key(-more))) for more in (0, 1)]
    else:
        values = [sums.of(back, way, key)[persons] for back in (0, 1)]
        wanted = [(("way", way), ("back", back), ("key", Key())) for back in (0, 1)]
    now, before = (Counted(v, _RECORDS, w, added) for v, w in zip(values, wanted, strict=True))
    return now, before


def _totals(sums: Sums, way: str, persons: bool) -> tuple[Counted, Counted]:
    """Count each delegation once."""
    found = []
    for back in (0, 1):
        value = sums.once.get((back, way), [0, 0])[persons]
        wanted = (("way", way), ("back", back), ("once", 1))
        found.append(Counted(value, _RECORDS, wanted, "persons" if persons else None))
    return found[0], found[1]


def _row(key: Any, label: str, pairs: Sequence[tuple[Counted, Counted]]) -> tuple[Any, ...]:
    row: list[Any] = [key, label]
    for now, before in pairs:
        place = len(row)
        row += [now, before]
        row.append(change(place, place + 1, lambda n, row=row: row[n].value))  # type: ignore[misc]
    return tuple(row)


def _order(axis: Axis, period: Period, sums: Sums) -> list[Any]:
    """Times in their order; else the most frequent now, then a year before; what is not known at the end."""
    if by_years(axis, period):
        return list(range(period.last.year - MOST_YEARS + 1, period.last.year + 1))
    keys = {key for _, _, key in sums.items}
    known, unknown = keys - {None}, [None] if None in keys else []
    if axis.name == "month":
        return [*(number("month", each) for each in times(period)), *unknown]
    if axis.name == "year":
        return [*sorted(known), *unknown]
    if axis.name == "plan":
        return [*sorted(known, reverse=True), *unknown]

    def often(key: Any) -> tuple[int, ...]:
        return tuple(-sum(sums.of(back, way, key)[0] for way in ("inbound", "outbound")) for back in (0, 1))

    return [*sorted(known, key=lambda key: (*often(key), str(key))), *unknown]


def _register(axis: Axis, period: Period, lines: Iterable[Line], label: Any, language: str | None) -> Register:
    columns = (
        Column("kind", told(mark("Register"), language), "text", 16),
        Column("period", told(mark("Period"), language), "text", 26),
        Column("code", told(mark("File code"), language), "identifier", 15),
        Column("name", told(mark("Record"), language), "text", 46),
        Column("starts", told(mark("From day"), language), "day", 12),
        Column("item", told(axis.head, language), "text", 28),
        Column("persons", told(mark("Persons"), language), "whole", 10),
        Column("way", told(mark("Register: code"), language), "text", 11, True),
        Column("back", told(mark("Years earlier"), language), "whole", 9, True),
        Column("key", told(mark("{column}: code"), language, column=told(axis.head, language)), "text", 11, True),
        Column("once", told(mark("First row of the record"), language), "whole", 9, True),
    )
    spoken = of_cells(language)
    spans = {back: span_of(year_before(period, back), spoken) for back in backs(axis, period)}
    kinds = {name: say(PAGES[name].title, spoken) for name in ("inbound", "outbound")}
    rows = keep(
        (
            *(kinds[line.way], spans[line.back], line.code, line.name, _day(line.starts), label(line.key)),
            *(line.persons, line.way, line.back, line.key, line.once),
        )
        for line in lines
    )
    return Register(_RECORDS, say(mark("Records counted"), spoken), columns, rows)


@lru_cache(5_000)
def _day(told_: str | None) -> Any:
    return date.fromisoformat(told_) if told_ and len(told_) == 10 else days.text(told_)
