"""One figure of a report: what was counted, what was entered, and how exact it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from models import choices
from models.options import Qualifier
from models.reading import show_number
from models.text import mark, say

OWN_SCOPE = "tinh"  # the province's own figures; all others stand apart and never add


@dataclass(frozen=True)
class Figure:
    """A cell of the report.

    ``item`` tells of which country, purpose … the figure is a part: the list (or enum) and the code in it. ``most`` is
    the upper end of an entered range; ``statistics`` are the entered figures in it; one that stands ``apart`` is
    shown beside a count of the same code and never added to it.
    """

    code: str
    words: str
    counted: int | Decimal | None = None
    entered: Decimal | None = None
    qualifier: str = Qualifier.EXACT
    item: tuple[str | type[StrEnum], str] | None = None
    scope: str = OWN_SCOPE
    unit: str | None = None
    base: str = ""
    most: Decimal | None = None
    statistics: tuple[int, ...] = ()
    apart: bool = False

    @property
    def value(self) -> int | float:
        """Counted and entered together; of a range the lower end."""
        return _number(Decimal(self.counted or 0) + (self.entered or 0))

    @property
    def upper(self) -> int | float | None:
        """Give the upper end of a range."""
        return None if self.most is None else _number(Decimal(self.counted or 0) + self.most)

    @property
    def source(self) -> str:
        """Tell where the value comes from: counted, entered or both."""
        if self.entered is None:
            return "counted"
        return "both" if self.counted else "entered"

    def shown(self) -> str:
        """Write the value, or the range from – to, as people read numbers."""
        ends = [self.value] if self.upper is None else [self.value, self.upper]
        return " – ".join(show_number(each) for each in ends)

    def label(self, language: str | None = None) -> str:
        """Say what the figure is of."""
        detail = self.detail(language)
        return f"{say(self.words, language)}: {detail}" if detail else say(self.words, language)

    def detail(self, language: str | None = None) -> str:
        """Say of which part, of whose scope and in which unit of measure the figure is."""
        parts = [item_label(self.item, language)] if self.item else []
        if self.scope != OWN_SCOPE and (not self.item or self.item[1] != self.scope):
            parts.append(choices.item_label("scope", self.scope, language))
        if self.unit and self.counted is None:
            parts.append(self.unit)
        if self.apart:
            parts.append(say(_APART, language))
        return "; ".join(parts)

    def hedge(self, language: str | None = None) -> str:
        """Give the word before the value: nearly, more than …; nothing where it is exact."""
        exact = self.qualifier == Qualifier.EXACT
        return "" if exact else choices.label(Qualifier, self.qualifier, language)

    def plain(self, language: str | None = None) -> dict[str, Any]:
        """Give what other programs read: code, label, value, upper end of a range, qualifier, source."""
        return {
            "code": self.code,
            "label": self.label(language),
            "value": self.value,
            "most": self.upper,
            "qualifier": self.hedge(language),
            "source": self.source,
        }


_APART = mark("entered for the period, not added to the count")


def _number(total: Decimal) -> int | float:
    return int(total) if total == total.to_integral_value() else float(total)


def item_label(item: tuple[str | type[StrEnum], str], language: str | None = None) -> str:
    """Give the words of an item of a list or enum."""
    kind, code = item
    return choices.item_label(kind, code, language) if isinstance(kind, str) else choices.label(kind, code, language)


def together(qualifiers: Iterable[str]) -> str:
    """Give the qualifier of a sum.

    What is exact changes nothing; "more than" and "over" make "more than"; what pulls both ways is "about".
    """
    told = {Qualifier(each) for each in qualifiers} - {Qualifier.EXACT}
    if len(told) < 2:
        return next(iter(told), Qualifier.EXACT)
    if told <= {Qualifier.HON, Qualifier.TREN}:
        return Qualifier.HON
    if told <= {Qualifier.GAN, Qualifier.DUOI}:
        return Qualifier.DUOI
    return Qualifier.KHOANG
