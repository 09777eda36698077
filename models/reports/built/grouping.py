"""Dividing the records of a page by a field: the key of each record in SQL, and the words for a key."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models import choices, engine, store
from models.attached import Links
from models.fields import Choice, Described, Link, Listed, Many, YesNo
from models.fold import sort_key
from models.kinds import Page
from models.reports.built.choosing import MONTH, YEAR, day_of, field_of, groupings_of
from models.reports.registers import state_labels
from models.reports.shown import STATE
from models.reports.tongues import of_cells, of_heads, together, told
from models.store.finding import in_order, name_key
from models.text import mark, say

_CHUNK = 5_000
_DIGITS = {MONTH: 7, YEAR: 4}


@dataclass(frozen=True)
class Grouping:
    """One way to divide the records of a page; of ``several`` items a record has a row for each."""

    page: Page
    name: str
    title: str
    several: bool
    field: Described | None

    @classmethod
    def of(cls, page: Page, name: str) -> "Grouping":
        """Give a grouping of a page by its name."""
        about = next(each for each in groupings_of(page) if each.name == name)
        return cls(page, name, about.title, about.several, field_of(page, name))

    @property
    def key(self) -> str:
        """Name the column with the codes of its items."""
        return f"{self.name}:code"

    @property
    def in_time(self) -> bool:
        """Tell whether its items stand in their order of time."""
        return self.name in _DIGITS

    def head(self, language: str | None) -> str:
        """Name it as the head of a column."""
        return told(self.title, language)

    def heading(self, language: str | None) -> str:
        """Name it as the heading of a table: by country."""
        return together(
            say(mark("By {field}"), each).format(field=_inside(say(self.title, each))) for each in of_heads(language)
        )

    def code_head(self, language: str | None) -> str:
        """Name it as the head of the column with its codes."""
        words = mark("{column}: code")
        return together(say(words, each).format(column=say(self.title, each)) for each in of_heads(language))

    def sql(self) -> str:
        """Give the expression for the one item of a record."""
        if self.name in _DIGITS:
            day, digits = day_of(self.page), _DIGITS[self.name]
            number = f"CAST(replace(substr({day}, 1, {digits}), '-', '') AS INTEGER)"
            return f"CASE WHEN length({day}) >= {digits} THEN {number} END"
        if self.name == STATE:
            return "t.state"
        column = f't."{self.field.column_name}"'  # type: ignore[union-attr]
        return f"CAST({column} AS INTEGER)" if isinstance(self.field, YesNo) else column

    def order(self, language: str | None = None) -> str:
        """Give the ORDER BY that brings the records of an item together: by its words, without one at the end.

        A record of several items stands with its first.
        """
        match self.field:
            case Links():
                mine = f"l.from_kind = '{self.page.record.kind}' AND l.field = '{self.name}' AND l.from_id = t.id"
                first = f"SELECT l.to_id FROM link l WHERE {mine} ORDER BY l.position LIMIT 1"
                return _by_name(self.field.kind, f"({first})")
            case Link():
                return _by_name(self.field.rel_model, f't."{self.field.column_name}"')
            case Choice():
                field, column = self.field, f't."{self.name}"'
                column = engine.first_item(column) if isinstance(field, Many) else column
                codes = choices.every_code(str(field.options)) if isinstance(field, Listed) else field.codes()
                return in_order(
                    column, sorted(codes, key=lambda code: sort_key(field.label_of(code, of_cells(language))))
                )
        if self.name == STATE:
            return in_order("t.state", list(state_labels(self.page, None)))
        return f"{self.sql()} IS NULL, {self.sql()}"

    def items(self, ids: Sequence[int]) -> dict[int, list[Any]]:
        """Give the items of each record that has several, each once and in the order chosen."""
        found: dict[int, dict[Any, None]] = {}
        for start in range(0, len(ids), _CHUNK):
            for owner, item in engine.rows(self._asked(ids[start : start + _CHUNK])):
                found.setdefault(owner, {})[item] = None
        return {owner: list(several) for owner, several in found.items()}

    def _asked(self, ids: Sequence[int]) -> str:
        among = ", ".join(map(str, ids))
        if isinstance(self.field, Links):
            return (
                f"SELECT from_id, to_id FROM link WHERE from_kind = '{self.page.record.kind}' "
                f"AND field = '{self.name}' AND from_id IN ({among}) ORDER BY from_id, position"
            )
        table, column = self.page.record._meta.table_name, f't."{self.name}"'
        return (
            f'SELECT t.id, i.value FROM "{table}" t JOIN {engine.items_of(column)} i ON 1 = 1 WHERE t.id IN ({among})'
        )

    def labels(self, keys: Iterable[Any], language: str | None) -> Callable[[Any], str]:
        """Give the function that words its items."""
        word = self._words([each for each in keys if each is not None], language)
        return lambda key: say(mark("(not stated)"), language) if key is None else word(key)

    def _words(self, keys: Sequence[Any], language: str | None) -> Callable[[Any], str]:
        match self.field:
            case Link() | Links():
                kind = self.field.rel_model if isinstance(self.field, Link) else self.field.kind
                names = store.names(kind.kind, keys)
                return lambda key: names.get(key) or str(key)
            case Choice():
                field = self.field
                return lambda key: field.label_of(key, language)
            case YesNo():
                return lambda key: say(mark("Yes") if key else mark("No"), language)
        if self.name == STATE:
            states = state_labels(self.page, language)
            return lambda key: states.get(key, str(key))
        return lambda key: f"{key % 100:02d}/{key // 100}" if key > 9999 else str(key)


def _by_name(kind: Any, number: str) -> str:
    """Order by the name of the record that an expression numbers."""
    name = f'(SELECT o.{name_key(kind)} FROM "{kind._meta.table_name}" o WHERE o.id = {number})'
    return f"{name} IS NULL, {name}"


def _inside(words: str) -> str:
    """Write words as they stand inside a sentence; an abbreviation keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
