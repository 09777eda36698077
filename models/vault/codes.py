"""The printed recovery code: random, in eight groups of four that can be typed and that tell where they are wrong."""

import re
import secrets

from models.text import mark, say

# Crockford's alphabet: no I, L, O, U, which are read for 1, 1, 0 and V.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, LETTERS = 8, 3  # each group has three random letters and one that checks them: 120 random bits in all
_READ = str.maketrans("OILU", "011V")
_WEIGHTS = (1, 3, 5)  # odd, so that any one wrong letter changes the sum


class Mistyped(Exception):
    """A recovery code is not typed as it was printed; the sentence says where."""

    def __init__(self, words: str, **values: object) -> None:
        super().__init__(words)
        self.words, self.values = words, values

    def __str__(self) -> str:
        return say(self.words).format(**self.values)


_SHORT = mark("A recovery code has {whole} letters and digits; {found} were typed.")
_STRANGE = mark(
    "The recovery code has no “{letter}”. It is made of digits and of capital letters without I, L, O and U."
)
_GROUP = mark("Group {place} of the recovery code (“{group}”) has a letter that is wrong.")


def new_code() -> str:
    """Make a recovery code: XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
    return "-".join(group + _check(group, place) for place, group in enumerate(groups))


def read_code(words: str) -> str:
    """Give a code as it was printed, whatever signs stand between its groups; raise ``Mistyped``."""
    letters = re.sub(r"[\s.\-\u2010-\u2015\u2212]", "", words).upper().translate(_READ)
    strange = next((each for each in letters if each not in ALPHABET), "")
    if strange:
        raise Mistyped(_STRANGE, letter=strange)
    size = LETTERS + 1
    if len(letters) != GROUPS * size:
        raise Mistyped(_SHORT, whole=GROUPS * size, found=len(letters))
    groups = [letters[start : start + size] for start in range(0, len(letters), size)]
    for place, group in enumerate(groups):
        if _check(group[:LETTERS], place) != group[LETTERS:]:
            raise Mistyped(_GROUP, place=place + 1, group=group)
    return "-".join(groups)


def _check(group: str, place: int) -> str:
    """Give the letter that checks a group at its place, so that two groups cannot change places either."""
    told = sum(weight * ALPHABET.index(letter) for weight, letter in zip(_WEIGHTS, group, strict=True))
    return ALPHABET[(told + 7 * (place + 1)) % len(ALPHABET)]
