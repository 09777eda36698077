"""The formulas of the annual workbook: each figure once more, over the helper columns of the registers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from models.excel.workbook import DataSheet, area
from models.reports.codes import Indicator, indicator
from models.reports.figures import Figure
from models.reports.registers import Register
from models.reports.statistics import Axis


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
        if figure.entered is not None:
            parts.append(self._entered(figure))
        return "+".join(parts)

    def _counted(self, about: Indicator, item: str | None) -> str:
        if about.measure == "people":
            return self.count("member", (("way", '"out"'), ("first", "1")))
        if about.measure == "progress":
            wanted = _conditions(about.facts)
            counted = self._criteria("action", wanted)
            return f"IFERROR(ROUND(AVERAGEIFS({self.column('action', 'progress:counted')},{counted}),1),0)"
        if about.split == "countries":
            key = _told(item or "")
            return "+".join(self.count("country", _of(page, ("key", key))) for page in about.pages)
        own = ((f"{about.split}:code", _told(item or "")),) if about.split else ()
        wanted = (*_conditions(about.facts), *own)
        if about.measure == "persons":
            return "+".join(self.add(page, "persons", wanted) for page in about.pages)
        return "+".join(self.count(page, wanted) for page in about.pages)

    def _entered(self, figure: Figure) -> str:
        code = figure.code
        if figure.counted is None and figure.scope != "tinh":
            code = code.partition(f":{figure.scope}")[0]
        elif figure.counted is None and figure.unit and code.endswith(f":{figure.unit}"):
            code = code.removesuffix(f":{figure.unit}")
        wanted = [("indicator", _told(code)), ("scope:code", _told(figure.scope)), ("counts", "1")]
        if figure.counted is None:
            wanted.append(("unit_of_measure", _told(figure.unit or "")))
        return self.add("opening", "amount", wanted)

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
        """Count the rows that meet all criteria."""
        return f"COUNTIFS({self._criteria(register, wanted)})"

    def add(self, register: str, name: str, wanted: Iterable[tuple[str, str]]) -> str:
        """Add up a column over the rows that meet all criteria."""
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
