"""Classified matters stay out of the program: the sentence that says so, and the stamps that give them away."""

import re
from typing import TYPE_CHECKING

from models.checks import Complaint
from models.fields import Text
from models.text import mark

if TYPE_CHECKING:
    from models.record import Entity

# Kinds of records in whose papers such matters are met (Decision 1178/QĐ-TTg of 04/08/2020 for border negotiation).
CONCERNED = frozenset({"session", "conclusion", "incident", "document"})
NOTICE = mark(
    "For unclassified matters only. Plans, options and papers for border negotiation may be state secrets: "
    "do not type what they say; write only that a classified file exists and the number of its paper."
)
_STAMPED = mark("“{stamp}” is the mark of a state secret. Classified content must not be kept here.")
_HIGH = re.compile(r"(?<!\w)(tuyệt mật|tối mật)(?!\w)", re.IGNORECASE)
_LOW = re.compile(r"(?<!\w)(?:(?:[Đđ]ộ|[Dd]ấu|ĐỘ|DẤU) )?MẬT(?!\w)(?P<next> +\w+)?")


def stamp_in(text: str) -> str:
    """Give the mark of a state secret that a text bears, or nothing; a word of a title in capitals is no mark."""
    high = _HIGH.search(text)
    if high:
        return high[1].upper()
    for found in _LOW.finditer(text):
        following = (found["next"] or "").strip()
        if found[0].upper().startswith(("ĐỘ ", "DẤU ")) or len(following) < 2 or not following.isupper():
            return "MẬT"
    return ""


def stamped(record: "Entity") -> list[Complaint]:
    """Warn beside each text of a record that bears the mark of a state secret."""
    found = []
    for field in record.asked():
        value = record.value(field.name) if isinstance(field, Text) and not field.computed else None
        stamp = stamp_in(value) if isinstance(value, str) else ""
        if stamp:
            found.append(Complaint(field.name, _STAMPED, {"stamp": stamp}, warning=True))
    return found
