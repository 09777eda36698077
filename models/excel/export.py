"""Any list as it is seen, as a workbook: the same rows, columns and order, with where it comes from below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from models import discretion, store
from models.excel.workbook import Column, DataSheet, Workbook
from models.excel.write import Written, write
from models.fields import Described
from models.kinds import Page
from models.reports import columns as fields
from models.reports.report import source_words
from models.store import Question
from models.text import mark, say, spoken

_CHUNK = 500


@dataclass(frozen=True)
class _Lines:
    """The rows of a list, read in pieces while they are written."""

    page: Page
    ids: Sequence[int]
    names: Sequence[str]
    language: str

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        known = {each.name: each for each in self.page.fields()}
        shown = [known[name] for name in self.names if name in known]
        for start in range(0, len(self.ids), _CHUNK):
            for row in store.rows(self.page, self.ids[start : start + _CHUNK], shown):
                yield tuple(_cell(row, name, known.get(name), self.language) for name in self.names)


def export_list(
    page: Page,
    question: Question,
    columns: Sequence[str] | None,
    path: Path,
    language: str | None = None,
    *,
    with_passports: bool = False,
) -> Written:
    """Write the records that answer a question, in its order; raise ``WriteRefused`` where the disk refuses.

    ``columns`` are names of fields, "state" and "standing", in their order; without them, those of the list. Personal
    columns are left out unless they were asked for this one time.
    """
    language = language or spoken()
    known = {each.name: each for each in page.fields() if with_passports or not each.personal}
    names = [name for name in columns or usual(page) if name in known or (page.numbered and name in _STATE)]
    made = [_column(page, name, known.get(name), language) for name in names]
    ids, hidden = discretion.kept(page.record.kind, store.find(page, question))
    title, office = say(page.title, language), store.office().name or ""
    sheet = DataSheet(
        title,
        [
            Column(each.title, each.kind, each.width, total="sum" if each.total else None)
            for each in fields.titled(made)
        ],
        _Lines(page, ids, names, language),
        (title.upper(),),
        f"{page.name.title()}_rows",
        (_source(office, page, question, len(ids), language), *hidden),
    )
    return write(Workbook((sheet,), title=title, author=office, footer=office, language=language), path)


def usual(page: Page) -> list[str]:
    """Give the columns of a list, with state and standing behind them."""
    return [each.name for each in page.columns()] + (list(_STATE) if page.numbered else [])


def every_column(page: Page) -> list[str]:
    """Give all columns that a page can show, with state and standing behind them."""
    return [each.name for each in page.fields()] + (list(_STATE) if page.numbered else [])


_STATE = {"state": mark("State"), "standing": mark("Deadline status")}


def _column(page: Page, name: str, each: Described | None, language: str) -> fields.Column:
    if each is None:
        return fields.Column(name, say(_STATE[name], language), "text", 20)
    return fields.column(page, each, language, total=name == "persons")


def _cell(row: store.Row, name: str, each: Described | None, language: str) -> Any:
    """Give the value of a cell; what the source does not tell is said to be unknown, as in the list."""
    if each is None:
        told = row.state if name == "state" else row.standing
        return told[0] if told else ""
    value = row.values[each.name]
    return row.texts[each.name] if value in (None, [], "") else fields.plain(each, value, language)


def _source(office: str, page: Page, question: Question, count: int, language: str) -> str:
    """Say below the table which office, when, by which filter, how many."""
    return source_words(office, datetime.now(), "; ".join(store.in_words(page, question, language)), count, language)
