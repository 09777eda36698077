"""Jobs that read: search, summary, report, export, print."""

import json

from models import store
from models.jobs.words import JobFailed, Line, WrongUse, one_of
from models.reports.periods import Period
from models.text import mark, say, spoken


def search(line: Line) -> None:
    """Print what is found, one JSON object a line."""
    from models import search as index
    from models.kinds import KINDS

    told = line.options.get("limit", "50")
    if not told.isdecimal() or not 1 <= int(told) <= 1_000_000:
        raise WrongUse(mark("--limit needs a whole number from 1 on; {told} is none."), told=told)
    kinds = (one_of(line.options["kind"], tuple(KINDS)),) if "kind" in line.options else ()
    with store.session(line.path("office"), read_only=True):
        hits = index.find(line.words[0], kinds, int(told))
        known = {kind: store.headings(kind, [hit.record for hit in hits if hit.kind == kind]) for kind in KINDS}
        for hit in hits:
            code, title = known[hit.kind].get(hit.record, ("", ""))
            found = {"kind": hit.kind, "id": hit.record, "code": code, "title": title}
            print(json.dumps(found, ensure_ascii=False))


def _period(line: Line) -> Period:
    first, last = line.day("from"), line.day("to")
    if last < first:
        raise WrongUse(mark("The period ends before it begins."))
    return Period(first, last)


def summary(line: Line) -> None:
    """Print the report's figures for a period; as JSON with what stands behind each."""
    from models.reports.indicators import references
    from models.reports.indicators import summary as figures

    period = _period(line)
    with store.session(line.path("office"), read_only=True):
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

    period, wanted = _period(line), line.words[0]
    with store.session(line.path("office"), read_only=True):
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


def report(line: Line) -> None:
    """Write a report's workbook."""
    from models.excel.annual import write_annual

    one_of(line.words[0], ("annual",))
    period = _period(line)
    with store.session(line.path("office"), read_only=True):
        write_annual(period, line.output(), spoken())
    print(say(mark("Written: {path}")).format(path=line.path("output")))


def export(line: Line) -> None:
    """Write a list as a workbook."""
    from models.excel.export import every_column, export_list
    from models.kinds import ALL_DELEGATIONS, PAGES, page_named

    page = page_named(one_of(line.words[0], (ALL_DELEGATIONS.name, *PAGES)))
    with store.session(line.path("office"), read_only=True):
        question = store.Question(words=line.options.get("search", ""))
        export_list(page, question, every_column(page), line.output(), spoken())
    print(say(mark("Written: {path}")).format(path=line.path("output")))


def print_record(line: Line) -> None:
    """Print a record's one-page summary as PDF; the one job that paints with Qt, without a screen."""
    from models.kinds import PAGES
    from models.paper.records import paper_for

    kinds = tuple(dict.fromkeys(page.record.kind for page in PAGES.values()))
    kind, code = one_of(line.words[0], kinds), line.words[1]
    with store.session(line.path("office"), read_only=True):
        found = store.coded(kind, code)
        if found is None or line.paint is None:
            raise JobFailed(mark("There is no {kind} with the code {code}."), kind=kind, code=code)
        line.paint(paper_for(kind, store.load(kind, found), spoken()), line.output())
    print(say(mark("Written: {path}")).format(path=line.path("output")))
