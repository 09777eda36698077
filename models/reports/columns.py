"""A field as a column of a workbook: its title, what its cells hold, and each value as such a cell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from models import days
from models.fields import Amount, Choice, Count, Day, Described, PersonalText, Year, YesNo
from models.kinds import Page
from models.text import say

Kind = Literal["text", "number", "whole", "day", "money", "percent", "yesno", "identifier"]

KEY = "key"
"""The column of a table of figures that only formulas need; people are not shown it."""


@dataclass(frozen=True)
class Column:
    """A column; a helper column holds what formulas count and people seldom read.

    ``groups`` are the heads that it shares with its neighbours, from the top. One that is not ``printed`` stands in
    workbooks only.
    """

    name: str
    title: str
    kind: Kind = "text"
    width: float = 12
    helper: bool = False
    total: bool = False
    groups: tuple[str, ...] = ()
    printed: bool = True

    @property
    def whole_title(self) -> str:
        """Give the title with the heads above it."""
        return ": ".join((*self.groups, self.title))


def column(page: Page | None, field: Described, language: str | None = None, *, total: bool = False) -> Column:
    """Make the column of a field, under the label that the page gives it."""
    title = say(page.label(field) if page else field.label, language)
    kind = kind_of(field)
    width = field.width + 2 if kind == "identifier" else field.width  # capitals and digits are wide
    return Column(field.name, title, kind, min(max(width, 9), 46), total=total)


def kind_of(field: Described) -> Kind:
    """Tell what the cells of a field hold."""
    if field.name == "code" or isinstance(field, PersonalText | Year):  # nobody writes a year with a point
        return "identifier"
    for kind, name in _KINDS:
        if isinstance(field, kind):
            return name
    return "text"


_KINDS: tuple[tuple[type, Kind], ...] = ((Day, "day"), (Count, "whole"), (Amount, "number"), (YesNo, "yesno"))


def plain(field: Described, value: Any, language: str | None = None) -> Any:
    """Turn a stored value into what its cell holds: a day, a number, yes or no, or words."""
    if isinstance(field, Day):
        return date.fromisoformat(value) if value and len(value) == 10 else days.text(value)
    if isinstance(field, Choice):
        return field.text(value, language)
    if isinstance(field, YesNo) and value is not None:
        return bool(value)  # as the database told it: 1 or 0
    return value


def titled(columns: Sequence[Column]) -> list[Column]:
    """Number titles that stand twice, so that a formula finds its column by the title."""
    seen: dict[str, int] = {}
    made = []
    for each in columns:
        seen[each.title] = seen.get(each.title, 0) + 1
        again = f" ({seen[each.title]})" if seen[each.title] > 1 else ""
        made.append(replace(each, title=each.title + again))
    return made


def is_number(value: Any) -> bool:
    """Tell whether a cell holds a number, and not the word that it is unknown."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
