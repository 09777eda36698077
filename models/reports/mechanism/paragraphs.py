"""The report of a mechanism as running text, for a letter or a Word document."""

from models.reports.mechanism.account import PARTS, Account, OfField
from models.text import mark, say


def paragraphs(told: Account) -> list[tuple[str, tuple[str, ...]]]:
    """Give a heading for each field of cooperation with its paragraphs: agreed, done since, open."""
    return [(each.name, _of(each)) for each in told.fields]


def _of(field: OfField) -> tuple[str, ...]:
    made: list[str] = []
    for part, title in PARTS.items():
        points = [point for matter in field.matters for point in matter.points() if point.part == part]
        if points:
            made += [f"{say(title)}:", *(f"- {point.told()}" for point in points)]
    return tuple(made) or (say(mark("Nothing was agreed or done.")),)
