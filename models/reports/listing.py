"""Which records of a page a report lists, and in which columns; all of it may be left as the registers have it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.reports.columns import Kind
from models.reports.facts import all_of
from models.reports.periods import Period

Ask = Callable[[Sequence[int], Period, str | None], dict[int, Any]]


@dataclass(frozen=True)
class Told:
    """A column that is no field of the record: ``ask`` gives the cells of some hundred records at once."""

    title: str
    ask: Ask
    kind: Kind = "text"
    width: float = 13
    total: bool = False


@dataclass(frozen=True)
class Listing:
    """One register of a report: a page, its columns by name, and which of its records are listed.

    ``facts`` must hold of them, ``where`` is a further condition in SQL with its ``values``. ``groups`` are heads over
    several columns, ``titles`` other words for a column, ``summed`` the columns with a total; ``keys`` are further
    columns of codes, each with its title and its SQL. Columns that a person has ``chosen`` are all printed.
    """

    page: str
    columns: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    where: Callable[[Period], str] | None = None
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)
    summed: tuple[str, ...] | None = None
    title: str = ""
    values: tuple[Any, ...] = ()
    keys: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    chosen: bool = False

    def condition(self, period: Period) -> str:
        """Give the SQL condition of the listed records."""
        facts = all_of(self.page, self.facts, period) if self.facts else "1 = 1"
        return f"{self.where(period) if self.where else '1 = 1'} AND ({facts})"
