"""A table of a report as a statistics annex: unit of measure, numbered columns, totals, three signatures."""

from models.paper.frame import BLANK
from models.paper.issuer import compilers, letterhead, recipients, signature
from models.paper.layout import WIDEST
from models.paper.lists import footer
from models.paper.sheet import Align, Column, Folder, Group, Register, Row
from models.reports import columns
from models.reports.columns import KEY
from models.reports.names import STATISTICS
from models.reports.report import Content, Report, content
from models.text import mark, say

_ALIGN: dict[str, Align] = {"day": "center", "identifier": "center", "text": "left", "yesno": "center"}


def annexes(report: Report) -> Folder:
    """Write every table of a report from a new page: several are annexes of a report, and the last one is signed.

    A single one is a paper of its own; what only explains the figures stands behind, without signature.
    """
    unit = say(mark("delegations, persons")) if report.name.startswith(STATISTICS) else ""
    tables = list(content(report))
    signed = [each for each in tables if not each.aside]
    made = []
    for place, each in enumerate(signed, 1):
        number = place if len(signed) > 1 else 0
        made.append(annex(each, unit, number, ends=place == len(signed)))
    made += [annex(each, unit, ends=False) for each in tables if each.aside]
    return Folder(report.title, tuple(made))


def annex(told: Content, unit: str = "", number: int = 0, *, ends: bool = True) -> Register:
    """Write one table; ``number`` is its place among several annexes, and one that ``ends`` them is signed."""
    name = say(mark("Annex {number}")).format(number=number) + "\n" if number else ""
    attached = bool(number) or told.aside
    left_out, shown = printed(told)
    return Register(
        title=name + told.title,
        subtitle="\n".join(each for each in (told.subtitle, _attached() if attached else "") if each),
        columns=tuple(_column(told.columns[place]) for place in shown),
        rows=tuple(_row(cells, shown) for cells in told.rows),
        totals=tuple(told.totals[place] for place in shown) if told.totals else (),
        notes=(*(() if told.rows else (say(mark("Nothing in this period.")),)), *told.notes, *_said(left_out)),
        footer=footer(),
        letterhead=None if attached else letterhead(),
        signature=signature() if ends else None,
        recipients=recipients() if ends else (),
        unit=unit,
        counted=True,
        beside=compilers() if ends else (),
    )


def printed(told: Content) -> tuple[list[Column], list[int]]:
    """Give which columns go on paper, and the others of a crowded table: those in which nothing stands."""
    wanted = [place for place, each in enumerate(told.columns) if each.printed and not each.helper and each.name != KEY]
    if len(wanted) <= WIDEST or not told.rows:
        return [], wanted
    empty = set(wanted)
    for cells in told.rows:
        empty -= {place for place in empty if cells[place]}
        if not empty:
            break
    return [_column(told.columns[place]) for place in sorted(empty)], [each for each in wanted if each not in empty]


def _said(left_out: list[Column]) -> tuple[str, ...]:
    if not left_out:
        return ()
    names = "; ".join(": ".join((*each.above, each.title)) for each in left_out)
    return (say(mark("Columns not printed because nothing stands in them: {names}.")).format(names=names),)


def _attached() -> str:
    """Name the report that annexes belong to; its number and day are written in by hand."""
    symbol = letterhead().symbol
    number = BLANK * 8 + (f"/{symbol}" if symbol else "")
    return say(mark("(Attached to Report No. {number} dated … / … / …)")).format(number=number)


def _column(each: columns.Column) -> Column:
    align = "center" if each.name == "(number)" else _ALIGN.get(each.kind, "right")
    return Column(each.title, each.width, align, each.groups)


def _row(cells: tuple[str, ...], shown: list[int]) -> Row | Group:
    """Make a row; one with words in its first cell alone is the heading of those below."""
    alone = len(cells) > 1 and cells[0] and not any(cells[1:])
    return Group(cells[0]) if alone else Row(tuple(cells[place] for place in shown))
