"""Small rules that a field can carry; each gives a sentence when a value breaks it."""

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from models.text import mark, say

type_of_check = Callable[[Any], str | None]


@dataclasses.dataclass(frozen=True)
class Label:
    """A marked label inside a sentence, translated when the sentence is."""

    words: str

    def text(self, language: str | None = None) -> str:
        """Give the label in a language."""
        return say(self.words, language)


@dataclasses.dataclass(frozen=True)
class Complaint:
    """What is wrong with a value: the field it stands beside, the sentence, the words to put in."""

    field: str
    words: str
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    warning: bool = False

    def text(self, language: str | None = None) -> str:
        """Give the sentence in a language, with the labels and sentences inside it in the same."""
        inside = {
            name: value.text(language) if isinstance(value, Label | Complaint) else value
            for name, value in self.values.items()
        }
        return say(self.words, language).format(**inside)


def in_dong(amount: Decimal | None, currency: str | None, rate: Decimal | None) -> int | None:
    """Give an amount of money times its rate; None where one of them is not known."""
    known = Decimal(1) if currency == "VND" else rate
    return round(amount * known) if amount is not None and currency and known else None


def not_in_dong(field: str, told: Decimal | None, worked_out: int | None) -> list[Complaint]:
    """Complain where a value in dong is not what its amount and rate make, give or take a hundredth."""
    if told is None or worked_out is None or abs(worked_out - told) <= worked_out / 100:
        return []
    words = mark("This is not the amount times the rate. Correct it, or empty it to have it worked out.")
    return [Complaint(field, words)]


def at_least(least: int) -> type_of_check:
    """Make a rule that refuses smaller numbers."""

    def check(value: Any) -> str | None:
        return mark("The number is too small.") if value < least else None

    return check


def between(least: int, most: int) -> type_of_check:
    """Make a rule that refuses numbers outside a span."""

    def check(value: Any) -> str | None:
        return None if least <= value <= most else mark("The number lies outside what is possible here.")

    return check
