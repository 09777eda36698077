"""The job that prints: a record's paper, the weekly calendar, the programme and its review, the list of actions."""

from collections.abc import Callable
from datetime import date

from models import days, store
from models.jobs import reporting
from models.jobs.leaving import opened
from models.jobs.words import Line, WrongUse, one_of
from models.kinds import PAGES
from models.paper.records import speaking
from models.paper.sheet import Paper, Register
from models.text import mark, say, spoken


def print_paper(line: Line) -> None:
    """Print one paper, as PDF or Word document.

    It is named: "calendar", "actions", "programme YEAR", "review YEAR", or KIND CODE of a record.
    """
    make = _PAPERS.get(line.words[0])
    code = line.words[1] if len(line.words) > 1 else ""
    of_year = line.words[0] == "programme" and code.isdecimal() and len(code) == 4
    if make is None or (line.words[0] == "programme" and not of_year):
        _check(line)
        reporting.print_record(line)
        return
    with opened(line), speaking(spoken()):
        reporting.put_out_as_named(lambda: make(line, code), line)
    print(say(mark("Written: {path}")).format(path=line.path("output")))


def _check(line: Line) -> None:
    kinds = tuple(dict.fromkeys(page.record.kind for page in PAGES.values()))
    one_of(line.words[0], (*_PAPERS, *kinds))
    if len(line.words) < 2:
        raise WrongUse(mark("{word} is missing."), word="CODE")


def _calendar(line: Line, _code: str) -> Register:
    from models.paper.calendar import calendar

    return calendar(line.day("from") if "from" in line.options else days.today())


def _actions(line: Line, _code: str) -> Register:
    from models.paper.actions import action_register

    by = one_of(line.options.get("by", "lead"), ("lead", "source"))
    return action_register(store.Question(sort=PAGES["action"].sort, drafts=False), by)


def _year(code: str) -> int:
    if not (code.isdecimal() and len(code) == 4 and 1900 <= int(code) <= 2200):
        raise WrongUse(mark("Say the year, written like 2025."))
    return int(code)


def _programme(line: Line, code: str) -> Register:
    from models.paper.programme import programme

    return programme(_year(code))


def _review(line: Line, code: str) -> Register:
    from models.paper.programme import programme_review

    year = _year(code)
    day = line.day("to") if "to" in line.options else min(days.today(), date(year, 12, 31))
    return programme_review(year, day)


_PAPERS: dict[str, Callable[[Line, str], Paper | Register]] = {
    "calendar": _calendar,
    "actions": _actions,
    "programme": _programme,
    "review": _review,
}
