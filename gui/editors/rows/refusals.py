"""What was typed or pasted into rows and not taken over: told above them, in red, until its cells hold something."""

from dataclasses import dataclass, replace

from models.days import Misread
from models.fields import Choice, Described
from models.record import Detail
from models.text import mark, say

NOT_TAKEN = mark("Row {row}, {column}: “{words}” was not taken over. {reason}")
ONE_OF = mark("It is not in the list; write one of these: {items}.")
FEW = 10  # items of a list that are named; of a longer one the list itself tells


def sentence(row: int, field: Described, words: str, misread: Misread) -> str:
    """Say what was not taken over in a row (counted from 0), why, and what can be written instead."""
    reason = say(misread.args[0])
    if isinstance(field, Choice) and len(codes := field.codes()) <= FEW:
        reason = say(ONE_OF).format(items=", ".join(field.label_of(code) for code in codes))
    return say(NOT_TAKEN).format(row=row + 1, column=say(field.label), words=words, reason=reason)


@dataclass(frozen=True)
class Refusal:
    """Words that a cell did not take; no ``row`` stands for the empty last one, ``place`` counts from 0."""

    row: Detail | None
    place: int
    field: Described
    words: str
    why: Misread

    def text(self) -> str:
        """Say what was not taken over and why."""
        return sentence(self.place, self.field, self.words, self.why)


class Refusals:
    """The cells with something wrong, each with the words that it did not take."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self.cells: list[Refusal] = []

    def add(self, refusal: Refusal) -> None:
        """Note what a cell did not take."""
        self.cells.append(refusal)

    def holds(self, row: Detail | None, field: str) -> bool:
        """Tell whether something is wrong with a cell."""
        return any(each.row is row and each.field.name == field for each in self.cells)

    def forgive(self, row: Detail | None, field: str) -> None:
        """Forget a cell that holds something else now."""
        self.cells = [each for each in self.cells if each.row is not row or each.field.name != field]

    def give(self, made: Detail) -> None:
        """Let the row that the empty last one became have what stood there."""
        self.cells = [replace(each, row=made) if each.row is None else each for each in self.cells]

    def keep(self, rows: list[Detail]) -> None:
        """Forget what stood in rows that are gone."""
        self.cells = [each for each in self.cells if each.row is None or any(each.row is row for row in rows)]

    def clear(self) -> None:
        """Forget everything."""
        self.cells.clear()
