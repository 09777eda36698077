"""What was typed or pasted into rows and not taken over: told above them, in red, until its cells hold something."""

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


class Refusals:
    """The cells with something wrong, each with its sentence; ``None`` stands for the empty last row."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self._cells: list[tuple[Detail | None, str, str]] = []

    def add(self, row: Detail | None, field: str, words: str) -> None:
        """Note a cell with its sentence."""
        self.forgive(row, field)
        self._cells.append((row, field, words))

    def holds(self, row: Detail | None, field: str) -> bool:
        """Tell whether something is wrong with a cell."""
        return any(each[0] is row and each[1] == field for each in self._cells)

    def forgive(self, row: Detail | None, field: str) -> None:
        """Forget a cell that holds something else now."""
        self._cells = [each for each in self._cells if each[0] is not row or each[1] != field]

    def give(self, made: Detail) -> None:
        """Let the row that the empty last one became have what stood there."""
        self._cells = [(made if row is None else row, field, words) for row, field, words in self._cells]

    def keep(self, rows: list[Detail]) -> None:
        """Forget what stood in rows that are gone."""
        self._cells = [each for each in self._cells if each[0] is None or any(each[0] is row for row in rows)]

    def clear(self) -> None:
        """Forget everything."""
        self._cells.clear()

    def words(self) -> list[str]:
        """Give the sentences."""
        return [words for _, _, words in self._cells]
