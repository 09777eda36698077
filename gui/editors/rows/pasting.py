"""Cells copied from a spreadsheet go into detail rows: by their header, or into the columns one sees, in order."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.days import Misread
from models.fields import Described, YesNo
from models.fold import fold
from models.text import mark, say, say_n

_NUMBER = frozenset({"stt", "tt", "no", "no.", "#", "so tt"})
NO_COLUMN = mark("The column “{words}” fits no field and was not taken over.")

Column = Described | None
Read = Callable[[Described, str], Any]


@dataclass
class Pasted:
    """What came of pasted text: the values of each row, the columns they fill, what had no place, what is unread."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    columns: list[Described] = field(default_factory=list)
    header: bool = False
    troubles: list[str] = field(default_factory=list)
    unread: list[tuple[int, Described, str, Misread]] = field(default_factory=list)


def cells(text: str) -> list[list[str]]:
    """Split copied text into rows of cells; a quoted cell may hold line ends. Empty rows at the end are left out."""
    told = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t"))
    while told and not any(cell.strip() for cell in told[-1]):
        told.pop()
    return told


def paste(text: str, fields: Sequence[Described], seen: Sequence[Described], read: Read) -> Pasted:
    """Read copied text: a header names any of ``fields``; without one the cells go into the columns ``seen``."""
    table = cells(text)
    if not table:
        return Pasted()
    columns = _by_header(table[0], fields)
    done = Pasted(header=columns is not None)
    if columns is None:
        columns = _by_order(table, seen)
        lost = max(len(row) for row in table) - len(columns)
        if lost > 0:
            told = say_n("{n} column had no place in the table.", "{n} columns had no place in the table.", lost)
            done.troubles.append(told.format(n=lost))
    else:
        heads = table.pop(0)
        done.troubles += [
            say(NO_COLUMN).format(words=head.strip())
            for head, column in zip(heads, columns, strict=True)
            if column is None and head.strip() and fold(head) not in _NUMBER
        ]
    done.columns = [column for column in columns if column]
    done.rows = [_row(row, place, columns, read, done) for place, row in enumerate(table)]
    return done


def _row(row: list[str], place: int, columns: Sequence[Column], read: Read, done: Pasted) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for column, words in zip(columns, row, strict=False):
        if column is None or not words.strip():
            continue
        try:
            made[column.name] = read(column, words)
        except Misread as misread:
            done.unread.append((place, column, words.strip(), misread))
    return made


def _by_header(row: list[str], fields: Sequence[Described]) -> list[Column] | None:
    """Recognise a header by labels in both languages and by aliases; None where the row is none."""
    known: dict[str, Described] = {}
    for each in fields:
        for words in (say(each.label, "vi"), say(each.label, "en"), *each.aliases):
            known.setdefault(fold(words), each)
    found = [known.get(fold(cell)) for cell in row]
    hits = sum(1 for column in found if column)
    told = sum(1 for cell in row if cell.strip())
    return found if hits and hits * 2 >= told else None


def _by_order(table: list[list[str]], seen: Sequence[Described]) -> list[Column]:
    """Give the seen columns in order; running numbers at the front go nowhere."""
    width = max(len(row) for row in table)
    counted = [str(n) for n in range(1, len(table) + 1)]
    numbered = width > 1 and len(table) > 1 and [row[0].strip().rstrip(".") if row else "" for row in table] == counted
    found: list[Column] = [None] if numbered else []
    for each in seen:
        if len(found) == width:
            break
        # Office lists have no column of ticks: words that are none belong to the column after it.
        if each is seen[0] or not isinstance(each, YesNo) or not _has_words(table, len(found), each):
            found.append(each)
    return found


def _has_words(table: list[list[str]], place: int, tick: YesNo) -> bool:
    for row in table:
        try:
            tick.read(row[place] if place < len(row) else "")
        except Misread:
            return True
    return False
