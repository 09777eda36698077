"""The report of a mechanism on paper: a heading for each field of cooperation, agreed beside done and open."""

from models.paper.issuer import letterhead, recipients, signature
from models.paper.lists import footer
from models.paper.sheet import Column, Group, Paper, Paragraph, Register, Row, Section
from models.reports.mechanism import TITLE, Account, Matter, OfField, Point, paragraphs
from models.reports.mechanism.account import PARTS
from models.text import mark, say, say_n


def mechanism_paper(told: Account) -> Register:
    """Write the report of a mechanism since a session."""
    rows: list[Row | Group] = []
    for place, each in enumerate(told.fields, 1):
        rows.append(Group(f"{place}. {each.name}{_tally(each)}"))
        rows += [_row(number, matter) for number, matter in enumerate(_together(each), 1)]
        if not each.matters:
            rows.append(Row(("", say(mark("Nothing was agreed or done.")), "", "")))
    return Register(
        title=say(TITLE),
        subtitle=_subtitle(told),
        columns=(
            Column(say(mark("No.")), 4, "center"),
            *(Column(say(title), weight) for title, weight in zip(PARTS.values(), (36, 30, 30), strict=True)),
        ),
        rows=tuple(rows),
        notes=notes(told),
        footer=footer(),
        letterhead=letterhead("BC"),
        signature=signature(),
        recipients=recipients(),
    )


def mechanism_text(told: Account) -> Paper:
    """Write the same as running text: a section for each field of cooperation."""
    sections = [Section(heading, tuple(map(Paragraph, lines))) for heading, lines in paragraphs(told)]
    return Paper(
        letterhead=letterhead("BC"),
        title=say(TITLE),
        subtitle=_subtitle(told),
        sections=(Section("", tuple(map(Paragraph, notes(told)))), *sections),
        signature=signature(),
        recipients=recipients(),
    )


def _subtitle(told: Account) -> str:
    words = mark("{mechanism}\nSince {session}: {period}")
    return say(words).format(mechanism=told.mechanism, session=told.since, period=told.period.days_text())


def notes(told: Account) -> tuple[str, ...]:
    """Say what the report rests on."""
    sessions = "; ".join(name for _, name in told.sessions)
    return (
        say(mark("Sessions: {names}.")).format(names=sessions),
        say(
            mark(
                "Done since: tasks of these sessions, and visits, events and agreements of the period that are linked "
                "with the mechanism or with its partners; figures entered for the period. What belongs to two or "
                "three fields stands in each of them, what belongs to more stands once at the end."
            )
        ),
    )


def _tally(field: OfField) -> str:
    agreed, done, left = (field.count(part) for part in PARTS)
    told = (
        say_n("{n} agreed", "{n} agreed", agreed).format(n=agreed),
        say_n("{n} done", "{n} done", done).format(n=done),
        say_n("{n} open", "{n} open", left).format(n=left),
    )
    return f" ({', '.join(told)})" if field.matters else ""


def _together(field: OfField) -> list[Matter]:
    """Give what was agreed line by line, and in one line what was done besides."""
    besides = [matter for matter in field.matters if matter.agreed is None]
    done = tuple(point for matter in besides for point in matter.done)
    left = tuple(point for matter in besides for point in matter.open)
    return [matter for matter in field.matters if matter.agreed] + ([Matter(None, done, left)] if besides else [])


def _row(number: int, matter: Matter) -> Row:
    agreed = matter.agreed.told() if matter.agreed else say(mark("Besides"))
    return Row(
        (str(number), agreed, _listed(matter.done), _listed(matter.open)),
        bold=any(point.late for point in matter.open),
    )


def _listed(points: tuple[Point, ...]) -> str:
    lines = [point.told() for point in points]
    return "\n".join(lines) if len(lines) < 2 else "\n".join(f"- {line}" for line in lines)
