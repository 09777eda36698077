"""Making an annex: its registers first, then its figures, then what they are counted over."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from models import choices, days, engine
from models.kinds import PAGES
from models.reports import details, rows
from models.reports.annexes.annex import Annex, Money, Progress
from models.reports.cells import NUMBER, Counted, Key, Wanted, share
from models.reports.codes import indicator
from models.reports.columns import Column, is_number, titled
from models.reports.figures import Figure
from models.reports.head import office_head
from models.reports.indicators import summary
from models.reports.periods import Period
from models.reports.registers import Register, both, register
from models.reports.report import Page, Report, Sheet, Table, span_of, up_to
from models.reports.tables import figures_table, rules_table
from models.reports.tongues import in_each, of_cells, of_heads, together, told
from models.text import mark, say


def annex(about: Annex, period: Period, language: str | None = None, today: date | None = None) -> Report:
    """Gather an annex for a period from the open office, all from one state of the data."""
    with engine.one_state():
        figures = summary(period, about.figures) if about.figures else []
        main = [register(each.page, period, language, each) for each in (about.listing, *about.beside)]
        beside = _beside(about, figures, period, language)
        head = office_head()
    title = told(about.title, language, "\n")
    notes = (told(about.rule, language), *_not_adding(about, language), *_elsewhere(about, language))
    parts: list[Page | Sheet] = [_main(about, each, title, notes, period, language) for each in main]
    parts += _figures(about, figures, [*main, *(each for each, _ in beside)], title, language)
    parts += [Sheet(each, heading.upper(), span=span_of(period, language)) for each, heading in beside]
    if figures:
        rules, name = rules_table(figures, language), mark("Rules of the figures")
        heading = told(name, language, "\n").upper()
        parts.append(Page(say(name, of_cells(language)), heading, (rules,), landscape=True, bare=True, aside=True))
    made = (today or days.today(), datetime.now())
    return Report(about.name, told(about.title, language), period, language, *made, head, tuple(parts))


def _main(
    about: Annex, found: Register, title: str, notes: tuple[str, ...], period: Period, language: str | None
) -> Sheet:
    first = found.name == about.listing.page
    heading = title.upper() if first else found.title.upper()
    span = up_to(period, language) if about.up_to else span_of(period, language)
    return Sheet(found, heading, notes if first else (), span, main=True, official=first)


def _not_adding(about: Annex, language: str | None) -> tuple[str, ...]:
    if not any(each.startswith("countries") for each in about.listing.columns):
        return ()
    words = mark("A record of several countries, fields or units stands here once and counts once.")
    return (told(words, language),)


def _elsewhere(about: Annex, language: str | None) -> tuple[str, ...]:
    """Say where the members stand that papers leave out."""
    if not about.members:
        return ()
    words = mark("The members of these delegations stand in the workbook, on the sheet “{sheet}”.")
    return (told(words, language, sheet=say(details.MEMBERS, of_cells(language))),)


def _beside(
    about: Annex, figures: Sequence[Figure], period: Period, language: str | None
) -> list[tuple[Register, str]]:
    """Give the registers that the figures are counted over and the annex does not show itself, with their headings."""
    abouts = (indicator(each.code)[0] for each in figures)
    splits = {each.split for each in abouts if each}
    wanted: list[Callable[[str | None], list[Register]]] = []
    if about.members:
        wanted.append(lambda tongue: [details.members(period, tongue, listing=about.listing)])
    if about.payments:
        wanted.append(lambda tongue: rows.payments(period, tongue))
    if "countries" in splits:
        wanted.append(lambda tongue: [details.split("country", period, tongue)])
    if "sectors" in splits:
        wanted.append(lambda tongue: details.sectors(period, tongue))
    if any(each.statistics for each in figures):
        wanted.append(lambda tongue: [details.entered_figures(figures, tongue)])
    return [each for make in wanted for each in _in_tongues(make, language)]


def _in_tongues(make: Callable[[str | None], list[Register]], language: str | None) -> list[tuple[Register, str]]:
    """Give registers and headings with the titles of their columns in all languages wanted, and rows in the first."""
    several = [make(each) for each in of_heads(language)]
    return [
        (
            replace(same[0], columns=tuple(titled(both([each.columns for each in same])))),
            together((each.title for each in same), "\n"),
        )
        for same in zip(*several, strict=True)
    ]


def _figures(
    about: Annex, figures: Sequence[Figure], registers: Sequence[Register], title: str, language: str | None
) -> list[Page]:
    by_name = {each.name: each for each in registers}
    tables = [figures_table(figures, language)] if figures else []
    tables += [_money(each, by_name[each.register], language) for each in about.money]
    if about.progress:
        tables.append(_progress(about.progress, by_name[about.progress.register], language))
    tables = [each for each in tables if each.rows]
    if not tables:
        return []
    name, notes = mark("Figures"), (told(about.rule, language),)
    heading = f"{told(name, language)}: {title.replace(chr(10), ' / ')}"
    return [Page(say(name, of_cells(language)), heading, tuple(tables), notes, aside=True)]


def _money(about: Money, found: Register, language: str | None) -> Table:
    key, amount, dong = (found.place(name) for name in (about.key, about.amount, about.dong))
    facts = [(found.place(name), value) for name, value in about.wanted]
    sums: dict[str, list[Decimal | int]] = {}
    for row in found.rows:
        if row[key] is None or not is_number(row[amount]) or any(row[place] != value for place, value in facts):
            continue
        sums.setdefault(row[key], [0, Decimal(0), Decimal(0)])
        sums[row[key]][0] += 1
        sums[row[key]][1] += Decimal(str(row[amount]))
        sums[row[key]][2] += Decimal(str(row[dong])) if is_number(row[dong]) else 0
    wanted: tuple[Wanted, ...] = (*about.wanted, (about.key, Key()), (about.amount, NUMBER))
    lines = [
        (
            code,
            in_each(language, partial(choices.item_label, "currency", code)),
            Counted(several[0], found.name, wanted),
            Counted(several[1], found.name, wanted, about.amount),
            Counted(several[2], found.name, wanted, about.dong),
        )
        for code, several in sorted(sums.items())
    ]
    columns = (
        Column("code", told(mark("Code"), language), "identifier", 20),
        Column("currency", told(mark("Currency"), language), "text", 32),
        Column("number", told(mark("Records"), language), "whole", 12),
        Column("amount", told(mark("Amount"), language), "money", 17),
        Column("dong", told(mark("Amount in VND"), language), "money", 17, total=True),
    )
    return Table(told(about.title, language), columns, tuple(lines))


def _progress(about: Progress, found: Register, language: str | None) -> Table:
    place = found.place(about.key)
    facts = {name: found.place(name) for name in about.counted}
    field: Any = PAGES[about.register].record.field(about.field)
    numbers: Counter[tuple[str | None, str]] = Counter()
    for each in found.rows:
        numbers.update((each[place], name) for name in ("", *about.counted) if not name or each[facts[name]])
    columns = [
        Column("code", told(mark("Code"), language), "identifier", 16),
        Column("item", told(field.label, language), "text", 34),
        Column("planned", told(mark("Planned", "count"), language), "whole", 11, total=True),
    ]
    words = {each.name: each.title for each in found.columns}
    columns += [Column(name, words[name], "whole", 11, total=True) for name in about.counted]
    columns.append(Column("share", told(mark("Carried out (%)"), language), "percent", 12))
    done = 3 + about.counted.index(about.done)
    lines = []
    for code in (code for code in (*field.codes(), None) if (code, "") in numbers):
        named = partial(field.label_of, code) if code else partial(say, mark("(not stated)"))
        label = in_each(language, named)
        row: list[Any] = [code, label]
        for name in ("", *about.counted):
            wanted: tuple[Wanted, ...] = ((about.key, Key()), *([(name, 1)] if name else []))
            row.append(Counted(numbers[code, name], found.name, wanted))
        row.append(share(done, 2, lambda n, row=row: row[n].value))  # type: ignore[misc]
        lines.append(tuple(row))
    return Table(told(about.title, language), tuple(columns), tuple(lines))
