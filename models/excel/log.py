"""The log of the office as a file: a workbook, or lines with commas between for other programs."""

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from models import store
from models.excel.cells import Tally, clean, needs_quote
from models.excel.workbook import Column, DataSheet, Workbook
from models.excel.write import write
from models.files import atomic_write
from models.store.logbook import LogLine, log
from models.text import mark, say, spoken

TITLE = mark("Log of changes")
_COLUMNS = (
    (mark("No."), "whole", 8),
    (mark("Day", "in the log"), "day", 12),
    (mark("Time", "in the log"), "text", 10),
    (mark("By", "in the log"), "text", 24),
    (mark("Change", "in the log"), "text", 22),
    (mark("Kind"), "text", 18),
    (mark("File code"), "text", 14),
    (mark("Record", "in the log"), "text", 36),
    (mark("Field", "in the log"), "text", 26),
    (mark("Before", "in the log"), "text", 30),
    (mark("After", "in the log"), "text", 30),
    (mark("Reason"), "text", 30),
    (mark("Done as part of"), "text", 36),
)
_SEAL = mark("Source: {office}, {moment}. {n} rows of history, seal of the last one: {seal}.")
_SEAL_IS = mark(
    "The seal is a number that the program works out of all rows so far. Keep this file: should an older row be "
    "altered later, the seal of that row will be another."
)


def write_log(path: Path, first: date | None = None, last: date | None = None) -> int:
    """Write the log between two days, both counted, into .xlsx or .csv; give its lines. Raises ``WriteRefused``."""
    rows = [_row(line) for line in log(first, last)]
    if path.suffix.lower() == ".csv":
        atomic_write(path, lambda out: _put(out, rows))
    else:
        _write_book(path, rows)
    return len(rows)


def _row(line: LogLine) -> tuple[object, ...]:
    about = (line.number, line.at.date(), f"{line.at:%H:%M:%S}", line.who, line.deed, line.kind, line.code, line.name)
    return (*about, line.field, line.old, line.new, line.note, line.part_of)


def _put(out: BinaryIO, rows: list[tuple[object, ...]]) -> None:
    """Write the lines; a text that a spreadsheet would take for a formula gets a quote before it."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow([say(words) for words, _, _ in _COLUMNS])
    for row in rows:
        writer.writerow([_plain(value) for value in row])
    text.flush()
    text.detach()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    told = clean(str(value), Tally())
    return f"'{told}" if needs_quote(told) else told


def _write_book(path: Path, rows: list[tuple[object, ...]]) -> None:
    columns = [Column(say(words), kind, width) for words, kind, width in _COLUMNS]  # type: ignore[arg-type]
    office = store.office().name or ""
    proof = store.prove_rows()
    told = say(_SEAL).format(
        office=office or say(mark("Bang Giao")),
        moment=f"{datetime.now():%H:%M %d/%m/%Y}",
        n=proof.count,
        seal=proof.seal,
    )
    title = say(TITLE)
    notes = (told, say(_SEAL_IS), *([proof.fault] if proof.fault else []))
    sheet = DataSheet(title, columns, rows, (title.upper(),), "Log_rows", notes)
    write(Workbook((sheet,), title=title, author=office, footer=office, language=spoken()), path)
