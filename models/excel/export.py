"""Any list as it is seen, as a workbook: the same rows, columns and order, with where it comes from below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from models import choices, deadlines, store
from models.excel.workbook import Column, DataSheet, Workbook
from models.excel.write import Written, write
from models.fields import Count, Described
from models.kinds import Page
from models.reports import columns as fields
from models.store import Question
from models.text import mark, say, spoken

_CHUNK = 500


@dataclass(frozen=True)
class _Lines:
    """The rows of a list, read in pieces while they are written."""

    page: Page
    ids: Sequence[int]
    shown: Sequence[Described]
    language: str

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(self.ids), _CHUNK):
            for row in store.rows(self.page, self.ids[start : start + _CHUNK], self.shown):
                cells = [_cell(row, each, self.language) for each in self.shown]
                yield (*cells, *_state(row)) if self.page.numbered else tuple(cells)


def export_list(
    page: Page,
    question: Question,
    columns: Sequence[Described] | None,
    path: Path,
    language: str | None = None,
    *,
    with_passports: bool = False,
) -> Written:
    """Write the records that answer a question, in its order; raise ``WriteRefused`` where the disk refuses.

    Personal columns are left out unless they were asked for this one time. Without columns, those of the list.
    """
    language = language or spoken()
    shown = [each for each in columns or page.columns() if with_passports or not each.personal]
    ids = store.find(page, question)
    made = [
        fields.column(page, each, language, total=isinstance(each, Count) and each.name == "persons") for each in shown
    ]
    if page.numbered:
        made += [_words("state", mark("State"), language), _words("standing", mark("Standing"), language)]
    title = say(page.title, language)
    sheet = DataSheet(
        title,
        [
            Column(each.title, each.kind, each.width, total="sum" if each.total else None)
            for each in fields.titled(made)
        ],
        _Lines(page, ids, shown, language),
        (title.upper(),),
        f"{page.name.title()}_rows",
        (_source(page, question, len(ids), language),),
    )
    office = store.office().name or ""
    return write(Workbook((sheet,), title=title, author=office, footer=office, language=language), path)


def _words(name: str, title: str, language: str) -> fields.Column:
    return fields.Column(name, say(title, language), "text", 20)


def _cell(row: store.Row, each: Described, language: str) -> Any:
    """Give the value of a cell; what the source does not tell is said to be unknown, as in the list."""
    value = row.values[each.name]
    return row.texts[each.name] if value in (None, [], "") else fields.plain(each, value, language)


def _state(row: store.Row) -> tuple[str, str]:
    return row.state[0] if row.state else "", row.standing[0] if row.standing else ""


def _source(page: Page, question: Question, count: int, language: str) -> str:
    """Say below the table which office, when, by which filter, how many."""
    office = store.office()
    words = say(mark("Source: {office}, {moment}. Filter: {filter}. {n} records."), language)
    return words.format(
        office=office.name or say(mark("Bang Giao"), language),
        moment=f"{datetime.now():%H:%M %d/%m/%Y}",
        filter="; ".join(_filter(page, question, language)) or say(mark("none"), language),
        n=f"{count:,}".replace(",", "."),
    )


def _filter(page: Page, question: Question, language: str) -> Iterator[str]:
    if question.words.strip():
        yield say(mark("words “{words}”"), language).format(words=question.words.strip())
    if question.year:
        yield say(mark("year {year}"), language).format(year=question.year)
    if question.country:
        yield choices.item_label(choices.COUNTRY, question.country, language)
    if question.state and page.numbered:
        states = page.blank().lifecycle().states  # type: ignore[attr-defined]
        yield choices.label(states, question.state, language)
    if question.concern:
        yield say(next(each.title for each in deadlines.CONCERNS if each.name == question.concern), language)
    if question.drafts is not None:
        yield say(mark("drafts only") if question.drafts else mark("without drafts"), language)
    if question.removed:
        yield say(mark("removed records"), language)
    if question.only is not None:
        yield say(mark("selected records"), language)
