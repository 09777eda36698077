"""What the database counts by the indicators: sums by code and by qualifier, all made by the database."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from models import engine
from models.options import Qualifier
from models.reports.codes import COUNTED, Indicator
from models.reports.facts import ALIVE, SOURCES, true
from models.reports.figures import together
from models.reports.periods import Period

Number = int | float | None


@dataclass
class Count:
    """A sum on its way: the number, what it is divided by, and the qualifiers of what is in it."""

    total: Decimal = Decimal(0)
    divisor: Decimal = Decimal(0)
    qualifiers: list[str] = field(default_factory=list)

    def add(self, total: Number, divisor: Number, qualifier: str | None, *, hedged: bool) -> None:
        """Add what the database found among the records of one qualifier."""
        self.total += exact(total)
        self.divisor += exact(divisor)
        if total and hedged:
            self.qualifiers.append(qualifier or Qualifier.EXACT)

    def value(self, about: Indicator) -> int | Decimal:
        """Give the number of the report; a mean has one decimal."""
        found = mean(self.total, self.divisor) if about.measure == "mean" else self.total
        return int(found) if found == found.to_integral_value() and about.measure != "mean" else found

    @property
    def qualifier(self) -> str:
        """Give the word before the number."""
        return together(self.qualifiers)


def count_all(period: Period, only: Container[str] | None = None) -> dict[str, tuple[Indicator, Count]]:
    """Count everything, by code: what is not split with one question for each page, each split with its own.

    ``only`` names the codes that are wanted, without their items.
    """
    wanted = [each for each in COUNTED if only is None or each.code.partition(":")[0] in only]
    found: dict[str, tuple[Indicator, Count]] = {}
    for about in wanted:
        if not about.split:
            found[about.code] = (about, Count())
    for page in SOURCES:
        _whole(page, period, found)
    for about in wanted:
        if about.split:
            found |= {f"{about.code}:{item}": (about, each) for item, each in _split(about, period)}
        elif about.measure == "people":
            found[about.code][1].add(_people(about, period), 0, None, hedged=False)
    return found


def mean(total: int | Decimal, divisor: int | Decimal) -> Decimal:
    """Give the mean with one decimal as Excel rounds it; 0 where there is nothing."""
    tenth = Decimal("0.1")
    return (Decimal(total) / divisor).quantize(tenth, ROUND_HALF_UP) if divisor else Decimal(0)


def exact(number: Number) -> Decimal:
    """Take a sum of the database without the last digits of a binary fraction."""
    return Decimal(str(round(number, 4))) if number else Decimal(0)


def _whole(page: str, period: Period, found: dict[str, tuple[Indicator, Count]]) -> None:
    whole = [about for about, _ in found.values()]
    mine = [each for each in whole if page in each.pages and each.measure != "people"]
    if not mine:
        return
    source = SOURCES[page]
    parts = [part for each in mine for part in _sums(each, page, period)]
    asked = (
        f"SELECT {source.qualifier}, {', '.join(parts)} FROM {source.table} "
        f"WHERE {ALIVE} AND {source.where} GROUP BY {source.qualifier}"
    )
    for qualifier, *sums in engine.rows(asked):
        told = iter(sums)
        for each in mine:
            found[each.code][1].add(next(told), next(told), qualifier, hedged=each.hedged)


def _sums(about: Indicator, page: str, period: Period) -> tuple[str, str]:
    condition = about.condition(page, period)
    added = amount(about.of, page, period)
    divisor = amount(about.by, page, period) if about.measure == "mean" else "0"
    return (f"sum(CASE WHEN {condition} THEN {added} ELSE 0 END)", f"sum({true(condition)} * ({divisor}))")


def amount(name: str | None, page: str, period: Period) -> str:
    """Give the SQL of what one record adds to a sum; 1 where records are only counted."""
    return SOURCES[page].amounts(period)[name] if name else "1"


def divided(about: Indicator, page: str, period: Period) -> tuple[str, str]:
    """Give the SQL of the key that a split divides by, and the join that unfolds it."""
    source, split = SOURCES[page], about.split or ""
    if split in source.many:
        return "i.value", f"JOIN {engine.items_of(source.many[split])} i ON 1 = 1"
    return source.keys(period)[split], ""


def _split(about: Indicator, period: Period) -> Iterable[tuple[str, Count]]:
    found: dict[str, Count] = {}
    for page in about.pages:
        source = SOURCES[page]
        key, join = divided(about, page, period)
        inner = (
            f"SELECT DISTINCT {source.row} AS number, {key} AS item, {source.qualifier} AS told, "
            f"{amount(about.of, page, period)} AS amount FROM {source.table} {join} "
            f"WHERE {ALIVE} AND {about.condition(page, period)}"
        )
        asked = f"SELECT item, told, sum(amount) FROM ({inner}) x WHERE item IS NOT NULL GROUP BY item, told"
        for item, told, total in engine.rows(asked):
            found.setdefault(item, Count()).add(total, 0, told, hedged=about.hedged)
    return sorted(found.items(), key=lambda each: (-each[1].total, each[0]))


def _people(about: Indicator, period: Period) -> int:
    page = about.pages[0]
    asked = (
        "SELECT count(DISTINCT m.same_person) FROM member m JOIN delegation t ON t.id = m.owner_id "
        f"WHERE {ALIVE} AND {about.condition(page, period)} AND m.same_person <> ''"
    )
    return int(engine.rows(asked)[0][0])
