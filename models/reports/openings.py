"""Opening balances on their way into a report: what is added to what was counted, and what stands alone."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.openings import Opening
from models.reports.codes import ENTERED, INDICATORS, LISTS, UNKNOWN, indicator
from models.reports.figures import OWN_SCOPE, Figure, together
from models.reports.periods import Period


def inside(period: Period) -> list[Opening]:
    """Give the balances whose whole period lies inside; drafts and removed ones do not count."""
    return [each for each in kept() if period.holds(each.starts or "", each.ends or "9999")]


def kept() -> list[Opening]:
    """Give all balances of the office, by code and period."""
    asked = Opening.select().where(Opening.removed_at.is_null() & (Opening.draft == False))  # noqa: E712 - SQL
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
    """Add the balances to the figures of the same code and the province's own scope; others stand for themselves.

    Figures of different scope or, where nothing is counted, of different unit of measure never add.
    """
    known = {figure.code: figure for figure in figures}
    spelt = {code.casefold(): code for code in known}  # Excel's sums do not tell I07:cn from I07:CN, so neither do we
    groups: dict[tuple[str, str, str | None], list[Opening]] = {}
    for each in inside(period):
        scope = each.scope or OWN_SCOPE
        code = spelt.setdefault(each.indicator.casefold(), each.indicator)
        unit = None if scope == OWN_SCOPE and code in known else each.unit_of_measure
        if unit:
            unit = spelt.setdefault(f"unit {unit.casefold()}", unit)
        groups.setdefault((code, scope, unit), []).append(each)
    for (code, scope, unit), several in groups.items():
        entered = sum((each.amount for each in several), Decimal(0))
        qualifier = together(each.qualifier or "EXACT" for each in several)
        if scope == OWN_SCOPE and code in known and known[code].counted is not None:
            known[code] = replace(known[code], entered=entered, qualifier=qualifier)
            continue
        alone = _alone(code, scope, unit)
        if alone.code in known:  # the same code and scope in another unit of measure
            alone = replace(alone, code=f"{alone.code}:{unit or '-'}")
        known[alone.code] = replace(alone, entered=entered, qualifier=qualifier)
    return list(known.values())


def _alone(code: str, scope: str, unit: str | None) -> Figure:
    """Make a figure that nothing is counted for."""
    about, item = indicator(code)
    base, _, rest = code.partition(":")
    words = about.words if about else ENTERED.get(base, UNKNOWN)
    named: tuple | None = None
    if about and about.split and item:
        named = (LISTS[about.split], item)
    elif rest and about is None:
        named = ("scope", rest)  # an item of no known list stands for itself
    if about is None:
        words = next((each.words for each in INDICATORS if each.code == base), words)
    full = code if scope == OWN_SCOPE else f"{code}:{scope}"
    return Figure(full, words, None, item=named, scope=scope, unit=unit, base=base)


def lines(period: Period) -> list[tuple[Opening, int]]:
    """Give all balances with 1 for those that count in the period."""
    counted = {each.id for each in inside(period)}
    return [(each, int(each.id in counted)) for each in kept()]
