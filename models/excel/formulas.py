"""The formulas of a report's workbook: each figure once more, over the helper columns of the registers."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.excel.workbook import DataSheet, Formula, area, column_letter
from models.reports.cells import NOTHING, NUMBER, Change, Counted, Key, OfFigure, Share
from models.reports.codes import Indicator, indicator
from models.reports.figures import Figure
from models.reports.registers import Register

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

    def cell(self, cell: Any) -> Any:
        """Turn a cell that is worked out into a formula with the report's own value; leave any other as it is."""
        match cell:
            case OfFigure():
                text = self.upper(cell.figure) if cell.upper else self.figure(cell.figure)
            case Counted():
                wanted = [(name, _criterion(told)) for name, told in cell.wanted]
                added = cell.added
                text = self.add(cell.register, added, wanted) if added else self.count(cell.register, wanted)
            case Change():
                now, before = (f"{column_letter(place + 1)}{{row}}" for place in (cell.now, cell.before))
                text = f'IF({before}=0,"{NOTHING}",({now}-{before})/{before})'
            case Share():
                part, whole = (f"{column_letter(place + 1)}{{row}}" for place in (cell.part, cell.whole))
                text = f'IF({whole}=0,"{NOTHING}",{part}/{whole})'
            case _:
                return cell
        return Formula(text, cell.value)

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


def _criterion(told: str | int | Key | None) -> str:
    """Write what a row must have in a column: a text, a number, nothing, or the key of the formula's own row."""
    if isinstance(told, Key):
        return f'"="&($A{{row}}{told.more:+d})' if told.more else '"="&$A{row}'
    if told is None:
        return '"="'
    if told == NUMBER:
        return f'"{NUMBER}"'
    return str(told) if isinstance(told, int) else _told(told)


def _told(text: Any) -> str:
    """Write a criterion that finds this very text: signs that Excel would read as "anything" are taken as they are."""
    plain = str(text).replace("~", "~~").replace("*", "~*").replace("?", "~?").replace('"', '""')
    return f'"={plain}"'
