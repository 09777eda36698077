"""Clauses of a template that say nothing: "[[, of them {{I03}} press]]" goes where I03 is 0 or empty.

What stands after "||" in a clause is said instead: "[[{{I01}} visits||no visit]]". Clauses may stand in each other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.filling import FIELD, Value

_SIGN = re.compile(r"\[\[|\|\||\]\]")
_SEPARATOR = re.compile(r"[,;]\s+")
Ask = Callable[[str], Value | None]


@dataclass
class _Clause:
    start: int
    end: int = 0
    other: int = 0  # where "||" stands; 0 without one
    inner: list["_Clause"] = field(default_factory=list)

    @property
    def said(self) -> slice:
        """Tell where the words are that are said if there is something to say."""
        return slice(self.start + 2, self.other or self.end - 2)


def unsaid(text: str, ask: Ask) -> list[tuple[int, int]]:
    """Give the places of a text to take out, from its end: clauses without anything to say, and all their signs."""
    return sorted(_several(text, _clauses(text), ask), reverse=True)


def _clauses(text: str) -> list[_Clause]:
    """Read the clauses; one that nobody closes is none."""
    open_: list[_Clause] = []
    found: list[_Clause] = []
    for sign in _SIGN.finditer(text):
        if sign[0] == "[[":
            open_.append(_Clause(sign.start()))
        elif open_ and sign[0] == "||":
            open_[-1].other = open_[-1].other or sign.start()
        elif open_:
            done = open_.pop()
            done.end = sign.end()
            (open_[-1].inner if open_ else found).append(done)
    return found


def _several(text: str, clauses: Sequence[_Clause], ask: Ask) -> Iterator[tuple[int, int]]:
    """Go through clauses side by side; the first that is said loses its comma after a blank: "of them [[, 3 new]]"."""
    last, begun, said = -1, 0, False
    for each in clauses:
        if each.start != last:
            begun, said = each.start, False
        last = each.end
        told = FIELD.findall(text[each.said])
        if not told:
            continue  # not ours: the signs stay as they are
        if _says(told, ask):
            yield each.start, each.start + 2
            comma = _SEPARATOR.match(text, each.start + 2)
            if comma and not said and (not begun or text[begun - 1].isspace()):
                yield comma.start(), comma.end()
            said = True
            yield from _several(text, [one for one in each.inner if one.start < each.said.stop], ask)
            yield each.said.stop, each.end
        elif each.other:
            said = True
            yield each.start, each.other + 2
            yield from _several(text, [one for one in each.inner if one.start > each.other], ask)
            yield each.end - 2, each.end
        else:
            yield each.start, each.end


def _says(told: Sequence[str], ask: Ask) -> bool:
    """Tell whether a figure is not 0 or a text not empty; a name that nobody knows is left to be seen."""
    values = [ask(name) for name in told]
    plain = [value.plain for value in values if value is not None]
    counting = [each for each in plain if not isinstance(each, date)] or plain
    return None in values or any(each not in (None, "", 0) for each in counting)
