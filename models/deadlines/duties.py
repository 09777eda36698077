"""What the office as a whole owes every year, without a record that carries it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models import days, rules
from models.rules import RULES, Rule, Unit
from models.text import mark, say

_done: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Duty:
    """One duty of one year; ``name`` ("rep.year:2026") is what marks it as done."""

    name: str
    rule: str
    due: date
    words: str
    values: tuple[tuple[str, Any], ...]

    def text(self, language: str | None = None) -> str:
        """Give the duty in words."""
        return say(self.words, language).format(**dict(self.values))

    def standing(self, language: str | None = None) -> tuple[str, str]:
        """Give how it stands today, as words and tone."""
        left = (self.due - days.today()).days
        words = mark("Overdue by {n} days") if left < 0 else mark("Due in {n} days")
        return say(words, language).format(n=abs(left)), "bad" if left < 0 else "warn"


def use_done_duties(done: Iterable[str]) -> None:
    """Take over which duties the office marked as done."""
    global _done
    _done = frozenset(done)


def duties(today: date | None = None) -> list[Duty]:
    """Give the duties near this day that are not done, the most urgent first."""
    found = [_duty(rule, today) for rule in RULES.values() if not rule.page and rule.unit == Unit.DATE]
    return sorted((duty for duty in found if duty and duty.name not in _done), key=lambda duty: duty.due)


def _duty(rule: Rule, today: date | None) -> Duty | None:
    day = rules.yearly(rule.key, today) if rules.is_on(rule.key) else None
    if day is None:
        return None
    # The figures close in the year of the day that is set, also where the office sends them in the next January.
    year = (day - timedelta(days=45)).year
    return Duty(f"{rule.key}:{day.year}", rule.key, day, rule.title, (("year", year), ("before", year - 1)))
