"""A paper as HTML: its sections one below the other, short facts two in a row."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from models.paper.frame import (
    FITS,
    TYPEFACE,
    Fit,
    anchor,
    block,
    closing_html,
    letterhead_html,
    page_html,
    plain,
    titles_html,
)
from models.paper.sheet import Grid, Item, Line, Paper, Paragraph, Section, annex_reference

HEADING = "heading"
"""The mark of a paragraph that must not be left behind at a page's end."""
SHORT = 40
"""Characters a label and its text may have together to share a row with another."""


def html(paper: Paper, fit: Fit = FITS[0], typeface: str = TYPEFACE) -> str:
    """Write a whole paper, without its annexes."""
    number = 0
    parts = [letterhead_html(paper.letterhead), titles_html(paper.title, paper.subtitle)]
    for section in paper.sections:
        number += bool(section.title)
        parts += _section(paper, section, number, fit)
    parts.append(closing_html(paper.signature, paper.recipients, fit))
    return page_html("".join(parts), typeface, fit.text)


def _section(paper: Paper, section: Section, number: int, fit: Fit) -> list[str]:
    heading = f"<b>{number}. {plain(section.title)}</b>" if section.title else ""
    first = section.items[0] if section.items else None
    run_in = fit.run_in and heading and isinstance(first, Line | Paragraph)
    parts = []
    if heading and not run_in:
        style = f"margin-top:{fit.gap}px; margin-bottom:{fit.gap // 3}px"
        parts.append(block(anchor(HEADING) + heading, size=fit.line, style=style))
    items = section.items
    if run_in and first is not None:
        parts.append(_run_in(heading, first, fit))
        items = items[1:]
    for row in arranged(items):
        pair = [line for line in row if isinstance(line, Line)]
        parts.append(_pair(pair[0], pair[1], fit) if len(pair) == 2 else _item(row[0], paper, fit))
    return parts


def _run_in(heading: str, first: Item, fit: Fit) -> str:
    """Put a heading in front of the first words to save a line."""
    inside = plain(labelled(first)) if isinstance(first, Line) else plain(getattr(first, "text", ""))
    size = fit.line if isinstance(first, Line) else fit.text
    return block(f"{heading}. {inside}", size=size, align="justify", style=f"margin-top:{fit.gap + 1}px")


def _is_short(item: Item) -> bool:
    return isinstance(item, Line) and len(item.label) + len(item.text) <= SHORT and "\n" not in item.text


def arranged(items: Sequence[Item]) -> Iterator[tuple[Item, ...]]:
    """Set short lines two in a row, everything else one below the other."""
    for short, together in groupby(items, key=_is_short):
        found, most = list(together), 2 if short else 1
        yield from (tuple(found[place : place + most]) for place in range(0, len(found), most))


def labelled(line: Line) -> str:
    """Write a fact behind its label."""
    return f"{line.label}: {line.text}"


def _pair(one: Line, other: Line, fit: Fit) -> str:
    top, leading = f"padding:0; padding-top:{fit.gap // 4}px", f"line-height:{fit.leading}%"
    cells = "".join(
        f'<td width="50%" style="{top}">{block(plain(labelled(line)), size=fit.line, style=leading)}</td>'
        for line in (one, other)
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0" border="0"><tr>{cells}</tr></table>'


def _item(item: Item, paper: Paper, fit: Fit) -> str:
    leading = f"line-height:{fit.leading}%"
    match item:
        case Line():
            return block(
                plain(labelled(item)), size=fit.line, align="justify", style=f"margin-top:{fit.gap // 4}px; {leading}"
            )
        case Paragraph():
            style = f"text-indent:38px; margin-bottom:{fit.gap}px; {leading}"
            return block(plain(item.text), size=fit.text, align="justify", style=style)
        case Grid() if item.goes_to_annex:
            return block(f"<i>{plain(annex_reference(paper, item))}</i>", size=fit.line)
        case Grid():
            return _grid(item, fit)


def _grid(grid: Grid, fit: Fit) -> str:
    if grid.headers:
        head = f"<thead>{_row(grid, grid.headers, fit, head=True)}</thead>"
        return _bordered(head + "".join(_row(grid, cells, fit) for cells in grid.rows), 2, fit.gap // 2 + 2)
    last = len(grid.rows) - 1
    # a sheet may be long: each row is its own table, so that a page can end after any; -4 lets their borders meet
    return "".join(
        _bordered(_row(grid, cells, fit), -4 if place else 2, 0 if place < last else fit.gap // 2 + 2)
        for place, cells in enumerate(grid.rows)
    )


def _bordered(rows: str, above: int, below: int) -> str:
    return (
        '<table width="100%" cellspacing="0" border="1" style="border-collapse:collapse; border-style:solid; '
        f'border-color:black; margin-top:{above}px; margin-bottom:{below}px">{rows}</table>'
    )


def _row(grid: Grid, cells: tuple[str, ...], fit: Fit, *, head: bool = False) -> str:
    total = sum(grid.widths)
    made = []
    for place, (cell, width) in enumerate(zip(cells, grid.widths, strict=True)):
        align = "center" if head else grid.align(place)
        inside = block(plain(cell), size=fit.grid, align=align, style="font-weight:bold" if head else "")
        colour, stand = ("bgcolor=#e8edf3" if head else ""), ("middle" if grid.headers else "top")
        share = round(100 * width / total)
        made.append(f'<td width="{share}%" {colour} valign="{stand}" style="padding:{fit.cell}px 4px">{inside}</td>')
    return f"<tr>{''.join(made)}</tr>"
