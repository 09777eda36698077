"""References of formulas and ranges where rows are put into a sheet: they follow, and take the new rows in."""

import re
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError

_CELLS = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?", re.IGNORECASE)
_ROWS = re.compile(r"(\$?)(\d+):(\$?)(\d+)")
# A total over the marked row alone is meant for all rows of the list.
_ADDING = frozenset(
    ("SUM(", "SUBTOTAL(", "AGGREGATE(", "COUNT(", "COUNTA(", "COUNTBLANK(", "AVERAGE(", "MIN(", "MAX(", "PRODUCT(")
)


@dataclass(frozen=True)
class Gap:
    """``more`` rows put in below ``row`` of a sheet."""

    sheet: str
    row: int
    more: int

    def follow(self, row: int) -> int:
        """Give where a row stands afterwards."""
        return row + self.more if row > self.row else row

    def follow_end(self, row: int) -> int:
        """Give where a range ends afterwards: one that ends at the marked row takes the new rows in."""
        return row + self.more if row >= self.row else row

    def span(self, told: str, *, inside: bool = False, adding: bool = False) -> str:
        """Shift one reference such as A7, $A$7:F9 or 1:5; what is none stays as it is.

        ``inside`` tells that the reference stands in the marked row itself, which is copied as a whole.
        """
        cells = _CELLS.fullmatch(told)
        if cells:
            head, first, tail, last = cells.groups()
            start, end = int(first), int(last or first)
            if inside and start == end == self.row:
                return told
            if tail is None and adding and start == self.row:
                return f"{head}{start}:{head}{self.follow_end(start)}"
            told_end = f":{tail}{self.follow(end) if inside else self.follow_end(end)}" if tail else ""
            return f"{head}{self.follow(start)}{told_end}"
        rows = _ROWS.fullmatch(told)
        if rows:
            return f"{rows[1]}{self.follow(int(rows[2]))}:{rows[3]}{self.follow_end(int(rows[4]))}"
        return told

    def spans(self, told: str) -> str:
        """Shift references with blanks between, as rules of a sheet name their cells."""
        return " ".join(self.span(each, adding=True) for each in told.split())

    def series(self, told: str) -> str:
        """Shift what a chart draws; one drawn of the marked row alone is meant for all rows of the list."""
        sheet, mark, span = told.rpartition("!")
        if "(" in told or not mark:
            return self.formula(told, "")
        mine = sheet.strip("'").replace("''", "'").casefold() == self.sheet.casefold()
        return sheet + mark + self.span(span, adding=True) if mine else told

    def formula(self, told: str, own: str, *, inside: bool = False) -> str:
        """Shift every reference to the sheet in a formula of the sheet ``own``; one that cannot be read stays."""
        bare = not told.startswith("=")
        try:
            tokens = Tokenizer("=" + told if bare else told).items
        except (TokenizerError, IndexError):
            return told
        open_: list[str] = []
        made = []
        for place, token in enumerate(tokens):
            made.append(self._token(token, own, inside, self._alone(tokens, place, open_)))
            if token.type in (Token.FUNC, Token.PAREN, Token.ARRAY):
                if token.subtype == Token.OPEN:
                    open_.append(token.value.upper())
                elif open_:
                    open_.pop()
        text = "".join(made)
        return text if bare else "=" + text

    @staticmethod
    def _alone(tokens: list[Token], place: int, open_: list[str]) -> bool:
        """Tell whether a token is by itself an argument of a function that adds up."""
        if not open_ or open_[-1] not in _ADDING:
            return False
        around = [tokens[each] for each in (place - 1, place + 1) if 0 <= each < len(tokens)]
        return all(each.type == Token.SEP or each.subtype in (Token.OPEN, Token.CLOSE) for each in around)

    def _token(self, token: Token, own: str, inside: bool, adding: bool) -> str:
        told: str = token.value
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            return told
        sheet, mark, span = told.rpartition("!")
        named = sheet.strip("'").replace("''", "'") if mark else own
        if named.casefold() != self.sheet.casefold():
            return told
        return sheet + mark + self.span(span, inside=inside, adding=adding)
