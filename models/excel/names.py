"""Names that Excel accepts: of sheets, of tables and of their columns."""

import re
from collections.abc import Iterable

from models.excel.cells import Tally, clean_line, pieces, units
from models.text import say

LONGEST_SHEET = 31
LONGEST_NAME = 250
_NOT_IN_SHEET = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_TABLE = re.compile(r"[^\w.]")
_LIKE_A_CELL = re.compile(r"[a-z]{1,3}[0-9]+|r[0-9]*|c[0-9]*|r[0-9]*c[0-9]*", re.IGNORECASE)


def sheet_title(wanted: str, tally: Tally | None = None) -> str:
    """Make a sheet's title that Excel accepts: at most 31 UTF-16 units, nothing that it forbids there."""
    title = _NOT_IN_SHEET.sub("_", clean_line(wanted, tally or Tally()))
    title = _trim(pieces(_trim(title), LONGEST_SHEET)[0])
    if title.casefold() == "history":  # Excel keeps this one for itself
        title += "_"
    return title or say("Sheet", tally.language if tally else None)


def _trim(title: str) -> str:
    return title.strip("' \u00a0")


def different(wanted: Iterable[str], longest: int) -> list[str]:
    """Number the names that differ from an earlier one by nothing but case: "Name", "Name (2)"."""
    taken: set[str] = set()
    found = []
    for name in wanted:
        made, count = name, 1
        while made.casefold() in taken:
            count += 1
            ending = f" ({count})"
            made = pieces(name, longest - units(ending))[0].rstrip() + ending
        taken.add(made.casefold())
        found.append(made)
    return found


def column_names(titles: Iterable[str], tally: Tally) -> list[str]:
    """Make the names of a table's columns: one line each, none empty, no two alike."""
    return different((pieces(clean_line(title, tally) or "?", LONGEST_NAME)[0] for title in titles), LONGEST_NAME)


def table_names(wanted: Iterable[str]) -> list[str]:
    """Make names of tables: letters, digits, dots and underscores, unlike any cell's address, no two alike."""
    made = []
    for name in wanted:
        plain = _NOT_IN_TABLE.sub("_", name)[:LONGEST_NAME]
        if not plain or plain[0].isdigit() or plain[0] == "." or _LIKE_A_CELL.fullmatch(plain):
            plain = f"_{plain}"
        made.append(plain)
    return [name.replace(" (", "_").replace(")", "") for name in different(made, LONGEST_NAME)]


def quoted(title: str) -> str:
    """Write a sheet's title as formulas name it."""
    return "'" + title.replace("'", "''") + "'"
