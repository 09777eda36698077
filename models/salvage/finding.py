"""Finding the rows of every table of a damaged file, also where the way to them is destroyed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from models.salvage import trees
from models.salvage.pages import Pages

_TYPES = {"INTEGER": int, "BOOL": int, "SMALLINT": int, "BIGINT": int, "TEXT": str, "VARCHAR": str, "BLOB": bytes}
_CATALOGUE = ("table", "index", "trigger", "view")
_VERSION = slice(60, 64)  # where the first page tells the version of the office


@dataclass(frozen=True)
class Column:
    """A column as the tables are made: ``own_number`` is the one that is the number of the row itself."""

    name: str
    kind: str
    needed: bool
    own_number: bool


@dataclass
class Found:
    """What could be read: rows by table and number, and how much could not."""

    tables: dict[str, dict[int, list[Any]]] = field(default_factory=dict)
    destroyed: set[int] = field(default_factory=set)  # pages
    unread: int = 0  # rows of pages that are there
    homeless: int = 0  # rows of which nobody can tell any more which table they belong to
    hurt: set[str] = field(default_factory=set)  # tables that lack a page


class Finder:
    """Walks the pages once; ``tables`` tells how each table is made."""

    def __init__(self, pages: Pages) -> None:
        """Read the file's own list of its tables, with what lies astray of it."""
        self._pages, self._seen = pages, set[int]()
        self.found = Found()
        self._catalogue = {row[1][1]: row[1] for row in self._walk(1, "sqlite_schema") if _names_table(row[1])}
        for number, rows in self._astray():
            if rows and all(_is_catalogue(values) for _, values in rows):
                self._seen.add(number)
                self._catalogue |= {values[1]: values for _, values in rows if _names_table(values)}

    def version(self, known: int) -> int:
        """Tell which version of the program wrote the file: from its first page, else from the steps written in it."""
        first = self._pages.page(1)
        told = int.from_bytes(first[_VERSION], "big") if first else 0
        if 0 < told <= known:
            return told
        steps = {values[1] for _, values in self._walk(self._root("schema_migration"), "") if len(values) > 1}
        return min(len(steps), known) or known

    def read(self, tables: dict[str, list[Column]]) -> Found:
        """Read every table, then give the pages that lie astray back to the tables that lack some."""
        for values in self._catalogue.values():
            if values[1] not in tables:
                for _ in self._walk(values[3], ""):
                    pass  # what is made anew (the search index) is no orphan
        for name in tables:
            self.found.tables[name] = dict(self._walk(self._root(name), name))
        for _, rows in self._astray():
            owner = self._owner(rows, tables)
            if owner:
                self.found.tables[owner] |= rows
            else:
                self.found.homeless += len(rows)
        return self.found

    def _root(self, name: str) -> int:
        return int(self._catalogue[name][3]) if name in self._catalogue else 0

    def _walk(self, number: int, table: str) -> Iterator[trees.Row]:
        page = self._pages.page(number) if number and number not in self._seen else None
        kind = trees.kind_of(number, page)
        if not page or not kind:
            self.found.hurt.add(table)
            if table:  # the search index is built otherwise and made anew
                self.found.destroyed |= {number} - {0} - self._seen
            return
        self._seen.add(number)
        if kind == trees.INNER:
            for below in trees.children(number, page):
                yield from self._walk(below, table)
            return
        for row in trees.rows(self._pages, number, page):
            if row is None:
                self.found.unread += 1
            else:
                yield row

    def _astray(self) -> Iterator[tuple[int, list[trees.Row]]]:
        """Give the leaves to which no way led, with their rows."""
        for number in range(1, self._pages.count + 1):
            page = None if number in self._seen else self._pages.page(number)
            if page and trees.kind_of(number, page) == trees.LEAF:
                yield number, [row for row in trees.rows(self._pages, number, page) if row]

    def _owner(self, rows: list[trees.Row], tables: dict[str, list[Column]]) -> str | None:
        """Tell which of the tables that lack a page these rows were made for; None where that is not certain."""
        able = [
            name
            for name in self.found.hurt & set(tables)
            if rows
            and all(_fits(values, tables[name]) for _, values in rows)
            and not any(number in self.found.tables[name] for number, _ in rows)
        ]
        return able[0] if len(able) == 1 else None


def _is_catalogue(values: list[Any]) -> bool:
    return len(values) == 5 and values[0] in _CATALOGUE and isinstance(values[1], str)


def _names_table(values: list[Any]) -> bool:
    return _is_catalogue(values) and values[0] == "table" and isinstance(values[3], int)


def _fits(values: list[Any], columns: list[Column]) -> bool:
    """Tell whether a row may be one of a table; columns added later are missing at its end."""
    if len(values) > len(columns) or any(column.needed for column in columns[len(values) :]):
        return False
    return all(_may_hold(column, value) for column, value in zip(columns, values, strict=False))


def _may_hold(column: Column, value: Any) -> bool:
    if value is None:
        return column.own_number or not column.needed
    wanted = _TYPES.get(column.kind.partition("(")[0].upper())
    return not column.own_number and (wanted is None or isinstance(value, wanted))
