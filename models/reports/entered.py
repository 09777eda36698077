"""Entered statistics on their way into a report: what is added to what was counted, and what stands alone."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.options import Qualifier, StatisticNature
from models.reports.codes import LISTS, UNITS, UNKNOWN, Indicator, about_of, indicator
from models.reports.figures import OWN_SCOPE, Figure, together
from models.reports.periods import Period
from models.statistic import Statistic

APART = "PERIOD"  # the end of the code of a figure of the period that stands beside what is counted


def inside(period: Period) -> list[Statistic]:
    """Give the statistics whose whole period lies inside; drafts and removed ones do not count."""
    return [each for each in kept() if period.holds(each.starts or "", each.ends or "9999")]


def kept() -> list[Statistic]:
    """Give all statistics of the office, by code and period."""
    asked = Statistic.select().where(Statistic.removed_at.is_null() & (Statistic.draft == False))  # noqa: E712 - SQL
    found = [each for each in asked if each.indicator and each.amount is not None]
    return sorted(
        found,
        key=lambda each: (
            each.indicator,
            (each.scope or OWN_SCOPE) != OWN_SCOPE,
            each.scope or "",
            each.starts or "",
            each.id,
        ),
    )


def add(figures: Sequence[Figure], period: Period) -> list[Figure]:
    """Add what was entered to the figures of the same code and scope; the rest stands for itself.

    Figures of different scope or unit of measure never add. Opening balances are added to a count. A figure of the
    period stands for its code where nothing is counted; beside a count it stands apart and is never added.
    """
    known = {figure.code: figure for figure in figures}
    for code, several in _grouped(known, period).items():
        first = several[0]
        base = known.get(code) or _alone(code, first)
        entered = sum((each.amount for each in several), Decimal(0))
        most = sum((each.most or each.amount for each in several), Decimal(0))
        told = [each.qualifier or Qualifier.EXACT for each in several]
        known[code] = replace(
            base,
            entered=entered,
            most=most if most != entered else None,
            qualifier=together([base.qualifier, *told]),
            statistics=tuple(each.id for each in several),
        )
    return list(known.values())


def _grouped(known: dict[str, Figure], period: Period) -> dict[str, list[Statistic]]:
    """Put each statistic that counts under the code of its figure.

    Excel's sums do not tell I07:cn from I07:CN, so neither do we.
    """
    spelt = {code.casefold(): code for code in known}
    units: dict[str, str] = {}
    groups: dict[str, list[Statistic]] = {}
    for each in inside(period):
        full = each.indicator if _own(each) else f"{each.indicator}:{each.scope}"
        code = spelt.setdefault(full.casefold(), full)
        unit = (each.unit_of_measure or "").strip()
        about = indicator(code)[0]
        if _foreign_unit(about, known.get(code), units.setdefault(code, unit.casefold()), unit.casefold()):
            full = f"{code}:{unit or '-'}"
            code = spelt.setdefault(full.casefold(), full)
        figure = known.get(code)
        if figure and figure.counted and not (about and about.adds_entered and _opening(each)):
            full = f"{code}:{APART}"
            code = spelt.setdefault(full.casefold(), full)
        groups.setdefault(code, []).append(each)
    return {code: _without_overlap(several, indicator(code)[0], known.get(code)) for code, several in groups.items()}


def _foreign_unit(about: Indicator | None, figure: Figure | None, first: str, unit: str) -> bool:
    """Tell whether a figure is entered in another unit than its code is counted in, or was entered in first."""
    if figure is None:
        return unit != first
    return bool(about and about.unit and unit not in UNITS[about.unit])


def _without_overlap(several: list[Statistic], about: Indicator | None, figure: Figure | None) -> list[Statistic]:
    """Leave out what another figure tells already: an earlier level, or a time that a longer figure covers."""
    balances = [each for each in several if figure and _opening(each)]
    rest = [each for each in several if each not in balances]
    if about is None:
        about = about_of(several[0].indicator.partition(":")[0].upper())
    if about and (about.level or about.measure == "mean") and rest:
        latest = max(each.ends or "" for each in rest)
        rest = [each for each in rest if (each.ends or "") == latest]
    counted: list[Statistic] = []
    for each in sorted(rest, key=lambda each: (-_length(each), each.id)):
        span = (each.starts, each.ends)
        if all(span == (one.starts, one.ends) or not _overlap(each, one) for one in counted):
            counted.append(each)
    return sorted([*balances, *counted], key=lambda each: (each.starts or "", each.id))


def _length(each: Statistic) -> int:
    first, last = (int((day or "0000-00-00").replace("-", "")) for day in (each.starts, each.ends))
    return last - first


def _overlap(one: Statistic, other: Statistic) -> bool:
    return (one.starts or "") <= (other.ends or "") and (other.starts or "") <= (one.ends or "")


def _own(each: Statistic) -> bool:
    return (each.scope or OWN_SCOPE) == OWN_SCOPE


def _opening(each: Statistic) -> bool:
    return each.nature != StatisticNature.PERIOD


def _alone(code: str, first: Statistic) -> Figure:
    """Make a figure that nothing is counted for."""
    own = code.removesuffix(f":{APART}")
    about, item = indicator(first.indicator)
    base, _, rest = first.indicator.partition(":")
    base = base.upper()
    known = about or about_of(base)
    named: tuple | None = None
    if about and about.split and item:
        named = (LISTS[about.split], item)
    elif rest and about is None:
        named = ("scope", rest)  # an item of no known list stands for itself
    return Figure(
        code,
        known.words if known else first.words or UNKNOWN,
        item=named,
        scope=first.scope or OWN_SCOPE,
        unit=first.unit_of_measure,
        base=base,
        apart=own != code,
    )


def counts(figures: Sequence[Figure]) -> list[tuple[Statistic, str | None]]:
    """Give all statistics with the code of the figure that each counts in."""
    places = {number: figure.code for figure in figures for number in figure.statistics}
    return [(each, places.get(each.id)) for each in kept()]
