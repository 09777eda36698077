"""A cell of a report that is worked out: its value, and from what, so that a workbook can work it out again."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models.reports.figures import Figure

NOTHING = "—"  # stands for a change in per cent where there is nothing to compare with
NUMBER = ">=0"  # a criterion that every cell with an amount meets, and no cell with words
Value = int | float | Decimal | str | None


@dataclass(frozen=True)
class Key:
    """The key of the very row, which stands in its first column; a time before it with a minus."""

    more: int = 0


Wanted = tuple[str, str | int | Key | None]  # a column by its name, and what its cells must hold


@dataclass(frozen=True)
class Counted:
    """Rows of a register that meet all criteria, counted, or one column of them added up."""

    value: Value
    register: str
    wanted: tuple[Wanted, ...]
    added: str | None = None


@dataclass(frozen=True)
class OfFigure:
    """A figure of the summary, or the upper end of its range."""

    value: Value
    figure: Figure
    upper: bool = False


@dataclass(frozen=True)
class Change:
    """How much more the figure in one column of the row is than that in another, as a share of the latter."""

    now: int
    before: int
    value: Value


@dataclass(frozen=True)
class Share:
    """The figure in one column of the row as a share of that in another."""

    part: int
    whole: int
    value: Value


Worked = Counted | OfFigure | Change | Share


def change(now: int, before: int, values: Callable[[int], Any]) -> Change:
    """Compare two columns of a row whose numbers ``values`` gives."""
    base = values(before) or 0
    return Change(now, before, (values(now) - base) / base if base else NOTHING)


def share(part: int, whole: int, values: Callable[[int], Any]) -> Share:
    """Give one column of a row as a share of another."""
    base = values(whole) or 0
    return Share(part, whole, values(part) / base if base else NOTHING)


def plain(cell: Any) -> Any:
    """Give the value of a cell, worked out or not."""
    return cell.value if isinstance(cell, Counted | OfFigure | Change | Share) else cell
