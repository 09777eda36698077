"""One way to clean, fold, sort and cut text, so that 'dien bien' finds 'Điện Biên' everywhere."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = {letter: chr(0x41 + place) for place, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_MARKS = dict.fromkeys(range(768, 880))
# Ends of lines in Windows, old Mac, Word and Excel (soft breaks), and Unicode's own.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u200b\u2060\ufeff"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
# Scripts written without blanks: each sign becomes a word of its own, asked for as a phrase.
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]|[^\W_]+")


def clean(words: str, lines: bool = False) -> str:
    """Give the text as it is stored: NFC, LF, no control, hidden or broken characters.

    A one-line text (``lines`` false) has its white space joined to single blanks.
    """
    words = _UNWANTED.sub("", _BREAKS.sub("\n", words))
    words = unicodedata.normalize("NFC", words)  # last, because a hidden sign may have parted a letter from its mark
    if lines:
        return "\n".join(line.rstrip() for line in words.split("\n")).strip()
    return " ".join(words.split())


def fold(words: str) -> str:
    """Give the text without case, marks and đ, as it is compared and searched."""
    folded = unicodedata.normalize("NFD", words.casefold().replace("đ", "d")).translate(_MARKS)
    return " ".join(unicodedata.normalize("NFC", folded).split())


def cut(words: str) -> str:
    """Give the folded text with a blank round every sign of a script that has none."""
    return " ".join(_UNSPACED.sub(r" \1 ", fold(words)).split())


def tokens(words: str) -> list[str]:
    """Give the words of a folded and cut text as the search index sees them."""
    return _WORDS.findall(cut(words))


@lru_cache(maxsize=4096)
def sort_key(words: str) -> str:
    """Give a text whose plain order is the Vietnamese order: letters first, then tones; 2 before 10."""
    primary: list[str] = []
    tones: list[str] = []
    counted = _DIGITS.sub(lambda run: _numbered(run.group()), unicodedata.normalize("NFC", words.casefold()))
    for letter in counted:
        tone, kept = "0", ""
        for part in unicodedata.normalize("NFD", letter):
            if part in _TONES:
                tone = _TONES[part]
            else:
                kept += part
        base = unicodedata.normalize("NFC", kept)
        primary.append(_PLACE.get(base, base))
        tones.append(tone)
    second = "".join(tones).rstrip("0")
    return "".join(primary) + ("\x01" + second if second else "")


def _numbered(run: str) -> str:
    """Write a run of digits so that its plain order is the order of the numbers."""
    number = run.lstrip("0") or "0"
    return f"{min(len(number), 9)}{number}"


def given_name_key(name: str) -> str:
    """Give the sort key of a person: the given name (last word) first, as Vietnamese lists do."""
    parts = name.split()
    return sort_key(" ".join([*parts[-1:], *parts[:-1]]))
