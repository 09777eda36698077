"""The axes along which delegations are compared, and which of them belong to which item."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from models import engine
from models.discretion import HIDDEN
from models.fold import fold
from models.reports.delegations import SHOWN, in_order
from models.reports.facts import ALIVE
from models.reports.periods import Period, year_before
from models.reports.statistics import AXES, Axis, counted, keys, labels, number
from models.text import mark

MOST_YEARS = 5  # shown of a period that is no longer than a year


Told = tuple[int, tuple[Any, ...]]  # how many years back, and what the database tells


class Line(NamedTuple):
    """A delegation that counts, with the item that it belongs to; of several items it has several lines.

    ``back`` tells how many years earlier than asked for its period lies; ``once`` is 1 in one of its lines.
    """

    back: int
    way: str
    starts: str
    id: int
    code: str
    name: str
    persons: int | None
    key: Any
    once: int


_MORE: tuple[Axis, ...] = (
    Axis("level", mark("Delegations by level"), mark("Level")),
    Axis("year", mark("Delegations by year"), mark("Year")),
    Axis("person", mark("Delegations by leading person"), mark("Person"), adds_up=False),
)
COMPARED: tuple[Axis, ...] = (*AXES, *_MORE)
RULES: dict[str, str] = {
    "person": mark(
        "Leading persons only: who headed a delegation that counts, or received one as the host leader. Other members "
        "are not told of. A name that stands twice is one person, unless the members are linked to different persons."
    ),
    "year": mark("Of a period no longer than a year, the same days of this year and of the four years before it."),
}


def by_years(axis: Axis, period: Period) -> bool:
    """Tell whether the rows are the same period of one year after the other."""
    return axis.name == "year" and (period.last - period.first).days <= 366


def backs(axis: Axis, period: Period) -> range:
    """Tell how many years back the periods lie that are asked for."""
    return range(MOST_YEARS + 1) if by_years(axis, period) else range(2)


def gather(axis: Axis, period: Period, language: str | None) -> tuple[Iterator[Line], Callable[[Any], str]]:
    """Give the lines of all periods of an axis, read one after the other, and the function that words its items."""
    told: Iterable[Told] = (
        (back, row) for back in backs(axis, period) for row in _asked(axis, year_before(period, back))
    )
    if axis.name == "person":
        told, label = _persons(list(told), language)
    else:
        label = labels(axis.name, (), language)
    words: dict[Any, str] = {}
    known: dict[tuple[int, Any], Any] = {}

    def key_of(back: int, item: Any) -> Any:
        key = period.last.year - back if by_years(axis, period) else _moved(axis, item, back)
        words.setdefault(key, str(key) if by_years(axis, period) else label(_moved_text(axis, item, back)))
        return known.setdefault((back, item), key)

    def lines() -> Iterator[Line]:
        last = (0, 0)
        for back, (way, starts, id_, code, name, persons, item) in told:
            key = known[back, item] if (back, item) in known else key_of(back, item)
            yield Line(back, way, starts, id_, code, name, persons, key, int((back, id_) != last))
            last = (back, id_)  # all lines of a record follow each other

    return lines(), lambda key: words[key] if key in words else label(_as_text(key))


def _as_text(key: Any) -> str:
    """Write a month or year as it is stored."""
    return f"{key // 100:04d}-{key % 100:02d}" if isinstance(key, int) and key > 9999 else str(key)


def _asked(axis: Axis, period: Period) -> Iterator[tuple[Any, ...]]:
    if axis.name == "person":
        yield from _led(period)
        return
    key, join = keys(axis.name, period)
    for listed in in_order(counted(period)):
        inner = f"SELECT DISTINCT {SHOWN}, {key} AS item FROM delegation t {join} WHERE t.id IN {listed}"
        yield from engine.rows(f"SELECT * FROM ({inner}) x ORDER BY way, starts, id, item")


def _moved(axis: Axis, item: Any, back: int) -> Any:
    """Give a month or year of an earlier period the key of its fellow in the period asked for."""
    return number(axis.name, _moved_text(axis, item, back))


def _moved_text(axis: Axis, item: Any, back: int) -> Any:
    if axis.name not in ("month", "year") or item is None:
        return item
    return f"{int(item[:4]) + back:04d}{item[4:]}"


def _led(period: Period) -> Iterator[tuple[Any, ...]]:
    """Give each delegation with the persons who headed it, then with those who received it."""
    where = f"{ALIVE} AND ({counted(period)})"
    heads = (
        f"SELECT {SHOWN}, m.same_person, m.name FROM member m JOIN delegation t ON t.id = m.owner_id "
        f"WHERE {where} AND m.is_head IS TRUE AND COALESCE(m.same_person, '') <> '' ORDER BY t.starts, t.id"
    )
    for *rest, same, name in engine.rows(heads):
        yield (*rest, (same, name))
    hosts = f"SELECT {SHOWN}, t.host_leader FROM delegation t WHERE {where} AND t.direction = 'in' ORDER BY t.starts"
    for *rest, told in engine.rows(hosts):
        for part in (told or "").split(";"):
            name = part.split(",")[0].strip()
            if fold(name):
                yield (*rest, ("", name))


def _persons(told: Sequence[Told], language: str | None) -> tuple[list[Told], Callable[[Any], str]]:
    """Give each person a key that lasts: a name alone means the linked person of this name, where there is just one."""
    linked: dict[str, set[str]] = {}
    for _, (*_, (same, name)) in told:
        if same.startswith("person:") and name != HIDDEN:
            linked.setdefault(fold(name), set()).add(same)

    def who(same: str, name: str) -> str:
        plain = fold(name).translate(_NOT_IN_KEYS)[:_LONGEST_KEY]
        if name == HIDDEN:  # who led a restricted delegation is not told beside his others
            return plain
        known = linked.get(fold(name), set())
        return same if same.startswith("person:") else next(iter(known)) if len(known) == 1 else plain

    names: dict[str, str] = {}
    rows: dict[tuple[Any, ...], None] = {}
    for back, (*rest, told_) in told:
        key = who(*told_)
        names.setdefault(key, told_[1])
        rows[(back, *rest, key)] = None
    ordered = sorted(rows, key=lambda row: (row[0], row[1], row[2] or "", row[3]))
    return [(back, tuple(rest)) for back, *rest in ordered], lambda key: names.get(key, "")


_NOT_IN_KEYS = str.maketrans("*?~", "   ")  # formulas look keys up, and these would stand for anything
_LONGEST_KEY = 200  # of 255 letters that a criterion of Excel may have
