"""How hard a passphrase is to guess, in words."""

import re
from enum import Enum

from models.fold import fold
from models.text import mark

SHORTEST = 8
_COMMON = ("matkhau", "password", "ngoaivu", "banggiao", "laichau", "dienbien", "vietnam", "qwerty", "admin")


class Strength(Enum):
    """What is said of a passphrase."""

    SHORT = mark("Too short: at least eight characters are needed.")
    WEAK = mark("Easy to guess. Four words that have nothing to do with each other are better.")
    FAIR = mark("Fair. One more word makes it strong.")
    STRONG = mark("Strong.")

    @property
    def enough(self) -> bool:
        """Tell whether it is accepted."""
        return self is not Strength.SHORT


def strength(passphrase: str) -> Strength:
    """Judge by length and variety; what everybody tries first counts nothing."""
    if len(passphrase) < SHORTEST:
        return Strength.SHORT
    left = re.sub(r"[\W_]", "", fold(passphrase))
    for common in _COMMON:
        left = left.replace(common, "")
    left = re.sub(r"(19|20)\d\d|0?123456789?0?", "", left)
    left = re.sub(r"(.)\1+", r"\1", left)
    words = len([word for word in passphrase.split() if len(word) > 1])
    kinds = sum(bool(re.search(kind, passphrase)) for kind in (r"[a-zà-ỹđ]", r"[A-ZÀ-ỸĐ]", r"\d", r"[^\w\s]"))
    worth = len(left) + 2 * max(words - 1, 0) + 2 * (kinds - 1)
    if worth < 12 or len(set(left)) < 5:
        return Strength.WEAK
    return Strength.FAIR if worth < 18 else Strength.STRONG
