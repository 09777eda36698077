"""What the words of minutes name: a side, a field of cooperation, or nothing but a heading."""

import re
from collections.abc import Mapping
from functools import lru_cache

from models import choices
from models.fold import fold
from models.options import Responsible
from models.text import LANGUAGES

LONGEST_HEADING = 16  # words
_SHORTEST = 4  # letters of a name, with its blanks
_WORD = r"\w+"


def responsible(words: str, named: Mapping[str, str] | None = None) -> str | None:
    """Tell which side is to act, where the words begin with it; None where they do not say."""
    told = fold(words)
    if re.match(
        r"(ca )?(hai|hai ben|cac|nam|ba|bon) (ben|phia|tinh)\b|both (sides|parties)|the (two sides|parties)", told
    ):
        return Responsible.BOTH
    sides = {fold(name): side for name, side in (named or {}).items()} | _known_sides()
    begin = re.match(r"(?:(?:giao|de nghi|yeu cau)\s+)?(?:phia|ben|the)\s+(.*)", told)
    if not begin:
        return None
    rest = begin[1]
    asked = re.match(r".{1,40}? (?:de nghi|yeu cau|giao|propose\w*|request\w*)(?: that)? ((?:phia|ben|the)\b.*)", rest)
    if asked:
        return responsible(asked[1], named)
    name = next(
        (each for each in sorted(sides, key=len, reverse=True) if re.match(rf"{re.escape(each)}\b", rest)), None
    )
    if name is None:
        return None
    if re.match(r"\s*(side\s*)?(va|and)\s+(phia|ben|the)\b", rest[len(name) :]):
        return Responsible.BOTH
    return sides[name]


@lru_cache(maxsize=1)
def _known_sides() -> dict[str, str]:
    ours = ("viet nam", "ta", "vietnamese")
    theirs = ["ban", "nuoc ngoai", "foreign", "chinese", "lao", "laotian"]
    for code in choices.codes(choices.COUNTRY):
        theirs += [fold(choices.item_label(choices.COUNTRY, code, language)) for language in LANGUAGES]
    return dict.fromkeys(theirs, str(Responsible.THEIRS)) | dict.fromkeys(ours, str(Responsible.OURS))


_FILLERS = frozenset(
    re.findall(
        _WORD,
        "ve linh vuc hop tac trong cong noi dung phat trien tang cuong day manh thuc van de hoat dong quan he cac ket "
        "va on in the field of cooperation and",
    )
)


def field_in(heading: str) -> str | None:
    """Give the field of cooperation that a heading names; None where it names none, or several."""
    told = _spaced(fold(heading))
    if len(told.split()) > LONGEST_HEADING:
        return None
    found: dict[str, str] = {}
    for code in choices.codes("field"):
        named = [name for name in _names(code) if name in told]
        if named and code != "khac":
            found[code] = max(named, key=len)
    if not found:
        return None
    best = max(found, key=lambda code: len(found[code]))
    return best if all(named in found[best] for named in found.values()) else None


def _names(code: str) -> list[str]:
    """Give the words by which a field is called: its labels and their parts."""
    labels = [fold(choices.item_label("field", code, language)) for language in LANGUAGES]
    parts = [each for label in labels for each in re.split(r",| va | and ", label)]
    return [name for name in map(_spaced, (*labels, *parts)) if len(name) > _SHORTEST]


def _spaced(words: str) -> str:
    """Give the bare words with a blank around each, so that whole words are found in them."""
    return f" {' '.join(re.findall(_WORD, words))} "


def is_heading(line: str) -> bool:
    """Tell whether a line is nothing but the name of a field of cooperation."""
    if len(line.split()) > LONGEST_HEADING or line.endswith((".", ";", ",")):
        return False
    code = field_in(line)
    if code is None:
        return False
    labels = " ".join(fold(choices.item_label("field", code, language)) for language in LANGUAGES)
    return set(re.findall(_WORD, fold(line))) <= {*re.findall(_WORD, labels), *_FILLERS}
