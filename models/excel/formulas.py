"""The formulas of the annual workbook: each figure once more, over the helper columns of the registers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from models.excel.workbook import DataSheet, area
from models.reports.codes import Indicator, indicator
from models.reports.figures import Figure
from models.reports.registers import Register
from models.reports.statistics import Axis

# The sheets with one row for each record and item.
_SHEETS: dict[str | None, str] = {"countries": "country", "sectors": "sector"}


class Formulas:
    """Knows where every column of every register stands."""

    def __init__(self, registers: Iterable[Register], sheets: Mapping[str, DataSheet]) -> None:
        self.registers = {each.name: each for each in registers}
        self.sheets = sheets

    def column(self, register: str, name: str) -> str:
        """Name the cells of a column."""
        known = self.registers[register]
        return area(self.sheets[register], known.columns[known.place(name)].title)

    def figure(self, figure: Figure) -> str:
        """Write the formula of a figure of the summary."""
        parts = []
        if figure.counted is not None:
            about, item = indicator(figure.code)
            if about is not None:
                parts.append(self._counted(about, item))
        if figure.statistics:
            parts.append(self.add("statistic", "amount", (("figure", _told(figure.code)),)))
        return "+".join(parts)

    def upper(self, figure: Figure) -> str:
        """Write the formula of the upper end of a range."""
        return self.add("statistic", "upper", (("figure", _told(figure.code)),))

    def _counted(self, about: Indicator, item: str | None) -> str:
        if about.measure == "people":
            return self.count("member", (("way", '"out"'), ("first", "1")))
        parts = [self._of_page(about, page, item) for page in about.pages]
        return "+".join(parts)

    def _of_page(self, about: Indicator, page: str, item: str | None) -> str:
        if about.split in _SHEETS:
            sheet, wanted = _SHEETS[about.split], _of(page, ("key", _told(item or "")))
            return self.add(sheet, "number", wanted) if about.of else self.count(sheet, wanted)
        own = ((f"{about.split}:code", _told(item or "")),) if about.split else ()
        wanted = (*_conditions(about.facts), *own)
        if about.measure == "mean":
            divisor = self.add(page, about.by, wanted) if about.by else self.count(page, wanted)
            return f"IFERROR(ROUND({self.add(page, about.of or '', wanted)}/{divisor},1),0)"
        return self.add(page, about.of, wanted) if about.of else self.count(page, wanted)

    def line(self, axis: Axis, way: str, *, persons: bool) -> str:
        """Write the formula of one cell of the statistics; the key of its row stands in column A."""
        key = '"="&$A{row}'
        if axis.name in self.registers:
            wanted: Sequence[tuple[str, str]] = _of(way, ("key", key))
            return self.add(axis.name, "persons", wanted) if persons else self.count(axis.name, wanted)
        name = axis.name if axis.name in ("month", "plan") else f"{axis.name}:code"
        wanted = (("in_period", "1"), ("held", "1"), (name, key))
        return self.add(way, "persons", wanted) if persons else self.count(way, wanted)

    def count(self, register: str, wanted: Iterable[tuple[str, str]]) -> str:
        """Count the rows that meet all criteria; 0 where the report has no such register."""
        if register not in self.registers:
            return "0"
        return f"COUNTIFS({self._criteria(register, wanted)})"

    def add(self, register: str, name: str, wanted: Iterable[tuple[str, str]]) -> str:
        """Add up a column over the rows that meet all criteria; 0 where the report has no such register."""
        if register not in self.registers:
            return "0"
        return f"SUMIFS({self.column(register, name)},{self._criteria(register, wanted)})"

    def _criteria(self, register: str, wanted: Iterable[tuple[str, str]]) -> str:
        return ",".join(f"{self.column(register, name)},{criterion}" for name, criterion in wanted)


def _conditions(facts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name.lstrip("!"), "0" if name.startswith("!") else "1") for name in facts)


def _of(way: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return (("way", f'"{way}"'), ("counts", "1"), *more)


def _told(text: Any) -> str:
    """Write a criterion that finds this very text: signs that Excel would read as "anything" are taken as they are."""
    plain = str(text).replace("~", "~~").replace("*", "~*").replace("?", "~?").replace('"', '""')
    return f'"={plain}"'
