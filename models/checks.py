"""Small rules that a field can carry; each gives a sentence when a value breaks it."""

import dataclasses
from collections.abc import Callable
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
