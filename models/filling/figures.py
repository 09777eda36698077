"""Names of the figures of a period: I01, I07_CN, and lists of them."""

from collections.abc import Sequence
from functools import cached_property, partial

from models import choices
from models.filling.naming import Listing, Name, Names, Value, key
from models.filling.spelling import NUMBER
from models.reports.codes import COUNTED, INDICATORS, LISTS, Indicator
from models.reports.figures import Figure
from models.reports.indicators import summary
from models.reports.periods import Period
from models.text import mark, say

CODE = Name("ma", ("code",), mark("Code"))
LABEL = Name("ten", ("label", "name", "noi_dung"), mark("Figure"))
ITEM = Name("ten", ("item", "name"), mark("Item"))
VALUE = Name("gia_tri", ("value", "so"), mark("Value"))
UNIT = Name("don_vi", ("unit",), mark("Unit of measure"))


class Figures:
    """The figures of one period, counted when a template first names one."""

    def __init__(self, period: Period, language: str) -> None:
        """Count nothing yet."""
        self.period, self.language = period, language

    @cached_property
    def found(self) -> dict[str, Figure]:
        """Give the figures by their names."""
        return {key(each.code): each for each in summary(self.period)}

    def put_into(self, names: Names) -> None:
        """Add a name for each figure, and a list for each that is split."""
        for about in INDICATORS:
            if not about.split:
                told = Name(about.code.replace(":", "_"), (f"chi_tieu_{about.code}",), say(about.words, self.language))
                names.add(told, partial(self._or_nothing, key(about.code)))
        names.add_list(
            Listing(
                Name("chi_tieu", ("figures",), say(mark("All figures of the period"), self.language)),
                (NUMBER, CODE, LABEL, VALUE, UNIT),
                self._every,
            )
        )
        for code in dict.fromkeys(about.code for about in COUNTED if about.split):
            several = [about for about in COUNTED if about.code == code and about.split]
            words = "; ".join(dict.fromkeys(say(about.words, self.language) for about in several))
            names.add_list(Listing(Name(code, (), words), (NUMBER, ITEM, VALUE), partial(self._split, code)))
        names.resolve = self.value

    def value(self, told: str) -> Value | None:
        """Give a figure; 0 for an item that nothing was counted for, None for what is no figure."""
        figure = self.found.get(told)
        if figure:
            return figure_value(figure, self.language)
        return Value(0, "0") if told in self._possible else None

    def _or_nothing(self, told: str) -> Value:
        return self.value(told) or Value()

    @cached_property
    def _possible(self) -> set[str]:
        found = {key(about.code) for about in COUNTED if not about.split}
        for about in COUNTED:
            if about.split:
                found |= {key(f"{about.code}:{item}") for item in _items(about)}
        return found

    def _every(self) -> Sequence[Sequence[Value]]:
        return [
            (
                Value(place, str(place)),
                Value(each.code, each.code),
                Value(each.label(self.language), each.label(self.language)),
                figure_value(each, self.language),
                Value(each.unit, each.unit or ""),
            )
            for place, each in enumerate(self.found.values(), 1)
        ]

    def _split(self, code: str) -> Sequence[Sequence[Value]]:
        rows = [each for each in self.found.values() if each.base == code and each.code != code and each.item]
        return [
            (Value(place, str(place)), Value(told, told), figure_value(each, self.language))
            for place, each in enumerate(rows, 1)
            if (told := each.detail(self.language))
        ]


def figure_value(figure: Figure, language: str) -> Value:
    """Give a figure as a number, with its word (nearly, more than) before it; a range is text."""
    hedge = figure.hedge(language)
    shown = f"{hedge} {figure.shown()}".strip()
    return Value(shown if figure.upper is not None else figure.value, shown, hedge)


def _items(about: Indicator) -> list[str]:
    kind = LISTS[about.split or ""]
    return choices.every_code(kind) if isinstance(kind, str) else [str(each) for each in kind]
