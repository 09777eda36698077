"""Names that a template may write between {{ and }}: in Vietnamese without accents or in English, each a value."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property, partial
from typing import Any

from models import days
from models.fold import fold
from models.reading import show_number
from models.text import mark, say

FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
"""A field of a template; what stands inside is a name or list.name, never anything that is run."""

_SIGNS = re.compile(r"\W+|_+")
# Excel takes I01 for the cell I1, so a named cell is called I_01 or chi_tieu_I01.
_FIGURE = re.compile(r"(?:(?:chi_tieu|figure)_)?i_?(\d\d)(?:_(.+))?")


def key(told: str) -> str:
    """Give a name as it is compared: small letters, no marks, everything else an underscore."""
    plain = _SIGNS.sub("_", fold(told)).strip("_")
    figure = _FIGURE.fullmatch(plain)
    return f"i{figure[1]}" + (f"_{figure[2]}" if figure[2] else "") if figure else plain


@dataclass(frozen=True)
class Value:
    """What stands for a name: as a cell holds it, and in words (with "nearly" or "more than" before a number)."""

    plain: str | int | float | date | None = None
    words: str = ""
    hedge: str = ""


def value_of(plain: Any, words: str | None = None, language: str | None = None) -> Value:
    """Make a value of something plain; days and numbers are worded as they are written in Vietnam."""
    if isinstance(plain, bool):
        plain = say(mark("Yes"), language) if plain else say(mark("No"), language)
    if words is None:
        words = _worded(plain)
    return Value(plain if plain != "" else None, words)


def _worded(plain: Any) -> str:
    if plain is None:
        return ""
    if isinstance(plain, date):
        return days.text(plain.isoformat()[:10])
    return show_number(plain) if isinstance(plain, int | float) else str(plain)


@dataclass(frozen=True)
class Name:
    """One name with its other spellings, and the words that tell what it is; a personal one may be withheld."""

    name: str
    also: tuple[str, ...] = ()
    words: str = ""
    personal: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        """Give all spellings as they are compared."""
        return tuple(dict.fromkeys(made for each in (self.name, *self.also) if (made := key(each))))


Rows = Sequence[Sequence[Value]]


@dataclass
class Listing:
    """A list whose rows a template repeats: its columns and, once they are asked for, its rows."""

    name: Name
    columns: tuple[Name, ...]
    read: Callable[[], Rows]

    @cached_property
    def rows(self) -> Rows:
        """Read the rows when a template first names the list."""
        return self.read()

    @cached_property
    def places(self) -> dict[str, int]:
        """Tell which column each spelling means; the first that claims one keeps it."""
        found: dict[str, int] = {}
        for which in (slice(0, 1), slice(1, None)):
            for place, column in enumerate(self.columns):
                for spelling in column.spellings[which]:
                    found.setdefault(spelling, place)
        return found


class Names:
    """Everything that a template may name for one period or one record."""

    def __init__(self, language: str) -> None:
        """Begin with nothing."""
        self.language = language
        self.singles: list[tuple[Name, Callable[[], Value]]] = []
        self.lists: list[Listing] = []
        self._known: dict[str, Callable[[], Value]] = {}
        self._listed: dict[str, Listing] = {}
        self._withheld: set[str] = set()
        self.resolve: Callable[[str], Value | None] = lambda _told: None

    def add(self, name: Name, value: Value | Callable[[], Value]) -> None:
        """Add a name; a spelling that is taken stays with the first."""
        read = value if callable(value) else (lambda: value)
        self.singles.append((name, read))
        for spelling in name.spellings:
            self._known.setdefault(spelling, read)

    def add_all(self, names: Iterable[tuple[Name, Value]]) -> None:
        """Add names that belong together: each gets its own first spelling before any gets its others."""
        found = [(name, lambda value=value: value) for name, value in names]
        for name, read in found:
            self._known.setdefault(name.spellings[0], read)
        for name, read in found:
            self.add(name, read)

    def withhold(self, name: Name) -> None:
        """Know a name whose value does not leave the program this time."""
        self._withheld.update(spelling for spelling in name.spellings if spelling not in self._known)

    def add_list(self, listing: Listing) -> None:
        """Add a list; a spelling that is taken stays with the first."""
        self.lists.append(listing)
        for spelling in listing.name.spellings:
            self._listed.setdefault(spelling, listing)

    def means(self, told: str, read: Callable[[], Value]) -> bool:
        """Tell whether a spelling leads to this value and not to another that claimed it first."""
        return self._known.get(key(told)) is read

    def value(self, told: str) -> Value | None:
        """Give what stands for a name; None where nobody knows it."""
        read = self._known.get(key(told))
        return read() if read else self.resolve(key(told))

    def is_withheld(self, told: str) -> bool:
        """Tell whether a name is personal and was not asked for."""
        listing, _, column = told.partition(".")
        return key(column or listing) in self._withheld

    def column(self, told: str) -> tuple[Listing, int] | None:
        """Give the list and the column that "list.name" means; None where there is no such list or column."""
        listing = self._listed.get(key(told.partition(".")[0])) if "." in told else None
        place = listing.places.get(key(told.partition(".")[2])) if listing else None
        return (listing, place) if listing and place is not None else None

    def listing(self, told: str) -> Listing | None:
        """Give a list by its name."""
        return self._listed.get(key(told))

    def without(self, listing: Listing) -> "Names":
        """Give the same names without a list, whose row is given as single values by ``with_row``."""
        other = Names(self.language)
        other.__dict__ |= self.__dict__ | {
            "_known": dict(self._known),
            "_listed": {spelling: each for spelling, each in self._listed.items() if each is not listing},
        }
        return other

    def with_row(self, listing: Listing, row: Sequence[Value]) -> "Names":
        """Give the names for one row of a list: what repeats elsewhere stands here for this row alone."""
        other = self.without(listing)
        for spelling in listing.name.spellings:
            for column, place in listing.places.items():
                other._known[f"{spelling}_{column}"] = partial(row.__getitem__, place)
        return other

    def nearest(self, told: str) -> str:
        """Give the known name most like one that nobody knows; nothing where none is."""
        listing = self._listed.get(key(told.partition(".")[0])) if "." in told else None
        if listing:
            near = get_close_matches(key(told.partition(".")[2]), list(listing.places), 1, 0.6)
            return f"{listing.name.name}.{near[0]}" if near else ""
        every = [*self._known, *(f"{each}.{column}" for each, one in self._listed.items() for column in one.places)]
        near = get_close_matches(key(told) if "." not in told else told, every, 1, 0.6)
        return near[0] if near else ""
