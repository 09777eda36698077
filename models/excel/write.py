"""A workbook is written in one way: openpyxl draws it, the rows are streamed into it, and it is looked over."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from models.excel.cells import Tally, appendix_title, clean_line
from models.excel.draft import Draft, Value, plain
from models.excel.names import LONGEST_SHEET, different, sheet_title, table_names
from models.excel.page import draw_page
from models.excel.register import Part, counts, draw_register
from models.excel.splice import cut_at_row, put_values
from models.excel.stream import Lane, lanes, stream
from models.excel.verify import CELLWISE, Expected, look_over
from models.excel.workbook import Column, DataSheet, SummarySheet, Workbook
from models.files import atomic_write
from models.letters import left_out
from models.text import say, say_n

_PACKED = 4  # of zlib's 9: a third faster than the usual 6, five per cent larger
_MANY_CELLS = 12_000_000  # from here on a sheet may pass 2 GB, which a plain zip member cannot


@dataclass(frozen=True)
class Written:
    """What was written: the rows of the registers, the characters changed, and what a person should know."""

    rows: int
    cleaned: int
    notes: tuple[str, ...]


@dataclass
class _Job:
    book: Workbook
    tally: Tally
    expected: dict[str, Expected] = field(default_factory=dict)

    def put(self, out: BinaryIO) -> None:
        """Write the whole workbook to an open file."""
        parts: dict[str, Part] = {}
        skeleton, values = _draw(self.book, self.tally, parts, appendix=False)
        self.expected.clear()
        with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_PACKED) as archive:
            for name, part in parts.items():
                self._put_register(archive, skeleton, name, part)
            if any(next(part.rows, None) is not None for part in parts.values()):
                raise ValueError("more rows came than were announced")
            if self.tally.long_texts:
                more: dict[str, Part] = {}
                skeleton, values = _draw(
                    self.book, Tally(self.tally.language, long_texts=self.tally.long_texts), more, appendix=True
                )
                name = next(reversed(more))
                self._put_register(archive, skeleton, name, more[name])
            self._put_rest(archive, skeleton, values)

    def _put_register(self, archive: ZipFile, skeleton: ZipFile, name: str, part: Part) -> None:
        before, after = cut_at_row(skeleton.read(name), part)
        member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        member.compress_type = ZIP_DEFLATED
        columns = lanes(part, self.tally)
        seen: list | None = [] if part.count < CELLWISE else None
        many = part.count * len(columns) > _MANY_CELLS
        with archive.open(member, "w", force_zip64=many) as sheet:
            sheet.write(before)
            for batch in stream(part, columns, seen):
                sheet.write(batch)
            values = _totals(part, columns)
            sheet.write(put_values(after, values))
        self.expected[name] = Expected(part.title, values, part.sheet.header_row, part.count, seen)

    def _put_rest(self, archive: ZipFile, skeleton: ZipFile, values: Mapping[str, dict[str, Value]]) -> None:
        for item in skeleton.infolist():
            if item.filename in self.expected:
                continue
            content = skeleton.read(item)
            if item.filename in values:
                about = values[item.filename]
                content = put_values(content, about)
                self.expected[item.filename] = Expected("", about)
            archive.writestr(item, content, ZIP_DEFLATED, _PACKED)

    def check(self, path: Path) -> None:
        """Read the finished file again."""
        look_over(path, self.expected, self.tally.language)


def write(book: Workbook, path: Path) -> Written:
    """Write a workbook to a file, whole or not at all.

    Raises WriteRefused when the disk refuses and WrittenWrong when the file cannot be read back as it was meant;
    the file that stood there before is then as it was.
    """
    job = _Job(book, Tally(book.language))
    atomic_write(path, job.put, job.check)
    rows = sum(len(sheet.rows) for sheet in book.sheets if isinstance(sheet, DataSheet))
    return Written(rows, job.tally.cleaned, _notes(book, job.tally))


def _draw(
    book: Workbook, tally: Tally, parts: dict[str, Part], *, appendix: bool
) -> tuple[ZipFile, dict[str, dict[str, Value]]]:
    """Draw everything but the rows; ``parts`` gets the sheets that rows go into, by their place in the file."""
    draft = Draft(tally)
    sheets = [*book.sheets, _appendix(tally)] if appendix else list(book.sheets)
    titles = _titles(sheets, tally)
    tables = iter(
        table_names(
            s.table_name or f"Table_{n}" for n, s in enumerate(sheets, 1) if isinstance(s, DataSheet) for _ in counts(s)
        )
    )
    places = iter(range(1, len(titles) + 1))
    names = iter(titles)
    for sheet in sheets:
        if isinstance(sheet, SummarySheet):
            next(places)
            draw_page(draft, sheet, next(names), book.footer)
            continue
        rows = chain.from_iterable([sheet.rows])  # not read before it is streamed
        for count in counts(sheet):
            part = Part(sheet, next(names), rows, count, next(tables))
            parts[_member(next(places))] = part
            draw_register(draft, part, book.footer)
    return _save(draft, book), {_member(place): draft.values[title] for place, title in enumerate(titles, 1)}


def _member(place: int) -> str:
    return f"xl/worksheets/sheet{place}.xml"


def _titles(sheets: list[DataSheet | SummarySheet], tally: Tally) -> list[str]:
    """Give each sheet its title; formulas name a register by its own, so it must not be taken twice."""
    wanted: list[str] = []
    own: dict[int, str] = {}  # where each register begins
    for sheet in sheets:
        title = sheet_title(sheet.title, tally)
        if isinstance(sheet, DataSheet):
            own[len(wanted)] = title
        wanted += [title] * (len(counts(sheet)) if isinstance(sheet, DataSheet) else 1)
    made = different(wanted, LONGEST_SHEET)
    if len(own) < len(sheets) and any(made[place] != title for place, title in own.items()):
        raise ValueError("a register's title is taken, and formulas would read the wrong sheet")
    return made


def _appendix(tally: Tally) -> DataSheet:
    columns = (
        Column(say("Sheet", tally.language), width=24),
        Column(say("Cell", tally.language), width=10),
        Column(say("Part", tally.language), "whole", 8),
        Column(say("Text", tally.language), width=100),
    )
    return DataSheet(appendix_title(tally), columns, list(tally.long_texts), table_name="Long_texts")


def _save(draft: Draft, book: Workbook) -> ZipFile:
    drawn, about = draft.book, draft.book.properties
    about.title, about.creator = (clean_line(text, draft.tally) for text in (book.title, book.author))
    drawn.calculation.fullCalcOnLoad = True
    saved = io.BytesIO()
    drawn.save(saved)
    return ZipFile(saved)


def _totals(part: Part, columns: list[Lane]) -> dict[str, Value]:
    row = part.last_row + 1
    return {f"{lane.letter}{row}": plain(lane.total) for lane in columns if lane.column.total}


def _notes(book: Workbook, tally: Tally) -> tuple[str, ...]:
    """Say what a person should know about the file."""
    spoken = tally.language
    notes = [*left_out(tally.cleaned, spoken)]
    if n := tally.kept_as_text:
        notes.append(
            say_n(
                "{n} number or date that Excel would change was written as text.",
                "{n} numbers or dates that Excel would change were written as text.",
                n,
                spoken,
            ).format(n=n)
        )
    if n := len({(sheet, cell) for sheet, cell, *_ in tally.long_texts}):
        words = say_n(
            "{n} text is too long for a cell and goes on on the sheet “{sheet}”.",
            "{n} texts are too long for a cell and go on on the sheet “{sheet}”.",
            n,
            spoken,
        )
        notes.append(words.format(n=n, sheet=appendix_title(tally)))
    for sheet in book.sheets:
        if isinstance(sheet, DataSheet) and (n := len(counts(sheet))) > 1:
            words = say("The register “{sheet}” is too long for one sheet and stands on {n} sheets.", spoken)
            notes.append(words.format(sheet=sheet_title(sheet.title), n=n))
    return tuple(notes)
