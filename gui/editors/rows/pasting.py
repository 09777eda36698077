"""Rows copied from a spreadsheet become detail rows: by their header, or in a fixed order that is told."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.days import Misread
from models.fields import Described
from models.fold import fold
from models.record import Detail
from models.text import mark, say

# The order of columns without a header, as members stand in the office's lists.
_ORDER = {"Member": ("name", "position", "role", "country", "born", "passport", "phone", "email")}
_NUMBER = frozenset({"stt", "tt", "no", "no.", "#", "so tt"})
UNREAD = mark("Row {row}, {column}: “{words}” was not taken over. {reason}")
NO_COLUMN = mark("The column “{words}” fits no field and was not taken over.")


@dataclass
class Pasted:
    """What came of pasted text: the rows, the columns they filled, what could not be read."""

    rows: list[Detail] = field(default_factory=list)
    columns: list[Described] = field(default_factory=list)
    header: bool = False
    troubles: list[str] = field(default_factory=list)


def cells(text: str) -> list[list[str]]:
    """Split copied text into rows of cells; a quoted cell may hold line ends. Empty rows are left out."""
    told = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t")
    return [row for row in told if any(cell.strip() for cell in row)]


def paste(
    text: str,
    kind: type[Detail],
    fields: Sequence[Described],
    first: Described | None,
    read: Callable[[Described, str], Any],
) -> Pasted:
    """Make detail rows of copied text; a single column without a header fills the field ``first``."""
    table = cells(text)
    if not table:
        return Pasted()
    columns = _by_header(table[0], fields)
    done = Pasted(header=columns is not None)
    if columns is None:
        columns = _by_order(table, kind, fields, first)
    else:
        heads = table.pop(0)
        done.troubles += [
            say(NO_COLUMN).format(words=head.strip())
            for head, column in zip(heads, columns, strict=True)
            if column is None and head.strip() and fold(head) not in _NUMBER
        ]
    done.columns = [column for column in columns if column]
    for place, row in enumerate(table, 1):
        done.rows.append(_row(row, place, kind, columns, read, done.troubles))
    return done


def _row(
    row: list[str],
    place: int,
    kind: type[Detail],
    columns: Sequence[Described | None],
    read: Callable[[Described, str], Any],
    troubles: list[str],
) -> Detail:
    made = kind()
    for column, words in zip(columns, row, strict=False):
        if column is None or not words.strip():
            continue
        try:
            setattr(made, column.name, read(column, words))
        except Misread as misread:
            reason = say(misread.args[0])
            label = say(column.label)
            troubles.append(say(UNREAD).format(row=place, column=label, words=words.strip(), reason=reason))
    return made


def _by_header(row: list[str], fields: Sequence[Described]) -> list[Described | None] | None:
    """Recognise a header by labels in both languages and by aliases; None where the row is none."""
    known: dict[str, Described] = {}
    for each in fields:
        for words in (say(each.label, "vi"), say(each.label, "en"), *each.aliases):
            known.setdefault(fold(words), each)
    found = [known.get(fold(cell)) for cell in row]
    hits = sum(1 for column in found if column)
    told = sum(1 for cell in row if cell.strip())
    return found if hits and hits * 2 >= told else None


def _by_order(
    table: list[list[str]], kind: type[Detail], fields: Sequence[Described], first: Described | None
) -> list[Described | None]:
    by_name = {each.name: each for each in fields}
    order = [by_name[name] for name in _ORDER.get(kind.__name__, tuple(by_name)) if name in by_name]
    width = max(len(row) for row in table)
    if width == 1:
        return [first or order[0]]
    numbered = len(table) > 1 and [row[0].strip().rstrip(".") for row in table] == [
        str(n) for n in range(1, len(table) + 1)
    ]
    start: list[Described | None] = [None] if numbered else []
    return (start + list(order))[:width]
