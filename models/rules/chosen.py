"""The rules as the office set them: how far, in what, and whether they count."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models import days
from models.rules.declared import RULES
from models.rules.rule import Unit, day_of_year, shift

LINGERS = 92  # days for which a duty of every year is named after its day; then the next year is under way


@dataclass(frozen=True)
class Chosen:
    """How far a rule reaches, in what it counts, whether it counts at all."""

    amount: int
    unit: Unit
    on: bool = True


_chosen: dict[str, Chosen] = {}
DEFAULTS: dict[str, int] = {key: rule.amount for key, rule in RULES.items()}


def use_office_rules(told: dict[str, Any]) -> None:
    """Take over what the office set: a number of days, or what differs of amount, unit and on."""
    _chosen.clear()
    for key, value in told.items():
        if key in RULES:
            parts = value if isinstance(value, dict) else {"amount": value}
            usual_ = usual(key)
            unit = Unit(parts.get("unit", usual_.unit))
            _chosen[key] = Chosen(int(parts.get("amount", usual_.amount)), unit, bool(parts.get("on", True)))


def usual(key: str) -> Chosen:
    """Give a rule as it is before the office changes it."""
    return Chosen(RULES[key].amount, RULES[key].unit)


def chosen(key: str) -> Chosen:
    """Give a rule as it counts in this office."""
    return _chosen.get(key) or usual(key)


def limit(key: str) -> int:
    """Give how far a rule reaches, in its unit."""
    return chosen(key).amount


def is_on(key: str) -> bool:
    """Tell whether a rule counts in this office."""
    return chosen(key).on


def due(key: str, start: date) -> date:
    """Give the day that a rule sets, counted from (or back from) another."""
    set_ = chosen(key)
    return shift(start, set_.amount, set_.unit, RULES[key].before)


def latest(key: str, day: date) -> date:
    """Give the last day from which a rule sets this day or an earlier one; later days set later ones."""
    low, high = day - timedelta(days=1), day + timedelta(days=1)
    step = 32
    while due(key, low) > day:
        low, step = low - timedelta(days=step), step * 2
    step = 32
    while due(key, high) <= day:
        high, step = high + timedelta(days=step), step * 2
    while (high - low).days > 1:
        middle = low + (high - low) // 2
        low, high = (middle, high) if due(key, middle) <= day else (low, middle)
    return low


def yearly(key: str, today: date | None = None) -> date | None:
    """Give the day of a rule of every year that is near now; None where none is."""
    now = today or days.today()
    ahead = timedelta(days=RULES[key].ahead or 0)
    for year in (now.year + 1, now.year, now.year - 1):
        day = day_of_year(limit(key), year)
        if day - ahead <= now <= day + timedelta(days=LINGERS):
            return day
    return None
