"""The kinds of fields: each knows its label, how to read what is typed and how to show what is stored."""

import json
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

import peewee

from models import choices, days
from models.checks import type_of_check
from models.days import Misread
from models.described import Described
from models.fold import clean, fold, given_name_key, sort_key
from models.reading import read_choice, read_choices, read_number, show_number
from models.text import mark, say


class _Stored(Described):
    """A described field that is a column of the record's own table."""

    usual_width = 14

    def __init__(
        self,
        label: str,
        *,
        help: str = "",
        width: int = 0,
        required: bool = False,
        listed: bool = False,
        searched: bool = False,
        aliases: Sequence[str] = (),
        checks: Sequence[type_of_check] = (),
        **column: Any,
    ) -> None:
        self.describe(label, help, width or self.usual_width, required, listed, searched, aliases, checks)
        super().__init__(null=True, **column)  # type: ignore[call-arg]


class Text(_Stored, peewee.TextField):
    """A line of text, sorted in Vietnamese order through a stored key beside it."""

    lines = False

    def bind(self, model: type[peewee.Model], name: str, set_attribute: bool = True) -> None:
        """Join the record, with a column for the sort key where the field is a list column."""
        super().bind(model, name, set_attribute)
        if self.listed and f"{name}_key" not in model._meta.fields:
            model._meta.add_field(f"{name}_key", SortKey(null=True, index=True))

    def read(self, words: str) -> str | None:
        """Clean the typed text."""
        return clean(words, self.lines) or None

    def key(self, value: str | None) -> str | None:
        """Give the Vietnamese sort key of the beginning, which is enough to sort by."""
        return sort_key(value[:120]) if value else None


class SortKey(peewee.TextField):
    """The stored sort key of the text column beside it; written by the store, never shown."""


class LongText(Text):
    """Text of several lines."""

    lines = True


class Remarks(LongText):
    """Notes, which stand last in forms and registers although every kind inherits them first."""

    def describe(self, *declared: Any) -> None:
        """Keep the declaration, behind all others."""
        super().describe(*declared)
        self.place += 1_000_000


class PersonName(Text):
    """A person's name, sorted by the given name as Vietnamese lists are."""

    def key(self, value: str | None) -> str | None:
        """Give the sort key with the last word first."""
        return given_name_key(value) if value else None


class Kept(Text):
    """Text that the program works out at each save from other fields; forms do not ask for it."""

    computed = True


class PersonalText(Text):
    """A detail of a private person: kept out of lists, papers and workbooks, sealed in history."""

    personal = True


class PrivateNote(LongText):
    """Notes about a private person: kept out like the details of that person."""

    personal = True


class Day(_Stored, peewee.TextField):
    """A calendar day, stored as yyyy-mm-dd."""

    partial = False

    usual_width = 12

    def text(self, value: str | None, language: str | None = None) -> str:
        """Show dd/MM/yyyy."""
        return days.text(value)

    def read(self, words: str) -> str | None:
        """Read 5/3/25, 05032025, hn or +7."""
        return days.read(words, partial=self.partial)


class PartialDay(Day):
    """A day of which only the year, or month and year, may be known: 2019, 05/2024."""

    partial = True


class PersonalDay(Day):
    """A private person's date, such as the birth date."""

    personal = True


class Count(_Stored, peewee.BigIntegerField):
    """A whole number; dots between thousands are understood and shown."""

    usual_width = 10

    def text(self, value: int | None, language: str | None = None) -> str:
        """Show 1.234."""
        return "" if value is None else f"{value:,}".replace(",", ".")

    def read(self, words: str) -> int | None:
        """Read 1234 or 1.234; 1.5 is not a whole number."""
        number = read_number(words)
        if number is None:
            return None
        if number != int(number):
            raise Misread(mark("This must be a whole number."))
        return int(number)


class Year(Count):
    """A year: four digits without a dot."""

    usual_width = 8

    def text(self, value: int | None, language: str | None = None) -> str:
        """Show 2026."""
        return "" if value is None else str(value)


class Amount(_Stored, peewee.DecimalField):
    """A number with decimals: 1.234.567,5; ``currency`` names the field that holds the currency of an amount."""

    usual_width = 16

    def __init__(self, label: str, *, currency: str = "", **rest: Any) -> None:
        self.currency = currency
        super().__init__(label, max_digits=20, decimal_places=4, auto_round=True, **rest)

    def text(self, value: Decimal | None, language: str | None = None) -> str:
        """Show 1.234.567,5."""
        return "" if value is None else show_number(value)

    def read(self, words: str) -> Decimal | None:
        """Read 1.234.567,5 or 1234567,5; the column keeps four decimals."""
        number = read_number(words)
        if number is not None and number != round(number, 4):
            raise Misread(mark("At most four decimals are kept."))
        return number


class WorkedOut(Amount):
    """A sum that the program works out at each save from detail rows; forms do not ask for it."""

    computed = True


class YesNo(_Stored, peewee.BooleanField):
    """A tick."""

    usual_width = 8

    def text(self, value: bool | None, language: str | None = None) -> str:
        """Show Yes, No, or nothing where nobody said."""
        return "" if value is None else say(mark("Yes") if value else mark("No"), language)

    def read(self, words: str) -> bool | None:
        """Read x, có, không, yes, no, 1, 0."""
        told = fold(words)
        if not told:
            return None
        if told in {"x", "co", "yes", "1", "true", "dung"}:
            return True
        if told in {"khong", "no", "0", "false", "-"}:
            return False
        raise Misread(mark("Write yes or no."))


class Choice(_Stored, peewee.TextField):
    """One of a fixed list (a StrEnum of the office's practice)."""

    def __init__(self, options: type[StrEnum], label: str, **rest: Any) -> None:
        self.options = options
        super().__init__(label, **rest)

    def codes(self) -> list[str]:
        """Give the codes in the order of the list."""
        return [option.value for option in self.options]

    def label_of(self, code: str, language: str | None = None) -> str:
        """Give the words for a code."""
        return choices.label(self.options, code, language)

    def text(self, value: str | None, language: str | None = None) -> str:
        """Show the words for the stored code."""
        return "" if value is None else self.label_of(value, language)

    def read(self, words: str) -> str | None:
        """Read a code or its words, without marks or case."""
        return read_choice(words, self.codes(), self.label_of, choices.also(self.options))


class Listed(Choice):
    """One item of a list that the office may extend in Settings."""

    def __init__(self, options: str, label: str, **rest: Any) -> None:
        super().__init__(options, label, **rest)  # type: ignore[arg-type]

    def codes(self) -> list[str]:
        """Give the codes not hidden, stock items first."""
        return choices.codes(str(self.options))

    def label_of(self, code: str, language: str | None = None) -> str:
        """Give the words for a code."""
        return choices.item_label(str(self.options), code, language)


class Many(Listed):
    """Several items of a list, stored in the order chosen."""

    def db_value(self, value: list[str] | None) -> str | None:
        """Store as a small JSON list, so that databases can count the items."""
        return json.dumps(value, ensure_ascii=False) if value else None

    def python_value(self, value: str | None) -> list[str]:
        """Give the list of codes."""
        return json.loads(value) if value else []

    def text(self, value: Any, language: str | None = None) -> str:
        """Show the items with semicolons between."""
        return "; ".join(self.label_of(code, language) for code in value or [])

    def read(self, words: str) -> list[str]:  # type: ignore[override]
        """Read items with semicolons or commas between."""
        return read_choices(words, self.codes(), self.label_of)


class Link(_Stored, peewee.ForeignKeyField):
    """One record of another kind."""

    usual_width = 24

    def __init__(self, kind: Any, label: str, **rest: Any) -> None:
        _Stored.__init__(self, label, model=kind, on_delete="RESTRICT", backref="+", **rest)

    def text(self, value: Any, language: str | None = None) -> str:
        """Show the name of the record, where it was fetched with its name."""
        return value if isinstance(value, str) else getattr(value, "heading", "") or ""
