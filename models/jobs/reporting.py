"""Jobs that read: search, summary, records, export, print."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from models import store
from models.jobs.forms import put_out
from models.jobs.leaving import opened
from models.jobs.words import JobFailed, Line, WrongUse, one_of
from models.reports.periods import Period
from models.text import mark, say, spoken

if TYPE_CHECKING:
    from models.jobs.forms import Printable


def search(line: Line) -> None:
    """Print what is found, one JSON object a line."""
    from models import search as index
    from models.kinds import KINDS

    told = line.options.get("limit", "50")
    if not told.isdecimal() or not 1 <= int(told) <= 1_000_000:
        raise WrongUse(mark("--limit needs a whole number from 1 on; {told} is none."), told=told)
    kinds = (one_of(line.options["kind"], tuple(KINDS)),) if "kind" in line.options else ()
    with opened(line):
        hits = index.find(line.words[0], kinds, int(told))
        known = {kind: store.headings(kind, [hit.record for hit in hits if hit.kind == kind]) for kind in KINDS}
        for hit in hits:
            code, title = known[hit.kind].get(hit.record, ("", ""))
            found = {"kind": hit.kind, "id": hit.record, "code": code, "title": title}
            print(json.dumps(found, ensure_ascii=False))


def period_of(line: Line) -> Period:
    """Give the period asked for; raise ``WrongUse`` where it ends before it begins."""
    first, last = line.day("from"), line.day("to")
    if last < first:
        raise WrongUse(mark("The period ends before it begins."))
    return Period(first, last)


def summary(line: Line) -> None:
    """Print the report's figures for a period; as JSON with what stands behind each."""
    from models.reports.indicators import references
    from models.reports.indicators import summary as figures

    period = period_of(line)
    with opened(line):
        found = figures(period)
        if "json" in line.flags:
            plain = [figure.plain(spoken()) | {"ids": references(figure, period)} for figure in found]
            print(json.dumps(plain, ensure_ascii=False, indent=1))
            return
    for figure in found:
        ends = [figure.value] if figure.upper is None else [figure.value, figure.upper]
        told = figure.plain(spoken()) | {"value": "–".join(map(str, ends))}
        print("\t".join(str(told[name]) for name in ("code", "label", "value", "qualifier", "source")))


def records(line: Line) -> None:
    """Print what stands behind a figure: one JSON object a line for each record counted and each figure entered."""
    from models.kinds import page_named
    from models.reports.codes import about_of, indicator
    from models.reports.indicators import behind
    from models.reports.indicators import summary as figures

    period, wanted = period_of(line), line.words[0]
    with opened(line):
        figure = next((each for each in figures(period) if each.code.casefold() == wanted.casefold()), None)
        if figure is None and not (indicator(wanted)[0] or about_of(wanted.partition(":")[0])):
            raise WrongUse(mark("There is no figure {code}; summary lists them."), code=wanted)
        for page, ids in behind(figure, period) if figure else []:
            _print_records(page_named(page).record.kind, ids)


def _print_records(kind: str, ids: list[int]) -> None:
    known = store.headings(kind, ids)
    for number in ids:
        code, title = known.get(number, ("", ""))
        print(json.dumps({"kind": kind, "id": number, "code": code, "title": title}, ensure_ascii=False))


def export(line: Line) -> None:
    """Write a list as a workbook."""
    from models.excel.export import every_column, export_list
    from models.kinds import ALL_DELEGATIONS, PAGES, page_named

    page = page_named(one_of(line.words[0], (ALL_DELEGATIONS.name, *PAGES)))
    with opened(line):
        question = store.Question(words=line.options.get("search", ""))
        columns, personal = every_column(page), "personal" in line.flags
        export_list(page, question, columns, line.output(), spoken(), with_passports=personal)
    print(say(mark("Written: {path}")).format(path=line.path("output")))


def print_record(line: Line) -> None:
    """Print a record's one-page summary, as PDF or as Word document."""
    from models.kinds import PAGES
    from models.paper.records import paper_for

    kinds = tuple(dict.fromkeys(page.record.kind for page in PAGES.values()))
    kind, code = one_of(line.words[0], kinds), line.words[1]
    with opened(line):
        found = store.coded(kind, code)
        if found is None:
            raise JobFailed(mark("There is no {kind} with the code {code}."), kind=kind, code=code)
        personal = "personal" in line.flags
        record = store.load(kind, found)
        put_out_as_named(lambda: paper_for(kind, record, with_passports=personal), line)
    print(say(mark("Written: {path}")).format(path=line.path("output")))


def put_out_as_named(make: "Callable[[], Printable]", line: Line) -> None:
    """Write a paper as the file's ending says: a Word document, else a PDF."""
    path = line.output()
    for note in put_out(make, path, "docx" if path.suffix.lower() == ".docx" else "pdf", line.paint):
        print(note)
