"""Reading numbers and list items as people type them."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from models.days import Misread
from models.fold import clean, fold
from models.text import mark


def read_number(words: str) -> Decimal | None:
    """Read a Vietnamese number: dots between thousands, a comma before decimals; raise ``Misread``."""
    told = clean(words).replace(" ", "").replace("\u00a0", "")
    if not told:
        return None
    whole, _, decimals = told.partition(",")
    if "." in whole and not re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+", whole):
        raise Misread(mark("Put dots only between thousands and a comma before decimals: 1.234,5."))
    try:
        number = Decimal(whole.replace(".", "") + ("." + decimals if decimals else ""))
    except InvalidOperation:
        raise Misread(mark("This is not a number.")) from None
    if not number.is_finite() or abs(number) >= 10**15:
        raise Misread(mark("This number is too large."))
    return number


def show_number(number: Decimal | float) -> str:
    """Show 1.234.567,5 without idle zeros."""
    shown = f"{Decimal(str(number)):,.4f}".rstrip("0").rstrip(".")
    return shown.translate(str.maketrans(",.", ".,"))


def read_choice(words: str, codes: Sequence[str], label_of: Callable[..., str]) -> str | None:
    """Read a code or its label in either language; raise ``Misread`` where neither fits."""
    told = fold(words)
    if not told:
        return None
    for code in codes:
        if told in {code.casefold(), fold(label_of(code, "vi")), fold(label_of(code, "en"))}:
            return code
    raise Misread(mark("This is not in the list."))
