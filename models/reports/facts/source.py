"""What can be counted on a page: its table, the facts about its records, what is added up, how it is divided."""

from collections.abc import Callable
from dataclasses import dataclass, field

from models.reports.periods import Period

Asked = Callable[[Period], dict[str, str]]


def nothing(period: Period) -> dict[str, str]:
    """Give no fact at all."""
    return {}


def true(condition: str) -> str:
    """Give 1 where a condition holds and 0 where it does not or nobody knows."""
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


def one_of(codes: tuple[str, ...]) -> str:
    """Write codes as SQL reads them after IN; one code alone needs no comma."""
    return "(" + ", ".join(f"'{code}'" for code in codes) + ")"


@dataclass(frozen=True)
class Source:
    """The records of a page in SQL, where their table is called ``t``; everything is as of the period's last day.

    ``facts`` are conditions, ``amounts`` are what is added up, ``keys`` are what records are divided by; ``many`` names
    the columns that hold several items. Rows of a record are a source too: ``row`` is then the row's own number.
    """

    table: str
    listed: Callable[[Period], str]
    facts: Asked = nothing
    amounts: Asked = nothing
    keys: Asked = nothing
    many: dict[str, str] = field(default_factory=dict)
    where: str = "1 = 1"
    day: str | None = None
    order: str = "t.id"
    qualifier: str = "NULL"
    row: str = "t.id"
    words: dict[str, str] = field(default_factory=dict)
