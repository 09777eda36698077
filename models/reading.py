"""Reading numbers and list items as people type them."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from models.days import Misread
from models.fold import clean, fold
from models.text import mark

NO_OTHERS: Mapping[str, str] = MappingProxyType({})


def read_number(words: str) -> Decimal | None:
    """Read a Vietnamese number: dots between thousands, a comma before decimals; raise ``Misread``."""
    told = clean(words).replace(" ", "").replace("\u00a0", "")
    if not told:
        return None
    whole, _, decimals = told.partition(",")
    if "." in whole and not re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+", whole):
        raise Misread(mark("Put dots only between thousands and a comma before decimals: 1.234,5."))
    if not re.fullmatch(r"[+-]?\d[\d.]*(,\d+)?", told):
        raise Misread(mark("This is not a number."))
    number = Decimal(whole.replace(".", "") + ("." + decimals if decimals else ""))
    if abs(number) >= 10**15:
        raise Misread(mark("This number is too large."))
    return number


def show_number(number: Decimal | float) -> str:
    """Show 1.234.567,5 without idle zeros."""
    shown = f"{Decimal(str(number)):,.4f}".rstrip("0").rstrip(".")
    return shown.translate(str.maketrans(",.", ".,"))


def read_choice(
    words: str, codes: Sequence[str], label_of: Callable[..., str], also: Mapping[str, str] = NO_OTHERS
) -> str | None:
    """Read a code or its label in either language; raise ``Misread`` where neither fits.

    ``also`` gives the codes of what papers write instead of a label, without marks.
    What was written with its marks goes before what fits without: Áo is Austria, although AO is Angola's code.
    """
    told, folded = clean(words), fold(words)
    if not folded:
        return None
    if told in codes:
        return told
    labels = [(code, label_of(code, language)) for code in codes for language in ("vi", "en")]
    for fits in (
        lambda code, label: clean(label).casefold() == told.casefold(),
        lambda code, label: fold(label) == folded,
        lambda code, label: code.casefold() == folded,
    ):
        for code, label in labels:
            if fits(code, label):
                return code
    if folded in also:
        return also[folded]
    raise Misread(mark("This is not in the list."))


def read_choices(words: str, codes: Sequence[str], label_of: Callable[..., str]) -> list[str]:
    """Read items with semicolons, line breaks or commas between; a label may hold a comma itself."""
    found: dict[str, None] = {}
    for part in re.split(r"[;\n]", words):
        pieces = part.split(",")
        while pieces:
            pieces = pieces[_take_item(pieces, found, codes, label_of) :]
    return list(found)


def _take_item(pieces: list[str], found: dict[str, None], codes: Sequence[str], label_of: Callable[..., str]) -> int:
    """Take the longest item that the pieces begin with; give how many pieces it took."""
    for taken in range(len(pieces), 0, -1):
        try:
            code = read_choice(",".join(pieces[:taken]), codes, label_of)
        except Misread:
            if taken == 1:
                raise
            continue
        if code:
            found[code] = None
        return taken
    return 1
